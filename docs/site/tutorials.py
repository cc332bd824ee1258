"""A notebook as a page: its text as it is, its code, and what the code gave when the notebook was last run."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat


def as_markdown(path: Path) -> str:
    """The cells of a notebook as Markdown with its outputs."""
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    parts: list[str] = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
        elif cell.cell_type == "code" and cell.source.strip():
            parts.append(_fenced(cell.source, "cypher" if cell.source.startswith("%%cypher") else "python"))
            parts += filter(None, (_shown(output) for output in cell.outputs))
    return "\n\n".join(parts) + "\n"


def _fenced(text: str, language: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _shown(output: Mapping[str, Any]) -> str:
    """What a reader sees of an output: its richest form that a page can hold."""
    if output["output_type"] == "stream":
        return _block("".join(output["text"]))
    if output["output_type"] == "error":
        return _block(f"{output['ename']}: {output['evalue']}")
    data: Mapping[str, Any] = output.get("data", {})
    if "text/html" in data:
        return "\n".join(_in_one_piece("".join(data["text/html"])))
    if "image/svg+xml" in data:
        return _image("svg+xml", "".join(data["image/svg+xml"]).encode("utf-8"), data)
    if "image/png" in data:
        return _image("png", base64.b64decode("".join(data["image/png"])), data)
    if "text/markdown" in data:
        return str("".join(data["text/markdown"]))
    return _block("".join(data.get("text/plain", "")))


def _block(text: str) -> str:
    return f'<pre class="output" tabindex="0">{html.escape(text.rstrip())}</pre>'.replace("\n\n", "\n&#8203;\n")


def _in_one_piece(text: str) -> Iterator[str]:
    """HTML without empty lines, at which Markdown would begin a paragraph."""
    yield '<div class="output">'
    yield from (line for line in text.splitlines() if line.strip())
    yield "</div>"


def _image(form: str, data: bytes, beside: Mapping[str, Any]) -> str:
    told = html.escape("".join(beside.get("text/plain", "")), quote=True).replace("\n", " ")
    return f'<img class="output" alt="{told}" src="data:image/{form};base64,{base64.b64encode(data).decode()}">'
