// title     Who owns a share in whom across borders, and who has founded what together?
// title_th  ใครถือหุ้นในกิจการของใครข้ามพรมแดน และใครตั้งกิจการร่วมกัน
// asks      Each side of each joint venture, equity stake and investment that a firm joins, that reaches across a border and serves the sector by name or serves every sector; with the share, the company and the amount where the source gives them.
// topic     partners
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    link: text -- id -- รหัส
// column    what: text -- what it is -- เนื้อหา
// column    form: text -- form -- รูปแบบ
// column    status: text -- status -- สถานะ
// column    since: text -- since -- ตั้งแต่
// column    until: text -- until -- ถึง
// column    share: number -- share, % -- สัดส่วน ร้อยละ
// column    vehicle: text -- company it works through -- นิติบุคคลที่ใช้ดำเนินการ
// column    amount: text -- amount as printed -- มูลค่าตามแหล่งข้อมูล
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    side: integer (detail) -- order -- ลำดับ
// column    role: text -- role -- บทบาท
// column    kind: text (detail) -- kind -- ประเภท
// column    id: text (detail) -- id of the side -- รหัสฝ่าย
// column    name: text -- side -- ฝ่าย
// column    name_th: text (detail) -- Thai name -- ชื่อภาษาไทย
// column    country: text -- country -- ประเทศ
// column    country_name: text (detail) -- name of its country -- ชื่อประเทศ
// column    country_name_th: text (detail) -- Thai name of its country -- ชื่อประเทศ (ไทย)
// show      Link -- ความเชื่อมโยง -- link, form
// show      What -- เนื้อหา -- what, share
// show      Side -- ฝ่าย -- name, country, role
// show      Status, since -- สถานะ ตั้งแต่ -- status, since
// show      Amount, company -- มูลค่า นิติบุคคล -- amount, vehicle
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE p.form IN ['joint venture', 'equity stake', 'investment'] AND (p.start IS NULL OR p.start <= $as_of)
  AND p.reach IN ['named', 'every sector'] AND (size(p.countries) > 1 OR p.open_sides > 0)
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH p.id AS link, p.reach AS reach, count(s) AS served
WHERE served > 0 OR reach = 'every sector'
MATCH (:Firm)-[:JOINS]->(:Partnership {id: link})
WITH DISTINCT link
MATCH (x)-[j:JOINS]->(p:Partnership {id: link})
OPTIONAL MATCH (x:Agency|Firm)-[:BASED_IN]->(seat:Country)
WITH link, p, x, j, CASE labels(x)[0] WHEN 'Country' THEN x ELSE seat END AS home,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
RETURN link,
       p.name AS what,
       p.form AS form,
       CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0)) THEN 'ended'
            WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0)) THEN 'active'
            ELSE p.status END AS status,
       left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since,
       until,
       p.stake_pct AS share,
       p.vehicle AS vehicle,
       p.amount AS amount,
       p.confidence AS confidence,
       p.evidence AS evidence,
       j.side AS side,
       j.role AS role,
       labels(x)[0] AS kind,
       x.id AS id,
       x.name AS name,
       x.name_th AS name_th,
       home.id AS country,
       home.name AS country_name,
       home.name_th AS country_name_th
ORDER BY link, side, kind, id
