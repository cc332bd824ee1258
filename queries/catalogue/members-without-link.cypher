// title     Which members have no link in which sub-sector, and did anybody look?
// title_th  สมาชิกใดไม่มีความเชื่อมโยงในสาขาย่อยใด และมีผู้ค้นหาแล้วหรือไม่
// asks      Every pair of member and sub-sector in which the country has no running link: none found, with the search that looked; ended; only planned; or not researched.
// topic     absence
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ
// param     country: country = "THA" -- whose links, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
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
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Member -- สมาชิก -- member
// show      Sub-sector -- สาขาย่อย -- sub_sector
// show      What is known -- สิ่งที่ทราบ -- absence
// show      Links -- ความเชื่อมโยง -- links
// show      Searched -- ค้นเมื่อ -- searched_on, searched_in
// show      Read -- อ่าน -- results_read
// show      Enquiry -- รหัสการค้นหา -- enquiry
OPTIONAL MATCH (p:Partnership)-[:SERVES]->(:Sector)-[:PART_OF*0..8]->(s:Sector)
WHERE $country IN p.countries AND p.reach = 'named'
WITH DISTINCT p, s.id AS sector,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
UNWIND coalesce(p.countries, ['']) AS code
WITH code, sector, p,
     CASE WHEN p.start > $as_of THEN 'later'
          WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
ORDER BY code, sector, p.id
WITH code, sector, collect({id: p.id, status: status}) AS links
WITH code, collect({sector: sector, links: links}) AS held
WITH collect({code: code, held: held}) AS shared
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH DISTINCT shared, s
WITH shared, collect(s) AS wanted
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
WITH wanted, m, coalesce([row IN shared WHERE row.code = m.id][0].held, []) AS held
OPTIONAL MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m)
OPTIONAL MATCH (q)-[:ABOUT {role: 'sector'}]->(about:Sector)
WITH wanted, m, held, q, about ORDER BY q.searched_on DESC, q.id
WITH wanted, m, held, collect({sector: about.id, q: q}) AS searches
UNWIND wanted AS s
WITH m, s, coalesce([row IN held WHERE row.sector = s.id][0].links, []) AS found,
     [search IN searches WHERE search.sector = s.id | search.q][0] AS q
WHERE NOT any(link IN found WHERE link.status IN ['active', 'signed', 'completed'])
WITH m, s, found, q,
     left(toString(q.searched_on), CASE q.searched_on_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
       AS searched_on,
     CASE WHEN any(link IN found WHERE link.status IN ['in talks', 'announced', 'expected']) THEN 'only planned or in talks'
          WHEN any(link IN found WHERE link.status = 'disputed') THEN 'disputed'
          WHEN any(link IN found WHERE link.status IN ['ended', 'failed']) THEN 'ended'
          WHEN size(found) > 0 THEN 'only later'
          WHEN q.found = 'no' THEN 'none found'
          WHEN q.found = 'unclear' THEN 'searched, unclear'
          WHEN q.found = 'yes' THEN 'searched, links only in other sub-sectors'
          ELSE 'not researched' END AS absence
RETURN m.name AS member,
       m.name_th AS member_th,
       s.name AS sub_sector,
       s.name_th AS sub_sector_th,
       absence,
       [link IN found | link.id + ' (' + link.status + ')'] AS links,
       searched_on,
       q.searched_in AS searched_in,
       q.results_read AS results_read,
       q.query AS words,
       q.id AS enquiry,
       q.note AS note,
       CASE WHEN q IS NULL THEN ['no search was made for this member and sub-sector'] ELSE [] END
         + CASE WHEN q.found = 'no' THEN ['none found in ' + coalesce(q.searched_in, 'a place not recorded') + ' on ' + searched_on] ELSE [] END
         + CASE WHEN q.found = 'unclear' THEN ['unclear after a search in ' + coalesce(q.searched_in, 'a place not recorded') + ' on ' + searched_on] ELSE [] END
         + CASE WHEN absence = 'ended' THEN ['whether anything followed what has ended'] ELSE [] END AS unknowns
ORDER BY CASE absence WHEN 'none found' THEN 0 WHEN 'searched, unclear' THEN 1 WHEN 'ended' THEN 2 WHEN 'disputed' THEN 3
         WHEN 'only planned or in talks' THEN 4 WHEN 'only later' THEN 5
         WHEN 'searched, links only in other sub-sectors' THEN 6 ELSE 7 END,
         member, sub_sector
