"""Tariff rates as schedules print them: shares of value, amounts per unit, both together, or no commitment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import GraphError, one_line
from graph.vocabulary import RateForm

_LONGEST = 200
_SHARE_DIGITS = 6  # spreadsheets store 0.108 as 0.10800000000000001
_UNBOUND = ("u", "unbound", "excluded", "no commitment")
_FREE = ("free",)
_NUMBER = r"(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)"
_CURRENCY = r"US\$|A\$|NZ\$|S\$|B\$|RM|Rp|[$¥€£₩฿₫₱]|[A-Z]{3}(?![A-Za-z])"
_CURRENCY_WORD = r"baht|yen|won|riel|kip|kyat|ringgit|rupiah|peso|dong|yuan|dollars?|cents?|[A-Z]{3}"
_UNIT = r"(?:\d+\s*)?[A-Za-z]+(?:\s+[A-Z]{2,}\*?)?"
_PERCENT = rf"(?P<percent>{_NUMBER})\s*(?:%|per\s?cent)"
_SPECIFIC = (
    rf"(?:(?P<before>{_CURRENCY})\s*(?P<amount1>{_NUMBER})|(?P<amount2>{_NUMBER})\s*(?P<after>{_CURRENCY_WORD}))"
    rf"\s*(?:/|per)\s*(?P<unit>{_UNIT})\*?"
)
_JOIN = (
    r"\s*(?:\+|,?\s*(?:plus|and|or|but not (?:less|more) than)\b)"
    r"(?:,?\s*(?:if\s+)?(?:whichever\s+is\s+)?(?:the\s+)?(?:lower|higher|greater|less))?,?\s*"
)
_WHICHEVER = r"(?:,?\s*whichever\s+is\s+(?:the\s+)?(?:lower|higher|greater|less))?"
_PERCENT_RATE = re.compile(_PERCENT, re.IGNORECASE)
_SPECIFIC_RATE = re.compile(_SPECIFIC)
_SHARE_FIRST = re.compile(_PERCENT + _JOIN + _SPECIFIC + _WHICHEVER)
_AMOUNT_FIRST = re.compile(_SPECIFIC + _JOIN + _PERCENT + _WHICHEVER)
_BARE = re.compile(_NUMBER + r"(?:[eE]-?\d+)?")


class RateError(GraphError):
    """A rate that fits no known form."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: `share` of the value (0.05 is 5 %), `amount` of money per unit, and `unit` ("$/kg") of that amount."""

    form: RateForm
    share: float | None = None
    amount: float | None = None
    unit: str = ""

    @property
    def is_free(self) -> bool:
        """Whether nothing is charged."""
        return self.form is not RateForm.UNBOUND and not self.share and not self.amount


def read_rate(text: str) -> Rate:
    """The rate a cell prints: 0.05, 5%, $1.220/kg, "5%, or, if lower, $0.45/kg TSS*", Free, or U for none.

    A bare number is a share of the value and at most 1. Raises RateError for anything else.
    """
    plain = " ".join(text.split()) if len(text) <= _LONGEST else ""
    word = plain.casefold()
    if word in _UNBOUND:
        return Rate(RateForm.UNBOUND)
    if word in _FREE:
        return Rate(RateForm.AD_VALOREM, share=0.0)
    if _BARE.fullmatch(plain):
        return _bare_share(plain)
    percent = _PERCENT_RATE.fullmatch(plain)
    if percent:
        return Rate(RateForm.AD_VALOREM, share=_share(percent["percent"]))
    specific = _SPECIFIC_RATE.fullmatch(plain)
    if specific:
        return _with_amount(RateForm.SPECIFIC, specific, None)
    both = _SHARE_FIRST.fullmatch(plain) or _AMOUNT_FIRST.fullmatch(plain)
    if both:
        return _with_amount(RateForm.COMPOUND, both, _share(both["percent"]))
    raise RateError(
        f'expected a rate as 0.05, 5%, $1.22/kg, "5% or $0.45/kg", Free, or U for unbound, found {one_line(text)!r}'
    )


def free_from(rates: Sequence[Rate]) -> int | None:
    """The first year (1 is the first of the rates) from which on nothing is charged, None where that never comes."""
    charged = [year for year, rate in enumerate(rates, 1) if not rate.is_free]
    first = charged[-1] + 1 if charged else 1
    return first if first <= len(rates) else None


def _bare_share(plain: str) -> Rate:
    share = float(plain.replace(",", ""))
    if share > 1:
        raise RateError(
            f"expected a share of the value up to 1, found {one_line(plain)!r}; write {plain}% if per cent is meant"
        )
    return Rate(RateForm.AD_VALOREM, share=round(share, _SHARE_DIGITS))


def _share(percent: str) -> float:
    return round(float(percent.replace(",", "")) / 100, _SHARE_DIGITS)


def _with_amount(form: RateForm, found: re.Match[str], share: float | None) -> Rate:
    amount = float((found["amount1"] or found["amount2"]).replace(",", ""))
    currency = found["before"] or found["after"]
    return Rate(form, share=share, amount=amount, unit=f"{currency}/{found['unit']}")
