// The way between two nodes: all shortest ways over the visible links; a group's node stands for any of its bodies.

function startPath(key) {
  picking = key;
  say(filled("path_pick", { name: nameOf(key) }));
  showPanel();
}

function endPath(key) {
  const from = picking;
  picking = null;
  trail.length = 0;
  change(() => {
    state.path = [from, key];
    state.selected = null;
  }, () => {
    const { ways, long } = pathNow();
    return ways.length ? filled("path_found", { count: ways.length, steps: long }) : filled("path_none", { from: nameOf(from), to: nameOf(key) });
  });
  if (pathNow().ways.length) lookAtChosen();
}

const bodiesOf = (key) => (isHead(nodeAt(key)) ? membersOf.get(nodeAt(key).leads).map((node) => node.id) : [key]).filter((one) => nodes.get(one).on);
const MOST_WAYS = 20;

// How many links each node is away from the nearest of the starts.
function distances(starts) {
  const away = new Map(starts.map((key) => [key, 0]));
  for (let rim = starts, steps = 1; rim.length; steps++) {
    const next = [];
    for (const key of rim) {
      for (const link of linksOf.get(key)) {
        const far = link.from === key ? link.to : link.from;
        if (!link.on || away.has(far)) continue;
        away.set(far, steps);
        next.push(far);
      }
    }
    rim = next;
  }
  return away;
}

// The shortest ways as lists of nodes (at most MOST_WAYS), their length in links, and what of the picture stands out.
function pathNow() {
  const [from, to] = state.path.map(bodiesOf);
  const kept = { nodes: new Set(state.path), links: new Set() };
  const away = distances(from);
  const back = distances(to);
  const ends = to.filter((key) => away.has(key));
  if (!ends.length) return { ways: [], long: 0, kept };
  const long = Math.min(...ends.map((key) => away.get(key)));
  for (const link of links) {
    if (!link.on) continue;
    for (const [a, b] of [[link.from, link.to], [link.to, link.from]]) {
      if (away.has(a) && back.has(b) && away.get(a) + 1 + back.get(b) === long) {
        kept.links.add(link.index);
        kept.nodes.add(a).add(b);
      }
    }
  }
  const ways = [];
  const follow_ = (way) => {
    if (ways.length >= MOST_WAYS) return;
    const last = way[way.length - 1];
    if (back.get(last) === 0) { ways.push(way); return; }
    const next = new Set(linksOf.get(last).filter((link) => link.on).map((link) => (link.from === last ? link.to : link.from))
      .filter((key) => back.has(key) && back.get(key) === back.get(last) - 1));
    [...next].sort().forEach((key) => follow_([...way, key]));
  };
  from.filter((key) => back.get(key) === long).sort().forEach((key) => follow_([key]));
  return { ways, long, kept };
}

// The panel of a path: each way with the links of every step of it.
function pathParts() {
  const { ways, long } = pathNow();
  const [from, to] = state.path.map(nameOf);
  const parts = [
    make("p", { className: "badge" }, word("path")),
    make("h2", {}, `${from} → ${to}`),
    make("p", { className: "said" }, ways.length ? filled("path_found", { count: ways.length, steps: long }) : filled("path_none", { from, to })),
  ];
  ways.forEach((way, index) => {
    parts.push(make("h3", {}, (ways.length > 1 ? `${index + 1}. ` : "") + way.map(nameOf).join(" → ")));
    const items = [];
    for (let i = 0; i + 1 < way.length; i++) {
      const between = linksOf.get(way[i]).filter((link) => link.on && (link.from === way[i + 1] || link.to === way[i + 1]));
      items.push(...between.map((link) => linkItem(link, null)));
    }
    parts.push(make("ul", { className: "links" }, ...items));
  });
  if (ways.length >= MOST_WAYS) parts.push(make("p", { className: "quiet" }, filled("path_more", { count: MOST_WAYS })));
  return parts;
}
