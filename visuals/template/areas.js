// What a view arranged: soft boxes behind nodes, their headings in screen space, and the words that stand on lines.

const areasNow = () => (tall ? data.areas.tall : data.areas.wide);
const roomOf = (node) => (tall ? node.h : node.w) || null;
const areaDiscs = () => areasNow().map(([, x, y, rx, ry]) => [x, y, rx, ry]);
const AREA_BAR = 44; // the width of the longest bar beside a heading, px

function paintAreas(context) {
  const scale = scaleNow();
  for (const [, x, y, rx, ry] of areasNow()) {
    context.beginPath();
    context.roundRect(x - rx, y - ry, 2 * rx, 2 * ry, 9 / Math.max(scale, 0.4));
    context.fillStyle = palette.region;
    context.fill();
    context.lineWidth = 1 / scale;
    context.strokeStyle = palette["region-edge"];
    context.stroke();
  }
}

// How many visible links touch the nodes of each area, by status.
function areaCounts() {
  return areasNow().map((area) => {
    const count = new Map();
    const seen = new Set();
    for (const link of area[6].flatMap((key) => linksOf.get(key) || [])) {
      if (!linkVisible(link) || seen.has(whole(link))) continue;
      seen.add(whole(link));
      count.set(link.s, (count.get(link.s) || 0) + 1);
    }
    return count;
  });
}

const summed = (count) => [...count.values()].reduce((a, b) => a + b, 0);

function nameAreas(context, taken, kept) {
  const tallies = areaCounts();
  const most = Math.max(1, ...tallies.map(summed));
  const scale = scaleNow();
  areasNow().forEach(([heading, x, y, rx, ry, align, counted], index) => {
    const total = summed(tallies[index]);
    const bar = counted.length && 2 * rx * scale > 130 ? (AREA_BAR * total) / most : 0;
    const size = SIZES.body + 0.5;
    const font = `700 ${size}px ${FONT}`;
    const room = 2 * rx * scale - 14 - (bar ? bar + 7 : 0);
    if (room < 30) return;
    const made = linesOf(context, pick(heading) + (counted.length ? ` ${total}` : ""), font, room, 1);
    const top = renderer.toScreen({ x, y: y - ry });
    const long = made.width + (bar ? bar + 7 : 0);
    const left = align === "right" ? top.x + rx * scale - 7 - long : align === "middle" ? top.x - long / 2 : top.x - rx * scale + 7;
    const box = { x: left, y: top.y + 3, w: long, h: size + 4 };
    if (!taken.free(box)) return;
    taken.take(box);
    boxesNow.push(box);
    context.globalAlpha = kept && counted.length && !counted.some((key) => kept.nodes.has(key)) ? 0.35 : 1;
    write(context, made, font, left, box.y + size, size, counted.length && !total ? palette.soft : palette.ink);
    let at = left + made.width + 7;
    for (const [status, look] of statuses) {
      const part = bar ? (bar * (tallies[index].get(status) || 0)) / (total || 1) : 0;
      context.fillStyle = state.theme === "dark" ? look[3] : look[2];
      if (part) context.fillRect(at, box.y + size / 2 - 1, Math.max(part - 0.6, 0.8), 5);
      at += part;
    }
    context.globalAlpha = 1;
  });
}

// A share or another word in the middle of its line, where it stands on nothing else.
function nameLines(context, taken, kept) {
  const size = SIZES.body - 1.5;
  const font = `700 ${size}px ${FONT}`;
  for (const line of scene.lines.values()) {
    const told = !line.bundle && line.on && line.from !== line.to && line.seen[0].o;
    if (!told || (kept && !kept.links.has(line.seen[0].index))) continue;
    const made = linesOf(context, told, font, 90, 1);
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const at = renderer.toScreen(alongLine(line, share));
      const box = { x: at.x - made.width / 2 - 2, y: at.y - size / 2 - 2, w: made.width + 4, h: size + 4 };
      if (!taken.free(box)) continue;
      taken.take(box);
      boxesNow.push(box);
      write(context, made, font, box.x + 2, box.y + size, size, colourOf(line.s));
      break;
    }
  }
}
