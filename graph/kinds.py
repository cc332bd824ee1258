"""What a kind of node or edge is: one typed class, from which schema, statements, checks and pages are derived."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeVar, cast, dataclass_transform

from graph.dates import PartialDate
from graph.errors import nearest, one_line
from graph.vocabulary import Confidence, Precision, Status, Word

Value = str | int | float | bool | date | list[str] | list[int] | list[float]
K_co = TypeVar("K_co", bound="Node", covariant=True)


# Facts are never changed, and the type checkers see to it (frozen_default below); a class frozen at run time would make
# every fact three times as slow to make, and a build makes a hundred thousand.
_RECORD = dataclass(kw_only=True)


class Ref(NamedTuple, Generic[K_co]):
    """A node named by its kind and id."""

    kind: str
    id: str

    def __str__(self) -> str:
        """The reference as messages and pictures write it: Country:THA."""
        return f"{self.kind}:{self.id}"


class EngineType(StrEnum):
    """How an engine stores a property."""

    STRING = "string"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    LIST = "list"


class Property(NamedTuple):
    """A property as declared: its name, labels, type, whether it must be there, and its closed list if it has one."""

    name: str
    en: str
    th: str
    python_type: Any
    required: bool
    is_key: bool
    expected: type[Any]

    @property
    def words(self) -> type[Word] | None:
        """The closed list the value comes from."""
        return self.python_type if isinstance(self.python_type, type) and issubclass(self.python_type, Word) else None

    @property
    def engine_type(self) -> EngineType:
        """The type an engine stores it as."""
        return _engine_type(self.python_type)

    def stored_as(self) -> list[tuple[str, EngineType]]:
        """The engine's properties it becomes; a partial date is two: its first day and its precision."""
        stored = [(self.name, self.engine_type)]
        if self.python_type is PartialDate:
            stored.append((f"{self.name}_precision", EngineType.STRING))
        return stored


@cache
def _engine_type(python_type: Any) -> EngineType:
    """Kept for each type: reading a graph back asks it a million times."""
    if typing.get_origin(python_type) is tuple:
        return EngineType.LIST
    return {bool: EngineType.BOOLEAN, int: EngineType.INTEGER, float: EngineType.FLOAT}.get(
        python_type, EngineType.DATE if python_type in (PartialDate, date) else EngineType.STRING
    )


def prop(en: str, th: str, *, default: Any = MISSING) -> Any:
    """Declare a property with its English and Thai labels; without a default it must be given."""
    return (
        field(default=default, metadata={"en": en, "th": th})
        if default is not MISSING
        else field(metadata={"en": en, "th": th})
    )


def key(en: str, th: str, *, default: Any = MISSING) -> Any:
    """Declare a property that tells two nodes or edges of the kind apart."""
    metadata = {"en": en, "th": th, "key": True}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(prop, key))
