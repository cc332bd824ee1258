// The stage: what surrounds the renderer's drawing and knows no renderer. Colours of the theme, the part of the
// picture that is shown, regions and marks, the tip, and what taps and drags mean.

const palette = {};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ground", "region", "region-edge", "ink", "soft", "halo", "accent", "ring"]) {
    palette[name] = style.getPropertyValue("--" + name).trim();
  }
}

const scaleNow = () => renderer.looking().scale;
const onScreen = (node) => renderer.toScreen(placeOf(node));

function refresh() {
  orderLabels();
  if (renderer) renderer.draw();
}

// The first drawing: the panel first, since it changes the size of the picture.
function startStage() {
  measureLayouts();
  settle();
  showPanel();
  tall = isTall();
  if (tall) settle();
  orderLabels();
  // a tap opens the panel under the finger: the click that browsers make of a touch must not fall on it
  if (!nested) byId("canvas").addEventListener("touchend", (event) => { if (event.cancelable) event.preventDefault(); });
  renderer = nested ? surface() : visCanvas();
  renderer.start(byId("canvas"), { tap, doubleTap, over, dragged, dropped, moved, resized });
}

// Of two taps in one place the first opens the panel, which moves the picture: the second is for what the first hit.
// They are timed by when the finger came down, so that a busy machine takes none of them for a new one.
let tapped = { key: null, time: -1000, at: { x: 0, y: 0 } };
let turned = -1000;
function tap(key, line, at, time = performance.now()) {
  if (time - tapped.time < 450 && Math.hypot(at.x - tapped.at.x, at.y - tapped.at.y) < 24) {
    tapped.time = -1000;
    turned = performance.now();
    if (tapped.key !== null) turnFold(tapped.key);
    return;
  }
  const head = key === null && line === null ? headAt(at) : null;
  tapped = { key: key ?? head, time, at };
  if (tapped.key !== null) choose({ node: tapped.key });
  else if (line !== null) choose(choiceOf(scene.lines.get(line)));
  else choose(null);
}

// What a renderer itself takes for a double tap counts where the taps were not taken for one already.
function doubleTap(key) {
  if (key !== null && performance.now() - turned > 900) turnFold(key);
}

const choiceOf = (line) => (line.bundle ? { bundle: [line.from, line.to, line.s] } : { link: line.links[0].index });

function over(key, line, at) {
  state.hovered = key;
  byId("canvas").classList.toggle("over", key !== null || line !== null);
  if (line !== null) showTip(toldOfLine(scene.lines.get(line)), at);
  else if (key !== null && scene.units.get(key).fold !== null) showTip(toldOfFold(scene.units.get(key)), at);
  else byId("tip").hidden = true;
  renderer.redraw();
}

// While a unit is dragged, what is painted around it goes with it; only where it is dropped is a step.
function dragged(key, place) {
  state.pins.set(key, toWide(place));
  fanOut();
}

function dropped(key, place) {
  if (nested && scene.units.get(key).fold !== null) return; // a group stands where what is in it stands
  change(() => state.pins.set(key, toWide(place)), () => filled("said_pinned", { name: nameOf(key) }));
}

function moved() {
  byId("tip").hidden = true;
  fitted = false;
  noteFrame();
}

function resized() {
  if (isTall() !== tall) turn();
  else if (fitted) fit();
}

// A frame that became tall (or wide) gets the places made for it.
function turn() {
  tall = isTall();
  settle();
  refresh();
  fit();
}

// The smallest frame around discs and regions, each a middle with half axes.
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

const discOf = (unit) => [placeOf(unit.node).x, placeOf(unit.node).y, radiusOf(unit), radiusOf(unit)];
let fitted = true; // whether the reader has left the frame to us

// All that is drawn in the frame, with room for the names of the countries at the rim.
function fit() {
  const units = [...scene.units.values()].filter((unit) => unit.on);
  if (units.length) bringIn(around(units.map(discOf).concat(openRegions().map((region) => region.slice(1)), areaDiscs())), 2.5, 0);
  fitted = true;
}

// What is chosen, with its neighbours, in the part of the frame that the panel leaves.
function lookAtChosen() {
  const kept = focus();
  if (!kept) return;
  if (nested && state.selected && "node" in state.selected && !isHead(nodeAt(state.selected.node))) {
    lookAround(nodeAt(state.selected.node));
    fitted = false;
    return;
  }
  const units = [...scene.units.values()].filter((unit) => unit.on && (kept.nodes.has(unit.id) || unit.members.some((node) => kept.nodes.has(node.id))));
  if (!units.length) return;
  bringIn(around(units.map(discOf)), 1.5, covered());
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
  renderer.look({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + hidden / 2 / scale, scale });
}

