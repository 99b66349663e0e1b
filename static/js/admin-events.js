// Rows are added without a round trip, a new meeting proposes the same time a week later, and the kind of an event fills
// in its usual places and hours. Everything works without this file: the buttons ask the server for more rows.

const WEEK = 7;

function plusDays(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function plusMinutes(time, minutes) {
  const [hours, mins] = time.split(":").map(Number);
  const total = Math.min(hours * 60 + mins + minutes, 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

function field(row, name) {
  return row.querySelector(`[name$="-${name}"]`);
}

function addRow(box) {
  const rows = box.querySelectorAll("[data-o-row]");
  const last = rows[rows.length - 1];
  const total = box.querySelector('[name$="-TOTAL_FORMS"]');
  const number = Number(total.value);
  const row = last.cloneNode(true);
  row.querySelectorAll(".o-error").forEach((error) => error.remove());
  row.querySelectorAll("input, select").forEach((input) => {
    input.name = input.name.replace(/-\d+-/, `-${number}-`);
    input.id = input.id.replace(/-\d+-/, `-${number}-`);
    if (input.tagName === "SELECT") input.selectedIndex = 0;
    else input.value = "";
  });
  row.querySelectorAll("label").forEach((label) => {
    label.htmlFor = label.htmlFor.replace(/-\d+-/, `-${number}-`);
    label.textContent = label.textContent.replace(/\d+\s*$/, `${number + 1}`);
  });
  last.after(row);
  total.value = String(number + 1);
  const filled = [...rows].reverse().find((other) => field(other, "day")?.value);
  if (filled) {
    field(row, "day").value = plusDays(field(filled, "day").value, WEEK);
    field(row, "starts").value = field(filled, "starts").value;
    field(row, "ends").value = field(filled, "ends").value;
  }
  row.querySelector("input:not([type=hidden]), select").focus();
}

const kinds = JSON.parse(document.getElementById("o-kinds")?.textContent ?? "{}");
const screen = document.querySelector("[data-o-making]");
const chosen = screen?.querySelector('[name="event-kind"]');

function currentKind() {
  return kinds[chosen ? chosen.value : screen?.dataset.oKind];
}

function propose(input, value) {
  if (input && value && (!input.value || input.dataset.oProposed === input.value)) {
    input.value = value;
    input.dataset.oProposed = value;
  }
}

screen?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-o-add]");
  if (button) {
    event.preventDefault();
    addRow(button.closest("[data-o-rows]"));
  }
});

chosen?.addEventListener("change", () => {
  const kind = currentKind();
  if (!kind) return;
  propose(screen.querySelector('[name="places-0-capacity"]'), String(kind.capacity));
  propose(screen.querySelector('[name="event-academic_hours"]'), kind.hours);
});

screen?.addEventListener("change", (event) => {
  const kind = currentKind();
  if (kind && event.target.name?.endsWith("-starts")) {
    const row = event.target.closest("[data-o-row]");
    propose(field(row, "ends"), event.target.value && plusMinutes(event.target.value, kind.minutes));
  }
});
