"""The tutorial notebooks: run in a kernel of their own, and what of their outputs is kept in their files.

`python -m tests.notebooks` runs all of them on the bundled data and keeps what they gave.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.built import bundled

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/tutorials"
HEAVY = ("application/pdf", "image/png", "text/markdown")
"""What a file leaves out: it holds the same as SVG, HTML or text."""
SECONDS = 120


def tutorials() -> list[Path]:
    """Their files."""
    return sorted(FOLDER.glob("*.ipynb"))


def executed(path: Path, graph: Path | None = None) -> Any:
    """The notebook with what every cell gave; one that fails is an error that shows its cell."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory(prefix="bubble-notebook-") as folder:
        environment = os.environ | {
            "BUBBLE_GRAPH": str(graph or bundled().path),
            "BUBBLE_QUESTIONS": str(Path(folder) / "questions"),
            "IPYTHONDIR": folder,
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "140",
            "LINES": "24",
        }
        client = NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": folder}})
        client.execute(env=environment)
    return notebook


def light(notebook: Any) -> Any:
    """The same with what a file keeps: text, tables, and drawings as figures without their pages."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "image/svg+xml" in data or "<iframe" in data.get("text/html", ""):
                data.pop("text/html", None)
            for form in HEAVY:
                data.pop(form, None)
                output.get("metadata", {}).pop(form, None)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def texts(notebook: Any) -> list[tuple[str, str]]:
    """Each code cell with its outputs as plain text."""
    return [(cell.source, "\n".join(_plain(cell.outputs))) for cell in notebook.cells if cell.cell_type == "code"]


def _plain(outputs: Any) -> Iterator[str]:
    for output in outputs:
        if output.output_type == "stream":
            yield output.text.rstrip()
        elif "data" in output:
            yield output.data["text/plain"].rstrip()


def keep(path: Path) -> None:
    """Run the notebook and write it with its outputs."""
    import nbformat

    nbformat.write(light(executed(path)), path)


if __name__ == "__main__":
    for each in tutorials():
        keep(each)
        print(each.relative_to(ROOT))