function zoomBy(factor) {
  const now = renderer.looking();
  renderer.look({ ...now, scale: Math.min(12, Math.max(nested ? 0.01 : 0.05, now.scale * factor)) });
  moved();
}

function paintBehind(context) {
  context.save();
  paintAreas(context);
  for (const [, x, y, rx, ry] of openRegions()) {
    context.beginPath();
    context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    context.fillStyle = palette.region;
    context.fill();
    context.lineWidth = 1 / scaleNow();
    context.strokeStyle = palette["region-edge"];
    context.stroke();
  }
  context.restore();
}

function paintAbove(context) {
  paintAboveLines(context);
  drawLabels(context);
}

function paintAboveLines(context) {
  paintMarks(context);
  if (!nested) paintFolds(context);
}

// What is failed, completed or disputed also has a mark on the middle of its line, so that no colour is needed.
function paintMarks(context) {
  const kept = focus();
  const discs = nested ? inFrame([...scene.units.values()].filter((unit) => unit.on && unit.fold !== null), byId("canvas")) : [];
  context.save();
  context.lineWidth = 1.6 / (nested ? scaleNow() : 1);
  for (const line of scene.lines.values()) {
    const mark = statuses.get(line.s)[6];
    if (!mark || !line.on || line.from === line.to || (kept && !line.seen.some((link) => kept.links.has(link.index)))) continue;
    const share = nested ? clearShare(line) : 0.5;
    const middle = alongLine(line, share);
    if (nested && (lineOpacity(line, kept, true) < 0.35 || underDisc(discs, middle))) continue;
    const before = alongLine(line, share - 0.05);
    const reach = Math.max(4, line.width / 2 + 2.5) * (nested ? 1 / Math.max(scaleNow(), 0.55) : 1);
    context.save();
    context.translate(middle.x, middle.y);
    context.rotate(Math.atan2(middle.y - before.y, middle.x - before.x));
    context.strokeStyle = colourOf(line.s);
    context.globalAlpha = lineOpacity(line, kept, Boolean(kept));
    context.beginPath();
    if (mark === "bar") { context.moveTo(0, -reach); context.lineTo(0, reach); }
    if (mark === "cross") { context.moveTo(-reach, -reach); context.lineTo(reach, reach); context.moveTo(-reach, reach); context.lineTo(reach, -reach); }
    if (mark === "question") { context.arc(0, 0, reach - 0.6, 0, 2 * Math.PI); }
    context.stroke();
    context.restore();
  }
  context.restore();
}

// A folded group carries a second ring and a plus: it can be opened. A pinned node carries a dot.
function paintFolds(context) {
  const kept = focus();
  context.save();
  context.lineCap = "round";
  for (const unit of scene.units.values()) {
    if (!unit.on) continue;
    const { x, y } = placeOf(unit.node);
    const r = radiusOf(unit);
    if (kept && !kept.nodes.has(unit.id) && !unit.members.some((node) => kept.nodes.has(node.id))) continue;
    if (unit.fold !== null && unit.members.length > 1) {
      context.lineWidth = 1.4;
      context.strokeStyle = kindOf(unit.node)[2];
      context.beginPath();
      context.arc(x, y, r + 3.5, 0, 2 * Math.PI);
      context.stroke();
      context.lineWidth = 2.2;
      context.strokeStyle = unit.node.m && !unit.all ? palette.soft : "#ffffff";
      context.beginPath();
      context.moveTo(x - 5, y);
      context.lineTo(x + 5, y);
      context.moveTo(x, y - 5);
      context.lineTo(x, y + 5);
      context.stroke();
    }
    if (state.pins.has(unit.id)) {
      context.fillStyle = palette.ink;
      context.beginPath();
      context.arc(x + r * 0.75, y - r * 0.75, 2.6, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.restore();
}

function toldOfLine(line) {
  const number = line.bundle ? `${line.count} ${word("links")}` : line.seen[0] && line.seen[0].a;
  return [`${nameOf(line.from)} — ${nameOf(line.to)}`, statusName(line.s), number].filter(Boolean).join(" · ");
}

const toldOfFold = (unit) => `${pick(unit.node.l)} · ${filled("fold_tip", { count: unit.members.filter((one) => one.k !== "Country").length })}`;

function showTip(text, at) {
  const tip = byId("tip");
  tip.textContent = text;
  tip.hidden = false;
  const frame = byId("canvas");
  tip.style.left = Math.max(4, Math.min(at.x + 14, frame.clientWidth - tip.offsetWidth - 4)) + "px";
  tip.style.top = Math.max(4, at.y - tip.offsetHeight - 10) + "px";
}
