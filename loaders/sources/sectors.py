"""The policy sectors of Thai food and agro-industry, and the codes that lead to them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import one_line
from graph.facts import Fact
from graph.model import Activity, FallsIn, PartOf, Product, Programme, Sector, Serves
from graph.vocabulary import Confidence
from loaders.codes import HS_CHAPTER, Codes, codes
from loaders.loader import Citation, loader
from loaders.row import CellError, Row

_SECTOR, _PROGRAMME = "sec", "prog"


def sector_id(row: Row, column: str, text: str) -> str:
    """The id after "sec:"; raises CellError for any other prefix."""
    prefix, _, id = text.partition(":")
    if prefix != _SECTOR or not id:
        raise CellError(column, f"expected a sector as {_SECTOR}:food, found {one_line(text)!r}")
    return id


def _basis(row: Row) -> Citation:
    known = "general knowledge" in row.optional("source")
    return Citation(confidence=Confidence.GENERAL if known else Confidence.INFERRED, note=row.optional("source"))


@loader(
    "taxonomy/sectors_policy*.csv",
    columns=("id", "name_en", "name_th", "parent", "isic", "hs_chapters"),
    optional=("source", "isic_detail", "hs_detail"),
    key=("id",),
    after=("hs", "hs_thai", "isic"),
    cite=_basis,
)
def sectors(row: Row) -> Iterator[Fact]:
    """One sector or programme a row, the sector above it, and the products and activities that fall in it."""
    prefix, _, id = row.text("id").partition(":")
    if prefix == _PROGRAMME and id:
        yield from _programme(row, id)
        return
    sector = Sector(
        id=sector_id(row, "id", row.text("id")),
        name=row.text("name_en"),
        name_th=row.text("name_th"),
        isic=tuple(dict.fromkeys((*codes(row, "isic").every, *codes(row, "isic_detail").every))),
        hs_chapters=codes(row, "hs_chapters").every,
        basis=_described(row),
    )
    yield sector
    if row.optional("parent"):
        yield PartOf(source=sector.ref, target=Sector.at(sector_id(row, "parent", row.text("parent"))))
    yield from _members(row, "hs_detail", Product, sector)
    yield from _members(row, "isic_detail", Activity, sector)


def _programme(row: Row, id: str) -> Iterator[Fact]:
    programme = Programme(
        id=id, name=row.text("name_en").partition(" (")[0], name_th=row.text("name_th"), note=_described(row)
    )
    yield programme
    yield Serves(source=programme.ref, target=Sector.at(sector_id(row, "parent", row.text("parent"))))


def _described(row: Row) -> str:
    """Where the mapping comes from, with the codes as they are written."""
    written = {"ISIC": row.optional("isic_detail"), "HS": row.optional("hs_detail")}
    return "; ".join([row.optional("source"), *(f"{name}: {text}" for name, text in written.items() if text)])


def _members(row: Row, column: str, kind: type[Product] | type[Activity], sector: Sector) -> Iterator[FallsIn]:
    """What falls in the sector; codes with a remark in brackets are an attribute, not a class, and are only told."""
    found = codes(row, column)
    if found.remark:
        row.tell(column, f"{one_line(row.text(column))!r} names no class of its own; kept in the sector's basis")
        return
    missing: list[str] = []
    for code in found.every:
        member = kind.at(code)
        if row.names.knows(member):
            yield FallsIn(source=member, target=sector.ref)
        elif code in found.single and (kind is Activity or row.names.knows(Product.at(code[:HS_CHAPTER]))):
            row.known(column, member)
        else:
            missing.append(code)
    if missing:
        row.tell(column, f"no product for {_listed(found, missing)} in the graph; kept in the sector's basis")


def _listed(found: Codes, missing: list[str]) -> str:
    return ", ".join(missing) if found.single or len(missing) < 4 else f"{missing[0]} to {missing[-1]}"
