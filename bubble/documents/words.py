"""What every format says around a document's own words, in both languages, and which addresses become links."""

from __future__ import annotations

import re

from bubble.documents.blocks import Document, Passage
from visuals.picture import Text, shown

AUTHOR = "Bubble"
SHORT = 12
"""Letters of the content hash that a page shows; the record holds all of them."""
WORDS: dict[str, Text] = {
    "data_of": Text("Data as of {day}", "ข้อมูล ณ วันที่ {day}"),
    "content": Text("content {hash}", "รหัสเนื้อหา {hash}"),
    "page": Text("Page {page} of {pages}", "หน้า {page} จาก {pages}"),
    "source": Text("Source {number}", "แหล่งที่มา {number}"),
    "cited": Text("Back to where source {number} is cited", "กลับไปยังจุดที่อ้างถึงแหล่งที่มา {number}"),
    "cited_again": Text(
        "Back to where source {number} is cited, place {place}",
        "กลับไปยังจุดที่อ้างถึงแหล่งที่มา {number} แห่งที่ {place}",
    ),
    "quote": Text("“{text}”", "“{text}”"),
    "table": Text("Table", "ตาราง"),
    "made": Text("Made with Bubble {version}.", "จัดทำด้วย Bubble {version}"),
}
_LINK = re.compile(r"(?:https?://[^\s/@]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)
_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Letters beyond ASCII; what means something in an address, as %2F does, stays as it is."""
_UNSAFE = re.compile(r"[^\w\-.~:/?#@!$&'*+,;=%\[\]()]", re.ASCII)


def word(name: str, language: str, **values: object) -> str:
    """One of WORDS in that language, filled."""
    return WORDS[name].of(language).format(**values)


def link_of(address: str) -> str:
    """The address as a link may have it, percent-encoded; empty for what is no plain http(s) or mailto address."""
    if address != shown(address) or not _LINK.fullmatch(address):
        return ""
    return _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8")), address)


def readable_address(address: str) -> str:
    """The address with letters such as Thai for what is percent-encoded, where it is still the same address."""
    told = _ENCODED.sub(lambda signs: _decoded(signs[0]), address)
    is_same = link_of(told).casefold() == link_of(address).casefold() != ""
    return told if is_same else address


def _decoded(signs: str) -> str:
    try:
        return bytes.fromhex(signs.replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return signs


def about_passage(passage: Passage) -> str:
    """Who said it, when, where it stands and how sure it is, in one line; empty where nothing is known."""
    return shown(" · ".join(filter(None, (passage.speaker, passage.date, passage.locator, passage.confidence))))


def said(passage: Passage, language: str) -> str:
    """What a source says as a reader sees it: a quote between its marks, our own words without."""
    text = shown(passage.text)
    return word("quote", language, text=text) if passage.is_quote else text


def state(document: Document) -> str:
    """Which data the document was made from: their date and the beginning of their hash."""
    record, parts = document.record, list[str]()
    if record.data_date:
        parts.append(word("data_of", document.language, day=shown(record.data_date)))
    if record.content_hash:
        parts.append(word("content", document.language, hash=shown(record.content_hash[:SHORT])))
    return " · ".join(parts)


def in_markup(record: str) -> str:
    """A record as it may stand in markup: nothing in it ends an element or a comment, and it is still that JSON."""
    return re.sub(r"[<>&']|(?<=-)-", lambda sign: f"\\u{ord(sign[0]):04x}", record)
