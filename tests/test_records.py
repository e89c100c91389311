"""Nouns behave as the standard library's frozen dataclasses do, though their methods are made late."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace

import pytest

from checker.records import dataclass as record


@record(frozen=True, kw_only=True, slots=True)
class Place:
    """Where."""

    start: int
    end: int = 9

    @property
    def size(self) -> int:
        return self.end - self.start


@record(frozen=True, kw_only=True, slots=True)
class Named(Place):
    """Where, with a name and what is not compared."""

    name: str
    tags: list[str] = field(default_factory=list)
    lines: tuple[int, ...] = field(default=(), repr=False, compare=False)
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.name.upper())


@record(frozen=True, slots=True)
class Pair:
    """By place."""

    left: int
    right: int = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Standard:
    """The pattern to follow."""

    start: int
    end: int = 9


def test_fields_defaults_and_methods() -> None:
    value = Named(start=1, name="x")
    assert (value.start, value.end, value.size, value.tags, value.key) == (1, 9, 8, [], "X")
    assert value.tags is not Named(start=1, name="x").tags
    assert Pair(1) == Pair(1, 2)
    assert [f.name for f in fields(Place)] == ["start", "end"]
    assert is_dataclass(Place)
    assert not hasattr(value, "__dict__")


def test_prints_and_compares_like_the_standard_library() -> None:
    assert repr(Place(start=1)).replace("Place", "Standard") == repr(Standard(start=1))
    assert repr(Named(start=1, name="x", lines=(3,))) == "Named(start=1, end=9, name='x', tags=[])"
    assert Place(start=1) == Place(start=1, end=9) != Place(start=2)
    assert Place(start=1) != Standard(start=1)
    assert Pair(1, 9) != Place(start=1)
    assert len({Place(start=1), Place(start=1), Place(start=2)}) == 2
    assert Named(start=1, name="x", lines=(1,)) == Named(start=1, name="x", lines=(2,))


@pytest.mark.parametrize("make", [lambda: Place(), lambda: Place(1), lambda: Place(start=1, size=2), lambda: Pair()])
def test_wrong_arguments_are_refused(make: object) -> None:
    with pytest.raises(TypeError):
        make()  # type: ignore[operator]


def test_nothing_changes_a_value() -> None:
    value = Place(start=1)
    with pytest.raises(FrozenInstanceError):
        value.start = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del value.start
    assert replace(value, end=3) == Place(start=1, end=3)
    assert asdict(value) == {"start": 1, "end": 9}


def test_pickles() -> None:
    value = Named(start=1, name="x", tags=["a"], lines=(4,))
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert (again.lines, again.key) == ((4,), "X")


def test_what_changes_is_refused() -> None:
    with pytest.raises(TypeError, match="frozen"):
        record(frozen=False, slots=True)
