// The drawing: vis-network with positions given and physics off; countries as soft regions behind, marks on lines.

let network = null;
let drawnNodes = null;
let drawnLinks = null;
let palette = {};
let counts = totals();
const lastLook = new Map();

const isTall = () => byId("canvas").clientHeight > byId("canvas").clientWidth;
let tall = false;
const placeOf = (node) => (tall ? { x: node.u, y: node.v } : { x: node.x, y: node.y });
const regionsNow = () => (tall ? data.regions.tall : data.regions.wide);

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ground", "region", "region-edge", "ink", "soft", "halo", "accent", "ring"]) {
    palette[name] = style.getPropertyValue("--" + name).trim();
  }
}

const colourOf = (link) => {
  const status = statuses.get(link.s);
  return state.theme === "dark" ? status[3] : status[2];
};

function nodeLook(node, kept, alive) {
  const colour = kinds.get(node.k)[2];
  const faded = kept ? !kept.nodes.has(node.id) : node.n > 0 && !alive.has(node.id);
  const chosen = state.selected && state.selected.node === node.id;
  return {
    id: node.id,
    hidden: !nodeVisible(node),
    opacity: faded ? 0.16 : 1,
    borderWidth: chosen ? 3.5 : node.m ? 1.6 : 1,
    color: {
      background: node.m ? palette.ground : colour,
      border: chosen ? palette.ink : node.m ? palette.soft : palette.ring,
    },
    shapeProperties: { borderDashes: node.m ? [4, 3] : false },
  };
}

function linkLook(link, kept) {
  const line = statuses.get(link.s);
  const faded = kept && !kept.links.has(link.index);
  return {
    id: link.index,
    hidden: !linkVisible(link),
    width: line[4] * (kept && !faded ? 1.35 : 1),
    dashes: line[5].length ? line[5] : false,
    color: { color: colourOf(link), hover: colourOf(link), opacity: faded ? 0.05 : kept ? 1 : line[5].length ? 0.8 : 0.42 },
  };
}

function changed(looks) {
  return looks.filter((look) => {
    const now = JSON.stringify(look);
    const key = typeof look.id + look.id;
    if (lastLook.get(key) === now) return false;
    lastLook.set(key, now);
    return true;
  });
}

// Bring the drawing in line with the state; only what looks different is touched.
function refresh() {
  const kept = focus();
  const alive = new Set();
  for (const link of links) if (linkVisible(link)) alive.add(link.from).add(link.to);
  drawnNodes.update(changed([...nodes.values()].map((node) => nodeLook(node, kept, alive))));
  drawnLinks.update(changed(links.map((link) => linkLook(link, kept))));
  orderLabels(kept, alive);
  counts = totals();
  network.redraw();
}

function startCanvas() {
  readPalette();
  tall = isTall();
  const alive = new Set(links.flatMap((link) => [link.from, link.to]));
  drawnNodes = new vis.DataSet([...nodes.values()].map((node) => ({
    ...placeOf(node), size: node.r, shape: kinds.get(node.k)[3], ...nodeLook(node, null, alive),
  })));
  // the broken lines of what is not (or no longer) real lie above the many solid ones
  const above = [...links].sort((a, b) => statuses.get(a.s)[5].length - statuses.get(b.s)[5].length || a.index - b.index);
  drawnLinks = new vis.DataSet(above.map((link) => ({
    from: link.from, to: link.to, ...linkLook(link, null),
    smooth: link.b ? { enabled: true, type: link.b > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(link.b) } : false,
  })));
  orderLabels(null, alive);
  network = new vis.Network(byId("canvas"), { nodes: drawnNodes, edges: drawnLinks }, data.options);
  network.on("beforeDrawing", drawRegions);
  network.on("afterDrawing", (context) => { drawMarks(context); drawLabels(context); });
  network.on("click", (event) => {
    if (event.nodes.length) select({ node: event.nodes[0] });
    else if (event.edges.length) select({ link: event.edges[0] });
    else select(headAt(event.pointer.DOM));
  });
  network.on("hoverNode", (event) => { state.hovered = event.node; byId("canvas").classList.add("over"); network.redraw(); });
  network.on("blurNode", () => { state.hovered = null; byId("canvas").classList.remove("over"); network.redraw(); });
  network.on("hoverEdge", (event) => { byId("canvas").classList.add("over"); showTip(event); });
  network.on("blurEdge", () => { byId("canvas").classList.remove("over"); byId("tip").hidden = true; });
  network.on("zoom", () => { byId("tip").hidden = true; fitted = false; });
  network.on("dragEnd", () => { fitted = false; });
  network.on("resize", () => {
    if (isTall() !== tall) turn();
    else if (fitted) fit();
  });
  fit();
}

