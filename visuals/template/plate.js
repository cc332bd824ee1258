// How units and lines are painted. They are painted once, on a plate somewhat larger than the frame; while the reader
// moves or zooms, the plate is shown where it belongs, and a moment after that painted sharp for where it then stands.
// Names keep their size: while things move they go with what they name, and are laid out anew every few frames.
//
// Each line is a stroke of its own: one stroke of many lines looks cheaper, but takes five to thirty times as long where
// no graphics processor helps.

const PLATE_MARGIN = 0.2; // of the frame, on each side
const STILL_AFTER = 140; // ms without a move until the plate is painted anew
const NAMES_AFTER = 240; // ms until names that move are laid out anew
const FEW = 250; // so many units and lines are painted straight into the frame, sharp at all times

function startPlate(again) {
  let dots = [];
  let lines = [];
  let box = null; // what the picture takes up
  let whole = null; // the last plate with all of the picture on it, and the view it was painted for
  let near = null; // the last plate with a part of it
  let begun = false; // whether anything has been painted since the picture changed
  let names = null; // names as laid out, for which view and when
  let last = { x: NaN, y: NaN, scale: NaN };
  let movedAt = -Infinity;
  let timer = 0;

  function load(newDots, newLines) {
    dots = newDots.filter((dot) => dot.visible);
    const at = new Map(dots.map((dot) => [dot.id, dot]));
    lines = newLines.filter((line) => line.visible).map((line) => ({ ...line, a: at.get(line.from), b: at.get(line.to) }))
      .filter((line) => line.a && line.b);
    const discs = dots.map((dot) => [dot.x, dot.y, dot.r, dot.r]).concat(openRegions().map((region) => region.slice(1)));
    const bow = Math.max(0, ...lines.map((line) => Math.abs(line.bend) * Math.hypot(line.a.x - line.b.x, line.a.y - line.b.y)));
    box = around(discs.map(([x, y, rx, ry]) => [x, y, rx + bow / 2 + 12, ry + bow / 2 + 12]));
    whole = near = null;
    begun = false;
  }

  function paint(context, view, size) {
    const now = performance.now();
    const moving = begun && (view.x !== last.x || view.y !== last.y || view.scale !== last.scale);
    last = { ...view };
    if (moving) movedAt = now;
    const still = now - movedAt > STILL_AFTER - 20;
    if (!still) {
      clearTimeout(timer);
      timer = setTimeout(again, STILL_AFTER);
    }
    if (dots.length + lines.length < FEW) {
      toPicture(context, view, size.wide, size.high, size.ratio);
      paintAll(context, seenFrom(view, size, 0), view.scale);
    } else show(context, plateFor(view, size, still), view, size);
    begun = true;
    toPicture(context, view, size.wide, size.high, size.ratio);
    paintHovered(context, view.scale);
    if (still || !names || now - names.time > NAMES_AFTER) names = layNames(context, view, now);
    context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
    paintNames(context, view, size);
  }

  const seenFrom = (view, size, margin) => {
    const across = (size.wide * (0.5 + margin)) / view.scale;
    const down = (size.high * (0.5 + margin)) / view.scale;
    return { left: view.x - across, right: view.x + across, top: view.y - down, bottom: view.y + down };
  };

  // The plate that is nearest to the view and holds all that is in the frame; else a new one.
  function plateFor(view, size, still) {
    const off = (sheet) => Math.abs(Math.log(view.scale / sheet.view.scale));
    const most = still ? 1e-6 : 1.25;
    const fit = [whole, near].filter((sheet) => sheet && off(sheet) < most && holds(sheet, view, size)).sort((a, b) => off(a) - off(b));
    if (fit.length) return fit[0];
    const made = painted(view, size);
    const { left, right, top, bottom } = made.seen;
    if (left <= box.left && right >= box.right && top <= box.top && bottom >= box.bottom) whole = made;
    else near = made;
    return made;
  }

  function holds(sheet, view, size) {
    if (sheet.wide !== size.wide || sheet.high !== size.high || sheet.ratio !== size.ratio) return false;
    const wanted = seenFrom(view, size, 0);
    const has = sheet.seen;
    return Math.max(wanted.left, box.left) >= has.left - 1 && Math.min(wanted.right, box.right) <= has.right + 1 &&
      Math.max(wanted.top, box.top) >= has.top - 1 && Math.min(wanted.bottom, box.bottom) <= has.bottom + 1;
  }

  function painted(view, size) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(size.wide * (1 + 2 * PLATE_MARGIN) * size.ratio);
    canvas.height = Math.round(size.high * (1 + 2 * PLATE_MARGIN) * size.ratio);
    const context = canvas.getContext("2d");
    const seen = seenFrom(view, size, PLATE_MARGIN);
    toPicture(context, view, canvas.width / size.ratio, canvas.height / size.ratio, size.ratio);
    paintAll(context, seen, view.scale);
    return { canvas, seen, view: { ...view }, ...size };
  }

  function show(context, sheet, view, size) {
    const grown = view.scale / sheet.view.scale;
    const step = view.scale * size.ratio;
    const left = (sheet.view.x - view.x) * step + (size.wide * size.ratio - sheet.canvas.width * grown) / 2;
    const top = (sheet.view.y - view.y) * step + (size.high * size.ratio - sheet.canvas.height * grown) / 2;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.imageSmoothingEnabled = grown > 1; // made smaller, smoothing costs ten times as much, for an eighth of a second
    context.drawImage(sheet.canvas, Math.round(left), Math.round(top), sheet.canvas.width * grown, sheet.canvas.height * grown);
  }

  function paintAll(context, seen, scale) {
    paintBehind(context);
    paintLines(context, lines, seen, scale);
    paintDots(context, dots, seen, scale);
    paintAboveLines(context);
  }

  // What the pointer is on stands out: a unit by a ring, a line by its full colour.
  function paintHovered(context, scale) {
    const line = state.hoveredLine && lines.find((one) => one.id === state.hoveredLine);
    if (line) {
      paintLines(context, [{ ...line, opacity: 1, width: line.width + 1 }], null, scale);
      paintDots(context, [line.a, line.b], null, scale);
    }
    const dot = state.hovered && dots.find((one) => one.id === state.hovered);
    if (!dot) return;
    context.beginPath();
    context.arc(dot.x, dot.y, dot.r + 3 / scale, 0, 2 * Math.PI);
    context.lineWidth = 2 / scale;
    context.strokeStyle = palette.accent;
    context.stroke();
  }

  function layNames(context, view, time) {
    const pen = namePen(context);
    drawLabels(pen);
    return { marks: pen.marks, view: { ...view }, time };
  }

  function paintNames(context, view, size) {
    const grown = view.scale / names.view.scale;
    const moved = (at, middle, name) => (at - middle) * grown + middle + (names.view[name] - view[name]) * view.scale;
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    for (const mark of names.marks) {
      const x = moved(mark.x, size.wide / 2, "x");
      const y = moved(mark.y, size.high / 2, "y");
      if (x > size.wide || y < -20 || y > size.high + 40) continue;
      Object.assign(context, mark.style);
      if (mark.text === null) context.fillRect(x, y, mark.w, mark.h);
      else context[mark.act](mark.text, x, y);
    }
    context.globalAlpha = 1;
  }

  return { load, paint, dots: () => dots, lines: () => lines };
}

