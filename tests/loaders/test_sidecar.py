"""What the TOML beside a data file says of it, and what is known without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.dates import read_date
from graph.errors import GraphError
from graph.model import Source
from loaders.files import digest
from loaders.run import BUNDLED
from loaders.sidecar import DEFAULT_RANK, Sidecar, read_sidecar

SHA = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def beside(folder: Path, toml: str | None) -> Path:
    path = folder / "x.csv"
    path.write_bytes(b"abc")
    if toml is not None:
        (folder / "x.csv.toml").write_text(toml, encoding="utf-8")
    return path


def test_a_file_without_one_is_its_own_source(tmp_path: Path) -> None:
    path = beside(tmp_path, None)
    expected = Source(id="mine/x.csv", name="x.csv", sha256=SHA, rank=DEFAULT_RANK)
    assert read_sidecar(path, "mine/x.csv", bundled=False) == Sidecar(expected)


def test_everything_it_says_is_kept(tmp_path: Path) -> None:
    told = f"""
        title = "A table"
        title_th = "ตาราง"
        publisher = "An office"
        published = "2019-05"
        accessed = "2026-11-22"
        licence = "CC-BY-4.0"
        licence_class = "A"
        licence_file = ""
        address = "https://example.org"
        origin = "typed by hand"
        language = "th"
        group = "fao"
        sha256 = "{SHA}"
        encoding = "cp874"
        notice = "(c) An office"
        rank = 10
        """
    found = read_sidecar(beside(tmp_path, told), "x.csv", bundled=True)
    assert found == Sidecar(
        Source(
            id="x.csv",
            name="A table",
            name_th="ตาราง",
            publisher="An office",
            published=read_date("2019-05"),
            accessed=read_date("2026-11-22"),
            address="https://example.org",
            licence="CC-BY-4.0",
            notice="(c) An office",
            language="th",
            sha256=SHA,
            rank=10,
            note="typed by hand",
        ),
        encoding="cp874",
        group="fao",
        rank=10,
        changed=False,
    )


def test_a_file_changed_since_is_seen(tmp_path: Path) -> None:
    assert read_sidecar(beside(tmp_path, f'sha256 = "{"0" * 64}"'), "x.csv", bundled=True).changed


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("title", "x.csv.toml: not readable as TOML: "),
        ('licens = "MIT"', 'x.csv.toml: unknown key licens (did you mean "licence"?)'),
        ('rank = "high"', "x.csv.toml: rank: expected a whole number, found high"),
        ('published = "May"', "x.csv.toml: published: expected a date as 2026-11-22, found 'May'"),
    ],
)
def test_a_wrong_one_is_told_under_its_own_name(toml: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError) as refused:
        read_sidecar(beside(tmp_path, toml), "x.csv", bundled=True)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


def test_every_bundled_file_has_one_and_is_as_it_was_when_it_was_written() -> None:
    files = [p for p in sorted(BUNDLED.rglob("*")) if p.suffix in (".csv", ".json") and p.name != "corrections.csv"]
    assert len(files) == 33
    wrong: list[str] = []
    for path in files:
        shown = path.relative_to(BUNDLED).as_posix()
        sidecar = read_sidecar(path, shown, bundled=True)
        if sidecar.changed or not sidecar.source.name or sidecar.source.accessed is None:
            wrong.append(shown)
        if not path.with_name(f"{path.name}.toml").is_file() or sidecar.source.sha256 != digest(path):
            wrong.append(f"{shown}: no sidecar")
    assert wrong == []
    commercial = {p.name for p in files if read_sidecar(p, "x", bundled=True).group == "fao"}
    assert commercial == {"fao_food_balance_rcep_2010_2020.csv"}
