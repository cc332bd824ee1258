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
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
OPTIONAL MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted AND (p.start IS NULL OR p.start <= $as_of)
WITH rcep, p, collect(DISTINCT s.id) AS served
WITH p, served, [c IN p.countries WHERE c IN rcep] AS own
WHERE size(own) > 1 OR (size(own) = 1 AND p.open_sides > 0)
OPTIONAL MATCH (p)-[:EVIDENCED_BY]->(:Evidence)-[:READ_IN]->(source:Source)
WITH p, served, own, source ORDER BY p.id, source.id
WITH p, served, own, collect(DISTINCT source.id) AS pages,
     collect(DISTINCT coalesce(source.language, 'not recorded')) AS languages
UNWIND [id IN own | 'member ' + id] + [id IN served | 'sub-sector ' + id] AS key
WITH key, p, pages, languages ORDER BY key, p.id
WITH key, count(p) AS links, collect(pages) AS page_lists, collect(languages) AS language_lists,
     sum(CASE WHEN size(pages) = 1 THEN 1 ELSE 0 END) AS one_source,
     sum(CASE WHEN size(pages) > 1 THEN 1 ELSE 0 END) AS more_sources,
     sum(CASE WHEN p.confidence = 'stated' THEN 1 ELSE 0 END) AS stated,
     sum(CASE WHEN p.confidence = 'inferred' THEN 1 ELSE 0 END) AS inferred,
     sum(CASE WHEN p.confidence = 'general knowledge' THEN 1 ELSE 0 END) AS general,
     collect(CASE WHEN p.start IS NULL THEN p.id END) AS undated_ids
WITH key, links, one_source, more_sources, stated, inferred, general, undated_ids, language_lists,
     reduce(seen = [], list IN page_lists | seen + [page IN list WHERE NOT page IN seen]) AS pages,
     reduce(seen = [], list IN language_lists | seen + [language IN list WHERE NOT language IN seen]) AS languages
UNWIND languages AS language
WITH key, links, one_source, more_sources, stated, inferred, general, undated_ids, size(pages) AS sources, language,
     size([list IN language_lists WHERE language IN list]) AS used
ORDER BY key, used DESC, language
WITH key, links, one_source, more_sources, stated, inferred, general, undated_ids, sources,
     collect(language + ': ' + toString(used)) AS languages
WITH collect({key: key, links: links, one_source: one_source, more_sources: more_sources, stated: stated,
              inferred: inferred, general: general, undated_ids: undated_ids, sources: sources, languages: languages}) AS counted
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH counted, collect(DISTINCT m) AS members
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH counted, members, collect(DISTINCT s) AS wanted
UNWIND [m IN members | {of: 'member', node: m}] + [s IN wanted | {of: 'sub-sector', node: s}] AS group
WITH group.of AS of, group.node AS x, counted
WITH x, of, [c IN counted WHERE c.key = of + ' ' + x.id][0] AS c
RETURN of,
       x.id AS id,
       x.name AS name,
       x.name_th AS name_th,
       coalesce(c.links, 0) AS links,
       coalesce(c.one_source, 0) AS one_source,
       coalesce(c.more_sources, 0) AS more_sources,
       coalesce(c.sources, 0) AS sources,
       coalesce(c.languages, []) AS languages,
       coalesce(c.stated, 0) AS stated,
       coalesce(c.inferred, 0) AS inferred,
       coalesce(c.general, 0) AS general,
       size(coalesce(c.undated_ids, [])) AS undated,
       coalesce(c.undated_ids, []) AS undated_ids,
       CASE WHEN c IS NULL THEN ['no link is known; cells-of-matrix tells where anybody searched']
            WHEN size(c.undated_ids) > 0 THEN ['when ' + toString(size(c.undated_ids)) + ' of them began']
            ELSE [] END AS unknowns
ORDER BY of, links DESC, name, id
