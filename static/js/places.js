// Keeps the number of free places fresh. An element says where to ask and how to say it:
// <p data-places="/registration/<uuid>/places/" data-free="Свободно мест: {free} из {capacity}"
//    data-waiting="Мест нет, в листе ожидания: {waiting}" data-full="Мест нет" data-at="на {time}">
//   <span data-places-count>…</span> <span data-places-at>…</span></p>
// A screen reader hears the change only if the numbers differ. Without this file the printed text and its time stay.
const PERIOD_MS = 60_000;

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

async function refresh(element) {
  const answer = await fetch(element.dataset.places, { credentials: "omit", headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { capacity, taken, waiting, at } = await answer.json();
  const values = {
    capacity,
    waiting,
    free: Math.max(0, capacity - taken),
    time: new Date(at).toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Barnaul" }),
  };
  const { free, waiting: queue, full, at: when } = element.dataset;
  const template = values.free && !waiting ? free : waiting && queue ? queue : full;
  const set = (part, text) => {
    const node = element.querySelector(`[data-places-${part}]`);
    if (node && text && node.textContent !== text) node.textContent = text;
  };
  if (template) set("count", fill(template, values));
  if (when) set("at", fill(when, values));
}

for (const element of document.querySelectorAll("[data-places]")) {
  element.querySelector("[data-places-count]")?.setAttribute("aria-live", "polite");
  const tick = () => document.hidden || refresh(element).catch(() => {});
  tick();
  setInterval(tick, PERIOD_MS);
}
