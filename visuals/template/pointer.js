// What mouse, pen and fingers do with the surface of a large picture: tap, double tap, move, zoom, drag a node.

const STILL = 5; // px that a tap may move

function startPointer(frame, events, ground) {
  const down = new Map(); // pointers that are down, by id
  let held = null; // what the first of them does
  let dragging = false; // whether what was let go last had been moved
  let last = { time: 0, at: { x: 0, y: 0 }, unit: null }; // the last tap
  let hovering = 0;

  const atOf = (event) => {
    const box = frame.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  frame.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const at = atOf(event);
    down.set(event.pointerId, at);
    try { frame.setPointerCapture(event.pointerId); } catch { /* a pointer that is gone already */ }
    if (down.size === 1) held = { start: at, at, unit: ground.under(at).unit, moved: false };
    else held.moved = true;
    frame.focus({ preventScroll: true });
  });

  frame.addEventListener("pointermove", (event) => {
    const at = atOf(event);
    if (!down.has(event.pointerId)) return hover(at);
    const before = down.get(event.pointerId);
    down.set(event.pointerId, at);
    if (down.size === 2) return pinch(event.pointerId, before, at);
    if (!held.moved && Math.hypot(at.x - held.start.x, at.y - held.start.y) < STILL) return;
    held.moved = true;
    held.at = at;
    const unit = held.unit && scene.units.get(held.unit);
    if (unit && unit.fold === null) {
      const { x, y } = ground.toPicture(at);
      events.dragged(held.unit, { x, y });
      ground.moveTo(held.unit, { x, y });
    } else {
      const { view } = ground;
      ground.look({ ...view, x: view.x - (at.x - before.x) / view.scale, y: view.y - (at.y - before.y) / view.scale });
    }
  });

  // Two fingers: what lies between them stays there.
  function pinch(id, before, at) {
    const [other_] = [...down].filter(([key]) => key !== id).map(([, place]) => place);
    const was = Math.hypot(before.x - other_.x, before.y - other_.y) || 1;
    zoomAt({ x: (at.x + other_.x) / 2, y: (at.y + other_.y) / 2 }, Math.hypot(at.x - other_.x, at.y - other_.y) / was);
  }

  function zoomAt(at, factor) {
    const { view } = ground;
    const fixed = ground.toPicture(at);
    const scale = Math.min(12, Math.max(0.01, view.scale * factor));
    const share = view.scale / scale;
    ground.look({ x: fixed.x + (view.x - fixed.x) * share, y: fixed.y + (view.y - fixed.y) * share, scale });
    events.moved();
  }

  function lift(event) {
    if (!down.delete(event.pointerId) || down.size) return;
    const was = held;
    held = null;
    dragging = was.moved;
    if (event.type === "pointercancel" || !was.moved) return;
    const unit = was.unit && scene.units.get(was.unit);
    if (unit && unit.fold === null) events.dropped(was.unit, ground.toPicture(was.at));
    else events.moved();
  }
  frame.addEventListener("pointerup", lift);
  frame.addEventListener("pointercancel", lift);

  // The first of two clicks may open the panel, which moves the picture: the second is for what the first hit.
  frame.addEventListener("click", (event) => {
    if (dragging) return;
    const at = atOf(event);
    const twice = event.detail === 2 || (event.detail < 2 && event.timeStamp - last.time < 420 && Math.hypot(at.x - last.at.x, at.y - last.at.y) < 24);
    if (twice) {
      last.time = 0;
      events.doubleTap(last.unit);
      return;
    }
    const { unit, line } = ground.under(at);
    last = { time: event.timeStamp, at, unit };
    events.tap(unit, line, at);
  });

  let over_ = "";
  function hover(at) {
    if (hovering) return;
    hovering = requestAnimationFrame(() => {
      hovering = 0;
      const { unit, line } = ground.under(at);
      const now = JSON.stringify([unit, line]);
      if (now === over_) return;
      over_ = now;
      events.over(unit, line, at);
    });
  }

  frame.addEventListener("pointerleave", () => {
    if (over_) events.over(null, null, null);
    over_ = "";
  });
  frame.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomAt(atOf(event), Math.exp(-Math.max(-60, Math.min(60, event.deltaY * (event.deltaMode ? 20 : 1))) * 0.004));
  }, { passive: false });
}
