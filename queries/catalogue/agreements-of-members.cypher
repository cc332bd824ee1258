// title     Which trade agreements bind RCEP members to each other, and since when?
// title_th  ความตกลงการค้าใดผูกพันสมาชิก RCEP ระหว่างกัน และตั้งแต่เมื่อใด
// asks      Each trade agreement that at least two RCEP members have signed, and each of these members: in force with it, signed with no known date of force, or over.
// topic     trade
// param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// column    agreement: text -- id -- รหัส
// column    name: text -- agreement -- ความตกลง
// column    name_th: text (detail) -- Thai name -- ชื่อภาษาไทย
// column    members: integer -- members party to it -- จำนวนสมาชิกที่เป็นภาคี
// column    signed: text -- signed -- ลงนามเมื่อ
// column    in_force: text -- in force since -- มีผลบังคับใช้ตั้งแต่
// column    ended: text -- ended -- สิ้นสุดเมื่อ
// column    code: text -- member -- สมาชิก
// column    member: text -- name of the member -- ชื่อสมาชิก
// column    member_th: text (detail) -- Thai name of the member -- ชื่อสมาชิก (ไทย)
// column    status: text -- status for the member -- สถานะสำหรับสมาชิก
// column    since: text -- in force with it since, or signed by it -- มีผลกับสมาชิกตั้งแต่ หรือลงนามเมื่อ
// column    until: text -- until -- ถึง
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    address: text (detail) -- address of the text -- ที่อยู่ของเอกสาร
// show      Agreement -- ความตกลง -- name
// show      Signed, in force -- ลงนาม มีผล -- signed, in_force
// show      Members -- จำนวนสมาชิก -- members
// show      Member -- สมาชิก -- member
// show      Status, since -- สถานะ ตั้งแต่ -- status, since
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
// From the agreement's side: a country would be searched with all its flows of trade.
MATCH (a:Agreement)<-[r:PARTY_TO]-(m:Country)
WHERE m.id IN rcep AND (r.signed IS NULL OR r.signed <= $as_of) AND (a.signed IS NULL OR a.signed <= $as_of)
WITH rcep, a.id AS agreement, count(DISTINCT m.id) AS members
WHERE members > 1
MATCH (a:Agreement {id: agreement})<-[r:PARTY_TO]-(m:Country)
WHERE m.id IN rcep AND (r.signed IS NULL OR r.signed <= $as_of)
WITH agreement, members, a, m, r,
     CASE WHEN r.until <= $as_of OR a.ended <= $as_of THEN 'ended' WHEN r.in_force <= $as_of THEN 'in force'
          WHEN r.signed IS NOT NULL OR a.signed IS NOT NULL THEN 'signed' END AS status
RETURN agreement,
       a.name AS name,
       a.name_th AS name_th,
       members,
       left(toString(a.signed), CASE a.signed_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS signed,
       left(toString(a.in_force), CASE a.in_force_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS in_force,
       left(toString(a.ended), CASE a.ended_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS ended,
       m.id AS code,
       m.name AS member,
       m.name_th AS member_th,
       status,
       CASE WHEN r.in_force IS NOT NULL
            THEN left(toString(r.in_force), CASE r.in_force_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
            ELSE left(toString(r.signed), CASE r.signed_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) END AS since,
       left(toString(coalesce(r.until, a.ended)), 10) AS until,
       r.evidence AS evidence,
       a.address AS address
ORDER BY members DESC, in_force IS NULL, in_force, agreement, member
