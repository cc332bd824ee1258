// What a link is on a day: the rule of the questions that take a day (docs/decisions/0002-status-and-disagreement.md).
// Dates may be a day, a month or a year; they are compared by what is known of them.

const known = (day, date) => day.slice(0, date.length);

// A link without a date of its beginning is taken as begun.
const begunBy = (link, day) => !day || !link.a || link.a <= known(day, link.a);

function statusOn(link, day) {
  if (!day || !link.z) return link.told;
  if ((link.told === "active" || link.told === "signed") && link.z < known(day, link.z)) return "ended";
  if ((link.told === "ended" || link.told === "completed") && link.z > known(day, link.z)) return "active";
  return link.told;
}

// A day as the address and the slider have it.
function isDay(text) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) || [];
  if (!year) return false;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return made.toISOString().slice(0, 10) === text;
}

// The slider goes by months, from the first date of the links to the last; a month stands for its last day, that of
// the data for the day of the data.
const monthOf = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
const dataDay = () => (data.stamp && isDay(data.stamp[2]) ? data.stamp[2] : "");
const dated = links.flatMap((link) => [link.a, link.z]).filter((date) => /^\d{4}(-\d\d){0,2}$/.test(date || ""));
const undated = () => distinct(links.filter((link) => !link.a));

function dayOfMonth(month) {
  if (dataDay() && month === monthOf(dataDay())) return dataDay();
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}

// A move of the slider is shown at once; it is a step when it is let go.
function startTime() {
  const strip = byId("time");
  strip.hidden = dated.length === 0;
  if (strip.hidden) return;
  const months = dated.map(monthOf).concat(dataDay() ? [monthOf(dataDay())] : []);
  const slider = byId("day");
  slider.min = String(Math.min(...months));
  slider.max = String(Math.max(...months));
  slider.addEventListener("input", () => {
    state.day = dayOfMonth(Number(slider.value));
    follow();
  });
  slider.addEventListener("change", () => change(() => {}, toldOfDay));
  slider.addEventListener("keydown", (event) => {
    const years = { PageUp: 12, PageDown: -12 }[event.key];
    if (!years) return;
    event.preventDefault();
    slider.value = String(Number(slider.value) + years);
    change(() => { state.day = dayOfMonth(Number(slider.value)); }, toldOfDay);
  });
  byId("timed").addEventListener("change", () => change(() => {
    state.day = byId("timed").checked ? dataDay() || dayOfMonth(Number(slider.max)) : "";
  }, toldOfDay));
}

const later = () => distinct(links.filter((link) => !link.begun));
const toldOfDay = () => (state.day ? `${filled("told_day", { day: state.day, later: later(), undated: undated() })}. ${countNow()}` : word("said_no_day"));

function followTime() {
  if (byId("time").hidden) return;
  const slider = byId("day");
  const on = state.day !== "";
  byId("timed").checked = on;
  slider.disabled = !on;
  const month = String(monthOf(state.day || dataDay() || dayOfMonth(Number(slider.max))));
  if (slider.value !== month) slider.value = month;
  slider.setAttribute("aria-valuetext", state.day);
  tell("day_shown", on ? state.day : "");
  tell("day_note", on ? filled("told_day_note", { later: later(), undated: undated() }) : filled("no_day_note", { undated: undated() }));
}
