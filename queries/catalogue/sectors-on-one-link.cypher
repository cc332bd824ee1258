// title     Which sub-sectors rest on a single running link?
// title_th  สาขาย่อยใดพึ่งพาความเชื่อมโยงที่ดำเนินอยู่เพียงเส้นเดียว
// asks      Each sub-sector, and each pair of member and sub-sector, in which the country has exactly one running link: which link it is, how far it is known, and what else is planned or over there.
// topic     links
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ แสดงสาขาย่อยด้วย
// param     country: country = "THA" -- whose links, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    sub_sector: text -- sub-sector -- สาขาย่อย
// column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
// column    member: text -- with -- ร่วมกับ
// column    member_th: text (detail) -- with, in Thai -- ร่วมกับ (ไทย)
// column    link: text -- the one running link -- ความเชื่อมโยงเดียวที่ดำเนินอยู่
// column    form: text -- form -- รูปแบบ
// column    what: text -- what it is -- เนื้อหา
// column    parties: list -- parties and place -- คู่ภาคีและสถานที่
// column    since: text -- since -- ตั้งแต่
// column    until: text -- until -- ถึง
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    others: list -- links there that do not run -- ความเชื่อมโยงอื่นที่ไม่ได้ดำเนินอยู่
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Sub-sector -- สาขาย่อย -- sub_sector
// show      With -- ร่วมกับ -- member
// show      The one link -- ความเชื่อมโยงเดียว -- link, form, what
// show      Parties -- คู่ภาคี -- parties
// show      Since, until -- ตั้งแต่ ถึง -- since, until
// show      Not running -- ไม่ได้ดำเนินอยู่ -- others
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)-[:SERVES]->(:Sector)-[:PART_OF*0..8]->(s:Sector)
WHERE $country IN p.countries AND s.id IN wanted AND (p.start IS NULL OR p.start <= $as_of)
  AND (p.open_sides > 0 OR any(c IN p.countries WHERE c IN rcep))
// Told apart by id, and matched again once few are left: to compare whole nodes takes the embedded engine ten times as long.
WITH DISTINCT p.id AS id, s.id AS sector, p.status AS said, [c IN p.countries WHERE c IN rcep] AS members,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WITH id, sector, members,
     CASE WHEN said IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN said IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE said END AS status
UNWIND ['every member'] + members AS code
WITH sector, code, id, status ORDER BY sector, code, id
WITH sector, code, collect(CASE WHEN status IN ['active', 'signed'] THEN id END) AS running,
     collect(CASE WHEN NOT status IN ['active', 'signed'] THEN id + ' (' + status + ')' END) AS others
WHERE size(running) = 1
MATCH (s:Sector {id: sector})
MATCH (p:Partnership {id: running[0]})
OPTIONAL MATCH (m:Country {id: code})
WITH s, code, others, p, m,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
MATCH (x)-[j:JOINS]->(p)
WITH s, code, others, p, until, m, x, j ORDER BY s.id, code, j.side
WITH s, code, others, p, until, m, collect(x.name + CASE j.role WHEN 'place' THEN ' (place)' ELSE '' END) AS parties,
     left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since
RETURN s.name AS sub_sector,
       s.name_th AS sub_sector_th,
       coalesce(m.name, code) AS member,
       coalesce(m.name_th, 'สมาชิกทุกประเทศ') AS member_th,
       p.id AS link,
       p.form AS form,
       p.name AS what,
       parties,
       since,
       until,
       p.confidence AS confidence,
       others,
       p.evidence AS evidence,
       CASE WHEN since IS NULL THEN ['since when it runs'] ELSE [] END
         + CASE WHEN until IS NULL THEN ['whether it still runs: no end is known'] ELSE [] END
         + CASE WHEN p.open_sides > 0 THEN ['the country of every party'] ELSE [] END AS unknowns
ORDER BY CASE code WHEN 'every member' THEN 0 ELSE 1 END, sub_sector, member, link
