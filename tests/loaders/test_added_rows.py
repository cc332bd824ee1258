"""New rows of every file that partnerships are told in load from a folder of one's own; a wrong one is one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.facts import Severity
from graph.kinds import Ref
from graph.model import Agency, Bloc, Country, Joins, MemberOf, Partnership, Serves, TurnedUp
from loaders.reports import Gathered
from loaders.run import gather
from tests.loaders.literal import COUNTRIES, HS, ISIC, OTHERS, SECTORS, folder_of, written

PARTNERSHIPS = "partnerships/partnerships.csv"
AGENCY_LINKS = "agencies/agency_links_evidence.csv"
FIRM_LINKS = "links/food_firm_links_evidence.csv"
GENERAL = "partnerships/partnerships_general_knowledge.csv"
ENQUIRIES = "partnerships/enquiries.csv"
PARTIES = "partnerships/parties.csv"
ALIASES = "partnerships/aliases.csv"
AGENCIES = "agencies/agencies.csv"
WORDS = "taxonomy/sector_words_mine.csv"
FIRST = "partnerships/first_source_claims.json"
HEADERS = {
    PARTNERSHIPS: "id,source_entity,source_kind,target_entity,target_kind,form,relation,sectors,start_date,end_date,status,evidence_address,confidence",
    AGENCY_LINKS: "link_id,agency,agency_iso2,partner,partner_iso2,relation,sectors,start,status,evidence_url",
    FIRM_LINKS: "link_id,source_firm,source_iso2,target_firm,target_iso2,relation,start,end,status,food_segment,evidence_url",
    GENERAL: "source_entity,source_kind,target_entity,target_kind,relation,status,confidence",
    ENQUIRIES: "id,subject,partner,sector,searched_on,found,partnerships",
    PARTIES: "name,kind,id,country,basis",
    ALIASES: "canonical_id,kind,name,language,type",
    AGENCIES: "id,name_en,iso2,kind",
    WORDS: "word,sectors,reading",
}
GOOD = {
    PARTNERSHIPS: "x1,DIPROM,agency,Viet Nam,country,memorandum,MOU on rice,rice,2026-01,,active,https://e.org/1,stated",
    AGENCY_LINKS: "A1,DIPROM,TH,Cebu Food Board,PH,mou,rice,2026-01,signed,https://e.org/2",
    FIRM_LINKS: "F1,Lotus Foods,TH,Mekong Mills,VN,joint_venture,2026-01,,reported,rice,https://e.org/3",
    GENERAL: "Japan,country,ASEAN,bloc,member,active,general knowledge",
    ENQUIRIES: "q1,THA,VNM,sec:rice,2026-11-22,yes,x1",
    PARTIES: "The Rice People,agency,rice-people,THA,named",
    ALIASES: "org:diprom,agency,DIP Thailand,en,variant",
    AGENCIES: "org:mine,My Agency,LA,ministry",
    WORDS: "paddy,sec:rice,sector",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(
        tmp_path_factory.mktemp("bundled"),
        COUNTRIES,
        HS,
        ISIC,
        OTHERS,
        SECTORS,
        "taxonomy/sector_words.csv",
        AGENCIES,
        ALIASES,
        FIRST,
    )


def mine(folder: Path, file: str, *rows: str) -> Path:
    return written(folder / "mine", file, "\n".join((HEADERS[file], *rows)) + "\n")


def loaded(small: Path, folder: Path, *files: str) -> Gathered:
    for file in files:
        mine(folder, file, GOOD[file])
    gathered = gather([folder / "mine"], bundled=small)
    assert [str(p) for p in gathered.errors] == []
    return gathered


def parties(gathered: Gathered, id: str) -> list[Ref[Any]]:
    return [e.source for e in gathered.facts.edges_of(Joins) if e.target == Partnership.at(id)]


def test_new_rows_of_each_file_load_together(small: Path, tmp_path: Path) -> None:
    gathered = loaded(small, tmp_path, *GOOD)
    facts = gathered.facts
    assert parties(gathered, "x1") == [Agency.at("diprom"), Country.at("VNM")]
    assert parties(gathered, "A1") == [Agency.at("diprom"), Agency.at("cebu-food-board")]
    assert {ref.id for ref in parties(gathered, "F1")} == {"lotus-foods", "mekong-mills"}
    assert {e.target.id for e in facts.edges_of(Serves) if e.source.id in ("x1", "A1", "F1")} == {"rice"}
    assert (Country.at("JPN"), Bloc.at("asean")) in {(e.source, e.target) for e in facts.edges_of(MemberOf)}
    assert [e.target.id for e in facts.edges_of(TurnedUp)] == ["x1"]
    assert facts.nodes[Agency.at("rice-people")].name == "The Rice People"
    assert "DIP Thailand" in facts.nodes[Agency.at("diprom")].aliases
    assert facts.nodes[Agency.at("mine")].name == "My Agency"
    assert {r.shown for r in gathered.reports if r.own} == {f"mine/{file}" for file in GOOD}


def test_a_new_word_and_a_new_name_are_understood_in_other_rows(small: Path, tmp_path: Path) -> None:
    mine(tmp_path, WORDS, GOOD[WORDS])
    mine(tmp_path, PARTIES, GOOD[PARTIES])
    row = GOOD[PARTNERSHIPS].replace("DIPROM", "The Rice People").replace(",rice,", ",paddy,")
    mine(tmp_path, PARTNERSHIPS, row)
    gathered = loaded(small, tmp_path)
    assert parties(gathered, "x1") == [Agency.at("rice-people"), Country.at("VNM")]
    assert [e.target.id for e in gathered.facts.edges_of(Serves) if e.source.id == "x1"] == ["rice"]
    assert [str(p) for p in gathered.facts.problems if p.place.file.startswith("mine/")] == []


def claims(**node: str) -> str:
    given = {"id": "org:diprom", "name_en": "DIP", **node}
    nodes = ", ".join(f'"{k}": "{v}"' for k, v in given.items())
    return (
        '{"source": {"id": "src:x", "title_gloss": "Another page", "address": "https://e.org/c"},\n'
        f' "nodes": [{{{nodes}}},\n  {{"id": "cty:KR", "name_en": "Korea"}}],\n'
        ' "edges": [{"id": "e34", "source": "org:diprom", "relation": "PARTNERS_WITH", "target": "cty:KR",'
        ' "status": "active", "gloss": "an alliance", "confidence": "stated"}]}'
    )


def test_another_document_may_use_the_ids_of_the_first(small: Path, tmp_path: Path) -> None:
    written(tmp_path / "mine", "partnerships/second_claims.json", claims())
    gathered = loaded(small, tmp_path)
    first, second = (gathered.facts.nodes[Partnership.at(id)] for id in ("first-source-e34", "second-e34"))
    assert (first.name, second.name) == ("planned Bubble partner through RCEP", "an alliance")
    assert parties(gathered, "second-e34") == [Agency.at("diprom"), Country.at("KOR")]


def test_a_document_knows_only_the_ids_it_defines(small: Path, tmp_path: Path) -> None:
    written(tmp_path / "mine", "partnerships/second_claims.json", claims(id="org:dip"))
    gathered = gather([tmp_path / "mine"], bundled=small)
    assert [str(p) for p in gathered.errors] == [
        "mine/partnerships/second_claims.json:4: source: no node of this document has the id 'org:diprom' (did you mean \"org:dip\"?)"
    ]


@pytest.mark.parametrize("blank", ["", " "])
def test_an_id_that_stands_twice_in_a_document_is_told_with_both_lines(blank: str, small: Path, tmp_path: Path) -> None:
    text = (
        claims()
        .replace('"cty:KR", "name_en": "Korea"', '"org:diprom", "name_en": "Other"', 1)
        .replace('": "', f'":{blank}"')
    )
    written(tmp_path / "mine", "partnerships/second_claims.json", text)
    told = [str(p) for p in gather([tmp_path / "mine"], bundled=small).errors]
    assert told[0] == (
        "mine/partnerships/second_claims.json:3: _section, id: nodes-org:diprom stands at "
        "mine/partnerships/second_claims.json:2 with other content; give this row an id of its own"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (AGENCY_LINKS, "2026-01", "soon", "start: expected a date as 2007-04-03, 2007-04 or 2007, found 'soon'"),
        (AGENCY_LINKS, "mou", "mou?", "relation: expected one of memorandum, "),
        (FIRM_LINKS, "2026-01,", "2026-01,2025,", "expected 11 cells as in the header, found 12; put text that holds commas in double quotes"),
        (FIRM_LINKS, "2026-01,,", "2026-01,2025,", "end_date: expected a date not before the start 2026-01, found 2025"),
        (GENERAL, "general knowledge", "sure", "confidence: expected one of stated, inferred, general knowledge; found 'sure'"),
        (ENQUIRIES, "VNM", "VX", "partner: expected an ISO 3166 country code, found 'VX'"),
        (ENQUIRIES, "sec:rice", "sec:ryce", 'sector: no Sector has the id ryce (did you mean "rice"?); correct it or add that Sector'),
        (ENQUIRIES, "x1", "x9", "partnerships: no Partnership has the id x9"),
        (PARTIES, "THA", "TH-", "country: expected an ISO 3166 country code, found 'TH-'"),
        (PARTIES, "agency", "body", "kind: expected one of country, bloc, agency, firm, agreement, programme; found 'body'"),
        (ALIASES, "org:", "ogr:", "canonical_id: expected an id that begins with one of "),
        (ALIASES, "org:diprom,agency", "cty:ZZ,country", "canonical_id: expected an ISO 3166 country code, found 'ZZ'"),
        (AGENCIES, "My Agency", "", "name_en: expected a value, found an empty cell"),
        (WORDS, "sec:rice", "sec:ryce", 'sectors: no Sector has the id ryce (did you mean "rice"?); correct it or add that Sector'),
        (WORDS, ",sector", ",sectr", "reading: expected one of sector; every sector, food among them; outside food and agro-industry; found 'sectr' (did you mean \"sector\"?)"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_one_line(file: str, old: str, new: str, said: str, small: Path, tmp_path: Path) -> None:
    assert old in GOOD[file]
    mine(tmp_path, file, GOOD[file].replace(old, new, 1))
    if file == ENQUIRIES:
        mine(tmp_path, PARTNERSHIPS, GOOD[PARTNERSHIPS])
    (told,) = gather([tmp_path / "mine"], bundled=small).errors
    assert str(told).startswith(f"mine/{file}:2: {said}")
    assert str(told).isprintable()


@pytest.mark.parametrize("file", [f for f in GOOD if f != GENERAL])
def test_an_id_with_other_content_is_told_and_the_first_kept(file: str, small: Path, tmp_path: Path) -> None:
    second = {
        PARTNERSHIPS: GOOD[PARTNERSHIPS].replace("2026-01", "2025"),
        AGENCY_LINKS: GOOD[AGENCY_LINKS].replace("2026-01", "2025"),
        FIRM_LINKS: GOOD[FIRM_LINKS].replace("2026-01", "2025"),
        ENQUIRIES: GOOD[ENQUIRIES].replace(",yes,x1", ",no,"),
        PARTIES: GOOD[PARTIES].replace("rice-people", "other"),
        ALIASES: GOOD[ALIASES].replace("variant", "acronym"),
        AGENCIES: GOOD[AGENCIES].replace("LA", "TH"),
        WORDS: GOOD[WORDS].replace("sec:rice", "sec:dairy"),
    }[file]
    mine(tmp_path, file, GOOD[file], second)
    if file == ENQUIRIES:
        mine(tmp_path, PARTNERSHIPS, GOOD[PARTNERSHIPS])
    gathered = gather([tmp_path / "mine"], bundled=small)
    (told,) = (str(p) for p in gathered.errors)
    assert told.startswith(f"mine/{file}:3: ")
    assert f"stands at mine/{file}:2 with other content; give this row an id of its own" in told
    assert len(gathered.rejects[f"mine/{file}"]) == 1


@pytest.mark.parametrize("file", list(GOOD))
def test_a_missing_column_names_what_stands_there_instead(file: str, small: Path, tmp_path: Path) -> None:
    first = HEADERS[file].split(",")[0]
    written(tmp_path / "mine", file, f"{HEADERS[file].replace(first, f'{first}s', 1)}\n{GOOD[file]}\n")
    (line,) = (str(p) for p in gather([tmp_path / "mine"], bundled=small).errors)
    assert line.startswith(f"mine/{file}:1: expected the column {first}, found {first}s")
    assert line.endswith(f'(did you mean "{first}s"?)')


def test_a_column_no_loader_uses_is_told_and_the_row_taken(small: Path, tmp_path: Path) -> None:
    written(tmp_path / "mine", WORDS, f"{HEADERS[WORDS]},mappin\n{GOOD[WORDS]},ours\n")
    gathered = gather([tmp_path / "mine"], bundled=small)
    assert [str(p) for p in gathered.facts.problems if p.place.file.startswith("mine/")] == [
        f'mine/{WORDS}:1: mappin: column not used (did you mean "mapping"?)'
    ]
    assert all(p.severity is Severity.NOTICE for p in gathered.facts.problems)


def test_a_folder_in_the_place_of_a_file_is_told(small: Path, tmp_path: Path) -> None:
    (tmp_path / "mine" / PARTNERSHIPS).mkdir(parents=True)
    told = [str(p) for p in gather([tmp_path / "mine"], bundled=small).errors]
    assert told == [f"mine/{PARTNERSHIPS}: can't be read: Is a directory"]
