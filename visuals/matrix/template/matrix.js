// The matrix: cells that open, keys between them.

const rows = Array.from(document.querySelectorAll("#cells tr"));
const cells = rows.map((row) => Array.from(row.cells).slice(1));
let at = [0, 0];
let opened = null;

function said(i, j) {
  const [state, links] = data.cells[i][j];
  return pair(data.rows[i]) + ", " + pair(data.columns[j]) + ": " + pair(data.states[state]) + (links.length ? " (" + links.length + ")" : "");
}

function spoken() {
  document.getElementById("title").textContent = pair(data.title);
  document.getElementById("answer").textContent = pair(data.answer);
  document.getElementById("caption").textContent = data.caption[language === "th" ? 1 : 0];
  document.querySelectorAll("[data-legend]").forEach((each) => { each.textContent = pair(data.legend[each.dataset.legend]); });
  document.querySelectorAll("[data-row]").forEach((each) => { each.textContent = pair(data.rows[each.dataset.row]); each.title = each.textContent; });
  document.querySelectorAll("[data-column]").forEach((each) => { each.textContent = pair(data.columns[each.dataset.column]); each.title = each.textContent; });
  cells.forEach((row, i) => row.forEach((cell, j) => { cell.title = said(i, j); cell.setAttribute("aria-label", cell.title); }));
  if (opened) open(...opened);
}

function open(i, j) {
  const [state, links, trade, searches, unknowns] = data.cells[i][j];
  if (opened) cells[opened[0]][opened[1]].removeAttribute("aria-selected");
  opened = [i, j];
  cells[i][j].setAttribute("aria-selected", "true");
  const parts = [element("p", pair(data.states[state])), element("h3", word("state"))];
  if (links.length) parts.push(...links.map(link));
  else parts.push(element("p", word("no_link"), "quiet"));
  parts.push(element("h3", word("trade")), trade.length ? facts(trade) : element("p", word("no_figure"), "quiet"));
  parts.push(element("h3", word("search")), searches.length ? facts(searches) : element("p", word("no_search"), "quiet"));
  if (unknowns.length) {
    const list = element("ul");
    unknowns.forEach((each) => list.append(element("li", each)));
    parts.push(element("h3", word("unknowns")), list);
  }
  show(pair(data.columns[j]) + " × " + pair(data.rows[i]), parts, shut);
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
document.getElementById("only").addEventListener("change", (event) => {
  cells.flat().forEach((cell) => cell.classList.toggle("faint", event.target.checked && !cell.classList.contains("out")));
});

if (cells.length && cells[0].length) cells[0][0].tabIndex = 0;
begin(spoken, shut);
