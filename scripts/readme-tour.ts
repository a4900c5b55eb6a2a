// Does what the README and the pages of the documentation say, and fills in what their commands really print.
//   node scripts/run.mjs scripts/readme-tour.ts           write
//   node scripts/run.mjs scripts/readme-tour.ts --check   exit 1 where a page shows something else
// A command that ends in another way than its page says is a failure either way.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./project.js";
import { readPage } from "./tour/page.js";
import { pagesWithTour } from "./tour/pages.js";
import { play, stageClone } from "./tour/play.js";

const base = realpathSync(mkdtempSync(join(tmpdir(), "aims-tour-")));
try {
  const stage = stageClone(base);
  for (const { path, start } of pagesWithTour) {
    const before = readFileSync(join(root, path), "utf8");
    const { text, wrong } = play(readPage(path, before), stage, start);
    for (const each of wrong) console.error(each);
    if (wrong.length > 0) process.exitCode = 1;
    if (text === before) continue;
    if (!process.argv.includes("--check")) writeFileSync(join(root, path), text);
    else {
      console.error(`What ${path} shows is stale: run npm run generate`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
