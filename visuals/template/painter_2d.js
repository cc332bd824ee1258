// Units and lines of a large picture on a plain canvas: what looks the same is painted in one stroke. What lies outside
// of the frame is left out.

const TOGETHER = 200; // shapes of one stroke: a browser takes ever longer over more

function flatPainter(canvas) {
  const context = canvas.getContext("2d");
  let dots = [];
  let lines = [];

  function paintLines(view, size, seen) {
    const strokes = new Map();
    const full = [];
    for (const line of lines) {
      const bow = Math.abs(line.bend) * (Math.abs(line.a.x - line.b.x) + Math.abs(line.a.y - line.b.y));
      if (Math.min(line.a.x, line.b.x) - bow > seen.right || Math.max(line.a.x, line.b.x) + bow < seen.left) continue;
      if (Math.min(line.a.y, line.b.y) - bow > seen.bottom || Math.max(line.a.y, line.b.y) + bow < seen.top) continue;
      const width = Math.round(widthOn(line, view.scale) * 4) / 4;
      const look = `${line.colour}|${Math.round(line.opacity * 20)}|${width}|${line.dash}`;
      let stroke = strokes.get(look);
      if (!stroke || stroke.count >= TOGETHER) {
        if (stroke) full.push(stroke);
        strokes.set(look, stroke = { line, width, path: new Path2D(), count: 0 });
      }
      stroke.count += 1;
      stroke.path.moveTo(line.a.x, line.a.y);
      if (line.bend) {
        const control = controlOf(line.a, line.b, line.bend);
        stroke.path.quadraticCurveTo(control.x, control.y, line.b.x, line.b.y);
      } else stroke.path.lineTo(line.b.x, line.b.y);
    }
    for (const { line, width, path } of [...full, ...strokes.values()]) {
      context.globalAlpha = line.opacity;
      context.strokeStyle = line.colour;
      context.lineWidth = width / view.scale;
      context.setLineDash(line.dash.map((part) => part / view.scale));
      context.stroke(path);
    }
    context.setLineDash([]);
  }

  function paintDots(view, size, seen) {
    const fills = new Map();
    const full = [];
    for (const dot of dots) {
      const r = Math.max(dot.r, LEAST_RADIUS / view.scale);
      if (dot.x + r < seen.left || dot.x - r > seen.right || dot.y + r < seen.top || dot.y - r > seen.bottom) continue;
      const look = `${dot.fill}|${dot.edge}|${dot.edgeWidth}|${dot.opacity}|${dot.edgeDash}`;
      let fill = fills.get(look);
      if (!fill || fill.count >= TOGETHER) {
        if (fill) full.push(fill);
        fills.set(look, fill = { dot, path: new Path2D(), thin: r * view.scale < 3.5, count: 0 });
      }
      fill.count += 1;
      trace(fill.path, dot.shape, dot.x, dot.y, r);
    }
    for (const { dot, path, thin } of [...full, ...fills.values()]) {
      context.globalAlpha = dot.opacity;
      const rimmed = thin && dot.edgeWidth === RIM; // where there is no room for a rim, its colour is all that is seen
      context.fillStyle = rimmed ? dot.edge : dot.fill;
      context.fill(path);
      if (thin && dot.edgeWidth <= RIM) continue;
      context.strokeStyle = dot.edge;
      context.lineWidth = dot.edgeWidth / view.scale;
      context.setLineDash(dot.edgeDash.map((part) => part / view.scale));
      context.stroke(path);
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  return {
    name: "2d",
    load(newDots, newLines) {
      dots = [...newDots].sort((a, b) => b.r - a.r); // groups below the nodes
      lines = newLines;
    },
    paint(view, size) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      const step = view.scale * size.ratio;
      context.setTransform(step, 0, 0, step, canvas.width / 2 - view.x * step, canvas.height / 2 - view.y * step);
      const across = size.wide / view.scale / 2;
      const down = size.high / view.scale / 2;
      const seen = { left: view.x - across, right: view.x + across, top: view.y - down, bottom: view.y + down };
      paintLines(view, size, seen);
      paintDots(view, size, seen);
    },
  };
}

// The outline of a shape around a point.
function trace(path, shape, x, y, r) {
  const corners = CORNERS[shape];
  if (!corners) {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([cx, cy], i) => (i ? path.lineTo(x + cx * r, y + cy * r) : path.moveTo(x + cx * r, y + cy * r)));
  path.closePath();
}

const CORNERS = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  triangle: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  triangleDown: [[0, 1.1], [1.05, -0.8], [-1.05, -0.8]],
  hexagon: [[-0.5, -0.87], [0.5, -0.87], [1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0]],
};
