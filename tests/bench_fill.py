"""What it costs to fill a document of ten figures, and to update it: python -m tests.bench_fill prints it."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document

from graph.stores.embedded import EmbeddedStore
from tests.built import bundled

ROOT = Path(__file__).parents[1]
FIGURES = (
    "headline lang=th", "white-space-matrix", "neighbourhood of=JETRO", "programmes lang=th", "firms", "agreements",
    "map-of-links country=JPN", "timeline-of-links", "trade-beside-links lang=th", "flows-beside-links",
)  # fmt: skip


def run(*arguments: str) -> None:
    """One whole command, with its time and that of the processors."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bubble", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"bubble {arguments[0]} {Path(arguments[1]).name:28} {time.perf_counter() - start:6.2f} s   worked {worked:6.2f} s"
    )


def main() -> None:
    """Fill a Word document of ten figures, then update it with a graph whose data are of another day."""
    with TemporaryDirectory() as folder:
        document = Document()
        for figure in FIGURES:
            document.add_paragraph("Words that stay.")
            document.add_paragraph(f"{{{{bubble: {figure}}}}}")
        path, other = Path(folder) / "ten.docx", Path(folder) / "other.kgl"
        document.save(str(path))
        store = EmbeddedStore(bundled().path)
        store._graph.read_only(False)
        store._graph.cypher("MATCH (b:Build) SET b.content_hash = 'changed'")
        store.save(other)
        run("fill", str(path), "--graph", str(bundled().path))
        run("fill", str(path), "--graph", str(other))
        run("fill", str(path), "--graph", str(other))


if __name__ == "__main__":
    main()
