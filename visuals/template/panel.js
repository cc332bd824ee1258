// The side panel: what is known about the chosen node or link, with the evidence behind it.

const trail = [];

const linkTitle = (link) => `${nameOf(link.from)} — ${nameOf(link.to)}`;

function showPanel() {
  const panel = byId("panel");
  const choice = state.selected;
  const open = Boolean(choice || state.path);
  const before = panel.hidden ? null : panel.dataset.shows;
  document.body.classList.toggle("with-panel", open);
  panel.hidden = !open;
  if (!open) return panel.replaceChildren();
  const tools = make("div", { className: "panel-tools" },
    trail.length || (choice && state.path) ? make("button", { type: "button", onclick: goBack }, "← " + word("back")) : null,
    make("button", { type: "button", id: "close", onclick: closePanel }, word("close") + " ×"));
  const within_ = panel.contains(document.activeElement) && document.activeElement !== panel ? document.activeElement.id || "panel" : "";
  panel.replaceChildren(tools, ...panelParts(choice));
  panel.dataset.shows = JSON.stringify([choice, state.path]);
  if (panel.dataset.shows !== before) panel.scrollTop = 0;
  if (within_) (byId(within_) || panel).focus({ preventScroll: true });
}

function panelParts(choice) {
  if (!choice) return pathParts();
  if ("node" in choice) return nodeParts(nodeAt(choice.node));
  if ("link" in choice) return linkParts(links[choice.link]);
  return bundleParts(choice.bundle);
}

function goBack() {
  const before = trail.pop();
  if (before) choose(before, true);
  else change(() => { state.selected = null; }); // back to the path that the link belongs to
}

function closePanel() {
  picking = null;
  choose(null);
  byId("canvas").focus({ preventScroll: true });
}

// The buttons that act on a chosen node.
function actions(node) {
  const key = node.id;
  const button = (name, act, pressed) => make("button", { type: "button", id: "do_" + name, onclick: act,
    ...(pressed === undefined ? {} : { "aria-pressed": String(pressed) }) }, word(name));
  const code = foldOf(key);
  const folded = code !== null && state.folded.has(code);
  const isOnly = state.only !== null && state.only.node === key;
  const steps = make("span", { className: "steps", role: "group", "aria-label": word("steps") },
    make("span", { className: "quiet" }, word("steps")),
    ...[1, 2, 3].map((count) => make("button", { type: "button", id: "steps_" + count, "aria-pressed": String(state.steps === count),
      onclick: () => setSteps(count) }, String(count))));
  return make("div", { className: "actions" },
    code === null ? null : make("button", { type: "button", id: "do_fold", onclick: () => turnFold(key) },
      filled(folded ? "open_group" : "fold_group", { name: briefly(pick(folds.get(code).label)) })),
    steps,
    button("only_these", () => showOnly(key), isOnly),
    button("expand", () => expand(key)),
    button("path_from", () => startPath(key), picking === key),
    button("hide", () => hide(key)),
    state.pins.has(key) ? button("unpin", () => unpin(key)) : null,
    picking === key ? make("p", { className: "said" }, filled("path_pick", { name: briefly(nameOf(key)) })) : null);
}

function bundleParts(ends) {
  const all = bundled(ends);
  const seen = all.filter(linkVisible);
  const end = (key) => make("button", { type: "button", className: "end", onclick: () => { show(key); byId("panel").focus(); } }, nameOf(key));
  return [
    make("p", { className: "badge" }, lineSign(statuses.get(ends[2])), statusName(ends[2])),
    make("h2", { className: "ends" }, end(ends[0]), make("span", {}, " — "), end(ends[1])),
    make("h3", {}, `${word("links")} (${distinct(seen)})`),
    ...linkList(seen, null),
  ];
}

