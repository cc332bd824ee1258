"""bubble verify: a file is made again and compared; whatever differs is told with its cause, and nothing is trusted."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bubble.cards.card import card
from bubble.cli import run
from bubble.documents.blocks import Document
from bubble.documents.differing import MOST, differing
from bubble.documents.formats import content, record_in
from bubble.documents.record import record_from
from bubble.documents.verifying import verified
from bubble.making import make_graph
from graph.errors import GraphError
from graph.stores.embedded import EmbeddedStore
from tests.built import bundled

NAME, PARAMS = "evidence-of-link", {"link": "p067"}
ENDINGS = (".html", ".pdf", ".docx", ".md")


@cache
def made(language: str = "en") -> Document:
    return card(bundled().store, NAME, PARAMS, language)


@cache
def file(ending: str, language: str = "en") -> bytes:
    return content(made(language), ending)


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_card_is_the_same_bytes_twice_and_verified_in_every_format(
    tmp_path: Path, ending: str, language: str
) -> None:
    again = content(card(bundled().store, NAME, PARAMS, language), ending)
    assert again == file(ending, language)
    path = tmp_path / f"card{ending}"
    path.write_bytes(again)
    verdict = verified(bundled().store, path)
    assert verdict.same
    assert verdict.told.startswith("verified: ")
    assert not verdict.lines


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_changed_word_is_told_with_both_lines(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"card{ending}"
    path.write_bytes(file(ending).replace(b"announced", b"active\xe2\x80\xaeXX", 1))
    assert run(["verify", str(path), "--graph", str(bundled().path)]) == 1
    out, err = capsys.readouterr()
    assert "the file was changed after it was made" in err
    assert err.count("\n") == 1
    assert "- file: " in out
    assert "+ here: " in out
    assert "\\u202eXX" in out
    assert "\u202e" not in out


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_another_answer_under_the_same_record_is_told(tmp_path: Path, ending: str) -> None:
    forged = made()
    forged = Document("Nothing is disputed", forged.language, forged.blocks[3:], forged.record)
    path = tmp_path / f"card{ending}"
    path.write_bytes(content(forged, ending))
    verdict = verified(bundled().store, path)
    assert not verdict.same
    assert "was changed" in verdict.told
    assert any("Nothing is disputed" in line for line in verdict.lines)


def test_another_state_of_the_graph_is_told_with_both_hashes(tmp_path: Path) -> None:
    other = tmp_path / "other.kgl"
    make_graph(other, [], ["fao"], keep_going=False, tell=lambda step: None)
    path = tmp_path / "card.md"
    path.write_bytes(file(".md"))
    verdict = verified(EmbeddedStore(other), path)
    assert not verdict.same
    assert "another state of the graph" in verdict.told
    assert made().record.content_hash[:12] in verdict.told


HOSTILE: dict[str, dict[str, Any]] = {
    "of no sort": {"what": "os"},
    "a path": {"what": "bubble.cli:run"},
    "an unknown question": {"name": "../../etc/passwd"},
    "an unknown parameter": {"params": {"no": "1"}},
    "a huge parameter": {"params": {"link": "x" * 100_000}},
    "many parameters": {"params": {str(n): "" for n in range(5000)}},
    "a wrong type": {"params": {"link": 7}},
    "a list": {"params": []},
    "another language": {"language": "xx"},
    "half a character": {"params": {"link": "\ud800"}},
    "an unknown view": {"options": {"view": "__import__"}},
    "a newer form": {"bubble": 99},
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_record_gets_one_clear_line(tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = {**json.loads(made().record.text()), **HOSTILE[how]}
    data = file(".md")
    old = made().record.text().encode()
    assert old in data
    path = tmp_path / "card.md"
    path.write_bytes(data.replace(old, json.dumps(told, sort_keys=True).encode()))
    assert run(["verify", str(path), "--graph", str(bundled().path)]) == 1
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("bubble: ")
    assert err.count("\n") == 1
    assert len(err) < 1000


def test_a_record_nested_without_end_is_refused() -> None:
    with pytest.raises(GraphError, match="expected the record"):
        record_from("[" * 200_000)


def test_a_file_that_bubble_did_not_make_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in {"a.md": b"# A memo\n", "a.html": b"<p>x</p>", "a.pdf": b"%PDF-1.7", "a.docx": b"PK"}.items():
        (tmp_path / name).write_bytes(data)
        assert run(["verify", str(tmp_path / name), "--graph", str(bundled().path)]) == 1
        out, err = capsys.readouterr()
        assert not out
        assert err.startswith("bubble: ")
        assert err.count("\n") == 1


def test_differences_keep_to_a_screenful_and_show_where_long_lines_part() -> None:
    many = differing("\n".join(map(str, range(100))), "\n".join(map(str, range(500, 600))))
    assert len(many) == MOST + 1
    assert many[-1] == f"… and {200 - MOST} more lines"
    old, new = differing("a" * 500 + "old", "a" * 500 + "new")
    assert "old" in old
    assert "new" in new
    assert "every word is the same" in differing("same", "same")[0]


def test_the_record_comes_back_from_every_format() -> None:
    for ending in ENDINGS:
        assert record_in(file(ending), ending) == made().record
