// Units and lines of a large picture by the graphics processor (WebGL 2): two programs, one instance a unit or a line,
// so that a frame costs the same whether the picture stands still or moves. Null where the browser gives none, or only
// one that is slower than a plain canvas.

const LINE_VERTEX = `#version 300 es
layout(location=0) in vec2 a; layout(location=1) in vec2 b; layout(location=2) in vec3 shape; // bend, width, growth
layout(location=3) in vec4 dash; layout(location=4) in vec4 colour;
uniform vec3 view; uniform vec2 size; uniform float pieces; uniform float ratio;
out float side; out float along; out float half_; flat out vec4 dashes; flat out vec4 ink;
void main() {
  float t = floor(float(gl_VertexID) / 2.0) / pieces;
  float way = float(gl_VertexID % 2) * 2.0 - 1.0;
  vec2 p = (a - view.xy) * view.z, q = (b - view.xy) * view.z, d = q - p;
  vec2 c = (p + q) * 0.5 + vec2(-d.y, d.x) * shape.x;
  vec2 at = mix(mix(p, c, t), mix(c, q, t), t);
  vec2 tangent = mix(c - p, q - c, t);
  float far = length(tangent);
  vec2 normal = far > 0.0 ? vec2(-tangent.y, tangent.x) / far : vec2(0.0);
  half_ = max(shape.y * clamp(view.z * shape.z, 0.55, shape.z == 1.0 ? 2.4 : 1.3), 0.7) * 0.5;
  side = way * (half_ + 0.7);
  along = t * length(d);
  dashes = dash; ink = colour;
  vec2 px = at + normal * side;
  gl_Position = vec4(px.x * 2.0 / size.x, -px.y * 2.0 / size.y, 0.0, 1.0);
}`;
const LINE_FRAGMENT = `#version 300 es
precision mediump float;
in float side; in highp float along; in float half_; flat in vec4 dashes; flat in vec4 ink;
out vec4 paint;
void main() {
  float period = dashes.x + dashes.y + dashes.z + dashes.w;
  if (period > 0.0) {
    highp float m = mod(along, period);
    if ((m > dashes.x && m < dashes.x + dashes.y) || m > dashes.x + dashes.y + dashes.z) discard;
  }
  float alpha = ink.a * clamp(half_ + 0.5 - abs(side), 0.0, 1.0);
  paint = vec4(ink.rgb * alpha, alpha);
}`;
const DOT_VERTEX = `#version 300 es
layout(location=0) in vec3 at; layout(location=1) in vec3 look; // shape, edge width, dashed edge
layout(location=2) in vec4 fill; layout(location=3) in vec4 edge;
uniform vec3 view; uniform vec2 size; uniform float ratio;
out vec2 place; out float radius; flat out vec3 looks; flat out vec4 inner; flat out vec4 outer;
void main() {
  vec2 corner = vec2(float(gl_VertexID % 2), floor(float(gl_VertexID) / 2.0)) * 2.0 - 1.0;
  radius = max(at.z * view.z, 2.0);
  float reach = radius * 1.2 + look.y + 1.0;
  place = corner * reach;
  looks = look; inner = fill; outer = edge;
  vec2 px = (at.xy - view.xy) * view.z + place;
  gl_Position = vec4(px.x * 2.0 / size.x, -px.y * 2.0 / size.y, 0.0, 1.0);
}`;
const DOT_FRAGMENT = `#version 300 es
precision highp float;
in vec2 place; in float radius; flat in vec3 looks; flat in vec4 inner; flat in vec4 outer;
out vec4 paint;
float outside(vec2 p, float r) {
  int shape = int(looks.x + 0.5);
  vec2 q = abs(p);
  if (shape == 1) return max(q.x, q.y) - r * 0.9;
  if (shape == 2) return (q.x + q.y - r * 1.15) * 0.7071;
  if (shape == 3) return max(p.y - r * 0.8, dot(vec2(q.x, p.y + r * 1.1), vec2(0.8752, -0.4837)));
  if (shape == 4) return max(-p.y - r * 0.8, dot(vec2(q.x, -p.y + r * 1.1), vec2(0.8752, -0.4837)));
  if (shape == 5) return max(q.y - r * 0.87, q.x * 0.867 + q.y * 0.498 - r * 0.867);
  return length(p) - r;
}
void main() {
  float far = outside(place, radius);
  bool thin = radius < 3.5 && looks.y <= 1.5; // no room for a rim: where there is one, its colour is all that is seen
  float thick = thin ? 0.0 : looks.y;
  float all = clamp(0.5 - far + thick * 0.5, 0.0, 1.0);
  float core = clamp(0.5 - far - thick * 0.5, 0.0, 1.0);
  vec4 rim = outer;
  vec4 body = thin && looks.y > 1.0 ? outer : inner;
  if (looks.z > 0.5 && mod(atan(place.y, place.x) * radius, 7.0) > 4.0) rim.a = 0.0;
  vec4 ink = mix(vec4(rim.rgb * rim.a, rim.a), vec4(body.rgb * body.a, body.a), core);
  if (all <= 0.0) discard;
  paint = ink * all;
}`;
const SHAPE_NUMBERS = { dot: 0, square: 1, diamond: 2, triangle: 3, triangleDown: 4, hexagon: 5 };
const PIECES = 10; // straight pieces of a curve

