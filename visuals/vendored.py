"""The vendored script and fonts, as page and figure embed them."""

from __future__ import annotations

import base64
import gzip
import importlib.util
import json
import lzma
import re
import unicodedata
from collections.abc import Set
from functools import cache
from pathlib import Path

from graph.errors import GraphError

VENDOR = Path(__file__).parent / "vendor"
VIS_NETWORK_SHA256 = "b427322ad953d70ab75d1b798ebb8349863502f244e02de3e12a4ab7dfeddf2c"
FALLBACK_SHA256 = "56d3edfb377a8bc3c4b77f4476405c770173c0e31221ad7c77d0a8e1f3039a3e"
THAI_WORDS_SHA256 = "35f65d43ea83b5b981134d5edc3b9afcb64b4ba96146900fc4d312f2940c3265"
FAMILY = "Sarabun"
FALLBACK = "Droid Sans Fallback"
"""The font of Chinese, Japanese and Korean letters, in one weight."""
WEIGHTS = (400, 700)
BRACKETS = re.compile(r" ?[(\[\uff08][^()\[\]\uff08\uff09]*[)\]\uff09]")
# the ranges that the font's own style sheet gives its files
RANGES: dict[str, str] = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+200E-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "thai": "U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+2020,U+2113",
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,U+20AB",
}


def vis_network() -> bytes:
    """The drawing library as gzip."""
    return (VENDOR / "vis-network.min.js.gz").read_bytes()


def vis_network_text() -> str:
    """The drawing library unpacked."""
    return gzip.decompress(vis_network()).decode("utf-8")


def thai_words() -> str:
    """The words of Thai, one a line."""
    return gzip.decompress((VENDOR / "thai-words.txt.gz").read_bytes()).decode("utf-8")


def in_base64(data: bytes) -> str:
    """Bytes as they stand in a data: address."""
    return base64.b64encode(data).decode("ascii")


def font_faces(text: str) -> str:
    """The @font-face rules for the font with all the scripts that the text uses; Latin and Thai are always there."""
    signs = set(text)
    wanted = ["latin", "thai"] + [name for name in ("latin-ext", "vietnamese") if _uses(signs, RANGES[name])]
    return "\n".join(_face(name, weight) for name in wanted for weight in WEIGHTS)


def font_file(weight: int = 400) -> Path:
    """The font as one TrueType file with all its letters, for what shapes text without a browser."""
    name = {400: "Regular", 700: "Bold"}[weight]
    package = importlib.util.find_spec("fontpkg_sarabun")
    if package is None or package.origin is None:
        raise GraphError("font: expected the package fontpkg-sarabun, found none; pip install fontpkg-sarabun")
    return Path(package.origin).parent / "files" / f"Sarabun-{name}.ttf"


def fallback_font() -> bytes:
    """The font of the letters that ours lacks, as a TrueType file."""
    return lzma.decompress((VENDOR / "droid-sans-fallback.ttf.xz").read_bytes())


def width(text: str, size: float, weight: int = 400) -> float:
    """How wide the text stands in the font at that size; characters it lacks count as one em, marks as nothing."""
    advances = _advances(weight)
    return sum(advances.get(c, 1000) for c in text) * size / 1000


def legible(text: str) -> str:
    """The text as a figure has it: without a part in brackets that the font lacks, if what is left can all be read.

    "Taihei Livestock (太平畜産工業)" is told in Latin letters; a name that has no others stays as it is.
    """
    if not lacks(text):
        return text
    left = BRACKETS.sub(lambda part: "" if lacks(part[0]) else part[0], text).strip()
    return left if left and not lacks(left) else text


def lacks(text: str) -> bool:
    """Whether our font lacks some letter or sign, which then stands as a box where there is no other font."""
    known = _advances(400)
    return any(character not in known and unicodedata.category(character)[0] not in "MCZ" for character in text)


def _face(name: str, weight: int) -> str:
    data = in_base64((VENDOR / f"sarabun-{name}-{weight}-normal.woff2").read_bytes())
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:swap;'
        f'src:url(data:font/woff2;base64,{data}) format("woff2");unicode-range:{RANGES[name]}}}'
    )


def _uses(signs: Set[str], ranges: str) -> bool:
    bounds = [part.removeprefix("U+").split("-") for part in ranges.split(",")]
    spans = [(int(b[0], 16), int(b[-1], 16)) for b in bounds]
    return any(low <= ord(c) <= high for c in signs for low, high in spans)


@cache
def _advances(weight: int) -> dict[str, int]:
    table: dict[str, dict[str, str]] = json.loads((VENDOR / "sarabun-widths.json").read_text("utf-8"))
    return {c: int(advance) for advance, characters in table[str(weight)].items() for c in characters}
