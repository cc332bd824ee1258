// The side panel: what is known about the chosen node or link, with the evidence behind it.

const trail = [];

function select(choice, keepTrail) {
  if (!keepTrail && state.selected && choice) trail.push(state.selected);
  if (!choice) trail.length = 0;
  state.selected = choice;
  showPanel(); // first, since it changes the size of the picture
  refresh();
  if (choice && covered()) lookAtChosen();
  if (choice) byId("say").textContent = "node" in choice
    ? `${nameOf(choice.node)}, ${distinct(linksAt(nodes.get(choice.node)))} ${word("links")}`
    : linkTitle(links[choice.link]);
}

const linkTitle = (link) => `${nameOf(link.from)} — ${nameOf(link.to)}`;

function showPanel() {
  const panel = byId("panel");
  const choice = state.selected;
  document.body.classList.toggle("with-panel", Boolean(choice));
  panel.hidden = !choice;
  if (!choice) return panel.replaceChildren();
  const tools = make("div", { className: "panel-tools" },
    trail.length ? make("button", { type: "button", onclick: goBack }, "← " + word("back")) : null,
    make("button", { type: "button", id: "close", onclick: closePanel }, word("close") + " ×"));
  panel.replaceChildren(tools, ...("node" in choice ? nodeParts(nodes.get(choice.node)) : linkParts(links[choice.link])));
  panel.scrollTop = 0;
}

function goBack() {
  const before = trail.pop();
  if (before) select(before, true);
}

function closePanel() {
  select(null);
  byId("canvas").focus({ preventScroll: true });
}

function nodeParts(node) {
  const kind = kinds.get(node.k);
  const parts = [
    make("p", { className: "badge" }, nodeSign(kind), pick(kind)),
    make("h2", {}, pick(node.l)),
  ];
  if (other(node.l)) parts.push(make("p", { className: "twin" }, other(node.l)));
  const facts = (node.f || []).map(([label, labelTh, value, valueTh]) => [pick([label, labelTh]), pick([value, valueTh])]);
  if (node.g && node.k !== "Country") facts.unshift([word("country"), pick(groups.get(node.g))]);
  if (facts.length) parts.push(factList(facts));
  const mine = [...linksAt(node)].sort((a, b) => rank(a) - rank(b) || ((b.a || "") < (a.a || "") ? -1 : 1));
  parts.push(make("h3", {}, `${word("links")} (${distinct(mine)})`));
  if (!mine.length) parts.push(make("p", { className: "quiet" }, word("no_links")));
  parts.push(make("ul", { className: "links" }, ...mine.map((link) => linkItem(link, node))));
  return parts;
}

const statusOrder = [...statuses.keys()];
const rank = (link) => statusOrder.indexOf(link.s);

function linkItem(link, node) {
  const ends = [link.from, link.to];
  if (link.to === node.id || (link.from !== node.id && nodes.get(link.to).g === node.g)) ends.reverse();
  const far = (ends[0] === node.id ? "" : nameOf(ends[0]) + " — ") + nameOf(ends[1]);
  const details = [statusName(link.s), pick(forms.get(link.f)), link.a].filter(Boolean).join(" · ");
  return make("li", { className: linkVisible(link) ? "" : "filtered" },
    make("button", { type: "button", onclick: () => { select({ link: link.index }); byId("panel").focus(); } },
      lineSign(statuses.get(link.s)), make("span", { className: "far" }, far),
      make("span", { className: "quiet" }, details)));
}

function linkParts(link) {
  const end = (key) => make("button", { type: "button", className: "end",
    onclick: () => { select({ node: key }); byId("panel").focus(); } }, nameOf(key));
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
    make("p", { className: "gloss" }, item.gloss || ""),
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
