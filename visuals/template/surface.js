// The renderer of a large picture: three canvases on each other, for what lies behind, for units and lines, and for
// names and marks above. It gives what canvas.js says a renderer must give; how units and lines are painted is told in
// painter_gl.js and painter_2d.js, what the pointer does in pointer.js.

let renderer = null;

const LEAST_RADIUS = 2; // px: a node stays visible however far out
// A line grows and shrinks less than the picture does; a ribbon of bundles begins to when all of the picture is shown.
const growth = (line) => (line.bundle ? 0.7 * grain : 1);
const most = (line) => (line.bundle ? 1.3 : 2.4);
const widthOn = (line, scale) => Math.max(line.width * Math.min(Math.max(scale * growth(line), 0.55), most(line)), 0.7); // px

function surface() {
  const view = { x: 0, y: 0, scale: 1 };
  const size = { wide: 1, high: 1, ratio: 1 };
  const layers = {};
  let painter = null;
  let index = null;
  let waiting = 0;
  let dots = [];
  let lines = [];

  const toScreen = ({ x, y }) => ({ x: (x - view.x) * view.scale + size.wide / 2, y: (y - view.y) * view.scale + size.high / 2 });
  const toPicture = ({ x, y }) => ({ x: (x - size.wide / 2) / view.scale + view.x, y: (y - size.high / 2) / view.scale + view.y });

  function measure(frame) {
    Object.assign(size, { wide: frame.clientWidth || 1, high: frame.clientHeight || 1, ratio: Math.min(window.devicePixelRatio || 1, 2) });
    for (const layer of Object.values(layers)) {
      layer.width = Math.round(size.wide * size.ratio);
      layer.height = Math.round(size.high * size.ratio);
    }
  }

  function cleared(layer) {
    const context = layer.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, layer.width, layer.height);
    const step = view.scale * size.ratio;
    context.setTransform(step, 0, 0, step, layer.width / 2 - view.x * step, layer.height / 2 - view.y * step);
    return context;
  }

  function paint() {
    cancelAnimationFrame(waiting);
    waiting = 0;
    paintBehind(cleared(layers.behind));
    painter.paint(view, size);
    paintAbove(cleared(layers.above));
  }

  const redraw = () => { if (!waiting) waiting = requestAnimationFrame(paint); };

  function draw() {
    dots = [...scene.units.values()].map(unitLook).filter((look) => look.visible);
    const at = new Map(dots.map((dot) => [dot.id, dot]));
    lines = [...scene.lines.values()].map(lineLook).filter((look) => look.visible && look.from !== look.to)
      .map((look) => ({ ...look, a: at.get(look.from), b: at.get(look.to) }));
    index = indexOf(dots, lines);
    painter.load(dots, lines);
    paint();
  }

  function start(frame, events) {
    for (const name of ["behind", "middle", "above"]) {
      layers[name] = make("canvas", { className: "layer" });
      frame.append(layers[name]);
    }
    measure(frame);
    painter = glPainter(layers.middle) || flatPainter(layers.middle);
    layers.middle.dataset.painter = painter.name;
    layers.middle.addEventListener("webglcontextlost", () => replacePainter());
    draw();
    startPointer(frame, events, { view, toPicture, redraw, look, under: (at) => index.under(toPicture(at), view.scale), moveTo });
    new ResizeObserver(() => {
      measure(frame);
      paint();
      events.resized();
    }).observe(frame);
  }

  // A graphics processor may be taken away at any time; a plain canvas then goes on.
  function replacePainter() {
    const fresh = make("canvas", { className: "layer" });
    layers.middle.replaceWith(fresh);
    layers.middle = fresh;
    fresh.width = layers.above.width;
    fresh.height = layers.above.height;
    painter = flatPainter(fresh);
    fresh.dataset.painter = painter.name;
    painter.load(dots, lines);
    paint();
  }

  // A node that is dragged takes its lines with it.
  function moveTo(key, place) {
    const dot = dots.find((one) => one.id === key);
    Object.assign(dot, place);
    painter.load(dots, lines);
    redraw();
  }

  function look({ x, y, scale }) {
    Object.assign(view, { x, y, scale });
    redraw();
  }

  return {
    start, draw, redraw, look, toScreen, toPicture,
    looking: () => ({ ...view }),
    drawn: () => ({
      units: dots.map((dot) => dot.id),
      lines: lines.map((line) => ({ id: line.id, dashed: line.dash.length > 0, width: line.width })),
    }),
    paint, painter: () => painter.name,
  };
}

