// title     How many links of each RCEP member serve the sector, and where has nobody looked?
// title_th  สมาชิก RCEP แต่ละประเทศมีความเชื่อมโยงในสาขานี้เท่าใด และยังไม่มีผู้ค้นหาในเรื่องใด
// asks      For each member the links that serve the sector by name, counted by status; those it has only through a group of states or in every sector; the sub-sectors searched without finding any, and those nobody searched.
// topic     links
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
// column    searches: text -- searched sub-sectors -- สาขาย่อยที่ค้นแล้ว
// column    none_found: list (detail) -- searched, none found -- ค้นแล้วไม่พบ
// column    unclear: list (detail) -- searched, unclear -- ค้นแล้วไม่ชัดเจน
// column    not_researched: integer -- sub-sectors nobody searched -- สาขาย่อยที่ยังไม่มีผู้ค้นหา
// column    sub_sectors: integer (detail) -- sub-sectors in all -- สาขาย่อยทั้งหมด
// show      Member -- สมาชิก -- member
// show      Links -- ทั้งหมด -- links
// show      Active -- ดำเนินการ -- active
// show      Done -- เสร็จสิ้น -- completed
// show      Talks -- หารือ -- in_talks
// show      Plan only -- เพียงแผน -- announced
// show      Over -- สิ้นสุด -- ended
// show      Disputed -- โต้แย้ง -- disputed
// show      In a group -- ผ่านกลุ่ม -- through_groups
// show      Every sector -- ทุกสาขา -- every_sector
// show      Industry Bubble -- อินดัสตรีบับเบิล -- bubble
// show      Searched -- ค้นแล้ว -- searches
// show      Nobody looked -- ยังไม่มีผู้ค้น -- not_researched
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE p.reach IN ['named', 'every sector'] AND (p.start IS NULL OR p.start <= $as_of)
WITH rcep, p, CASE WHEN any(id IN p.sectors WHERE id IN wanted) THEN 1 ELSE 0 END AS named
WHERE named = 1 OR p.reach = 'every sector'
WITH rcep, p, named, [c IN p.countries WHERE c IN rcep] AS members,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WHERE size(members) > 1 OR (size(members) = 1 AND p.open_sides > 0)
OPTIONAL MATCH (p)<-[:JOINS]-(:Bloc)<-[:MEMBER_OF]-(inside:Country)
WHERE inside.id IN rcep AND NOT inside.id IN members
WITH named, p, members, until, collect(DISTINCT inside.id) AS grouped
UNWIND members + grouped AS id
WITH id, p, named, CASE WHEN id IN members THEN 1 ELSE 0 END AS own,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
WITH id,
     sum(own * named) AS links,
     sum(CASE WHEN status IN ['active', 'signed'] THEN own * named ELSE 0 END) AS active,
     sum(CASE WHEN status = 'completed' THEN own * named ELSE 0 END) AS completed,
     sum(CASE WHEN status = 'in talks' THEN own * named ELSE 0 END) AS in_talks,
     sum(CASE WHEN status IN ['announced', 'expected'] THEN own * named ELSE 0 END) AS announced,
     sum(CASE WHEN status IN ['ended', 'failed'] THEN own * named ELSE 0 END) AS ended,
     sum(CASE WHEN status = 'disputed' THEN own * named ELSE 0 END) AS disputed,
     sum((1 - own) * named) AS through_groups,
     sum(1 - named) AS every_sector,
     collect(DISTINCT CASE WHEN own = 1 THEN p.sectors END) AS served
WITH collect({id: id, links: links, active: active, completed: completed, in_talks: in_talks, announced: announced,
              ended: ended, disputed: disputed, through_groups: through_groups, every_sector: every_sector,
              served: served}) AS counted
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH counted, collect(DISTINCT s.id) AS wanted
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH m, wanted, [c IN counted WHERE c.id = m.id][0] AS c
OPTIONAL MATCH (m)<-[a:ABOUT]-(q:Enquiry)-[:ABOUT {role: 'sector'}]->(s:Sector)
WHERE a.role IN ['partner', 'subject'] AND s.id IN wanted
WITH m, wanted, c, a, q, s ORDER BY m.id, s.name
WITH m, wanted, c,
     collect(DISTINCT s.id) AS looked,
     collect(DISTINCT CASE WHEN q.found = 'no' AND a.role = 'partner' THEN s.name END) AS none_found,
     collect(DISTINCT CASE WHEN q.found = 'unclear' AND a.role = 'partner' THEN s.name END) AS unclear
OPTIONAL MATCH (m)<-[own_leg:COVERS]-(:Programme)-[:PART_OF*0..2]->(:Programme {id: 'bubble'})
WITH m, wanted, c, looked, none_found, unclear, collect(DISTINCT own_leg.status) AS legs
OPTIONAL MATCH (m)-[:MEMBER_OF]->(:Bloc)<-[whole:COVERS]-(:Programme {id: 'bubble'})
WITH m, wanted, c, looked, none_found, unclear, legs, collect(DISTINCT whole.status) AS planned
OPTIONAL MATCH (m)<-[:BASED_IN]-(home:Agency)-[:RUNS]->(:Programme {id: 'bubble'})
WITH m, wanted, c, looked, none_found, unclear, legs, planned, count(home) AS homes
RETURN m.name AS member,
       m.name_th AS member_th,
       m.id AS code,
       coalesce(c.links, 0) AS links,
       coalesce(c.active, 0) AS active,
       coalesce(c.completed, 0) AS completed,
       coalesce(c.in_talks, 0) AS in_talks,
       coalesce(c.announced, 0) AS announced,
       coalesce(c.ended, 0) AS ended,
       coalesce(c.disputed, 0) AS disputed,
       coalesce(c.through_groups, 0) AS through_groups,
       coalesce(c.every_sector, 0) AS every_sector,
       CASE WHEN homes > 0 THEN 'runs it'
            WHEN 'active' IN legs THEN 'active'
            WHEN size(legs) > 0 THEN legs[0]
            WHEN size(planned) > 0 THEN planned[0]
            ELSE 'none known' END AS bubble,
       toString(size(looked)) + CASE size(none_found) WHEN 0 THEN '' ELSE ': ' + toString(size(none_found)) + ' none' END
         + CASE size(unclear) WHEN 0 THEN ''
             ELSE CASE size(none_found) WHEN 0 THEN ': ' ELSE ', ' END + toString(size(unclear)) + ' unclear' END AS searches,
       none_found,
       unclear,
       size([id IN wanted WHERE NOT id IN looked AND none(ids IN coalesce(c.served, []) WHERE id IN ids)]) AS not_researched,
       size(wanted) AS sub_sectors
ORDER BY links DESC, member
