"""An empty Word document of ours: A4, our styles and fonts, a footer with the state of the data and page numbers."""

from __future__ import annotations

import zipfile
from io import BytesIO

from bubble.documents.office.fonts import SIGNATURE, embedded
from bubble.documents.office.word_styles import HEAD, SPACE, numbering, styles
from visuals.vendored import FAMILY

WIDE, HIGH, EDGE = 595.3, 841.9, 56.7
"""An A4 page and its margins, in points."""
ROOM = WIDE - 2 * EDGE
"""How wide text stands, in points."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "settings": "settings", "numbering": "numbering", "fontTable": "fontTable"}


def empty(footer: str, numbered_lists: int) -> bytes:
    """The package with a body that is empty, to be opened by python-docx; `footer` is paragraphs as markup."""
    names = f'xmlns:w="{SPACE}" xmlns:r="{_RELATIONS}"'
    faces = embedded()
    listed = "".join(f'<w:{f.element} r:id="rId{n}" w:fontKey="{f.key}"/>' for n, f in enumerate(faces, 1))
    font = f'<w:font w:name="{FAMILY}">{SIGNATURE}{listed}</w:font>'
    related = [*((kind, f"{part}.xml") for kind, part in _PARTS.items()), ("footer", "footer1.xml")]
    fonts = [("font", f"fonts/font{n}.odttf") for n in range(1, len(faces) + 1)]
    body = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{_twips(WIDE)}" w:h="{_twips(HIGH)}"/><w:pgMar w:top="{_twips(EDGE)}" w:right="{_twips(EDGE)}" '
        f'w:bottom="{_twips(EDGE)}" w:left="{_twips(EDGE)}" w:header="567" w:footer="482" w:gutter="0"/></w:sectPr>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f"{HEAD}<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(related),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(numbered_lists),
        "word/settings.xml": _settings(),
        "word/footer1.xml": f"{HEAD}<w:ftr {names}>{footer}</w:ftr>",
        "word/fontTable.xml": f"{HEAD}<w:fonts {names}>{font}</w:fonts>",
        "word/_rels/fontTable.xml.rels": _relations(fonts),
    }
    parts |= {f"word/fonts/font{n}.odttf": face.data for n, face in enumerate(faces, 1)}
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, held in parts.items():
            package.writestr(name, held)
    return written.getvalue()


def _settings() -> str:
    """Fonts stay in the file when it is saved; Word lays it out as its versions since 2013 do."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'{HEAD}<w:settings xmlns:w="{SPACE}"><w:embedTrueTypeFonts/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{mode}</w:compat>'
        '<w:themeFontLang w:val="en-GB" w:bidi="th-TH"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _types() -> str:
    endings = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "svg": "image/svg+xml",
        "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    }
    parts = {"document": "document.main", "footer1": "footer", **_PARTS}
    told = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings.items())
    told += "".join(f'<Override PartName="/word/{p}.xml" ContentType="{_WORD}.{k}+xml"/>' for p, k in parts.items())
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{told}</Types>'


def _relations(targets: list[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _twips(points: float) -> int:
    return round(points * 20)
