// Names in screen space: always the same readable size, never one over another; more of them as one zooms in.

const FONT = '"Sarabun", "Noto Sans Thai", "Leelawadee UI", sans-serif';
const SIZES = { country: 15, body: 12.5 };
let BAR = 84; // the width of the longest bar of links, px
let labelOrder = []; // units
let namedNow = []; // keys of the nodes named in the last frame
let boxesNow = []; // where their names stand, px
const labelCache = new Map();
const CELL = 80;
const HUBS = 14;
const SIDES = ["right", "left", "below", "above"]; // of a node, in the order in which they are tried for its name

// Who is named first: what is chosen, the countries and folded groups, then the bodies with most links.
function orderLabels() {
  const kept = focus();
  const stands = (unit) => kept && (kept.nodes.has(unit.id) || unit.members.some((node) => kept.nodes.has(node.id)));
  const first = (unit) => unit.node.k === "Country" || unit.fold !== null;
  const weight = (unit) => (stands(unit) ? 1e6 : 0) + (first(unit) ? 1e4 : 0) + unit.n;
  const units = [...scene.units.values()].filter((unit) => unit.on);
  labelOrder = units.filter((unit) => (!kept || stands(unit)) && (unit.node.n === 0 || unit.n > 0))
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  if (kept) labelOrder.push(...units.filter((unit) => first(unit) && !stands(unit)));
}

const segmenter = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
// Latin text breaks at spaces, Thai between words as the browser knows them.
const pieces = (text) => text.split(/(?<= )/).flatMap((part) =>
  (segmenter && /[\u0E00-\u0E7F]/.test(part) ? joined([...segmenter.segment(part)].map((word) => word.segment)) : [part]));

// An opening bracket stays with the word after it, a closing one with the word before.
function joined(segments) {
  const made = [];
  for (const segment of segments) {
    const last = made.length - 1;
    if (last >= 0 && (/^[([“]$/.test(made[last]) || /^[)\]”.,]/.test(segment))) made[last] += segment;
    else made.push(segment);
  }
  return made;
}

// A name as at most `most` lines of about `wide` px; what does not fit ends in an ellipsis.
function linesOf(context, text, font, wide, most) {
  const key = font + wide + most + "\n" + text;
  const known = labelCache.get(key);
  if (known) return known;
  context.font = font;
  const lines = [""];
  let cut = false;
  for (const piece of pieces(text.slice(0, 400))) {
    const line = lines[lines.length - 1];
    if (!line || context.measureText((line + piece).trimEnd()).width <= wide) {
      lines[lines.length - 1] += piece;
    } else if (lines.length < most) {
      lines.push(piece.trimStart());
    } else {
      cut = true;
      break;
    }
  }
  const shown = lines.map((line, index) => shortened(context, line.trim(), wide, cut && index === lines.length - 1));
  const made = { lines: shown, width: Math.max(...shown.map((line) => context.measureText(line).width)) };
  if (labelCache.size > 20000) labelCache.clear();
  labelCache.set(key, made);
  return made;
}

function shortened(context, line, wide, cut) {
  const long = context.measureText(line).width;
  const start = long > wide ? line.slice(0, Math.ceil((line.length * wide) / long) + 8) : line;
  let text = cut || start !== line ? start + "…" : line;
  while (text.length > 2 && context.measureText(text).width > wide) {
    text = text.replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*…$/u, "").replace(/.[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*$/u, "") + "…";
  }
  return text;
}

// A board of boxes already taken, in cells, so that a look is cheap.
function board() {
  const cells = new Map();
  const each = (box, act) => {
    for (let c = Math.floor(box.x / CELL); c <= Math.floor((box.x + box.w) / CELL); c++) {
      for (let r = Math.floor(box.y / CELL); r <= Math.floor((box.y + box.h) / CELL); r++) {
        if (act(c * 100003 + r)) return true;
      }
    }
    return false;
  };
  return {
    free: (box) => !each(box, (cell) => (cells.get(cell) || []).some((b) =>
      b.x < box.x + box.w && box.x < b.x + b.w && b.y < box.y + box.h && box.y < b.y + b.h)),
    take: (box) => each(box, (cell) => {
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(box);
      return false;
    }),
  };
}

// Asked for once a drawing: each question makes the browser see whether anything has moved.
const frameNow = () => ({ clientWidth: byId("canvas").clientWidth, clientHeight: byId("canvas").clientHeight });

