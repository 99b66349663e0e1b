// Leaves the site at once: a click, Escape twice or Shift three times. Without this file the link still works.
const link = document.querySelector("[data-quick-exit]");
const needed = { Escape: 2, Shift: 3 };
const windowMs = 2000;
let presses = [];

function leave() {
  document.documentElement.hidden = true;
  // A fresh page in this tab, and not the one before it in history.
  location.replace(link.href);
}

if (link) {
  document.body.classList.add("has-quick-exit");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keyup", (event) => {
    if (!(event.key in needed)) {
      presses = [];
      return;
    }
    const now = Date.now();
    presses = presses.filter((press) => press.key === event.key && now - press.at < windowMs);
    presses.push({ key: event.key, at: now });
    if (presses.length >= needed[event.key]) leave();
  });
}
