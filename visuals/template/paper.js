// The present view as a sheet for paper: a plain list of paths and texts in px, in a fixed light theme, whatever the
// theme on the screen. Title and answer above, the picture as it stands in the frame, the legend beside it, the caption
// below. Whatever is painted on the canvas is taken down by a context that writes instead of drawing.

const PAPER = { margin: 24, legend: 214, ink: "#17212b", soft: "#5b6773", ground: "#ffffff" };
const PRINT = { ground: "#ffffff", halo: "#ffffff", ring: "#ffffff", region: "#f3f6f9", "region-edge": "#ccd6df" };
const ruler = document.createElement("canvas").getContext("2d");

// What the function returns while all colours are those of paper.
function onPaper(act) {
  const before = state.theme;
  state.theme = "light";
  document.documentElement.dataset.theme = "light";
  readPalette();
  Object.assign(palette, PRINT);
  try {
    return act();
  } finally {
    state.theme = before;
    document.documentElement.dataset.theme = before;
    readPalette();
  }
}

const short = (value) => String(Math.round(value * 100) / 100);

// A context as a canvas has it that keeps what it is told as paths and texts.
function recorder(items, scale, origin) {
  let matrix = [scale, 0, 0, scale, origin.x, origin.y];
  let path = "";
  const stack = [];
  const look = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "10px sans-serif", lineCap: "butt",
    lineJoin: "miter", textBaseline: "alphabetic", textAlign: "left", dash: [],
  };
  const names = Object.keys(look);
  const at = (x, y) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]].map(short).join(" ");
  const size = () => Math.hypot(matrix[0], matrix[1]);
  const times = (a, b, c, d, e, f) => {
    const [p, q, r, s, t, u] = matrix;
    matrix = [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, p * e + r * f + t, q * e + s * f + u];
  };
  const keep = (more) => items.push({ d: path.trim(), fill: "none", stroke: "none", alpha: context.globalAlpha, ...more });
  let halo = null;
  const context = {
    ...look,
    save() { stack.push([matrix, Object.fromEntries(names.map((name) => [name, context[name]]))]); },
    restore() {
      const [old, looks] = stack.pop();
      matrix = old;
      Object.assign(context, looks);
    },
    translate(x, y) { times(1, 0, 0, 1, x, y); },
    rotate(angle) { times(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0); },
    scale(x, y) { times(x, 0, 0, y, 0, 0); },
    setTransform(a, b, c, d, e, f) { matrix = [a, b, c, d, e, f]; },
    getTransform: () => ({ a: matrix[0], b: matrix[1], c: matrix[2], d: matrix[3], e: matrix[4], f: matrix[5] }),
    setLineDash(dash) { context.dash = dash; },
    beginPath() { path = ""; },
    closePath() { path += "Z"; },
    moveTo(x, y) { path += `M${at(x, y)}`; },
    lineTo(x, y) { path += `L${at(x, y)}`; },
    quadraticCurveTo(u, v, x, y) { path += `Q${at(u, v)} ${at(x, y)}`; },
    arc(x, y, r) { context.ellipse(x, y, r, r); },
    ellipse(x, y, rx, ry) {
      const arc = `A${short(rx * size())} ${short(ry * size())} 0 1 0 `;
      path += `M${at(x + rx, y)}${arc}${at(x - rx, y)}${arc}${at(x + rx, y)}Z`;
    },
    rect(x, y, w, h) { path += `M${at(x, y)}L${at(x + w, y)}L${at(x + w, y + h)}L${at(x, y + h)}Z`; },
    roundRect(x, y, w, h) { context.rect(x, y, w, h); },
    fill() { keep({ fill: context.fillStyle }); },
    stroke() {
      const dash = context.dash.map((part) => part * size());
      keep({ stroke: context.strokeStyle, width: context.lineWidth * size(), dash, cap: context.lineCap });
    },
    fillRect(x, y, w, h) {
      context.beginPath();
      context.rect(x, y, w, h);
      context.fill();
    },
    measureText(text) {
      ruler.font = context.font;
      return ruler.measureText(text);
    },
    strokeText(text, x, y) { halo = { text, x, y, halo: context.strokeStyle, haloWidth: context.lineWidth }; },
    fillText(text, x, y) {
      const around = halo && halo.text === text && halo.x === x && halo.y === y
        ? { halo: halo.halo, haloWidth: halo.haloWidth * size() } : {};
      const [, weight, px] = /(?:(\d+) )?([\d.]+)px/.exec(context.font) || [null, "400", "12"];
      const aside = context.textAlign === "center" ? context.measureText(text).width / 2 : 0;
      const [left, base] = at(x - aside, y).split(" ").map(Number);
      items.push({ ...around, text, x: left, y: base, size: Number(px) * size(), weight: Number(weight || 400),
        fill: context.fillStyle, alpha: context.globalAlpha });
      halo = null;
    },
  };
  return context;
}

