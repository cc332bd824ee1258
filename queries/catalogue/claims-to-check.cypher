// title     Which claims should be checked first?
// title_th  ข้อมูลความเชื่อมโยงใดควรตรวจสอบก่อน
// asks      Each link that serves the sector by name and rests on one source only, on the word of a party to it, on no date or on one more than a year old; with every reason that holds.
// topic     evidence
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    link: text -- link -- ความเชื่อมโยง
// column    what: text -- what it is -- เนื้อหา
// column    parties: list -- parties and place -- คู่ภาคีและสถานที่
// column    countries: list -- countries -- ประเทศ
// column    status: text -- status -- สถานะ
// column    reasons: list -- reasons -- เหตุผลที่ควรตรวจสอบ
// column    reason_count: integer -- how many -- จำนวนเหตุผล
// column    last_evidence: text -- newest day its evidence tells of -- วันล่าสุดที่หลักฐานกล่าวถึง
// column    months_old: integer -- months since -- จำนวนเดือนที่ผ่านมา
// column    sources: list -- sources -- แหล่งข้อมูล
// column    speakers: list (detail) -- who says so -- ผู้ให้ข้อมูล
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    checked: text -- how the row was checked -- การตรวจสอบ
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Link -- ความเชื่อมโยง -- link, what
// show      Parties -- คู่ภาคี -- parties
// show      Status, last word -- สถานะ ข่าวล่าสุด -- status, last_evidence
// show      Why -- เหตุผล -- reasons
// show      Source -- แหล่งข้อมูล -- sources, checked
MATCH (:Sector {id: $sector})<-[:PART_OF*0..8]-(:Sector)<-[:SERVES]-(:Partnership)<-[:JOINS]-(state:Country)
// The word of an official is a party's own where the official's body, or the state it belongs to, is a party. Those of a
// state are gathered once: a country, with all its flows of trade, would be searched for them in every row.
WITH DISTINCT state.id AS code
MATCH (:Country {id: code})<-[:BASED_IN]-(body:Agency)
WITH code, body.id AS body
MATCH (:Agency {id: body})<-[:HOLDS_POST]-(official:Person)
WITH code, collect(DISTINCT official.name) AS officials
WITH collect({id: code, officials: officials}) AS states
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH states, collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH states, rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE any(id IN p.sectors WHERE id IN wanted) AND (p.start IS NULL OR p.start <= $as_of)
WITH p, states, size([c IN p.countries WHERE c IN rcep]) AS members
WHERE members > 1 OR (members = 1 AND p.open_sides > 0)
MATCH (x)-[j:JOINS]->(p)
OPTIONAL MATCH (x:Agency)<-[:HOLDS_POST]-(official:Person)
// Gathered by id and matched again at the end: to compare whole nodes takes the embedded engine several times as long.
WITH p.id AS link, j.side AS side, j.role AS role, x.id AS id, x.name AS name, x.website AS website,
     CASE labels(x)[0] WHEN 'Country' THEN [s IN states WHERE s.id = x.id][0].officials END AS of_state,
     official.name AS official
WITH link, side, role, id, name, website,
     coalesce(collect(of_state)[0], []) + collect(DISTINCT official) AS officials
ORDER BY link, side
WITH link, collect(name + CASE role WHEN 'place' THEN ' (place)' ELSE '' END) AS parties,
     collect(name) AS names, collect(officials) AS posts, collect(replace(split(website, '/')[2], 'www.', '')) AS own_sites
WITH link, parties, own_sites, reduce(voices = names, more IN posts | voices + more) AS own_voices
MATCH (:Partnership {id: link})-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(source:Source)
WITH link, parties, own_voices, own_sites, e, source,
     replace(coalesce(split(source.address, '/')[2], ''), 'www.', '') AS host,
     left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS dated
ORDER BY link, source.id, e.id
WITH link, parties, dated, e.speaker AS speaker, source.id AS page,
     CASE source.name WHEN source.address THEN split(source.address, '/')[2]
                      ELSE source.name + coalesce(' (' + split(source.address, '/')[2] + ')', '') END AS said_in,
     CASE WHEN e.speaker IN own_voices OR host IN own_sites THEN source.id END AS own_page
WITH link, parties, max(dated) AS dated, collect(DISTINCT speaker) AS speakers,
     collect(DISTINCT said_in) AS sources, count(DISTINCT page) AS pages,
     count(DISTINCT page) - count(DISTINCT own_page) AS others
MATCH (p:Partnership {id: link})
WITH p, parties, dated, speakers, sources, pages, others,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until,
     left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since
WITH p, parties, speakers, sources, pages, others, coalesce(dated, CASE WHEN p.until <= $as_of THEN until END, since) AS told,
     CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
          ELSE p.status END AS status
WITH p, parties, speakers, sources, status, told,
     $as_of.year * 12 + $as_of.month - toInteger(left(told, 4)) * 12
       - CASE WHEN size(told) > 4 THEN toInteger(substring(told, 5, 2)) ELSE 12 END AS months,
     CASE WHEN pages = 1 THEN ['one source only'] ELSE [] END
       + CASE WHEN others = 0 THEN ['told only by a party to it'] ELSE [] END AS found
WITH p, parties, speakers, sources, status, told, CASE WHEN months < 0 THEN 0 ELSE months END AS months,
     found + CASE WHEN told IS NULL THEN ['no date'] WHEN months > 12 THEN ['older than a year'] ELSE [] END AS reasons
WHERE size(reasons) > 0
RETURN p.id AS link,
       p.name AS what,
       parties,
       p.countries AS countries,
       status,
       reasons,
       size(reasons) AS reason_count,
       told AS last_evidence,
       months AS months_old,
       sources,
       speakers,
       p.confidence AS confidence,
       p.checked AS checked,
       p.evidence AS evidence,
       CASE WHEN told IS NULL THEN ['when this was so'] ELSE [] END
         + CASE WHEN status IN ['active', 'signed'] AND months > 12 THEN ['whether it still runs: last heard of in ' + told] ELSE [] END
         + CASE WHEN p.checked = 'page not found' THEN ['whether the page says so: it was not found when checked'] ELSE [] END
         + CASE WHEN p.checked IS NULL THEN ['whether the page was opened again'] ELSE [] END AS unknowns
ORDER BY reason_count DESC, last_evidence IS NOT NULL, last_evidence, link
