"""How names of links and the gist of passages, which are our own English words, read in Thai."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from loaders.loader import loader
from loaders.names import Meaning
from loaders.row import CellError, Row
from loaders.sources.parties import THAI_LETTER
from loaders.wording import WORDING


@loader("partnerships/thai_wording*.csv", columns=("text", "text_th"), key=("text",), bulk=True)
def thai_wording(row: Row) -> Iterator[Fact | Meaning]:
    """One English wording a row, and the same in Thai; it goes to every link and passage that is worded so."""
    text, thai = row.text("text"), row.text("text_th")
    if not THAI_LETTER.search(thai) and thai != text:
        raise CellError("text_th", "expected words in Thai letters, or the same text where it is only a name")
    yield Meaning(text, (), of=WORDING, reading=thai, place=row.place)
