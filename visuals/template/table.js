// The table of the same links: there without scripts, read by screen readers, filtered like the picture. Of very many
// links it holds the first that pass the filters, and says how many more there are.

const HEADS = ["from", "to", "form", "status", "since", "sectors", "confidence", "source"];
const MOST_ROWS = 1000;

function cellsOf(link) {
  const sources = new Set((link.e || []).map((id) => (evidence.get(id) || {}).source).filter(Boolean));
  return [
    nameOf(link.from), nameOf(link.to), link.f ? pick(forms.get(link.f)) : "", link.s ? statusName(link.s) : "", link.a || "",
    (link.t || []).map(pick).join(", "), pick(confidences.get(link.c)) || link.c || "", [...sources].join("; "),
  ];
}

const rowOf = (link) => make("tr", {}, ...cellsOf(link).map((cell, index) =>
  make("td", {}, index ? cell : make("button", { type: "button", onclick: () => openLink(link) }, cell))));

function fillTable() {
  if (links.length <= MOST_ROWS) byId("rows").replaceChildren(...links.map(rowOf));
  filterTable();
}

function openLink(link) {
  choose({ link: link.index });
  byId("panel").focus();
}

function filterTable() {
  const table = byId("table");
  if (!table.open) return;
  if (links.length <= MOST_ROWS) {
    [...byId("rows").children].forEach((row, index) => { row.hidden = !linkVisible(links[index]); });
    return;
  }
  const seen = links.filter(linkVisible);
  byId("rows").replaceChildren(...seen.slice(0, MOST_ROWS).map(rowOf));
  const more = seen.length - MOST_ROWS;
  byId("more_rows").hidden = more <= 0;
  byId("more_rows").textContent = more > 0 ? filled("more_rows", { count: more }) : "";
}

function startTable() {
  const table = byId("table");
  table.open = false;
  table.addEventListener("toggle", () => { if (table.open) fillTable(); });
}
