// npm run bench: whole-process figures of aims and, where the peers are installed, of what it is compared with, from the same run.
//   npm run bench            prints the tables and writes them into bench/README.md
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, homedir, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { program, root, shared } from "../scripts/project.js";
import { measure, memory, table, time } from "./measure.js";
import { oscal, resolution } from "./oscal.js";

const node = process.execPath;
const judges = process.env.AIMS_JUDGES ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims-judges");
const work = mkdtempSync(join(tmpdir(), "aims-bench-"));
const sections: string[] = [];

try {
  sections.push(coldStart(), compile());
  if (existsSync(shared)) {
    const places = { judges, work };
    sections.push(inventory(), await policies(), oscal(places), resolution(places));
  } else console.error("../shared is not here: the inventory and the peers are left out.");
} finally {
  rmSync(work, { recursive: true, force: true });
}

const machine = `${String(cpus().length)} x ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${(totalmem() / 1024 ** 3).toFixed(0)} GiB, Node ${process.version}, ${process.platform}`;
const text = `${sections.join("\n\n")}\n`;
console.log(text);
const readme = join(root, "bench", "README.md");
const intro = readFileSync(readme, "utf8").split("<!-- figures -->")[0] ?? "";
writeFileSync(readme, `${intro}<!-- figures -->\n\n${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${text}`);

function coldStart(): string {
  const empty = join(work, "empty.mjs");
  writeFileSync(empty, "");
  const floor = measure(node, [empty], { runs: 21 });
  const version = measure(node, [program, "--version"], { runs: 21 });
  const help = measure(node, [program, "--help"], { runs: 11 });
  return [
    "## Start",
    "",
    table(
      ["process", "time", "of an empty script", "peak memory"],
      [
        ["node with an empty script", time(floor.seconds), "1.00", memory(floor)],
        ["aims --version", time(version.seconds), (version.seconds / floor.seconds).toFixed(2), memory(version)],
        ["aims --help", time(help.seconds), (help.seconds / floor.seconds).toFixed(2), memory(help)],
      ],
    ),
  ].join("\n");
}

/** A workspace with rules of its own is compiled by the packaged compiler; the second run finds the result in the cache. */
function compile(): string {
  const workspace = join(work, "own-rules");
  cpSync(join(root, "examples", "meridian-bank"), workspace, { recursive: true });
  const rule = readFileSync(join(root, "rules", "governance", "owner-assigned.rego"), "utf8");
  mkdirSync(join(workspace, "rules"));
  writeFileSync(
    join(workspace, "rules", "second-owner.rego"),
    rule
      .replace("id: owner-assigned", "id: second-owner")
      .replace("package aims.rules.owner_assigned", "package aims.rules.second_owner"),
  );
  const cache = join(work, "cache");
  const args = [program, "assess", workspace, "--as-of", "2026-11-01", "--out", join(work, "own-out")];
  const env = { XDG_CACHE_HOME: cache };
  const cold = measure(node, args, {
    env,
    runs: 3,
    prepare: () => {
      rmSync(cache, { recursive: true, force: true });
    },
  });
  const cached = measure(node, args, { env });
  const shippedOnly = measure(node, [
    program,
    "assess",
    join(root, "examples", "meridian-bank"),
    "--as-of",
    "2026-11-01",
    "--out",
    join(work, "example-out"),
  ]);
  return [
    "## Rules: compile, then assess the example (12 systems)",
    "",
    table(
      ["process", "time", "peak memory"],
      [
        ["shipped rules, compiled with the package", time(shippedOnly.seconds), memory(shippedOnly)],
        ["with a rule of one's own, nothing cached", time(cold.seconds), memory(cold)],
        ["with a rule of one's own, cached", time(cached.seconds), memory(cached)],
      ],
    ),
  ].join("\n");
}

/** The real inventory, once and ten times over with other ids. */
function inventory(): string {
  const csv = join(shared, "samples", "us-federal-2025", "individual.part-a.csv");
  const once = join(work, "federal");
  const imported = measure(node, [program, "import", "us-federal-2025", csv, "--out", once], {
    runs: 3,
    prepare: () => {
      rmSync(once, { recursive: true, force: true });
    },
  });
  const tenfold = join(work, "federal-10");
  const lines = repeat(once, tenfold, 10);
  const assess = (workspace: string): string[] => [
    program,
    "assess",
    workspace,
    "--as-of",
    "2026-04-14",
    "--profile",
    "us-federal-high-impact",
    "--out",
    join(work, "federal-out"),
  ];
  const one = measure(node, assess(once));
  const ten = measure(node, assess(tenfold), { runs: 3 });
  return [
    "## The US federal inventory of 2025 (descriptors on disk to OSCAL on disk)",
    "",
    table(
      ["process", "systems", "time", "peak memory", "memory, ratio"],
      [
        ["import us-federal-2025", String(lines / 10), time(imported.seconds), memory(imported), ""],
        ["assess", String(lines / 10), time(one.seconds), memory(one), "1.00"],
        [
          "assess, ten times the inventory",
          String(lines),
          time(ten.seconds),
          memory(ten),
          (ten.mebibytes / one.mebibytes).toFixed(2),
        ],
      ],
    ),
  ].join("\n");
}

