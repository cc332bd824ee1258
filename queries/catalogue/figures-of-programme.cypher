// title     Which figures have been reported about a programme?
// title_th  มีการรายงานตัวเลขใดเกี่ยวกับโครงการ
// asks      Every figure reported about the programme, its legs, and the platforms they use; figures of two sources stand side by side and are never summed.
// topic     programmes
// param     programme: programme = "bubble" -- programme by id, English or Thai name -- โครงการ ระบุด้วยรหัสหรือชื่อ
// column    about: text -- about -- เกี่ยวกับ
// column    measure: text -- measure -- ตัวชี้วัด
// column    comparator: text -- comparator -- ตัวเปรียบเทียบ
// column    value: number -- value -- ค่า
// column    unit: text -- unit -- หน่วย
// column    period: text -- period -- ช่วงเวลา
// column    says: text -- in our words -- สาระสำคัญ
// column    reading: text -- how it is read -- การตีความ
// column    speaker: text -- who says so -- ผู้ให้ข้อมูล
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    source: text -- source -- แหล่งข้อมูล
// column    address: text -- address -- ที่อยู่
MATCH (leg:Programme)-[:PART_OF*0..3]->(:Programme {id: $programme})
OPTIONAL MATCH (leg)-[:USES]->(used)
WITH collect(DISTINCT leg) + collect(DISTINCT used) AS subjects
UNWIND subjects AS subject
WITH DISTINCT subject
MATCH (subject)<-[:MEASURES]-(o:Observation)-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(s:Source)
RETURN subject.name AS about,
       o.measure AS measure,
       o.comparator AS comparator,
       o.value AS value,
       o.unit AS unit,
       coalesce(o.period, 'not given') AS period,
       o.name AS says,
       o.reading AS reading,
       e.speaker AS speaker,
       e.confidence AS confidence,
       s.name AS source,
       s.address AS address
ORDER BY about, measure, source, value
