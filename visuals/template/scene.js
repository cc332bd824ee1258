// What is drawn: units (nodes, and groups folded into one) and lines (links, and bundles of them), as plain records
// that any renderer can draw. A bundle holds the links of one status between two units of which at least one is folded.

// The outermost folded group that holds a node, or null where it is drawn by itself.
const foldAround = (node) => (state.apart.has(node.id) ? null : node.path.find((id) => state.folded.has(id)) ?? null);
const unitKey = (node) => {
  const fold = foldAround(node);
  return fold === null ? node.id : folds.get(fold).head;
};
const scene = { units: new Map(), lines: new Map(), made: "", folds: "" };

// Well higher than wide, so that opening the panel seldom turns the picture.
const isTall = () => byId("canvas").clientHeight > 1.2 * byId("canvas").clientWidth;
let tall = false;
const regionsNow = () => (tall ? data.regions.tall : data.regions.wide);

// A place of the wide layout in the one that is used now, and back: pins hold in both.
const stretch = { x: 1, y: 1 };
function measureLayouts() {
  const reach = (name) => data.nodes.reduce((most, node) => Math.max(most, Math.abs(node[name])), 1);
  stretch.x = reach("u") / reach("x");
  stretch.y = reach("v") / reach("y");
  if (nested) grain = Math.max(1, reach("x") / 560);
}
const fromWide = ([x, y]) => (tall ? { x: x * stretch.x, y: y * stretch.y } : { x, y });
const toWide = ({ x, y }) => (tall ? [x / stretch.x, y / stretch.y] : [x, y]).map((value) => Math.round(value));

function placeOf(node) {
  const pin = state.pins.get(node.id);
  if (pin) return fromWide(pin);
  if (node.head || (nested && isHead(node) && foldAround(node) === node.leads)) return middleOf(node);
  return tall ? { x: node.u, y: node.v } : { x: node.x, y: node.y };
}

// A group without a node of its own stands in the middle of its region, else of its members.
function middleOf(head) {
  if (nested) {
    const [x, y] = circleOf(folds.get(head.leads));
    return { x, y };
  }
  const region = regionsNow().find(([code]) => code === head.g);
  if (region) return { x: region[1], y: region[2] };
  const members = membersOf.get(head.leads).map(placeOf);
  const mean = (name) => members.reduce((sum, at) => sum + at[name], 0) / (members.length || 1);
  return { x: mean("x"), y: mean("y") };
}

const foldRadius = (count) => Math.min(12 + 1.9 * Math.sqrt(count), 42);
const circleOf = (fold) => (tall ? fold.circles.tall : fold.circles.wide);
const radiusOf = (unit) => (unit.fold === null ? unit.node.r : nested ? circleOf(folds.get(unit.fold))[2] : foldRadius(unit.all));

// Bundles run from the end whose key sorts first, whatever the direction of their links.
const bundleId = (from, to, status) => JSON.stringify([from, to, status]);
const bundled = ([from, to, status]) => (scene.lines.get(bundleId(from, to, status)) || { links: [] }).links;

// Units and lines of the present folds; which of them are visible, how wide lines are and how they bow.
function arrange() {
  const made = JSON.stringify([[...state.folded], [...state.apart], state.day]);
  if (scene.made !== made) {
    scene.made = made;
    buildUnits();
    buildLines();
  }
  for (const unit of scene.units.values()) {
    unit.on = unit.members.some(nodeVisible);
    unit.n = 0;
  }
  for (const line of scene.lines.values()) {
    line.seen = line.links.filter(linkVisible);
    line.count = line.bundle ? distinct(line.seen) : line.seen.length;
    line.on = line.count > 0;
    const base = statuses.get(line.s)[4];
    line.width = line.bundle ? 0.62 * base * Math.sqrt(line.count) + 0.15 : base;
  }
  if (nested) narrow();
  for (const line of scene.lines.values()) {
    if (!line.on) continue;
    scene.units.get(line.from).n += line.count;
    if (line.to !== line.from) scene.units.get(line.to).n += line.count;
  }
  fanOut();
}

// In a large picture a bundle may hold thousands: the bundles of one pair make a ribbon, and the widest ribbon has one
// width whatever it holds. Each status has its share of it.
const RIBBON = 12;
function narrow() {
  const pairs = new Map();
  for (const line of scene.lines.values()) {
    if (!line.bundle) continue;
    const key = line.from + "\n" + line.to;
    if (!pairs.has(key)) pairs.set(key, { lines: [], count: 0 });
    pairs.get(key).lines.push(line);
    pairs.get(key).count += line.count;
  }
  const most = Math.max(40, ...[...pairs.values()].map((pair) => pair.count));
  for (const { lines, count } of pairs.values()) {
    const wide = 1 + RIBBON * Math.sqrt(count / most);
    for (const line of lines) Object.assign(line, { width: Math.max((wide * line.count) / (count || 1), 0.7), strength: Math.sqrt(count / most) });
  }
}

