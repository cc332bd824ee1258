// title     How far has a programme come with each RCEP member?
// title_th  โครงการหนึ่งก้าวหน้าเพียงใดกับสมาชิก RCEP แต่ละประเทศ
// asks      Each leg of the programme by member: running, only announced, or nothing known; with the evidence.
// topic     programmes
// param     programme: programme = "bubble" -- programme by id, English or Thai name -- โครงการ ระบุด้วยรหัสหรือชื่อ
// column    member: text -- member -- สมาชิก
// column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
// column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
// column    status: text -- status -- สถานะ
// column    legs: list -- leg -- โครงการย่อย
// column    links: list -- links under it -- ความเชื่อมโยงภายใต้โครงการ
// column    said: list -- what the evidence says -- สาระของหลักฐาน
// column    sources: list -- sources -- แหล่งข้อมูล
MATCH (m:Country)-[:MEMBER_OF]->(rcep:Bloc {id: 'rcep'})
OPTIONAL MATCH (m)<-[c:COVERS]-(leg:Programme)-[:PART_OF*0..2]->(:Programme {id: $programme})
WITH m, c, leg ORDER BY m.id, leg.name
WITH m, collect({status: c.status, leg: leg.name, evidence: c.evidence}) AS own
OPTIONAL MATCH (m)-[:MEMBER_OF]->(b:Bloc)<-[w:COVERS]-(whole:Programme {id: $programme})
WITH m, own, w, whole, b ORDER BY m.id, whole.name, b.name
WITH m, own, collect({status: w.status, leg: whole.name + ' (' + b.name + ')', evidence: w.evidence}) AS grouped
OPTIONAL MATCH (m)<-[:BASED_IN]-(home:Agency)-[r:RUNS]->(:Programme {id: $programme})
WITH m, own, grouped, home, r ORDER BY m.id, home.name
WITH m, own, grouped, collect({status: 'runs it', leg: home.name, evidence: r.evidence}) AS homes
OPTIONAL MATCH (p:Partnership)-[:UNDER]->(:Programme)-[:PART_OF*0..2]->(:Programme {id: $programme})
WHERE m.id IN p.countries
WITH m, own, grouped, homes, p ORDER BY p.id
WITH m, own, grouped, homes, collect(DISTINCT {id: p.id, status: p.status}) AS joint
WITH m, [o IN homes WHERE o.leg IS NOT NULL] AS homes, [o IN own WHERE o.leg IS NOT NULL] AS own,
     [o IN grouped WHERE o.leg IS NOT NULL] AS grouped, [o IN joint WHERE o.id IS NOT NULL] AS joint
WITH m, joint, CASE WHEN size(homes) > 0 THEN homes WHEN size(own) > 0 THEN own ELSE grouped END AS legs
UNWIND CASE WHEN size(legs) = 0 THEN [''] ELSE reduce(ids = [], o IN legs | ids + o.evidence) END AS id
OPTIONAL MATCH (e:Evidence {id: id})-[:READ_IN]->(source:Source)
WITH m, joint, legs, e, source ORDER BY e.id
WITH m, joint, legs, collect(DISTINCT e.gloss) AS said, collect(DISTINCT source.name) AS sources
RETURN m.name AS member,
       m.name_th AS member_th,
       m.id AS code,
       CASE WHEN size(legs) = 0 THEN 'none known' WHEN any(o IN legs WHERE o.status = 'runs it') THEN 'runs it'
            WHEN any(o IN legs WHERE o.status = 'active') THEN 'active' ELSE legs[0].status END AS status,
       reduce(seen = [], o IN legs | CASE WHEN o.leg IN seen THEN seen ELSE seen + o.leg END) AS legs,
       [o IN joint | o.id + ' (' + o.status + ')'] AS links,
       said,
       sources
ORDER BY CASE status WHEN 'runs it' THEN 0 WHEN 'active' THEN 1 WHEN 'in talks' THEN 2 WHEN 'announced' THEN 3 ELSE 4 END, member