const shapeOf = {
  dot: (x, y, r) => `M${short(x + r)} ${short(y)}A${short(r)} ${short(r)} 0 1 0 ${short(x - r)} ${short(y)}A${short(r)} ${short(r)} 0 1 0 ${short(x + r)} ${short(y)}Z`,
  square: (x, y, r) => ring(x, y, r * 1.27, 4, Math.PI / 4),
  diamond: (x, y, r) => ring(x, y, r * 1.15, 4, 0),
  triangle: (x, y, r) => ring(x, y, r * 1.15, 3, 0),
  triangleDown: (x, y, r) => ring(x, y, r * 1.15, 3, Math.PI),
  hexagon: (x, y, r) => ring(x, y, r * 1.15, 6, Math.PI / 6),
};

function ring(x, y, r, corners, turn) {
  const points = Array.from({ length: corners }, (_, i) => turn + (i * 2 * Math.PI) / corners);
  return "M" + points.map((angle) => `${short(x + r * Math.sin(angle))} ${short(y - r * Math.cos(angle))}`).join("L") + "Z";
}

// The picture in its frame, as it stands.
function frameItems() {
  const items = [];
  const scale = scaleNow();
  const now = sceneNow();
  const pen = () => recorder(items, scale, renderer.toScreen({ x: 0, y: 0 }));
  paintBehind(pen());
  for (const line of now.links) items.push(lineItem(line, scale));
  for (const unit of now.nodes) {
    const { x, y } = renderer.toScreen(unit);
    const d = (shapeOf[unit.shape] || shapeOf.dot)(x, y, unit.r * scale);
    items.push({ of: unit.id, d, fill: unit.fill, stroke: unit.edge, width: unit.edgeWidth * Math.min(scale, 1), dash: unit.edgeDash.map((part) => part * scale), alpha: unit.opacity });
  }
  paintAbove(pen());
  return items;
}

function lineItem(line, scale) {
  const a = renderer.toScreen({ x: line.x1, y: line.y1 });
  const b = renderer.toScreen({ x: line.x2, y: line.y2 });
  const at = ({ x, y }) => `${short(x)} ${short(y)}`;
  const control = controlOf(a, b, line.bend);
  const d = line.from === line.to
    ? `M${at({ x: a.x - 8, y: a.y - 5 })}a9 9 0 1 1 16 0`
    : `M${at(a)}${line.bend ? `Q${at(control)} ` : "L"}${at(b)}`;
  return { of: line.id, d, fill: "none", stroke: line.colour, width: Math.max(line.width * scale, 0.5), dash: line.dash.map((part) => part * scale), alpha: line.opacity };
}

// A paragraph as lines of that width, whole: nothing of it is cut.
function paragraph(words, font, wide) {
  ruler.font = font;
  const lines = [""];
  for (const piece of pieces(words)) {
    const line = lines[lines.length - 1];
    if (!line || ruler.measureText((line + piece).trimEnd()).width <= wide) lines[lines.length - 1] += piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trim());
}

// Puts a paragraph down and tells where it ends.
function put(items, words, x, y, wide, { size, weight = 400, fill = PAPER.ink }) {
  const lines = paragraph(words, `${weight} ${size}px ${FONT}`, wide);
  lines.forEach((text, index) => items.push({ text, x, y: y + size + index * size * 1.3, size, weight, fill, alpha: 1 }));
  return y + lines.length * size * 1.3;
}