// From here on the context is in the units of the picture.
function toPicture(context, view, wide, high, ratio) {
  const step = view.scale * ratio;
  context.setTransform(step, 0, 0, step, (wide * ratio) / 2 - view.x * step, (high * ratio) / 2 - view.y * step);
}

// A context that keeps the names and bars that are drawn on it, to paint them several times.
function namePen(context) {
  const marks = [];
  const pen = {
    marks, font: "", fillStyle: "", strokeStyle: "", lineWidth: 1, globalAlpha: 1,
    save() {}, restore() {}, setTransform() {},
    getTransform: () => context.getTransform(),
    measureText(text) {
      context.font = pen.font;
      return context.measureText(text);
    },
    strokeText(text, x, y) {
      const style = { font: pen.font, strokeStyle: pen.strokeStyle, lineWidth: pen.lineWidth, globalAlpha: pen.globalAlpha };
      marks.push({ act: "strokeText", text, x, y, style });
    },
    fillText(text, x, y) {
      marks.push({ act: "fillText", text, x, y, style: { font: pen.font, fillStyle: pen.fillStyle, globalAlpha: pen.globalAlpha } });
    },
    fillRect(x, y, w, h) {
      marks.push({ text: null, x, y, w, h, style: { fillStyle: pen.fillStyle, globalAlpha: pen.globalAlpha } });
    },
  };
  return pen;
}