function drawLabels(context) {
  const scale = scaleNow();
  const ratio = context.getTransform().a / scale;
  const frame = frameNow();
  const small = frame.clientWidth < 600;
  Object.assign(SIZES, small ? { country: 12.5, body: 11 } : { country: 15, body: 12.5 });
  BAR = small ? 52 : 84;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  const taken = board();
  const regions = new Map(openRegions().map((region) => [region[0], region]));
  headings = [];
  const kept = focus();
  namedNow = [];
  boxesNow = [];
  // first the hubs, which are named before all; far out only the busier bodies, and no name stands on another of them
  const fewest = labelOrder.length > 60 && scale < 1.15 && !areasNow().length ? 2 : 0;
  const order = nested ? inFrame(labelOrder, frame) : labelOrder;
  const plainUnits = order.filter((unit) => unit.node.k !== "Country" && unit.fold === null);
  const hubs = plainUnits.slice(0, HUBS);
  const folded = order.filter((unit) => unit.fold !== null);
  const keepClear = (unit) => {
    const at = onScreen(unit.node);
    const half = radiusOf(unit) * scale * (unit.fold === null ? 0.6 : 0.9);
    taken.take({ x: at.x - half, y: at.y - half, w: 2 * half, h: 2 * half });
  };
  order.filter((unit) => (unit.node.k === "Country" || unit.fold !== null) && !(nested && unit.fold !== null)).concat(hubs).forEach(keepClear);
  const hovered = scene.units.get(state.hovered);
  if (hovered && hovered.on && hovered.fold === null) nameUnit(context, hovered, taken, scale, frame, true);
  for (const unit of folded) (nested ? nameDisc : nameFold)(context, unit, taken, kept, scale);
  const home = scene.units.get(headKey(data.home));
  for (const [code, region] of regions) if (code !== data.home || !home) nameRegion(context, code, region, taken, kept);
  if (home && home.fold === null && regions.has(data.home) && home.on) nameHome(context, home.node, taken, scale);
  nameAreas(context, taken, kept);
  const others = order.filter((unit) => unit.fold === null && !hubs.includes(unit));
  for (const unit of [...hubs, null, ...others]) {
    if (unit === null) {
      others.filter((one) => one.n >= 2 && one.node.k !== "Country").forEach(keepClear);
      continue;
    }
    if (unit.id === state.hovered) continue;
    if (isHead(unit.node) && regions.has(unit.node.leads)) continue;
    if (!kept && unit.n < fewest && unit.node.k !== "Country") continue;
    if (nameUnit(context, unit, taken, scale, frame, false)) namedNow.push(unit.id);
  }
  nameLines(context, taken, kept);
  context.restore();
}

const HEAD = 34; // the height of a country's name and bar, px
let headings = [];
const headAt = (at) => {
  const hit = headings.find((box) => at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h);
  return hit && scene.units.has(headKey(hit.code)) ? headKey(hit.code) : null;
};

// A country's links as a bar: how many there are, and how much of it is real, in talks, announced or over.
function drawBar(context, count, x, y) {
  const total = [...count.values()].reduce((a, b) => a + b, 0);
  const most = Math.max(...[...counts].filter(([code]) => code !== data.home && folds.get(code).around === null).map(([, c]) => [...c.values()].reduce((a, b) => a + b, 0)), 1);
  const wide = Math.min(Math.max(6, (BAR * total) / most), 1.6 * BAR); // the home country's would be far longer
  let left = x - wide / 2;
  for (const [status, look] of statuses) {
    const part = (wide * (count.get(status) || 0)) / (total || 1);
    if (!part) continue;
    context.fillStyle = state.theme === "dark" ? look[3] : look[2];
    context.fillRect(left, y, Math.max(part - 0.6, 0.8), 5);
    left += part;
  }
}

function nameRegion(context, code, [, x, y, , ry], taken, kept) {
  const below = y > 0; // away from the middle, where no link comes in
  const stands = !kept || kept.nodes.has(headKey(code)) || [...kept.nodes].some((key) => nodes.has(key) && nodes.get(key).path.includes(code));
  nameGroup(context, code, renderer.toScreen({ x, y: below ? y + ry : y - ry }), below, taken, stands);
}

function nameFold(context, unit, taken, kept, scale) {
  const place = placeOf(unit.node);
  const below = place.y > 0 || unit.fold === data.home;
  const at = renderer.toScreen(place);
  at.y += (below ? 1 : -1) * (radiusOf(unit) + 5) * scale;
  const stands = !kept || kept.nodes.has(unit.id) || unit.members.some((node) => kept.nodes.has(node.id));
  if (nameGroup(context, unit.fold, at, below, taken, stands)) namedNow.push(unit.id);
}

// The name of a group with the number of its links and their bar, above or below a point of the frame.
function nameGroup(context, code, at, below, taken, stands) {
  if (below) at.y += SIZES.country + 17;
  const count = counts.get(code) || new Map();
  const total = [...count.values()].reduce((a, b) => a + b, 0);
  const none = total ? "" : " · " + word("no_links");
  const font = `700 ${SIZES.country}px ${FONT}`;
  const made = linesOf(context, pick(folds.get(code).label) + (none || ` ${total}`), font, 260, 1);
  const wide = byId("canvas").clientWidth;
  if (at.x > 0 && at.x < wide) at.x = Math.min(Math.max(at.x, made.width / 2 + 6), wide - made.width / 2 - 6);
  const box = { x: at.x - made.width / 2 - 4, y: at.y - SIZES.country - 13, w: made.width + 8, h: SIZES.country + 14, code };
  // two names side by side make way for each other, away from the middle first, though not out of the frame
  const away = (below ? 1 : -1) * (box.h + 2);
  const ways = [[0, 0], [0, away], [0, -away], ...[12, -12, 24, -24, 36, -36, 48, -48].map((dx) => [dx, 0])];
  const free = ways.filter(([dx, dy]) => taken.free({ ...box, x: box.x + dx, y: box.y + dy }));
  if (!free.length && scaleNow() < 0.3) return false;
  const high = byId("canvas").clientHeight;
  const [dx, dy] = free.find(([, dy]) => box.y + dy >= 0 && box.y + dy + box.h <= high) || free[0] || ways[0];
  at.x += dx;
  at.y += dy;
  box.x += dx;
  box.y += dy;
  taken.take(box);
  headings.push(box);
  boxesNow.push(box);
  context.globalAlpha = stands ? 1 : 0.35;
  write(context, made, font, box.x + 4, at.y - 13, SIZES.country, none ? palette.soft : palette.ink);
  drawBar(context, count, at.x, at.y - 6);
  context.globalAlpha = 1;
  return true;
}

