"""Lines of Thai in figures: they break between words, and nothing is torn apart."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from itertools import pairwise

import pytest

from queries import catalogue
from visuals.labels import lines_of, widest_word
from visuals.thai import LEADING_VOWELS, clings, words
from visuals.vendored import THAI_WORDS_SHA256, VENDOR, thai_words, width

BODIES = (
    "สำนักงานเศรษฐกิจอุตสาหกรรม",
    "คณะกรรมการร่วมภาคเอกชนสามสถาบันเพื่อการพัฒนาอุตสาหกรรมอาหาร",
    "บริษัท เอม ไพร์ อินเตอร์เนชั่นแนล จำกัด (มหาชน)",
    "สำนักงานนวัตกรรมแห่งชาติ (องค์การมหาชน)",
)


@pytest.mark.parametrize(
    ("text", "wide", "lines"),
    [
        ("สำนักงานเศรษฐกิจอุตสาหกรรม", 80, ["สำนักงานเศรษฐกิจ", "อุตสาหกรรม"]),
        ("สำนักงานมาตรฐานสินค้าเกษตรและอาหารแห่งชาติ", 80, ["สำนักงานมาตรฐาน", "สินค้าเกษตรและอาหาร", "แห่งชาติ"]),
        ("ข้อมูลความเชื่อมโยงใดควรตรวจสอบก่อน", 90, ["ข้อมูลความเชื่อมโยงใดควร", "ตรวจสอบก่อน"]),
        ("บริษัท น้ำตาลครบุรี จำกัด (มหาชน)", 80, ["บริษัท น้ำตาลครบุรี", "จำกัด (มหาชน)"]),
    ],
)
def test_thai_breaks_between_words(text: str, wide: float, lines: list[str]) -> None:
    assert lines_of(text, 8, wide, 3) == lines


def test_words_are_the_text_letter_by_letter_and_none_is_torn_from_its_marks() -> None:
    texts = [*BODIES, *(question.title_th for question in catalogue().values())]
    for text in texts:
        parts = words(text)
        assert "".join(parts) == text
        assert not any(clings(before, after) for before, after in pairwise(parts)), parts


@pytest.mark.parametrize("wide", [20.0, 45.0, 80.0, 160.0])
def test_no_line_of_thai_is_too_wide_or_begins_with_a_mark(wide: float) -> None:
    for text in BODIES:
        lines = lines_of(text, 8, wide, 30)
        assert "".join(lines).replace(" ", "") == text.replace(" ", ""), "no letter is lost"
        for line in lines:
            assert width(line, 8) <= wide
            assert not clings("ก", line)
            assert line[-1] not in LEADING_VOWELS


def test_brackets_and_prefixes_stay_with_their_words() -> None:
    assert words("(องค์การมหาชน)")[0].startswith("(อ")
    assert words("เพื่อการพัฒนาผู้ประกอบการ") == ("เพื่อ", "การพัฒนา", "ผู้ประกอบการ")
    assert words("ใครเป็นพันธมิตร") == ("ใคร", "เป็น", "พันธมิตร")


def test_the_widest_word_tells_how_narrow_a_line_may_be() -> None:
    assert widest_word("สภาอุตสาหกรรมแห่งประเทศไทย", 8) == width("อุตสาหกรรม", 8)
    assert widest_word("a bc", 8) == width("bc", 8)


def test_who_draws_no_thai_loads_no_words() -> None:
    asked = "import sys; from visuals.labels import lines_of; lines_of('a long name', 8, 20, 3); print('nlpo3' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_the_words_are_those_that_are_named() -> None:
    assert hashlib.sha256(thai_words().encode()).hexdigest() == THAI_WORDS_SHA256
    assert THAI_WORDS_SHA256 in (VENDOR / "VERSIONS.md").read_text("utf-8")
