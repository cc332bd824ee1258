// title     What changed between two days?
// title_th  ความเชื่อมโยงใดเปลี่ยนแปลงระหว่างสองวัน
// asks      Each link that serves the sector by name and began, ended or was written about after the first day and not after the second; its status on both days; and, where wished, links of which only the record is new.
// topic     links
// param     since: date = "2024-12-31" -- after this day -- หลังวันที่
// param     until: date = "" -- not after this day; empty for the newest day of the data -- ถึงวันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
// param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
// param     recorded: text = "no" -- yes to list links of which only the record is new -- yes หากต้องการรายการที่ใหม่เฉพาะการบันทึก
// column    link: text -- link -- ความเชื่อมโยง
// column    what: text -- what it is -- เนื้อหา
// column    parties: list -- parties and place -- คู่ภาคีและสถานที่
// column    countries: list -- countries -- ประเทศ
// column    form: text -- form -- รูปแบบ
// column    changes: list -- changes -- การเปลี่ยนแปลง
// column    before: text -- status on the first day -- สถานะ ณ วันแรก
// column    after: text -- status on the second day -- สถานะ ณ วันหลัง
// column    started: text -- since -- ตั้งแต่
// column    ended: text -- until -- ถึง
// column    sub_sectors: list -- sub-sectors -- สาขาย่อย
// column    new_evidence: list (detail) -- evidence dated between the days -- หลักฐานที่ลงวันที่ในช่วงนี้
// column    newly_recorded: list (detail) -- evidence recorded between the days -- หลักฐานที่บันทึกในช่วงนี้
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Link -- ความเชื่อมโยง -- link, what
// show      Parties -- คู่ภาคี -- parties
// show      Change -- การเปลี่ยนแปลง -- changes
// show      Before -- ก่อน -- before
// show      After -- หลัง -- after
// show      Since, until -- ตั้งแต่ ถึง -- started, ended
// show      Sub-sectors -- สาขาย่อย -- sub_sectors
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH collect(DISTINCT m.id) AS rcep
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH rcep, collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted AND (p.start IS NULL OR p.start <= $until)
WITH p, s, size([c IN p.countries WHERE c IN rcep]) AS members
WHERE members > 1 OR (members = 1 AND p.open_sides > 0)
// Gathered by id and matched again after: to compare whole nodes takes the embedded engine several times as long.
WITH p.id AS id, s.name AS name ORDER BY id, name
WITH id, collect(name) AS sub_sectors
MATCH (p:Partnership {id: id})
WITH p, sub_sectors,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS ended,
     left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS started
WITH p, sub_sectors, ended, started, left(toString($since), coalesce(size(ended), 0)) AS first,
     left(toString($until), coalesce(size(ended), 0)) AS second
WITH p, sub_sectors, ended, started,
     CASE WHEN p.start > $since THEN null
          WHEN p.status IN ['active', 'signed'] AND ended < first THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND ended > first THEN 'active'
          ELSE p.status END AS before,
     CASE WHEN p.status IN ['active', 'signed'] AND ended < second THEN 'ended'
          WHEN p.status IN ['ended', 'completed'] AND ended > second THEN 'active'
          ELSE p.status END AS after
OPTIONAL MATCH (p)-[:EVIDENCED_BY]->(e:Evidence)
WITH p, sub_sectors, ended, started, before, after, e ORDER BY p.id, e.id
WITH p, sub_sectors, ended, started, before, after,
     collect(CASE WHEN e.dated > $since AND e.dated <= $until THEN e.id END) AS new_evidence,
     collect(CASE WHEN e.recorded_on > $since AND e.recorded_on <= $until THEN e.id END) AS newly_recorded
WITH p, sub_sectors, ended, started, before, after, new_evidence, newly_recorded,
     CASE WHEN p.start > $since THEN ['began']
          WHEN size(started) < 10 AND started = left(toString($since), size(started)) THEN ['may have begun'] ELSE [] END
       + CASE WHEN before IS NULL OR before = after THEN [] ELSE [before + ' to ' + after] END
       + CASE WHEN p.start > $since AND after IN ['ended', 'completed', 'failed'] THEN ['over again'] ELSE [] END
       + CASE WHEN size(new_evidence) > 0 THEN ['written about'] ELSE [] END AS changes
WITH p, sub_sectors, ended, started, before, after, new_evidence, newly_recorded,
     changes + CASE WHEN size(changes) = 0 AND size(newly_recorded) > 0 AND toLower($recorded) = 'yes'
                    THEN ['only the record is new'] ELSE [] END AS changes
WHERE size(changes) > 0
MATCH (x)-[j:JOINS]->(p)
WITH p, sub_sectors, ended, started, before, after, new_evidence, newly_recorded, changes, x, j ORDER BY p.id, j.side
WITH p, sub_sectors, ended, started, before, after, new_evidence, newly_recorded, changes,
     collect(x.name + CASE j.role WHEN 'place' THEN ' (place)' ELSE '' END) AS parties
RETURN p.id AS link,
       p.name AS what,
       parties,
       p.countries AS countries,
       p.form AS form,
       changes,
       before,
       after,
       started,
       ended,
       sub_sectors,
       new_evidence,
       newly_recorded,
       p.evidence AS evidence,
       CASE WHEN started IS NULL THEN ['when it began, so its status on the first day may be wrong'] ELSE [] END
         + CASE WHEN 'may have begun' IN changes THEN ['on which side of the first day it began: its start is known only as ' + started] ELSE [] END
         + CASE WHEN ended IS NULL AND after IN ['ended', 'failed', 'disputed']
                THEN ['when it ended, so its status on the first day may be wrong'] ELSE [] END AS unknowns
ORDER BY CASE WHEN changes[0] = 'only the record is new' THEN 1 ELSE 0 END, started IS NULL, started DESC, link
