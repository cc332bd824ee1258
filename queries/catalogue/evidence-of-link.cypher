// title     What is the evidence of a link?
// title_th  ความเชื่อมโยงหนึ่งมีหลักฐานอะไรบ้าง
// asks      Everything that supports one partnership: what it says in our words, who says so, where it was read, how sure it is.
// topic     evidence
// param     link: text = "p001" -- id of the partnership, or of a row that was merged into it -- รหัสความเชื่อมโยง
// column    link: text -- id -- รหัส
// column    what: text -- what it is -- เนื้อหา
// column    status: text -- status -- สถานะ
// column    evidence: text -- evidence -- หลักฐาน
// column    says: text -- in our words -- สาระสำคัญ
// column    speaker: text -- who says so -- ผู้ให้ข้อมูล
// column    dated: text -- dated -- ลงวันที่
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    source: text -- source -- แหล่งข้อมูล
// column    address: text -- address -- ที่อยู่
// column    language: text -- language -- ภาษา
// column    locator: text -- where in the source -- ตำแหน่ง
// column    recorded_in: text -- row of our data -- แถวในชุดข้อมูล
// column    recorded_on: text -- recorded on -- บันทึกเมื่อ
// show      Link -- ความเชื่อมโยง -- link, what, status
// show      Evidence -- หลักฐาน -- evidence, recorded_in
// show      Says, in our words -- สาระสำคัญ -- says
// show      Who, when -- ผู้ให้ข้อมูล วันที่ -- speaker, dated
// show      Confidence -- ความเชื่อมั่น -- confidence
// show      Source -- แหล่งข้อมูล -- source, address, locator
MATCH (p:Partnership)-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(s:Source)
WHERE p.id = $link OR $link IN p.aliases
RETURN p.id AS link,
       p.name AS what,
       p.status AS status,
       e.id AS evidence,
       e.gloss AS says,
       e.speaker AS speaker,
       left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS dated,
       e.confidence AS confidence,
       s.name AS source,
       s.address AS address,
       s.language AS language,
       e.locator AS locator,
       e.recorded_in AS recorded_in,
       toString(e.recorded_on) AS recorded_on
ORDER BY evidence