// Which unit or line lies under a point: nodes over groups, groups over lines. A grid holds the nodes.
function indexOf(dots, lines) {
  const CELL_SIZE = 60;
  const cells = new Map();
  const discs = [];
  const cellOf = (x, y) => Math.floor(x / CELL_SIZE) * 65537 + Math.floor(y / CELL_SIZE);
  for (const dot of dots) {
    if (dot.r > CELL_SIZE) discs.push(dot);
    else {
      const cell = cellOf(dot.x, dot.y);
      if (!cells.has(cell)) cells.set(cell, []);
      cells.get(cell).push(dot);
    }
  }
  discs.sort((a, b) => a.r - b.r);

  function dotAt({ x, y }, scale) {
    const slack = 3 / scale;
    const reach = Math.min(Math.ceil((CELL_SIZE + slack) / CELL_SIZE), 4);
    let best = null;
    for (let c = -reach; c <= reach; c++) {
      for (let r = -reach; r <= reach; r++) {
        for (const dot of cells.get(cellOf(x + c * CELL_SIZE, y + r * CELL_SIZE)) || []) {
          const gap = Math.hypot(dot.x - x, dot.y - y) - Math.max(dot.r, LEAST_RADIUS / scale);
          if (gap < slack && (!best || gap < best.gap)) best = { gap, dot };
        }
      }
    }
    return best ? best.dot : discs.find((dot) => Math.hypot(dot.x - x, dot.y - y) < dot.r) || null;
  }

  function lineAt({ x, y }, scale) {
    let best = null;
    for (const line of lines) {
      const near = widthOn(line, scale) / 2 / scale + 3 / scale;
      const bow = Math.abs(line.bend) * (Math.abs(line.a.x - line.b.x) + Math.abs(line.a.y - line.b.y));
      if (x < Math.min(line.a.x, line.b.x) - near - bow || x > Math.max(line.a.x, line.b.x) + near + bow) continue;
      if (y < Math.min(line.a.y, line.b.y) - near - bow || y > Math.max(line.a.y, line.b.y) + near + bow) continue;
      const gap = fromLine(line, x, y);
      if (gap < near && (!best || gap < best.gap)) best = { gap, line };
    }
    return best && best.line;
  }

  return {
    under(place, scale) {
      const dot = dotAt(place, scale);
      const line = dot ? null : lineAt(place, scale);
      return { unit: dot ? dot.id : null, line: line ? line.id : null };
    },
  };
}

// How far a point is from a line, seen as eight straight pieces.
function fromLine(line, x, y) {
  const control = controlOf(line.a, line.b, line.bend);
  const pieces_ = line.bend ? 8 : 1;
  let before = line.a;
  let least = Infinity;
  for (let i = 1; i <= pieces_; i++) {
    const t = i / pieces_;
    const at = {
      x: (1 - t) * (1 - t) * line.a.x + 2 * (1 - t) * t * control.x + t * t * line.b.x,
      y: (1 - t) * (1 - t) * line.a.y + 2 * (1 - t) * t * control.y + t * t * line.b.y,
    };
    const long = (at.x - before.x) ** 2 + (at.y - before.y) ** 2 || 1;
    const share = Math.min(Math.max(((x - before.x) * (at.x - before.x) + (y - before.y) * (at.y - before.y)) / long, 0), 1);
    least = Math.min(least, Math.hypot(before.x + share * (at.x - before.x) - x, before.y + share * (at.y - before.y) - y));
    before = at;
  }
  return least;
}
