"""Rows written out in tests, small data folders made of bundled files, and everything the bundled data tells."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.kinds import Edge, Node
from graph.model import Country, Evidence
from loaders.loader import RowReader
from loaders.names import Meaning, Names
from loaders.reports import Gathered
from loaders.row import Row
from loaders.run import BUNDLED
from tests.built import bundled

THAILAND = Country(id="THA", iso2="TH", name="Thailand")
JAPAN = Country(id="JPN", iso2="JP", name="Japan")
CHINA = Country(id="CHN", iso2="CN", name="China")


def row(cells: Mapping[str, str], known: Iterable[Node] = (THAILAND, JAPAN, CHINA)) -> Row:
    """Row 2 of x.csv, read after the known nodes."""
    names = Names()
    for node in known:
        names.learn(node)
    return Row(file="x.csv", line=2, cells=cells, names=names, evidence=Evidence.at("x/2"))


def nodes(read: RowReader, of: Row) -> list[Node]:
    """The nodes that a row tells."""
    return [fact for fact in read(of) if isinstance(fact, Node)]


def edges(read: RowReader, of: Row) -> list[Edge]:
    """The edges that a row tells."""
    return [fact for fact in read(of) if isinstance(fact, Edge)]


def meanings(read: RowReader, of: Row) -> list[Meaning]:
    """The decisions on names that a row tells."""
    return [fact for fact in read(of) if isinstance(fact, Meaning)]


def everything() -> Gathered:
    """What the whole bundled data tells, with what is derived from it; read once."""
    return bundled().made.gathered


def folder_of(target: Path, *files: str) -> Path:
    """A data folder that holds these bundled files with their sidecars and nothing else."""
    for file in files:
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BUNDLED / file, target / file)
        shutil.copy(BUNDLED / f"{file}.toml", target / f"{file}.toml")
    return target


def written(target: Path, file: str, text: str) -> Path:
    """A user's data folder with one file of this text."""
    (target / file).parent.mkdir(parents=True, exist_ok=True)
    (target / file).write_text(text, encoding="utf-8")
    return target


COUNTRIES = "countries/rcep_countries.csv"
OTHERS = "countries/other_countries.csv"
HS = "taxonomy/hs_ch01_24.csv"
HS_THAI = "taxonomy/hs_chapters_th_en.csv"
ISIC = "taxonomy/isic_rev4.csv"
SECTORS = "taxonomy/sectors_policy.csv"
