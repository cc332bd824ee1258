// The view as text for the address, and back. Only what differs from how the picture opens is written.

const OPENING = data.opening || {};
const FILTER_NAMES = { s: "status", k: "kind", g: "country", f: "form", r: "relation", t: "sector" };
const EMPTY = "-"; // the empty value, as that of a link without a status

const written = (value) => (value === "" ? EMPTY : encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2F/g, "/").replace(/^-$/, "%2D"));
const listed = (values) => [...values].sort().map(written).join(",");
const sameSet = (a, b) => a.size === b.size && [...a].every((value) => b.has(value));
const openingFolds = () => new Set(nested ? foldIds : OPENING.fold || []);
const openIds = () => foldIds.filter((id) => !state.folded.has(id));
const openingApart = () => new Set(OPENING.apart || []);

function viewText() {
  const parts = [];
  const put = (name, value) => parts.push(name + "=" + value);
  if (state.language !== data.language) put("lang", state.language);
  if (state.themeChosen) put("theme", state.theme);
  // of the many groups of a large picture those that are open are written
  if (nested) { if (openIds().length) put("open", listed(openIds())); }
  else if (!sameSet(state.folded, openingFolds())) put("fold", listed(state.folded));
  if (!sameSet(state.apart, openingApart())) put("apart", listed(state.apart));
  for (const key of FILTER_KEYS) if (state.hidden[key].size) put("no." + FILTER_NAMES[key], listed(state.hidden[key]));
  if (state.gone.size) put("hide", listed(state.gone));
  if (state.pins.size) put("pin", [...state.pins].sort().map(([key, [x, y]]) => `${written(key)}@${x};${y}`).join(","));
  if (state.only) put("only", `${written(state.only.node)}@${state.only.steps}`);
  if (state.also.size) put("also", listed(state.also));
  if (state.day) put("day", state.day);
  if (state.path) put("path", state.path.map(written).join(","));
  if (state.selected && "node" in state.selected) put("at", written(state.selected.node));
  if (state.selected && "link" in state.selected) put("link", linkText(links[state.selected.link]));
  if (state.selected && "bundle" in state.selected) put("bundle", state.selected.bundle.map(written).join(","));
  if (state.steps !== 1) put("steps", state.steps);
  if (renderer && !fitted) {
    const { x, y, scale } = renderer.looking();
    put("frame", [Math.round(x), Math.round(y), Number(scale.toPrecision(3))].join(";"));
  }
  return parts.join("&");
}

const linkText = (link) => [link.k, link.id, link.from, link.to].map(written).join(",");

// Reads a view; what is not of this picture is left out, and false tells that something was.
function parsed(text) {
  const view = { hidden: Object.fromEntries(FILTER_KEYS.map((key) => [key, new Set()])), folded: openingFolds(), apart: openingApart(),
    gone: new Set(), pins: new Map(), only: null, also: new Set(), day: "", path: null, selected: null, steps: 1,
    language: data.language, theme: null, frame: null };
  let whole = true;
  const check = (good) => { whole = whole && good; return good; };
  const read = (part) => decodeURIComponent(part === EMPTY ? "" : part);
  // of a list that holds nothing of this picture nothing is taken
  const list = (value, known, otherwise = new Set()) => {
    const good = value === "" ? [] : value.split(",").map(read).filter((one) => check(known(one)));
    return value !== "" && !good.length ? otherwise : new Set(good);
  };
  const isNode = (key) => nodes.has(key);
  const isUnit = (key) => nodeAt(key) !== undefined;
  const isSteps = (value) => /^[123]$/.test(value);
  const filterValues = new Map(FILTERS.map(([key, , all]) => [key, all]));
  const readers = {
    lang: (value) => { if (check(value === "en" || value === "th")) view.language = value; },
    theme: (value) => { if (check(value === "light" || value === "dark")) view.theme = value; },
    fold: (value) => { view.folded = list(value, (code) => foldable && groups.has(code), view.folded); },
    open: (value) => { for (const id of list(value, (one) => folds.has(one))) view.folded.delete(id); },
    apart: (value) => { view.apart = list(value, isNode, view.apart); },
    hide: (value) => { view.gone = list(value, isNode); },
    also: (value) => { view.also = list(value, isUnit); },
    pin: (value) => {
      for (const item of value.split(",")) {
        const [, key, x, y] = /^(.+)@(-?\d{1,6});(-?\d{1,6})$/.exec(item) || [];
        if (check(key !== undefined && isUnit(read(key)))) view.pins.set(read(key), [Number(x), Number(y)]);
      }
    },
    only: (value) => {
      const [, key, steps] = /^(.+)@([123])$/.exec(value) || [];
      if (check(key !== undefined && isUnit(read(key)))) view.only = { node: read(key), steps: Number(steps) };
    },
    day: (value) => { if (check(isDay(value))) view.day = value; },
    path: (value) => {
      const ends = value.split(",").map(read);
      if (check(ends.length === 2 && ends.every(isUnit))) view.path = ends;
    },
    at: (value) => { if (check(isUnit(read(value)))) view.selected = { node: read(value) }; },
    link: (value) => {
      const found = links.findIndex((link) => linkText(link) === value);
      if (check(found >= 0)) view.selected = { link: found };
    },
    bundle: (value) => {
      const [from, to, status, ...rest] = value.split(",").map(read);
      if (check(!rest.length && isUnit(from) && isUnit(to) && statuses.has(status))) view.selected = { bundle: [from, to, status] };
    },
    steps: (value) => { if (check(isSteps(value))) view.steps = Number(value); },
    frame: (value) => {
      const numbers = value.split(";").map(Number);
      if (check(numbers.length === 3 && numbers.every((n) => Number.isFinite(n) && Math.abs(n) < 1e6) && numbers[2] > 0)) {
        view.frame = { x: numbers[0], y: numbers[1], scale: Math.min(12, Math.max(0.02, numbers[2])) };
      }
    },
  };
  for (const key of FILTER_KEYS) {
    readers["no." + FILTER_NAMES[key]] = (value) => { view.hidden[key] = list(value, (one) => filterValues.get(key).has(one)); };
  }
  const known = new Map(Object.entries(readers));
  for (const part of text.split("&").filter(Boolean)) {
    const cut = part.indexOf("=");
    const reader = known.get(part.slice(0, cut));
    if (!check(reader !== undefined && cut > 0)) continue;
    try {
      reader(part.slice(cut + 1));
    } catch {
      whole = false; // a broken escape
    }
  }
  return { view, whole };
}

// Bring the view of the text about; false when something of it had to be left out.
function restore(text) {
  const { view, whole } = parsed(text);
  const { frame, theme, language, ...rest } = view;
  Object.assign(state, rest, { language, theme: theme || systemTheme(), themeChosen: theme !== null });
  picking = null;
  showTheme();
  showWords();
  if (renderer) follow();
  else startStage();
  if (frame) {
    renderer.look(frame);
    fitted = false;
  } else fit();
  return whole;
}
