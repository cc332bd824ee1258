"""What begins with a colon: the commands of the desk."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bubble.options import LANGUAGES, pairs
from bubble.output import FILES, FORMS, form_of
from bubble.querying import typed
from graph.errors import GraphError, nearest, one_line
from queries.header import TOPICS

if TYPE_CHECKING:
    from bubble.desk.desk import Desk

LONGEST_TIME = 3600.0


class Command(NamedTuple):
    """A command: how it is written, what it does in English and Thai, and the function that does it."""

    usage: str
    en: str
    th: str
    work: Callable[[Desk, str], None]


def run_command(desk: Desk, statement: str) -> bool:
    """Run `:name argument`; False to leave. Raises GraphError, with the nearest name, for one that is not there."""
    name, _, argument = statement.removeprefix(":").partition(" ")
    name = name.strip().rstrip(";").casefold()
    if name in ("quit", "exit", "q"):
        return False
    if name not in COMMANDS:
        raise GraphError(f"no command :{one_line(name, 40)}{nearest(name, COMMANDS)}; :help lists them")
    COMMANDS[name].work(desk, argument.strip().rstrip(";").strip())
    return True


def _help(desk: Desk, argument: str) -> None:
    thai = desk.settings.language == "th"
    wide = max(len(each.usage) for each in COMMANDS.values())
    lines = [f":{each.usage:{wide}}  {each.th if thai else each.en}" for each in COMMANDS.values()]
    told = (
        "คำสั่งค้นจบด้วย ; หรือบรรทัดว่าง กด Tab เพื่อเติมชื่อ กด Ctrl-C เพื่อหยุดคำสั่งที่กำลังทำงาน"
        if thai
        else "A query ends with ; or an empty line. Tab completes names, Ctrl-C stops a query that runs."
    )
    desk.show("\n".join([*lines, f":{'quit':{wide}}  {'ออก' if thai else 'leave the desk'}", "", told, ""]))


def _schema(desk: Desk, argument: str) -> None:
    from bubble.desk.schema import of_kind, overview

    desk.show(of_kind(argument) if argument else overview())


def _questions(desk: Desk, argument: str) -> None:
    from bubble.catalogue import own
    from bubble.commands.ask import listing

    if argument and argument not in TOPICS:
        raise GraphError(f":questions: expected one of {', '.join(TOPICS)}; found {one_line(argument)}")
    for problem in own().problems.values():
        desk.remark(problem)
    form = form_of(desk.settings.form, Path("list"))
    desk.show(listing("table" if form in FILES else form, desk.settings.language, argument or None))


def _ask(desk: Desk, argument: str) -> None:
    from bubble.catalogue import find
    from bubble.commands.ask import answer_text
    from bubble.desk.desk import Latest
    from queries import ask
    from queries.ask import resolved

    name, *given = _words(":ask", argument)
    asked, params = find(name), pairs(given)
    form = form_of(desk.settings.form, desk.settings.to)
    answer = ask(desk.store, asked, params, seconds=desk.settings.seconds)
    for warning in answer.warnings:
        desk.remark(warning)
    text = None
    if form == "table":
        text = (
            answer_text(desk.store, asked, answer, params, form=form, language=desk.settings.language, everything=False)
            .replace("--all, --as csv or --as json", ":write FILE")
            .replace("--all หรือ --as csv", ":write FILE")
        )
    desk.present(Latest(answer, asked.text, resolved(desk.store, asked, params), asked), text)


def _words(command: str, argument: str) -> list[str]:
    try:
        words = shlex.split(argument)
    except ValueError as error:
        raise GraphError(
            f"{command}: {error}".replace("No closing quotation", "found a quote that is not closed")
        ) from None
    if not words:
        raise GraphError(f"{command}: expected {COMMANDS[command[1:]].usage.partition(' ')[2]}, found none")
    return words


def _as(desk: Desk, argument: str) -> None:
    if argument not in FORMS:
        raise GraphError(
            f":as: expected one of {', '.join(FORMS)}; found {one_line(argument) or 'none'}{nearest(argument, FORMS)}"
        )
    desk.settings.form = argument
    if argument in FILES and desk.settings.to is None:
        desk.remark(f"{argument} needs a file: name one with :to FILE before the next query, or :write FILE after it")


def _to(desk: Desk, argument: str) -> None:
    desk.settings.to = _path(":to", argument) if argument else None
    if not argument:
        desk.remark("the next answer goes to the screen")


def _write(desk: Desk, argument: str) -> None:
    desk.write(_path(":write", argument))


def _path(command: str, argument: str) -> Path:
    name = _words(command, argument)[0]
    if not name.isprintable():
        raise GraphError(f"{command}: expected the name of a file, found {one_line(name)!r}")
    return Path(name).expanduser()


def _rows(desk: Desk, argument: str) -> None:
    desk.settings.rows = int(_number(":rows", argument, 1, 10_000_000))


def _seconds(desk: Desk, argument: str) -> None:
    desk.settings.seconds = _number(":seconds", argument, 0.01, LONGEST_TIME)


def _number(command: str, argument: str, least: float, most: float) -> float:
    try:
        value = float(argument)
    except ValueError:
        value = -1.0
    if not least <= value <= most:
        raise GraphError(
            f"{command}: expected a number from {least:g} to {most:,.0f}, found {one_line(argument, 40) or 'none'}"
        )
    return value


def _language(desk: Desk, argument: str) -> None:
    if argument not in LANGUAGES:
        raise GraphError(f":lang: expected {' or '.join(LANGUAGES)}, found {one_line(argument) or 'none'}")
    desk.settings.language = argument


def _param(desk: Desk, argument: str) -> None:
    if not argument:
        told = "; ".join(f"{name} = {one_line(repr(value))}" for name, value in desk.settings.params.items())
        desk.show(f"{told or 'no parameters'}\n")
        return
    for name, value in pairs([argument]).items():
        desk.settings.params[name.removeprefix("$")] = typed(value)


def _plan(desk: Desk, argument: str) -> None:
    from bubble.desk.planning import plan

    text = argument or desk.newest().text
    desk.show(plan(desk.store, text, desk.settings.params, desk.settings.seconds))


def _save(desk: Desk, argument: str) -> None:
    from bubble.desk.saving import save

    path = save(desk.newest(), argument)
    desk.remark(f"saved as {one_line(path)}; mend its header there, then :ask {path.stem}")


def _draw(desk: Desk, argument: str) -> None:
    from bubble.drawing import UNTITLED, write_picture
    from bubble.results import picture_of_answer

    latest, path = desk.newest(), _path(":draw", argument)
    title, title_th = (latest.asked.title, latest.asked.title_th) if latest.asked else UNTITLED
    picture = picture_of_answer(desk.store, latest.answer, title, title_th)
    write_picture(picture, path, desk.settings.language)
    desk.remark(f"drew {len(picture.dots)} nodes and {len(picture.links)} edges to {one_line(path)}")


COMMANDS = {
    "help": Command("help", "what one may type here", "วิธีใช้", _help),
    "schema": Command(
        "schema [KIND]", "the kinds of nodes and edges, or one of them", "ชนิดของโหนดและเส้นเชื่อม หรือชนิดหนึ่ง", _schema
    ),
    "questions": Command("questions [TOPIC]", "the questions, with their names", "รายการคำถามพร้อมชื่อเรียก", _questions),
    "ask": Command("ask NAME [PARAM=VALUE ...]", "answer a question", "ตอบคำถาม", _ask),
    "param": Command(
        "param [NAME=VALUE]", "set what $NAME stands for, or list", "กำหนดค่าของ $NAME หรือแสดงทั้งหมด", _param
    ),
    "as": Command("as FORM", f"form of answers: {', '.join(FORMS)}", "รูปแบบคำตอบ", _as),
    "to": Command("to [FILE]", "put the next answer into a file", "เก็บคำตอบถัดไปลงแฟ้ม", _to),
    "write": Command("write FILE", "put the latest answer into a file", "เก็บคำตอบล่าสุดลงแฟ้ม", _write),
    "draw": Command(
        "draw FILE", "draw the latest answer: a page (.html) or figure (.svg)", "วาดคำตอบล่าสุดเป็นหน้าเว็บหรือภาพ", _draw
    ),
    "save": Command("save NAME", "keep the latest query as a question of your own", "เก็บคำสั่งล่าสุดเป็นคำถามของท่าน", _save),
    "plan": Command("plan [QUERY]", "how the engine would answer; the latest query without", "แผนการค้นของระบบ", _plan),
    "rows": Command("rows N", "rows at most", "จำนวนแถวสูงสุด", _rows),
    "seconds": Command("seconds N", "time limit of a query", "เวลาสูงสุดเป็นวินาที", _seconds),
    "lang": Command("lang en|th", "language of headings and titles", "ภาษาของหัวตารางและชื่อเรื่อง", _language),
}
"""The commands in the order in which :help lists them; :quit is the one beside them."""
