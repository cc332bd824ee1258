"""Where Thai text may break: between its words, which it writes without spaces.

The words are found by nlpo3 (newmm: the fewest words of a dictionary that make up the text) with the word list of
PyThaiNLP and the terms of this field that it lacks. Both are loaded once a text has to break, not before.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from visuals.vendored import thai_words

NAME = "bubble"  # of our dictionary within the library
TRAILING = "\u200c\u200d\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f"  # they belong to what stands before them
LEADING_VOWELS = "เแโใไ"  # they belong to the consonant after them
OPENING, CLOSING = "([{“‘", ")]}”’.,:;!?…%/-–"  # never the last or the first of a line
PREFIXES = ("การ", "ความ", "ผู้", "นัก", "ชาว", "น่า", "ไม่")  # a line does not end in one of these
SINGLE = re.compile(r"(?!ณ)[ก-ฮ][\u0e48-\u0e4e]*")  # a letter by itself is the rest of a foreign word
BODIES = re.compile("(สำนักงาน|กระทรวง|มหาวิทยาลัย|วิทยาลัย|คณะกรรมการ|องค์การ|องค์กร|สถาบัน|โรงพยาบาล|ธนาคาร|กรม).{4,}")
TERMS = (
    "ความเชื่อมโยง",
    "เกษตรอุตสาหกรรม",
    "อุตสาหกรรม",
    "ประเทศไทย",
    "อาร์เซ็ป",
    "เจโทร",
    "มาเลเซีย",
    "โฮลดิ้งส์",
    "โซลูชั่นส์",
    "เอ็นเนอร์จี้",
    "เอ็นจิเนียริ่ง",
    "เวนเจอร์ส",
    "อินดัสตรี",
    "บับเบิล",
    "อินดัสเตรียล",
    "อินดัสทรี",
    "คอนเน็คชั่นส์",
    "ดีเวลลอปเมนท์",
    "ฮาลาล",
)


def has_thai(text: str) -> bool:
    """Whether there is a Thai letter in it."""
    return any("\u0e00" <= character <= "\u0e7f" for character in text)


@lru_cache(20_000)
def words(text: str) -> tuple[str, ...]:
    """The text in pieces between which a line may break; joined they are the text, letter by letter."""
    import nlpo3  # a library of its own: only who breaks Thai waits for it

    _load_words()
    return tuple(_joined(nlpo3.segment(text, NAME, safe=True))) if text else ()


def clings(before: str, after: str) -> bool:
    """Whether no line may break between the two: a mark or a vowel would be torn from its consonant."""
    first = after[:1]
    joins = unicodedata.category(first or " ") in ("Mn", "Mc", "Me") or first in TRAILING
    return not before or not after or joins or before[-1] in LEADING_VOWELS


def _joined(segments: Iterable[str]) -> Iterator[str]:
    """The words of a dictionary as a reader takes them: with brackets, prefixes and the rests of foreign words."""
    piece = ""
    for segment in segments:
        clung = clings(piece, segment) or piece[-1] in OPENING or segment[0] in CLOSING or segment == "ๆ"
        if piece and not clung and piece not in PREFIXES and not SINGLE.fullmatch(segment):
            yield piece
            piece = ""
        piece += segment
    if piece:
        yield piece


@cache
def _load_words() -> None:
    """Give the library its words, which it reads from a file only."""
    import nlpo3

    # whole names of bodies are no words: they must break where they are long
    listed = [word for word in thai_words().split("\n") if word and not BODIES.fullmatch(word)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text("\n".join([*listed, *TERMS, ""]), "utf-8")
        nlpo3.load_dict(str(path), NAME)
