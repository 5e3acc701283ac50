// Times date readers from npm on the paragraphs of a .jsonl file ({"published", "text"} a line), one after another, in processor time.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";
import nlp from "compromise";
import dates from "compromise-dates";

nlp.plugin(dates);
// Long enough for the compiler to have settled; one round where a round takes longer.
const seconds = 3;
const rows = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean).map(line => JSON.parse(line));
const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row.text), 0);

const readers = {
  "chrono-node": row => chrono.parse(row.text, new Date(row.published + "T12:00:00Z")).length,
  "compromise + compromise-dates": row => nlp(row.text).dates({ today: row.published }).get().length,
};

for (const [name, read] of Object.entries(readers)) {
  let best = Infinity, all = 0, rounds = 0, found, failed;
  for (; all < seconds; rounds++) {
    const begun = process.cpuUsage();
    [found, failed] = [0, 0];
    for (const row of rows) {
      try {
        found += read(row);
      } catch {
        failed++;
      }
    }

    const spent = process.cpuUsage(begun);
    const took = (spent.user + spent.system) / 1e6;
    best = Math.min(best, took);
    all += took;
  }

  console.log(`${name.padEnd(32)}${rows.length} texts, ${(bytes / 1e6).toFixed(2)} MB, ${found} dates: ${(bytes / 1e6 / best).toFixed(2)} MB/s (best of ${rounds})${failed ? `, ${failed} texts threw` : ""}`);
}