function buildUnits() {
  const units = new Map();
  for (const node of nodes.values()) {
    const fold = foldAround(node);
    const key = fold === null ? node.id : folds.get(fold).head;
    node.unit = key;
    let unit = units.get(key);
    if (!unit) {
      unit = { id: key, node: nodeAt(key), fold, members: [], all: 0 };
      units.set(key, unit);
    }
    unit.members.push(node);
  }
  scene.folds = [...units.keys()].join("\n");
  scene.units = units;
  const inside = new Map([...units.values()].filter((unit) => unit.fold !== null).map((unit) => [unit.id, new Set()]));
  for (const link of links) for (const { unit } of link.ends) if (inside.has(unit)) inside.get(unit).add(link.whole);
  for (const [key, some] of inside) units.get(key).all = some.size;
}

function buildLines() {
  const lines = new Map();
  const bundles = new Map();
  for (const link of links) {
    const [a, b] = link.ends.map((node) => node.unit);
    const folded = scene.units.get(a).fold !== null || scene.units.get(b).fold !== null;
    if (folded && a === b) continue; // both ends lie inside one fold
    if (!folded) {
      const id = String(link.index);
      lines.set(id, { id, from: a, to: b, s: link.s, links: [link], bundle: false, bend: link.b || 0 });
      continue;
    }
    const [from, to] = a < b ? [a, b] : [b, a];
    const name = from + "\n" + to + "\n" + link.s;
    let line = bundles.get(name);
    if (!line) {
      line = { id: bundleId(from, to, link.s), from, to, s: link.s, links: [], bundle: true, bend: 0 };
      bundles.set(name, line);
      lines.set(line.id, line);
    }
    line.links.push(link);
  }
  // the broken lines of what is not (or no longer) real lie above the many solid ones, thin ones above wide ones
  const dashed = (line) => statuses.get(line.s)[5].length;
  const order = new Map([...lines.values()].map((line) => [line, [-aside(line), dashed(line), -line.links.length]]));
  const before = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  scene.lines = new Map([...lines.values()].sort((a, b) => before(order.get(a), order.get(b))).map((line) => [line.id, line]));
}

// The bundles of one pair lie side by side, in the order of the statuses; a bend is a share of the length.
const BESIDE = nested ? 0.5 : 3.5;
let grain = 1; // units of the picture that are about a px when all of it is shown
function fanOut() {
  const pairs = new Map();
  for (const line of scene.lines.values()) {
    if (!line.bundle || !line.on) continue;
    const key = JSON.stringify([line.from, line.to]);
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(line);
  }
  for (const beside of pairs.values()) {
    beside.sort((a, b) => statusOrder.indexOf(a.s) - statusOrder.indexOf(b.s));
    const [from, to] = [beside[0].from, beside[0].to].map((key) => placeOf(nodeAt(key)));
    const long = Math.hypot(to.x - from.x, to.y - from.y) / (0.7 * grain) || 1;
    let reach = -(beside.reduce((sum, line) => sum + line.width, 0) + BESIDE * (beside.length - 1)) / 2;
    for (const line of beside) {
      line.bend = beside.length === 1 ? 0 : (2 * (reach + line.width / 2)) / long;
      reach += line.width + BESIDE;
    }
  }
}
const statusOrder = [...statuses.keys()];

// The rim of a kind that would be lost on the ground of the theme; empty where it stands out by itself.
const rimOf = (kind) => kind[state.theme === "dark" ? 5 : 4];
const RIM = 1.5; // its width, px

