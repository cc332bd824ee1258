"""Every view as a person sees it: pages as screenshots of a real Chromium, figures as they are, one sheet that shows all.

`make pictures` writes them to out/pictures; open index.html there. ARGS="headline-name other-name" takes some views.
"""

from __future__ import annotations

import shutil
import sys
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from bubble.drawing import picture_of, write_picture
from tests.built import bundled
from tests.visuals.conftest import Browser, start
from visuals.view import named, views

FOLDER = Path("out/pictures")
SHOTS = {
    "en light": ("en", "light", 1440, 900),
    "th light": ("th", "light", 1440, 900),
    "en dark": ("en", "dark", 1440, 900),
    "th narrow": ("th", "light", 390, 844),
}
FIGURES = (("en", "a4"), ("th", "a4"), ("th", "slide"), ("en", "column"))


def shoot(window: Browser, page: Path, theme: str, size: tuple[int, int], to: Path) -> None:
    """A screenshot of a page as it stands when it has drawn."""
    window.resize(*size)
    window.colours(theme)
    window.open(page)
    if not window.driver.save_screenshot(str(to)):
        raise OSError(f"no screenshot could be written to {to}")


def draw_view(name: str, window: Browser, work: Path) -> list[Path]:
    """The pictures of one view: its page in each way of seeing it, its figure in each size."""
    picture = picture_of(bundled().store, named(name), {})
    made: list[Path] = []
    for told, (language, theme, wide, high) in SHOTS.items():
        page = work / f"{name}-{language}.html"
        if not page.exists():
            write_picture(picture, page, language)
        made.append(FOLDER / f"{name} page {told}.png")
        shoot(window, page, theme, (wide, high), made[-1])
    for language, size in FIGURES:
        made.append(FOLDER / f"{name} figure {language} {size}.svg")
        write_picture(picture, made[-1], language, size)
    return made


def contact_sheet(made: dict[str, list[Path]]) -> str:
    """A page that shows them all."""
    parts = ["<!doctype html><meta charset=utf-8><title>Pictures</title>"]
    parts.append(
        "<style>body{font:15px sans-serif;background:#ddd}img{height:440px;margin:4px;background:#fff}</style>"
    )
    for name, paths in made.items():
        parts.append(f"<h2>{escape(name)}</h2>")
        parts += [
            f'<a href="{escape(p.name)}"><img src="{escape(p.name)}" title="{escape(p.stem)}"></a>' for p in paths
        ]
    return "\n".join(parts) + "\n"


def main(names: list[str]) -> int:
    """Draw the views of these names, or all."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        print("make pictures needs a Chromium; Debian, Ubuntu: apt install chromium chromium-driver", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="bubble-pictures-") as work:
        driver = start(Path(work) / "profile")
        try:
            window = Browser(driver)
            made = {name: draw_view(name, window, Path(work)) for name in names or views()}
        finally:
            driver.quit()
    sheet = FOLDER / "index.html"
    sheet.write_text(contact_sheet(made), encoding="utf-8")
    print(f"{sum(map(len, made.values()))} pictures of {len(made)} views; look at {sheet}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
