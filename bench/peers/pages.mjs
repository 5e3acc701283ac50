// Times what other tools make of the pages of a folder, in processor time, one thread: the parse, and the parse with the judgement.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";

const folder = process.argv[2];
const pages = readdirSync(folder).filter(f => f.endsWith(".html")).sort().map(f => readFileSync(join(folder, f), "utf8"));
const silent = new VirtualConsole();

const readers = {
  "linkedom, its parse alone": html => { parseHTML(html); },
  "Readability on linkedom": html => { new Readability(parseHTML(html).document).parse(); },
  "jsdom, its parse alone": html => { new JSDOM(html, { virtualConsole: silent }).window.close(); },
  "Readability on jsdom": html => { const dom = new JSDOM(html, { virtualConsole: silent }); new Readability(dom.window.document).parse(); dom.window.close(); },
};

for (const [name, read] of Object.entries(readers)) {
  const rounds = [];
  let failed = 0;
  for (let round = 0; round < 2; round++) {
    const begun = process.cpuUsage();
    failed = 0;
    for (const html of pages) {
      try {
        read(html);
      } catch {
        failed++;
      }
    }

    const spent = process.cpuUsage(begun);
    rounds.push(pages.length / ((spent.user + spent.system) / 1e6));
  }

  console.log(`${name.padEnd(32)}${rounds.map(r => r.toFixed(0).padStart(6)).join(" ")} pages/s${failed ? `, ${failed} pages threw` : ""}`);
}
