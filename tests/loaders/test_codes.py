"""Codes, spans and remarks of classifications."""

from __future__ import annotations

import pytest

from graph.model import Product
from loaders.codes import codes, hs_code, nearest_product
from loaders.row import CellError
from tests.loaders.literal import row


def test_single_codes_spans_and_remarks_are_told_apart() -> None:
    found = codes(row({"c": "01;06-08;2105 (attribute)"}), "c")
    assert found.single == ("01", "2105")
    assert found.spanned == ("06", "07", "08")
    assert found.remark == "attribute"


@pytest.mark.parametrize("cell", ["", "none", "(service)"])
def test_no_code_is_no_code(cell: str) -> None:
    assert codes(row({"c": cell}), "c").every == ()


@pytest.mark.parametrize("cell", ["O1", "07-05", "02-0205", "1;x", "01,02"])
def test_wrong_codes_are_refused_with_their_column(cell: str) -> None:
    with pytest.raises(CellError, match=r"^c: expected"):
        codes(row({"c": cell}), "c")


@pytest.mark.parametrize(("cell", "code"), [("0201.10.00", "02011000"), ("0306 17", "030617"), ("04", "04")])
def test_an_hs_code_is_read_with_or_without_dots(cell: str, code: str) -> None:
    assert hs_code(row({"c": cell}), "c") == code


@pytest.mark.parametrize("cell", ["", "O201", "2", "0201-10", "๐๒"])
def test_what_is_no_hs_code_is_refused(cell: str) -> None:
    with pytest.raises(CellError, match=r"^c: expected"):
        hs_code(row({"c": cell}), "c")


def test_the_longest_known_beginning_is_found() -> None:
    known = [Product(id=id) for id in ("02", "0201", "020110")]
    assert nearest_product(row({}, known), "c", "02011000").id == "020110"
    assert nearest_product(row({}, known), "c", "02019000").id == "0201"
    assert nearest_product(row({}, known), "c", "02990000").id == "02"


def test_an_unknown_chapter_is_refused_with_the_way_out() -> None:
    with pytest.raises(CellError, match=r"no HS chapter 39 .*taxonomy/hs_chapters_th_en\.csv"):
        nearest_product(row({}, [Product(id="02")]), "c", "39012000")
