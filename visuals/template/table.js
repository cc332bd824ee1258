// The table of the same links: there without scripts, read by screen readers, filtered like the picture.

const HEADS = ["from", "to", "form", "status", "since", "sectors", "confidence", "source"];

function cellsOf(link) {
  const sources = new Set((link.e || []).map((id) => (evidence.get(id) || {}).source).filter(Boolean));
  return [
    nameOf(link.from), nameOf(link.to), link.f ? pick(forms.get(link.f)) : "", link.s ? statusName(link.s) : "", link.a || "",
    (link.t || []).map(pick).join(", "), pick(confidences.get(link.c)) || link.c || "", [...sources].join("; "),
  ];
}

function fillTable() {
  byId("rows").replaceChildren(...links.map((link) => make("tr", {}, ...cellsOf(link).map((cell, index) =>
    make("td", {}, index ? cell : make("button", { type: "button", onclick: () => openLink(link) }, cell))))));
  filterTable();
}

function openLink(link) {
  choose({ link: link.index });
  byId("panel").focus();
}

function filterTable() {
  const table = byId("table");
  if (!table.open) return;
  [...byId("rows").children].forEach((row, index) => { row.hidden = !linkVisible(links[index]); });
}

function startTable() {
  const table = byId("table");
  table.open = false;
  table.addEventListener("toggle", () => { if (table.open) fillTable(); });
}
