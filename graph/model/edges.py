"""Every kind of edge; the annotations of `source` and `target` say what it may join."""

from __future__ import annotations

from graph.dates import PartialDate
from graph.kinds import Edge, Node, Ref, key, prop
from graph.model.nodes import (
    Activity,
    Agency,
    Agreement,
    Bloc,
    Capability,
    Country,
    Enquiry,
    Event,
    Evidence,
    Firm,
    Group,
    Observation,
    Partnership,
    Person,
    Product,
    Programme,
    Sector,
    Source,
)
from graph.vocabulary import Form, Role

Party = Country | Bloc | Agency | Firm


class PartOf(Edge, en="is part of", th="เป็นส่วนหนึ่งของ"):
    """A branch of a tree and what it hangs on: agencies, sectors, products, activities, programmes, groups."""

    source: Ref[Agency | Sector | Product | Activity | Programme | Group]
    target: Ref[Agency | Sector | Product | Activity | Programme | Group]


class MemberOf(Edge, en="is a member of", th="เป็นสมาชิกของ"):
    """A state, or a smaller group of states, and a group it belongs to."""

    source: Ref[Country | Bloc]
    target: Ref[Bloc]


class PartyTo(Edge, en="is a party to", th="เป็นภาคีของ"):
    """A state or group of states and an agreement that binds it."""

    source: Ref[Country | Bloc]
    target: Ref[Agreement]
    signed: PartialDate | None = prop("Signed", "ลงนามเมื่อ", default=None)
    ratified: PartialDate | None = prop("Ratified", "ให้สัตยาบันเมื่อ", default=None)
    acceded: PartialDate | None = prop("Acceded", "ภาคยานุวัติเมื่อ", default=None)
    in_force: PartialDate | None = prop("In force since", "มีผลบังคับใช้ตั้งแต่", default=None)
    until: PartialDate | None = prop("Until", "ถึง", default=None)


class BasedIn(Edge, en="is based in", th="ตั้งอยู่ใน"):
    """An agency or firm and the state it belongs to; an embassy belongs to the state that sends it."""

    source: Ref[Agency | Firm]
    target: Ref[Country]


class HoldsPost(Edge, en="holds a post at", th="ดำรงตำแหน่งที่"):
    """A person and the agency whose post the person holds."""

    source: Ref[Person]
    target: Ref[Agency]
    post: str = key("Title as printed", "ตำแหน่งตามแหล่งข้อมูล", default="")


class OperatesIn(Edge, en="operates in", th="ดำเนินธุรกิจใน"):
    """A firm and a sector it works in."""

    source: Ref[Firm]
    target: Ref[Sector]


class FallsIn(Edge, en="falls in", th="จัดอยู่ใน"):
    """A product or activity and the policy sector it belongs to."""

    source: Ref[Product | Activity]
    target: Ref[Sector]


class ProducedBy(Edge, en="is produced by", th="ผลิตโดยกิจกรรม"):
    """A product and a candidate for the activity that makes it; many to many."""

    source: Ref[Product]
    target: Ref[Activity]


class Runs(Edge, en="runs", th="ดำเนินการ", colour="#cc79a7"):
    """An agency and a programme it runs or promotes."""

    source: Ref[Agency]
    target: Ref[Programme]


class Covers(Edge, en="covers", th="ครอบคลุม", colour="#cc79a7"):
    """A programme and a state, group of states or agreement it reaches; status says whether it does so yet."""

    source: Ref[Programme]
    target: Ref[Country | Bloc | Agreement]


class Serves(Edge, en="serves", th="สนับสนุนสาขา"):
    """A partnership, programme or capability and a sector it is meant for."""

    source: Ref[Partnership | Programme | Capability]
    target: Ref[Sector]
    scope: str = prop("Scope", "ขอบเขต", default="")


class Joins(Edge, en="joins", th="เข้าร่วม"):
    """A party and a partnership; a country where a firm invests is its place, not a signatory."""

    source: Ref[Party]
    target: Ref[Partnership]
    role: Role = prop("Role", "บทบาท", default=Role.PARTY)
    named_as: str = prop("Name as printed", "ชื่อตามแหล่งข้อมูล", default="")
    side: int | None = prop("Order in which the source names it", "ลำดับที่แหล่งข้อมูลระบุ", default=None)


class Under(Edge, en="is under", th="ภายใต้"):
    """A partnership and the programme or agreement it belongs to."""

    source: Ref[Partnership]
    target: Ref[Programme | Agreement]


class Offers(Edge, en="offers", th="เสนอ"):
    """A party and a capability it offers, and to whom."""

    source: Ref[Country | Agency]
    target: Ref[Capability]
    to: str = key("Offered to (country id)", "เสนอแก่", default="")