// How a unit looks now: what a renderer needs to draw it.
function unitLook(unit) {
  const { node } = unit;
  const kind = kindOf(node);
  const kept = focus();
  const faded = kept ? !unit.members.some((member) => kept.nodes.has(member.id)) && !kept.nodes.has(unit.id)
    : node.n > 0 && unit.fold === null && unit.n === 0;
  const chosen = Boolean(state.selected && state.selected.node === unit.id);
  const hollow = Boolean(node.m) && !unit.all;
  const rim = nested && unit.fold !== null ? "" : rimOf(kind);
  return {
    id: unit.id, ...placeOf(node), r: radiusOf(unit), shape: unit.fold === null ? kind[3] : "dot",
    fill: hollow ? palette.ground : nested && unit.fold !== null ? discFill(unit, faded) : kind[2],
    edge: nested && unit.fold !== null && !chosen ? discEdge(unit, faded) : chosen ? palette.ink : hollow ? palette.soft : rim || (unit.fold === null ? palette.ring : palette.halo),
    edgeWidth: chosen ? 3.5 : hollow ? 1.6 : rim ? RIM : 1,
    edgeDash: hollow ? [4, 3] : [],
    opacity: faded && !(nested && unit.fold !== null) ? 0.16 : 1,
    visible: unit.on, fold: unit.fold, pinned: state.pins.has(unit.id),
  };
}

const colourOf = (status) => statuses.get(status)[state.theme === "dark" ? 3 : 2];

// Where a home country is shown, the links between the others stand back until something is chosen.
const hasHome = data.nodes.some((node) => node.g === data.home);
const aside = (line) => hasHome && line.bundle && nodeAt(line.from).g !== data.home && nodeAt(line.to).g !== data.home;

function lineOpacity(line, kept, stands) {
  if (kept) return stands ? 1 : 0.05;
  if (line.strength !== undefined) return 0.08 + 0.77 * line.strength; // the many thin ties of a large picture stand back
  const strong = statuses.get(line.s)[5].length ? 1 : line.bundle ? Math.min(0.66 + 0.04 * line.count, 0.9) : scene.lines.size > 250 ? 0.45 : 0.66;
  return strong * (aside(line) ? 0.4 : 1);
}

function lineLook(line) {
  const status = statuses.get(line.s);
  const kept = focus();
  const stands = kept && line.seen.some((link) => kept.links.has(link.index));
  const dash = status[5].map((part) => part * Math.max(1, line.width / 3));
  return {
    id: line.id, from: line.from, to: line.to, bend: line.bend, count: line.count, status: line.s, bundle: line.bundle,
    width: line.width * (stands && !line.bundle ? 1.35 : 1), dash, mark: status[6], colour: colourOf(line.s),
    opacity: lineOpacity(line, kept, stands),
    visible: line.on,
  };
}

// What is drawn just now, for an export: visible units with place, radius, label and look, visible lines with
// their ends, bend, look and width, the regions behind them.
function sceneNow() {
  const units = [...scene.units.values()].filter((unit) => unit.on).map((unit) => ({
    ...unitLook(unit), label: pick(unit.node.l), kind: unit.node.k, group: unit.node.g, links: unit.n,
    count: unit.members.filter(nodeVisible).length,
  }));
  const lines = [...scene.lines.values()].filter((line) => line.on).map((line) => {
    const [a, b] = [line.from, line.to].map((key) => placeOf(nodeAt(key)));
    return { ...lineLook(line), x1: a.x, y1: a.y, x2: b.x, y2: b.y, ids: line.seen.map((link) => link.id), middle: alongLine(line, 0.5) };
  });
  const areas = areasNow().map(([heading, x, y, rx, ry, align]) => ({ label: pick(heading), x, y, rx, ry, align }));
  return { nodes: units, links: lines, regions: openRegions().map(([group, x, y, rx, ry]) => ({ group, x, y, rx, ry })), areas };
}

// The regions of groups that stand open.
function openRegions() {
  if (!nested) return regionsNow().filter(([code]) => !state.folded.has(code) && !state.hidden.g.has(code) && membersOf.get(code).some(nodeVisible));
  return [...folds.values()].filter((fold) => !fold.path.some((id) => state.folded.has(id)) && membersOf.get(fold.id).some(nodeVisible))
    .map((fold) => { const [x, y, r] = circleOf(fold); return [fold.id, x, y, r, r]; });
}

// The control point of a line, which is a quadratic curve: `bend` of the length beside the middle, to the right of the
// way from end to end (y grows downwards), as in the figure.
function controlOf(a, b, bend) {
  return { x: (a.x + b.x) / 2 - (b.y - a.y) * bend, y: (a.y + b.y) / 2 + (b.x - a.x) * bend };
}

function alongLine(line, share) {
  const [a, b] = [line.from, line.to].map((key) => placeOf(nodeAt(key)));
  const control = controlOf(a, b, line.bend);
  const rest = 1 - share;
  const at = (name) => rest * rest * a[name] + 2 * rest * share * control[name] + share * share * b[name];
  return { x: at("x"), y: at("y") };
}
