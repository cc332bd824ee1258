// title     Who takes which side in every link that serves a sector?
// title_th  ใครอยู่ฝ่ายใดในความเชื่อมโยงที่สนับสนุนสาขาหนึ่ง
// asks      Each party and place of each partnership that serves the sector by name or serves every sector, with its country; what a picture is drawn from.
// topic     partners
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// column    link: text -- link -- ความเชื่อมโยง
// column    side: integer -- order -- ลำดับ
// column    role: text -- role -- บทบาท
// column    kind: text -- kind -- ประเภท
// column    id: text -- id -- รหัส
// column    name: text -- name -- ชื่อ
// column    name_th: text (detail) -- Thai name -- ชื่อภาษาไทย
// column    country: text -- country -- ประเทศ
// column    acronym: text (detail) -- acronym -- ชื่อย่อ
// column    aliases: list (detail) -- other names -- ชื่ออื่น
// column    website: text (detail) -- website -- เว็บไซต์
// column    named_as: text -- name as printed -- ชื่อตามแหล่งข้อมูล
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH p, count(s) AS served
WHERE served > 0 OR p.reach = 'every sector'
MATCH (x)-[j:JOINS]->(p)
// Only these have a seat; a country, with all its flows of trade, would be searched for one in every row.
OPTIONAL MATCH (x:Agency|Firm)-[:BASED_IN]->(seat:Country)
RETURN p.id AS link,
       j.side AS side,
       j.role AS role,
       labels(x)[0] AS kind,
       x.id AS id,
       x.name AS name,
       x.name_th AS name_th,
       CASE labels(x)[0] WHEN 'Country' THEN x.id ELSE seat.id END AS country,
       x.acronym AS acronym,
       x.aliases AS aliases,
       x.website AS website,
       j.named_as AS named_as
ORDER BY link, side
