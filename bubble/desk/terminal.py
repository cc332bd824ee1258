"""The desk on a terminal: a prompt with completion, highlighting and history; Ctrl-C stops a query, not the session."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import History
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers import find_lexer_class_by_name

from bubble.desk.completion import candidates
from bubble.desk.desk import Desk
from bubble.desk.history import history
from bubble.desk.statements import is_complete, statements
from bubble.places import data_folder
from graph.errors import GraphError

PROMPT, GOES_ON = "bubble> ", "   ...> "
_HELLO = (
    "Cypher that reads; end a query with ; or an empty line. :help lists the commands, :questions the questions, "
    "Tab completes, :quit leaves.\n"
)
_HELLO_TH = "พิมพ์คำสั่ง Cypher เพื่ออ่านข้อมูล จบด้วย ; หรือบรรทัดว่าง :help แสดงคำสั่ง :questions แสดงคำถาม Tab เติมชื่อ :quit ออก\n"


class Names(Completer):
    """What may stand at the cursor."""

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """See `candidates`."""
        word, found = candidates(document.text_before_cursor)
        for each in found:
            yield Completion(each, start_position=-len(word))


def run_terminal(desk: Desk) -> None:
    """Prompt until :quit or Ctrl-D. A mistake is one line, and the session goes on."""
    session = prompt_session(history(data_folder() / "history"))
    click.echo(_HELLO_TH if desk.settings.language == "th" else _HELLO, nl=False, err=True)
    while True:
        try:
            text = session.prompt(ANSI(PROMPT), prompt_continuation=GOES_ON)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if not run_typed(desk, text):
            return


def run_typed(desk: Desk, text: str) -> bool:
    """Run what was typed or pasted, up to the first mistake in it; False to leave."""
    try:
        for statement in statements(text):
            if not desk.run(statement):
                return False
    except GraphError as error:
        desk.remark(str(error))
    except KeyboardInterrupt:
        desk.remark("stopped")
    return True


def prompt_session(kept: History, **terminal: Any) -> PromptSession[str]:
    """The prompt: the return key ends what is complete and else begins a new line; pasted lines come in as they are."""
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:  # pyright: ignore[reportUnusedFunction]  # the library calls it
        buffer = event.current_buffer
        if (buffer.document.is_cursor_at_the_end and is_complete(buffer.text)) or not buffer.text.strip():
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return PromptSession(
        history=kept,
        completer=Names(),
        complete_while_typing=False,
        lexer=PygmentsLexer(find_lexer_class_by_name("cypher")),
        key_bindings=keys,
        multiline=True,
        **terminal,
    )
