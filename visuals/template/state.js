// What the page knows: the data block as maps, the state of the view, and small makers of elements.
// Everything from the data reaches the page as text (textContent, canvas text), never as markup.

const data = document.getElementById("data").unpacked;
const mapOf = (object) => new Map(Object.entries(object));
const evidence = new Map(); // passages by id; unpacked once the picture is on the screen
const kinds = mapOf(data.kinds);
const relations = mapOf(data.relations);
const statuses = mapOf(data.statuses);
const forms = mapOf(data.forms);
const confidences = mapOf(data.confidences);
const groups = mapOf(data.groups);
const words = mapOf(data.words);
const sectors = new Map(); // English name to both names, the most frequent first
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const links = data.links;
const linksOf = new Map(data.nodes.map((node) => [node.id, []]));
const wholes = new Map();
links.forEach((link, index) => {
  link.index = index;
  link.ends = [nodes.get(link.from), nodes.get(link.to)];
  // lines of one kind and id are one link between more than two: they share a number
  const name = link.k + "|" + link.id;
  if (!wholes.has(name)) wholes.set(name, []);
  link.whole = wholes.size - 1;
  wholes.get(name).push(link);
  if (wholes.get(name).length > 1) for (const one of wholes.get(name)) Object.assign(one, { whole: wholes.get(name)[0].whole, shared: true });
  link.told = link.s || "";
  link.s = link.told;
  link.f = link.f || "";
  linksOf.get(link.from).push(link);
  if (link.to !== link.from) linksOf.get(link.to).push(link);
});
for (const node of nodes.values()) {
  node.n = node.n || 0;
  node.g = groups.has(node.g || "") ? node.g || "" : "";
}

function findSectors() {
  const found = new Map();
  for (const link of links) {
    for (const pair of link.t && link.t.length ? link.t : [null]) {
      const key = pair ? pair[0] : "";
      if (!found.has(key)) found.set(key, { pair: pair || words.get("no_sector"), ids: new Set() });
      found.get(key).ids.add(link.whole);
    }
  }
  const order = [...found].sort(([a, x], [b, y]) => (a === "") - (b === "") || y.ids.size - x.ids.size || (a < b ? -1 : 1));
  for (const [key, { pair }] of order) sectors.set(key, pair);
}
findSectors();

// The whole view of the reader, and nothing else: the drawing, the address and undo all follow from it.
// Everything that changes it goes through change() in history.js.
const state = {
  language: data.language,
  theme: "light",
  themeChosen: false, // whether the reader chose the theme, or the system did
  selected: null, // {node: key}, {link: index} or {bundle: [key, key, status]}
  begun: false, // whether the first picture is on the screen
  hoveredLine: null, // id of a line
  hovered: null, // key of a unit, never part of an address
  hidden: { s: new Set(), k: new Set(), g: new Set(), f: new Set(), r: new Set(), t: new Set() }, // switched off in the legend
  folded: new Set(), // ids of groups drawn as one, unless they lie in one that is
  apart: new Set(), // keys of nodes drawn by themselves although their group is folded
  gone: new Set(), // keys of nodes that the reader hid
  pins: new Map(), // key to [x, y]: places the reader gave, in the wide layout
  steps: 1, // how far around the chosen node things stand out
  only: null, // {node: key, steps: 1 to 3}: nothing else is drawn
  also: new Set(), // keys whose neighbours are drawn too although they lie outside `only`
  path: null, // [key, key]
  day: "", // "2020-06-30": links as they were on that day; empty for the day of the data
};
const FILTER_KEYS = Object.keys(state.hidden);

const byId = (id) => document.getElementById(id);
const pick = (pair) => {
  if (!pair) return "";
  return state.language === "th" ? pair[1] || pair[0] : pair[0] || pair[1] || "";
};
const other = (pair) => {
  const second = state.language === "th" ? pair[0] : pair[1];
  return second && second !== pick(pair) ? second : "";
};
const word = (name) => pick(words.get(name));
const filled = (name, values) => word(name).replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const nameOf = (key) => pick(nodeAt(key).l);
// A name on a button or in a line of words: a very long one is cut.
const briefly = (text) => (text.length > 60 ? [...text].slice(0, 56).join("") + "…" : text);
const statusName = (status) => pick(statuses.get(status)) || status;

