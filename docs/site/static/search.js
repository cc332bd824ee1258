/* The search: every section that holds all the words, wherever in a Thai text they stand. No server, no request. */
"use strict";

(function () {
  const MOST = 60, AROUND = 90;
  const list = document.getElementById("search-results");
  const field = document.getElementById("search-field");
  const told = document.getElementById("search-told");
  const plain = (text) => text.normalize("NFC").toLowerCase();
  const sections = window.bubbleSections.map(([address, page, heading, text]) => ({
    address, page, heading, text, inPage: plain(page), inHeading: plain(heading), inText: plain(text),
  }));

  /* "links" also finds "link" */
  const stem = (word) => (/^[a-z]{4,}s$/.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : word);

  function score(section, words) {
    let sum = 0;
    for (const word of words) {
      const best = section.inHeading.includes(word) ? 8 : section.inPage.includes(word) && !section.heading ? 6 : 0;
      const often = section.inText.split(word).length - 1;
      if (!best && !often) return 0;
      sum += best + Math.min(often, 5) + (section.inHeading === word || section.inPage === word ? 10 : 0);
    }
    return sum;
  }

  function marked(text, words) {
    const low = plain(text), out = document.createDocumentFragment();
    let at = 0;
    while (at < text.length) {
      let next = -1, long = 0;
      for (const word of words) {
        const found = low.indexOf(word, at);
        if (found >= 0 && (next < 0 || found < next)) { next = found; long = word.length; }
      }
      if (next < 0) break;
      out.append(text.slice(at, next));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + long);
      out.append(mark);
      at = next + long;
    }
    out.append(text.slice(at));
    return out;
  }

  function excerpt(section, words) {
    const places = words.map((word) => section.inText.indexOf(word)).filter((place) => place >= 0);
    const first = Math.max(0, Math.min(...(places.length ? places : [0])) - AROUND);
    let begin = first ? section.text.indexOf(" ", first) + 1 : 0;
    if (begin < first || begin > first + AROUND) begin = first;
    while (begin && /\p{M}/u.test(section.text[begin])) begin -= 1;
    const end = begin + 2.5 * AROUND;
    return (begin ? "… " : "") + section.text.slice(begin, end) + (end < section.text.length ? " …" : "");
  }

  function search() {
    const words = plain(field.value).split(/\s+/).filter(Boolean).map(stem);
    const found = words.length ? sections.map((section) => [score(section, words), section]).filter(([s]) => s) : [];
    found.sort((a, b) => b[0] - a[0]);
    told.textContent = words.length
      ? `${found.length} ${found.length === 1 ? "section" : "sections"} · พบ ${found.length} หัวข้อ` : "";
    list.replaceChildren(...found.slice(0, MOST).map(([, section]) => {
      const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
      link.href = section.address;
      link.append(marked(section.heading ? `${section.page} › ${section.heading}` : section.page, words));
      text.append(marked(excerpt(section, words), words));
      item.append(link, text);
      return item;
    }));
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", search);
  search();
  if (!field.value) field.focus();
})();
