"""`python -m docs.site` builds the site into out/site; --check only reads every page and follows every link."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import click

from docs.site.gallery import draw
from docs.site.pages import ROOT
from docs.site.sources import lay_out

OUT = ROOT / "out/site"


def build(to: Path, work: Path, *, graph: Path | None = None, check: bool = False) -> int:
    """Build the site into a folder, or only check it. What is drawn comes from the graph, built where none is given.

    Returns the exit code: whatever is doubtful, such as a link that leads nowhere or a page in no contents, fails.
    """
    from sphinx.cmd.build import build_main

    drawn = {} if check else draw(work / "drawn", graph)
    lay_out(work / "pages", drawn)
    shutil.rmtree(work / "built", ignore_errors=True)
    kind = ["-b", "dummy"] if check else ["-b", "html", "-j", "auto"]
    options = ["--fail-on-warning", "--keep-going", "--nitpicky", "--quiet", *kind]
    code = build_main(
        [*options, "-c", str(ROOT / "docs/site"), "-d", str(work / "read"), str(work / "pages"), str(work / "built")]
    )
    if code == 0 and not check:
        shutil.copytree(work / "pages/_fonts", work / "built/_static/fonts")
        shutil.copytree(work / "drawn", work / "built/drawn")
        shutil.rmtree(work / "built/_sources", ignore_errors=True)
        shutil.rmtree(to, ignore_errors=True)
        shutil.move(work / "built", to)
    return code


@click.command()
@click.option("--check", is_flag=True, help="Read every page and follow every link; write nothing.")
@click.option("--graph", type=click.Path(path_type=Path, exists=True), help="Draw from this graph; else one is built.")
def main(*, check: bool, graph: Path | None) -> None:
    """Build the documentation site into out/site."""
    begun = time.monotonic()
    code = build(OUT, ROOT / "out/site-work", graph=graph, check=check)
    if code == 0 and not check:
        pages = sum(1 for _ in OUT.rglob("*.html"))
        click.echo(f"{pages} pages in {time.monotonic() - begun:.0f} s; open {OUT.relative_to(ROOT)}/index.html")
    sys.exit(code)


if __name__ == "__main__":
    main()
