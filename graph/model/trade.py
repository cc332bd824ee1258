"""The kinds of edge that carry figures of trade and tariffs."""

from __future__ import annotations

from graph.kinds import Edge, Ref, key, prop
from graph.model.nodes import Agreement, Country, Product, Region
from graph.vocabulary import RateForm


class Exports(Edge, en="exports to", th="ส่งออกไปยัง", colour="#999933"):
    """What one state sent to another in a year; no value means no data, which is not zero. Units are never mixed."""

    source: Ref[Country]
    target: Ref[Country]
    product: str = key("Product id, TOTAL for all goods", "รหัสสินค้า")
    year: int = key("Year", "ปี")
    unit: str = key("Unit", "หน่วย")
    dataset: str = key("Dataset", "ชุดข้อมูล")
    reporter: str = key("Country that reported it", "ประเทศผู้รายงาน", default="")
    value: float | None = prop("Value, none where there is no data", "ค่า", default=None)
    agreement: str = prop("Trade agreement in force", "ความตกลงทางการค้าที่มีผล", default="")


class TradesIn(Edge, en="trades in", th="ผลิตและค้า", colour="#999933"):
    """A state's balance of one product in a year; a missing figure means no data, which is not zero."""

    source: Ref[Country | Region]
    target: Ref[Product]
    year: int = key("Year", "ปี")
    unit: str = key("Unit", "หน่วย")
    dataset: str = key("Dataset", "ชุดข้อมูล")
    production: float | None = prop("Production", "ผลผลิต", default=None)
    imports: float | None = prop("Imports", "นำเข้า", default=None)
    exports: float | None = prop("Exports", "ส่งออก", default=None)
    domestic_supply: float | None = prop("Domestic supply", "อุปทานในประเทศ", default=None)


class CutsTariffOn(Edge, en="cuts the tariff on", th="ลดภาษีนำเข้าสำหรับ", colour="#9b6a9e"):
    """A line of a tariff schedule: what the importer charges the partner, from the base rate on, year by year."""

    source: Ref[Agreement]
    target: Ref[Product]
    importer: str = key("Importing country id", "ประเทศผู้นำเข้า")
    partner: str = key("For goods of (country or group id)", "สำหรับสินค้าของ")
    line: str = key("Tariff line", "รหัสพิกัดของรายการ")
    description: str = prop("Wording of the line", "คำอธิบายรายการ", default="")
    base_rate: str = prop("Base rate as printed", "อัตราฐานตามแหล่งข้อมูล", default="")
    base_form: RateForm | None = prop("Form of the base rate", "รูปแบบของอัตราฐาน", default=None)
    base_share: float | None = prop("Base rate, share of value", "อัตราฐานตามราคา", default=None)
    base_amount: float | None = prop("Base rate, amount per unit", "อัตราฐานตามสภาพ", default=None)
    base_unit: str = prop("Unit of the amount", "หน่วยของอัตราตามสภาพ", default="")
    rates: tuple[str, ...] = prop("Rate by year as printed", "อัตรารายปีตามแหล่งข้อมูล", default=())
    forms: tuple[str, ...] = prop("Form of the rate by year", "รูปแบบของอัตรารายปี", default=())
    free_from: int | None = prop("Free from year (1 is the first)", "ปลอดภาษีตั้งแต่ปีที่", default=None)