function nameHome(context, node, taken, scale) {
  const size = SIZES.country + 4;
  const font = `700 ${size}px ${FONT}`;
  const made = linesOf(context, pick(node.l), font, 240, 1);
  const at = onScreen(node);
  const box = { x: at.x - made.width / 2, y: at.y + node.r * scale + 2, w: made.width, h: size + 4, code: node.g };
  taken.take(box);
  headings.push(box);
  boxesNow.push(box);
  write(context, made, font, box.x, box.y + size - 2, size, palette.ink);
}

// Whether even the shortest name finds a place beside a unit: most do not, and need not be measured.
function hasRoom(at, gap, high, taken, frame) {
  const least = 6;
  const spots = [
    [at.x + gap, at.y - high / 2], [at.x - gap - least, at.y - high / 2],
    [at.x - least / 2, at.y + gap], [at.x - least / 2, at.y - gap - high],
  ];
  return spots.some(([x, y]) => x >= 3 && y >= 1 && x + least + 3 <= frame.clientWidth && y + high + 1 <= frame.clientHeight &&
    taken.free({ x: x - 3, y: y - 1, w: least + 6, h: high + 2 }));
}

function nameUnit(context, unit, taken, scale, frame, always) {
  const { node } = unit;
  const roomy = labelOrder.length <= 40;
  const at = onScreen(node);
  if (at.x < -40 || at.y < -40 || at.x > frame.clientWidth + 40 || at.y > frame.clientHeight + 40) return false;
  const room = roomOf(node); // what the arrangement keeps for the name: side, width and height
  const country = node.k === "Country" || (room && room[0] === "below"); // what stands in the middle is a head too
  const chosen = always || (state.selected && state.selected.node === node.id);
  const usual = country ? SIZES.country : SIZES.body;
  const size = room && !chosen ? Math.min(usual, Math.max(10, (room[2] * scale - 2.5) / 1.18)) : usual; // rows may be tight
  if (!chosen && !hasRoom(at, radiusOf(unit) * scale + 3, size * 1.18, taken, frame)) return false;
  const font = `${country || chosen ? 700 : 400} ${size}px ${FONT}`;
  const fits = room && !chosen ? Math.max(1, Math.min(3, Math.floor((room[2] * scale) / (size * 1.18)))) : roomy ? 3 : 2;
  const wide = room ? Math.max(room[1] * scale - node.r * scale, 40) : country ? 200 : 118;
  const made = linesOf(context, pick(node.l), font, chosen ? Math.max(260, wide) : wide, chosen ? 4 : fits);
  const high = made.lines.length * size * 1.18;
  const gap = radiusOf(unit) * scale + (chosen ? 9 : 3);
  const spots = [
    [at.x + gap, at.y - high / 2], [at.x - gap - made.width, at.y - high / 2],
    [at.x - made.width / 2, at.y + gap], [at.x - made.width / 2, at.y - gap - high],
  ];
  if (room && !chosen) spots.splice(0, 4, spots[SIDES.indexOf(room[0])]);
  else if (country) spots.unshift(spots.splice(2, 1)[0]);
  for (const [x, y] of spots) {
    const box = { x: x - 3, y: y - 1, w: made.width + 6, h: high + 2 };
    const inside = box.x >= 0 && box.y >= 0 && box.x + box.w <= frame.clientWidth && box.y + box.h <= frame.clientHeight;
    if ((!inside && !always) || !taken.free(box)) continue;
    taken.take(box);
    boxesNow.push(box);
    write(context, made, font, x, y + size, size, palette.ink, chosen);
    return true;
  }
  if (chosen) write(context, made, font, spots[0][0], spots[0][1] + size, size, palette.ink, true);
  return false;
}

function write(context, made, font, x, y, size, colour, framed) {
  context.font = font;
  if (framed) {
    context.fillStyle = palette.halo;
    context.fillRect(x - 4, y - size - 2, made.width + 8, made.lines.length * size * 1.18 + 6);
  }
  context.lineWidth = 3.5;
  context.strokeStyle = palette.halo;
  context.fillStyle = colour;
  made.lines.forEach((line, index) => {
    context.strokeText(line, x, y + index * size * 1.18);
    context.fillText(line, x, y + index * size * 1.18);
  });
}
