"""`dataclass` for frozen nouns, as in the standard library, made when first used rather than at import.

The standard library writes and compiles six methods a class. A run makes some ninety classes and fills a third of
them; a gate on every commit would wait longer for those methods than for all patterns. Here one `__init__` is
compiled when a class gets its first value, and the other methods are shared.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen, slots, kw_only=False):
        """The class as a frozen dataclass with slots: compares, hashes, copies, pickles and prints like one.

        `dataclasses.fields`, `replace` and `asdict` take it. Raises TypeError when it is not to be frozen with slots.
        """
        if not (frozen and slots):
            raise TypeError("nouns are frozen and have slots; take dataclasses.dataclass for what changes")

        def made(cls):
            for method in (_eq, _hash, _repr, _setattr, _delattr, _getstate, _setstate, _first_init):
                setattr(cls, f"__{method.__name__.rpartition('_')[2]}__", method)
            return dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)

        return made


def _first_init(self: Any, *values: Any, **named: Any) -> None:
    """Compiles the `__init__` of the class, puts it in place and calls it."""
    cls = type(self)
    cls.__init__ = _init_of(cls)
    cls.__init__(self, *values, **named)


def _init_of(cls: Any) -> Any:
    by_place: list[str] = []
    by_name: list[str] = []
    lines: list[str] = []
    scope: dict[str, Any] = {"absent": object()}
    for field in fields(cls):
        if not field.init:
            continue
        name = field.name
        # The slot itself is twice as fast as object.__setattr__.
        scope[f"set_{name}"] = getattr(cls, name).__set__
        told, value = name, name
        if field.default is not MISSING:
            scope[f"default_{name}"] = field.default
            told = f"{name}=default_{name}"
        elif field.default_factory is not MISSING:
            scope[f"make_{name}"] = field.default_factory
            told, value = f"{name}=absent", f"make_{name}() if {name} is absent else {name}"
        (by_name if field.kw_only else by_place).append(told)
        lines.append(f"    set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    told = ", ".join(("self", *by_place, *(("*", *by_name) if by_name else ())))
    exec("\n".join((f"def __init__({told}):", *(lines or ["    pass"]))), scope)
    scope["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return scope["__init__"]


# ── what all share ────────────────────────────────────────────────────────────────────────────────


@cache
def _key(cls: Any) -> Any:
    """What gives the compared fields of a value."""
    names = [field.name for field in fields(cls) if field.compare]
    return attrgetter(*names) if names else lambda _: ()


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    key = _key(self.__class__)
    return key(self) == key(other)


def _hash(self: Any) -> int:
    return hash(_key(self.__class__)(self))


def _repr(self: Any) -> str:
    told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({told})"


def _setattr(_: Any, name: str, value: object) -> None:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
