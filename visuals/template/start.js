// Language, theme, keys, print, and the start: the drawing library is unpacked and run, then the picture drawn.

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.title = pick(data.title);
  byId("title").textContent = pick(data.title);
  byId("answer").textContent = pick(data.answer);
  byId("answer").hidden = !pick(data.answer);
  byId("caption").textContent = pick(data.caption);
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = word(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
  byId("language").lang = language === "th" ? "en" : "th";
  buildLegend();
  showPanel();
  if (byId("table").open) fillTable();
  if (network) network.redraw();
}

function paint(theme) {
  state.theme = theme;
  document.documentElement.dataset.theme = theme;
  readPalette();
  if (!network) return;
  refresh();
  buildLegend();
  showPanel();
}

// From the chosen node to the nearest one in that direction; without one, the picture moves.
function step(dx, dy) {
  if (!state.selected || !("node" in state.selected)) {
    const best = labelOrder.find((node) => nodeVisible(node));
    return best ? select({ node: best.id }) : undefined;
  }
  const here = placeOf(nodes.get(state.selected.node));
  let best = null;
  for (const node of nodes.values()) {
    if (!nodeVisible(node) || node.id === state.selected.node) continue;
    const x = placeOf(node).x - here.x;
    const y = placeOf(node).y - here.y;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || aside > along * 1.5) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { cost, key: node.id };
  }
  if (!best) return;
  select({ node: best.key }, true);
  const at = network.canvasToDOM(placeOf(nodes.get(best.key)));
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
    if (event.key === "Escape" && state.selected) closePanel();
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
  let before = "light";
  window.addEventListener("beforeprint", () => { before = state.theme; paint("light"); });
  window.addEventListener("afterprint", () => paint(before));
  for (const id of ["tools", "side", "stage"]) byId(id).hidden = false;
  byId("legend").open = window.matchMedia("(min-width: 760px)").matches;
}

async function unpackLibrary() {
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

// What is drawn just now, for tests and for a page that embeds this one.
const inspect = Object.freeze({
  drawn: () => ({
    nodes: drawnNodes.get().filter((node) => !node.hidden).map((node) => node.id),
    links: drawnLinks.get().filter((link) => !link.hidden && network.body.edges[link.id].connected).map((link) => ({
      id: links[link.id].id, kind: links[link.id].k, from: link.from, to: link.to, bend: links[link.id].b || 0,
      dashed: Boolean(link.dashes),
    })),
    faded: drawnNodes.get().filter((node) => node.opacity < 1).map((node) => node.id),
    named: [...namedNow],
    boxes: boxesNow.map((box) => ({ ...box })),
  }),
  where: (key) => {
    const frame = byId("canvas").getBoundingClientRect();
    const at = network.canvasToDOM(placeOf(nodes.get(key)));
    return { x: frame.left + at.x, y: frame.top + at.y };
  },
  scale: () => network.getScale(),
});

async function start() {
  await Promise.all([unpackLibrary(), document.fonts.load(`400 12px ${FONT}`, "aก"), document.fonts.load(`700 12px ${FONT}`, "aก")]);
  state.theme = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = state.theme;
  startControls();
  startTable();
  startSearch();
  startKeys();
  startCanvas();
  speak(state.language);
  window.bubblePicture = inspect;
  document.documentElement.dataset.ready = "yes";
}

start();
