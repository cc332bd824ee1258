// title     Who are the partners of a country in a sector?
// title_th  ใครเป็นพันธมิตรของประเทศหนึ่งในสาขาหนึ่ง
// asks      Who shares a partnership with this country that serves the sector, how far has it come, and on what evidence?
// topic     partners
// param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    partner_country: text -- country of the partner -- ประเทศของพันธมิตร
// column    partner: text -- partner -- พันธมิตร
// column    partner_th: text (detail) -- partner, in Thai where known -- พันธมิตร (ไทย)
// column    kind: text -- kind -- ประเภท
// column    own_side: list -- on the country's side -- ฝ่ายของประเทศ
// column    links: integer -- links -- ความเชื่อมโยง
// column    statuses: list -- statuses -- สถานะ
// column    sectors: list -- sub-sectors -- สาขาย่อย
// column    last: text -- latest start -- เริ่มล่าสุด
// column    link_ids: list -- ids of the links -- รหัสความเชื่อมโยง
// show      Country -- ประเทศ -- partner_country
// show      Partner -- พันธมิตร -- partner
// show      With -- ร่วมกับ -- own_side
// show      Links -- ความเชื่อมโยง -- links
// show      Statuses -- สถานะ -- statuses
// show      Sub-sectors -- สาขาย่อย -- sectors
// show      Latest start -- เริ่มล่าสุด -- last
// show      Ids -- รหัส -- link_ids
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted AND $country IN p.countries AND (p.start IS NULL OR p.start <= $as_of)
WITH p, collect(DISTINCT s.name) AS sectors,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WITH p, sectors,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
MATCH (x)-[:JOINS]->(p)
// Only these have a seat; a country, with all its flows of trade, would be searched for one in every row.
OPTIONAL MATCH (x:Agency|Firm)-[:BASED_IN]->(seat:Country)
WITH p, sectors, status, x, CASE labels(x)[0] WHEN 'Country' THEN x ELSE seat END AS home
WITH p, sectors, status,
     [o IN collect({home: home.id, name: x.name}) WHERE o.home = $country | o.name] AS own_side,
     collect({body: x, kind: labels(x)[0], home: home}) AS sides
UNWIND [o IN sides WHERE o.home IS NULL OR o.home.id <> $country] AS other
WITH other.body AS partner, other.kind AS kind, other.home AS home, p, own_side, sectors, status
UNWIND sectors AS sector
WITH partner, kind, home, p, own_side, status, sector ORDER BY p.id, sector
WITH partner, kind, home, collect(DISTINCT p.id) AS link_ids, collect(DISTINCT status) AS statuses,
     collect(DISTINCT sector) AS sectors, collect(own_side) AS sides,
     max(left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)) AS last
RETURN coalesce(home.name, CASE kind WHEN 'Bloc' THEN 'a group of states' ELSE 'not known' END) AS partner_country,
       partner.name AS partner,
       coalesce(partner.name_th, partner.name) AS partner_th,
       kind,
       reduce(seen = [], names IN sides | seen + [n IN names WHERE NOT n IN seen]) AS own_side,
       size(link_ids) AS links,
       statuses,
       sectors,
       last,
       link_ids
ORDER BY links DESC, partner_country, partner