class Seeks(Edge, en="seeks", th="ต้องการ"):
    """A party and a capability it seeks, and from whom."""

    source: Ref[Country | Agency]
    target: Ref[Capability]
    to: str = key("Sought from (country id)", "ต้องการจาก", default="")


class HasExpertiseIn(Edge, en="has expertise in", th="เชี่ยวชาญด้าน"):
    """A party and a capability it is said to have, whether or not it offers it."""

    source: Ref[Country | Agency | Firm]
    target: Ref[Capability]


class TookPartIn(Edge, en="took part in", th="มีส่วนร่วมใน"):
    """Somebody and an event or programme they took part in."""

    source: Ref[Person | Agency | Firm | Country | Group]
    target: Ref[Event | Programme]


class HeldIn(Edge, en="was held in", th="จัดขึ้นใน"):
    """An event and the state where it took place."""

    source: Ref[Event]
    target: Ref[Country]


class About(Edge, en="is about", th="เกี่ยวกับ"):
    """An event or enquiry and what it concerns; an enquiry names its subject, its partner and a sector."""

    source: Ref[Event | Enquiry]
    target: Ref[Country | Agency | Sector | Programme | Partnership | Capability]
    role: str = key("Role", "บทบาท", default="")


class TurnedUp(Edge, en="turned up", th="ค้นพบ"):
    """An enquiry and a partnership it found."""

    source: Ref[Enquiry]
    target: Ref[Partnership]


class Measures(Edge, en="measures", th="วัด"):
    """A reported figure and what it is about."""

    source: Ref[Observation]
    target: Ref[Programme | Partnership | Sector | Country | Bloc | Capability]


class Uses(Edge, en="uses", th="ใช้"):
    """A programme or sector and the capability or platform it draws on."""

    source: Ref[Programme | Sector]
    target: Ref[Capability | Programme]


class Benefits(Edge, en="benefits", th="เป็นประโยชน์ต่อ"):
    """A programme and whom it is said or hoped to help."""

    source: Ref[Programme]
    target: Ref[Sector | Group | Country]
    also: str = prop("Also named", "ระบุเพิ่มเติม", default="")


class Targets(Edge, en="is aimed at", th="มุ่งเป้าที่"):
    """A programme and the group it is made for."""

    source: Ref[Programme]
    target: Ref[Group]


class AffectedBy(Edge, en="was affected by", th="ได้รับผลกระทบจาก"):
    """A group and an event that hit it."""

    source: Ref[Group]
    target: Ref[Event]


class UpgradesTo(Edge, en="is to be upgraded to", th="ยกระดับสู่"):
    """A sector and the sector it is meant to become."""

    source: Ref[Sector]
    target: Ref[Sector]


class BasedOn(Edge, en="is based on", th="ตั้งอยู่บนพื้นฐานของ"):
    """A model and the idea it follows."""

    source: Ref[Capability]
    target: Ref[Capability]


class NamedIn(Edge, en="is named in", th="ปรากฏชื่อใน"):
    """Anything and a piece of evidence that names it, with the name as printed."""

    source: Ref[Node]
    target: Ref[Evidence]
    named_as: str = prop("Name as printed", "ชื่อตามแหล่งข้อมูล", default="")
    source_id: str = prop("Id in the source file", "รหัสในไฟล์แหล่งข้อมูล", default="")


class EvidencedBy(Edge, en="is evidenced by", th="มีหลักฐานคือ"):
    """A partnership, programme, figure or enquiry and what supports it."""

    source: Ref[Partnership | Programme | Observation | Enquiry]
    target: Ref[Evidence]


class ReadIn(Edge, en="was read in", th="อ่านจาก"):
    """A piece of evidence and the source it stands in."""

    source: Ref[Evidence]
    target: Ref[Source]


class PartnersWith(Edge, en="partners with", th="เป็นพันธมิตรกับ", colour="#d55e00", partnership=True, derived=True):
    """The short way between two parties of one partnership. Derived from JOINS, never written by a loader."""

    source: Ref[Party]
    target: Ref[Party]
    partnership: str = key("Partnership id", "รหัสความร่วมมือ")
    name: str = prop("What it is", "ชื่อความร่วมมือ", default="")
    form: Form | None = prop("Form", "รูปแบบ", default=None)
    since: PartialDate | None = prop("Since", "ตั้งแต่", default=None)
    until: PartialDate | None = prop("Until", "ถึง", default=None)
    sectors: tuple[str, ...] = prop("Sector ids", "รหัสสาขา", default=())
    countries: tuple[str, ...] = prop("Countries", "ประเทศ", default=())

    @property
    def id(self) -> str:
        """The partnership's id: two partnerships of the same two parties are two edges."""
        return self.partnership

    @property
    def place(self) -> str:
        """The id with both ends: a partnership of three is three edges."""
        return f"{self.source}|{self.target}|{self.partnership}"
