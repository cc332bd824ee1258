// The legend, which is also the filter: each entry shows how a thing looks, how many there are, and hides or shows it.

const FILTERS = [
  ["s", "status", statuses, (link) => link.s, links],
  ["k", "kind", kinds, (node) => node.k, data.nodes],
  ["g", "group", groups, (node) => node.g, data.nodes],
  ["f", "form", forms, (link) => link.f, links],
  ["r", "relation", relations, (link) => link.k, links],
  ["t", "sectors", sectors, sectorsOf, links],
];

function buildLegend() {
  const open = new Map([...document.querySelectorAll("#filters details")].map((d) => [d.dataset.filter, d.open]));
  const parts = FILTERS.filter(([, , all]) => all.size > 1 || all === statuses || all === kinds).map(
    ([key, name, all]) => {
      const entries = [...all.keys()].map((value) => entry(key, value, all.get(value)));
      return make("details", { open: open.size ? open.get(key) : key === "s" || key === "k", "data-filter": key },
        make("summary", {}, word(name)),
        make("div", { className: "sweep" },
          make("button", { type: "button", onclick: () => sweep(key, []) }, word("all")),
          make("button", { type: "button", onclick: () => sweep(key, [...all.keys()]) }, word("none"))),
        make("ul", {}, ...entries), ...notesOf(key));
    });
  byId("filters").replaceChildren(...parts);
  countedOn = null;
}

// What the width and strength of lines and the size of nodes say; each note stands only while there is something it is of.
const NOTES = {
  note_width: () => [...scene.lines.values()].some((line) => line.on && line.bundle),
  note_pale: () => !nested && [...scene.lines.values()].some((line) => line.on && aside(line)),
  shape_note: () => true,
  note_disc: () => nested && isFolded(),
  note_fold: () => !nested && isFolded(),
};
const isFolded = () => [...scene.units.values()].some((unit) => unit.on && unit.fold !== null && unit.members.length > 1);

function notesOf(key) {
  const names = key === "s" ? ["note_width", "note_pale"] : key === "k" ? ["shape_note", "note_disc", "note_fold"] : [];
  return names.map((name) => make("p", { className: "note", "data-note": name, hidden: !NOTES[name]() },
    name === "note_pale" ? filled(name, { home: pick(groups.get(data.home)) }) : word(name)));
}

function entry(key, value, look) {
  const box = make("input", { type: "checkbox", checked: !state.hidden[key].has(value), "data-value": value });
  box.addEventListener("change", () => {
    change(() => {
      if (box.checked) state.hidden[key].delete(value);
      else state.hidden[key].add(value);
    }, countNow);
  });
  const sign = key === "s" ? lineSign(look) : key === "k" ? nodeSign(look) : null;
  const all = FILTERS.find((filter) => filter[0] === key)[2];
  const only = make("button", { type: "button", className: "only", "aria-label": `${word("only")} ${pick(look)}`,
    onclick: () => sweep(key, [...all.keys()].filter((v) => v !== value)) }, word("only"));
  return make("li", {},
    make("label", {}, box, sign, make("span", { className: "name" }, pick(look)),
      make("span", { className: "number" })), only);
}

function sweep(key, hidden) {
  change(() => { state.hidden[key] = new Set(hidden); }, countNow);
}

const countNow = () => filled("shown", { links: distinct(links.filter(linkVisible)), all: distinct(links) });

// How many there are of each, whatever is switched off: of links those that had begun by the day, as they then were.
let countedOn = null;
function countEntries() {
  if (countedOn === state.day) return;
  countedOn = state.day;
  for (const [key, , , valueOf, records] of FILTERS) {
    const found = new Map();
    for (const record of records) {
      if (records === links && !record.begun) continue;
      for (const value of [valueOf(record)].flat()) {
        if (!found.has(value)) found.set(value, new Set());
        found.get(value).add(records === links ? record.whole : record.id);
      }
    }
    for (const box of document.querySelectorAll(`#filters details[data-filter=${key}] input`)) {
      const number = found.has(box.dataset.value) ? found.get(box.dataset.value).size : 0;
      box.closest("li").querySelector(".number").textContent = String(number);
    }
  }
}

// Boxes and the count as the state has them; the elements stay, so that the keyboard's place does.
function followLegend() {
  for (const box of document.querySelectorAll("#filters input")) {
    box.checked = !state.hidden[box.closest("details").dataset.filter].has(box.dataset.value);
  }
  for (const note of document.querySelectorAll("#filters [data-note]")) note.hidden = !NOTES[note.dataset.note]();
  countEntries();
  tell("count", countNow());
}

function lineSign(look) {
  const colour = state.theme === "dark" ? look[3] : look[2];
  const sign = draw("svg", { class: "sign", viewBox: "0 0 44 12", width: 44, height: 12, "aria-hidden": "true" },
    draw("line", { x1: 1, y1: 6, x2: 43, y2: 6, stroke: colour, "stroke-width": look[4] * 1.2, "stroke-dasharray": look[5].join(" ") || "none" }));
  const marks = { bar: "M22 2V10", cross: "M18 2L26 10M18 10L26 2", question: "M18.6 6a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0" };
  if (marks[look[6]]) sign.append(draw("path", { d: marks[look[6]], stroke: colour, "stroke-width": 1.6, fill: "none" }));
  return sign;
}

const SIGNS = {
  dot: "M7 1a6 6 0 1 0 .01 0z", square: "M1.5 1.5h11v11h-11z", diamond: "M7 0.5l6.5 6.5l-6.5 6.5l-6.5-6.5z",
  triangle: "M7 1l6.5 12h-13z", triangleDown: "M7 13l6.5-12h-13z", hexagon: "M3.7 1.3h6.6l3.3 5.7l-3.3 5.7h-6.6l-3.3-5.7z",
};

const nodeSign = (look) =>
  draw("svg", { class: "sign", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" },
    draw("path", { d: SIGNS[look[3]] || SIGNS.dot, fill: look[2], stroke: rimOf(look) || "none", "stroke-width": 1 }));
