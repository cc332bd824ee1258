// title     Where do sources disagree, and what does each say?
// title_th  แหล่งข้อมูลใดให้ข้อมูลขัดแย้งกัน และแต่ละแหล่งระบุว่าอย่างไร
// asks      Each link on whose status two rows differ or that one side denies, each membership of an agreement that is contested, and each figure of the programme that two sources give differently: every side with its source.
// topic     evidence
// param     programme: programme = "bubble" -- figures of this programme, its legs and platforms; by id, English or Thai name -- ตัวเลขของโครงการนี้ โครงการย่อย และแพลตฟอร์ม ระบุด้วยรหัสหรือชื่อ
// column    kind: text -- kind -- ประเภท
// column    id: text -- id -- รหัส
// column    what: text -- what it is about -- เรื่อง
// column    point: text -- on what they differ -- ประเด็นที่ขัดแย้ง
// column    shown: text -- shown in answers -- ค่าที่แสดงในคำตอบ
// column    side: text -- this side says -- ฝ่ายนี้ระบุว่า
// column    says: text -- in our words -- สาระสำคัญ
// column    speaker: text -- who says so -- ผู้ให้ข้อมูล
// column    source: text -- source -- แหล่งข้อมูล
// column    address: text -- address -- ที่อยู่
// column    evidence: text -- evidence -- หลักฐาน
// column    unknowns: list -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Id, what -- รหัส เรื่อง -- id, what
// show      On -- ประเด็น -- point
// show      Shown -- ที่แสดง -- shown
// show      This side -- ฝ่ายนี้ -- side
// show      In our words -- สาระสำคัญ -- says
// show      Evidence -- หลักฐาน -- evidence
OPTIONAL MATCH (p:Partnership)-[v:EVIDENCED_BY]->(e:Evidence)
WITH p, v, e ORDER BY p.id, e.id
WITH p, collect(DISTINCT v.status) AS statuses, collect({side: v.status, evidence: e.id}) AS sides
WITH collect(CASE WHEN size(statuses) > 1 OR p.status = 'disputed'
                  THEN {kind: 'link', id: p.id, what: p.name, point: 'status', shown: p.status, sides: sides} END) AS links
OPTIONAL MATCH (:Bloc {id: 'rcep'})<-[:MEMBER_OF]-(m:Country)-[b:PARTY_TO]->(a:Agreement)
WITH links, m, a, b ORDER BY a.id, m.id, b.evidence[0]
WITH links, collect(CASE WHEN b.status = 'disputed'
                         THEN {kind: 'agreement', id: a.id + ' – ' + m.id, what: m.name + ': ' + a.name, point: 'membership',
                               shown: b.status, note: b.note, sides: [id IN b.evidence | {side: b.status, evidence: id}]}
                         WHEN b.note STARTS WITH 'sources disagree'
                         THEN {kind: 'agreement', id: a.id + ' – ' + m.id, what: m.name + ': ' + a.name, point: 'in force since',
                               shown: toString(b.in_force), note: b.note, sides: [{side: b.note, evidence: b.evidence[0]}]} END) AS bound
OPTIONAL MATCH (:Programme {id: $programme})<-[:PART_OF*0..3]-(:Programme)-[:USES*0..1]->(x)
WITH DISTINCT links, bound, x
OPTIONAL MATCH (x)<-[:MEASURES]-(o:Observation)-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(s:Source)
WITH links, bound, x, o, e, s ORDER BY x.id, o.measure, s.id, e.id
WITH links, bound, x, o.measure AS measure, o.unit AS unit, coalesce(o.period, '') AS period,
     collect(DISTINCT s.id) AS sources, collect(DISTINCT o.comparator + ' ' + toString(o.value)) AS said,
     collect({side: o.comparator + ' ' + toString(o.value) + ' ' + o.unit, evidence: e.id}) AS sides
ORDER BY x.id, measure, unit, period
WITH links, bound, collect(CASE WHEN size(sources) > 1 AND size(said) > 1
                                THEN {kind: 'figure', id: x.id, what: x.name, point: measure, shown: 'both', sides: sides} END) AS figures
UNWIND links + bound + figures AS d
UNWIND d.sides AS side
MATCH (e:Evidence {id: side.evidence})-[:READ_IN]->(s:Source)
RETURN d.kind AS kind,
       d.id AS id,
       d.what AS what,
       d.point AS point,
       d.shown AS shown,
       side.side AS side,
       coalesce(e.gloss, d.note) AS says,
       e.speaker AS speaker,
       s.name AS source,
       s.address AS address,
       e.id AS evidence,
       CASE WHEN size(d.sides) = 1 THEN ['what the other side says in its own words: one page tells of both'] ELSE [] END AS unknowns
ORDER BY CASE kind WHEN 'link' THEN 0 WHEN 'agreement' THEN 1 ELSE 2 END, id, point, evidence
