// A chart: marks that open on their links, keys between them, a filter.

const tip = document.getElementById("tip");
const off = new Set();
let at = 0;
let opened = null;

function drawings() { return Array.from(document.querySelectorAll("#chart svg")); }
function drawing() { return drawings().find((each) => each.getClientRects().length) || drawings()[0]; }
function marks(i) { return drawing() ? Array.from(drawing().querySelectorAll('[data-part="' + i + '"]')) : []; }
// Of several marks of one part the last drawn lies on top: it takes the focus.
function head(i) { return marks(i).at(-1); }
function index(target) { const mark = target.closest && target.closest("#chart [data-part]"); return mark ? Number(mark.dataset.part) : -1; }

function spoken() {
  document.querySelectorAll("[data-lang]").forEach((each) => { each.hidden = each.dataset.lang !== language; });
  name();
  if (opened !== null) open(opened);
}

function name() {
  drawings().forEach((each) => each.querySelectorAll("[data-part]").forEach((mark) => {
    const [title, said] = data.parts[mark.dataset.part];
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", [pair(title), pair(said)].filter(Boolean).join(": "));
    mark.setAttribute("tabindex", "-1");
  }));
  const first = head(at);
  if (first) first.setAttribute("tabindex", "0");
}

function filter() {
  document.querySelectorAll("#chart [data-part]").forEach((mark) => {
    const tags = mark.dataset.tags ? mark.dataset.tags.split(",") : [];
    mark.classList.toggle("faint", tags.length > 0 && tags.every((each) => off.has(each)));
  });
  if (opened !== null) open(opened);
}

function open(i) {
  const [title, said, links, told, unknowns] = data.parts[i];
  document.querySelectorAll("#chart .open").forEach((mark) => mark.classList.remove("open"));
  opened = i;
  marks(i).forEach((mark) => mark.classList.add("open"));
  const kept = links.filter((id) => !off.has(data.tags[id]));
  const parts = [element("p", pair(said))];
  if (told.length) parts.push(element("h3", word("figures")), facts(told));
  parts.push(element("h3", word("links") + " " + kept.length + (kept.length < links.length ? " (" + (links.length - kept.length) + " " + word("hidden") + ")" : "")));
  if (links.length) parts.push(...kept.map(link));
  else parts.push(element("p", word("no_link"), "quiet"));
  if (unknowns.length) {
    const list = element("ul");
    unknowns.forEach((each) => list.append(element("li", each)));
    parts.push(element("h3", word("unknowns")), list);
  }
  show(pair(title), parts, shut);
}

function shut() {
  if (opened === null) return;
  const before = opened;
  document.querySelectorAll("#chart .open").forEach((mark) => mark.classList.remove("open"));
  opened = null;
  panel.hidden = true;
  go(before);
}

function go(i) {
  const old = head(at);
  if (old) old.setAttribute("tabindex", "-1");
  at = Math.max(0, Math.min(data.parts.length - 1, i));
  const mark = head(at);
  if (!mark) return;
  mark.setAttribute("tabindex", "0");
  mark.focus();
}

function near(i, x, y) {
  document.querySelectorAll("#chart .near").forEach((mark) => mark.classList.remove("near"));
  tip.hidden = i < 0;
  if (i < 0) return;
  marks(i).forEach((mark) => mark.classList.add("near"));
  const [title, said] = data.parts[i];
  tip.replaceChildren(element("b", pair(title)), element("span", pair(said)));
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(innerWidth - box.width - 4, x + 14)) + "px";
  tip.style.top = (y + 18 + box.height > innerHeight ? y - box.height - 10 : y + 18) + "px";
}

const chart = document.getElementById("chart");
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
chart.addEventListener("click", (event) => { const i = index(event.target); if (i >= 0) { go(i); near(-1); open(i); } });
chart.addEventListener("pointermove", (event) => near(index(event.target), event.clientX, event.clientY));
chart.addEventListener("pointerleave", () => near(-1));
chart.addEventListener("focusin", (event) => {
  const i = index(event.target), box = event.target.getBoundingClientRect();
  if (i >= 0 && event.target.matches(":focus-visible")) near(i, box.right, box.bottom - 10);
});
chart.addEventListener("focusout", () => near(-1));
chart.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || index(event.target) < 0) return;
  if (steps[event.key]) go(at + steps[event.key]);
  else if (event.key === "Home") go(0);
  else if (event.key === "End") go(data.parts.length - 1);
  else if (event.key === "Enter" || event.key === " ") { open(at); near(-1); panel.focus(); }
  else return;
  event.preventDefault();
});
document.querySelectorAll("[data-filter]").forEach((button) => button.addEventListener("click", () => {
  const is_on = button.getAttribute("aria-pressed") === "true";
  button.setAttribute("aria-pressed", String(!is_on));
  if (is_on) off.add(button.dataset.filter);
  else off.delete(button.dataset.filter);
  filter();
}));

matchMedia("(max-width: 760px)").addEventListener("change", name);
begin(spoken, shut);
