"""A figure as a PDF of one page: what it says for who cannot see it, what it is called, and no date."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from graph.errors import GraphError, one_line
from visuals.pdf.content import SVG, Painter, named, plain
from visuals.pdf.geometry import Matrix, numbers
from visuals.pdf.look import LOOK
from visuals.pdf.objects import Objects, dictionary, ref, string
from visuals.pdf.text import embed

POINTS = 72 / 96  # of a CSS pixel
SUBJECT = 400  # letters of the description that the list of properties shows; all of it is the alternative text


def pdf_of(svg: str) -> bytes:
    """The figure as PDF: vector, its words as text, the font inside; the same figure always gives the same bytes.

    It draws what our figures are made of; anything else raises GraphError, which names it.
    """
    try:
        root = ET.fromstring(svg)  # noqa: S314  a figure of ours; no address in it is opened
    except ET.ParseError as error:
        raise GraphError(f"pdf: expected SVG, found text that is none ({error}); draw it as .svg to see it") from error
    wide, high, base = _sheet(root)
    objects = Objects()
    painter = Painter(objects, {p.get("id", ""): p for p in root.iter(f"{SVG}pattern")})
    look = LOOK | {name: value for name, value in root.attrib.items() if name in LOOK}
    for child in root:
        painter.paint(child, look, base)
    content = "\n".join(["/Figure << /MCID 0 >> BDC", "q", f"{numbers(*base)} cm", *painter.told, "Q", "EMC"])
    fonts = {weight: embed(face, objects) for weight, face in sorted(painter.resources.faces.items())}
    pages, page = objects.reserve(), objects.reserve()
    objects.put(pages, dictionary({"Type": "/Pages", "Kids": f"[{ref(page)}]", "Count": "1"}))
    objects.put(
        page,
        dictionary(
            {
                "Type": "/Page",
                "Parent": ref(pages),
                "MediaBox": f"[0 0 {numbers(wide, high)}]",
                "Contents": ref(objects.stream(content)),
                "Resources": named(painter.resources, fonts),
                "StructParents": "0",
                "Tabs": "/S",
            }
        ),
    )
    title, told = (root.findtext(f"{SVG}{name}") or "" for name in ("title", "desc"))
    tree = _tree(objects, page, told or title, f"[0 0 {numbers(wide, high)}]")
    catalog = objects.add(
        dictionary(
            {
                "Type": "/Catalog",
                "Pages": ref(pages),
                "Lang": string(root.get("lang", "en")),
                "MarkInfo": "<< /Marked true >>",
                "StructTreeRoot": ref(tree),
                "ViewerPreferences": "<< /DisplayDocTitle true >>",
            }
        )
    )
    subject = told if len(told) <= SUBJECT else told[: SUBJECT - 1] + "…"
    about = {"Title": title, "Subject": subject, "Author": "Bubble", "Creator": "Bubble", "Producer": "Bubble"}
    return objects.file(
        catalog, objects.add(dictionary({name: string(words) for name, words in about.items() if words}))
    )


def _sheet(root: ET.Element) -> tuple[float, float, Matrix]:
    """Width and height in points, and how the figure's units become points from the lower left."""
    if plain(root) != "svg":
        raise GraphError(f"pdf: expected an svg element, found {one_line(plain(root))}")
    left, top, across, down = (float(part) for part in root.get("viewBox", "0 0 0 0").split())
    wide, high = (float(root.get(side, "0")) * POINTS for side in ("width", "height"))
    if not (across and down and wide and high):
        raise GraphError("pdf: expected an svg with width, height and viewBox, found one without")
    scale = min(wide / across, high / down)
    return wide, high, (scale, 0, 0, -scale, -left * scale, high + top * scale)


def _tree(objects: Objects, page: int, told: str, corners: str) -> int:
    """The page as one figure with its description, for who has it read aloud."""
    root, document, figure = objects.reserve(), objects.reserve(), objects.reserve()
    parents = objects.add(f"<< /Nums [0 [{ref(figure)}]] >>")
    kind = {"Type": "/StructElem"}
    objects.put(
        figure,
        dictionary(
            kind
            | {
                "S": "/Figure",
                "P": ref(document),
                "Pg": ref(page),
                "K": "0",
                "Alt": string(told),
                "A": f"<< /O /Layout /Placement /Block /BBox {corners} >>",
            }
        ),
    )
    objects.put(document, dictionary(kind | {"S": "/Document", "P": ref(root), "K": ref(figure)}))
    return objects.put(
        root,
        dictionary(
            {"Type": "/StructTreeRoot", "K": ref(document), "ParentTree": ref(parents), "ParentTreeNextKey": "1"}
        ),
    )
