// 20 rules over 3,611 descriptors, a file each, by aims' evaluator and by those of others; all have to find the same.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { shared } from "../../scripts/project.js";
import { environmentOf, runOnce, type Process } from "../measure.js";
import { policyEngine } from "../peers.js";
import type { Build, Row } from "../row.js";
import type { Stage } from "../stage.js";

const BENCH = join(shared, "policy-bench");
const CONFTEST = ["test", "systems", "-p", "pol", "-d", "data", "-o", "json"];

/** Each build is asked through the script of its own checkout, so that its modules may be other ones. */
function evaluator(stage: Stage, { node, folder, home }: Build): Process {
  const data = policyData(stage);
  const script = stage.made(`policies-of-${home}.mjs`, (outfile) => {
    buildSync({
      bundle: true,
      define: { "import.meta.dirname": JSON.stringify(join(folder, "scripts")) },
      entryPoints: [join(folder, "bench", "policies.ts")],
      format: "esm",
      outfile,
      packages: "external",
      platform: "node",
    });
  });
  const found = stage.written(`findings-of-${home}.json`);
  const policy = join(BENCH, "policy", "aims.rego");
  const args = [script, policy, join(data, "data", "config.json"), join(data, "systems"), found];
  const process = { program: node, args, home };
  stage.made(`checked-${home}`, () => {
    runOnce(process, stage.work);
    check(readFileSync(found, "utf8"));
  });
  return process;
}

/** @returns the folder of the descriptors and the data of the rules, which are made where they are missing */
function policyData(stage: Stage): string {
  stage.made("policy-data", () => {
    const env = { ...environmentOf({}, stage.work), AIMS_JUDGES: stage.judges };
    const { status, stderr } = spawnSync("bash", [join(BENCH, "run"), "--prepare"], { encoding: "utf8", env });
    if (status !== 0) throw new Error(`The data of the policy bench cannot be made: ${stderr}`);
  });
  return join(stage.judges, "policy-bench");
}

/** @param findings JSON, `{ system, rule }` each @throws Error when they are not what every engine has to find */
function check(findings: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(BENCH, "check.mjs")], {
    input: findings,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Other findings than expected: ${stderr}${stdout}`);
}

/** Its findings are the metadata of its failures. */
function checkConftest(stage: Stage): void {
  const { stdout } = spawnSync(join(stage.judges, "bin", "conftest"), CONFTEST, {
    cwd: policyData(stage),
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const files = JSON.parse(stdout) as { failures?: { metadata: unknown }[] }[];
  check(JSON.stringify(files.flatMap(({ failures = [] }) => failures.map(({ metadata }) => metadata))));
}

const conftest = policyEngine("conftest 0.71.1", "conftest", CONFTEST, [1]);
const opa = policyEngine("opa exec 1.22.4", "opa", ["exec", "--decision", "main/deny", "-b", "bundle", "systems"], [0]);

export const policyRows: readonly Row[] = [
  {
    name: "policies",
    title: "aims' evaluator: 20 rules over 3,611 files (rules cached)",
    table: "goal",
    onNewerNode: true,
    unmeasurable: () => (existsSync(BENCH) ? undefined : "the folder ../shared is not here"),
    aims: evaluator,
    beside: [
      {
        ...conftest,
        process: (stage: Stage, build: Build): Process => {
          stage.made("checked-conftest", () => {
            checkConftest(stage);
          });
          return conftest.process(stage, build);
        },
      },
      opa,
    ],
    wanted: { beside: { [conftest.name]: 5, [opa.name]: 4.4 } },
  },
];
