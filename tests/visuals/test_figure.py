"""The figure: everything in it, nothing over another, readable on paper, safe."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graph.errors import GraphError
from graph.kinds import Ref
from graph.vocabulary import Status
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from tests.visuals.test_layout import large_picture
from visuals.bundles import scene_of
from visuals.figure import figure_of, write_figure
from visuals.labels import Board, Box, clusters, lines_of
from visuals.layout import HOME, RING, place
from visuals.picture import Picture
from visuals.sheet import SIZES
from visuals.vendored import legible, width
from visuals.words import WORDS

SVG = "{http://www.w3.org/2000/svg}"


def parsed(figure: str) -> ET.Element:
    return ET.fromstring(figure)  # noqa: S314  our own figure


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", SIZES)
def test_the_figure_has_every_link_and_node(language: str, size: str) -> None:
    root = parsed(figure_of(small_picture(), language, size))
    links = [
        (e.get("data-kind"), e.get("data-id"), e.get("data-from"), e.get("data-to"))
        for e in root.iter(f"{SVG}path")
        if e.get("data-id")
    ]
    assert sorted(links) == sorted(small_picture().links)
    assert [e.get("data-key") for e in root.iter(f"{SVG}g") if e.get("data-key")] == list(small_picture().dots)


def test_parallel_links_lie_beside_each_other() -> None:
    root = parsed(figure_of(small_picture()))
    paths = [e.get("d") for e in root.iter(f"{SVG}path") if e.get("data-id")]
    assert len(set(paths)) == len(paths)


def test_thai_is_text_and_the_font_is_inside() -> None:
    figure = figure_of(small_picture(), "th")
    told = "".join(parsed(figure).itertext())
    for words in ("ใครร่วมมือกับใครด้านอาหาร", "กรมส่งเสริมอุตสาหกรรม", Status.IN_TALKS.th, "ญี่ปุ่น"):
        assert words in told
    assert figure.count("@font-face") == 4
    assert "url(data:font/woff2;base64," in figure


def test_the_figure_says_in_words_what_it_shows() -> None:
    root = parsed(figure_of(small_picture()))
    assert root.get("aria-labelledby") == "title desc"
    assert root.findtext(f"{SVG}title") == "Who works with whom on food?"
    told = root.findtext(f"{SVG}desc") or ""
    assert "Japan most, Brunei not at all" in told
    assert "Brunei 0" in told
    assert "8 nodes and 11 links drawn of 120 nodes and 345 links in the data" in told


def test_no_script_and_no_outer_address() -> None:
    figure = figure_of(small_picture())
    assert set(re.findall(r"https?://[^\"' )<]+", figure)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|\son\w+=|href=", figure)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "th"])
def test_text_is_never_below_six_and_a_half_points_stays_on_the_sheet_and_apart(language: str, size: str) -> None:
    picture = large_picture(330, (HOME, HOME, *RING))
    for link in list(small_picture().dots.values()):
        picture.dots[link.key] = link
    root = parsed(figure_of(picture, language, size))
    left, _, across, high = map(float, root.attrib["viewBox"].split())
    wide = left + across
    boxes: list[tuple[float, float, float, float, str]] = []
    for text in root.iter(f"{SVG}text"):
        points = float(text.get("font-size", "0"))
        assert points >= 6.5
        if text.get("paint-order") is None:  # title and legend are in no one's way
            continue
        words = text.text or ""
        long = width(words, points, int(text.get("font-weight", "400")))
        x = float(text.get("x", "0")) - (long / 2 if text.get("text-anchor") == "middle" else 0)
        y = float(text.get("y", "0"))
        assert x > left
        assert x + long < wide
        assert points < y < high
        boxes.append((x, y - points * 0.75, x + long, y + points * 0.1, words))
    assert len(boxes) > 60
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], (a[4], b[4])


def test_statuses_differ_without_colour() -> None:
    root = parsed(figure_of(small_picture()))
    looks: dict[str, tuple[str | None, str | None, int]] = {}
    for group in root.iter(f"{SVG}g"):
        links = [e for e in group if e.get("data-id")]
        if links:
            status = next(k.status for k in small_picture().links.values() if k.id == links[0].get("data-id"))
            looks[status] = (group.get("stroke-dasharray"), group.get("stroke-width"), len(group) // len(links))
    assert len(looks) == len(Status)
    told_apart = {**looks, Status.COMPLETED.value: (None, "mark", 2), Status.FAILED.value: ("x", "mark", 2)}
    assert len(set(told_apart.values())) == len(Status)
    assert looks["completed"][2] == looks["failed"][2] == looks["disputed"][2] == 2, "these have a mark on the line"


def test_an_unknown_size_is_told_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"expected one of a4, slide, column, half, web, found A5"):
        write_figure(small_picture(), tmp_path / "f.svg", size="A5")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_picture_is_a_figure_too() -> None:
    assert parsed(figure_of(Picture("Nothing?", "ไม่มี"))).findtext(f"{SVG}title") == "Nothing?"


def test_thai_letters_are_not_torn_from_their_marks_and_vowels() -> None:
    assert list(clusters("น้ำปลา")) == ["น้ำ", "ป", "ลา"]
    assert list(clusters("เที่ยว")) == ["เที่", "ย", "ว"]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = lines_of("Department of Industrial Promotion and of everything else", 7, 60, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width(line, 7) <= 60 for line in lines)
    assert lines_of("short", 7, 60, 2) == ["short"]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Taihei Livestock (太平畜産工業)", "Taihei Livestock"),
        ("Chiang Mai college (치앙마이 대학) of farming", "Chiang Mai college of farming"),
        ("บริษัท ไทเฮ （太平） จำกัด", "บริษัท ไทเฮ จำกัด"),
        ("Kiwi Foods (NZ) (キウイ)", "Kiwi Foods (NZ)"),
        ("太平畜産工業", "太平畜産工業"),
        ("(경인방송, no headline)", "(경인방송, no headline)"),
        ("タイ GFPT (Thailand)", "タイ GFPT (Thailand)"),
        ("Kiwi Foods (Public)", "Kiwi Foods (Public)"),
    ],
)
def test_a_part_in_brackets_that_the_font_lacks_is_left_out_where_the_rest_can_be_read(name: str, drawn: str) -> None:
    assert legible(name) == drawn
    picture = Picture("A question?", "คำถาม")
    picture.node(Ref("Firm", "a"), name)
    root = parsed(figure_of(picture))
    assert " ".join(text.text or "" for text in root.iter(f"{SVG}text") if text.get("paint-order")) == drawn
    assert name in {title.text for title in root.iter(f"{SVG}title")}, "who reads the file still finds the whole name"


def test_a_board_gives_no_place_twice_and_none_outside() -> None:
    board = Board(Box(0, 0, 100, 100))
    board.take(Box(10, 10, 30, 10))
    assert not board.free(Box(39, 15, 10, 10))
    assert board.free(Box(41, 15, 10, 10))
    assert not board.free(Box(95, 50, 10, 10))


ENGLISH = (
    "Department of Industrial Promotion of the Ministry of Industry of the Kingdom of Thailand, Agro-industry Division",
    "JETRO",
    "Kiwi Foods International Trading and Manufacturing Company Limited (Public)",
)
THAI = (
    "กรมส่งเสริมอุตสาหกรรม กระทรวงอุตสาหกรรม กองพัฒนาเกษตรอุตสาหกรรม",
    "เจโทร",
    "คณะกรรมการร่วมภาคเอกชนสามสถาบันเพื่อการพัฒนาอุตสาหกรรมอาหาร",
)


def free_picture(nodes: int, links: int, *, has_status: bool = True) -> Picture:
    """A picture without countries: long names, parallel links, a loop, one muted node."""
    picture = Picture("A question?", "คำถาม", answer="An answer.", answer_th="คำตอบ")
    keys = [
        picture.node(
            Ref(("Agency", "Firm", "Programme")[i % 3], str(i)), ENGLISH[i % 3], THAI[i % 3], muted=i == nodes - 1
        )
        for i in range(nodes)
    ]
    for i in range(links):
        ends = keys[i * i % max(nodes - 1, 1)], keys[(i * 7 + 1) % max(nodes - 1, 1)] if i % 5 else keys[i * i % 2]
        picture.edge("PARTNERS_WITH", *ends, id=f"e{i}", status=list(Status)[i % 9] if has_status else "")
    return picture


def corners(root: ET.Element) -> list[tuple[float, float, float, float]]:
    """The boxes of all nodes."""
    found: list[tuple[float, float, float, float]] = []
    for shape in (child for g in root.iter(f"{SVG}g") if g.get("data-key") for child in g):
        at = {
            name: float(value)
            for name, value in shape.attrib.items()
            if name in ("cx", "cy", "r", "x", "y", "width", "height")
        }
        if shape.tag == f"{SVG}circle":
            found.append((at["cx"] - at["r"], at["cy"] - at["r"], at["cx"] + at["r"], at["cy"] + at["r"]))
        if shape.tag == f"{SVG}polygon":
            points = [float(part) for part in re.split(r"[ ,]", shape.get("points", ""))]
            found.append((min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])))
    return found


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("nodes", "links"), [(1, 0), (2, 4), (30, 45), (300, 400)])
def test_a_picture_of_any_shape_stays_on_the_sheet_and_its_names_apart(
    nodes: int, links: int, size: str, language: str
) -> None:
    root = parsed(figure_of(free_picture(nodes, links), language, size))
    left, _, across, high = map(float, root.attrib["viewBox"].split())
    wide = left + across
    for first, top, right, bottom in corners(root):
        assert first >= left
        assert top >= 0
        assert right <= wide
        assert bottom <= high
    assert sum(bool(path.get("data-id")) for path in root.iter(f"{SVG}path")) == links
    boxes: list[tuple[float, float, float, float, str]] = []
    for text in root.iter(f"{SVG}text"):
        if text.get("paint-order"):
            points, words = float(text.get("font-size", "0")), text.text or ""
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            boxes.append((x, y - points * 0.75, x + width(words, points), y + points * 0.1, words))
            assert x > left
            assert boxes[-1][2] < wide
            assert not words.endswith(("เ", "แ", "โ", "ไ"))
    assert boxes
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], (a[4], b[4])


@pytest.mark.parametrize("groups", [(), (HOME,), (HOME, *RING)])
def test_the_home_country_is_named_once(groups: tuple[str, ...]) -> None:
    picture = small_picture()
    picture.open_folded(groups)
    root = parsed(figure_of(picture))
    assert sum(re.fullmatch(r"Thailand( \d+)?", text.text or "") is not None for text in root.iter(f"{SVG}text")) == 1


def test_two_thousand_nodes_are_all_drawn() -> None:
    root = parsed(figure_of(free_picture(2000, 3000)))
    assert sum(bool(e.get("data-key")) for e in root.iter(f"{SVG}g")) == 2000
    assert sum(bool(path.get("data-id")) for path in root.iter(f"{SVG}path")) == 3000


def legend_words(figure: str) -> list[str]:
    root = parsed(figure)
    entries = [g for g in root.iter(f"{SVG}g") if (g.get("transform") or "").startswith("translate(")]
    return ["".join(text.text or "" for text in entry.iter(f"{SVG}text")) for entry in entries]


def test_the_legend_has_only_what_occurs() -> None:
    plain = legend_words(figure_of(free_picture(30, 45, has_status=False)))
    assert plain == ["Agency 10", "Firm 10", "Programme 9", "no links found 1"]
    few = free_picture(3, 1)
    assert legend_words(figure_of(few))[0] == "active 1"
    assert len(legend_words(figure_of(few))) == 4


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "th"])
def test_a_folded_picture_is_drawn_folded_and_says_so(language: str, size: str) -> None:
    picture = large_picture(330, (HOME, HOME, *RING))
    picture.open_folded((HOME, *RING), apart=[key for key in picture.dots if key.startswith("Agency")][:2])
    root = parsed(figure_of(picture, language, size))
    bundles = [path for path in root.iter(f"{SVG}path") if path.get("data-links")]
    scene = scene_of(picture, place(picture))
    assert len(bundles) == sum(line.is_bundle for line in scene.lines) > 10
    told = "".join(root.itertext())
    words = WORDS["told_folds"].of(language)
    inside = sum(len(unit.members) for unit in scene.folds)
    assert words.format(count=len(scene.folds), nodes=inside, lines=len(bundles)) in told
    assert WORDS["folded"].of(language) in told


def test_a_browser_sets_the_thai_as_wide_as_we_think(tmp_path: Path, browser: Browser) -> None:
    write_figure(small_picture(), tmp_path / "f.svg", "th")
    browser.load(tmp_path / "f.svg")
    browser.until("return document.fonts && document.fonts.status === 'loaded'")
    measured = browser.run(
        "return [...document.querySelectorAll('text')].map((t) => [t.textContent, t.getComputedTextLength(),"
        " parseFloat(t.getAttribute('font-size')), t.getAttribute('font-weight') || '400'])"
    )
    assert len(measured) > 15
    for words, long, size, weight in measured:
        assert long == pytest.approx(width(words, size, int(weight)), rel=0.04, abs=1), words
