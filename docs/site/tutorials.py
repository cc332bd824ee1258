"""A notebook as a page: its text as it is, its code, and what the code gave when the notebook was last run."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FORMS = ("text/html", "image/svg+xml", "image/png", "text/plain")
"""The forms of an output that a page can hold, the richest first."""


def as_markdown(path: Path) -> str:
    """The cells of a notebook as Markdown with its outputs."""
    notebook: Any = json.loads(path.read_text("utf-8"))
    parts: list[str] = []
    for cell in notebook["cells"]:
        text = "".join(cell["source"])  # a text, or its lines
        if cell["cell_type"] == "markdown":
            parts.append(text)
        elif cell["cell_type"] == "code" and text.strip():
            parts.append(_fenced(text, "cypher" if text.startswith("%%cypher") else "python"))
            parts += filter(None, (_shown(output) for output in cell["outputs"]))
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
    data = {form: "".join(told) for form, told in output.get("data", {}).items() if form in FORMS}
    form = next((form for form in FORMS if form in data), "")
    match form:
        case "text/html":
            return "\n".join(_in_one_piece(data[form]))
        case "image/svg+xml":
            return _image(form, data[form].encode("utf-8"), data)
        case "image/png":
            return _image(form, base64.b64decode(data[form]), data)
        case _:
            return _block(data.get("text/plain", ""))


def _block(text: str) -> str:
    return f'<pre class="output" tabindex="0">{html.escape(text.rstrip())}</pre>'.replace("\n\n", "\n&#8203;\n")


def _in_one_piece(text: str) -> Iterator[str]:
    """HTML without empty lines, at which Markdown would begin a paragraph."""
    yield '<div class="output">'
    yield from (line for line in text.splitlines() if line.strip())
    yield "</div>"


def _image(form: str, data: bytes, beside: Mapping[str, str]) -> str:
    told = html.escape(beside.get("text/plain", ""), quote=True).replace("\n", " ")
    return f'<img class="output" alt="{told}" src="data:{form};base64,{base64.b64encode(data).decode()}">'
