// title     Which members have no link in which sub-sector, and did anybody look?
// title_th  สมาชิกใดไม่มีความเชื่อมโยงในสาขาย่อยใด และมีผู้ค้นหาแล้วหรือไม่
// asks      Every pair of member and sub-sector in which the country has no running link: none found, with the search that looked; ended; only planned; or not researched.
// topic     absence
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ
// param     country: country = "THA" -- whose links, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
// column    member: text -- member -- สมาชิก
// column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
// column    sub_sector: text -- sub-sector -- สาขาย่อย
// column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
// column    absence: text -- what is known -- สิ่งที่ทราบ
// column    links: list -- links that no longer or do not yet run -- ความเชื่อมโยงที่ไม่ได้ดำเนินอยู่
// column    searched_on: text -- searched on -- ค้นเมื่อ
// column    searched_in: text -- where -- ค้นที่ใด
// column    results_read: integer -- results read -- ผลลัพธ์ที่อ่าน
// column    words: text (detail) -- words searched for -- คำค้น
// column    enquiry: text -- enquiry -- รหัสการค้นหา
// column    note: text (detail) -- note -- หมายเหตุ
// show      Member -- สมาชิก -- member
// show      Sub-sector -- สาขาย่อย -- sub_sector
// show      What is known -- สิ่งที่ทราบ -- absence
// show      Links -- ความเชื่อมโยง -- links
// show      Searched -- ค้นเมื่อ -- searched_on, searched_in
// show      Read -- อ่าน -- results_read
// show      Enquiry -- รหัสการค้นหา -- enquiry
MATCH (below:Sector)-[:PART_OF*0..8]->(s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH s, collect(DISTINCT below.id) AS counted
WITH collect({node: s, counted: counted}) AS wanted
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
OPTIONAL MATCH (p:Partnership)
WHERE m.id IN p.countries AND $country IN p.countries
WITH wanted, m, p ORDER BY p.id
WITH wanted, m, collect(p) AS shared
OPTIONAL MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m)
OPTIONAL MATCH (q)-[:ABOUT {role: 'sector'}]->(about:Sector)
WITH wanted, m, shared, collect({sector: about.id, q: q}) AS searches
UNWIND wanted AS w
WITH m, w.node AS s, [p IN shared WHERE any(id IN p.sectors WHERE id IN w.counted)] AS found,
     [search IN searches WHERE search.sector = w.node.id | search.q][0] AS q
WHERE NOT any(p IN found WHERE p.status IN ['active', 'signed', 'completed'])
RETURN m.name AS member,
       m.name_th AS member_th,
       s.name AS sub_sector,
       s.name_th AS sub_sector_th,
       CASE WHEN any(p IN found WHERE p.status IN ['in talks', 'announced', 'expected']) THEN 'only planned or in talks'
            WHEN any(p IN found WHERE p.status = 'disputed') THEN 'disputed'
            WHEN size(found) > 0 THEN 'ended'
            WHEN q.found = 'no' THEN 'none found'
            WHEN q.found = 'unclear' THEN 'searched, unclear'
            WHEN q.found = 'yes' THEN 'searched, links only in other sub-sectors'
            ELSE 'not researched' END AS absence,
       [p IN found | p.id + ' (' + p.status + ')'] AS links,
       toString(q.searched_on) AS searched_on,
       q.searched_in AS searched_in,
       q.results_read AS results_read,
       q.query AS words,
       q.id AS enquiry,
       q.note AS note
ORDER BY CASE absence WHEN 'none found' THEN 0 WHEN 'searched, unclear' THEN 1 WHEN 'ended' THEN 2 WHEN 'disputed' THEN 3
         WHEN 'only planned or in talks' THEN 4 WHEN 'searched, links only in other sub-sectors' THEN 5 ELSE 6 END,
         member, sub_sector
