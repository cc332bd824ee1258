"""The desk on a real terminal (a pseudo-terminal): completion, several lines, history, and Ctrl-C."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built import bundled

ROOT = Path(__file__).parents[2]
PROMPT = "bubble>"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>()][A-Z0-9]?|\r")
PATIENCE = 15.0
CTRL_C, CTRL_D, TAB, UP, ENTER = "\x03", "\x04", "\t", "\x1b[A", "\r"
PASTE = "\x1b[200~{}\x1b[201~"


class Terminal:
    """A desk that runs on a pseudo-terminal of its own."""

    def __init__(self, home: Path) -> None:
        ours, theirs = pty.openpty()
        env = {
            **os.environ,
            "BUBBLE_GRAPH": str(bundled().path),
            "XDG_DATA_HOME": str(home),
            "TERM": "xterm-256color",
            "COLUMNS": "120",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bubble", "cypher"],
            cwd=ROOT,
            env=env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509  # no threads here
        )
        os.close(theirs)
        self._ours = ours
        self.waits_for(PROMPT)

    def types(self, text: str) -> None:
        """Press these keys."""
        os.write(self._ours, text.encode())

    def waits_for(self, sign: str, seconds: float = PATIENCE) -> str:
        """What comes until there is this sign, without the terminal's own commands."""
        seen, until = b"", time.monotonic() + seconds
        while sign not in (shown := ESCAPES.sub("", seen.decode("utf-8", "replace"))):
            ready, _, _ = select.select([self._ours], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"no {sign!r} in {shown!r}"
            seen += os.read(self._ours, 65_536)
        return shown

    def ends(self) -> int:
        """The exit code; whatever comes until then is read."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    os.read(self._ours, 65_536)
                except OSError:
                    break
        return self.process.wait(5)

    def close(self) -> None:
        """End it, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)


def _own_terminal() -> None:
    """Make the pseudo-terminal the one that Ctrl-C on it sends its signal to."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def test_a_query_over_several_lines_is_answered(terminal: Terminal) -> None:
    terminal.types(f"MATCH (c:Country {{id: 'JPN'}}){ENTER}RETURN c.name AS name;{ENTER}")
    assert "Japan" in terminal.waits_for("Japan")
    terminal.types(f"RETURN 40 + 2 AS sum{ENTER}{ENTER}")
    terminal.waits_for("42")
    terminal.types(f":quit{ENTER}")
    assert terminal.ends() == 0


def test_tab_completes_a_label(terminal: Terminal) -> None:
    terminal.types(f"MATCH (p:Partnersh{TAB}")
    terminal.waits_for("Partnership")
    terminal.types(f") RETURN count(p) AS n;{ENTER}")
    links = bundled().store.ask("MATCH (p:Partnership) RETURN count(p) AS n")[0]["n"]
    terminal.waits_for(str(links))


def test_pasted_lines_come_in_as_they_are(terminal: Terminal) -> None:
    terminal.types(PASTE.format("RETURN 1 + 1 AS two;\nRETURN 20 + 3 AS more;") + ENTER)
    terminal.waits_for("23")


def test_ctrl_c_clears_the_line_and_keeps_the_session(terminal: Terminal) -> None:
    terminal.types("MATCH (n) RETURN")
    terminal.types(CTRL_C)
    terminal.waits_for(PROMPT)
    terminal.types(f"RETURN 40 + 2 AS sum;{ENTER}")
    terminal.waits_for("42")


def test_ctrl_c_stops_a_query_and_keeps_the_session(terminal: Terminal) -> None:
    terminal.types(f"MATCH (a), (b), (c) RETURN count(*) AS n;{ENTER}")
    time.sleep(1.0)
    began = time.monotonic()
    terminal.types(CTRL_C)
    terminal.waits_for("bubble: stopped")
    assert time.monotonic() - began < 2
    terminal.types(f"RETURN 40 + 2 AS sum;{ENTER}")
    terminal.waits_for("42")


def test_what_was_typed_is_there_the_next_time_even_after_a_crash(tmp_path: Path) -> None:
    first = Terminal(tmp_path)
    first.types(f"RETURN 40 + 2 AS sum;{ENTER}")
    first.waits_for("42")
    first.process.send_signal(signal.SIGKILL)
    first.close()
    kept = tmp_path / "bubble/history"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "+RETURN 40 + 2 AS sum;" in kept.read_text("utf-8")
    second = Terminal(tmp_path)
    try:
        second.types(UP)
        second.waits_for("AS sum;")
        second.types(ENTER)
        second.waits_for("42")
    finally:
        second.close()


def test_a_query_that_kills_the_engine_keeps_the_session(terminal: Terminal) -> None:
    terminal.types(f":seconds 2{ENTER}RETURN size(reduce(s = 'a', x IN range(1, 40) | s + s)) AS n;{ENTER}")
    terminal.waits_for("bubble: the query ")
    terminal.types(f"RETURN 40 + 2 AS sum;{ENTER}")
    terminal.waits_for("42")


def test_the_end_of_the_input_leaves_the_desk(terminal: Terminal) -> None:
    terminal.types(CTRL_D)
    assert terminal.ends() == 0
