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
  if (state.begun) buildLegend();
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

// What is drawn now and what is in the data, what is folded, filtered and hidden, and which data it is.
function tellCaption() {
  const seen = links.filter(linkVisible);
  const units = [...scene.units.values()].filter((unit) => unit.on);
  const folds = units.filter((unit) => unit.fold !== null);
  const inside = folds.reduce((sum, unit) => sum + unit.members.filter(nodeVisible).length, 0);
  const bundles = [...scene.lines.values()].filter((line) => line.on && line.bundle).length;
  const sifted = (node) => state.hidden.k.has(node.k) || state.hidden.g.has(node.g);
  const siftedNodes = data.nodes.filter(sifted).length;
  const gone = data.nodes.filter((node) => !node.on).length - siftedNodes;
  const missing = links.filter((link) => link.begun && !link.on);
  const siftedLinks = missing.filter((link) => !link.passes || sifted(nodes.get(link.from)) || sifted(nodes.get(link.to)));
  const off = distinct(siftedLinks);
  const [allNodes, allLinks, date, content] = data.stamp || [];
  const told = [
    nested && !openIds().length ? word("said_large") : "",
    filled("drawn", { nodes: units.length, links: distinct(seen) }) +
      (data.stamp ? " " + filled("in_data", { nodes: allNodes, links: allLinks }) : ""),
    folds.length ? filled("told_folds", { count: folds.length, nodes: inside, lines: bundles }) : "",
    state.day ? filled("told_day", { day: state.day, later: later(), undated: undated() }) : "",
    off || siftedNodes ? filled("told_off", { links: off, nodes: siftedNodes }) : "",
    gone ? filled("told_gone", { nodes: gone, links: distinct(missing) - off }) : "",
    date ? filled("data_of", { date }) : "",
    content ? filled("content", { hash: content.slice(0, 16) }) : "",
    nested && renderer && renderer.painter() === "2d" ? word("no_webgl") : "",
  ];
  tell("caption", told.filter(Boolean).join(" · "));
}

function startControls() {
  byId("language").addEventListener("click", () => speak(state.language === "th" ? "en" : "th"));
  byId("theme").addEventListener("click", () => paint(state.theme === "dark" ? "light" : "dark"));
  byId("print").addEventListener("click", () => window.print());
  byId("zoom_in").addEventListener("click", () => zoomBy(1.25));
  byId("zoom_out").addEventListener("click", () => zoomBy(0.8));
  byId("fit").addEventListener("click", () => { fit(); noteFrame(); });
  byId("open_all").addEventListener("click", () => foldAll(false));
  byId("fold_all").addEventListener("click", () => foldAll(true));
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  byId("copy").addEventListener("click", copyLink);
  byId("help_open").addEventListener("click", openHelp);
  startExport();
  for (const id of ["tools", "side", "stage", "table"]) byId(id).hidden = false;
  byId("legend").open = window.matchMedia("(min-width: 760px)").matches;
}

async function unpackEvidence() {
  const packed = byId("data");
  for (const passage of packed.records(JSON.parse(await packed.unpack("passages", "deflate")).evidence)) evidence.set(passage.id, passage);
  byId("passages").remove();
  if (state.selected) showPanel();
}

async function unpackLibrary() {
  const script = make("script", { textContent: await byId("data").unpack("library", "gzip") });
  // the library brings styles for widgets that this page lacks; the policy forbids them, so they are made inert
  const create = document.createElement;
  document.createElement = (tag, options) => create.call(document, tag === "style" ? "template" : tag, options);
  document.head.append(script);
  delete document.createElement;
  script.remove();
  byId("library").remove();
}

// Buttons that can do nothing now say so.
function followTools() {
  byId("undo").disabled = stepAt <= 0;
  byId("redo").disabled = stepAt >= steps.length - 1;
  byId("folds").hidden = !foldable || folds.size < 2;
  byId("copy").hidden = location.protocol === "about:"; // part of another page, it has no address of its own
}

// The address of this very view, for somebody else; where the browser keeps the clipboard shut, it is shown to be copied.
async function copyLink() {
  flushFrame();
  const address = addressOf(viewText());
  try {
    await navigator.clipboard.writeText(address);
    notice(word("said_copied"));
  } catch {
    const field = make("input", { type: "text", readOnly: true, value: address, className: "copied", "aria-label": word("copy") });
    byId("notice").replaceChildren(word("copy_by_hand") + " ", field);
    byId("notice").hidden = false;
    field.select();
  }
}

// One line above the picture, gone with the next change.
function notice(text) {
  tell("notice", text);
  byId("notice").hidden = !text;
}

// What else of the view is not as it opened, each with a button that takes it back.
function followChips() {
  const chip = (text, act) => make("li", {}, make("span", {}, text),
    make("button", { type: "button", "aria-label": `${word("take_back")}: ${text}`, onclick: () => change(act, () => word("said_all_shown")) }, "×"));
  byId("chips").replaceChildren(...[
    state.only && chip(filled("said_only", { name: briefly(nameOf(state.only.node)), steps: state.only.steps }), () => { state.only = null; state.also = new Set(); }),
    state.gone.size && chip(filled("hidden_by_hand", { count: state.gone.size, names: [...state.gone].slice(0, 3).map(nameOf).map(briefly).join(", ") }), () => { state.gone = new Set(); }),
    state.pins.size && chip(filled("pinned", { count: state.pins.size }), () => { state.pins = new Map(); }),
  ].filter(Boolean));
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

// Two frames on, what was painted is on the screen.
const shown = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });

// A frame in another page may have no size yet, as in an output that is folded up; there is nothing to measure by then.
async function sized() {
  while (!window.innerWidth || !window.innerHeight) {
    await new Promise((done) => { window.addEventListener("resize", done, { once: true }); });
  }
}

// The picture comes first; the library that makes it move is unpacked once it can be seen.
async function start() {
  // where the page around this one lets no font in, as in some notebooks, the machine's own letters do
  await Promise.allSettled([400, 700].map((weight) => document.fonts.load(`${weight} 12px ${FONT}`, "aก")));
  await sized();
  startControls();
  startTable();
  startSearch();
  startKeys();
  startTime();
  startHistory();
  readAddress();
  await shown();
  state.begun = true;
  buildLegend();
  followAround();
  await unpackEvidence();
  if (renderer.wake) {
    await unpackLibrary();
    renderer.wake();
    resized(); // what stands around the picture may have grown meanwhile
  }
  window.bubblePicture = inspect;
  document.documentElement.dataset.ready = "yes";
}

start();
