// What the page knows: the data block as maps, the state of the view, and small makers of elements.
// Everything from the data reaches the page as text (textContent, canvas text), never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const mapOf = (object) => new Map(Object.entries(object));
const evidence = mapOf(data.evidence);
const kinds = mapOf(data.kinds);
const relations = mapOf(data.relations);
const statuses = mapOf(data.statuses);
const forms = mapOf(data.forms);
const confidences = mapOf(data.confidences);
const groups = mapOf(data.groups);
const words = mapOf(data.words);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const links = data.links;
const linksOf = new Map(data.nodes.map((node) => [node.id, []]));
links.forEach((link, index) => {
  link.index = index;
  link.s = link.s || "";
  link.f = link.f || "";
  linksOf.get(link.from).push(link);
  if (link.to !== link.from) linksOf.get(link.to).push(link);
});
for (const node of nodes.values()) {
  node.n = node.n || 0;
  node.g = groups.has(node.g || "") ? node.g || "" : "";
}

const state = {
  language: data.language,
  theme: "light",
  selected: null, // {node: key} or {link: index}
  hovered: null, // key of a node
  hidden: { s: new Set(), k: new Set(), g: new Set(), f: new Set(), r: new Set() },
};

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
const nameOf = (key) => pick(nodes.get(key).l);
const statusName = (status) => pick(statuses.get(status)) || status;

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

const linkVisible = (link) =>
  !state.hidden.s.has(link.s) && !state.hidden.f.has(link.f) && !state.hidden.r.has(link.k) &&
  nodeVisible(nodes.get(link.from)) && nodeVisible(nodes.get(link.to));
const nodeVisible = (node) => !state.hidden.k.has(node.k) && !state.hidden.g.has(node.g);

// The node of a country stands for all of its bodies, where the picture names the countries of bodies.
const isHead = (node) => node.k === "Country" && node.g !== "" && node.id === "Country:" + node.g;
const touches = (link, group) => nodes.get(link.from).g === group || nodes.get(link.to).g === group;
const linksAt = (node) => (isHead(node) ? links.filter((link) => touches(link, node.g)) : linksOf.get(node.id));

// Lines of one kind and id are one link between more than two.
const whole = (link) => link.k + "|" + link.id;
const distinct = (some) => new Set(some.map(whole)).size;

// How many of the visible links touch each country, by status.
function totals() {
  const counts = new Map([...groups.keys()].map((code) => [code, new Map()]));
  const seen = new Set();
  for (const link of links) {
    if (!linkVisible(link)) continue;
    for (const code of new Set([nodes.get(link.from).g, nodes.get(link.to).g])) {
      const count = counts.get(code);
      const once = code + "|" + whole(link);
      if (count && !seen.has(once)) count.set(link.s, (count.get(link.s) || 0) + 1);
      seen.add(once);
    }
  }
  return counts;
}

// What stands out: the chosen node with its neighbours, or the chosen link with its ends; null when nothing is chosen.
function focus() {
  if (!state.selected) return null;
  const kept = { nodes: new Set(), links: new Set() };
  const chosen = "link" in state.selected
    ? [links[state.selected.link]]
    : linksAt(nodes.get(state.selected.node)).filter(linkVisible);
  if ("node" in state.selected) kept.nodes.add(state.selected.node);
  for (const link of chosen) {
    kept.links.add(link.index);
    kept.nodes.add(link.from).add(link.to);
  }
  return kept;
}
