"""The package of an Office file (.docx, .pptx): opened with care, written the same way each time."""

from __future__ import annotations

import importlib
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from graph.errors import GraphError, one_line

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from pptx.presentation import Presentation

MOST_PARTS = 5_000
MOST_BYTES = 400_000_000
"""What a package may hold when unpacked; a report of many figures has a tenth of it."""
TYPES = "[Content_Types].xml"
_FIRST = (TYPES, "_rels/.rels")  # as readers expect it
_DAY = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows
_PACKED = (".png", ".jpeg", ".jpg", ".gif")  # packing them again gains little
_OLD = b"\xd0\xcf\x11\xe0"  # the form before 2007, in which files with a password are wrapped too
_MAIN = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
_KIND = {".docx": "a Word document", ".pptx": "a presentation"}


def same_bytes(package: bytes) -> bytes:
    """The package with its parts in a fixed order, with fixed dates and packing: the same bytes for the same parts."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(written, "w") as new:
        names = {name for name in old.namelist() if not name.endswith("/")}
        for name in [*(n for n in _FIRST if n in names), *sorted(names.difference(_FIRST))]:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 0, 0  # the machine it was made on is not told
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name), compresslevel=6)
    return written.getvalue()


def checked(data: bytes, ending: str, where: str = "") -> None:
    """Raise GraphError, with `where` before it, for what is no plain package of that ending or holds too much."""
    with readable(ending, where):
        if data.startswith(_OLD):
            raise GraphError("found one of the form before 2007 or with a password; save it without and as " + ending)
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise GraphError(f"found more than {MOST_PARTS:,} parts or {MOST_BYTES // 1_000_000} MB unpacked in it")
            names = [entry.filename for entry in entries]
            if len(set(names)) < len(names):
                raise GraphError("found two parts of one name in it")
            if any(name.casefold().endswith("vbaproject.bin") for name in names):
                raise GraphError(f"found one with macros; save it without them, as {ending}")
            types = package.read(TYPES)
            if _MAIN[ending].encode() not in types:
                raise GraphError(f"found a file of another kind; save it as {ending}")


def word_document(data: bytes, where: str = "") -> WordDocument:
    """A .docx opened. Raises GraphError for what is none, is broken, or holds too much or macros."""
    from docx import Document

    checked(data, ".docx", where)
    with readable(".docx", where):
        return Document(BytesIO(data))


def presentation(data: bytes, where: str = "") -> Presentation:
    """A .pptx opened. Raises GraphError for what is none, is broken, or holds too much or macros."""
    import pptx

    checked(data, ".pptx", where)
    with readable(".pptx", where):
        return pptx.Presentation(BytesIO(data))


@contextmanager
def readable(ending: str, where: str = "") -> Generator[None]:
    """Whatever goes wrong while a package is read is told in one line: where, what was expected, what was found."""
    before = f"{one_line(where)}: expected {_KIND[ending]}" if where else f"expected {_KIND[ending]}"
    try:
        yield
    except GraphError as error:
        told = str(error)
        raise GraphError(f"{before}, {told}" if told.startswith("found ") else told) from None
    except _broken() as error:
        told = one_line(error).strip("'\"") or type(error).__name__
        raise GraphError(f"{before}, found a file that can't be read as one ({told}); open and save it anew") from error


def saved(document: WordDocument | Presentation) -> bytes:
    """The document or presentation as bytes, the same for the same content."""
    written = BytesIO()
    document.save(written)
    return same_bytes(written.getvalue())


def xml(data: bytes) -> Any:
    """The root element of a part; no entity in it is followed, no address opened. Raises for text that is no XML."""
    etree = lxml_etree()
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def new_part(package: Any, name: str, content_type: str, blob: bytes) -> Any:
    """A part of that name and content for a package of python-docx or of python-pptx; relate something to it."""
    from docx.opc.package import OpcPackage
    from docx.opc.packuri import PackURI as WordName
    from docx.opc.part import Part as WordPart
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    if isinstance(package, OpcPackage):
        return WordPart(WordName(name), content_type, blob, cast("Any", package))
    return Part(PackURI(name), content_type, package, blob)


def lxml_etree() -> Any:
    """The library that both others build on; it comes without types."""
    return importlib.import_module("lxml.etree")


def _broken() -> tuple[type[Exception], ...]:
    """What the libraries raise for broken files; they check little themselves."""
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from pptx.exc import PythonPptxError

    parsing: type[Exception] = lxml_etree().LxmlError
    of_zip = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
    of_parts = (KeyError, ValueError, AttributeError, TypeError, IndexError, AssertionError)
    return (PythonDocxError, OpcError, PythonPptxError, parsing, *of_zip, *of_parts)