/** Copies a workspace of NDJSON files with every system repeated under other ids; gives the number of systems. */
function repeat(from: string, to: string, times: number): number {
  cpSync(from, to, { recursive: true });
  let count = 0;
  for (const name of readdirSync(join(from, "systems"))) {
    const systems = readFileSync(join(from, "systems", name), "utf8")
      .trimEnd()
      .split("\n");
    const copies = Array.from({ length: times }, (_, copy) =>
      systems.map((line) => line.replace(/"id":"([^"]*)"/, (_match, id: string) => `"id":"${id}-${String(copy)}"`)),
    ).flat();
    count += copies.length;
    writeFileSync(join(to, "systems", name), `${copies.join("\n")}\n`);
  }
  return count;
}

/** Bundles what runs aims' evaluator, so that nothing but it is measured. @returns path of the script. */
async function harnessIn(folder: string): Promise<string> {
  const outfile = join(folder, "policies.mjs");
  await build({
    bundle: true,
    define: { "import.meta.dirname": JSON.stringify(join(root, "scripts")) },
    entryPoints: [join(root, "bench", "policies.ts")],
    format: "esm",
    outfile,
    packages: "external",
    platform: "node",
  });
  return outfile;
}

/** 20 rules over 3,611 descriptors, a file each, by aims' evaluator and by the peers; all have to give the same findings. */
async function policies(): Promise<string> {
  const bench = join(shared, "policy-bench");
  const bin = join(judges, "bin");
  const peers = existsSync(join(bin, "conftest")) && existsSync(join(bin, "opa"));
  if (!peers) {
    console.error("conftest and opa are not installed: bash ../shared/judges/install opa conftest");
    return "## Policies\n\nNot measured: the peers are not installed.";
  }
  run("bash", [join(bench, "run"), "--prepare"]);
  const data = join(judges, "policy-bench");
  const harness = await harnessIn(work);
  const cache = join(work, "policy-cache");
  const env = { XDG_CACHE_HOME: cache };
  const policy = join(bench, "policy", "aims.rego");
  const check = (findings: unknown): void => {
    const { status, stdout, stderr } = spawnSync(node, [join(bench, "check.mjs")], {
      input: JSON.stringify(findings),
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Other findings than expected: ${stderr}${stdout}`);
  };
  const output = join(work, "findings.json");
  const args = [harness, policy, join(data, "data", "config.json"), join(data, "systems"), output];
  run(node, args, env);
  check(JSON.parse(readFileSync(output, "utf8")) as unknown);
  const conftestArgs = ["test", "systems", "-p", "pol", "-d", "data", "-o", "json"];
  const conftestOutput = JSON.parse(
    spawnSync(join(bin, "conftest"), conftestArgs, { cwd: data, encoding: "utf8", maxBuffer: 1 << 30 }).stdout,
  ) as { failures?: { metadata: unknown }[] }[];
  check(conftestOutput.flatMap((file) => (file.failures ?? []).map((failure) => failure.metadata)));
  const ours = measure(node, args, { env });
  const conftest = measure(join(bin, "conftest"), conftestArgs, { cwd: data, expect: [1] });
  const opa = measure(join(bin, "opa"), ["exec", "--decision", "main/deny", "-b", "bundle", "systems"], { cwd: data });
  return [
    "## Policies: 20 rules over 3,611 descriptors, a file each (same findings, checked)",
    "",
    table(
      ["process", "time", "aims is faster by", "peak memory"],
      [
        ["aims' evaluator (rules cached)", time(ours.seconds), "", memory(ours)],
        [
          "conftest 0.71.1 test",
          time(conftest.seconds),
          (conftest.seconds / ours.seconds).toFixed(1),
          memory(conftest),
        ],
        ["opa 1.22.4 exec", time(opa.seconds), (opa.seconds / ours.seconds).toFixed(1), memory(opa)],
      ],
    ),
  ].join("\n");
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, stderr } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")} ended with ${String(status)}:\n${stderr.slice(-2000)}`);
}
