// What a reader can do with the picture: choose, fold and open, show only a neighbourhood, hide, pin.

let picking = null; // the first end of a path that is being picked

// Choose a node, a link or a bundle, or nothing; while a path is picked, a node is its other end.
function choose(choice, keepTrail) {
  if (picking && choice && "node" in choice && choice.node !== picking) return endPath(choice.node);
  if (!keepTrail && state.selected && choice) trail.push(state.selected);
  if (!choice) {
    trail.length = 0;
    picking = null;
  }
  change(() => {
    state.selected = choice;
    if (!choice || "node" in choice) state.path = null; // a link may be one of the path's
  }, choice && (() => toldOf(choice)));
  if (choice && covered()) lookAtChosen();
}

function toldOf(choice) {
  if ("node" in choice) return `${nameOf(choice.node)}, ${distinct(linksAt(nodeAt(choice.node)))} ${word("links")}`;
  if ("link" in choice) return linkTitle(links[choice.link]);
  return `${nameOf(choice.bundle[0])} — ${nameOf(choice.bundle[1])}, ${statusName(choice.bundle[2])}, ${distinct(bundled(choice.bundle).filter(linkVisible))} ${word("links")}`;
}

// Choose a node and bring it into view: what hides it is lifted, and out of a folded group it is drawn by itself.
function show(key) {
  const node = nodeAt(key);
  if (!picking) {
    state.hidden.k.delete(node.k);
    state.hidden.g.delete(node.g);
    state.gone.delete(key);
    if (state.only && !node.on) state.only = null;
    if (nested) for (const id of node.head ? node.path.slice(0, -1) : node.path) state.folded.delete(id);
    else if (!node.head && unitKey(node) !== key) state.apart.add(key);
  }
  choose({ node: key });
  lookAtChosen();
}

const foldOf = (key) => {
  if (!foldable) return null;
  const node = nodeAt(key);
  const id = node && (isHead(node) ? node.leads : node.path[node.path.length - 1]);
  return id !== undefined && (membersOf.get(id).length > 1 || node.head) ? id : null;
};

// Fold the group of a node, or open it.
function turnFold(key) {
  const id = foldOf(key);
  if (id === null) return;
  const open = state.folded.has(id);
  change(() => {
    if (open) state.folded.delete(id);
    else state.folded.add(id);
    for (const node of membersOf.get(id)) state.apart.delete(node.id);
    leaveFolded();
    if (nested && open) state.selected = null; // else all that touches the group would stand out in it
  }, () => filled(open ? "said_opened" : "said_folded", { name: pick(folds.get(id).label), count: membersOf.get(id).length }));
  if (nested) lookAtFold(open ? id : folds.get(id).around);
}

function foldAll(fold) {
  if (!foldable) return;
  change(() => {
    state.folded = new Set(fold ? foldIds.filter((id) => foldOf(headKey(id)) !== null) : []);
    state.apart = new Set();
    leaveFolded();
  }, () => word(fold ? "said_all_folded" : "said_all_open"));
  fit();
}

// What was chosen inside a group that is folded gives way to the group.
function leaveFolded() {
  const chosen = state.selected;
  if (!chosen) return;
  if ("bundle" in chosen) state.selected = null;
  if ("node" in chosen) {
    const node = nodeAt(chosen.node);
    if (node.head && !node.path.some((id) => state.folded.has(id))) state.selected = null;
    else if (!node.head) state.selected = { node: unitKey(node) };
  }
}

function setSteps(steps) {
  change(() => {
    state.steps = steps;
    if (state.only && state.selected && state.only.node === state.selected.node) state.only = { node: state.only.node, steps };
  }, () => filled("said_steps", { steps }));
}

function showOnly(key) {
  const off = state.only !== null && state.only.node === key;
  change(() => {
    state.only = off ? null : { node: key, steps: state.steps };
    state.also = new Set();
  }, () => (off ? word("said_all_shown") : filled("said_only", { name: nameOf(key), steps: state.steps })));
  fit();
}

// Open what is hidden around a node: its group, neighbours hidden by the reader, those outside of what is shown only.
function expand(key) {
  change(() => {
    const node = nodeAt(key);
    if (isHead(node)) state.folded.delete(node.leads);
    const around_ = within(key, 1, (link) => link.passes).nodes;
    for (const other of around_) state.gone.delete(other);
    if (state.only) state.also.add(key);
    leaveFolded();
  }, () => filled("said_expanded", { name: nameOf(key) }));
}

// Hide a node; a folded group is hidden as the legend hides it.
function hide(key) {
  const unit = scene.units.get(key);
  if (!unit) return;
  change(() => {
    if (unit.fold !== null && groups.has(unit.fold)) state.hidden.g.add(unit.fold);
    else if (unit.fold !== null) for (const node of unit.members) state.gone.add(node.id);
    else state.gone.add(key);
    state.selected = null;
    state.path = null;
  }, () => filled("said_hidden", { name: nameOf(key) }));
  byId("canvas").focus({ preventScroll: true });
}

function unhideAll() {
  change(() => { state.gone = new Set(); }, () => word("said_all_shown"));
}

function unpin(key) {
  change(() => state.pins.delete(key), () => filled("said_unpinned", { name: nameOf(key) }));
}
