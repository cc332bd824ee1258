// The one script that the page holds as it is. The data and the program are packed, so that a page is small; here they
// are unpacked, the data put where the program finds them, and the program run. Nothing is asked of anybody.
(async function () {
  "use strict";
  const element = (id) => document.getElementById(id);

  // The text that an element holds in base64, compressed; the element is emptied.
  async function unpack(id, format) {
    const text = element(id).textContent;
    element(id).textContent = "";
    const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format))).text();
  }

  // Columns as records; what a record lacks is null there.
  function records(columns) {
    const names = Object.keys(columns);
    const made = names.length ? columns[names[0]].map(() => ({})) : [];
    for (const name of names) columns[name].forEach((value, at) => { if (value !== null) made[at][name] = value; });
    return made;
  }

  for (const weight of [400, 700]) document.fonts.load(`${weight} 12px Sarabun`, "a\u0e01").catch(() => {});
  const [text, program] = await Promise.all([unpack("data", "deflate"), unpack("program", "deflate")]);
  const data = JSON.parse(text);
  for (const name of ["nodes", "links"]) data[name] = records(data[name]);
  element("data").unpacked = data;
  Object.assign(element("data"), { unpack, records });
  element("program").remove();
  const script = document.createElement("script");
  script.textContent = program;
  document.body.append(script);
}());
