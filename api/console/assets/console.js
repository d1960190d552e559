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