// A processor that is only pretended paints more slowly than a plain canvas does. `?painter=webgl` in the address of the
// page takes it all the same, `?painter=2d` never takes any.
const PRETENDED = /swiftshader|llvmpipe|softpipe|software|basic render/i;
const WANTED = new URLSearchParams(location.search).get("painter");

function realProcessor() {
  if (WANTED === "2d") return false;
  const gl = make("canvas", {}).getContext("webgl2");
  if (!gl) return false;
  const told = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  const loses = gl.getExtension("WEBGL_lose_context");
  if (loses) loses.loseContext();
  return WANTED === "webgl" || !PRETENDED.test(name);
}

function glPainter(canvas) {
  const gl = realProcessor() && canvas.getContext("webgl2", { antialias: false, premultipliedAlpha: true, preserveDrawingBuffer: true });
  if (!gl) return null;
  const lineProgram = built(gl, LINE_VERTEX, LINE_FRAGMENT);
  const dotProgram = built(gl, DOT_VERTEX, DOT_FRAGMENT);
  if (!lineProgram || !dotProgram) return null;
  const straight = batch(gl, [2, 2, 3, 4, 4]);
  const curved = batch(gl, [2, 2, 3, 4, 4]);
  const points = batch(gl, [3, 3, 4, 4]);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

  const lineRow = (line) => {
    const { a, b, bend, width, dash, colour, opacity } = line;
    const [red, green, blue, alpha] = inkOf(colour);
    const four = dash.length ? [dash[0], dash[1] || 0, dash[2] || 0, dash[3] || 0] : [0, 0, 0, 0];
    return [a.x, a.y, b.x, b.y, bend, width, growth(line), ...four, red, green, blue, alpha * opacity];
  };
  const dotRow = ({ x, y, r, shape, edgeWidth, edgeDash, fill, edge, opacity }) => {
    const inner = inkOf(fill);
    const outer = inkOf(edge);
    return [x, y, r, SHAPE_NUMBERS[shape] || 0, edgeWidth, edgeDash.length ? 1 : 0,
      inner[0], inner[1], inner[2], inner[3] * opacity, outer[0], outer[1], outer[2], outer[3] * opacity];
  };

  function show(program, some, vertices, view, size) {
    if (!some.count) return;
    gl.useProgram(program.program);
    gl.uniform3f(program.view, view.x, view.y, view.scale);
    gl.uniform2f(program.size, size.wide, size.high);
    if (program.pieces) gl.uniform1f(program.pieces, vertices / 2 - 1);
    gl.bindVertexArray(some.array);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, vertices, some.count);
  }

  return {
    name: "webgl",
    load(dots, lines) {
      straight.fill(lines.filter((line) => !line.bend).map(lineRow));
      curved.fill(lines.filter((line) => line.bend).map(lineRow));
      points.fill([...dots].sort((a, b) => b.r - a.r).map(dotRow)); // groups below the nodes
    },
    paint(view, size) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      show(lineProgram, straight, 4, view, size);
      show(lineProgram, curved, 2 * PIECES + 2, view, size);
      show(dotProgram, points, 4, view, size);
    },
  };
}

function built(gl, vertex, fragment) {
  const program = gl.createProgram();
  for (const [type, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  return { program, ...Object.fromEntries(["view", "size", "pieces"].map((name) => [name, gl.getUniformLocation(program, name)])) };
}

// A buffer of rows, one row an instance; `parts` says how many numbers each of its attributes has.
function batch(gl, parts) {
  const array = gl.createVertexArray();
  const buffer = gl.createBuffer();
  const long = parts.reduce((sum, part) => sum + part, 0);
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  let offset = 0;
  parts.forEach((part, place) => {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, part, gl.FLOAT, false, long * 4, offset * 4);
    gl.vertexAttribDivisor(place, 1);
    offset += part;
  });
  const made = { array, count: 0, fill(rows) {
    made.count = rows.length;
    const numbers = new Float32Array(rows.length * long);
    rows.forEach((row, i) => numbers.set(row, i * long));
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
  } };
  return made;
}

// A colour of the style sheet as four numbers from 0 to 1.
const inks = new Map();
function inkOf(colour) {
  let ink = inks.get(colour);
  if (!ink) {
    const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
    const numbers = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
    ink = [numbers[0] / 255, numbers[1] / 255, numbers[2] / 255, numbers.length > 3 ? numbers[3] : 1];
    inks.set(colour, ink);
  }
  return ink;
}
