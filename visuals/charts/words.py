"""The words of charts, in both languages."""

from __future__ import annotations

from visuals.picture import Text

WORDS: dict[str, Text] = {
    "links": Text("Links", "ความเชื่อมโยง"),
    "figures": Text("Figures", "ตัวเลข"),
    "unknowns": Text("Not known", "สิ่งที่ยังไม่ทราบ"),
    "no_link": Text("No link is known here.", "ยังไม่ทราบความเชื่อมโยงในส่วนนี้"),
    "hidden": Text("hidden by the filter", "ถูกซ่อนด้วยตัวกรอง"),
    "keys": Text(
        "Arrow keys move from mark to mark, Enter opens one, Escape closes it.",
        "ใช้ปุ่มลูกศรเลื่อนระหว่างเครื่องหมาย กด Enter เพื่อเปิด Escape เพื่อปิด",
    ),
    "table": Text("The same as a table", "ข้อมูลเดียวกันเป็นตาราง"),
    "no_script": Text(
        "Without JavaScript nothing opens; the table below holds the same.",
        "หากไม่มี JavaScript จะเปิดดูรายละเอียดไม่ได้ ตารางด้านล่างมีข้อมูลเดียวกัน",
    ),
    "drawn": Text("{links} links drawn", "วาด {links} ความเชื่อมโยง"),
    "of_all": Text("of {links} in the data", "จาก {links} ความเชื่อมโยงในข้อมูล"),
    "nobody_looked": Text("nobody looked", "ยังไม่มีผู้ค้นหา"),
    "member": Text("Member", "สมาชิก"),
    "status": Text("Status", "สถานะ"),
    "links_by_name": Text("Links that name the sector, by status", "ความเชื่อมโยงที่ระบุสาขา ตามสถานะ"),
    "links_by_status": Text("Links that name the sector, by status", "ความเชื่อมโยง ที่ระบุสาขา ตามสถานะ"),
    "no_data": Text("no data", "ไม่มีข้อมูล"),
}
