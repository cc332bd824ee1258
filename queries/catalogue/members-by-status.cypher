// title     How many links has each member of each status, and how old is the last word of them?
// title_th  สมาชิกแต่ละประเทศมีความเชื่อมโยงในแต่ละสถานะเท่าใด และหลักฐานล่าสุดลงวันที่ใด
// asks      For each member and status the links that serve the sector by name, with the newest and the oldest day that the evidence of a link tells of; a member without any is listed too.
// topic     links
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    member: text -- member -- สมาชิก
// column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
// column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
// column    status: text -- status -- สถานะ
// column    links: integer -- links -- ความเชื่อมโยง
// column    newest: text -- newest day that evidence of a link tells of -- วันล่าสุดที่หลักฐานกล่าวถึง
// column    oldest: text -- the same day of the link that was heard of longest ago -- วันล่าสุดของความเชื่อมโยงที่ขาดข่าวนานที่สุด
// column    undated: integer -- links of which no evidence tells a day -- ความเชื่อมโยงที่ไม่ทราบวันที่
// column    link_ids: list -- ids of the links -- รหัสความเชื่อมโยง
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Member -- สมาชิก -- member
// show      Status -- สถานะ -- status
// show      Links -- จำนวน -- links
// show      Last heard of: newest -- ข่าวล่าสุด ใหม่สุด -- newest
// show      oldest -- เก่าสุด -- oldest
// show      No date -- ไม่ทราบวันที่ -- undated
// show      Ids -- รหัส -- link_ids
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
OPTIONAL MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted AND (p.start IS NULL OR p.start <= $as_of)
WITH DISTINCT rcep, p
WITH p, [c IN p.countries WHERE c IN rcep] AS members,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until,
     left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since
WHERE size(members) > 1 OR (size(members) = 1 AND p.open_sides > 0)
OPTIONAL MATCH (p)-[:EVIDENCED_BY]->(e:Evidence) WHERE e.dated <= $as_of
WITH p, members, until, since,
     max(left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)) AS dated
WITH p, members, coalesce(dated, CASE WHEN p.until <= $as_of THEN until END, since) AS told,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
UNWIND members AS code
WITH code, status, p, told ORDER BY code, status, p.id
WITH code, status, count(p) AS links, max(told) AS newest, min(told) AS oldest,
     sum(CASE WHEN told IS NULL THEN 1 ELSE 0 END) AS undated, collect(p.id) AS link_ids
WITH collect({code: code, status: status, links: links, newest: newest, oldest: oldest, undated: undated,
              link_ids: link_ids}) AS counted
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH m, [c IN counted WHERE c.code = m.id] AS own
UNWIND CASE WHEN size(own) = 0 THEN [{code: m.id, links: 0, undated: 0, link_ids: []}] ELSE own END AS c
RETURN m.name AS member,
       m.name_th AS member_th,
       m.id AS code,
       c.status AS status,
       c.links AS links,
       c.newest AS newest,
       c.oldest AS oldest,
       c.undated AS undated,
       c.link_ids AS link_ids,
       CASE WHEN c.links = 0 THEN ['no link is known; cells-of-matrix tells where anybody searched']
            WHEN c.undated > 0 THEN [toString(c.undated) + ' of ' + toString(c.links) + ' without any date']
            ELSE [] END
         + CASE WHEN c.status IN ['active', 'signed'] AND c.oldest < left(toString($as_of), 4)
                THEN ['whether each still runs: the oldest was last heard of in ' + c.oldest] ELSE [] END AS unknowns
ORDER BY member,
         CASE status WHEN 'active' THEN 0 WHEN 'signed' THEN 1 WHEN 'completed' THEN 2 WHEN 'in talks' THEN 3
           WHEN 'announced' THEN 4 WHEN 'expected' THEN 5 WHEN 'disputed' THEN 6 WHEN 'ended' THEN 7 ELSE 8 END, status