// Lines as curves or straight, those outside of what is seen left out; round ends only where they are seen.
function paintLines(context, lines, seen, scale) {
  let dash = null;
  for (const line of lines) {
    const { a, b } = line;
    const control = line.bend && a !== b ? controlOf(a, b, line.bend) : null;
    if (seen && (Math.max(a.x, b.x, control ? control.x : a.x) < seen.left || Math.min(a.x, b.x, control ? control.x : a.x) > seen.right ||
      Math.max(a.y, b.y, control ? control.y : a.y) < seen.top - 60 || Math.min(a.y, b.y, control ? control.y : a.y) > seen.bottom)) continue;
    context.globalAlpha = line.opacity;
    context.strokeStyle = line.colour;
    context.lineWidth = Math.max(line.width, 0.3 / scale);
    if (dash !== line.dash) {
      dash = line.dash;
      context.setLineDash(dash);
      context.lineCap = dash.length && line.width * scale > 1.6 ? "round" : "butt";
    }
    context.beginPath();
    if (a === b) {
      const radius = Math.max(20, a.r);
      context.arc(a.x + radius * 0.7, a.y - radius * 0.7, radius, 0, 2 * Math.PI);
    } else {
      context.moveTo(a.x, a.y);
      if (control) context.quadraticCurveTo(control.x, control.y, b.x, b.y);
      else context.lineTo(b.x, b.y);
    }
    context.stroke();
  }
  context.setLineDash([]);
  context.lineCap = "butt";
  context.globalAlpha = 1;
}

const OUTLINES = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -1.01], [1.15, 0.98], [-1.15, 0.98]],
  triangleDown: [[0, 1.01], [1.15, -0.98], [-1.15, -0.98]],
  hexagon: [[1, 0], [0.5, 0.866], [-0.5, 0.866], [-1, 0], [-0.5, -0.866], [0.5, -0.866]],
};

function paintDots(context, dots, seen, scale) {
  for (const dot of dots) {
    const { x, y, r } = dot;
    if (seen && (x + 2 * r < seen.left || x - 2 * r > seen.right || y + 2 * r < seen.top || y - 2 * r > seen.bottom)) continue;
    context.globalAlpha = dot.opacity;
    context.fillStyle = dot.fill;
    context.beginPath();
    const corners = OUTLINES[dot.shape];
    if (!corners) context.arc(x, y, r, 0, 2 * Math.PI);
    else {
      corners.forEach(([cx, cy], at) => (at ? context.lineTo(x + cx * r, y + cy * r) : context.moveTo(x + cx * r, y + cy * r)));
      context.closePath();
    }
    context.fill();
    context.strokeStyle = dot.edge;
    context.lineWidth = Math.min(2 * r, dot.edgeWidth / scale);
    if (dot.edgeDash.length) context.setLineDash(dot.edgeDash);
    context.stroke();
    if (dot.edgeDash.length) context.setLineDash([]);
  }
  context.globalAlpha = 1;
}
