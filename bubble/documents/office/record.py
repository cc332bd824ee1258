"""What an Office file says of itself: the record it can be made again from, a part of its own, and its properties."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from bubble.documents.office.package import checked, new_part, readable, xml
from bubble.documents.record import MARK, Record
from visuals.picture import shown

NAMESPACE = "urn:bubble:record"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_TOP = f"{{{NAMESPACE}}}{MARK}"


def keep_record(main: Any, text: str) -> None:
    """Keep the record as a part of custom XML beside the main part of a document; it takes the place of an older one.

    Word, PowerPoint and LibreOffice keep such parts when they save.
    """
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{MARK} xmlns="{NAMESPACE}">{escape(text)}</{MARK}>'.encode()
    for relation in main.rels.values():
        if relation.is_external or relation.reltype != _RELATION:
            continue
        if _held(relation.target_part.blob) is not None:
            relation.target_part._blob = body  # noqa: SLF001  only one of the two libraries has a setter
            return
    main.relate_to(_part(main.package, body), _RELATION)


def record_text(data: bytes, ending: str) -> str | None:
    """The record that a package holds, or None. Raises GraphError for what is no such package."""
    checked(data, ending)
    with readable(ending), zipfile.ZipFile(BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if name.startswith("customXml/") and name.endswith(".xml"):
                held = _held(package.read(name))
                if held is not None:
                    return held
    return None


def tell_properties(properties: Any, *, title: str, language: str, record: Record) -> None:
    """Title, author, dates and language of a file of ours: it was made of the state of the data, so it has its date."""
    try:
        day = datetime.fromisoformat(record.data_date)
    except ValueError:
        day = datetime(1980, 1, 1)  # noqa: DTZ001  a day without a zone, as Office writes it
    properties.title = shown(title)[:255]
    properties.author = properties.last_modified_by = "Bubble"
    properties.created = properties.modified = day.replace(tzinfo=None)
    properties.language = {"th": "th-TH"}.get(language, "en-GB")
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.revision = 1


def _held(blob: bytes) -> str | None:
    """The text of a record in a part, or None where it is a part of somebody else's."""
    if MARK.encode() not in blob:
        return None
    try:
        root = xml(blob)
    except (ValueError, SyntaxError):
        return None
    return str(root.text or "") if root.tag == _TOP else None


def _part(package: Any, body: bytes) -> Any:
    """A part of that content under a name that is free in the package."""
    taken = {str(part.partname) for part in package.iter_parts()}
    name = next(f"/customXml/item{n}.xml" for n in range(1, 10_000) if f"/customXml/item{n}.xml" not in taken)
    return new_part(package, name, "application/xml", body)
