"""A report's template: a folder with report.toml and one Markdown file for each language, bundled or a team's own."""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from graph.errors import GraphError, nearest, one_line

BUNDLED = Path(__file__).parent / "templates"
SETTINGS = "report.toml"
LANGUAGES = ("en", "th")
_TEXTS = {"title": "title_th", "subtitle": "subtitle_th"}
_KEYS = (*_TEXTS, *_TEXTS.values(), "languages", "params")
_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True)
class Template:
    """What a folder holds. `digest` is that of its settings and texts: a report tells which it was made from."""

    name: str
    folder: Path
    titles: Mapping[str, str]
    subtitles: Mapping[str, str]
    languages: tuple[str, ...]
    texts: Mapping[str, str]
    digest: str
    params: Mapping[str, str] = field(default_factory=dict[str, str])

    def text_file(self, language: str) -> Path:
        """The Markdown file of a language."""
        return self.folder / f"report.{language}.md"

    def text(self, language: str) -> str:
        """The text in a language. Raises GraphError where the template has none."""
        if language not in self.texts:
            raise GraphError(
                f"{one_line(self.folder / SETTINGS)}: languages: expected {language} among them, "
                f"found {', '.join(self.languages)}; write report.{language}.md and name it there"
            )
        return self.texts[language]


def bundled() -> dict[str, Template]:
    """The templates that come with Bubble, by name."""
    return {folder.name: read(folder) for folder in sorted(BUNDLED.iterdir()) if (folder / SETTINGS).is_file()}


def find(name: str) -> Template:
    """The bundled template of that name, or the one in the folder that is named.

    A folder is meant where the name has a slash or a report.toml stands in it; a bundled name comes first.
    Raises GraphError where there is neither, with the nearest name.
    """
    known = [folder.name for folder in sorted(BUNDLED.iterdir()) if (folder / SETTINGS).is_file()]
    if name in known:
        return read(BUNDLED / name)
    if Path(name).is_dir():
        return read(Path(name))
    raise GraphError(
        f"report: expected one of {', '.join(known)} or a folder with {SETTINGS}, found {one_line(name)}"
        f"{nearest(name, known)}; bubble report --list"
    )


def read(folder: Path) -> Template:
    """The template a folder holds. Raises GraphError, with file and line, where it can't be taken."""
    path = folder / SETTINGS
    raw = _bytes(path)
    told = _settings(path, raw)
    languages = _languages(path, told)
    texts = {language: _read_text(folder / f"report.{language}.md") for language in languages}
    # Of the text, not of the bytes: a checkout that ends its lines otherwise is the same template.
    parts = [_decoded(path, raw), *(f"\0{language}\0{text}" for language, text in texts.items())]
    return Template(
        folder.resolve().name,
        folder,
        _both(path, told, "title", required=True),
        _both(path, told, "subtitle", required=False),
        languages,
        texts,
        hashlib.sha256("".join(parts).encode()).hexdigest(),
        _params(path, told),
    )


def copy_to(template: Template, target: Path) -> list[Path]:
    """Copy a template's files into a new or empty folder; returns them. Never writes over anything."""
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise GraphError(
                f"{one_line(target)}: expected a new or empty folder, found something there; "
                "choose another for --copy-to"
            )
        target.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.copyfile(path, target / path.name)) for path in _files(template)]
    except OSError as error:
        raise GraphError(f"{one_line(target)}: the template can't be written: {error.strerror}") from None


def _files(template: Template) -> Iterator[Path]:
    yield template.folder / SETTINGS
    for language in template.languages:
        yield template.text_file(language)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GraphError(
            f"{one_line(path)}: expected a file of the template, found {error.strerror}; "
            "bubble report NAME --copy-to FOLDER gives a whole one"
        ) from None


def _read_text(path: Path) -> str:
    return _decoded(path, _bytes(path))


def _decoded(path: Path, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise GraphError(
            f"{one_line(path)}:{line}: expected text in UTF-8, found other bytes; save it as UTF-8"
        ) from None


def _settings(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        told = tomllib.loads(_decoded(path, raw))
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = found[1] if found else 1
        raise GraphError(f'{one_line(path)}:{line}: expected TOML as title = "…", found a mistake: {error}') from None
    for key in told:
        if key not in _KEYS:
            raise GraphError(
                f"{one_line(path)}:{_line_of(raw, key)}: expected one of {', '.join(_KEYS)}, "
                f"found {one_line(key)}{nearest(key, _KEYS)}"
            )
    return told


def _languages(path: Path, told: Mapping[str, Any]) -> tuple[str, ...]:
    found: Any = told.get("languages")
    named: list[Any] = [*found] if isinstance(found, list) else []
    if not named or any(each not in LANGUAGES for each in named):
        raise GraphError(f"{one_line(path)}: languages: expected a list of {' and '.join(LANGUAGES)}, found {found!r}")
    return tuple(dict.fromkeys(str(each) for each in named))


def _both(path: Path, told: Mapping[str, Any], key: str, *, required: bool) -> dict[str, str]:
    """A text in both languages; where only one is written it stands for both."""
    found = [told.get(name, "") for name in (key, _TEXTS[key])]
    if not all(isinstance(each, str) for each in found) or (required and not any(found)):
        raise GraphError(f"{one_line(path)}: {key}: expected words in quotes, found {told.get(key)!r}")
    en, th = found
    return {"en": en or th, "th": th or en}


def _params(path: Path, told: Mapping[str, Any]) -> dict[str, str]:
    found = told.get("params", {})
    if not isinstance(found, dict):
        raise GraphError(f'{one_line(path)}: expected [params] with lines as sector = "food", found {found!r}')
    params = cast("dict[str, Any]", found)
    for name, value in params.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise GraphError(
                f"{one_line(path)}: {one_line(name)}: expected words in quotes or a number, found {value!r}"
            )
    return {name: str(value) for name, value in params.items()}


def _line_of(raw: bytes, key: str) -> int:
    lines = raw.decode("utf-8", "replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.lstrip().startswith((key, f"[{key}"))), 1)
