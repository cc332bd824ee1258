// The renderer: vis-network, with places given and physics off. Nothing outside this file knows it.
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
//   drawn()               keys of the units and ids of the lines that are really drawn, for tests
// Around its own drawing it calls paintBehind(context) in the units of the picture, and paintAbove(context) after it,
// on a 2D context whose transform is that of the picture.

let renderer = null;

function visCanvas() {
  const last = new Map();
  let network = null;
  let folds = null;
  const dots = new vis.DataSet();
  const edges = new vis.DataSet();

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
    const units = [...scene.units.values()];
    const lines = [...scene.lines.values()];
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
    dots.update(changed(units.map((unit) => dotOf(unitLook(unit))), "unit"));
    edges.update(changed(lines.map((line) => edgeOf(lineLook(line))), "line"));
    if (network) {
      straightenCurves();
      network.redraw();
    }
  }

  function start(frame, events) {
    draw();
    network = new vis.Network(frame, { nodes: dots, edges }, data.options);
    straightenCurves();
    network.on("beforeDrawing", paintBehind);
    network.on("afterDrawing", paintAbove);
    network.on("click", (event) => events.tap(event.nodes[0] ?? null, event.edges[0] ?? null, event.pointer.DOM, event.event.srcEvent.timeStamp));
    network.on("hoverNode", (event) => events.over(event.node, null, event.pointer.DOM));
    network.on("blurNode", () => events.over(null, null, null));
    network.on("hoverEdge", (event) => events.over(null, event.edge, event.pointer.DOM));
    network.on("blurEdge", () => events.over(null, null, null));
    network.on("zoom", events.moved);
    network.on("dragging", (event) => { if (event.nodes.length) events.dragged(event.nodes[0], network.getPosition(event.nodes[0])); });
    network.on("dragEnd", (event) => {
      if (!event.nodes.length) return events.moved();
      const key = event.nodes[0];
      return events.dropped(key, network.getPosition(key));
    });
    network.on("resize", events.resized);
  }

  return {
    start, draw,
    redraw: () => network.redraw(),
    look: ({ x, y, scale }) => network.moveTo({ position: { x, y }, scale, animation: false }),
    looking: () => ({ ...network.getViewPosition(), scale: network.getScale() }),
    toScreen: (place) => network.canvasToDOM(place),
    toPicture: (at) => network.DOMtoCanvas(at),
    drawn: () => ({
      units: dots.get().filter((dot) => !dot.hidden).map((dot) => dot.id),
      lines: edges.get().filter((edge) => !edge.hidden && network.body.edges[edge.id].connected)
        .map((edge) => ({ id: edge.id, dashed: Boolean(edge.dashes), width: edge.width })),
    }),
  };
}