// Text is written only where it is another one: writing it lays the page out anew.
function tell(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "role") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// An address becomes a link only when it is a plain web address; anything else stays text.
function webAddress(text) {
  if (!/^https?:\/\//i.test(text || "")) return null;
  try {
    const url = new URL(text);
    return (url.protocol === "http:" || url.protocol === "https:") && !url.username ? url.href : null;
  } catch {
    return null;
  }
}

const nodeVisible = (node) => node.on;
const linkVisible = (link) => link.on;

// What can be folded into one: the countries, or in a large picture groups within groups, each with its circle.
const nested = data.folds.length > 0;
const folds = new Map();
for (const [id, around_, label, code, wide, tall_] of data.folds) {
  folds.set(id, { id, label, code, around: around_ || null, circles: { wide, tall: tall_ }, path: [...(around_ ? folds.get(around_).path : []), id] });
}
if (!nested) for (const [code, label] of groups) folds.set(code, { id: code, label, code, around: null, path: [code] });
const foldIds = [...folds.keys()];
// What a view arranged in boxes stands for something: folding a part of it would break that, so nothing folds there.
const foldable = nested || !data.areas.wide.length || data.opening.fold.length > 0;
for (const node of nodes.values()) node.path = nested ? folds.get(foldIds[node.q || 0]).path : folds.has(node.g) ? [node.g] : [];

// The node of a country stands for all of its bodies, where the picture names the countries of bodies. A group
// without a node of its own gets one that is drawn only while the group is folded.
for (const fold of folds.values()) {
  const own = fold.around === null && fold.code !== "" ? "Country:" + fold.code : "";
  fold.head = nodes.has(own) && nodes.get(own).path[0] === fold.id ? own : "group:" + fold.id;
}
const headKey = (id) => (folds.has(id) ? folds.get(id).head : "Country:" + id);
const heads = new Map();
for (const fold of folds.values()) {
  if (!nodes.has(fold.head)) heads.set(fold.head, { id: fold.head, k: "", g: fold.code, l: fold.label, head: true, n: 0, on: true, path: fold.path });
}
const nodeAt = (key) => nodes.get(key) || heads.get(key);
for (const fold of folds.values()) nodeAt(fold.head).leads = fold.id; // the group that a node stands for
const isHead = (node) => node.leads !== undefined;
const PLAIN_KIND = ["Group", "กลุ่ม", "#66727e", "dot", "", ""];
const kindOf = (node) => kinds.get(node.k) || PLAIN_KIND;
const membersOf = new Map(foldIds.map((id) => [id, []]));
for (const node of nodes.values()) for (const id of node.path) membersOf.get(id).push(node);

const touches = (link, id) => link.ends.some((node) => node.path.includes(id));
const linksAt = (node) => (isHead(node) ? links.filter((link) => touches(link, node.leads)) : linksOf.get(node.id));
const sectorsOf = (link) => (link.t && link.t.length ? link.t.map((pair) => pair[0]) : [""]);

const distinct = (some) => {
  const shared = some.filter((link) => link.shared);
  return some.length - shared.length + new Set(shared.map((link) => link.whole)).size;
};

// How many of the visible links touch each group, by status.
function totals() {
  const found = new Map(foldIds.map((id) => [id, new Map()]));
  const seen = new Set();
  for (const link of links) {
    if (!linkVisible(link)) continue;
    const [from, to] = link.ends;
    for (const id of from === to ? from.path : [...from.path, ...to.path.filter((one) => !from.path.includes(one))]) {
      if (link.shared) {
        const once = id + "|" + link.whole;
        if (seen.has(once)) continue;
        seen.add(once);
      }
      const count = found.get(id);
      count.set(link.s, (count.get(link.s) || 0) + 1);
    }
  }
  return found;
}

// Nodes to so many steps from one, over the links that pass; a head starts from all bodies of its group.
function within(key, steps, passes) {
  const start = nodeAt(key);
  const found = { nodes: new Set([key]), links: new Set() };
  let rim = isHead(start) ? membersOf.get(start.leads).map((node) => node.id) : [key];
  const met = new Set(rim);
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const at of rim) {
      for (const link of linksOf.get(at)) {
        if (!passes(link)) continue;
        found.links.add(link.index);
        for (const end of [link.from, link.to]) {
          found.nodes.add(end);
          if (!met.has(end)) { met.add(end); next.push(end); }
        }
      }
    }
    rim = next;
  }
  return found;
}

// What stands out: the path, the chosen node with its neighbourhood, or the chosen links with their ends; else null.
let standing = null;
const focus = () => standing;

function findStanding() {
  if (state.path) return pathNow().kept;
  if (!state.selected) return null;
  if ("node" in state.selected) return within(state.selected.node, state.steps, linkVisible);
  const chosen = "link" in state.selected ? [links[state.selected.link]] : bundled(state.selected.bundle).filter(linkVisible);
  const kept = { nodes: new Set(), links: new Set() };
  for (const link of chosen) {
    kept.links.add(link.index);
    kept.nodes.add(link.from).add(link.to);
  }
  return kept;
}

// Bring what follows from the state up to date: what each link is on the day, what is visible, what stands out.
function settle() {
  for (const link of links) {
    link.s = statusOn(link, state.day);
    link.begun = begunBy(link, state.day);
    link.passes = link.begun && !state.hidden.s.has(link.s) && !state.hidden.f.has(link.f) && !state.hidden.r.has(link.k) &&
      (!state.hidden.t.size || sectorsOf(link).some((sector) => !state.hidden.t.has(sector)));
  }
  for (const node of nodes.values()) node.on = !state.hidden.k.has(node.k) && !state.hidden.g.has(node.g) && !state.gone.has(node.id);
  if (state.only) {
    const open = (link) => link.passes && nodes.get(link.from).on && nodes.get(link.to).on;
    const near = within(state.only.node, state.only.steps, open).nodes;
    for (const key of state.also) for (const other of within(key, 1, open).nodes) near.add(other);
    for (const node of nodes.values()) node.on = node.on && near.has(node.id);
  }
  for (const link of links) link.on = link.passes && link.ends[0].on && link.ends[1].on;
  arrange();
  standing = findStanding();
  counts = totals();
}
let counts = new Map();
