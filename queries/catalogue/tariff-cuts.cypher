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
// column    base_rate: text -- base rate as printed -- อัตราฐานตามแหล่งข้อมูล
// column    year_of_schedule: integer (detail) -- year of the schedule -- ปีที่ของตารางลดภาษี
// column    rate: text -- rate in the year as printed -- อัตราในปีที่ระบุตามแหล่งข้อมูล
// column    base_percent: number -- base rate, % of the value -- อัตราฐาน ร้อยละของมูลค่า
// column    rate_percent: number -- rate in the year, % of the value -- อัตราในปีที่ระบุ ร้อยละของมูลค่า
// column    free_from_year: integer (detail) -- free from year of the schedule (1 is the first) -- ปลอดภาษีตั้งแต่ปีที่
// column    free_from: integer -- free from -- ปลอดภาษีตั้งแต่ปี
// column    outcome: text -- what comes of it -- ผลลัพธ์
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Importer -- ผู้นำเข้า -- importer
// show      Line, for goods of -- พิกัด สำหรับสินค้าของ -- line, partner
// show      Wording, product -- คำอธิบาย สินค้า -- description, product
// show      Base, in the year, % -- อัตราฐาน ปีที่ระบุ % -- base_percent, rate_percent
// show      Free from -- ปลอดภาษีตั้งแต่ -- free_from
// show      Outcome -- ผลลัพธ์ -- outcome, unknowns
MATCH (:Country {id: $country})-[:MEMBER_OF*0..2]->(group)
WITH collect(DISTINCT group.id) AS partners, collect(DISTINCT {id: group.id, name: group.name}) AS groups
OPTIONAL MATCH (:Agreement {id: 'rcep'})-[line:CUTS_TARIFF_ON]->(:Product)
WITH partners, groups, collect(DISTINCT line.importer) AS scheduled
OPTIONAL MATCH (:Sector {id: $sector})<-[:PART_OF*0..8]-(s:Sector)<-[:FALLS_IN]-(:Product)<-[:PART_OF*0..4]-(product:Product)
WITH DISTINCT partners, groups, scheduled, product, s ORDER BY product.id, s.name
WITH partners, groups, scheduled, product, left(product.code, 2) AS chapter, collect(s.name) AS sectors
OPTIONAL MATCH (:Agreement {id: 'rcep'})-[t:CUTS_TARIFF_ON]->(product)
WHERE t.partner IN partners AND t.importer <> $country
WITH scheduled, product, sectors, chapter, t, [g IN groups WHERE g.id = t.partner][0].name AS partner ORDER BY chapter
WITH scheduled, collect(DISTINCT chapter) AS chapters, collect(CASE WHEN t IS NULL THEN null
                        ELSE {t: t, chapter: chapter, product: product.name, sectors: sectors, partner: partner} END) AS held
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WHERE m.id <> $country
OPTIONAL MATCH (m)-[bound:PARTY_TO]->(:Agreement {id: 'rcep'})
WITH scheduled, chapters, held, m, min(bound.in_force) AS in_force
WITH m, in_force, m.id IN scheduled AS listed, chapters, [h IN held WHERE h.t.importer = m.id] AS own
WITH m, in_force, listed, own, [chapter IN chapters WHERE none(h IN own WHERE h.chapter = chapter)] AS missing
UNWIND own + CASE WHEN size(missing) > 0 OR size(own) = 0 THEN [null] ELSE [] END AS h
WITH m, in_force, listed, missing, h, h.t AS t, $year - in_force.year + 1 AS number
WITH m, in_force, listed, missing, h, t, h.partner AS partner, number,
     CASE WHEN number < 1 THEN null WHEN number > size(t.rates) THEN t.rates[size(t.rates) - 1] ELSE t.rates[number - 1] END AS rate,
     CASE WHEN number < 1 THEN null WHEN number > size(t.forms) THEN t.forms[size(t.forms) - 1] ELSE t.forms[number - 1] END AS form
RETURN m.name AS importer,
       m.name_th AS importer_th,
       partner,
       t.line AS line,
       t.description AS description,
       h.product AS product,
       coalesce(h.sectors, []) AS sectors,
       t.base_rate AS base_rate,
       number AS year_of_schedule,
       rate,
       CASE WHEN t.base_form = 'ad valorem' THEN round(t.base_share * 10000) / 100 END AS base_percent,
       CASE WHEN rate IS NULL OR form <> 'ad valorem' THEN null
            WHEN toLower(rate) = 'free' THEN 0.0
            WHEN rate CONTAINS '%' THEN toFloat(trim(replace(rate, '%', '')))
            ELSE round(toFloat(rate) * 10000) / 100 END AS rate_percent,
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
       CASE WHEN NOT listed THEN ['its schedule is not in the data']
            WHEN t IS NULL THEN [reduce(text = 'lines of chapters', chapter IN missing | text + ' ' + chapter) + ': not among the data of its schedule']
            WHEN in_force IS NULL THEN ['calendar years: since when RCEP is in force there'] ELSE [] END AS unknowns
ORDER BY t IS NULL, importer, line, partner, product
