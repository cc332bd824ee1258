// Folded groups of a large picture: discs as large as their circles, so that what opens stands where it was.

const number = new Intl.NumberFormat("en");
const MOST_NAMED = 700; // units of a frame that are looked at for a name

// A disc has the colour of its kind, thinned by the ground and never seen through, so that lines end at its rim.
const discFill = (unit, faded) => thinned(unit, faded ? 0.05 : 0.15);
const discEdge = (unit, faded) => thinned(unit, faded ? 0.25 : 1);

function thinned(unit, share) {
  const [ground, colour] = [palette.ground, kindOf(unit.node)[2]].map(inkOf);
  const mixed = [0, 1, 2].map((i) => Math.round(255 * (ground[i] * (1 - share) + colour[i] * share)));
  return `rgb(${mixed.join(", ")})`;
}

// The units of which a part may be in the frame, the first ones in the order given.
function inFrame(units, frame) {
  const scale = scaleNow();
  const found = [];
  for (const unit of units) {
    const at = onScreen(unit.node);
    const reach = 40 + radiusOf(unit) * scale;
    if (at.x < -reach || at.y < -reach || at.x > frame.clientWidth + reach || at.y > frame.clientHeight + reach) continue;
    if (found.push(unit) >= MOST_NAMED) break;
  }
  return found;
}

// In a disc its name, how many nodes it holds, and its links as a bar; in a small one only the name, else nothing.
function nameDisc(context, unit, taken, kept, scale) {
  const fold = folds.get(unit.fold);
  const at = onScreen(unit.node);
  const r = radiusOf(unit) * scale;
  const chosen = Boolean(state.selected && state.selected.node === unit.id) || state.hovered === unit.id;
  if (r < 13 && !chosen) return;
  const size = Math.min(Math.max(r / 4.2, 11), fold.around === null ? 17 : 14);
  const font = `700 ${size}px ${FONT}`;
  const made = linesOf(context, pick(fold.label), font, Math.max(2 * r - 10, chosen ? 180 : 40), r > 46 || chosen ? 3 : r > 26 ? 2 : 1);
  const count = counts.get(fold.id) || new Map();
  const total = [...count.values()].reduce((a, b) => a + b, 0);
  const seen = unit.members.filter(nodeVisible).length;
  const small = size * 0.82;
  const roomy = r > made.lines.length * size * 0.7 + 2.6 * small;
  const high = made.lines.length * size * 1.18 + (roomy ? 2.5 * small + 8 : 0);
  const box = { x: at.x - made.width / 2 - 2, y: at.y - high / 2, w: made.width + 4, h: high, code: fold.id };
  if (!taken.free(box) && !chosen) return;
  taken.take(box);
  headings.push(box);
  boxesNow.push(box);
  namedNow.push(unit.id);
  const stands = !kept || kept.nodes.has(unit.id) || unit.members.some((node) => kept.nodes.has(node.id));
  context.globalAlpha = stands ? 1 : 0.35;
  let y = box.y + size;
  for (const line of made.lines) {
    centred(context, line, font, at.x, y, palette.ink);
    y += size * 1.18;
  }
  if (roomy) {
    const plain_ = `400 ${small}px ${FONT}`;
    centred(context, filled("bodies", { count: number.format(seen) }), plain_, at.x, y, palette.soft);
    centred(context, total ? filled("count_links", { count: number.format(total) }) : word("no_links"), plain_, at.x, y + small * 1.2, palette.soft);
    if (total) drawBar(context, count, at.x, y + small * 1.2 + 4);
  }
  context.globalAlpha = 1;
}

function centred(context, text, font, x, y, colour) {
  context.font = font;
  context.textAlign = "center";
  context.lineWidth = 3;
  context.strokeStyle = palette.halo;
  context.fillStyle = colour;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
  context.textAlign = "start";
}

// The share of a line's way that is the middle of what the discs at its ends leave of it.
function clearShare(line) {
  const ends = [line.from, line.to].map((key) => scene.units.get(key));
  const [a, b] = ends.map((unit) => placeOf(unit.node));
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [first, last] = ends.map((unit) => (unit.fold === null ? 0 : radiusOf(unit) / long));
  return Math.min(Math.max((first + 1 - last) / 2, 0.06), 0.94);
}

// Whether a disc covers a point.
const underDisc = (discs, { x, y }) => discs.some((unit) => {
  const at = placeOf(unit.node);
  return Math.hypot(at.x - x, at.y - y) < radiusOf(unit);
});

// What surrounds a node: the group that it stands in, as far as it can be read at once.
function lookAround(node) {
  const { x, y } = placeOf(node);
  const fold = node.path.length ? circleOf(folds.get(node.path[node.path.length - 1])) : [x, y, 300];
  const r = Math.min(fold[2], 420);
  bringIn(around([[x, y, r, r]]), 1.5, covered());
}

// A group in the frame, or all of the picture.
function lookAtFold(id) {
  const fold = folds.get(id);
  if (!fold) return fit();
  const [x, y, r] = circleOf(fold);
  bringIn(around([[x, y, r, r]]), 2.5, covered());
  moved();
}
