// Cuts the texts of a .jsonl or .jsonl.gz file into paragraphs, a line each, so that every reader gets the same; without a file: our own, many times over.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const own = [
  "The port of Lom reopened on Tuesday, Ilse Maren said late on Wednesday, two days after shells had hit the silo at 10:35 a.m. on May 4.",
  "The council, which met every Friday in 2029, will meet again next week; a vote is expected by June 2.",
  "Nobody had counted the barges that lay along the north bank, and the harbour master, a patient man of few words, said only that the cranes would move when the river let them.",
  "Orlin Voss denied on 3 April 2031 that anything had been fired in the past five months. “Not yesterday, not last year, not in the 1990s,” he told North Wire.",
  "Prices rose by 4 per cent in the third quarter and by nearly two points over the next twelve months, against forecasts of late 2030.",
  "The ferry, built in 1987, carries 400 people and 1,200 tons; its crew have walked the quays for years without finding work elsewhere.",
];
const file = process.argv[2];
const rows = file
  ? (file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file)).toString("utf8").split("\n").filter(Boolean).map(line => JSON.parse(line))
  : Array.from({ length: 300 }, () => ({ published: "2031-05-07", text: own.join("\n\n") }));
for (const row of rows) {
  for (const paragraph of row.text.split(/\n\s*\n/)) {
    if (paragraph.trim()) {
      console.log(JSON.stringify({ published: (row.published ?? "2031-05-07").slice(0, 10), text: paragraph }));
    }
  }
}
