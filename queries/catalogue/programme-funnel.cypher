// title     How many joined a programme, were matched and sold, by one and the same source?
// title_th  โครงการหนึ่งมีผู้เข้าร่วม จับคู่ได้ และยอดขายเท่าใด ตามแหล่งข้อมูลเดียวกัน
// asks      For each subject and source the figures from joined over matched to sales, with their comparators; the share of those matched only in words where the figures are bounds; figures of two sources are never mixed.
// topic     programmes
// param     programme: programme = "bubble" -- programme by id, English or Thai name; its legs and the platforms they use count too -- โครงการ ระบุด้วยรหัสหรือชื่อ รวมโครงการย่อยและแพลตฟอร์ม
// column    about: text -- about -- เกี่ยวกับ
// column    source: text -- source -- แหล่งข้อมูล
// column    address: text (detail) -- address -- ที่อยู่
// column    published: text -- published -- เผยแพร่เมื่อ
// column    period: text -- period -- ช่วงเวลา
// column    joined: text -- joined -- เข้าร่วม
// column    matched: text -- matched -- จับคู่ได้
// column    matched_of_joined: text -- matched of joined -- จับคู่ได้จากผู้เข้าร่วม
// column    share_percent: number -- share, % -- ร้อยละ
// column    sales: text -- sales -- ยอดขาย
// column    growth: text -- growth -- อัตราเพิ่ม
// column    others: list (detail) -- other figures -- ตัวเลขอื่น
// column    figures: list (detail) -- ids of the figures -- รหัสตัวเลข
// column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      About -- เกี่ยวกับ -- about
// show      Source, published -- แหล่งข้อมูล เผยแพร่เมื่อ -- source, published
// show      Joined -- เข้าร่วม -- joined
// show      Matched -- จับคู่ได้ -- matched_of_joined, share_percent
// show      Sales -- ยอดขาย -- sales, growth
// show      Not known -- ยังไม่ทราบ -- unknowns
MATCH (leg:Programme)-[:PART_OF*0..3]->(:Programme {id: $programme})
OPTIONAL MATCH (leg)-[:USES]->(used)
WITH collect(DISTINCT leg) + collect(DISTINCT used) AS subjects
UNWIND subjects AS subject
WITH DISTINCT subject
MATCH (subject)<-[:MEASURES]-(o:Observation)-[:EVIDENCED_BY]->(e:Evidence)-[:READ_IN]->(s:Source)
WITH subject, s, coalesce(o.period, 'not given') AS period, o, e,
     CASE o.comparator WHEN '>' THEN 'more than ' WHEN '>=' THEN 'at least ' WHEN '~' THEN 'about ' WHEN '<' THEN 'less than '
          WHEN '=' THEN '' ELSE o.comparator + ' ' END
       + CASE WHEN o.value IS NULL THEN '' WHEN o.value = toInteger(o.value) THEN toString(toInteger(o.value))
              ELSE toString(o.value) END AS amount
ORDER BY subject.id, s.id, period, o.id, e.id
WITH subject, s, period,
     collect(DISTINCT {id: o.id, measure: o.measure, amount: amount, unit: o.unit, value: o.value, exact: o.comparator = '=',
                       reading: o.reading, base: properties(o)['base']}) AS figures,
     collect(DISTINCT e.id) AS evidence,
     max(CASE WHEN o.measure STARTS WITH 'firms_joined' OR o.measure STARTS WITH 'firms_matched' OR o.measure = 'sales' THEN 1 ELSE 0 END) AS is_funnel
WHERE is_funnel = 1
WITH subject, s, period, figures, evidence,
     [f IN figures WHERE f.measure STARTS WITH 'firms_joined'][0] AS joined,
     [f IN figures WHERE f.measure STARTS WITH 'firms_matched'][0] AS matched,
     [f IN figures WHERE f.measure = 'sales'][0] AS sales,
     [f IN figures WHERE f.measure = 'growth'][0] AS growth,
     left(toString(s.published), CASE s.published_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS published,
     left(toString(s.not_before), CASE s.not_before_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS earliest
RETURN subject.name AS about,
       s.name AS source,
       s.address AS address,
       coalesce(published, 'not before ' + earliest, 'not known') AS published,
       period,
       joined.amount + ' ' + joined.unit AS joined,
       matched.amount + ' ' + matched.unit AS matched,
       matched.amount + ' of ' + joined.amount + ' ' + joined.unit AS matched_of_joined,
       CASE WHEN joined.exact AND matched.exact AND joined.unit = matched.unit AND joined.value > 0
            THEN round(matched.value * 1000 / joined.value) / 10 END AS share_percent,
       sales.amount + ' ' + sales.unit AS sales,
       growth.amount + ' ' + growth.unit AS growth,
       [f IN figures WHERE NOT f.id IN [joined.id, matched.id, sales.id, growth.id] | f.measure + ': ' + f.amount + ' ' + f.unit] AS others,
       [f IN figures | f.id] AS figures,
       evidence,
       CASE WHEN joined IS NULL THEN ['how many joined'] ELSE [] END
         + CASE WHEN matched IS NULL THEN ['how many were matched'] ELSE [] END
         + CASE WHEN joined IS NOT NULL AND matched IS NOT NULL AND NOT (joined.exact AND matched.exact)
                THEN ['the share of those matched: both figures are bounds, not counts'] ELSE [] END
         + CASE WHEN joined.reading IS NOT NULL
                THEN ['whether the figure of those joined is a total: it is read as ' + joined.reading] ELSE [] END
         + CASE WHEN growth IS NOT NULL AND growth.base IS NULL THEN ['what the growth is measured against'] ELSE [] END
         + CASE WHEN period = 'not given' THEN ['the period'] ELSE [] END AS unknowns
ORDER BY about, published, source, address, period
