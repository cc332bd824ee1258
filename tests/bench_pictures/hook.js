// Runs before a page's own scripts: which frames it draws, and how much drawing each of them is.
(() => {
  const frames = (window.drawnFrames = []);
  let now = null;
  const drew = (amount) => {
    const time = document.timeline.currentTime;
    if (now === null || now.time !== time) {
      now = { time, work: 0, shown: 0 };
      frames.push(now);
      if (frames.length <= 60) {
        const mine = now;
        requestAnimationFrame(() => requestAnimationFrame(() => {
          mine.shown = performance.now();
          window.frameShown(JSON.stringify({ shown: mine.shown, work: mine.work }));
        }));
      }
    }
    now.work += amount;
  };
  const wrap = (type, name, amount) => {
    const own = type && type.prototype[name];
    if (own) type.prototype[name] = function (...given) { drew(amount(given)); return own.apply(this, given); };
  };
  for (const name of ["fill", "stroke", "fillRect", "fillText", "strokeText", "drawImage"]) {
    wrap(window.CanvasRenderingContext2D, name, () => 1);
  }
  for (const type of [window.WebGLRenderingContext, window.WebGL2RenderingContext]) {
    wrap(type, "drawArrays", (given) => given[2]);
    wrap(type, "drawElements", (given) => given[1]);
    wrap(type, "drawArraysInstanced", (given) => given[2] * given[3]);
    wrap(type, "drawElementsInstanced", (given) => given[1] * given[4]);
  }
})();
