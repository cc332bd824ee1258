// title     Where do several bodies of one country court the same counterpart?
// title_th  หน่วยงานของประเทศเดียวกันรายใดมีความเชื่อมโยงซ้อนกันกับคู่ภาคีรายเดียวกัน
// asks      Each counterpart abroad to which two or more bodies of the country have links of their own: who they are, through which links, how far each has come, and in which sub-sectors they meet.
// topic     partners
// param     country: country = "THA" -- whose bodies, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors and links that serve every sector count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อยและความเชื่อมโยงทุกสาขา
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    counterpart: text -- counterpart -- คู่ภาคี
// column    counterpart_th: text (detail) -- counterpart, in Thai where known -- คู่ภาคี (ไทย)
// column    kind: text -- kind -- ประเภท
// column    counterpart_country: text -- country -- ประเทศ
// column    bodies: integer -- bodies -- จำนวนหน่วยงาน
// column    links: list -- body: its links -- หน่วยงานและความเชื่อมโยง
// column    running: integer -- bodies with a running link -- หน่วยงานที่มีความเชื่อมโยงดำเนินอยู่
// column    shared_sectors: list -- sub-sectors of two or more of them -- สาขาย่อยที่ซ้อนกัน
// column    link_ids: list (detail) -- ids of the links -- รหัสความเชื่อมโยง
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Counterpart -- คู่ภาคี -- counterpart, counterpart_country
// show      Kind -- ประเภท -- kind
// show      Bodies -- หน่วยงาน -- bodies
// show      Running -- ดำเนินอยู่ -- running
// show      Who, through which links -- หน่วยงานและความเชื่อมโยง -- links
// show      Same sub-sectors -- สาขาย่อยที่ซ้อนกัน -- shared_sectors
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (own:Agency|Firm)-[:BASED_IN]->(:Country {id: $country})
MATCH (own)-[:JOINS {role: 'party'}]->(p:Partnership)
WHERE p.start IS NULL OR p.start <= $as_of
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH own, p, s ORDER BY p.id, s.name
WITH own, p, collect(s.name) AS sectors
WHERE size(sectors) > 0 OR p.reach = 'every sector'
MATCH (other)-[:JOINS {role: 'party'}]->(p)
OPTIONAL MATCH (other:Agency|Firm)-[:BASED_IN]->(seat:Country)
WITH own, p, sectors, other, CASE labels(other)[0] WHEN 'Country' THEN other ELSE seat END AS home,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WHERE other.id <> own.id AND (home IS NULL OR home.id <> $country)
WITH own, p, sectors, other, home,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
ORDER BY other.id, own.name, own.id, p.id
WITH other, home, own, collect(p.id) AS ids,
     collect({id: p.id, own: own.id, form: p.form,
              since: left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)}) AS events, collect(p.id + ' (' + status + ')') AS told,
     sum(CASE WHEN status IN ['active', 'signed'] THEN 1 ELSE 0 END) AS running,
     collect(sectors) AS served
WITH other, home, own, ids, running, events,
     reduce(text = own.name + ':', link IN told | text + ' ' + link) AS line,
     reduce(text = '', id IN ids | text + id + ' ') AS mark,
     reduce(seen = [], names IN served | seen + [n IN names WHERE NOT n IN seen]) AS sectors
ORDER BY other.id, own.name, own.id
WITH other, home, count(own) AS bodies, count(DISTINCT mark) AS ways, collect(line) AS links,
     sum(CASE WHEN running > 0 THEN 1 ELSE 0 END) AS running, collect(ids) AS all_ids, collect(sectors) AS served,
     collect(events) AS event_lists
WHERE bodies > 1 AND ways > 1
WITH other, home, bodies, links, running, served, reduce(all_of = [], list IN event_lists | all_of + list) AS events,
     reduce(seen = [], ids IN all_ids | seen + [id IN ids WHERE NOT id IN seen]) AS link_ids,
     reduce(seen = [], names IN served | seen + [n IN names WHERE NOT n IN seen]) AS sectors
RETURN other.name AS counterpart,
       coalesce(other.name_th, other.name) AS counterpart_th,
       labels(other)[0] AS kind,
       coalesce(home.name, CASE labels(other)[0] WHEN 'Bloc' THEN 'a group of states' ELSE 'not known' END) AS counterpart_country,
       bodies,
       links,
       running,
       [name IN sectors WHERE size([names IN served WHERE name IN names]) > 1] AS shared_sectors,
       link_ids,
       ['whether the bodies know of each other: no source read says so']
         + [x IN events WHERE any(y IN events WHERE x.own < y.own AND x.id <> y.id AND x.form = y.form
                                  AND (x.since STARTS WITH y.since OR y.since STARTS WITH x.since))
            | 'whether ' + x.id + ' is the arrangement that another link tells of: same form, same time']
         + CASE WHEN running = 0 THEN ['whether any of it runs: no link here is known to'] ELSE [] END AS unknowns
ORDER BY bodies DESC, counterpart, other.id
