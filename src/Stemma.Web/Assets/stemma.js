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
function press(name) {
  const b = current() && $(`[data-key="${name}"]`, current());
  if (!b) return false;
  if (b.tagName === "A") go(b.href); else if (b.tagName === "DETAILS") open(b); else if (b.tagName === "FORM") field(b); else b.click();
  return true;
}
function open(details) { details.open = true; const field = $("input:not([type=hidden]),select,textarea", details); if (field) { field.focus(); if (field.select) field.select(); } }
// A form inside something folded: unfold it, and stand in its field.
function field(form) { const d = form.closest("details"); if (d) d.open = true; const f = $("[name=value]", form); if (f) f.focus(); }
function button(name) { const b = $(`[data-page-key="${name}"]`); if (b) b.tagName === "A" ? go(b.href) : b.click(); return !!b; }
const focus = (q) => { const f = $(q); if (f) { f.scrollIntoView({ block: "center" }); f.focus(); } };

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
    ...(page === "timeline" ? { ArrowRight: () => button("ArrowRight"), ArrowLeft: () => button("ArrowLeft") } : {}),
    " ": page === "accounts" ? () => pin() : page === "ledger" ? () => press(" ") : null,
    Enter: e.target.closest("a,button,summary") ? null : () => press("Enter"),
    a: () => press("a"), x: () => press("x"), s: () => press("s"), c: () => press("c"), "[": () => press("["), "]": () => press("]"), "{": () => press("{"), "}": () => press("}"),
    y: () => press("y"), h: () => press("h"), v: () => button("v"),
    m: () => focus("#merge"), M: () => focus("#split"), u: () => press("u") || button("u"), f: () => filter(), e: () => button("e"), d: () => button("d"),
    o: () => press("o") || original() || button("o"), i: () => button("i"), l: () => button("l"), t: () => button("t"), "+": () => missed() || button("+"), "-": () => button("-"),
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
$$("table.matrix td[tabindex]").forEach((td) => td.addEventListener("click", (e) => { if (!e.target.closest("a") && page === "accounts" && !String(getSelection())) { td.focus(); pin(td); } }));
function pin(here = document.activeElement.closest("td")) {
  if (!here) return;
  here.classList.toggle("pinned");
  const pinned = $$("td.pinned");
  if (pinned.length > 2) pinned.find((t) => t !== here).classList.remove("pinned");
  const two = $$("td.pinned"), show = $("#pinned");
  show.hidden = two.length < 2;
  show.replaceChildren(...(two.length < 2 ? [] : two.map((t, n) => side(t, two[1 - n]))));
  if (two.length === 2) show.scrollIntoView({ block: "nearest" });
}
// One pinned cell: whose it is, and its words; those the other has not are marked.
function side(cell, other) {
  const told = (td) => $$(".words", td).map((w) => w.textContent).join(" ");
  const bare = (w) => w.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const theirs = new Set(told(other).split(/\s+/).map(bare));
  const q = document.createElement("blockquote"), who = document.createElement("p");
  q.className = "card";
  who.className = "small soft";
  who.textContent = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent + ", " + cell.parentElement.cells[0].firstChild.textContent.trim();
  q.append(who);
  (told(cell) || cell.textContent).split(/(\s+)/).forEach((w) => {
    if (w.trim() && bare(w) && !theirs.has(bare(w))) { const m = document.createElement("mark"); m.className = "alone"; m.textContent = w; q.append(m); } else q.append(w);
  });
  return q;
}

// The original page, at the words of the statement in hand.
function original() {
  const to = page === "reader" && items().length && $('[data-page-key="o"]');
  if (to && to.href.endsWith("/original")) { go(to.href + (at >= 0 ? "#" + items()[at].id : "")); return true; }
  return false;
}
// Words marked in the article are the content of a statement that was missed.
function missed() {
  const into = $("#missed"), words = into && String(getSelection()).trim();
  if (!words) return false;
  into.value = words;
  into.scrollIntoView({ block: "center" });
  into.focus();
  return true;
}

// Copy a citation; say that it was done.
$$("[data-copy]").forEach((b) => b.addEventListener("click", async () => {
  const said = $("[role=status]", b.parentElement);
  try { await navigator.clipboard.writeText(b.dataset.copy); if (said) said.textContent = "copied"; }
  catch { if (said) said.textContent = "this browser does not let it be copied; the citation stands below"; const d = $("details", b.closest("li")); if (d) { d.open = true; const t = $("textarea", d); if (t) { t.focus(); t.select(); } } }
}));
// Drop files on the case page.
const drop = $("#files");
if (drop) {
  document.addEventListener("dragover", (e) => e.preventDefault());
  document.addEventListener("drop", (e) => { e.preventDefault(); if (e.dataTransfer.files.length) { drop.files = e.dataTransfer.files; drop.form.requestSubmit(); } });
  drop.form.addEventListener("submit", () => { $("#sending").hidden = false; });
}
// How far the reading of what was handed in has come.
const watched = $("[data-watch]");
if (watched) {
  const look = async () => {
    const now = await (await fetch(watched.dataset.watch)).json();
    watched.max = Math.max(1, now.bytes); watched.value = now.done;
    $("#adding-says").textContent = now.says;
    if (now.finished) location.reload(); else setTimeout(look, 400);
  };
  setTimeout(look, 400);
}
// A long table goes on when a reader comes near its end; rows far above are let go, so that 200,000 can be scrolled.
const MOST_ROWS = 600;
const pager = $("[data-scroll]");
if (pager && pager.dataset.scroll && "IntersectionObserver" in window) {
  let busy = false;
  const body = $("tbody", $(pager.dataset.scroll));
  const more = async () => {
    const next = $("[rel=next]", pager);
    if (busy || !next) return;
    busy = true;
    const got = new DOMParser().parseFromString(await (await fetch(next.href)).text(), "text/html");
    const hand = items()[at];
    body.append(...$$(pager.dataset.scroll + " > tbody > tr", got));
    const above = [...body.rows].slice(0, Math.max(0, body.rows.length - MOST_ROWS)).filter((r) => !$("input:checked", r));
    const high = CSS.supports("overflow-anchor", "auto") ? 0 : above.reduce((sum, r) => sum + r.offsetHeight, 0);
    above.forEach((r) => r.remove());
    if (high) scrollBy({ top: -high, behavior: "instant" });
    at = hand ? items().indexOf(hand) : at;
    const theirs = $("[data-scroll]", got);
    $("[data-until]", pager).textContent = theirs ? $("[data-until]", theirs).textContent : "";
    const further = theirs && $("[rel=next]", theirs);
    if (further) next.href = further.getAttribute("href"); else next.remove();
    busy = false;
    if (further && pager.getBoundingClientRect().top < innerHeight + 400) more();
  };
  new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) more(); }, { rootMargin: "600px" }).observe(pager);
}
if (location.hash) { const i = items().findIndex((x) => `#${x.id}` === location.hash); if (i >= 0) { at = i - 1; move(1); } }
document.documentElement.dataset.keys = "on"; // The keys are heard from here on; the tests wait for it.
