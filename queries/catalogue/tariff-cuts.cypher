// title     Which tariffs on the products of a sector does RCEP cut, and when are they nil?
// title_th  ความตกลง RCEP ลดภาษีสินค้าใดในสาขานี้ และจะเป็นศูนย์เมื่อใด
// asks      Each tariff line on the sector's products that applies to goods of the country: the base rate as printed, the rate in the year asked for, and the year from which nothing is charged; importers whose schedule is not in the data are listed as unknown.
// topic     trade
// param     sector: sector = "fruitveg" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     country: country = "THA" -- whose goods, by ISO code or name -- ประเทศต้นทางของสินค้า ระบุด้วยรหัสหรือชื่อ
// param     year: integer = 2026 -- calendar year of the rate -- ปีปฏิทินของอัตราภาษี
// column    importer: text -- importer -- ประเทศผู้นำเข้า
// column    importer_th: text (detail) -- importer, in Thai -- ประเทศผู้นำเข้า (ไทย)
// column    partner: text -- for goods of -- สำหรับสินค้าของ
// column    line: text -- tariff line -- รหัสพิกัด
// column    description: text -- wording of the line -- คำอธิบายรายการ
// column    product: text -- product -- สินค้า
// column    sectors: list (detail) -- sub-sectors -- สาขาย่อย
// column    base_rate: text -- base rate -- อัตราฐาน
// column    year_of_schedule: integer (detail) -- year of the schedule -- ปีที่ของตารางลดภาษี
// column    rate: text -- rate in the year -- อัตราในปีที่ระบุ
// column    free_from_year: integer (detail) -- free from year of the schedule (1 is the first) -- ปลอดภาษีตั้งแต่ปีที่
// column    free_from: integer -- free from -- ปลอดภาษีตั้งแต่ปี
// column    outcome: text -- what comes of it -- ผลลัพธ์
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Importer -- ผู้นำเข้า -- importer
// show      Goods of -- สินค้าของ -- partner
// show      Line -- พิกัด -- line
// show      Wording -- คำอธิบาย -- description, product
// show      Base -- อัตราฐาน -- base_rate
// show      In the year -- ในปีที่ระบุ -- rate
// show      Free from -- ปลอดภาษีตั้งแต่ -- free_from
// show      Outcome -- ผลลัพธ์ -- outcome
// show      Not known -- ยังไม่ทราบ -- unknowns
MATCH (:Country {id: $country})-[:MEMBER_OF*0..2]->(group)
WITH collect(DISTINCT group.id) AS partners
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH partners, collect(DISTINCT s.id) AS wanted
OPTIONAL MATCH (product:Product)-[:PART_OF*0..4]->(:Product)-[:FALLS_IN]->(s:Sector)
WHERE s.id IN wanted
WITH DISTINCT partners, product, s ORDER BY product.id, s.name
WITH partners, product, collect(s.name) AS sectors
OPTIONAL MATCH (rcep:Agreement {id: 'rcep'})-[t:CUTS_TARIFF_ON]->(product)
WHERE t.partner IN partners AND t.importer <> $country
WITH collect({t: t, product: product.name, sectors: sectors}) AS held
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
OPTIONAL MATCH (m)-[bound:PARTY_TO]->(:Agreement {id: 'rcep'})
WITH held, m, min(bound.in_force) AS in_force
OPTIONAL MATCH (:Agreement {id: 'rcep'})-[any:CUTS_TARIFF_ON {importer: m.id}]->(:Product)
WITH m, in_force, count(any) AS scheduled, [h IN held WHERE h.t.importer = m.id] AS own
UNWIND CASE WHEN size(own) = 0 THEN [{sectors: []}] ELSE own END AS h
OPTIONAL MATCH (b:Bloc {id: h.t.partner})
OPTIONAL MATCH (c:Country {id: h.t.partner})
WITH m, in_force, scheduled, h, h.t AS t, coalesce(c.name, b.name, h.t.partner) AS partner,
     $year - in_force.year + 1 AS number
WITH m, in_force, scheduled, h, t, partner, number,
     CASE WHEN number < 1 THEN null WHEN number > size(t.rates) THEN t.rates[size(t.rates) - 1] ELSE t.rates[number - 1] END AS rate
RETURN m.name AS importer,
       m.name_th AS importer_th,
       partner,
       t.line AS line,
       t.description AS description,
       h.product AS product,
       h.sectors AS sectors,
       t.base_rate AS base_rate,
       number AS year_of_schedule,
       rate,
       t.free_from AS free_from_year,
       in_force.year + t.free_from - 1 AS free_from,
       CASE WHEN t IS NULL THEN null
            WHEN t.base_form = 'ad valorem' AND t.base_share = 0 THEN 'free already'
            WHEN t.free_from IS NULL AND t.rates[size(t.rates) - 1] = t.base_rate THEN 'not cut'
            WHEN t.free_from IS NULL AND t.forms[size(t.forms) - 1] = 'unbound' THEN 'no commitment'
            WHEN t.free_from IS NULL THEN 'cut, never free'
            WHEN t.free_from = 1 THEN 'free from the first year'
            ELSE 'free later' END AS outcome,
       coalesce(t.evidence, []) AS evidence,
       CASE WHEN scheduled = 0 THEN ['its schedule is not in the data']
            WHEN t IS NULL THEN ['no line on these products: of its schedule only the even chapters are in the data']
            WHEN in_force IS NULL THEN ['calendar years: since when RCEP is in force there'] ELSE [] END AS unknowns
ORDER BY t IS NULL, importer, line, partner, product
