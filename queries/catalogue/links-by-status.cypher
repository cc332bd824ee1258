// title     How many links of each form have come how far?
// title_th  ความเชื่อมโยงแต่ละรูปแบบก้าวหน้าเพียงใด
// asks      Partnerships serving the sector by name, counted by form and status, with the newest start of each; a plan is not a deal.
// topic     links
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// column    form: text -- form -- รูปแบบ
// column    status: text -- status -- สถานะ
// column    links: integer -- links -- ความเชื่อมโยง
// column    undated: integer -- without a date -- ไม่ทราบวันที่
// column    newest: text -- newest start -- เริ่มล่าสุด
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted
WITH DISTINCT p
RETURN p.form AS form,
       p.status AS status,
       count(p) AS links,
       sum(CASE WHEN p.start IS NULL THEN 1 ELSE 0 END) AS undated,
       max(left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)) AS newest
ORDER BY form, links DESC, status
