(function () {
"use strict";

// Text from data goes in by textContent alone.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const panel = document.getElementById("panel");
const rows = Array.from(document.querySelectorAll("#cells tr"));
const cells = rows.map((row) => Array.from(row.cells).slice(1));
let language = data.language;
let at = [0, 0];
let opened = null;

function pair(texts) { return (language === "th" ? texts[1] || texts[0] : texts[0] || texts[1]) || ""; }
function word(name) { return pair(data.words[name]); }

function element(name, text, classes) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

function said(i, j) {
  const [state, links] = data.cells[i][j];
  return pair(data.rows[i]) + ", " + pair(data.columns[j]) + ": " + pair(data.states[state]) + (links.length ? " (" + links.length + ")" : "");
}

function speak() {
  root.lang = language;
  document.title = pair(data.title);
  document.getElementById("title").textContent = pair(data.title);
  document.getElementById("answer").textContent = pair(data.answer);
  document.getElementById("caption").textContent = data.caption[language === "th" ? 1 : 0];
  document.querySelectorAll("[data-word]").forEach((each) => { each.textContent = word(each.dataset.word); });
  document.querySelectorAll("[data-legend]").forEach((each) => { each.textContent = pair(data.legend[each.dataset.legend]); });
  document.querySelectorAll("[data-row]").forEach((each) => { each.textContent = pair(data.rows[each.dataset.row]); each.title = each.textContent; });
  document.querySelectorAll("[data-column]").forEach((each) => { each.textContent = pair(data.columns[each.dataset.column]); each.title = each.textContent; });
  cells.forEach((row, i) => row.forEach((cell, j) => { cell.title = said(i, j); cell.setAttribute("aria-label", cell.title); }));
  if (opened) open(...opened);
}

function facts(list) {
  const made = element("dl");
  for (const [en, th, value, value_th] of list) {
    made.append(element("dt", pair([en, th])), element("dd", pair([value, value_th])));
  }
  return made;
}

function address(text) {
  // Only what a browser opens as a page; everything else stays text.
  let known;
  try { known = new URL(text); } catch { return element("span", text); }
  if (known.protocol !== "https:" && known.protocol !== "http:") return element("span", text);
  const made = element("a", known.hostname);
  made.href = known.href;
  made.title = text;
  made.rel = "noopener noreferrer";
  made.target = "_blank";
  return made;
}

function evidence(id) {
  const made = element("blockquote");
  const [gloss, source, where, date, speaker, confidence, locator] = data.passages[id];
  made.append(element("p", gloss));
  const line = element("p", [speaker, date, pair(confidence.length ? confidence : [""]), source === where ? "" : source, locator].filter(Boolean).join(" · ") + " ", "quiet");
  if (where) line.append(address(where));
  made.append(line);
  return made;
}

function link(id) {
  const made = element("div", undefined, "link");
  const known = data.links[id];
  if (!known) { made.append(element("b", id)); return made; }
  const [what, parties, status, form, since, passages] = known;
  made.append(element("b", what), element("div", pair(parties)), element("div", [pair(status), pair(form), since, id].filter(Boolean).join(" · "), "quiet"));
  const told = passages.filter((each) => Object.hasOwn(data.passages, each));
  told.forEach((each) => made.append(evidence(each)));
  if (!told.length) made.append(element("p", word("no_evidence"), "quiet"));
  return made;
}

function open(i, j) {
  const [state, links, trade, searches, unknowns] = data.cells[i][j];
  if (opened) cells[opened[0]][opened[1]].removeAttribute("aria-selected");
  opened = [i, j];
  cells[i][j].setAttribute("aria-selected", "true");
  const title = element("h2", pair(data.columns[j]) + " × " + pair(data.rows[i]));
  title.id = "panel_title";
  const close = element("button", word("close"), "close");
  close.type = "button";
  close.addEventListener("click", shut);
  panel.replaceChildren(close, title, element("p", pair(data.states[state])), element("h3", word("state")));
  if (links.length) links.forEach((each) => panel.append(link(each)));
  else panel.append(element("p", word("no_link"), "quiet"));
  panel.append(element("h3", word("trade")), trade.length ? facts(trade) : element("p", word("no_figure"), "quiet"));
  panel.append(element("h3", word("search")), searches.length ? facts(searches) : element("p", word("no_search"), "quiet"));
  if (unknowns.length) {
    const list = element("ul");
    unknowns.forEach((each) => list.append(element("li", each)));
    panel.append(element("h3", word("unknowns")), list);
  }
  panel.hidden = false;
  panel.scrollTop = 0;
}

function shut() {
  if (!opened) return;
  const [i, j] = opened;
  cells[i][j].removeAttribute("aria-selected");
  opened = null;
  panel.hidden = true;
  go(i, j);
}

function go(i, j) {
  cells[at[0]][at[1]].tabIndex = -1;
  at = [Math.max(0, Math.min(cells.length - 1, i)), Math.max(0, Math.min(cells[0].length - 1, j))];
  const cell = cells[at[0]][at[1]];
  cell.tabIndex = 0;
  cell.focus();
}

function place(cell) { return [rows.indexOf(cell.parentElement), cell.cellIndex - 1]; }

const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const body = document.getElementById("cells");
body.addEventListener("click", (event) => {
  const cell = event.target.closest("td");
  if (cell) { go(...place(cell)); open(...place(cell)); }
});
body.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const step = steps[event.key];
  if (step) go(at[0] + step[0], at[1] + step[1]);
  else if (event.key === "Home") go(at[0], 0);
  else if (event.key === "End") go(at[0], cells[0].length - 1);
  else if (event.key === "Enter" || event.key === " ") { open(...at); panel.focus(); }
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
document.getElementById("only").addEventListener("change", (event) => {
  cells.flat().forEach((cell) => cell.classList.toggle("faint", event.target.checked && !cell.classList.contains("out")));
});
document.getElementById("language").addEventListener("click", () => { language = language === "th" ? "en" : "th"; speak(); });
document.getElementById("theme").addEventListener("click", () => { root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark"; });
document.getElementById("print").addEventListener("click", () => window.print());
if (matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";

document.getElementById("tools").hidden = false;
if (cells.length && cells[0].length) cells[0][0].tabIndex = 0;
speak();
root.dataset.ready = "yes";
}());
