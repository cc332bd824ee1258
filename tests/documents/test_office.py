"""What holds for Word files and slides alike: bytes, record, words, pictures, links; and files that are none."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bubble.documents import word
from bubble.documents.office import package
from bubble.documents.office.outlined import outlined
from bubble.documents.office.package import presentation, same_bytes, saved, word_document, xml
from bubble.documents.office.pictures import drawn, in_run
from bubble.documents.office.record import keep_record, record_text
from graph.errors import GraphError
from tests.documents.made import FORMATS, made
from tests.documents.said import texts_of
from tests.documents.sample import hostile, sample
from visuals.raster import png_of

BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def zipped(held: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as made_up:
        for name, body in held.items():
            made_up.writestr(name, body)
    return written.getvalue()


def relations(data: bytes) -> list[dict[str, str]]:
    """What a package relates, and the name of the part that does it."""
    return [
        {**relation.attrib, "in": name}
        for name, body in parts(data).items()
        if name.endswith(".rels")
        for relation in xml(body)
    ]


def test_the_same_document_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    (tmp_path / "document").write_bytes(pickle.dumps(sample("th")))
    code = (
        "import hashlib, pickle, sys; from bubble.documents import slides, word; "
        "d = pickle.load(open(sys.argv[1], 'rb')); "
        "print([hashlib.sha256(m.content(d)).hexdigest() for m in (word, slides)])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "document")]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"})
    assert told.stdout.strip() == str([hashlib.sha256(made(e, "th")).hexdigest() for e in FORMATS])


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("which", ["en", "th", "hostile"])
def test_record_and_every_word_come_back(ending: str, which: str) -> None:
    document = hostile() if which == "hostile" else sample(which)
    data = made(ending, which)
    assert FORMATS[ending].record_in(data) == document.record.text()
    told = " ".join(FORMATS[ending].text_of(data).split())
    missing = [text for text in texts_of(document) if text not in told]
    # a slide may break a long word, and parts what no slide can hold
    words = told.replace(" ", "")
    most = 1000 if ending == ".pptx" else 10**6
    assert [text for text in missing if text.replace(" ", "") not in words and len(text) < most] == []


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("which", ["th", "hostile"])
def test_nothing_leads_out_of_a_file_but_links_a_reader_may_follow(ending: str, which: str) -> None:
    data = made(ending, which)
    out = [relation for relation in relations(data) if relation.get("TargetMode") == "External"]
    assert out
    assert {relation["Type"].rpartition("/")[2] for relation in out} == {"hyperlink"}
    assert all(relation["Target"].startswith(("http://", "https://", "mailto:")) for relation in out)
    fields = {w for name, body in parts(data).items() if name.endswith(".xml") for w in instructions(body)}
    assert fields <= {"PAGE", "NUMPAGES", "SEQ"}
    assert not any("vba" in name.casefold() or "embed" in name for name in parts(data))


def instructions(body: bytes) -> list[str]:
    return [(e.text or "").split()[0] for e in xml(body).iter() if e.tag.endswith("}instrText")]


@pytest.mark.parametrize("ending", FORMATS)
def test_every_part_is_told_its_type_and_every_relation_leads_to_a_part(ending: str) -> None:
    data = made(ending, "th")
    held = parts(data)
    types = xml(held["[Content_Types].xml"])
    known = {f"/{name}" for name in held if name.rpartition(".")[2] in {e.get("Extension") for e in types}}
    known |= {str(e.get("PartName")) for e in types}
    assert {f"/{name}" for name in held} - known == {"/[Content_Types].xml"} - known
    for relation in relations(data):
        if relation.get("TargetMode") != "External":
            folder = Path("/", relation["in"]).parent.parent
            target = Path(relation["Target"]) if relation["Target"].startswith("/") else folder / relation["Target"]
            assert _flat(target) in held


def _flat(path: Path) -> str:
    found: list[str] = []
    for part in path.parts[1:]:
        if part == "..":
            found.pop()
        else:
            found.append(part)
    return "/".join(found)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_figure_is_there_as_svg_and_as_png_with_its_description(ending: str) -> None:
    held = parts(made(ending, "th"))
    alts = [figure.alt for figure in sample("th").figures()]
    found: list[str] = []
    for body in (body for name, body in held.items() if name.endswith(".xml")):
        root = xml(body)
        assert all(blip.get(EMBED) and blip.find(f".//{SVG_BLIP}").get(EMBED) for blip in root.iter(BLIP))
        found += [str(e.get("descr")) for e in root.iter() if e.tag.endswith(("}docPr", "}cNvPr")) and e.get("descr")]
    assert set(alts) <= set(found)
    drawings = [body.decode() for name, body in held.items() if name.endswith(".svg")]
    assert len(drawings) == len(alts) == sum(name.endswith(".png") for name in held)
    assert not any("<text" in drawing or "font-face" in drawing for drawing in drawings)


def test_words_as_shapes_look_like_words_as_text() -> None:
    from PIL import Image, ImageChops

    svg = next(iter(sample("th").figures())).svg("web")
    one, other = (Image.open(BytesIO(png_of(drawing))).convert("L") for drawing in (svg, outlined(svg)))
    far = sum(ImageChops.difference(one, other).histogram()[60:])
    assert far < one.width * one.height / 100_000


def test_a_figure_put_in_a_file_twice_is_kept_once_and_a_record_takes_the_place_of_an_older() -> None:
    document: Any = word_document(made(".docx", "en"))
    before = set(parts(made(".docx", "en")))
    figure = drawn(next(iter(sample("en").figures())), word.SHEET, name="again")
    in_run(document.add_paragraph().add_run(), figure, 1_000_000)
    keep_record(document.part, '{"newer": true}')
    after = saved(document)
    assert set(parts(after)) == before
    assert record_text(after, ".docx") == '{"newer": true}'
    assert saved(word_document(after)) == after == same_bytes(after)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_record_is_found_in_a_file_whose_custom_parts_another_program_dropped(ending: str) -> None:
    kept = {name: body for name, body in parts(made(ending, "th")).items() if not name.startswith("customXml/")}
    assert record_text(zipped(kept), ending) == sample("th").record.text()


def test_properties_of_the_user_stay_beside_the_record() -> None:
    held = parts(made(".docx", "en"))
    own = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Own"><vt:lpwstr>ของฉัน</vt:lpwstr></property>'
    held["docProps/custom.xml"] = held["docProps/custom.xml"].replace(b"</Properties>", own.encode() + b"</Properties>")
    document: Any = word_document(zipped(held))
    keep_record(document.part, "{}")
    told = xml(parts(saved(document))["docProps/custom.xml"])
    assert [(each.get("pid"), each.get("name")) for each in told] == [("7", "Own"), ("8", "bubble-record")]


def broken(kind: str) -> bytes:
    """A file that is no Word document of ours to read."""
    whole = parts(made(".docx", "en"))
    changes: dict[str, dict[str, bytes | None]] = {
        "without its body": {"word/document.xml": None},
        "half a body": {"word/document.xml": whole["word/document.xml"][:500]},
        "with macros": {"word/vbaProject.bin": b"x"},
        "without types": {"[Content_Types].xml": None},
    }
    if kind in changes:
        return zipped({name: body for name, body in {**whole, **changes[kind]}.items() if body is not None})
    return {
        "nothing": b"",
        "text": b"Dear Sir",
        "a cut zip": made(".docx", "en")[:5000],
        "an old or locked file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "slides": made(".pptx", "en"),
    }[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "nothing", "text", "a cut zip", "an old or locked file", "slides", "without its body", "half a body",
        "with macros", "without types",
    ],
)  # fmt: skip
def test_what_is_no_document_is_told_in_one_line(kind: str) -> None:
    data = broken(kind)
    with pytest.raises(GraphError, match=r"^memo\.docx: expected a Word document, found ") as told:
        word_document(data, "memo.docx")
    assert "\n" not in str(told.value)
    with pytest.raises(GraphError, match=r"^expected a Word document, found "):
        word.text_of(data)


def test_what_unpacks_to_more_than_a_report_ever_holds_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(".docx", "en")
    monkeypatch.setattr(package, "MOST_BYTES", 1_000_000)
    with pytest.raises(GraphError, match=r"^memo\.docx: expected a Word document, found more than .* 1 MB unpacked"):
        word_document(data, "memo.docx")
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    with pytest.raises(GraphError, match="found more than 3 parts"):
        record_text(data, ".docx")


def test_slides_that_are_none_are_told_too() -> None:
    with pytest.raises(GraphError, match=r"^deck\.pptx: expected a presentation, found a file of another kind"):
        presentation(made(".docx", "en"), "deck.pptx")
    bare = {n: b for n, b in parts(made(".pptx", "en")).items() if not n.startswith(("customXml/", "docProps/custom"))}
    assert record_text(zipped(bare), ".pptx") is None
