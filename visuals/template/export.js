// The view as a file and on paper. SVG is text with the font inside; PNG is drawn at twice its size; print gets the same
// sheet on one page. Nothing is asked of anybody, and no word of the data becomes markup or a path.

const SHARP = 2; // pixels of the PNG for one px

function itemElement(item) {
  const faint = item.alpha < 1 ? { opacity: short(item.alpha) } : {};
  if (item.text !== undefined) {
    const halo = item.halo ? { stroke: item.halo, "stroke-width": short(item.haloWidth), "stroke-linejoin": "round", "paint-order": "stroke" } : {};
    const weight = item.weight === 400 ? {} : { "font-weight": item.weight };
    return draw("text", { x: short(item.x), y: short(item.y), "font-size": short(item.size), fill: item.fill, ...weight, ...halo, ...faint }, item.text);
  }
  const pen = item.stroke === "none" ? {} : { stroke: item.stroke, "stroke-width": short(item.width) };
  if (item.stroke !== "none" && item.dash && item.dash.length) pen["stroke-dasharray"] = item.dash.map(short).join(" ");
  if (item.stroke !== "none" && item.cap && item.cap !== "butt") pen["stroke-linecap"] = item.cap;
  return draw("path", { d: item.d, fill: item.fill, ...pen, ...faint, ...(item.of ? { "data-of": item.of } : {}) });
}

// The sheet as an element of this document, without its font.
function sheetElement(sheet) {
  const { x, y, wide, high } = sheet.frame;
  return draw("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: sheet.wide, height: sheet.high, viewBox: `0 0 ${sheet.wide} ${sheet.high}`,
    role: "img", lang: state.language, "font-family": FONT.replace(/"/g, "'"), "aria-labelledby": "sheet-title sheet-told",
  },
  draw("title", { id: "sheet-title" }, sheet.title), draw("desc", { id: "sheet-told" }, sheet.told),
  draw("rect", { width: sheet.wide, height: sheet.high, fill: PAPER.ground }),
  draw("clipPath", { id: "frame" }, draw("rect", { width: wide, height: high })),
  draw("g", { transform: `translate(${x} ${short(y)})`, "clip-path": "url(#frame)" }, ...sheet.inside.map(itemElement)),
  draw("g", {}, ...sheet.around.map(itemElement)));
}

function svgText(sheet) {
  const svg = sheetElement(sheet);
  // the first style of the page holds the fonts and nothing else
  svg.querySelector("desc").after(draw("style", {}, document.querySelector("style").textContent));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg) + "\n";
}

function paintItem(context, item) {
  context.globalAlpha = item.alpha;
  if (item.text !== undefined) {
    context.font = `${item.weight} ${item.size}px ${FONT}`;
    if (item.halo) {
      context.strokeStyle = item.halo;
      context.lineWidth = item.haloWidth;
      context.strokeText(item.text, item.x, item.y);
    }
    context.fillStyle = item.fill;
    context.fillText(item.text, item.x, item.y);
    return;
  }
  const path = new Path2D(item.d);
  if (item.fill !== "none") {
    context.fillStyle = item.fill;
    context.fill(path);
  }
  if (item.stroke !== "none") {
    context.strokeStyle = item.stroke;
    context.lineWidth = item.width;
    context.setLineDash(item.dash || []);
    context.lineCap = item.cap || "butt";
    context.stroke(path);
  }
}

function pngBlob(sheet) {
  const canvas = make("canvas", { width: Math.round(sheet.wide * SHARP), height: Math.round(sheet.high * SHARP) });
  const context = canvas.getContext("2d");
  context.scale(SHARP, SHARP);
  context.lineJoin = "round";
  context.fillStyle = PAPER.ground;
  context.fillRect(0, 0, sheet.wide, sheet.high);
  context.save();
  context.translate(sheet.frame.x, sheet.frame.y);
  context.beginPath();
  context.rect(0, 0, sheet.frame.wide, sheet.frame.high);
  context.clip();
  for (const item of sheet.inside) paintItem(context, item);
  context.restore();
  for (const item of sheet.around) paintItem(context, item);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

// A name that every system takes and that tells what is in the file: the title and the date of the data.
function fileName(ending) {
  const plain = pick(data.title).normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  const cut = [...plain].length > 60 ? [...plain].slice(0, 60).join("").replace(/-[^-]*$/, "") : plain;
  const date = (data.stamp || [])[2] || "";
  const parts = ["bubble", cut, /^[\d-]+$/.test(date) ? date : ""];
  return parts.filter(Boolean).join("_") + ending;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// On paper the page is the same sheet on one page: built when print begins, gone when it ends.
function startPrint() {
  const clear = () => byId("paper").replaceChildren();
  window.addEventListener("beforeprint", () => {
    if (document.documentElement.dataset.ready) byId("paper").replaceChildren(sheetElement(paperNow()));
  });
  window.addEventListener("afterprint", clear);
}

function startExport() {
  byId("save_svg").addEventListener("click", () => save(new Blob([svgText(paperNow())], { type: "image/svg+xml" }), fileName(".svg")));
  byId("save_png").addEventListener("click", async () => save(await pngBlob(paperNow()), fileName(".png")));
  startPrint();
}