function nodeParts(node) {
  const kind = kindOf(node);
  const parts = [
    make("p", { className: "badge" }, nodeSign(kind), pick(kind)),
    make("h2", {}, pick(node.l)),
  ];
  const unit = scene.units.get(node.id);
  if (unit && unit.fold !== null) parts.push(make("p", { className: "said" },
    filled("fold_holds", { count: unit.members.filter((one) => one.k !== "Country").length, links: unit.all })));
  if (other(node.l)) parts.push(make("p", { className: "twin" }, other(node.l)));
  parts.push(actions(node));
  const facts = (node.f || []).map(([label, labelTh, value, valueTh]) => [pick([label, labelTh]), pick([value, valueTh])]);
  if (node.g && node.k !== "Country") facts.unshift([word("country"), pick(groups.get(node.g))]);
  if (facts.length) parts.push(factList(facts));
  const mine = [...linksAt(node)].sort((a, b) => b.on - a.on || rank(a) - rank(b) || ((b.a || "") < (a.a || "") ? -1 : 1));
  const seen = distinct(mine.filter(linkVisible));
  parts.push(make("h3", {}, `${word("links")} (${seen === distinct(mine) ? seen : filled("of", { some: seen, all: distinct(mine) })})`));
  if (!mine.length) parts.push(make("p", { className: "quiet" }, word("no_links")));
  return parts.concat(linkList(mine, node));
}

// The links as a list, of very many only the first.
const MOST_LISTED = 300;
function linkList(some, node) {
  const list = make("ul", { className: "links" }, ...some.slice(0, MOST_LISTED).map((link) => linkItem(link, node)));
  const more = some.length - MOST_LISTED;
  return more > 0 ? [list, make("p", { className: "quiet" }, filled("more_links", { count: more }))] : [list];
}

const rank = (link) => statusOrder.indexOf(link.s);

// A link in a list; seen from a node, its far end comes first.
function linkItem(link, node) {
  const ends = [link.from, link.to];
  if (node && (link.to === node.id || (link.from !== node.id && isHead(node) && link.ends[1].path.includes(node.leads)))) ends.reverse();
  const far = (node && ends[0] === node.id ? "" : nameOf(ends[0]) + " — ") + nameOf(ends[1]);
  const details = [statusName(link.s), pick(forms.get(link.f)), link.a].filter(Boolean).join(" · ");
  return make("li", { className: linkVisible(link) ? "" : "filtered" },
    make("button", { type: "button", onclick: () => { choose({ link: link.index }); byId("panel").focus(); } },
      lineSign(statuses.get(link.s)), make("span", { className: "far" }, far),
      make("span", { className: "quiet" }, details)));
}

function linkParts(link) {
  const end = (key) => make("button", { type: "button", className: "end",
    onclick: () => { show(key); byId("panel").focus(); } }, nameOf(key));
  const sectors = (link.t || []).map(pick).filter(Boolean).join(", ");
  const facts = [
    [word("status"), statusName(link.s)],
    [word("form"), link.f ? pick(forms.get(link.f)) : ""],
    [word("since"), link.a],
    [word("until"), link.z],
    [word("sectors"), sectors],
    [word("confidence"), pick(confidences.get(link.c)) || link.c],
  ].filter(([, value]) => value);
  const found = (link.e || []).map((id) => evidence.get(id)).filter(Boolean);
  return [
    make("p", { className: "badge" }, lineSign(statuses.get(link.s)), pick(relations.get(link.k))),
    make("h2", { className: "ends" }, end(link.from), make("span", {}, " — "), end(link.to)),
    pick(link.l) ? make("p", { className: "said" }, pick(link.l)) : "",
    factList(facts),
    make("h3", {}, `${word("evidence")} (${found.length})`),
    found.length ? make("ol", { className: "evidence" }, ...found.map(passage)) : make("p", { className: "quiet" }, word("no_evidence")),
  ].filter(Boolean);
}

function passage(item) {
  const address = webAddress(item.address);
  const facts = [
    [word("source"), item.source],
    [word("date"), item.date],
    [word("speaker"), item.speaker],
    [word("confidence"), pick(confidences.get(item.confidence)) || item.confidence],
    [word("locator"), item.locator],
  ].filter(([, value]) => value);
  return make("li", {},
    make("p", { className: "gloss" }, pick([item.gloss, item.gloss_th])),
    factList(facts),
    address ? outward(address) : make("p", { className: "quiet address" }, item.address || ""));
}

const outward = (address) => make("p", { className: "address" },
  make("a", { href: address, target: "_blank", rel: "noopener noreferrer", referrerPolicy: "no-referrer", title: address },
    word("open_source") + " ↗"), make("span", { className: "quiet" }, " " + new URL(address).hostname));

function factList(facts) {
  return make("dl", {}, ...facts.flatMap(([name, value]) => [
    make("dt", {}, name),
    make("dd", {}, webAddress(value)
      ? make("a", { href: webAddress(value), target: "_blank", rel: "noopener noreferrer" }, value) : String(value)),
  ]));
}