// A frame that became tall (or wide) gets the places made for it.
function turn() {
  tall = isTall();
  drawnNodes.update([...nodes.values()].map((node) => ({ id: node.id, ...placeOf(node) })));
  fit();
}

// The smallest frame around nodes and regions, each a middle with half axes.
function around(discs) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y, rx, ry] of discs) {
    box.left = Math.min(box.left, x - rx);
    box.right = Math.max(box.right, x + rx);
    box.top = Math.min(box.top, y - ry);
    box.bottom = Math.max(box.bottom, y + ry);
  }
  return box;
}

const discOf = (node) => [placeOf(node).x, placeOf(node).y, node.r, node.r];
let fitted = true; // whether the reader has left the frame to us

// The whole picture in the frame, with room for the names of the countries at the rim.
function fit() {
  if (nodes.size) bringIn(around([...nodes.values()].map(discOf).concat(regionsNow().map((region) => region.slice(1)), areaDiscs())), 2.5, 0);
  fitted = true;
}

// What is chosen, with its neighbours, in the part of the frame that the panel leaves.
function lookAtChosen() {
  const kept = focus();
  if (!kept) return;
  bringIn(around([...kept.nodes].map((key) => discOf(nodes.get(key)))), 1.5, covered());
  fitted = false;
}

// On a small screen the panel lies over the lower part of the picture; what is shown goes above it.
function covered() {
  const panel = byId("panel");
  if (panel.hidden || getComputedStyle(panel).position !== "fixed") return 0;
  const frame = byId("canvas").getBoundingClientRect();
  return Math.max(0, Math.min(frame.bottom - panel.getBoundingClientRect().top, frame.height - 120));
}

function bringIn(box, most, hidden) {
  const frame = byId("canvas");
  const high = frame.clientHeight - hidden;
  const rims = hidden ? HEAD : 2 * HEAD;
  const scale = Math.min(
    frame.clientWidth / (box.right - box.left + 16), Math.max(high - rims, 60) / (box.bottom - box.top + 16), most);
  const middle = (box.top + box.bottom) / 2 + hidden / 2 / scale;
  network.moveTo({ position: { x: (box.left + box.right) / 2, y: middle }, scale, animation: false });
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(12, Math.max(0.05, network.getScale() * factor)), animation: false });
  fitted = false;
}

function drawRegions(context) {
  context.save();
  drawAreas(context);
  for (const [code, x, y, rx, ry] of regionsNow()) {
    if (state.hidden.g.has(code)) continue;
    context.beginPath();
    context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    context.fillStyle = palette.region;
    context.fill();
    context.lineWidth = 1 / network.getScale();
    context.strokeStyle = palette["region-edge"];
    context.stroke();
  }
  context.restore();
}

// What is failed, completed or disputed also has a mark on the middle of its line, so that no colour is needed.
function drawMarks(context) {
  const kept = focus();
  context.save();
  context.lineWidth = 1.6;
  for (const link of links) {
    const mark = statuses.get(link.s)[6];
    if (!mark || !linkVisible(link) || (kept && !kept.links.has(link.index))) continue;
    const edge = network.body.edges[link.index];
    if (!edge || !edge.edgeType || link.from === link.to) continue;
    const middle = edge.edgeType.getPoint(0.5);
    const before = edge.edgeType.getPoint(0.45);
    const angle = Math.atan2(middle.y - before.y, middle.x - before.x);
    context.save();
    context.translate(middle.x, middle.y);
    context.rotate(angle);
    context.strokeStyle = colourOf(link);
    context.beginPath();
    if (mark === "bar") { context.moveTo(0, -4); context.lineTo(0, 4); }
    if (mark === "cross") { context.moveTo(-4, -4); context.lineTo(4, 4); context.moveTo(-4, 4); context.lineTo(4, -4); }
    if (mark === "question") { context.arc(0, 0, 3.4, 0, 2 * Math.PI); }
    context.stroke();
    context.restore();
  }
  context.restore();
}

function showTip(event) {
  const link = links[event.edge];
  const tip = byId("tip");
  tip.textContent = `${nameOf(link.from)} — ${nameOf(link.to)} · ${statusName(link.s)}${link.a ? " · " + link.a : ""}`;
  const at = event.pointer ? event.pointer.DOM : { x: 0, y: 0 };
  tip.hidden = false;
  const frame = byId("canvas");
  tip.style.left = Math.max(4, Math.min(at.x + 14, frame.clientWidth - tip.offsetWidth - 4)) + "px";
  tip.style.top = Math.max(4, at.y - tip.offsetHeight - 10) + "px";
}
