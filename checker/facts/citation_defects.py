"""What may be wrong with a citation: the rows CIT-A to CIT-V of the defect table, each with the nearest valid form.

Names are compared loosely, section numbers and years never: 27A and 27E are one letter apart and two different laws.
"""

from __future__ import annotations

from checker.types import Defect

PSLRA = "Private Securities Litigation Reform Act of 1995"
ACTS = {"securities": ("Securities Act", 1933), "exchange": ("Securities Exchange Act", 1934)}
HOME = {"27A": "securities", "21E": "exchange"}
"""The Act in which a section stands."""

ENACTED = 1995
"""The PSLRA became law on 22 December 1995 (Pub. L. 104-67, 109 Stat. 737)."""

_FULL = ("private", "securities", "litigation", "reform")


def valid_form(section: str | None) -> str:
    """The citation as it should be written; of the reform act when no section is given."""
    if section not in HOME:
        return PSLRA
    name, year = ACTS[HOME[section]]
    return f"Section {section} of the {name} of {year}"


def act_kind(name: str) -> str:
    """Which Act a folded name means."""
    return "exchange" if "exchange" in name or name.startswith("1934") else "securities"


def reform_defects(name: str, year: int | None, found: str, *, defined: bool) -> list[Defect]:
    """Misnamed, nicknamed, misspelt, misdated (CIT-B, C, D, E, F, G, P)."""
    defects = []
    if code := _misnamed(name, defined=defined):
        defects.append(Defect(code=code, found=found, nearest=PSLRA))
    if year is not None and year != ENACTED:
        defects.append(Defect(code="CIT-E", found=found, nearest=PSLRA))
    return defects


def _misnamed(name: str, *, defined: bool) -> str:
    if name == "pslra":
        return ""
    if name.startswith("p") and " " not in name:
        return "CIT-P"
    if name.removeprefix("the ") == "reform act":
        return "" if defined else "CIT-C"
    words = name.removesuffix(" act").split()
    if "harbor" in words or "harbour" in words:
        return "CIT-G"
    meant = [_meant(word) for word in words]
    if tuple(meant) == _FULL:
        return "" if tuple(words) == _FULL else "CIT-C"
    if sorted(w for w in meant if w != "and") == sorted(_FULL):
        return "CIT-D"
    return "CIT-B" if "reform" not in meant else "CIT-C"


def _meant(word: str) -> str:
    """The word of the Act's name that was meant: plural or misspelt forms count as the word."""
    stems = {"privat": "private", "secur": "securities", "litig": "litigation", "reform": "reform"}
    stems |= {"ligit": "litigation", "legislat": "litigation"}
    return next((full for stem, full in stems.items() if word.startswith(stem)), word)


def year_defects(act: str | None, year: int | None, section: str | None, found: str) -> list[Defect]:
    """A year that is not the Act's (CIT-E), or that is the other Act's (CIT-J)."""
    if act is None or year is None or year == ACTS[act][1]:
        return []
    other = year in {1933, 1934}
    nearest = valid_form(section) if section in HOME else "{} of {}".format(*ACTS[act])
    return [Defect(code="CIT-J" if other else "CIT-E", found=found, nearest=nearest)]


def section_defects(written: str, found: str, act: str | None) -> tuple[str, list[Defect]]:
    """The section meant and what is odd about its number (CIT-H, CIT-O)."""
    bare = written.replace(" ", "").replace("-", "")
    digits, letter = bare[:2].replace("l", "1").replace("i", "1"), bare[2:].strip("()")
    section = f"{digits}{letter.upper()}"
    if "(" in bare:
        nearest = "21E" if section == "21E" else _home_section(act)
        return section, [Defect(code="CIT-H", found=found, nearest=valid_form(nearest))]
    if section not in HOME:
        return section, [Defect(code="CIT-H", found=found, nearest=valid_form(_home_section(act)))]
    odd = bare != written or bare[:2] != digits
    return section, [Defect(code="CIT-O", found=found, nearest=valid_form(section))] if odd else []


def _home_section(act: str | None) -> str | None:
    return {"securities": "27A", "exchange": "21E"}.get(act or "")


def pairing_defects(section: str, act: str | None, year: int | None, found: str, *, shared: bool) -> list[Defect]:
    """A section tied to the wrong Act (CIT-A), or one Act for two sections (CIT-L)."""
    if section not in HOME or act in (None, HOME[section]):
        return []
    if year is not None and year == ACTS[HOME[section]][1]:
        return []  # the year is the right Act's: the name is the slip, and CIT-J says so
    return [Defect(code="CIT-L" if shared else "CIT-A", found=found, nearest=valid_form(section))]
