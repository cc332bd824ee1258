// What pages with cards share: words in both languages, the panel with links and their evidence, the buttons above.
// Text from data goes in by textContent alone.

const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const panel = document.getElementById("panel");
let language = data.language;

function pair(texts) { return (language === "th" ? texts[1] || texts[0] : texts[0] || texts[1]) || ""; }
function word(name) { return pair(data.words[name]); }

function element(name, text, classes) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

function facts(list) {
  const made = element("dl");
  for (const [en, th, value, value_th] of list) {
    made.append(element("dt", pair([en, th])), element("dd", pair([value, value_th])));
  }
  return made;
}

function address(text) {
  // Only a plain web address becomes a link; everything else stays text.
  let known;
  try { known = new URL(text); } catch { return element("span", text); }
  if (!/^https?:\/\//i.test(text) || known.username) return element("span", text);
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
  made.append(element("p", pair(gloss)));
  const line = element("p", [speaker, date, pair(confidence.length ? confidence : [""]), source === where ? "" : source, locator].filter(Boolean).join(" · ") + " ", "quiet");
  if (where) line.append(address(where));
  made.append(line);
  return made;
}

function link(id) {
  const made = element("div", undefined, "link");
  if (!Object.hasOwn(data.links, id)) { made.append(element("b", id)); return made; }
  const [what, parties, status, form, since, passages] = data.links[id];
  made.append(element("b", pair(what)), element("div", pair(parties)), element("div", [pair(status), pair(form), since, id].filter(Boolean).join(" · "), "quiet"));
  const told = passages.filter((each) => Object.hasOwn(data.passages, each));
  told.forEach((each) => made.append(evidence(each)));
  if (!told.length) made.append(element("p", word("no_evidence"), "quiet"));
  return made;
}

function show(title, parts, shut) {
  const heading = element("h2", title);
  heading.id = "panel_title";
  const close = element("button", word("close"), "close");
  close.type = "button";
  close.addEventListener("click", shut);
  panel.replaceChildren(close, heading, ...parts);
  panel.hidden = false;
  panel.scrollTop = 0;
}

function speak() {
  root.lang = language;
  document.title = pair(data.title);
  document.querySelectorAll("[data-word]").forEach((each) => { each.textContent = word(each.dataset.word); });
}

function begin(spoken, shut) {
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
  document.getElementById("language").addEventListener("click", () => { language = language === "th" ? "en" : "th"; speak(); spoken(); });
  document.getElementById("theme").addEventListener("click", () => { root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark"; });
  document.getElementById("print").addEventListener("click", () => window.print());
  if (matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";
  document.getElementById("tools").hidden = false;
  speak();
  spoken();
  root.dataset.ready = "yes";
}
