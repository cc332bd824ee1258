"""Word documents and slides with placeholders, as a person, python-docx and LibreOffice write them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.util import Cm

from tests.parts import require

BOX = """<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3600000" cy="3600000"/>
<wp:docPr id="77" name="Box"/><a:graphic><a:graphicData
 uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="3600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/>
</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape
 style="width:283pt;height:283pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def word() -> bytes:
    """A document with placeholders in body, cell, header and box, beside a comment and tracked changes."""
    document: Any = Document()
    document.add_heading("A brief", 1)
    kept = document.add_paragraph("Words that stay, ")
    kept.add_run("with a comment").bold = True
    document.add_comment(kept.runs[1], "Is it so?", author="A reader")
    kept._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="9" w:author="B" w:date="2026-01-01T00:00:00Z"><w:r><w:t xml:space="preserve"> new </w:t></w:r></w:ins>'
        )
    )
    kept._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="8" w:author="B" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>{{{{bubble: gone}}}}</w:delText></w:r></w:del>'
        )
    )
    parted = document.add_paragraph("{{bub")
    parted.add_run("ble: neigh").bold = True
    parted.add_run("bourhood of=JETRO lang=th}}")
    said = document.add_paragraph("So: ")
    said.add_run("{{bubble: sentence neighbourhood of=JETRO}}").italic = True
    said.add_run(" And: {{bubble: sentence neighbourhood of=JETRO lang=th}} end.")
    document.add_paragraph("{{bubble: table partners-of-country country=NZL rows=3}}")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "left"
    table.cell(0, 1).text = "{{bubble: neighbourhood of=JETRO caption=“In a cell”}}"
    document.add_paragraph()._p.append(
        parse_xml(BOX.format(w=nsdecls("w"), text="{{bubble: sentence neighbourhood of=JETRO}}"))
    )
    document.sections[0].header.paragraphs[0].text = "{{bubble: sentence neighbourhood of=JETRO}}"
    document.add_paragraph("{{bubble: sources}}")
    document.add_paragraph("The end.")
    return _bytes(document)


def slides() -> bytes:
    """Slides with placeholders in a box, a layout's own place, a cell, and beside other words."""
    show: Any = Presentation()
    first = show.slides.add_slide(show.slide_layouts[5])
    first.shapes.title.text = "Title that stays"
    box = first.shapes.add_textbox(Cm(2), Cm(4), Cm(20), Cm(12)).text_frame.paragraphs[0]
    box.add_run().text = "{{bubble: neigh"
    box.add_run().text = "bourhood of=JETRO lang=th}}"
    second = show.slides.add_slide(show.slide_layouts[1])
    second.shapes.title.text = "{{bubble: sentence neighbourhood of=JETRO}}"
    second.placeholders[1].text = "{{bubble: map-of-links country=JPN}}"
    third = show.slides.add_slide(show.slide_layouts[6])
    grid = third.shapes.add_table(1, 2, Cm(1), Cm(1), Cm(20), Cm(3)).table
    grid.cell(0, 1).text = "So {{bubble: sentence neighbourhood of=JETRO lang=th}} it is"
    third.shapes.add_textbox(
        Cm(1), Cm(6), Cm(22), Cm(10)
    ).text_frame.text = "{{bubble: table partners-of-country country=NZL rows=20}}"
    last = show.slides.add_slide(show.slide_layouts[6])
    last.shapes.add_textbox(Cm(1), Cm(1), Cm(22), Cm(15)).text_frame.text = "{{bubble: sources}}"
    return _bytes(show)


def _bytes(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """The package with one part changed, or added."""
    out = BytesIO()
    held = parts(data)
    held[name] = change(held.get(name, b""))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for each, part in held.items():
            package.writestr(each, part)
    return out.getvalue()


def paragraphs_without(data: bytes, name: str, *words: bytes) -> list[bytes]:
    """The bytes of the paragraphs of a part that hold none of these words, and no box inside."""
    found = re.findall(rb"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", parts(data)[name], re.DOTALL)
    return [each for each in found if not any(word in each for word in words)]


@cache
def _profile() -> str:
    return mkdtemp(prefix="bubble-office-")


def converted(data: bytes, ending: str, to: str, folder: Path) -> bytes:
    """The file as LibreOffice writes it in another form."""
    found = shutil.which("soffice")
    require(
        "soffice",
        found is not None,
        "documents are saved by LibreOffice too; apt-get install libreoffice-writer-nogui libreoffice-impress-nogui",
    )
    path = folder / f"in{ending}"
    path.write_bytes(data)
    out = folder / "out"
    subprocess.run(
        [str(found), "--headless", f"-env:UserInstallation=file://{_profile()}", "--convert-to", to, "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return (out / f"in.{to}").read_bytes()
