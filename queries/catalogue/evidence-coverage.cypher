// title     How well are the links of each member and sub-sector sourced?
// title_th  ความเชื่อมโยงของสมาชิกและสาขาย่อยแต่ละรายการมีแหล่งข้อมูลรองรับเพียงใด
// asks      For each member and each sub-sector: links, how many rest on one page, in which languages, how sure they are, and how many carry no date; links without a date by id.
// topic     evidence
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    of: text -- member or sub-sector -- สมาชิกหรือสาขาย่อย
// column    id: text (detail) -- id -- รหัส
// column    name: text -- name -- ชื่อ
// column    name_th: text (detail) -- name, in Thai -- ชื่อ (ไทย)
// column    links: integer -- links -- ความเชื่อมโยง
// column    one_source: integer -- resting on one page -- อ้างอิงหน้าเดียว
// column    more_sources: integer -- resting on more -- อ้างอิงมากกว่าหนึ่งหน้า
// column    sources: integer -- pages in all -- จำนวนหน้าอ้างอิง
// column    languages: list -- languages: links -- ภาษาและจำนวนความเชื่อมโยง
// column    stated: integer -- stated -- แหล่งข้อมูลระบุ
// column    inferred: integer -- inferred -- อนุมาน
// column    general: integer (detail) -- general knowledge -- ความรู้ทั่วไป
// column    undated: integer -- without a start -- ไม่ทราบวันเริ่ม
// column    undated_ids: list (detail) -- ids of those without a start -- รหัสความเชื่อมโยงที่ไม่ทราบวันเริ่ม
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Of -- ของ -- of
// show      Name -- ชื่อ -- name
// show      Links -- จำนวน -- links
// show      One page -- หน้าเดียว -- one_source
// show      More -- มากกว่า -- more_sources
// show      Languages -- ภาษา -- languages
// show      Stated -- ระบุ -- stated
// show      Inferred -- อนุมาน -- inferred
// show      No date -- ไม่ทราบวัน -- undated
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH m ORDER BY m.id
WITH collect(DISTINCT m) AS members
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH members, s ORDER BY s.id
WITH members, [m IN members | m.id] AS rcep, collect(DISTINCT s) AS wanted, collect(DISTINCT s.id) AS ids
OPTIONAL MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN ids AND (p.start IS NULL OR p.start <= $as_of)
WITH members, wanted, rcep, p, collect(DISTINCT s.id) AS served
WITH members, wanted, p, served, [c IN p.countries WHERE c IN rcep] AS own
WHERE p IS NULL OR size(own) > 1 OR (size(own) = 1 AND p.open_sides > 0)
OPTIONAL MATCH (p)-[:EVIDENCED_BY]->(:Evidence)-[:READ_IN]->(source:Source)
WITH members, wanted, p, served, own, source ORDER BY p.id, source.id
WITH members, wanted, p, served, own, collect(DISTINCT source.id) AS pages,
     collect(DISTINCT coalesce(source.language, 'not recorded')) AS languages
WITH members, wanted,
     collect({id: p.id, groups: own + served, pages: pages, languages: languages, confidence: p.confidence,
              undated: p.start IS NULL}) AS links
UNWIND [m IN members | {of: 'member', node: m}] + [s IN wanted | {of: 'sub-sector', node: s}] AS group
WITH group.of AS of, group.node AS node, [l IN links WHERE group.node.id IN l.groups] AS own
WITH of, node, own, reduce(seen = [], l IN own | seen + [page IN l.pages WHERE NOT page IN seen]) AS pages,
     reduce(seen = [], l IN own | seen + [language IN l.languages WHERE NOT language IN seen]) AS languages
UNWIND CASE WHEN size(languages) = 0 THEN [null] ELSE languages END AS language
WITH of, node, own, pages, language, size([l IN own WHERE language IN l.languages]) AS used
ORDER BY of, node.id, used DESC, language
WITH of, node, own, pages, collect(language + ': ' + toString(used)) AS languages
RETURN of,
       node.id AS id,
       node.name AS name,
       node.name_th AS name_th,
       size(own) AS links,
       size([l IN own WHERE size(l.pages) = 1]) AS one_source,
       size([l IN own WHERE size(l.pages) > 1]) AS more_sources,
       size(pages) AS sources,
       languages,
       size([l IN own WHERE l.confidence = 'stated']) AS stated,
       size([l IN own WHERE l.confidence = 'inferred']) AS inferred,
       size([l IN own WHERE l.confidence = 'general knowledge']) AS general,
       size([l IN own WHERE l.undated]) AS undated,
       [l IN own WHERE l.undated | l.id] AS undated_ids,
       CASE WHEN size(own) = 0 THEN ['no link is known; cells-of-matrix tells where anybody searched'] ELSE [] END
         + CASE WHEN any(l IN own WHERE l.undated) THEN ['when ' + toString(size([l IN own WHERE l.undated])) + ' of them began'] ELSE [] END
         AS unknowns
ORDER BY of, links DESC, name, id
