// Every act by key, and the sheet that tells the keys. Letters go by their place on the keyboard too, so that they
// work while Thai is being typed.

const chosenKey = () => (state.selected && "node" in state.selected ? state.selected.node : null);
const onChosen = (act) => () => { if (chosenKey() !== null) act(chosenKey()); };

// From the chosen node to the nearest one in that direction; without one, the best linked is chosen.
function stepTo(dx, dy) {
  if (chosenKey() === null) return labelOrder[0] ? choose({ node: labelOrder[0].id }) : undefined;
  const here = placeOf(nodeAt(chosenKey()));
  let best = null;
  for (const unit of scene.units.values()) {
    if (!unit.on || unit.id === chosenKey()) continue;
    const x = placeOf(unit.node).x - here.x;
    const y = placeOf(unit.node).y - here.y;
    const along = x * dx + y * dy;
    const beside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || beside > along * 1.5) continue;
    const cost = along + 2 * beside;
    if (!best || cost < best.cost) best = { cost, unit };
  }
  if (!best) return undefined;
  choose({ node: best.unit.id });
  const at = onScreen(best.unit.node);
  const frame = byId("canvas");
  if (at.x < 30 || at.y < 30 || at.x > frame.clientWidth - 30 || at.y > frame.clientHeight - 30) lookAtChosen();
  return undefined;
}

// Keys of the picture: how they are written on the sheet, their word, what they match, what they do.
const PICTURE_KEYS = [
  ["← ↑ ↓ →", "key_arrows", null, null],
  ["Enter", "key_enter", ["Enter"], () => { if (state.selected || state.path) byId("panel").focus(); }],
  ["Space", "key_fold", [" "], onChosen(turnFold)],
  ["1 2 3", "key_steps", null, null],
  ["O", "only_these", ["o", "KeyO"], onChosen(showOnly)],
  ["E", "expand", ["e", "KeyE"], onChosen(expand)],
  ["P", "path_from", ["p", "KeyP"], onChosen(startPath)],
  ["H", "hide", ["h", "KeyH"], onChosen(hide)],
  ["M", "key_move", ["m", "KeyM"], null],
  ["U", "unpin", ["u", "KeyU"], onChosen(unpin)],
  ["F", "fold_all", ["f", "KeyF"], () => foldAll(true)],
  ["G", "open_all", ["g", "KeyG"], () => foldAll(false)],
  ["+ −", "key_zoom", null, null],
  ["0", "fit", ["0", "Digit0"], () => { fit(); noteFrame(); }],
];
const PAGE_KEYS = [
  ["/", "search"], ["?", "help"], ["Esc", "key_escape"], ["Ctrl+Z", "undo"], ["Ctrl+Shift+Z", "redo"],
];
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NUDGE = 20; // px of the picture by which a key moves a node

// Shift and an arrow move the chosen node, and pin it.
function nudge(key, [dx, dy]) {
  const place = placeOf(nodeAt(key));
  dropped(key, { x: place.x + dx * NUDGE, y: place.y + dy * NUDGE });
}

function actOf(event) {
  const arrow = ARROWS[event.key];
  if (arrow) return event.shiftKey && chosenKey() !== null ? () => nudge(chosenKey(), arrow) : () => stepTo(...arrow);
  if (event.key === "+" || event.key === "=") return () => zoomBy(1.25);
  if (event.key === "-") return () => zoomBy(0.8);
  const digit = /^(?:Digit)?([123])$/.exec(event.key) || /^Digit([123])$/.exec(event.code);
  if (digit) return () => setSteps(Number(digit[1]));
  const found = PICTURE_KEYS.find(([, , matches, act]) => act && matches && (matches.includes(event.key.toLowerCase()) || matches.includes(event.key) || matches.includes(event.code)));
  return found && found[3];
}

function startKeys() {
  byId("canvas").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOf(event);
    if (!act) return;
    act();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const active = document.activeElement;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName) && !/^(checkbox|range)$/.test(active.type);
    if (byId("help").open) return;
    if (event.key === "Escape" && (state.selected || state.path || picking)) closePanel();
    if (typing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (event.code === "KeyZ" || event.key.toLowerCase() === "z")) {
      if (event.shiftKey) redo();
      else undo();
      event.preventDefault();
    } else if ((event.ctrlKey || event.metaKey) && event.code === "KeyY") {
      redo();
      event.preventDefault();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && (event.key === "?" || (event.code === "Slash" && event.shiftKey))) {
      openHelp();
      event.preventDefault();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && (event.key === "/" || event.code === "Slash")) {
      byId("search").focus();
      event.preventDefault();
    }
  });
}

function openHelp() {
  const rows = (keys) => keys.flatMap(([keys_, name]) => [
    make("dt", {}, ...keys_.split(" ").flatMap((one) => [make("kbd", {}, one), " "])), make("dd", {}, word(name))]);
  const shown = PICTURE_KEYS.filter(([, name]) => (name !== "fold_all" && name !== "open_all" && name !== "key_fold") || (foldable && folds.size > 1))
    .map(([keys_, name]) => [name === "key_move" ? "Shift+←↑↓→" : keys_, name]);
  byId("help").replaceChildren(
    make("div", { className: "panel-tools" }, make("h2", {}, word("help")),
      make("button", { type: "button", autofocus: true, onclick: () => byId("help").close() }, word("close") + " ×")),
    make("h3", {}, word("keys_page")), make("dl", {}, ...rows(PAGE_KEYS)),
    make("h3", {}, word("keys_picture")), make("dl", {}, ...rows(shown)),
    make("h3", {}, word("keys_pointer")),
    make("ul", { className: "plain" }, ...["pointer_tap", ...(foldable ? ["pointer_double"] : []), "pointer_drag", "pointer_zoom"].map((name) => make("li", {}, word(name)))));
  byId("help").setAttribute("aria-label", word("help"));
  byId("help").showModal();
}
