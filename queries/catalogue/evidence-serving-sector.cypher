// title     What is the evidence of every link that serves a sector?
// title_th  ความเชื่อมโยงที่สนับสนุนสาขาหนึ่งมีหลักฐานอะไรบ้าง
// asks      Each piece of evidence of each partnership that serves the sector by name or serves every sector: what it says, who says so, where it was read, how sure it is.
// topic     evidence
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// column    link: text -- link -- ความเชื่อมโยง
// column    evidence: text -- evidence -- หลักฐาน
// column    says: text -- in our words -- สาระสำคัญ
// column    speaker: text -- who says so -- ผู้ให้ข้อมูล
// column    dated: text -- dated -- ลงวันที่
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    source: text -- source -- แหล่งข้อมูล
// column    address: text -- address -- ที่อยู่
// column    locator: text -- where in the source -- ตำแหน่ง
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH p, count(s) AS served
WHERE served > 0 OR p.reach = 'every sector'
MATCH (p)-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(source:Source)
RETURN p.id AS link,
       e.id AS evidence,
       e.gloss AS says,
       e.speaker AS speaker,
       left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS dated,
       e.confidence AS confidence,
       source.name AS source,
       source.address AS address,
       e.locator AS locator
ORDER BY link, evidence
