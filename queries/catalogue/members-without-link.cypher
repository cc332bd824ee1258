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
// Told apart by id: to compare whole nodes takes the embedded engine several times as long.
WITH DISTINCT p.id AS link, s.id AS sector, p.countries AS countries, p.start AS start, p.status AS said,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WITH link, sector, countries,
     CASE WHEN start > $as_of THEN 'later'
          WHEN said IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN said IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE said END AS status
ORDER BY sector, link
UNWIND coalesce(countries, ['']) AS code
WITH code, sector, collect(status) AS statuses, collect(link + ' (' + status + ')') AS links
WITH code, collect({sector: sector, statuses: statuses, links: links}) AS held
WITH collect({code: code, held: held}) AS shared
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
WITH m, [row IN shared WHERE row.code = m.id][0].held AS held
OPTIONAL MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m)
OPTIONAL MATCH (q)-[:ABOUT {role: 'sector'}]->(about:Sector)
WITH m, held, q, about ORDER BY m.id, q.searched_on DESC, q.id
// The newest of each sub-sector only: every cell looks through them.
WITH m, held, about.id AS sector, collect(q)[0] AS q
WITH m, held, collect({sector: sector, q: q}) AS searches
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH m, s, [row IN held WHERE row.sector = s.id][0] AS c, [search IN searches WHERE search.sector = s.id][0].q AS q
WITH m, s, q, coalesce(c.statuses, []) AS statuses, coalesce(c.links, []) AS links
WHERE NOT any(status IN statuses WHERE status IN ['active', 'signed', 'completed'])
WITH m, s, q, links,
     left(toString(q.searched_on), CASE q.searched_on_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
       AS searched_on,
     CASE WHEN any(status IN statuses WHERE status IN ['in talks', 'announced', 'expected']) THEN 'only planned or in talks'
          WHEN 'disputed' IN statuses THEN 'disputed'
          WHEN any(status IN statuses WHERE status IN ['ended', 'failed']) THEN 'ended'
          WHEN size(statuses) > 0 THEN 'only later'
          WHEN q.found = 'no' THEN 'none found'
          WHEN q.found = 'unclear' THEN 'searched, unclear'
          WHEN q.found = 'yes' THEN 'searched, links only in other sub-sectors'
          ELSE 'not researched' END AS absence
RETURN DISTINCT m.name AS member,
       m.name_th AS member_th,
       s.name AS sub_sector,
       s.name_th AS sub_sector_th,
       absence,
       links,
       searched_on,
       q.searched_in AS searched_in,
       q.results_read AS results_read,
       q.query AS words,
       q.id AS enquiry,
       q.note AS note,
       CASE WHEN q IS NULL THEN ['no search was made for this member and sub-sector']
            WHEN q.found = 'no' THEN ['none found in ' + coalesce(q.searched_in, 'a place not recorded') + ' on ' + searched_on]
            WHEN q.found = 'unclear'
            THEN ['unclear after a search in ' + coalesce(q.searched_in, 'a place not recorded') + ' on ' + searched_on]
            WHEN q.found = 'yes' AND size(links) = 0
            THEN ['whether the links that the search met touch this sub-sector: they name others']
            ELSE [] END
         + CASE WHEN absence = 'ended' THEN ['whether anything followed what has ended'] ELSE [] END AS unknowns
ORDER BY CASE absence WHEN 'none found' THEN 0 WHEN 'searched, unclear' THEN 1 WHEN 'ended' THEN 2 WHEN 'disputed' THEN 3
         WHEN 'only planned or in talks' THEN 4 WHEN 'only later' THEN 5
         WHEN 'searched, links only in other sub-sectors' THEN 6 ELSE 7 END,
         member, sub_sector
