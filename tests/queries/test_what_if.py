"""A scenario shows what it would change, counts no plan as a deal, writes nothing, and says what is wrong with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bubble.cli import run
from graph.errors import GraphError
from graph.store import Answer
from queries import ask
from queries.planning.scenario import read_scenario
from queries.planning.what_if import WHAT_IF, what_if
from tests.built import bundled

HEAD = 'title = "A"\ntitle_th = "ก"\nassumptions = ["both sign"]\n'
ADD = '[[add]]\nparties = ["DIPROM", "NZTE"]\nsectors = ["dairy"]\nstatus = "signed"\nform = "memorandum"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def changed(folder: Path, text: str) -> Answer:
    return what_if(bundled().store, read_scenario(written(folder, HEAD + text)))


def rows_of(answer: Answer, part: str) -> dict[str, tuple[float | None, float | None]]:
    return {r["what"]: (r["before"], r["after"]) for r in answer if r["part"] == part}


def test_a_signed_link_fills_its_pair_and_no_other(tmp_path: Path) -> None:
    answer = changed(tmp_path, ADD)
    assert answer.columns == tuple(c.name for c in WHAT_IF.columns)
    (total, *cells) = [r for r in answer if r["part"] == "coverage"]
    assert [(r["what"], r["before"], r["after"], r["link_ids"]) for r in cells] == [
        ("New Zealand: Dairy products", 0, 1, ["scenario-1"])
    ]
    assert total["after"] == total["before"] + 1
    nzte = rows_of(answer, "brokerage")
    assert nzte["Department of Industrial Promotion"][1] > nzte["Department of Industrial Promotion"][0]  # type: ignore[operator]


def test_a_plan_changes_no_count(tmp_path: Path) -> None:
    answer = changed(tmp_path, ADD.replace("signed", "announced"))
    assert all(r["before"] == r["after"] for r in answer)
    (change,) = [r for r in answer if r["part"] == "change"]
    assert change["meaning"] == "not a running link: it changes no count below"


def test_a_link_that_goes_leaves_the_pairs_that_only_it_held(tmp_path: Path) -> None:
    answer = changed(tmp_path, '[[remove]]\nlink = "p009"\n')
    own = [r for r in ask(bundled().store, "links-serving-sector") if r["status"] in ("active", "signed")]
    held = {s for r in own if r["link"] == "p009" for s in r["sectors"]}
    others = {s for r in own if r["link"] != "p009" and {"THA", "JPN"} <= set(r["countries"]) for s in r["sectors"]}
    lost = {what for what, (_, after) in rows_of(answer, "coverage").items() if after == 0}
    assert lost == {f"Japan: {sector}" for sector in held - others}
    assert all(
        after is None or before is None or after <= before for before, after in rows_of(answer, "coverage").values()
    )


def test_a_party_that_goes_takes_the_links_that_no_two_others_hold(tmp_path: Path) -> None:
    answer = changed(tmp_path, '[[remove]]\nparty = "jetro"\n')
    (change,) = [r for r in answer if r["part"] == "change"]
    without = next(r for r in ask(bundled().store, "without-party", {"party": "jetro"}) if r["measure"] == "links")
    assert set(without["what"]) <= set(change["link_ids"]), "those that don't run go too"


def test_adding_and_taking_away_the_same_is_as_before(tmp_path: Path) -> None:
    before, after = (
        rows_of(changed(tmp_path, text), "coverage") for text in (ADD, ADD + '[[remove]]\nlink = "p009"\n')
    )
    assert ("New Zealand: Dairy products" in before) is ("New Zealand: Dairy products" in after) is True


def test_the_graph_stays_as_it_is(tmp_path: Path) -> None:
    count = "MATCH (p:Partnership) RETURN count(p) AS links"
    first = bundled().store.ask(count)
    changed(tmp_path, ADD)
    assert bundled().store.ask(count) == first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "plan.toml:1: expected [[add]] or [[remove]], found neither: nothing would change"),
        ('title = "A\n', "plan.toml:1: expected TOML, found a slip in it: "),
        (
            HEAD + ADD.replace("status", "state"),
            'plan.toml:7: [[add]]: state: expected one of form, note, parties, sectors, status; found state (did you mean "status"?)',
        ),
        (
            HEAD + ADD.replace("signed", "sined"),
            'plan.toml:7: [[add]]: status: expected one of active, signed, completed, in talks, announced, expected, disputed, ended, failed; found sined (did you mean "signed"?)',
        ),
        (HEAD + ADD.replace('status = "signed"\n', ""), "plan.toml:4: [[add]]: status: expected one of active, "),
        (
            HEAD + ADD.replace('["dairy"]', '"dairy"'),
            'plan.toml:6: [[add]]: sectors: expected a list of texts as ["a", "b"]; found dairy',
        ),
        (
            HEAD + ADD.replace(', "NZTE"', ""),
            "plan.toml:5: [[add]]: parties: expected two or more parties; found DIPROM",
        ),
        (HEAD + ADD + '[[add]]\nparties = ["DIPROM", 3]\n', "plan.toml:10: [[add]]: parties: expected a list of texts"),
        (
            HEAD + '[[remove]]\nlink = "p009"\nparty = "jetro"\n',
            "plan.toml:4: [[remove]]: expected link or party, one of the two; found both",
        ),
        (HEAD + "[[remove]]\n", "plan.toml:4: [[remove]]: expected link or party, one of the two; found neither"),
        (HEAD.replace('assumptions = ["both sign"]\n', "") + ADD, "plan.toml:1: assumptions: expected a list of texts"),
        (HEAD + 'add = "x"\n', "plan.toml:4: add: expected tables that begin with [[add]]; found x"),
    ],
)
def test_a_file_that_can_t_be_taken_is_told_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError) as refused:
        read_scenario(written(tmp_path, text))
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ADD.replace("NZTE", "NZTEE"),
            "plan.toml:4: [[add]]: parties: expected the id or name of an agency, firm, group or country, found 'NZTEE' (did you mean \"NZTE\"?)",
        ),
        (
            ADD.replace("dairy", "diary"),
            "plan.toml:4: [[add]]: sectors: expected the id or name of a sub-sector, found 'diary' (did you mean \"dairy\"?)",
        ),
        (
            ADD.replace("NZTE", "diprom"),
            "plan.toml:4: [[add]]: parties: expected two or more parties, found Department of Industrial Promotion twice",
        ),
        (
            '[[remove]]\nlink = "p9999"\n',
            "plan.toml:4: [[remove]]: link: expected the id of a link that serves the sector, found 'p9999'",
        ),
        (
            'country = "Narnia"\n' + ADD,
            "plan.toml: country: expected the id, English or Thai name of a country, found 'Narnia'",
        ),
        ('as_of = "soon"\n' + ADD, "plan.toml: as_of: expected a date as 2026-11-22, found 'soon'"),
    ],
)
def test_what_the_graph_does_not_know_is_told_with_the_line(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError) as refused:
        changed(tmp_path, text)
    assert str(refused.value).startswith(said)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"the scenario can't be read: No such file or directory$"):
        read_scenario(tmp_path / "none.toml")
    (tmp_path / "thai.toml").write_bytes("title = 'ก'".encode("cp874"))
    with pytest.raises(GraphError, match=r"expected a text in UTF-8"):
        read_scenario(tmp_path / "thai.toml")


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
@pytest.mark.parametrize("language", ["en", "th"])
def test_the_command_answers_in_every_form(
    form: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, HEAD + ADD)
    assert run(["what-if", str(path), "--as", form, "--lang", language, "--graph", str(bundled().path)]) == 0
    out = capsys.readouterr().out
    assert "scenario-1" in out
    if form == "table":
        assert out.startswith("A\n" if language == "en" else "ก\n")


def test_the_command_refuses_with_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["what-if", str(written(tmp_path, HEAD)), "--graph", str(bundled().path)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
