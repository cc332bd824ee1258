"""LibreOffice, which wrote none of our files: opens one and sets it as PDF, for its pages to be looked at."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib import import_module as module
from pathlib import Path
from typing import Any

from tests.parts import require
from visuals.vendored import font_file

SECONDS = 180
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"""


def pdf_of(data: bytes, ending: str, folder: Path, *, with_font: bool) -> Any:
    """The file as LibreOffice prints it, on a machine that has our font or on one that has not."""
    program = shutil.which("soffice")
    require(
        "soffice",
        program is not None,
        "another program opens Word files and slides; "
        "apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-impress-nogui",
    )
    assert program is not None
    written = folder / f"file{ending}"
    written.write_bytes(data)
    environment = dict(os.environ)
    if with_font:
        fonts = folder / "fonts"
        fonts.mkdir()
        for path in font_file().parent.glob("Sarabun-*.ttf"):
            shutil.copy(path, fonts)
        (folder / "fonts.conf").write_text(FONTS.format(folder=fonts, cache=folder / "cache"), "utf-8")
        environment["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    profile = (folder / "profile").as_uri()
    command = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(written)], check=True, env=environment, capture_output=True, timeout=SECONDS)
    return module("pypdfium2").PdfDocument((folder / "file.pdf").read_bytes())


def words_of(pdf: Any) -> str:
    """The words that a search in the PDF finds, each run of white space as one space."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
