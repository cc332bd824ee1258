// title     What is known of each member in each sub-sector?
// title_th  แต่ละประเทศสมาชิกในแต่ละสาขาย่อยมีความเชื่อมโยงอย่างไร
// asks      Every pair of member and sub-sector, those without a link among them: running, completed, only planned, disputed, ended, none found, or not researched; with the links and the search that looked.
// topic     absence
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ แสดงสาขาย่อยด้วย
// param     country: country = "THA" -- whose links, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
// column    member: text -- member -- สมาชิก
// column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
// column    sub_sector: text (detail) -- id of the sub-sector -- รหัสสาขาย่อย
// column    name: text -- sub-sector -- สาขาย่อย
// column    name_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
// column    parent: text (detail) -- id of the sector it is part of -- รหัสสาขาที่สังกัด
// column    state: text -- what is known -- สิ่งที่ทราบ
// column    running: integer -- active or signed -- ดำเนินการหรือลงนามแล้ว
// column    completed: integer -- completed -- เสร็จสิ้น
// column    planned: integer -- planned or in talks -- มีแผนหรืออยู่ระหว่างหารือ
// column    disputed: integer -- disputed -- มีข้อโต้แย้ง
// column    ended: integer -- ended or failed -- สิ้นสุดหรือไม่สำเร็จ
// column    links: list -- ids of the links -- รหัสความเชื่อมโยง
// column    statuses: list (detail) -- status of each link on that day -- สถานะของแต่ละความเชื่อมโยง ณ วันนั้น
// column    later: list (detail) -- links that began after the day -- ความเชื่อมโยงที่เริ่มหลังวันนั้น
// column    enquiry: text -- last enquiry -- รหัสการค้นหาล่าสุด
// column    searched_on: text -- searched on -- ค้นเมื่อ
// column    searched_in: text (detail) -- where -- ค้นที่ใด
// column    words: text (detail) -- words searched for -- คำค้น
// column    results_read: integer -- results read -- จำนวนผลลัพธ์ที่อ่าน
// column    found: text (detail) -- what the search found -- ผลการค้น
// column    note: text (detail) -- note of the search -- หมายเหตุการค้นหา
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Member -- สมาชิก -- member
// show      Sub-sector -- สาขาย่อย -- name
// show      What is known -- สิ่งที่ทราบ -- state
// show      Run -- ดำเนินการ -- running
// show      Done -- เสร็จสิ้น -- completed
// show      Plan -- มีแผน -- planned
// show      Over -- สิ้นสุด -- ended, disputed
// show      Links -- ความเชื่อมโยง -- links
// show      Last search -- ค้นล่าสุด -- searched_on, enquiry
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
OPTIONAL MATCH (s)-[:PART_OF]->(up:Sector)
WITH shared, s, min(up.id) AS parent ORDER BY s.name, s.id
WITH shared, collect({node: s, parent: parent}) AS wanted
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
WITH wanted, m, coalesce([row IN shared WHERE row.code = m.id][0].held, []) AS held
OPTIONAL MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m)
OPTIONAL MATCH (q)-[:ABOUT {role: 'sector'}]->(about:Sector)
WITH wanted, m, held, q, about ORDER BY q.searched_on DESC, q.id
WITH wanted, m, held, collect({sector: about.id, q: q}) AS searches
UNWIND wanted AS w
WITH m, w.node AS s, w.parent AS parent,
     [row IN held WHERE row.sector = w.node.id][0].links AS known,
     [search IN searches WHERE search.sector = w.node.id | search.q][0] AS q
WITH m, s, parent, q, [link IN coalesce(known, []) WHERE link.status <> 'later'] AS links,
     [link IN coalesce(known, []) WHERE link.status = 'later' | link.id] AS later,
     left(toString(q.searched_on), CASE q.searched_on_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
       AS searched_on
WITH m, s, parent, q, links, later, searched_on,
     size([link IN links WHERE link.status IN ['active', 'signed']]) AS running,
     size([link IN links WHERE link.status = 'completed']) AS completed,
     size([link IN links WHERE link.status IN ['in talks', 'announced', 'expected']]) AS planned,
     size([link IN links WHERE link.status = 'disputed']) AS disputed,
     size([link IN links WHERE link.status IN ['ended', 'failed']]) AS ended
RETURN m.id AS code,
       m.name AS member,
       m.name_th AS member_th,
       s.id AS sub_sector,
       s.name AS name,
       s.name_th AS name_th,
       parent,
       CASE WHEN running > 0 THEN 'running'
            WHEN completed > 0 THEN 'completed'
            WHEN planned > 0 THEN 'only planned or in talks'
            WHEN disputed > 0 THEN 'disputed'
            WHEN ended > 0 THEN 'ended'
            WHEN size(later) > 0 THEN 'only later'
            WHEN q.found = 'no' THEN 'none found'
            WHEN q.found = 'unclear' THEN 'searched, unclear'
            WHEN q.found = 'yes' THEN 'searched, links only in other sub-sectors'
            ELSE 'not researched' END AS state,
       running,
       completed,
       planned,
       disputed,
       ended,
       [link IN links | link.id] AS links,
       [link IN links | link.status] AS statuses,
       later,
       q.id AS enquiry,
       searched_on,
       q.searched_in AS searched_in,
       q.query AS words,
       q.results_read AS results_read,
       q.found AS found,
       q.note AS note,
       CASE WHEN q IS NULL THEN ['no search was made for this member and sub-sector'] ELSE [] END
         + CASE WHEN q.found = 'no' THEN ['none found in ' + coalesce(q.searched_in, 'a place not recorded') + ' on ' + searched_on] ELSE [] END
         + CASE WHEN q.found = 'unclear' THEN ['unclear after a search in ' + coalesce(q.searched_in, 'a place not recorded') + ' on ' + searched_on] ELSE [] END
         + CASE WHEN running + completed = 0 AND ended > 0 THEN ['whether anything followed what has ended'] ELSE [] END
         AS unknowns
ORDER BY member, name, sub_sector