// What occurs in the view: lines by status, widths, nodes by kind, folded groups and those without a link.
function legendItems(x, top) {
  const items = [];
  const now = sceneNow();
  const seen = links.filter(linkVisible);
  let y = top;
  const head = (name) => { y = put(items, word(name), x, y + 6, PAPER.legend, { size: 13.5, weight: 700 }) + 2; };
  const entry = (sample, words) => {
    items.push(...sample(x + 17, y + 10));
    y = put(items, words, x + 42, y, PAPER.legend - 44, { size: 13 }) + 2;
  };
  const stroke = (cx, cy, look) => ({ d: `M${cx - 17} ${cy}H${cx + 17}`, fill: "none", alpha: 1, dash: [], ...look });
  const used = [...statuses].filter(([status]) => seen.some((link) => link.s === status));
  if (used.some(([status]) => status)) {
    head("status");
    for (const [status, look] of used) {
      const count = distinct(seen.filter((link) => link.s === status));
      entry((cx, cy) => [stroke(cx, cy, { stroke: look[2], width: look[4] * 1.1, dash: look[5] }), ...markItems(look[6], cx, cy, look[2])],
        `${statusName(status)} ${count}`);
    }
  }
  const bundles = now.links.filter((line) => scene.lines.get(line.id).bundle).sort((a, b) => a.count - b.count);
  if (bundles.length) {
    head("bundles");
    for (const line of new Map([bundles[0], bundles[bundles.length - 1]].map((one) => [one.count, one])).values()) {
      entry((cx, cy) => [stroke(cx, cy, { stroke: PAPER.soft, width: Math.max(line.width * scaleNow(), 0.5) })], String(line.count));
    }
  }
  const node = (shape, r, fill, more) => (cx, cy) => [{ d: shapeOf[shape](cx, cy, r), fill, stroke: "none", alpha: 1, ...more }];
  const hollow = now.nodes.filter((unit) => unit.edgeDash.length);
  const folds = now.nodes.filter((unit) => unit.fold !== null);
  head("kind");
  if (folds.length) entry(node("dot", 8, folds[0].fill), `${word("folded")} ${folds.length}`);
  for (const [kind, look] of kinds) {
    const count = now.nodes.filter((unit) => unit.kind === kind && unit.fold === null && !unit.edgeDash.length).length;
    if (count) entry(node(look[3] in shapeOf ? look[3] : "dot", 6, look[2], rimOf(look) ? { stroke: rimOf(look), width: 1, dash: [] } : {}), `${pick(look)} ${count}`);
  }
  if (hollow.length) entry(node("dot", 6, PAPER.ground, { stroke: PAPER.soft, width: 1.4, dash: [4, 3] }), `${word("no_links")} ${hollow.length}`);
  return { items, bottom: y };
}

function markItems(mark, x, y, colour) {
  const shapes = { bar: `M${x} ${y - 5}V${y + 5}`, cross: `M${x - 4} ${y - 4}l8 8M${x - 4} ${y + 4}l8-8`, question: shapeOf.dot(x, y, 3.4) };
  return mark ? [{ d: shapes[mark], fill: "none", stroke: colour, width: 1.6, dash: [], alpha: 1 }] : [];
}

// The whole sheet: its size, the frame of the picture in it, and all its items.
function paperNow() {
  return onPaper(() => {
    const frame = byId("canvas");
    const picture = { wide: frame.clientWidth, high: frame.clientHeight };
    const wide = picture.wide + PAPER.legend + 2 * PAPER.margin + 16;
    const room = wide - 2 * PAPER.margin;
    const around = [];
    let y = put(around, pick(data.title), PAPER.margin, PAPER.margin - 6, room, { size: 24, weight: 700 });
    if (pick(data.answer)) y = put(around, pick(data.answer), PAPER.margin, y + 2, room, { size: 15, fill: PAPER.soft });
    y += 12;
    const legend = legendItems(PAPER.margin + picture.wide + 16, y);
    const foot = Math.max(y + picture.high, legend.bottom) + 8;
    const bottom = put(around, byId("caption").textContent, PAPER.margin, foot, room, { size: 12, fill: PAPER.soft });
    return {
      wide, high: Math.ceil(bottom + PAPER.margin - 8), frame: { x: PAPER.margin, y, ...picture },
      title: pick(data.title), told: [pick(data.answer), byId("caption").textContent].filter(Boolean).join(" "),
      inside: frameItems(), around: [...around, ...legend.items],
    };
  });
}
