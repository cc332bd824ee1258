"""Decisions on whom a printed name means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bubble.present import as_csv
from graph.model import Agency, Agreement, BasedIn, Bloc, Country, Firm, NamedIn, Programme
from graph.vocabulary import Confidence
from loaders.loader import loaders
from loaders.names import Meaning
from loaders.reports import Gathered
from loaders.row import CellError
from loaders.run import gather
from loaders.sources.parties import listed_id, parties
from queries import ask
from tests.built import bundled
from tests.loaders.literal import COUNTRIES, JAPAN, OTHERS, edges, everything, folder_of, meanings, nodes, row, written

CELLS = {"name": "JETRO Bangkok", "kind": "agency", "id": "jetro-bangkok", "country": "JPN", "basis": "named"}
FISHERIES = {
    "name": "Department of Fisheries (Thailand)",
    "kind": "agency",
    "id": "dof-th",
    "country": "THA",
    "basis": "named",
    "name_th": "กรมประมง",
    "name_th_seen_at": "https://example.org/fisheries",
}


def test_a_name_means_one_body_and_where_it_is_based() -> None:
    assert nodes(parties, row(CELLS)) == [Agency(id="jetro-bangkok", name="JETRO Bangkok")]
    assert meanings(parties, row(CELLS)) == [Meaning("JETRO Bangkok", (Agency.at("jetro-bangkok"),))]
    named, seat = edges(parties, row(CELLS))
    assert isinstance(named, NamedIn)
    assert isinstance(seat, BasedIn)
    assert seat.target == JAPAN.ref


def test_a_name_of_several_countries_means_each() -> None:
    told = row({"name": "Thailand and Japan", "kind": "country", "id": "THA;JPN", "basis": "named"})
    assert list(parties(told)) == [Meaning("Thailand and Japan", (Country.at("THA"), Country.at("JPN")))]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("bloc", Bloc), ("agency", Agency), ("firm", Firm), ("agreement", Agreement), ("programme", Programme)],
)
def test_the_word_says_what_it_is(word: str, kind: type[Any]) -> None:
    (node,) = nodes(parties, row({**CELLS, "kind": word}))
    assert type(node) is kind
    based = [e for e in edges(parties, row({**CELLS, "kind": word})) if isinstance(e, BasedIn)]
    assert bool(based) == (kind in (Agency, Firm))


@pytest.mark.parametrize(
    ("symbol", "ticker", "id"), [("CPF", "", "set-cpf"), ("", "3382.T", "3382-t"), ("", "", ""), ("CPF", "X.T", "set-cpf")]
)  # fmt: skip
def test_a_listed_firm_has_the_id_of_the_files_of_listed_firms(symbol: str, ticker: str, id: str) -> None:
    assert listed_id(symbol, ticker) == id
    (firm,) = nodes(parties, row({**CELLS, "kind": "firm", "set_symbol": symbol, "ticker": ticker}))
    assert firm.id == (id or "jetro-bangkok")


@pytest.mark.parametrize(
    ("basis", "confidence"),
    [("named", Confidence.INFERRED), ("agencies.csv", Confidence.INFERRED), ("general knowledge", Confidence.GENERAL)],
)
def test_where_a_seat_is_general_knowledge_it_says_so(basis: str, confidence: Confidence) -> None:
    cited = next(each for each in loaders() if each.name == "parties").cite(row({**CELLS, "basis": basis}))
    assert cited is not None
    assert cited.confidence is confidence


def test_an_unknown_word_is_told_with_the_nearest() -> None:
    with pytest.raises(CellError) as refused:
        list(parties(row({**CELLS, "kind": "agncy"})))
    assert str(refused.value) == (
        "kind: expected one of country, bloc, agency, firm, agreement, programme; "
        "found 'agncy' (did you mean \"agency\"?)"
    )


def test_every_bundled_name_means_a_body_that_is_there() -> None:
    facts = everything().facts
    report = next(r for r in everything().reports if r.loader == "parties")
    assert (sum(report.rows.values()), report.refused) == (420, 0)
    named = [e for e in facts.edges_of(NamedIn) if any(i.startswith("parties/") for i in e.evidence)]
    assert [e.source for e in named if e.source not in facts.nodes] == []


def test_a_thai_name_comes_through_with_the_address_where_it_was_seen() -> None:
    assert nodes(parties, row(FISHERIES)) == [
        Agency(id="dof-th", name="Department of Fisheries (Thailand)", name_th="กรมประมง")
    ]
    seen = "Thai name seen at https://example.org/fisheries"
    assert basis(FISHERIES) == seen
    assert basis({**FISHERIES, "note": "of the ministry of agriculture"}) == f"of the ministry of agriculture; {seen}"


@pytest.mark.parametrize("address", ["http://example.org/?p=1", "github:owner/repository:docs/NAMES.md"])
def test_an_address_is_a_page_or_a_file_of_a_repository(address: str) -> None:
    told = row({**FISHERIES, "name_th_seen_at": address})
    (agency,) = nodes(parties, told)
    assert (agency.name_th, told.notices) == ("กรมประมง", [])


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({"name_th": "Krom Pramong"}, "name_th", "expected a name in Thai letters, found 'Krom Pramong'; left out"),
        (
            {"name_th_seen_at": ""},
            "name_th_seen_at",
            "expected the address where กรมประมง was seen, found an empty cell; left out",
        ),
        (
            {"name_th_seen_at": "somewhere"},
            "name_th_seen_at",
            "expected an address as https://… or github:owner/repository:path, found 'somewhere'; Thai name left out",
        ),
        ({"name_th": ""}, "name_th", "expected the Thai name seen at the address beside it, found an empty cell"),
    ],
)
def test_a_wrong_thai_name_is_told_in_one_line_and_left_out(cells: dict[str, str], column: str, message: str) -> None:
    told = row({**FISHERIES, **cells})
    assert nodes(parties, told) == [Agency(id="dof-th", name="Department of Fisheries (Thailand)")]
    assert told.notices == [(column, message)]
    assert basis({**FISHERIES, **cells}) == ""


def test_a_thai_name_of_a_country_is_told_to_stand_elsewhere() -> None:
    told = row({**FISHERIES, "name": "Siam", "kind": "country", "id": "THA"})
    assert list(parties(told)) == [Meaning("Siam", (Country.at("THA"),))]
    assert told.notices == [("name_th", "countries have their Thai names in countries/*.csv; not used here")]


def test_a_thai_name_of_another_file_is_kept_and_the_disagreement_told(tmp_path: Path) -> None:
    gathered = own_parties(
        tmp_path, f"{HEADER},name_th,name_th_seen_at", "DIP,agency,diprom,THA,named,กรมอื่น,https://e.org"
    )
    agency = gathered.facts.nodes[Agency.at("diprom")]
    assert agency.name_th == "กรมส่งเสริมอุตสาหกรรม"
    assert agency.aliases[-1] == "กรมอื่น"
    (told,) = (str(p) for p in gathered.facts.problems if "กรมอื่น" in str(p))
    assert told == (
        "mine/partnerships/parties.csv:2: name_th: sources disagree on Agency:diprom: กรมอื่น here, "
        "กรมส่งเสริมอุตสาหกรรม told before; that one is shown"
    )


def test_a_parties_file_without_thai_names_still_loads(tmp_path: Path) -> None:
    gathered = own_parties(tmp_path, HEADER, "The Rice People,agency,rice-people,THA,named")
    assert gathered.facts.nodes[Agency.at("rice-people")] == Agency(id="rice-people", name="The Rice People")
    assert [str(p) for p in gathered.facts.problems if "mine/" in str(p)] == []


def test_a_party_is_found_by_its_thai_name() -> None:
    by_thai, by_english = (
        ask(bundled().store, "neighbourhood", {"of": name})
        for name in ("กรมประมง", "Department of Fisheries (Thailand)")
    )
    assert as_csv(by_thai) == as_csv(by_english)
    assert "กรมประมง" in as_csv(by_thai)


def test_few_thai_agencies_lack_a_thai_name() -> None:
    facts = everything().facts
    thai = {e.source for e in facts.edges_of(BasedIn) if e.target == Country.at("THA") and e.source.kind == Agency.kind}
    assert {ref.id for ref in thai if not facts.nodes[ref].name_th} == {
        "asean-bac-thailand",
        "chiang-mai-agricultural-college",
    }


HEADER = "name,kind,id,country,basis"


def own_parties(folder: Path, *lines: str) -> Gathered:
    """What a parties file of one's own tells beside the bundled agencies."""
    written(folder / "mine", "partnerships/parties.csv", "\n".join(lines) + "\n")
    small = folder_of(folder / "bundled", COUNTRIES, OTHERS, "agencies/agencies.csv", "partnerships/aliases.csv")
    gathered = gather([folder / "mine"], bundled=small)
    assert [str(p) for p in gathered.errors] == []
    return gathered


def basis(cells: dict[str, str]) -> str:
    """The note of the citation of a row."""
    cited = next(each for each in loaders() if each.name == "parties").cite(row(cells))
    assert cited is not None
    return cited.note
