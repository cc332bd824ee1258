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
