// Asks two readers of a format, the fast one that accepts and the one that reads everything, about texts without end, and shows the
// smallest texts of which they say different things:
//   node scripts/run.mjs scripts/fuzz/readers.ts --reader xml --steps 1000000 --seed 1 --state xml.json
// A run that was stopped goes on from its state file. Exit code 1 where a difference was found, 2 where the options are wrong.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { advance, atStart, type Progress, type ReaderPair } from "./fuzz.js";

/** The pairs of readers by name. */
const pairs: Readonly<Record<string, () => Promise<ReaderPair>>> = {
  xml: async () => (await import("./xml.js")).xmlReaders,
  yaml: async () => (await import("./yaml.js")).yamlReaders,
};

/** Steps between two writings of the state. */
const STRIDE = 5000;

const { values } = parseArgs({
  options: {
    reader: { type: "string" },
    steps: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    state: { type: "string" },
  },
});
const load = pairs[values.reader ?? ""];
const [steps, seed] = [Number(values.steps), Number(values.seed)];
if (load === undefined || !Number.isSafeInteger(steps) || !Number.isSafeInteger(seed)) {
  console.error(`--reader is one of: ${Object.keys(pairs).join(", ")}; --steps and --seed are whole numbers`);
  process.exit(2);
}

const pair = await load();
let progress = resumed() ?? atStart(pair.name, seed);
const first = progress.steps;
const begin = performance.now();
while (progress.steps < steps) {
  const known = progress.found.length;
  progress = advance(pair, progress, Math.min(STRIDE, steps - progress.steps));
  for (const { step, text, difference } of progress.found.slice(known)) {
    console.log(`step ${String(step)}: ${JSON.stringify(text)}\n  ${difference}`);
  }
  if (values.state !== undefined) {
    writeFileSync(`${values.state}.new`, `${JSON.stringify(progress, undefined, 2)}\n`);
    renameSync(`${values.state}.new`, values.state);
  }
}
const rate = (progress.steps - first) / ((performance.now() - begin) / 1000);
const share = (100 * progress.accepted) / Math.max(1, progress.steps);
console.log(
  `${pair.name}, seed ${String(progress.seed)}: ${String(progress.steps)} steps, ${share.toFixed(1)} % accepted by the fast reader, ` +
    `${String(progress.found.length)} differences, ${Math.round(rate).toString()} steps a second`,
);
process.exitCode = progress.found.length > 0 ? 1 : 0;

/** The state of a run that was stopped; it has to be one of the same reader and seed. */
function resumed(): Progress | undefined {
  if (values.state === undefined || !existsSync(values.state)) return undefined;
  const kept = JSON.parse(readFileSync(values.state, "utf8")) as Progress;
  if (kept.reader === pair.name && kept.seed === seed) return kept;
  console.error(`${values.state} is the state of reader ${kept.reader} with seed ${String(kept.seed)}`);
  process.exit(2);
}
