"use strict";
// Lights up the words that a link leads to. The link itself scrolls.
function light(key) {
  for (const piece of document.querySelectorAll(".lit")) piece.classList.remove("lit");
  for (const piece of document.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`)) piece.classList.add("lit");
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-light]");
  if (link) light(link.dataset.light);
});
if (location.hash) light(decodeURIComponent(location.hash.slice(1)));
addEventListener("hashchange", () => light(decodeURIComponent(location.hash.slice(1))));

// Sorts a table by the column whose heading is pressed: numbers by value, words by the alphabet.
function value(row, column) {
  const cell = row.cells[column];
  return cell.dataset.value === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.value);
}
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort((a, b) => {
      const [x, y] = [value(a, column), value(b, column)];
      return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
    });
    table.tBodies[0].append(...rows);
  }));
}

// Shows the releases whose file and verdict fit.
const name = document.getElementById("by-name"), verdict = document.getElementById("by-verdict");
function filter() {
  const rows = [...document.querySelectorAll("#overview tbody tr")];
  for (const row of rows) {
    const fits = row.cells[0].textContent.toLowerCase().includes(name.value.toLowerCase())
      && (!verdict.value || row.dataset.verdict === verdict.value);
    row.hidden = !fits;
    document.querySelector(row.querySelector("a").getAttribute("href")).hidden = !fits;
  }
  document.getElementById("shown").textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
}
if (name) {
  name.addEventListener("input", filter);
  verdict.addEventListener("change", filter);
  name.form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}

// On paper nothing is folded away.
addEventListener("beforeprint", () => { for (const part of document.querySelectorAll("details")) part.open = true; });
