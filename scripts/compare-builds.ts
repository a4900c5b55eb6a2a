// Runs every command with two builds over the same inputs and tells where they part: in exit code, standard output, standard error or
// any file written, byte for byte. For changes that must not be seen.
//   npm run compare-builds -- --before FOLDER                  a built checkout, beside the one of this script
//   npm run compare-builds -- --before FOLDER --after FOLDER   two of them
//   npm run compare-builds -- --before FOLDER --only "convert .*xml"   only commands that a pattern finds
//   npm run compare-builds -- --list                           says which commands there are
// Exit code 1 when something differs; 2 when nothing can be compared.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { allCommands, nameOf } from "./compare-builds/commands.js";
import { differences, type Difference } from "./compare-builds/differences.js";
import { copyInputs, makeInputs } from "./compare-builds/inputs.js";
import { copiedSide, filesIn, run, type Command, type Side } from "./compare-builds/sides.js";
import { root } from "./project.js";

const work = mkdtempSync(join(tmpdir(), "aims-compare-"));
/** The folders of the two builds: messages may name them. They are all that differs in the paths of the two runs. */
const SIDE = /side-[12]-(?=build|home)/g;
process.on("exit", () => {
  rmSync(work, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(2));
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<0 | 1 | 2> {
  const { values } = parseArgs({
    options: {
      before: { type: "string" },
      after: { type: "string", default: root },
      only: { type: "string", default: "" },
      list: { type: "boolean", default: false },
    },
  });
  const inputs = join(work, "inputs");
  const missing = copyInputs(inputs);
  if (missing.length > 0) console.error(`Left out, because ../shared is not here: ${missing.join(", ")}`);
  const pattern = new RegExp(values.only);
  const commands = allCommands(inputs).filter((command) => pattern.test(nameOf(command)));
  if (values.list) {
    for (const command of commands) console.log(nameOf(command));
    return 0;
  }
  if (values.before === undefined) throw new Error("Name the build to compare with: --before FOLDER");
  if (commands.length === 0) throw new Error(`No command matches ${values.only}.`);
  const sides: [Side, Side] = [copiedSide(values.before, work, 1), copiedSide(values.after, work, 2)];
  makeInputs(commands, inputs, sides[0]);
  const state = stateOf(inputs);
  const differing = await compare(commands, sides, inputs);
  if (stateOf(inputs) !== state)
    throw new Error("A command wrote into the inputs, so that nothing is known of the others.");
  console.log(
    `${String(commands.length)} commands, ${differing === 0 ? "no difference" : `${String(differing)} of them different`}`,
  );
  return differing === 0 ? 0 : 1;
}

/** Runs all commands on all cores, and prints each difference when it is found. @returns how many commands differ */
async function compare(commands: readonly Command[], sides: [Side, Side], inputs: string): Promise<number> {
  const waiting = commands.entries();
  const [one, other] = sides;
  const versions = new Set([one.version, other.version]);
  const alike = (text: string): string => {
    const plain = text.replaceAll(SIDE, "");
    return versions.size === 1
      ? plain
      : [...versions].reduce((rest, version) => rest.replaceAll(version, "VERSION"), plain);
  };
  let differing = 0;
  const worker = async (out: string): Promise<void> => {
    // One iterator for all: each takes the next command that nobody has.
    for (const [index, command] of waiting) {
      const before = await run(command, one, { inputs, out });
      const found = differences(before, await run(command, other, { inputs, out }), alike);
      if (found.length > 0) differing += 1;
      for (const line of found.length > 0 ? described(command, found) : []) console.log(line);
      progress(index + 1, commands.length);
    }
  };
  await Promise.all(
    Array.from({ length: availableParallelism() }, (_, index) => worker(join(work, `out-${String(index)}`))),
  );
  return differing;
}

function described(command: Command, found: readonly Difference[]): string[] {
  return [
    nameOf(command),
    ...found.flatMap(({ part, before, after }) => [
      `  ${part}`,
      `    before  ${before ?? "(nothing)"}`,
      `    after   ${after ?? "(nothing)"}`,
    ]),
  ];
}

function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${String(done)} of ${String(of)}${done === of ? "\n" : ""}`);
  else if (done % 50 === 0) console.error(`${String(done)} of ${String(of)}`);
}

/** What would change if a command wrote into a folder. */
function stateOf(folder: string): string {
  return filesIn(folder)
    .map((path) => `${path} ${String(statSync(join(folder, path)).mtimeMs)}`)
    .join("\n");
}
