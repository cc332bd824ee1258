// title     Which RCEP links serve the food and agro-industry sectors?
// title_th  ความเชื่อมโยงใดในกลุ่ม RCEP สนับสนุนสาขาอาหารและเกษตรอุตสาหกรรม
// asks      Every partnership across borders between RCEP members that serves the sector or one of its sub-sectors by name, then those that serve every sector; with parties, status, date and source.
// topic     links
// opening   members-serving-sector
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    link: text -- id -- รหัส
// column    parties: list -- parties -- คู่ภาคี
// column    parties_th: list (detail) -- parties, in Thai where known -- คู่ภาคี (ไทย)
// column    places: list -- place -- สถานที่
// column    countries: list -- countries -- ประเทศ
// column    form: text -- form -- รูปแบบ
// column    status: text -- status -- สถานะ
// column    what: text -- what it is -- เนื้อหา
// column    reach: text -- how it names the sector -- การระบุสาขา
// column    sectors: list -- sub-sectors -- สาขาย่อย
// column    sectors_th: list (detail) -- sub-sectors, in Thai -- สาขาย่อย (ไทย)
// column    since: text -- since -- ตั้งแต่
// column    until: text -- until -- ถึง
// column    last_evidence: text -- newest day its evidence tells of -- วันล่าสุดที่หลักฐานกล่าวถึง
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    sources: list -- sources -- แหล่งข้อมูล
// column    addresses: list (detail) -- addresses of the sources -- ที่อยู่ของแหล่งข้อมูล
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    members: list (detail) -- RCEP members joined -- สมาชิก RCEP ที่เกี่ยวข้อง
// column    programmes: list (detail) -- programmes it is under -- โครงการ
// show      Since -- ตั้งแต่ -- since, until
// show      Status, last evidence -- สถานะ หลักฐานล่าสุด -- status, last_evidence
// show      Parties and place -- คู่ภาคีและสถานที่ -- parties, places
// show      Countries -- ประเทศ -- countries
// show      What -- เนื้อหา -- form, what
// show      Sub-sectors -- สาขาย่อย -- sectors, reach
// show      Source, confidence -- แหล่งข้อมูล ความเชื่อมั่น -- sources, confidence
// show      Id -- รหัส -- link
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE p.reach IN ['named', 'every sector'] AND (p.start IS NULL OR p.start <= $as_of)
WITH p, wanted, [c IN p.countries WHERE c IN rcep] AS members
WHERE size(members) > 1 OR (size(members) = 1 AND p.open_sides > 0)
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
// Gathered by id and matched again at the end: to compare whole nodes takes the embedded engine several times as long.
WITH p.id AS link, p.reach AS how, members, s.id AS sector, s.name AS name, s.name_th AS name_th ORDER BY link, sector
WITH link, how, members, collect(name) AS sectors, collect(name_th) AS sectors_th
WHERE size(sectors) > 0 OR how = 'every sector'
MATCH (x)-[j:JOINS]->(:Partnership {id: link})
WITH link, sectors, sectors_th, members, j.role AS role, j.side AS side, x.name AS name,
     coalesce(x.name_th, x.name) AS name_th
ORDER BY link, side
WITH link, sectors, sectors_th, members,
     collect(CASE role WHEN 'party' THEN name END) AS parties,
     collect(CASE role WHEN 'party' THEN name_th END) AS parties_th,
     collect(CASE role WHEN 'place' THEN name END) AS places
MATCH (:Partnership {id: link})-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(source:Source)
WITH link, sectors, sectors_th, members, parties, parties_th, places, e, source ORDER BY link, e.id
WITH link, sectors, sectors_th, members, parties, parties_th, places,
     max(left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)) AS dated,
     collect(DISTINCT CASE source.name WHEN source.address THEN split(source.address, '/')[2]
                      ELSE source.name + coalesce(' (' + split(source.address, '/')[2] + ')', '') END) AS sources,
     collect(DISTINCT source.address) AS addresses
MATCH (p:Partnership {id: link})
WITH link, p, sectors, sectors_th, members, parties, parties_th, places, dated, sources, addresses,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until,
     left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since
RETURN link,
       parties,
       parties_th,
       places,
       p.countries AS countries,
       p.form AS form,
       CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
            WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
            ELSE p.status END AS status,
       p.name AS what,
       CASE WHEN size(sectors) > 0 THEN 'by name' ELSE 'every sector' END AS reach,
       sectors,
       sectors_th,
       since,
       until,
       coalesce(dated, CASE WHEN p.until <= $as_of THEN until END, since) AS last_evidence,
       p.confidence AS confidence,
       sources,
       addresses,
       p.evidence AS evidence,
       members,
       p.programmes AS programmes
ORDER BY reach, since IS NULL, since DESC, link
