// Runs the built program with the versions of Node above the one it is developed on: the scenarios of the command line, and `npm start`,
// which has to say and write exactly what it does with this Node.
//   npm run other-nodes                    all of them
//   npm run other-nodes -- 24              one of them
//   npm run other-nodes -- --install 24    only installs it: .ci/run names what could not be had and goes on
// They come from npm into $AIMS_NODES, or else the user's cache folder. Exit code 1 when one fails; 2 when one cannot be installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { installedNode, newerNodes } from "./nodes.js";
import { root } from "./project.js";

/** What npm start is known by: all that it prints, and a digest of all that it writes. */
interface Start {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: string;
}

const args = process.argv.slice(2);
const onlyInstall = args.includes("--install");
const asked = args.filter((arg) => arg !== "--install");
const unknown = asked.find((major) => !newerNodes.has(major));
if (unknown !== undefined) {
  console.error(`"${unknown}" is not one of the versions: ${[...newerNodes.keys()].join(", ")}.`);
  process.exit(2);
}
process.exitCode = main(asked.length > 0 ? asked : [...newerNodes.keys()]);

function main(majors: readonly string[]): 0 | 1 | 2 {
  let code: 0 | 1 | 2 = 0;
  // Not even started for an installation.
  let expected: Start | undefined;
  for (const major of majors) {
    const version = newerNodes.get(major) ?? major;
    const node = installedNode(major);
    if (node === undefined) code = code === 1 ? 1 : 2;
    else if (!onlyInstall) {
      expected ??= start(process.execPath);
      if (!passes(version, node, expected)) code = 1;
    }
  }
  return code;
}

function passes(version: string, node: string, expected: Start): boolean {
  const begin = performance.now();
  console.log(`\nNode ${version}`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  // The tests run with this Node, and the program that they start with the other one.
  const { status } = spawnSync(process.execPath, [vitest, "run", "test/scenarios"], {
    cwd: root,
    env: { ...process.env, AIMS_NODE: node },
    stdio: "inherit",
  });
  const actual = start(node);
  const differing = (["status", "stdout", "stderr", "written"] as const).filter(
    (part) => actual[part] !== expected[part],
  );
  for (const part of differing) {
    console.log(`npm start differs in ${part}:\n${String(actual[part])}\nin place of\n${String(expected[part])}`);
  }
  if (actual.status !== 0) console.log(`npm start ends with ${String(actual.status)}: ${actual.stderr}`);
  const passed = status === 0 && differing.length === 0 && actual.status === 0;
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`Node ${version}: ${passed ? "passed" : "FAILED"} in ${String(seconds)} s`);
  return passed;
}

/** `npm start` with a Node: it is the first on the PATH, so that npm and all that it calls run with it. */
function start(node: string): Start {
  const out = join(root, "out", "meridian-bank");
  rmSync(out, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync("npm", ["start", "--silent"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
      NO_COLOR: "1",
      npm_config_update_notifier: "false",
    },
    shell: process.platform === "win32",
  });
  return { status, stdout, stderr, written: digestOf(out) };
}

function digestOf(folder: string): string {
  const hash = createHash("sha256");
  if (!existsSync(folder)) return "nothing";
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}