class Kind:
    """What node and edge kinds share: labels, declared properties, and how a fact is encoded for an engine."""

    kind: ClassVar[str] = ""
    en: ClassVar[str] = ""
    th: ClassVar[str] = ""
    colour: ClassVar[str] = ""
    _properties: ClassVar[dict[type[Kind], list[Property]]] = {}
    _stored: ClassVar[dict[type[Kind], dict[str, EngineType]]] = {}
    _names: ClassVar[dict[type[Kind], tuple[str, ...]]] = {}

    @classmethod
    def properties(cls) -> list[Property]:
        """Its properties in the order of declaration, those of every kind first."""
        if cls not in Kind._properties:
            hints = typing.get_type_hints(cls)
            Kind._properties[cls] = [
                Property(
                    f.name,
                    f.metadata["en"],
                    f.metadata["th"],
                    bare := _bare(hints[f.name]),
                    f.default is MISSING,
                    "key" in f.metadata,
                    typing.get_origin(bare) or bare,
                )
                for f in fields(cls)  # type: ignore[arg-type]  # every subclass is made a dataclass
                if "en" in f.metadata
            ]
        return Kind._properties[cls]

    @classmethod
    def stored(cls) -> dict[str, EngineType]:
        """The engine's property names and types."""
        if cls not in Kind._stored:
            Kind._stored[cls] = dict(pair for p in cls.properties() for pair in p.stored_as())
        return dict(Kind._stored[cls])

    def encode(self) -> dict[str, Value]:
        """Its properties as an engine takes them; what is unknown is left out."""
        held = vars(self)
        if "_encoded" in held:
            return dict(held["_encoded"])
        encoded: dict[str, Value] = {}
        if type(self) not in Kind._names:
            Kind._names[type(self)] = tuple(p.name for p in self.properties())
        for name in Kind._names[type(self)]:
            value: Any = held[name]
            kind = cast("type[object]", type(value))
            # What most values are comes first: a million facts are written this way.
            if kind is str or kind is tuple:
                if value:
                    encoded[name] = value if kind is str else list(value)
            elif value is None:
                continue
            elif isinstance(value, StrEnum):
                encoded[name] = value.value
            elif isinstance(value, PartialDate):
                encoded[name] = value.first
                encoded[f"{name}_precision"] = value.precision.value
            else:
                encoded[name] = value if kind in _AS_IT_IS else list(value)
        held["_encoded"] = encoded
        return dict(encoded)

    @classmethod
    def decode(cls, held: Mapping[str, Any], **ends: Ref[Any]) -> Self:
        """The fact that `encode` made these properties of; an edge is given its source and target as well.

        Raises ValueError, in words, for a property the kind doesn't have and a value it can't hold.
        """
        values: dict[str, Any] = dict(ends)
        known = {*cls.stored(), *(("id",) if issubclass(cls, Edge) else ())}
        for p in cls.properties():
            if held.get(p.name) is not None:
                values[p.name] = _decoded(p, held)
            elif p.required:
                raise ValueError(f"{p.name}: expected a value, found none")
        for name in held:
            if name not in known:
                raise ValueError(f"{name}: {cls.kind} has no such property{nearest(name, known)}")
        fact = cls(**values)
        if wrong := fact.wrong():
            raise ValueError(wrong)
        return fact

    def wrong(self) -> str:
        """What is wrong with the values by the declaration, in words; empty when all is well."""
        held = vars(self)
        for p in self.properties():
            value = held[p.name]
            if type(value) is p.expected or (value is None and not p.required):
                if p.is_key and p.required and value == "":
                    return f"{p.name}: must not be empty"
            elif not (p.expected is float and type(value) is int):
                return f"{p.name}: expected {p.expected.__name__}, found {value!r}"
        return ""


def _decoded(p: Property, held: Mapping[str, Any]) -> Any:
    """The value of a property as facts hold it. Raises ValueError for one it can't hold."""
    value = held[p.name]
    if p.engine_type is EngineType.LIST:
        if isinstance(value, (list, tuple)):
            return tuple(cast("list[Any]", value))
        raise ValueError(f"{p.name}: expected a list, found {one_line(value)!r}")
    if p.python_type is PartialDate:
        precision = held.get(f"{p.name}_precision")
        if not isinstance(value, date) or precision not in _PRECISIONS:
            raise ValueError(f"{p.name}: expected a date and its precision, found {one_line(value)!r}, {precision!r}")
        return PartialDate(value, Precision(precision))
    if p.words:
        try:
            return p.words(value)
        except ValueError:
            raise ValueError(f"{p.name}: expected {', '.join(p.words)}; found {one_line(value)!r}") from None
    return float(value) if p.python_type is float and type(value) is int else value


_PRECISIONS = frozenset(word.value for word in Precision)
_AS_IT_IS = frozenset((str, int, float, bool))
NODES: dict[str, type[Node]] = {}
EDGES: dict[str, type[Edge]] = {}


