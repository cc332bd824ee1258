// The one way to change the view: change() carries out, lets everything follow, and keeps the step. A step is the text
// of the view as it stands in the address; undo, redo and the browser's back and forward all restore such a text.

const steps = []; // texts of the view, oldest first
let stepAt = -1;
let mirrored = window === window.parent; // whether the browser's own history takes part; that of a page around this one is not ours
const run = String(performance.timeOrigin); // told apart from the steps of an earlier opening of the page

function change(act, told) {
  act();
  follow();
  notice("");
  keepStep();
  if (told) say(told());
}

const say = (text) => { byId("say").textContent = text; };

// Everything that shows the state, brought in line with it.
function follow() {
  settle();
  showPanel(); // first, since it changes the size of the picture
  refresh();
  if (state.begun) followAround();
}

// What stands around the picture; when the page opens, it waits until the picture is on the screen.
function followAround() {
  followLegend();
  filterTable();
  followTime();
  followChips();
  tellCaption();
  followTools();
}

const addressOf = (text) => location.href.split("#")[0] + "#" + text;

// A held arrow key makes no flood of steps, which the browser would refuse: beyond so many in ten seconds they become one.
const MOST_STEPS = 60;
let recent = [];

function keepStep() {
  const text = viewText();
  if (text === steps[stepAt]) return;
  const now = performance.now();
  recent = recent.filter((time) => now - time < 10000);
  if (recent.length >= MOST_STEPS) {
    steps[stepAt] = text;
    noteFrame();
    return;
  }
  recent.push(now);
  goingTo = null; // a new step ends what the browser was asked for
  steps.length = stepAt + 1;
  steps.push(text);
  stepAt = steps.length - 1;
  mirror("pushState", text);
  followTools();
}

function mirror(way, text) {
  if (!mirrored) return;
  try {
    history[way]({ run, at: stepAt }, "", addressOf(text));
  } catch {
    mirrored = false; // a page inside another may not touch its address
  }
}

// Zoom and place of the frame belong to the step they happen in: they are no step of their own.
let frameTimer = 0;
function noteFrame() {
  clearTimeout(frameTimer);
  frameTimer = setTimeout(flushFrame, 250);
}

function flushFrame() {
  clearTimeout(frameTimer);
  if (stepAt < 0 || viewText() === steps[stepAt]) return;
  steps[stepAt] = viewText();
  mirror("replaceState", steps[stepAt]);
}

function undo() {
  if (stepNow() > 0) goTo(stepNow() - 1, "said_undone");
}

function redo() {
  if (stepNow() < steps.length - 1) goTo(stepNow() + 1, "said_redone");
}

// The browser goes to another step in its own time: what is asked for meanwhile counts from where it is going, or two
// quick undos would lead off the page.
let goingTo = null;
const stepNow = () => goingTo ?? stepAt;

let sayNext = "";
function goTo(index, told) {
  flushFrame();
  sayNext = told;
  if (mirrored) {
    history.go(index - stepNow());
    goingTo = index;
  } else arrive(index);
}

function arrive(index) {
  if (index === goingTo) goingTo = null;
  stepAt = index;
  restore(steps[index]);
  if (sayNext) say(word(sayNext));
  sayNext = "";
}

// What the address says, when the page opens or when somebody changes it; text from outside, so nothing is taken on trust.
const LONGEST = 20000;
function readAddress() {
  const text = location.hash.slice(1);
  const whole = restore(text.length > LONGEST ? "" : text) && text.length <= LONGEST;
  notice(whole ? "" : word("bad_address"));
  if (!whole) say(word("bad_address"));
  steps.length = 0;
  steps.push(viewText());
  stepAt = 0;
  mirror("replaceState", steps[0]);
  followTools();
}

function startHistory() {
  window.addEventListener("popstate", (event) => {
    clearTimeout(frameTimer);
    const step = event.state;
    if (step && step.run === run && step.at >= 0 && step.at < steps.length) arrive(step.at);
    else {
      goingTo = null;
      readAddress();
    }
  });
}
