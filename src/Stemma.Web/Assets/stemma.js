// Keys and comfort only: every page works without this file. One listener, a table of keys a page, nothing kept.
"use strict";
const page = document.body.dataset.page;
const $ = (q, from = document) => from.querySelector(q);
const $$ = (q, from = document) => [...from.querySelectorAll(q)];
const go = (url) => { if (url) location.href = url; };

// The thing a key works on: a row, a statement of the rail, a cell.
let at = -1;
const items = () => $$("[data-item]");
function move(step) {
  const all = items();
  if (!all.length) return;
  at = Math.max(0, Math.min(all.length - 1, at + step));
  all.forEach((x, i) => x.classList.toggle("on", i === at));
  const now = all[at];
  if (!now.hasAttribute("tabindex")) now.tabIndex = -1;
  now.focus({ preventScroll: true });
  now.scrollIntoView({ block: "nearest" });
  $$("mark.on").forEach((m) => m.classList.remove("on"));
  $$(`mark[data-s~="${now.dataset.item}"]`).forEach((m, i) => { m.classList.add("on"); if (i === 0) m.scrollIntoView({ block: "center" }); });
}
const current = () => items()[at] || $("[data-item].on") || items().find((x) => `#${x.id}` === location.hash) || items()[0];
const press = (name) => { const b = current() && $(`[data-key="${name}"]`, current()); if (b) { b.tagName === "A" ? go(b.href) : b.tagName === "DETAILS" ? open(b) : b.tagName === "FORM" ? field(b) : b.click(); } };
function open(details) { details.open = true; const field = $("input:not([type=hidden]),select,textarea", details); if (field) field.focus(); }
// A form inside something folded: unfold it, and stand in its field.
function field(form) { const d = form.closest("details"); if (d) d.open = true; const f = $("[name=value]", form); if (f) f.focus(); }
const button = (name) => { const b = $(`[data-page-key="${name}"]`); if (b) b.tagName === "A" ? go(b.href) : b.click(); };

const goTo = { c: "/", l: "/ledger", a: "/accounts", t: "/tree", m: "/timeline", p: "/actors", h: "/history" };
let waiting = "";

document.addEventListener("keydown", (e) => {
  const typing = e.target.closest("input,select,textarea,[contenteditable]");
  if (e.key === "Escape") { waiting = ""; if (typing) typing.blur(); const d = $("dialog[open]"); if (d) d.close(); return; }
  if (typing || e.ctrlKey || e.metaKey || e.altKey) return;
  if (waiting === "g") { waiting = ""; if (goTo[e.key]) { e.preventDefault(); go(goTo[e.key]); } return; }
  const keys = {
    "?": () => $("#help").showModal(), "/": () => $("#search").focus(), g: () => { waiting = "g"; },
    j: () => move(1), k: () => move(-1), n: () => move(1), p: () => move(-1),
    ArrowDown: page === "accounts" ? () => cell(0, 1) : null, ArrowUp: page === "accounts" ? () => cell(0, -1) : null,
    ArrowRight: page === "accounts" ? () => cell(1, 0) : null, ArrowLeft: page === "accounts" ? () => cell(-1, 0) : null,
    ...(page === "ledger" ? { ArrowRight: () => along(1), ArrowLeft: () => along(-1) } : {}),
    " ": page === "accounts" ? () => pin() : null,
    Enter: e.target.closest("a,button,summary") ? null : () => press("Enter"),
    a: () => press("a"), x: () => press("x"), s: () => press("s"), c: () => press("c"), "[": () => press("["), "]": () => press("]"), "{": () => press("{"), "}": () => press("}"),
    m: () => press("m"), M: () => press("M"), u: () => button("u"), f: () => filter(), e: () => button("e"), d: () => button("d"),
    o: () => press("o"), i: () => button("i"), l: () => button("l"), t: () => button("t"), "+": () => button("+"), "-": () => button("-"),
  };
  const act = keys[e.key];
  if (act) { e.preventDefault(); act(); }
});

// Matrix: arrows walk the cells, Space pins two to compare their words.
function cell(dx, dy) {
  const cells = $$("table.matrix td[tabindex]");
  const here = document.activeElement.closest("td");
  if (!here || !cells.includes(here)) { if (cells[0]) cells[0].focus(); return; }
  const row = here.parentElement, rows = $$("tr", row.parentElement);
  const to = dx ? row.cells[here.cellIndex + dx] : rows[rows.indexOf(row) + dy] && rows[rows.indexOf(row) + dy].cells[here.cellIndex];
  if (to && to.matches("td[tabindex]")) to.focus();
}
// Ledger: arrows walk the cells of the row in hand, f asks for all rows like the cell.
const cells = () => (current() ? $$("td[data-filter]", current()) : []);
function along(step) {
  const all = cells(), here = all.indexOf(document.activeElement.closest("td[data-filter]"));
  const to = all[here < 0 ? 0 : Math.max(0, Math.min(all.length - 1, here + step))];
  if (to) to.focus();
}
function filter() {
  const td = document.activeElement.closest("td[data-filter]") || cells()[0];
  if (td) go(td.dataset.filter);
}
function pin() {
  const here = document.activeElement.closest("td");
  if (!here) return;
  here.classList.toggle("pinned");
  const pinned = $$("td.pinned");
  if (pinned.length > 2) pinned[0].classList.remove("pinned");
  const two = $$("td.pinned"), show = $("#pinned");
  show.hidden = two.length < 2;
  show.replaceChildren(...(two.length < 2 ? [] : two.map((t) => { const q = document.createElement("blockquote"); q.textContent = t.innerText; return q; })));
}

// Copy a citation; drop files on the case page.
$$("[data-copy]").forEach((b) => b.addEventListener("click", () => navigator.clipboard && navigator.clipboard.writeText(b.dataset.copy)));
const drop = $("#files");
if (drop) {
  document.addEventListener("dragover", (e) => e.preventDefault());
  document.addEventListener("drop", (e) => { e.preventDefault(); drop.files = e.dataTransfer.files; drop.form.requestSubmit(); });
  drop.form.addEventListener("submit", () => { const p = $("progress", drop.form); if (p) p.hidden = false; });
}
if (location.hash) { const i = items().findIndex((x) => `#${x.id}` === location.hash); if (i >= 0) { at = i - 1; move(1); } }