class Node(Kind):
    """What every kind of node has."""

    id: str = key("Id", "รหัส")
    name: str = prop("Name", "ชื่อ", default="")
    name_th: str = prop("Thai name", "ชื่อภาษาไทย", default="")
    aliases: tuple[str, ...] = prop("Other names", "ชื่ออื่น", default=())
    note: str = prop("Note", "หมายเหตุ", default="")
    reference_only: ClassVar[bool] = False

    def __init_subclass__(cls, *, en: str, th: str, colour: str = "#888888", internal: bool = False) -> None:
        """Register a node kind under its class name."""
        cls.kind, cls.en, cls.th, cls.colour, cls.reference_only = cls.__name__, en, th, colour, internal
        _RECORD(cls)
        NODES[cls.kind] = cls

    @property
    def ref(self) -> Ref[Any]:
        """The reference other facts name it by."""
        return Ref(self.kind, self.id)

    def encode(self) -> dict[str, Value]:
        """See Kind.encode; a name that only repeats the id is none, and the writer gives every node one."""
        encoded = super().encode()
        if encoded.get("name") == self.id:
            del encoded["name"]
        return encoded

    @classmethod
    def at(cls: type[K_co], id: str) -> Ref[K_co]:
        """A reference to the node of this kind with that id."""
        return Ref(cls.kind, id)


class Edge(Kind):
    """What every kind of edge has; `evidence` and `confidence` are stamped on by the loader's runner."""

    source: Ref[Any]
    target: Ref[Any]
    status: Status | None = prop("Status", "สถานะ", default=None)
    confidence: Confidence | None = prop("Confidence", "ความเชื่อมั่น", default=None)
    evidence: tuple[str, ...] = prop("Evidence ids", "รหัสหลักฐาน", default=())
    note: str = prop("Note", "หมายเหตุ", default="")
    is_partnership: ClassVar[bool] = False
    _keys: ClassVar[dict[type[Edge], tuple[str, ...]]] = {}
    _joins: ClassVar[dict[type[Edge], tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    derived: ClassVar[bool] = False

    def __init_subclass__(
        cls, *, en: str, th: str, colour: str = "#9aa0a6", partnership: bool = False, derived: bool = False
    ) -> None:
        """Register an edge kind under its class name in capitals: PartOf is PART_OF."""
        cls.kind = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).upper()
        cls.en, cls.th, cls.colour, cls.is_partnership, cls.derived = en, th, colour, partnership, derived
        _RECORD(cls)
        EDGES[cls.kind] = cls

    @property
    def id(self) -> str:
        """What tells it from other edges of its kind: both ends and the key properties."""
        held = vars(self)
        if "_id" not in held:
            held["_id"] = self._made_id()
        return str(held["_id"])

    @property
    def place(self) -> str:
        """What tells it from every other edge of its kind; its id, unless several edges share one."""
        return self.id

    def _made_id(self) -> str:
        parts = [str(self.source), str(self.target)]
        if type(self) not in Edge._keys:
            Edge._keys[type(self)] = tuple(p.name for p in self.properties() if p.is_key)
        parts += [str(getattr(self, name)) for name in Edge._keys[type(self)]]
        return "|".join(parts)

    @classmethod
    def joins(cls) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The node kinds its source and its target may be of; all of them where it says Node."""
        if cls not in Edge._joins:
            hints = typing.get_type_hints(cls)
            Edge._joins[cls] = _ends(hints["source"]), _ends(hints["target"])
        return Edge._joins[cls]


for _base in (Node, Edge):
    _RECORD(_base)


def _bare(hint: Any) -> Any:
    """The type without its "or None"."""
    members = [m for m in typing.get_args(hint) if m is not types.NoneType]
    is_union = isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
    return members[0] if is_union and len(members) == 1 else hint


def _ends(hint: Any) -> tuple[str, ...]:
    named = typing.get_args(hint)[0]
    members = typing.get_args(named) or (named,)
    return tuple(NODES) if Node in members else tuple(m.__name__ for m in members)
