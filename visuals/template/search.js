// Search as one types: names in both languages, acronyms and other facts of a node.

const MARKS = /[\u0300-\u036f]/g;
const plain = (text) => text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase();
let searchable = null;
let foundKeys = [];
let foundAt = -1;

function searchIndex() {
  return [...nodes.values()].map((node) => ({
    key: node.id,
    names: node.l.map(plain),
    rest: plain([node.id, ...(node.f || []).flatMap((fact) => [fact[2], fact[3] || ""])].join(" ")),
    node,
  }));
}

// Best first: a name that starts so, a word that starts so, a name that contains it, a fact that does.
function searched(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  searchable = searchable || searchIndex();
  const score = ({ names, rest }) => {
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.includes(" " + wanted) || name.includes("(" + wanted))) return 1;
    if (names.some((name) => name.includes(wanted))) return 2;
    return rest.includes(wanted) ? 3 : -1;
  };
  return searchable.map((item) => ({ item, score: score(item) })).filter((hit) => hit.score >= 0)
    .sort((a, b) => a.score - b.score || b.item.node.n - a.item.node.n || (a.item.key < b.item.key ? -1 : 1))
    .slice(0, 12).map((hit) => hit.item.key);
}

function showFound() {
  const field = byId("search");
  foundKeys = searched(field.value);
  foundAt = foundKeys.length ? 0 : -1;
  const list = byId("found");
  const items = foundKeys.map((key, index) => {
    const node = nodes.get(key);
    const country = node.g && node.k !== "Country" ? pick(groups.get(node.g)) : pick(kinds.get(node.k));
    return make("li", { id: "found-" + index, role: "option", onmousedown: (event) => { event.preventDefault(); take(index); } },
      nodeSign(kinds.get(node.k)), make("span", { className: "name" }, pick(node.l)), make("span", { className: "quiet" }, country));
  });
  if (!items.length && field.value.trim()) items.push(make("li", { className: "quiet", role: "option", "aria-disabled": "true" }, word("no_match")));
  list.replaceChildren(...items);
  list.hidden = !items.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  markFound();
}

function markFound() {
  [...byId("found").children].forEach((item, index) => item.setAttribute("aria-selected", String(index === foundAt)));
  if (foundAt >= 0) byId("search").setAttribute("aria-activedescendant", "found-" + foundAt);
  else byId("search").removeAttribute("aria-activedescendant");
}

function hideFound() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function take(index) {
  const key = foundKeys[index];
  if (key === undefined) return;
  hideFound();
  byId("search").value = "";
  show(key);
  byId("canvas").focus({ preventScroll: true });
}

function startSearch() {
  const field = byId("search");
  field.addEventListener("input", showFound);
  field.addEventListener("focus", () => { if (field.value) showFound(); });
  field.addEventListener("blur", hideFound);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (foundKeys.length) foundAt = (foundAt + step + foundKeys.length) % foundKeys.length;
      markFound();
      event.preventDefault();
    } else if (event.key === "Enter") {
      take(foundAt);
      event.preventDefault();
    } else if (event.key === "Escape") {
      hideFound();
      event.stopPropagation();
    }
  });
}
