// Everything works without this; with it, a form is sent once, and the console is a little quicker.
"use strict";

// A second press while the first is on its way does nothing.
addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === "post") form.dataset.sent = "yes";
});

// Coming back to a page by the back button, its forms may be sent again: their keys see to it.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// What is said first is heard first.
addEventListener("DOMContentLoaded", () => {
  const alert = document.querySelector("[data-focus]");
  if (alert) alert.focus();
});

// On a narrow screen, what leads elsewhere is under one button.
addEventListener("click", event => {
  const menu = event.target.closest(".menu");
  if (menu) menu.setAttribute("aria-expanded", menu.getAttribute("aria-expanded") === "false");
});

// Buttons that only a script can serve are shown by it.
addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  for (const form of document.querySelectorAll("[data-as-chosen]"))
    form.addEventListener("change", () => form.requestSubmit());
});

// A slider says where it stands while it moves, and goes there once it is let go for a moment.
addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("[data-slider]")) {
    const slider = form.querySelector("[type=range]");
    let going;
    slider.addEventListener("input", () => {
      const words = slider.list.options[slider.value].label;
      form.querySelector("output").value = words;
      slider.setAttribute("aria-valuetext", words);
      clearTimeout(going);
    });
    slider.addEventListener("change", () => {
      clearTimeout(going);
      going = setTimeout(() => form.requestSubmit(), 700);
    });
  }
});

// In the field, people met without a name are counted while the network is away: what is not sent
// yet waits in this page and nowhere else, and each goes under a key of its own, so that it counts once.
const waiting = [];
let sending = false, lastTap = -1000;

const tellWaiting = signedOut => {
  const note = document.querySelector("[data-waiting]");
  if (!note) return;
  note.hidden = !waiting.length;
  note.querySelector("strong").textContent = waiting.length;
  note.querySelector("a").hidden = !signedOut;
};

const shown = html => {
  const there = document.activeElement?.matches("[data-waits] button");
  const page = new DOMParser().parseFromString(html, "text/html");
  document.getElementById("content").replaceWith(page.getElementById("content"));
  if (there) document.querySelector("[data-waits] button")?.focus();
  document.querySelector("#content [data-focus]")?.focus();
};

const send = async () => {
  if (sending) return;
  sending = true;
  let signedOut = false;
  while (waiting.length) {
    const [action, typed] = waiting[0];
    const answer = await fetch(action, {method: "POST", body: typed, signal: AbortSignal.timeout(20000)}).catch(() => null);
    if (!answer || answer.status >= 500) break;
    signedOut = answer.status === 401 || new URL(answer.url).pathname !== action;
    if (signedOut) break;
    waiting.shift();
    if (!waiting.length || !answer.ok) shown(await answer.text());
    if (!answer.ok) break;
  }
  sending = false;
  tellWaiting(signedOut);
};

addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("[data-waits]")) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.timeStamp - lastTap < 500) return;  // one press that bounced is one person
  lastTap = event.timeStamp;
  const typed = new URLSearchParams(new FormData(form));
  typed.set("key", `${typed.get("key")}.${event.timeStamp}`);
  waiting.push([new URL(form.action).pathname, typed]);
  form.reset();
  tellWaiting(false);
  send();
}, true);
addEventListener("online", send);

// What names somebody does not wait: without network it stays in its form, which says so.
addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches("[data-kept]")) return;
  event.preventDefault();
  event.stopPropagation();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const typed = new URLSearchParams(new FormData(form, event.submitter));
  const answer = await fetch(form.action, {method: "POST", body: typed, signal: AbortSignal.timeout(20000)}).catch(() => null);
  const signedOut = answer?.status === 401;
  delete form.dataset.sent;
  if (answer?.redirected && !signedOut) return location.assign(answer.url);
  if (answer && !signedOut) return shown(await answer.text());
  const note = form.querySelector("[data-unsent]");
  note.hidden = false;
  note.querySelector("a").hidden = !signedOut;
}, true);
addEventListener("beforeunload", event => { if (waiting.length) event.preventDefault(); });
setInterval(() => { if (waiting.length) send(); }, 5000);

// A paper opens in a window of its own, ready to print; without a script it just opens.
addEventListener("DOMContentLoaded", () => {
  for (const link of document.querySelectorAll("[data-print-paper]"))
    link.addEventListener("click", event => {
      const paper = open(link.href);
      if (!paper) return;
      event.preventDefault();
      paper.addEventListener("load", () => paper.print());
    });
});

// Nothing moves under a finger: a button that slides away while it is held is not pressed.
let held = false;
addEventListener("pointerdown", () => { held = true; }, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { held = false; }, true);
const letGo = async () => { while (held) await new Promise(done => setTimeout(done, 50)); };

// What is chosen in a form decides how private the entry will be, and so who will see it.
addEventListener("change", async event => {
  const form = event.target.closest("form[data-foreseen]");
  if (!form) return;
  const asked = form.dataset.asked = String(event.timeStamp);
  const body = new URLSearchParams(new FormData(form));
  body.set("check", "classes");
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!answer?.ok || form.dataset.asked !== asked) return;
  const classes = await answer.json();
  await letGo();
  if (form.dataset.sent) return;
  for (const line of form.querySelectorAll("[data-class]"))
    line.hidden = classes.length ? !classes.includes(line.dataset.class) : !("maybe" in line.dataset);
  form.querySelector("[data-uncertain]").hidden = classes.length > 0;
});
addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-without-script]")) button.hidden = true;
});
