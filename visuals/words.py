"""The words of the page and the figure themselves, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from visuals.picture import Text

WORDS: dict[str, Text] = {
    "search": Text("Search name or acronym", "ค้นหาชื่อหรือชื่อย่อ"),
    "no_match": Text("Nothing found", "ไม่พบ"),
    "legend": Text("Legend and filters", "คำอธิบายสัญลักษณ์และตัวกรอง"),
    "status": Text("Status", "สถานะ"),
    "kind": Text("Kinds", "ประเภท"),
    "group": Text("Countries", "ประเทศ"),
    "form": Text("Form", "รูปแบบ"),
    "relation": Text("Relation", "ความสัมพันธ์"),
    "all": Text("all", "ทั้งหมด"),
    "none": Text("none", "ไม่เลือก"),
    "only": Text("only", "เฉพาะ"),
    "open_all": Text("Open all", "เปิดทั้งหมด"),
    "fold_all": Text("Fold all", "ยุบทั้งหมด"),
    "open_group": Text("Open {name}", "เปิด{name}"),
    "fold_group": Text("Fold {name}", "ยุบ{name}"),
    "fold_holds": Text(
        "Folded: {count} bodies and {links} links stand here as one.",
        "ยุบรวมไว้: {count} หน่วยงานและบริษัท {links} ความเชื่อมโยง",
    ),
    "undo": Text("Undo", "เลิกทำ"),
    "redo": Text("Redo", "ทำซ้ำ"),
    "steps": Text("Steps around", "ระยะความเชื่อมโยง (ทอด)"),
    "only_these": Text("Only these", "แสดงเฉพาะกลุ่มนี้"),
    "expand": Text("Open around it", "แสดงสิ่งที่เชื่อมโยงเพิ่ม"),
    "path_from": Text("Path from here", "หาเส้นทางจากจุดนี้"),
    "path": Text("Shortest path", "เส้นทางที่สั้นที่สุด"),
    "path_pick": Text(
        "Path from {name}: now choose the other end, by click or search.",
        "เส้นทางจาก {name}: เลือกปลายทางโดยคลิกหรือค้นหา",
    ),
    "path_found": Text(
        "Shortest paths over the links shown, whatever their status: {count}, each of {steps} links.",
        "เส้นทางที่สั้นที่สุดตามความเชื่อมโยงที่แสดงทุกสถานะ: {count} เส้นทาง เส้นทางละ {steps} ทอด",
    ),
    "path_none": Text(
        "No path joins {from} and {to} over the links shown.",
        "ไม่มีเส้นทางเชื่อม {from} กับ {to} ตามความเชื่อมโยงที่แสดง",
    ),
    "path_more": Text("Only the first {count} are listed.", "แสดงเพียง {count} เส้นทางแรก"),
    "hide": Text("Hide", "ซ่อน"),
    "unpin": Text("Unpin", "เลิกปักหมุด"),
    "bad_address": Text(
        "Part of the address is not of this picture and was left out.",
        "บางส่วนของที่อยู่ไม่ตรงกับภาพนี้จึงไม่ได้นำมาใช้",
    ),
    "said_pinned": Text("{name} is pinned here", "ปักหมุด {name} ไว้ที่นี่"),
    "said_unpinned": Text("{name} is back in its place", "{name} กลับสู่ตำแหน่งเดิม"),
    "said_hidden": Text("{name} is hidden", "ซ่อน {name} แล้ว"),
    "said_opened": Text("{name} is open: {count} nodes", "เปิด {name} แล้ว: {count} จุด"),
    "said_folded": Text("{name} is folded: {count} nodes as one", "ยุบ {name} แล้ว: {count} จุดรวมเป็นหนึ่ง"),
    "said_all_open": Text("All groups are open", "เปิดทุกกลุ่มแล้ว"),
    "said_all_folded": Text("All groups are folded", "ยุบทุกกลุ่มแล้ว"),
    "said_steps": Text("{steps} steps around stand out", "เน้นความเชื่อมโยงในระยะ {steps} ทอด"),
    "said_only": Text(
        "Only {name} and what lies within {steps} steps is shown", "แสดงเฉพาะ {name} และที่เชื่อมโยงในระยะ {steps} ทอด"
    ),
    "said_all_shown": Text("All is shown again", "แสดงทั้งหมดอีกครั้ง"),
    "said_expanded": Text("What surrounds {name} is open", "แสดงสิ่งที่เชื่อมโยงกับ {name} แล้ว"),
    "said_undone": Text("Undone", "เลิกทำแล้ว"),
    "said_redone": Text("Done again", "ทำซ้ำแล้ว"),
    "told_folds": Text(
        "{count} groups folded ({nodes} nodes, their links bundled into {lines} lines)",
        "ยุบ {count} กลุ่ม ({nodes} จุด รวมความเชื่อมโยงเป็น {lines} เส้น)",
    ),
    "told_inside": Text("{links} of the links lie inside one group", "ในจำนวนนี้ {links} ความเชื่อมโยงอยู่ภายในกลุ่มเดียวกัน"),
    "told_off": Text("filtered out: {links} links, {nodes} nodes", "กรองออก: {links} ความเชื่อมโยง {nodes} จุด"),
    "told_gone": Text("hidden: {nodes} nodes with {links} links", "ซ่อน: {nodes} จุด {links} ความเชื่อมโยง"),
    "as_of": Text("As of a day", "ณ วันที่"),
    "told_day": Text(
        "as of {day} ({later} links began later, {undated} have no date and are shown)",
        "ณ วันที่ {day} ({later} ความเชื่อมโยงเริ่มหลังจากนั้น {undated} รายการไม่มีวันที่และยังแสดงอยู่)",
    ),
    "told_day_note": Text(
        "{later} links began later; no date: {undated} links, shown all the same",
        "{later} ความเชื่อมโยงเริ่มหลังจากนั้น ไม่มีวันที่: {undated} ความเชื่อมโยง ยังแสดงอยู่",
    ),
    "no_day_note": Text(
        "shows the links that had begun by a day, as they then were; no date: {undated} links",
        "แสดงความเชื่อมโยงที่เริ่มแล้วในวันที่เลือกตามสถานะในวันนั้น ไม่มีวันที่: {undated} ความเชื่อมโยง",
    ),
    "said_no_day": Text("All links, as of the day of the data", "ทุกความเชื่อมโยง ณ วันที่ของข้อมูล"),
    "copy": Text("Copy link of this view", "คัดลอกลิงก์ของมุมมองนี้"),
    "said_copied": Text("The link of this view is copied.", "คัดลอกลิงก์ของมุมมองนี้แล้ว"),
    "copy_by_hand": Text("Copy the link of this view from here:", "คัดลอกลิงก์ของมุมมองนี้จากที่นี่:"),
    "take_back": Text("Take back", "ยกเลิก"),
    "hidden_by_hand": Text("{count} hidden by hand: {names}", "ซ่อนไว้ {count} จุด: {names}"),
    "pinned": Text("{count} nodes moved by hand", "ย้ายตำแหน่งไว้ {count} จุด"),
    "fold_tip": Text(
        "{count} bodies folded into one; double click opens", "ยุบรวม {count} หน่วยงานและบริษัท ดับเบิลคลิกเพื่อเปิด"
    ),
    "note_width": Text(
        "Where groups are folded, a line bundles all links of one status between two ends: the wider, the more.",
        "เมื่อยุบกลุ่ม เส้นหนึ่งเส้นรวมทุกความเชื่อมโยงที่มีสถานะเดียวกันระหว่างสองฝ่าย ยิ่งหนายิ่งมาก",
    ),
    "note_pale": Text("Paler: links in which {home} has no part", "เส้นจาง: ความเชื่อมโยงที่ไม่มี{home}ร่วมด้วย"),
    "note_fold": Text("Double ring with +: a folded group", "วงแหวนสองชั้นมี +: กลุ่มที่ยุบไว้"),
    "help": Text("Keys and gestures", "ปุ่มลัดและการใช้งาน"),
    "keys_page": Text("Everywhere", "ทุกส่วน"),
    "keys_picture": Text("In the picture", "ในภาพ"),
    "keys_pointer": Text("By mouse or touch", "เมาส์หรือการสัมผัส"),
    "key_arrows": Text("to the next node in that direction", "ไปยังจุดถัดไปในทิศทางนั้น"),
    "key_enter": Text("read what is known of it", "อ่านข้อมูลของจุดที่เลือก"),
    "key_fold": Text("fold its group, or open it", "ยุบหรือเปิดกลุ่มของจุดที่เลือก"),
    "key_steps": Text("how many steps around it stand out", "จำนวนทอดรอบจุดที่เลือกที่เน้นให้เห็น"),
    "key_move": Text("move it and pin it", "ย้ายและปักหมุด"),
    "key_zoom": Text("zoom in, zoom out", "ขยาย ย่อ"),
    "key_escape": Text("close, choose nothing", "ปิด เลิกเลือก"),
    "pointer_tap": Text("Click or tap: what is known of a node or a line", "คลิกหรือแตะ: ดูข้อมูลของจุดหรือเส้น"),
    "pointer_double": Text(
        "Double click or double tap: open a folded group, or fold it", "ดับเบิลคลิกหรือแตะสองครั้ง: เปิดหรือยุบกลุ่ม"
    ),
    "pointer_drag": Text(
        "Drag a node to pin it to a place, drag the ground to move the picture",
        "ลากจุดเพื่อปักหมุดตำแหน่ง ลากพื้นที่ว่างเพื่อเลื่อนภาพ",
    ),
    "pointer_zoom": Text("Wheel or pinch: zoom", "ล้อเมาส์หรือบีบนิ้ว: ย่อขยาย"),
    "of": Text("{some} of {all} shown", "แสดง {some} จาก {all}"),
    "no_sector": Text("no sector", "ไม่ระบุสาขา"),
    "outside": Text("Others", "อื่น ๆ"),
    "no_status": Text("no status", "ไม่ระบุสถานะ"),
    "no_form": Text("no form", "ไม่ระบุรูปแบบ"),
    "no_links": Text("no links found", "ไม่พบความเชื่อมโยง"),
    "around": Text("Around {name}", "เครือข่ายของ {name}"),
    "note_disc": Text("Disc: a closed group, as large as what it holds", "วงกลมใหญ่: กลุ่มที่ยุบไว้ ขนาดตามสิ่งที่อยู่ภายใน"),
    "count_links": Text("{count} links", "{count} ความเชื่อมโยง"),
    "bodies": Text("{count} nodes", "{count} จุด"),
    "more_links": Text("{count} more links are not listed here.", "ยังมีอีก {count} ความเชื่อมโยงที่ไม่ได้แสดงในรายการนี้"),
    "more_rows": Text(
        "{count} more links are not in this table. Filter the picture, or choose a node, to see others.",
        "ยังมีอีก {count} ความเชื่อมโยงที่ไม่อยู่ในตารางนี้ กรองภาพหรือเลือกจุดเพื่อดูรายการอื่น",
    ),
    "said_large": Text(
        "This picture is large: it opens with its groups closed. Double click a group, or choose it and press "
        "the space bar, to open it.",
        "ภาพนี้มีขนาดใหญ่ จึงเปิดมาโดยยุบกลุ่มไว้ ดับเบิลคลิกที่กลุ่ม หรือเลือกกลุ่มแล้วกดแป้นเว้นวรรคเพื่อเปิด",
    ),
    "no_webgl": Text(
        "This browser draws without a graphics processor: large parts of the picture move more slowly.",
        "เบราว์เซอร์นี้วาดภาพโดยไม่ใช้หน่วยประมวลผลกราฟิก ภาพส่วนที่มีขนาดใหญ่จะเคลื่อนไหวช้าลง",
    ),
    "links": Text("Links", "ความเชื่อมโยง"),
    "nodes": Text("nodes", "จุด"),
    "facts": Text("Facts", "ข้อมูล"),
    "evidence": Text("Evidence", "หลักฐาน"),
    "no_evidence": Text("No evidence is recorded for this link.", "ไม่มีหลักฐานบันทึกไว้สำหรับความเชื่อมโยงนี้"),
    "source": Text("Source", "แหล่งข้อมูล"),
    "date": Text("Date", "วันที่"),
    "speaker": Text("Speaker", "ผู้ให้ข้อมูล"),
    "confidence": Text("Confidence", "ความเชื่อมั่น"),
    "locator": Text("Where in it", "ตำแหน่งในแหล่งข้อมูล"),
    "address": Text("Address", "ที่อยู่"),
    "open_source": Text("Open the source", "เปิดแหล่งข้อมูล"),
    "from": Text("From", "จาก"),
    "to": Text("To", "ถึง"),
    "since": Text("Since", "ตั้งแต่"),
    "until": Text("Until", "จนถึง"),
    "sectors": Text("Sectors", "สาขา"),
    "country": Text("Country", "ประเทศ"),
    "close": Text("Close", "ปิด"),
    "back": Text("Back", "กลับ"),
    "fit": Text("Whole picture", "ดูทั้งภาพ"),
    "zoom_in": Text("Zoom in", "ขยาย"),
    "zoom_out": Text("Zoom out", "ย่อ"),
    "theme": Text("Light or dark", "สว่างหรือมืด"),
    "language": Text("ภาษาไทย", "English"),
    "print": Text("Print", "พิมพ์"),
    "save_svg": Text("Save this view as SVG (vector)", "บันทึกภาพนี้เป็น SVG (เวกเตอร์)"),
    "save_png": Text("Save this view as PNG (image)", "บันทึกภาพนี้เป็น PNG (รูปภาพ)"),
    "table": Text("All links as a table", "ความเชื่อมโยงทั้งหมดเป็นตาราง"),
    "picture": Text(
        "Interactive picture. Arrow keys move from node to node, Enter opens what is known, Escape closes it, "
        "plus and minus zoom, 0 shows all, slash searches. The table below holds the same links.",
        "ภาพโต้ตอบ ใช้ปุ่มลูกศรเลื่อนระหว่างจุด กด Enter เพื่อดูข้อมูล Escape เพื่อปิด + และ − เพื่อย่อขยาย "
        "0 เพื่อดูทั้งภาพ / เพื่อค้นหา ตารางด้านล่างมีความเชื่อมโยงเดียวกัน",
    ),
    "keys": Text("Arrow keys, Enter, Space, Esc, + − 0, /; all keys: ?", "ปุ่มลูกศร Enter Space Esc + − 0 / ปุ่มทั้งหมด: ?"),
    "no_script": Text(
        "The picture needs JavaScript. The table below holds every link it draws.",
        "ภาพนี้ต้องใช้ JavaScript ตารางด้านล่างมีความเชื่อมโยงทั้งหมดที่วาด",
    ),
    "shown": Text("{links} of {all} links shown", "แสดง {links} จาก {all} ความเชื่อมโยง"),
    "drawn": Text("{nodes} nodes and {links} links drawn", "วาด {nodes} จุด {links} ความเชื่อมโยง"),
    "in_data": Text("of {nodes} nodes and {links} links in the data", "จาก {nodes} จุด {links} ความเชื่อมโยงในข้อมูล"),
    "data_of": Text("data of {date}", "ข้อมูล ณ {date}"),
    "content": Text("content {hash}", "รหัสเนื้อหา {hash}"),
    "bundles": Text("Links in one line", "ความเชื่อมโยงในหนึ่งเส้น"),
    "ribbons": Text("Links between two groups", "ความเชื่อมโยงระหว่างสองกลุ่ม"),
    "disc": Text("group, as large as what it holds", "กลุ่ม ขนาดตามสิ่งที่อยู่ภายใน"),
    "folded": Text("country or group as one", "ประเทศหรือกลุ่มที่ยุบรวมเป็นจุดเดียว"),
    "shape_note": Text("Larger: more links", "ใหญ่กว่า: ความเชื่อมโยงมากกว่า"),
}


def caption(nodes: int, links: int, stamp: tuple[int, int, str, str] | None, language: str) -> str:
    """What was drawn out of what, in one line: counts, the data's date and content hash."""
    told = WORDS["drawn"].of(language).format(nodes=nodes, links=links)
    if stamp is not None:
        told += " " + WORDS["in_data"].of(language).format(nodes=stamp[0], links=stamp[1])
    return stamped([told], stamp, language)


def stamped(parts: Sequence[str], stamp: tuple[int, int, str, str] | None, language: str) -> str:
    """Parts of a caption in one line, the data's date and content hash behind them."""
    told = list(parts)
    if stamp is not None:
        _, _, date, content = stamp
        told += [WORDS["data_of"].of(language).format(date=date)] if date else []
        told += [WORDS["content"].of(language).format(hash=content[:16])] if content else []
    return " · ".join(told)
