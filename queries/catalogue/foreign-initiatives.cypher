// title     Which initiatives of other members resemble those of the country?
// title_th  ประเทศสมาชิกอื่นมีโครงการริเริ่มใดที่คล้ายคลึงกับของประเทศนี้
// asks      Each programme and technical cooperation that other members run among themselves, and each two-sided platform, beside the country's own of the same form and sub-sector; where it has none, that is said.
// topic     programmes
// param     country: country = "THA" -- compared with this country, by ISO code or name -- เปรียบเทียบกับประเทศ ระบุด้วยรหัสหรือชื่อ
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    initiative: text -- id -- รหัส
// column    what: text -- what it is -- เนื้อหา
// column    form: text -- form -- รูปแบบ
// column    members: list -- between -- ระหว่าง
// column    parties: list -- parties -- คู่ภาคี
// column    status: text -- status -- สถานะ
// column    since: text -- since -- ตั้งแต่
// column    sub_sectors: list -- sub-sectors -- สาขาย่อย
// column    platforms: list -- programmes it joins -- โครงการที่เชื่อมกัน
// column    likeness: text -- likeness -- ความคล้ายคลึง
// column    own_links: list -- the country's own of that form and sub-sector -- ของประเทศนี้ในรูปแบบและสาขาย่อยเดียวกัน
// column    near_links: list (detail) -- its own of that form in a wider or narrower sector -- ของประเทศนี้ในรูปแบบเดียวกัน สาขาที่กว้างหรือแคบกว่า
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Initiative -- โครงการ -- initiative, what
// show      Form -- รูปแบบ -- form
// show      Between -- ระหว่าง -- members
// show      Status, since -- สถานะ ตั้งแต่ -- status, since
// show      Sub-sectors -- สาขาย่อย -- sub_sectors
// show      Likeness -- ความคล้ายคลึง -- likeness
// show      Own -- ของประเทศนี้ -- own_links
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE (p.start IS NULL OR p.start <= $as_of)
OPTIONAL MATCH (p)-[:UNDER]->(joined:Programme)
WITH rcep, wanted, p, joined ORDER BY p.id, joined.name
WITH rcep, wanted, p, collect(DISTINCT joined.name) AS platforms
WHERE p.form IN ['programme', 'technical cooperation'] OR size(platforms) > 1
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH rcep, p, platforms, s ORDER BY p.id, s.name
WITH rcep, p, platforms, collect(DISTINCT s.id) AS sector_ids, collect(DISTINCT s.name) AS sub_sectors,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until,
     left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since
WHERE size(sector_ids) > 0 OR (size(platforms) > 1 AND p.reach = 'every sector')
WITH rcep, p, platforms, sector_ids, sub_sectors, since,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
OPTIONAL MATCH (p)-[:SERVES]->(:Sector)-[:PART_OF*1..8]->(wider:Sector)-[:PART_OF]->(:Sector)
WITH rcep, p, platforms, sector_ids, sub_sectors, since, status, collect(DISTINCT wider.id) AS wider
ORDER BY p.id
WITH rcep, collect({p: p, platforms: platforms, sector_ids: sector_ids, sub_sectors: sub_sectors, since: since,
                    status: status, wider: wider, own: $country IN p.countries}) AS found
WITH rcep, found, [f IN found WHERE f.own] AS ours
UNWIND found AS f
WITH rcep, ours, f, f.p AS p, [c IN f.p.countries WHERE c IN rcep] AS members
WHERE (NOT f.own AND size(members) > 1) OR size(f.platforms) > 1
MATCH (x)-[j:JOINS {role: 'party'}]->(p)
WITH ours, f, p, members, x, j ORDER BY p.id, j.side
WITH ours, f, p, members, collect(x.name) AS parties
WITH f, p, members, parties,
     [o IN ours WHERE o.p.id <> p.id AND o.p.form = p.form AND any(id IN o.sector_ids WHERE id IN f.sector_ids)
      | o.p.id + ' (' + o.status + ')'] AS own_links,
     [o IN ours WHERE o.p.id <> p.id AND o.p.form = p.form AND none(id IN o.sector_ids WHERE id IN f.sector_ids)
                AND (any(id IN o.sector_ids WHERE id IN f.wider) OR any(id IN f.sector_ids WHERE id IN o.wider))
      | o.p.id + ' (' + o.status + ')'] AS near_links
RETURN p.id AS initiative,
       p.name AS what,
       p.form AS form,
       members,
       parties,
       f.status AS status,
       f.since AS since,
       f.sub_sectors AS sub_sectors,
       f.platforms AS platforms,
       CASE WHEN f.own THEN 'two-sided: joins a programme of either side'
            WHEN size(own_links) > 0 THEN 'same form and sub-sector'
            WHEN size(near_links) > 0 THEN 'same form, wider or narrower sector'
            ELSE 'the country has none of this form there' END AS likeness,
       own_links,
       near_links,
       p.evidence AS evidence,
       CASE WHEN f.own THEN ['who runs the programme on either side: the source names the parties only']
            WHEN size(own_links) + size(near_links) > 0 THEN ['whether one was modelled on the other: no source read says so']
            ELSE ['whether the country has one that was not found'] END AS unknowns
ORDER BY CASE likeness WHEN 'two-sided: joins a programme of either side' THEN 0 WHEN 'same form and sub-sector' THEN 1
         WHEN 'same form, wider or narrower sector' THEN 2 ELSE 3 END, form, initiative
