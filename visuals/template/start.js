// Language, theme, keys, print, and the start: the drawing library is unpacked and run, then the picture drawn.

const systemTheme = () => (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

// Every word of the page in the language of the view.
function showWords() {
  document.documentElement.lang = state.language;
  document.title = pick(data.title);
  byId("title").textContent = pick(data.title);
  byId("answer").textContent = pick(data.answer);
  byId("answer").hidden = !pick(data.answer);
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = word(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
  byId("language").lang = state.language === "th" ? "en" : "th";
  buildLegend();
  if (byId("table").open) fillTable();
}

function showTheme() {
  document.documentElement.dataset.theme = state.theme;
  readPalette();
}

function speak(language) {
  change(() => {
    state.language = language;
    showWords();
  });
}

function paint(theme) {
  change(() => {
    state.theme = theme;
    state.themeChosen = true;
    showTheme();
    buildLegend();
  });
}

// Print is light whatever the screen is; the view itself stays as it was.
function startPrint() {
  let before = "light";
  const turn_ = (theme) => {
    state.theme = theme;
    showTheme();
    buildLegend();
    refresh();
  };
  window.addEventListener("beforeprint", () => { before = state.theme; turn_("light"); });
  window.addEventListener("afterprint", () => turn_(before));
}

// What is drawn now and what is in the data, what is folded, filtered and hidden, and which data it is.
function tellCaption() {
  const seen = links.filter(linkVisible);
  const units = [...scene.units.values()].filter((unit) => unit.on);
  const folds = units.filter((unit) => unit.fold !== null);
  const inside = folds.reduce((sum, unit) => sum + unit.members.filter(nodeVisible).length, 0);
  const bundles = [...scene.lines.values()].filter((line) => line.on && line.bundle).length;
  const off = distinct(links) - distinct(seen);
  const gone = data.nodes.filter((node) => !node.on).length;
  const [allNodes, allLinks, date, content] = data.stamp || [];
  const told = [
    nested && !openIds().length ? word("said_large") : "",
    filled("drawn", { nodes: units.length, links: distinct(seen) }) +
      (data.stamp ? " " + filled("in_data", { nodes: allNodes, links: allLinks }) : ""),
    folds.length ? filled("told_folds", { count: folds.length, nodes: inside, lines: bundles }) : "",
    off ? filled("told_off", { links: off }) : "",
    gone ? filled("told_gone", { nodes: gone }) : "",
    date ? filled("data_of", { date }) : "",
    content ? filled("content", { hash: content.slice(0, 16) }) : "",
    nested && renderer && renderer.painter() === "2d" ? word("no_webgl") : "",
  ];
  byId("caption").textContent = told.filter(Boolean).join(" · ");
}

// From the chosen node to the nearest one in that direction; without one, the picture moves.
function step(dx, dy) {
  if (!state.selected || !("node" in state.selected)) {
    const best = labelOrder[0];
    return best ? choose({ node: best.id }) : undefined;
  }
  const here = placeOf(nodeAt(state.selected.node));
  let best = null;
  for (const unit of scene.units.values()) {
    if (!unit.on || unit.id === state.selected.node) continue;
    const x = placeOf(unit.node).x - here.x;
    const y = placeOf(unit.node).y - here.y;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || aside > along * 1.5) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { cost, unit };
  }
  if (!best) return;
  choose({ node: best.unit.id });
  const at = onScreen(best.unit.node);
  const frame = byId("canvas");
  if (at.x < 30 || at.y < 30 || at.x > frame.clientWidth - 30 || at.y > frame.clientHeight - 30) lookAtChosen();
}

const KEYS = {
  ArrowLeft: () => step(-1, 0),
  ArrowRight: () => step(1, 0),
  ArrowUp: () => step(0, -1),
  ArrowDown: () => step(0, 1),
  Enter: () => { if (state.selected) byId("panel").focus(); },
  "+": () => zoomBy(1.25),
  "=": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  0: fit,
  " ": () => { if (state.selected && "node" in state.selected) turnFold(state.selected.node); },
};

function startKeys() {
  byId("canvas").addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    act();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && document.activeElement.type !== "checkbox";
    if (event.key === "Escape" && (state.selected || state.path || picking)) closePanel();
    if (event.key === "/" && !typing) {
      byId("search").focus();
      event.preventDefault();
    }
  });
}

