"""What an Office file says of itself: the record it can be made again from, a part of its own, and its properties."""

from __future__ import annotations

import uuid
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from bubble.documents.office.package import checked, lxml_etree, new_part, readable, xml
from bubble.documents.record import MARK, Record
from bubble.documents.words import AUTHOR
from visuals.picture import shown

NAMESPACE = "urn:bubble:record"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/customXml"
_ABOUT_RELATION = f"{_OFFICE}/relationships/customXmlProps"
_ABOUT_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES = f"{_OFFICE}/custom-properties"
_PROPERTIES_RELATION = f"{_OFFICE}/relationships/custom-properties"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_VALUES = f"{_OFFICE}/docPropsVTypes"
_KIND = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that a user gives
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TOP = f"{{{NAMESPACE}}}{MARK}"
_PROPERTY, _VALUE = f"{{{_PROPERTIES}}}property", f"{{{_VALUES}}}lpwstr"


def keep_record(main: Any, text: str) -> None:
    """Keep the record beside the main part of a document, in the place of an older one.

    It is kept twice, as a part of custom XML and as a property, since programs differ in what they keep when they save.
    """
    _keep_property(main.package, text)
    body = f'{_HEAD}<{MARK} xmlns="{NAMESPACE}">{escape(text)}</{MARK}>'.encode()
    for relation in main.rels.values():
        if relation.is_external or relation.reltype != _RELATION:
            continue
        if _held(relation.target_part.blob) is not None:
            relation.target_part._blob = body  # noqa: SLF001  only one of the two libraries has a setter
            return
    part, about = _parts(main.package, body)
    part.relate_to(about, _ABOUT_RELATION)
    main.relate_to(part, _RELATION)


def record_text(data: bytes, ending: str) -> str | None:
    """The record that a package holds, or None. Raises GraphError for what is no such package."""
    checked(data, ending)
    with readable(ending), zipfile.ZipFile(BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if name.startswith("customXml/") and name.endswith(".xml"):
                held = _held(package.read(name))
                if held is not None:
                    return held
        named = "docProps/custom.xml"
        return _property(xml(package.read(named))) if named in package.namelist() else None


def tell_properties(properties: Any, *, title: str, language: str, record: Record) -> None:
    """Title, author, dates and language of a file of ours: it was made of the state of the data, so it has its date."""
    try:
        day = datetime.fromisoformat(record.data_date)
    except ValueError:
        day = datetime(1980, 1, 1)  # noqa: DTZ001  a day without a zone, as Office writes it
    properties.title = shown(title)[:255]
    properties.author = properties.last_modified_by = AUTHOR
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


def _property(properties: Any) -> str | None:
    """The record among the properties that a user may give, or None."""
    values = (each.findtext(_VALUE) for each in properties.iter(_PROPERTY) if each.get("name") == MARK)
    return next((str(value) for value in values if value), None)


def _keep_property(package: Any, text: str) -> None:
    """The record as one of those properties; the others stay."""
    relations = package.rels if hasattr(package, "rels") else package._rels  # noqa: SLF001
    held = next((each.target_part for each in relations.values() if each.reltype == _PROPERTIES_RELATION), None)
    if held is None:
        empty = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"/>'.encode()
        held = new_part(package, "/docProps/custom.xml", _PROPERTIES_TYPE, empty)
        package.relate_to(held, _PROPERTIES_RELATION)
    etree, root = lxml_etree(), xml(held.blob)
    for each in [each for each in root.iter(_PROPERTY) if each.get("name") == MARK]:
        root.remove(each)
    number = max([1, *(int(each.get("pid", "1")) for each in root.iter(_PROPERTY))]) + 1
    added = etree.SubElement(root, _PROPERTY, fmtid=_KIND, pid=str(number), name=MARK)
    etree.SubElement(added, _VALUE).text = text
    held._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _parts(package: Any, body: bytes) -> tuple[Any, Any]:
    """A part of that content and what is said of it, under names that are free in the package."""
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(
        n for n in range(1, 10_000) if not taken & {f"/customXml/item{n}.xml", f"/customXml/itemProps{n}.xml"}
    )
    space = f"{_OFFICE}/customXml"
    key = f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, MARK)).upper()}}}"
    about = (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{key}" xmlns:ds="{space}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return (
        new_part(package, f"/customXml/item{number}.xml", "application/xml", body),
        new_part(package, f"/customXml/itemProps{number}.xml", _ABOUT_TYPE, about.encode()),
    )
