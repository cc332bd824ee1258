// title     How many links of each form have come how far?
// title_th  ความเชื่อมโยงแต่ละรูปแบบก้าวหน้าเพียงใด
// asks      Partnerships serving the sector by name, counted by form and status, with the newest start of each; a plan is not a deal.
// topic     links
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    form: text -- form -- รูปแบบ
// column    status: text -- status -- สถานะ
// column    links: integer -- links -- ความเชื่อมโยง
// column    undated: integer -- without a date -- ไม่ทราบวันที่
// column    newest: text -- newest start -- เริ่มล่าสุด
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted AND (p.start IS NULL OR p.start <= $as_of)
WITH DISTINCT p
WITH p,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WITH p,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
RETURN p.form AS form,
       status,
       count(p) AS links,
       sum(CASE WHEN p.start IS NULL THEN 1 ELSE 0 END) AS undated,
       max(left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)) AS newest
ORDER BY form, links DESC, status
