// title     What does each side offer and seek, and what comes in return?
// title_th  แต่ละฝ่ายเสนอและต้องการสิ่งใด และมีสิ่งใดตอบแทน
// asks      Each capability that a party offers, seeks or is said to be expert in, to whom and how far it has come, with what the other side offers back; only what a source says.
// topic     partners
// param     country: country = "THA" -- between this country and the others, by ISO code or name -- ระหว่างประเทศนี้กับประเทศอื่น ระบุด้วยรหัสหรือชื่อ
// column    party: text -- party -- ฝ่าย
// column    party_th: text (detail) -- party, in Thai -- ฝ่าย (ไทย)
// column    does: text -- what it does -- บทบาท
// column    capability: text -- capability -- ความเชี่ยวชาญ
// column    capability_th: text (detail) -- capability, in Thai -- ความเชี่ยวชาญ (ไทย)
// column    to: text -- to or from whom -- แก่หรือจากฝ่ายใด
// column    status: text -- status -- สถานะ
// column    confidence: text -- confidence -- ความเชื่อมั่น
// column    sought_by: list -- sought by -- ฝ่ายที่ต้องการ
// column    also_expert: list -- others expert in it -- ฝ่ายอื่นที่เชี่ยวชาญด้านนี้
// column    in_return: list -- what the other side offers back -- สิ่งที่อีกฝ่ายเสนอตอบแทน
// column    sectors: list -- sectors it serves -- สาขาที่สนับสนุน
// column    evidence: list -- evidence ids -- รหัสหลักฐาน
// column    unknowns: list -- what is not known -- สิ่งที่ยังไม่ทราบ
// show      Party -- ฝ่าย -- party
// show      Does -- บทบาท -- does
// show      Capability -- ความเชี่ยวชาญ -- capability
// show      To, from -- แก่ จาก -- to
// show      Status -- สถานะ -- status
// show      In return -- สิ่งตอบแทน -- in_return
// show      Not known -- ยังไม่ทราบ -- unknowns
MATCH (:Bloc {id: 'rcep'})<-[:MEMBER_OF]-(seat:Country)
WITH seat
MATCH (seat)<-[:BASED_IN*0..1]-(giver)
WITH seat, giver
OPTIONAL MATCH (giver)-[back:OFFERS]->(given:Capability)
WITH back, given, seat.id AS home ORDER BY given.name, home
WITH collect(CASE WHEN given IS NULL THEN null ELSE {from: home, to: back.to, text: given.name + ' (' + coalesce(back.status, 'status not given') + ')'} END) AS offers
MATCH (:Bloc {id: 'rcep'})<-[:MEMBER_OF]-(seat:Country)
WITH offers, seat
MATCH (seat)<-[:BASED_IN*0..1]-(x)
WITH offers, seat, x
MATCH (x)-[r]->(c)
WHERE type(r) IN ['OFFERS', 'SEEKS', 'HAS_EXPERTISE_IN']
WITH offers, x, r, c, seat.id AS home
OPTIONAL MATCH (seeker)-[k]->(c) WHERE type(k) = 'SEEKS'
WITH offers, x, r, c, home, seeker ORDER BY c.id, seeker.name
WITH offers, x, r, c, home, [name IN collect(DISTINCT seeker.name) WHERE name <> x.name] AS sought_by
OPTIONAL MATCH (expert)-[:HAS_EXPERTISE_IN]->(c)
WITH offers, x, r, c, home, sought_by, expert ORDER BY c.id, expert.name
WITH offers, x, r, c, home, sought_by, [name IN collect(DISTINCT expert.name) WHERE name <> x.name] AS also_expert
OPTIONAL MATCH (c)-[:SERVES]->(s:Sector)
WITH offers, x, r, c, home, sought_by, also_expert, s ORDER BY c.id, s.name
WITH offers, x, r, c, home, sought_by, also_expert, collect(DISTINCT s.name) AS sectors
OPTIONAL MATCH (other:Country {id: CASE type(r) WHEN 'HAS_EXPERTISE_IN' THEN '' ELSE coalesce(r.to, '') END})
WITH x, type(r) AS does, r.status AS status, r.confidence AS confidence, r.evidence AS evidence, c, home, sought_by,
     also_expert, sectors, other, [o IN offers WHERE o.from = other.id AND o.to = home | o.text] AS in_return
WHERE home = $country OR other.id = $country OR (does = 'HAS_EXPERTISE_IN' AND other IS NULL)
RETURN x.name AS party,
       coalesce(x.name_th, x.name) AS party_th,
       CASE does WHEN 'OFFERS' THEN 'offers' WHEN 'SEEKS' THEN 'seeks' ELSE 'is expert in' END AS does,
       c.name AS capability,
       coalesce(c.name_th, c.name) AS capability_th,
       other.name AS to,
       status,
       confidence,
       sought_by,
       also_expert,
       in_return,
       sectors,
       coalesce(evidence, []) AS evidence,
       CASE WHEN size(sought_by) = 0 AND does <> 'SEEKS' THEN ['who seeks it: no source read says so'] ELSE [] END
         + CASE WHEN does = 'HAS_EXPERTISE_IN' THEN ['whether it is offered to anybody: it is only said to be there'] ELSE [] END
         + CASE WHEN does = 'OFFERS' AND size(in_return) = 0 THEN ['what is offered in return: no source read says so'] ELSE [] END
         AS unknowns
ORDER BY CASE does WHEN 'offers' THEN 0 WHEN 'seeks' THEN 1 ELSE 2 END, party, capability, to
