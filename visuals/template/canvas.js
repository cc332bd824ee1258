// The renderer: vis-network, with places given and physics off. Nothing outside this file knows it. It brings panning,
// zooming, touch and what the pointer is on; what is seen is painted by plate.js, which is there before the library is:
// the picture is on the screen first, then the library is unpacked and woken.
//
// What a renderer must give, so that another can take its place (`renderer` below):
//   start(frame, events)  draw into the element for the first time; call the events (see stage.js):
//     tap(unit key or null, line id or null, at, time)  a click or tap, at a point of the frame in px; two quick ones
//                                                  in one place are told from the time (that of the input's own event)
//     doubleTap(unit key or null)                  only from a renderer that keeps the second tap to itself
//     over(unit key or null, line id or null, at)  what the pointer is on
//     dragged(unit key, place)                     a unit is being dragged, and is at that place of the picture now
//     dropped(unit key, place)                     a unit was dragged to a place of the picture
//     moved()                                      the reader zoomed or moved the picture
//     resized()
//   draw()                bring the drawing in line with `scene`, as unitLook() and lineLook() tell
//   redraw()              paint again; nothing changed but what is painted around it
//   look({x, y, scale})   show that place in the middle of the frame, at that scale
//   looking()             {x, y, scale} as it is now
//   toScreen(place)       a place of the picture as px of the frame; toPicture() the other way
//   wake()                where there is one: called when the library is there
//   drawn()               keys of the units and ids of the lines that are really drawn, for tests
// Around its own drawing it calls paintBehind(context) in the units of the picture, and paintAbove(context) after it,
// on a 2D context whose transform is that of the picture.

let renderer = null;

