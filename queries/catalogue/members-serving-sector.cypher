// title     How many links of each RCEP member serve the sector, and where has nobody looked?
// title_th  สมาชิก RCEP แต่ละประเทศมีความเชื่อมโยงในสาขานี้เท่าใด และยังไม่มีผู้ค้นหาในเรื่องใด
// asks      For each member the links that serve the sector by name, counted by status; those it has only through a group of states or in every sector; the sub-sectors searched without finding any, and those nobody searched.
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    member: text -- member -- สมาชิก
// column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
// column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
// column    links: integer -- links -- ความเชื่อมโยง
// column    active: integer -- active or signed -- ดำเนินการหรือลงนามแล้ว
// column    completed: integer -- completed -- เสร็จสิ้น
// column    in_talks: integer -- in talks -- หารือ
// column    announced: integer -- only announced or hoped for -- เพียงประกาศหรือคาดหวัง
// column    ended: integer -- ended or failed -- สิ้นสุดหรือไม่สำเร็จ
// column    disputed: integer -- disputed -- มีข้อโต้แย้ง
// column    through_groups: integer -- through a group of states -- ผ่านกลุ่มประเทศ
// column    every_sector: integer -- serving every sector -- ทุกสาขา
// column    bubble: text -- Industry Bubble -- อินดัสตรีบับเบิล
// column    none_found: list -- searched, none found -- ค้นแล้วไม่พบ
// column    unclear: list -- searched, unclear -- ค้นแล้วไม่ชัดเจน
// column    not_researched: integer -- sub-sectors nobody searched -- สาขาย่อยที่ยังไม่มีผู้ค้นหา
// column    sub_sectors: integer (detail) -- sub-sectors in all -- สาขาย่อยทั้งหมด
// show      Member -- สมาชิก -- member
// show      Links -- ความเชื่อมโยง -- links
// show      Active -- ดำเนินการ -- active
// show      Done -- เสร็จสิ้น -- completed
// show      Talks -- หารือ -- in_talks
// show      Only announced -- เพียงประกาศ -- announced
// show      Ended, failed -- สิ้นสุด -- ended
// show      Disputed -- โต้แย้ง -- disputed
// show      In a group -- ผ่านกลุ่ม -- through_groups
// show      Every sector -- ทุกสาขา -- every_sector
// show      Industry Bubble -- อินดัสตรีบับเบิล -- bubble
// show      Searched: none found -- ค้นแล้วไม่พบ -- none_found
// show      Searched: unclear -- ค้นแล้วไม่ชัดเจน -- unclear
// show      Nobody searched (sub-sectors) -- ยังไม่มีผู้ค้นหา (สาขาย่อย) -- not_researched
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE p.reach IN ['named', 'every sector'] AND (p.start IS NULL OR p.start <= $as_of)
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH rcep, wanted, p, collect(DISTINCT s.id) AS served
WHERE size(served) > 0 OR p.reach = 'every sector'
MATCH (x)-[:JOINS]->(p)
OPTIONAL MATCH (x)-[:BASED_IN]->(seat:Country)
OPTIONAL MATCH (inside:Country)-[:MEMBER_OF]->(x)
WITH rcep, wanted, p, served,
     collect(DISTINCT CASE WHEN seat IS NULL AND NOT x:Country THEN x.id END) AS open,
     collect(DISTINCT inside.id) AS grouped
WITH rcep, wanted, p, served, grouped, open, [c IN p.countries WHERE c IN rcep] AS members,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WHERE size(members) > 1 OR (size(members) = 1 AND size(open) > 0)
WITH rcep, wanted,
     collect({members: members, grouped: grouped, served: served,
              status: CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), size(until))
                           THEN 'ended' ELSE p.status END}) AS links
UNWIND rcep AS id
MATCH (m:Country {id: id})
WITH m, wanted, [k IN links WHERE m.id IN k.members AND size(k.served) > 0] AS own, links
WITH m, wanted, own,
     size([k IN links WHERE NOT m.id IN k.members AND m.id IN k.grouped AND size(k.served) > 0]) AS through_groups,
     size([k IN links WHERE (m.id IN k.members OR m.id IN k.grouped) AND size(k.served) = 0]) AS every_sector
OPTIONAL MATCH (m)<-[a:ABOUT]-(q:Enquiry)-[:ABOUT {role: 'sector'}]->(s:Sector)
WHERE a.role IN ['partner', 'subject'] AND s.id IN wanted
WITH m, wanted, own, through_groups, every_sector, a, q, s ORDER BY m.id, s.id
WITH m, wanted, own, through_groups, every_sector,
     collect(DISTINCT s.id) AS looked,
     collect(DISTINCT CASE WHEN q.found = 'no' AND a.role = 'partner' THEN s.name END) AS none_found,
     collect(DISTINCT CASE WHEN q.found = 'unclear' AND a.role = 'partner' THEN s.name END) AS unclear
OPTIONAL MATCH (m)<-[own_leg:COVERS]-(leg:Programme)-[:PART_OF*0..2]->(:Programme {id: 'bubble'})
WITH m, wanted, own, through_groups, every_sector, looked, none_found, unclear,
     collect(DISTINCT own_leg.status) AS legs
OPTIONAL MATCH (m)-[:MEMBER_OF]->(:Bloc)<-[whole:COVERS]-(:Programme {id: 'bubble'})
WITH m, wanted, own, through_groups, every_sector, looked, none_found, unclear, legs,
     collect(DISTINCT whole.status) AS planned
OPTIONAL MATCH (m)<-[:BASED_IN]-(home:Agency)-[:RUNS]->(:Programme {id: 'bubble'})
WITH m, wanted, own, through_groups, every_sector, looked, none_found, unclear, legs, planned,
     count(home) AS homes
RETURN m.name AS member,
       m.name_th AS member_th,
       m.id AS code,
       size(own) AS links,
       size([k IN own WHERE k.status IN ['active', 'signed']]) AS active,
       size([k IN own WHERE k.status = 'completed']) AS completed,
       size([k IN own WHERE k.status = 'in talks']) AS in_talks,
       size([k IN own WHERE k.status IN ['announced', 'expected']]) AS announced,
       size([k IN own WHERE k.status IN ['ended', 'failed']]) AS ended,
       size([k IN own WHERE k.status = 'disputed']) AS disputed,
       through_groups,
       every_sector,
       CASE WHEN homes > 0 THEN 'runs it'
            WHEN 'active' IN legs THEN 'active'
            WHEN size(legs) > 0 THEN legs[0]
            WHEN size(planned) > 0 THEN planned[0]
            ELSE 'none known' END AS bubble,
       none_found,
       unclear,
       size([id IN wanted WHERE NOT id IN looked AND NOT any(k IN own WHERE id IN k.served)]) AS not_researched,
       size(wanted) AS sub_sectors
ORDER BY links DESC, member
