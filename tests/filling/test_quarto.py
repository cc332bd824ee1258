"""The shortcode of Quarto, run by Pandoc's own Lua, which is what runs it inside Quarto: no shell, no way out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bubble.filling.quarto import FILES, write_extension
from tests.built import bundled
from tests.parts import require

CALL = """
local shortcode = dofile({lua!r})["bubble"]
function Pandoc(document)
  return pandoc.Pandoc(shortcode({args}, {kwargs}, document.meta))
end
"""


def rendered(folder: Path, args: str, kwargs: str, to: str = "html") -> subprocess.CompletedProcess[str]:
    """What a document becomes in which the shortcode stands, as Quarto calls it: words read by Pandoc or plain."""
    pandoc = shutil.which("pandoc")
    require("pandoc", pandoc is not None, "it runs the shortcode of Quarto, which is Lua; apt-get install pandoc")
    write_extension(folder / "_extensions" / "bubble")
    program = folder / "bubble"
    root = Path(__file__).parents[2]
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m bubble "$@"\n', "utf-8")
    program.chmod(0o755)
    lua = CALL.format(lua=str(folder / "_extensions" / "bubble" / "bubble.lua"), args=args, kwargs=kwargs)
    (folder / "call.lua").write_text(lua, "utf-8")
    environment = {**os.environ, "BUBBLE_COMMAND": str(program), "BUBBLE_GRAPH": str(bundled().path)}
    return subprocess.run(
        [str(pandoc), "--lua-filter", "call.lua", "--to", to],
        cwd=folder, input="text", check=False, capture_output=True, text=True, timeout=120, env=environment,
    )  # fmt: skip


def test_a_shortcode_becomes_a_figure_with_caption_alt_text_and_width(tmp_path: Path) -> None:
    done = rendered(
        tmp_path,
        '{"neighbourhood"}',
        '{of=pandoc.Inlines{pandoc.Str("JETRO")}, lang="th", width="80%", caption="A & B"}',
    )
    assert done.stderr == ""
    (figure,) = (tmp_path / "bubble-figures").iterdir()
    assert figure.suffix == ".svg"
    assert f'src="bubble-figures/{figure.name}"' in done.stdout
    assert "width:80" in done.stdout
    assert "A &amp; B ข้อมูล ณ วันที่ 22 พฤศจิกายน 2569" in done.stdout
    assert "JETRO" in done.stdout


def test_latex_gets_pdf_and_the_sources_follow_where_they_are_wanted(tmp_path: Path) -> None:
    done = rendered(tmp_path, '{"neighbourhood"}', '{of="JETRO", sources="true"}', "native")
    assert done.stderr == ""
    assert ".svg" in done.stdout
    assert "OrderedList" in done.stdout
    other = rendered(tmp_path, '{"neighbourhood"}', '{of="JETRO"}', "latex")
    assert ".pdf" in other.stdout


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [
        ('{"neighbourhood; touch /tmp/bubble-was-here"}', "{}"),
        ('{"$(touch bubble-was-here)"}', "{}"),
        ('{"neighbourhood"}', '{of="`touch bubble-was-here`"}'),
        ('{"neighbourhood"}', '{of="JETRO", ["for"]="a4; touch bubble-was-here"}'),
        ('{"neighbourhood"}', '{of="JETRO", lang="../../x"}'),
        ('{"../../../etc/passwd"}', "{}"),
        ('{"--to=bubble-was-here.svg"}', "{}"),
        ("{}", "{}"),
    ],
)
def test_nothing_in_a_document_is_run_or_leads_out_of_the_folder(args: str, kwargs: str, tmp_path: Path) -> None:
    done = rendered(tmp_path, args, kwargs)
    assert done.returncode != 0
    assert "bubble: " in done.stderr
    assert not list(tmp_path.rglob("bubble-was-here*"))
    assert not list(tmp_path.rglob("*.svg"))
    assert not Path("/tmp/bubble-was-here").exists()


def test_the_extension_is_a_folder_that_quarto_knows(tmp_path: Path) -> None:
    assert write_extension(tmp_path / "x") == FILES
    assert "shortcodes:\n    - bubble.lua" in (tmp_path / "x" / "_extension.yml").read_text("utf-8")
