// title     Who is the counterpart of an agency in each member, and through what?
// title_th  หน่วยงานหนึ่งมีหน่วยงานคู่เทียบใดในสมาชิกแต่ละประเทศ และติดต่อผ่านช่องทางใด
// asks      For each member: bodies that share a link with the agency, legs of its programmes that reach the member, links of its sister bodies, and bodies of the same duty to which no channel is known.
// topic     partners
// param     agency: text = "DIPROM" -- agency by id, acronym, English or Thai name -- หน่วยงาน ระบุด้วยรหัส ชื่อย่อ หรือชื่อ
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    agency: text (detail) -- agency -- หน่วยงาน
// column    member: text -- member -- สมาชิก
// column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
// column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
// column    channel: text -- channel -- ช่องทาง
// column    counterpart: text -- counterpart -- หน่วยงานคู่เทียบ
// column    kind: text -- kind -- ประเภท
// column    duty: text -- what it does -- ภารกิจ
// column    through: text -- through -- ผ่าน
// column    statuses: list -- statuses -- สถานะ
// column    links: list -- ids of the links -- รหัสความเชื่อมโยง
// column    last: text -- latest start -- เริ่มล่าสุด
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Member -- สมาชิก -- member
// show      Channel -- ช่องทาง -- channel, through
// show      Counterpart -- หน่วยงานคู่เทียบ -- counterpart, duty
// show      Statuses -- สถานะ -- statuses
// show      Latest start -- เริ่มล่าสุด -- last
// show      Links -- ความเชื่อมโยง -- links
MATCH (:Bloc {id: 'rcep'})<-[:MEMBER_OF]-(home:Country)<-[:BASED_IN]-(a:Agency)
WHERE toLower($agency) IN [toLower(a.id), toLower(coalesce(a.acronym, '')), toLower(a.name), coalesce(a.name_th, '')]
   OR $agency IN a.aliases
OPTIONAL MATCH (sister:Agency)-[:BASED_IN]->(home)
WHERE sister.id <> a.id
  AND (sister.duty = a.duty OR EXISTS { (a)-[:PART_OF]->(sister) }
       OR EXISTS { (a)-[:PART_OF]->(:Agency)<-[:PART_OF]-(sister) })
WITH a, home, collect(DISTINCT sister) AS sisters
UNWIND [a] + sisters AS body
OPTIONAL MATCH (body)-[:JOINS {role: 'party'}]->(w:Partnership)<-[:JOINS {role: 'party'}]-(other)
WHERE (w.start IS NULL OR w.start <= $as_of) AND other.id <> a.id
OPTIONAL MATCH (other)-[:BASED_IN]->(seat:Country)
WITH a, home, body, w, other, CASE labels(other)[0] WHEN 'Country' THEN other.id ELSE seat.id END AS code,
     left(toString(w.until), CASE w.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until,
     left(toString(w.start), CASE w.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since
WITH a, home, body, w, other, code, since,
     CASE WHEN w.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN w.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE w.status END AS status
ORDER BY a.id, code, other.name, other.id, body.name, w.id
WITH a, home, code, other, body, collect(w.id) AS links, collect(status) AS statuses, max(since) AS last,
     collect(w.evidence) AS evidence
WITH a, home,
     collect({code: code, rank: CASE WHEN body.id = a.id THEN 0 ELSE 2 END, other: other.id, counterpart: other.name,
              kind: labels(other)[0], duty: other.duty, through: CASE WHEN body.id = a.id THEN null ELSE body.name END,
              statuses: statuses, links: links, last: last,
              evidence: reduce(ids = [], list IN evidence | ids + [id IN list WHERE NOT id IN ids])}) AS linked
OPTIONAL MATCH (a)-[:RUNS]->(:Programme)<-[:PART_OF*0..2]-(leg:Programme)-[c:COVERS]->(reached:Country|Bloc)
WITH a, home, linked, leg, c, reached ORDER BY a.id, leg.name, reached.id
WITH a, home, linked,
     collect(DISTINCT {reached: reached.id, leg: leg.name, status: c.status, evidence: c.evidence}) AS legs
OPTIONAL MATCH (:Bloc {id: 'rcep'})<-[:MEMBER_OF]-(seat:Country) WHERE seat.id <> home.id
WITH a, home, linked, legs, seat
OPTIONAL MATCH (seat)<-[:BASED_IN]-(peer:Agency) WHERE peer.duty = a.duty
WITH a, home, linked, legs, peer, seat ORDER BY a.id, peer.name, peer.id
WITH a, home, linked, legs,
     collect({code: seat.id, rank: 3, other: peer.id, counterpart: peer.name, kind: 'Agency', duty: peer.duty,
              statuses: [], links: [], evidence: []}) AS peers
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> home.id
OPTIONAL MATCH (m)-[:MEMBER_OF]->(b:Bloc)
WITH a, m, linked, legs, peers, collect(b.id) AS groups
WITH a, m, [c IN linked WHERE c.code = m.id] AS own, [p IN peers WHERE p.code = m.id] AS peers,
     [leg IN legs WHERE leg.reached = m.id] AS named, [leg IN legs WHERE leg.reached IN groups] AS grouped
// What is said of the member itself goes before what is said of a group it belongs to.
WITH a, m, own, peers, [leg IN CASE WHEN size(named) > 0 THEN named ELSE grouped END
      | {rank: 1, through: leg.leg, statuses: [leg.status], links: [], evidence: leg.evidence}] AS legs
WITH a, m, own + legs + [p IN peers WHERE none(c IN own WHERE c.other = p.other)] AS channels
UNWIND CASE WHEN size(channels) = 0 THEN [{rank: 4, statuses: [], links: [], evidence: []}] ELSE channels END AS c
RETURN a.name AS agency,
       m.name AS member,
       m.name_th AS member_th,
       m.id AS code,
       CASE c.rank WHEN 0 THEN CASE WHEN all(status IN c.statuses WHERE status IN ['in talks', 'announced', 'expected'])
                               THEN 'direct, only planned or in talks' ELSE 'direct link' END
            WHEN 1 THEN 'leg of its programme' WHEN 2 THEN 'through a sister body'
            WHEN 3 THEN 'same duty, no channel known' ELSE 'none known' END AS channel,
       c.counterpart AS counterpart,
       c.kind AS kind,
       c.duty AS duty,
       c.through AS through,
       c.statuses AS statuses,
       c.links AS links,
       c.last AS last,
       c.evidence AS evidence,
       CASE c.rank
            WHEN 0 THEN CASE WHEN none(status IN c.statuses WHERE status IN ['active', 'signed', 'completed'])
                             THEN ['whether anything has been agreed: no link here is known to'] ELSE [] END
            WHEN 1 THEN ['which body stands on the other side of the programme']
            WHEN 2 THEN ['whether the agency itself takes part']
            WHEN 3 THEN ['whether the two have met: no row of the data names both, and searches were made by sub-sector, not by agency']
            ELSE ['who its counterpart is: no row of the data tells, and searches were made by sub-sector, not by agency'] END AS unknowns
ORDER BY agency, member, c.rank, counterpart, through