function visCanvas() {
  const last = new Map();
  const view = { x: 0, y: 0, scale: 1 }; // until the library keeps it
  const plate = startPlate(() => redrawSoon());
  let network = null;
  let place_ = null; // the element we draw into
  let told = null; // the events
  let still = null; // the canvas before there is a library
  let waiting = 0;
  let stale = false;
  let folds = null;
  let dots = null;
  let edges = null;

  let size = { wide: 1, high: 1, ratio: 1 };
  const measured = () => {
    size = { wide: place_.clientWidth || 1, high: place_.clientHeight || 1, ratio: window.devicePixelRatio || 1 };
    return size;
  };
  const looking = () => (network ? { ...network.getViewPosition(), scale: network.getScale() } : { ...view });

  const dotOf = (look) => ({
    id: look.id, x: look.x, y: look.y, size: look.r, shape: look.shape, hidden: !look.visible, opacity: look.opacity,
    borderWidth: look.edgeWidth, color: { background: look.fill, border: look.edge },
    shapeProperties: { borderDashes: look.edgeDash.length ? look.edgeDash : false },
  });
  const edgeOf = (look) => ({
    id: look.id, from: look.from, to: look.to, hidden: !look.visible, width: look.width,
    dashes: look.dash.length ? look.dash : false,
    color: { color: look.colour, hover: look.colour, opacity: look.opacity },
    smooth: look.bend ? { enabled: true, type: "curvedCW", roundness: look.bend } : false,
  });

  // only what looks different is touched
  function changed(records, kind) {
    return records.filter((record) => {
      const now = JSON.stringify(record);
      const key = kind + record.id;
      if (last.get(key) === now) return false;
      last.set(key, now);
      return true;
    });
  }

  // vis-network's own curves lean towards one end; these are the ones that marks, exports and figures know
  function straightenCurves() {
    const curved = Object.values(network.body.edges).find((edge) => edge.options.smooth.enabled && edge.edgeType._getViaCoordinates);
    if (!curved) return;
    Object.getPrototypeOf(curved.edgeType)._getViaCoordinates = function () {
      return controlOf(this.from, this.to, this.options.smooth.roundness);
    };
  }

  function draw() {
    if (!network) {
      stale = true; // nothing is made ready twice before the first picture
      return redrawSoon();
    }
    const units = [...scene.units.values()].map(unitLook);
    const lines = [...scene.lines.values()].map(lineLook);
    plate.load(units, lines);
    hand(units, lines);
    network.redraw();
  }

  // What the library must know to tell what the pointer is on.
  function hand(units, lines) {
    if (scene.folds !== folds) {
      // other units: all is laid anew, since lines are drawn in the order in which they came
      folds = scene.folds;
      last.clear();
      edges.clear();
      dots.clear();
    }
    const gone = edges.getIds().filter((id) => !scene.lines.has(id));
    gone.forEach((id) => last.delete("line" + id));
    edges.remove(gone);
    dots.update(changed(units.map(dotOf), "unit"));
    edges.update(changed(lines.map(edgeOf), "line"));
    straightenCurves();
    for (const node of Object.values(network.body.nodes)) {
      const { size, hidden } = node.options;
      Object.assign(node.shape, { width: 2 * size, height: 2 * size, radius: size, left: hidden ? Infinity : node.x - size, top: node.y - size });
    }
  }

  function redrawSoon() {
    if (network) network.body.emitter.emit("_requestRedraw");
    else if (!waiting) waiting = requestAnimationFrame(paintStill);
  }

  function loadStale() {
    if (stale) plate.load([...scene.units.values()].map(unitLook), [...scene.lines.values()].map(lineLook));
    stale = false;
  }

  function paintStill() {
    waiting = 0;
    if (network) return;
    loadStale();
    measured();
    const [wide, high] = [Math.round(size.wide * size.ratio), Math.round(size.high * size.ratio)];
    if (still.width !== wide || still.height !== high) Object.assign(still, { width: wide, height: high });
    const context = still.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    plate.paint(context, view, size);
  }

  function start(frame, events) {
    place_ = frame;
    told = events;
    still = make("canvas", { className: "still" });
    frame.append(still);
    measured();
    draw();
  }

  function wake() {
    loadStale();
    const before = looking();
    dots = new vis.DataSet();
    edges = new vis.DataSet();
    network = new vis.Network(place_, {}, data.options);
    Object.assign(network.renderer, {
      _drawEdges() {}, _drawArrows() {}, _resizeNodes() {}, _drawNodes: () => ({ drawExternalLabels: null }),
    });
    network.setData({ nodes: dots, edges });
    hand([...scene.units.values()].map(unitLook), [...scene.lines.values()].map(lineLook));
    network.on("afterDrawing", (context) => plate.paint(context, looking(), measured()));
    network.moveTo({ position: { x: before.x, y: before.y }, scale: before.scale, animation: false });
    network.redraw();
    // nothing is looked for under a pointer that holds the picture
    const { eventListeners } = network.body;
    const found = eventListeners.onMouseMove;
    eventListeners.onMouseMove = (event) => { if (!event.buttons) found(event); };
    listen(told);
  }

  function listen(events) {
    const over = (key, line, at) => {
      state.hoveredLine = line;
      events.over(key, line, at);
    };
    network.on("click", (event) => events.tap(event.nodes[0] ?? null, event.edges[0] ?? null, event.pointer.DOM, event.event.srcEvent.timeStamp));
    network.on("hoverNode", (event) => over(event.node, null, event.pointer.DOM));
    network.on("blurNode", () => over(null, null, null));
    network.on("hoverEdge", (event) => over(null, event.edge, event.pointer.DOM));
    network.on("blurEdge", () => over(null, null, null));
    network.on("zoom", events.moved);
    network.on("dragging", (event) => {
      if (!event.nodes.length) return;
      events.dragged(event.nodes[0], network.getPosition(event.nodes[0]));
      plate.load([...scene.units.values()].map(unitLook), [...scene.lines.values()].map(lineLook));
    });
    network.on("dragEnd", (event) => {
      if (!event.nodes.length) return events.moved();
      const key = event.nodes[0];
      return events.dropped(key, network.getPosition(key));
    });
    network.on("resize", events.resized);
  }

  function look({ x, y, scale }) {
    if (network) return network.moveTo({ position: { x, y }, scale, animation: false });
    Object.assign(view, { x, y, scale });
    return redrawSoon();
  }

  function toScreen(place) {
    if (network) return network.canvasToDOM(place);
    return { x: (place.x - view.x) * view.scale + size.wide / 2, y: (place.y - view.y) * view.scale + size.high / 2 };
  }

  return {
    start, draw, wake, look, looking, toScreen,
    redraw: () => (network ? network.redraw() : redrawSoon()),
    toPicture: (at) => network.DOMtoCanvas(at),
    drawn: () => ({
      units: plate.dots().map((dot) => dot.id),
      lines: plate.lines().map((line) => ({ id: line.id, dashed: line.dash.length > 0, width: line.width })),
    }),
  };
}