function startControls() {
  byId("language").addEventListener("click", () => speak(state.language === "th" ? "en" : "th"));
  byId("theme").addEventListener("click", () => paint(state.theme === "dark" ? "light" : "dark"));
  byId("print").addEventListener("click", () => window.print());
  byId("zoom_in").addEventListener("click", () => zoomBy(1.25));
  byId("zoom_out").addEventListener("click", () => zoomBy(0.8));
  byId("fit").addEventListener("click", fit);
  byId("open_all").addEventListener("click", () => foldAll(false));
  byId("fold_all").addEventListener("click", () => foldAll(true));
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  startPrint();
  for (const id of ["tools", "side", "stage"]) byId(id).hidden = false;
  byId("legend").open = window.matchMedia("(min-width: 760px)").matches;
}

async function unpackLibrary() {
  if (!byId("library").textContent) return; // a large picture draws itself
  const packed = Uint8Array.from(atob(byId("library").textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = make("script", { textContent: await new Response(stream).text() });
  // the library brings styles for widgets that this page lacks; the policy forbids them, so they are made inert
  const create = document.createElement;
  document.createElement = (tag, options) => create.call(document, tag === "style" ? "template" : tag, options);
  document.head.append(script);
  delete document.createElement;
  byId("library").remove();
}

// Buttons that can do nothing now say so.
function followTools() {
  byId("undo").disabled = stepAt <= 0;
  byId("redo").disabled = stepAt >= steps.length - 1;
  byId("folds").hidden = folds.size < 2;
}

// What is drawn just now, for tests and for a page that embeds this one.
const inspect = Object.freeze({
  paint: () => renderer.paint && renderer.paint(),
  painter: () => (renderer.painter ? renderer.painter() : "vis-network"),
  drawn: () => {
    const really = renderer.drawn();
    const lines = really.lines.map((line) => ({ ...line, ...scene.lines.get(line.id) }));
    const looks = [...scene.units.values()].map(unitLook);
    return {
      nodes: really.units,
      links: lines.flatMap((line) => line.seen.map((link) => ({ id: link.id, kind: link.k, from: link.from, to: link.to,
        status: link.s, bend: line.bend, dashed: line.dashed, line: line.id }))),
      lines: lines.map(({ id, from, to, s, count, width, bend, bundle }) => ({ id, from, to, status: s, count, width, bend, bundle })),
      folds: [...scene.units.values()].filter((unit) => unit.on && unit.fold !== null).map((unit) => unit.id),
      faded: looks.filter((look) => look.opacity < 1).map((look) => look.id),
      standing: focus() ? [...focus().links].map((index) => links[index].id) : [],
      named: [...namedNow],
      boxes: boxesNow.map((box) => ({ ...box })),
    };
  },
  scene: sceneNow,
  where: (key) => {
    const frame = byId("canvas").getBoundingClientRect();
    const at = onScreen(nodeAt(key));
    return { x: frame.left + at.x, y: frame.top + at.y };
  },
  whereLine: (id, share) => {
    const frame = byId("canvas").getBoundingClientRect();
    const at = renderer.toScreen(alongLine(scene.lines.get(id), share));
    return { x: frame.left + at.x, y: frame.top + at.y };
  },
  scale: () => scaleNow(),
});

async function start() {
  await Promise.all([unpackLibrary(), document.fonts.load(`400 12px ${FONT}`, "aก"), document.fonts.load(`700 12px ${FONT}`, "aก")]);
  state.theme = systemTheme();
  state.folded = openingFolds();
  state.apart = openingApart();
  document.documentElement.dataset.theme = state.theme;
  startControls();
  startTable();
  startSearch();
  startKeys();
  startHistory();
  startStage();
  fit();
  readAddress();
  window.bubblePicture = inspect;
  document.documentElement.dataset.ready = "yes";
}

start();
