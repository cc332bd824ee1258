"""A folder laid out like the bundled data: new rows load by the same rules, bad ones are told in one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.model import Agency, Firm, Partnership, PartOf
from loaders.reports import Gathered
from loaders.run import gather
from tests.loaders.literal import COUNTRIES, HS, ISIC, OTHERS, SECTORS, folder_of, written

HEADER = "id,source_entity,source_kind,target_entity,target_kind,form,relation,sectors,start_date,end_date,status,evidence_address,confidence\n"
GOOD = "x1,Rice Board (Thailand),agency,Bulog (Indonesia),agency,memorandum,MOU on rice,rice,2026-01,,active,https://example.org/1,stated\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return folder_of(
        tmp_path / "bundled",
        COUNTRIES,
        HS,
        ISIC,
        OTHERS,
        SECTORS,
        "taxonomy/sector_words.csv",
        "agencies/agencies.csv",
        "agreements/rcep_status.csv",
        "agreements/agreement_names.csv",
        "partnerships/aliases.csv",
    )


def load(small: Path, folder: Path, **more: str) -> Gathered:
    return gather([folder], bundled=small, **more)  # type: ignore[arg-type]


def errors(small: Path, tmp_path: Path, file: str, text: str) -> list[str]:
    return [str(p) for p in load(small, written(tmp_path / "mine", file, text)).errors]


def test_new_partnerships_load_by_the_same_rules(small: Path, tmp_path: Path) -> None:
    gathered = load(small, written(tmp_path / "mine", "partnerships/partnerships.csv", HEADER + GOOD))
    assert gathered.errors == []
    kept = gathered.facts.nodes[Partnership.at("x1")]
    assert isinstance(kept, Partnership)
    assert kept.evidence == ("mine/partnerships/x1",)
    assert {"rice-board-thailand", "bulog-indonesia"} <= {
        ref.id for ref in gathered.facts.nodes if ref.kind == "Agency"
    }


def test_a_file_of_a_kind_loads(small: Path, tmp_path: Path) -> None:
    folder = written(tmp_path / "mine", "kinds/Firm.csv", "id,name,name_th,delisted\nf1,One,หนึ่ง,no\n")
    written(folder, "kinds/PART_OF.csv", "source,target,note\nAgency:diprom,Agency:th-moi,since 1992\n")
    gathered = load(small, folder)
    assert gathered.errors == []
    assert gathered.facts.nodes[Firm.at("f1")] == Firm(id="f1", name="One", name_th="หนึ่ง", delisted=False)
    assert any(e.source == Agency.at("diprom") and e.note for e in gathered.facts.edges_of(PartOf))


def test_other_claims_load_beside_the_first(small: Path, tmp_path: Path) -> None:
    claims = (
        '{"source": {"id": "s", "title_gloss": "A page", "language": "th", "address": "https://example.org/c"},\n'
        ' "nodes": [{"id": "org:diprom", "kind": "Organization", "name_en": "DIPROM", "basis": "stated"},\n'
        '  {"id": "cty:KR", "kind": "Place", "name_en": "Korea", "basis": "stated"}],\n'
        ' "edges": [{"id": "e1", "source": "org:diprom", "relation": "PARTNERS_WITH", "target": "cty:KR", "status": "announced", "gloss": "a plan", "confidence": "stated"}],\n'
        ' "observations": []}'
    )
    gathered = load(small, written(tmp_path / "mine", "partnerships/second_claims.json", claims))
    assert gathered.errors == []
    assert gathered.facts.nodes[Partnership.at("second-e1")].name == "a plan"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "partnerships/partnerships.csv",
            HEADER + GOOD.replace("2026-01", "January 2026"),
            "mine/partnerships/partnerships.csv:2: start_date: expected a date as 2007-04-03, 2007-04 or 2007, found 'January 2026'",
        ),
        (
            "partnerships/partnerships.csv",
            HEADER + GOOD.replace("stated", "sure"),
            "mine/partnerships/partnerships.csv:2: confidence: expected one of stated, inferred, general knowledge; found 'sure'",
        ),
        (
            "partnerships/partnerships.csv",
            HEADER.replace("form,", "shape,") + GOOD,
            "mine/partnerships/partnerships.csv:1: expected the column form, found",
        ),
        (
            "partnerships/partnerships.csv",
            HEADER + GOOD + GOOD.replace("rice,", "dairy,", 1).replace("2026-01", "2025"),
            "mine/partnerships/partnerships.csv:3: id: x1 stands at mine/partnerships/partnerships.csv:2 with other content; give this row an id of its own",
        ),
        (
            "partnerships/partnerships.csv",
            "",
            "mine/partnerships/partnerships.csv: the file is empty; expected a header line and rows",
        ),
        (
            "agencies/agencies.csv",
            "id,name_en,iso2,kind\norg:x,X,XX,ministry\n",
            "mine/agencies/agencies.csv:2: iso2: expected an ISO 3166 country code, found 'XX'",
        ),
        (
            "partnerships/enquiries.csv",
            "id,subject,partner,sector,searched_on,found\nq1,THA,JPN,sec:ryce,2026-11-22,no\n",
            'mine/partnerships/enquiries.csv:2: sector: no Sector has the id ryce (did you mean "rice"?); correct it or add that Sector',
        ),
        (
            "kinds/Firm.csv",
            "id,delisted\nf1,maybe\n",
            "mine/kinds/Firm.csv:2: delisted: expected True or False, found 'maybe'",
        ),
        (
            "kinds/Frim.csv",
            "id\nf1\n",
            "mine/kinds/Frim.csv:2: file name: expected the name of a kind as Agency.csv or JOINS.csv, found Frim",
        ),
        (
            "kinds/PARTNERS_WITH.csv",
            "source,target\nAgency:a,Agency:b\n",
            "mine/kinds/PARTNERS_WITH.csv:2: file name: expected the name of a kind as Agency.csv or JOINS.csv, found PARTNERS_WITH",
        ),
        (
            "kinds/PART_OF.csv",
            "source,target\nAgency:diprom,th-moi\n",
            "mine/kinds/PART_OF.csv:2: target: expected Kind:id as Country:THA, found 'th-moi'",
        ),
    ],
)
def test_each_bad_input_is_one_line(file: str, text: str, said: str, small: Path, tmp_path: Path) -> None:
    told = errors(small, tmp_path, file, text)
    assert len(told) == 1
    assert told[0].startswith(said)
    assert "\n" not in told[0]


def test_rows_not_taken_are_kept_whole(small: Path, tmp_path: Path) -> None:
    text = HEADER + GOOD + GOOD.replace("x1", "x2").replace("2026-01", "soon")
    gathered = load(small, written(tmp_path / "mine", "partnerships/partnerships.csv", text))
    (reject,) = gathered.rejects["mine/partnerships/partnerships.csv"]
    assert (reject["id"], reject["start_date"], reject["relation"]) == ("x2", "soon", "MOU on rice")
    assert reject["_problem"].startswith("start_date: expected a date")
    assert Partnership.at("x1") in gathered.facts.nodes


def test_a_file_no_loader_takes_is_told_with_the_nearest(small: Path, tmp_path: Path) -> None:
    gathered = load(small, written(tmp_path / "mine", "partnerships/partnership.csv", HEADER + GOOD))
    told = [str(p) for p in gathered.facts.problems if p.place.file.startswith("mine/")]
    assert told == [
        'mine/partnerships/partnership.csv: no loader takes this file (did you mean "partnerships/partnerships.csv"?)'
    ]


def test_a_sidecar_says_the_encoding(small: Path, tmp_path: Path) -> None:
    folder = written(tmp_path / "mine", "kinds/Firm.csv", "")
    (folder / "kinds/Firm.csv").write_bytes("id,name\nf1,บริษัท\n".encode("cp874"))
    assert "looks like CP874" in str(load(small, folder).errors[0])
    written(folder, "kinds/Firm.csv.toml", 'encoding = "cp874"\npublisher = "me"\n')
    assert load(small, folder).facts.nodes[Firm.at("f1")].name == "บริษัท"


def test_two_folders_of_one_name_are_told_apart(small: Path, tmp_path: Path) -> None:
    one = written(tmp_path / "a" / "mine", "kinds/Firm.csv", "id\nf1\n")
    two = written(tmp_path / "b" / "mine", "kinds/Firm.csv", "id\nf2\n")
    gathered = gather([one, two], bundled=small)
    assert [r.shown for r in gathered.reports if r.own] == ["mine/kinds/Firm.csv", "mine-2/kinds/Firm.csv"]


def test_a_correction_is_declared_with_its_reason(small: Path, tmp_path: Path) -> None:
    folder = written(tmp_path / "mine", "partnerships/partnerships.csv", HEADER + GOOD.replace("active", "live"))
    written(
        folder,
        "corrections.csv",
        "file,key,column,found,corrected,reason\npartnerships/partnerships.csv,id=x1,status,live,active,a slip\n",
    )
    gathered = load(small, folder)
    assert gathered.errors == []
    assert next(r for r in gathered.reports if r.own).corrected == 1
    written(
        folder,
        "corrections.csv",
        "file,key,column,found,corrected,reason\npartnerships/partnerships.csv,id=x9,status,live,active,a slip\n",
    )
    assert "this correction fits no row" in " ".join(str(p) for p in load(small, folder).facts.problems)


def test_a_folder_that_is_none_and_an_unknown_group(small: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="expected a folder laid out like the bundled data, found none"):
        gather([tmp_path / "nowhere"], bundled=small)
    with pytest.raises(GraphError, match="--without fa: no data file is in that group; known: none"):
        gather(bundled=small, without=["fa"])
