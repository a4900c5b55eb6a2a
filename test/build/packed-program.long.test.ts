/** Every verb runs from the packed package, by a link to it and in folders with a blank in their names: each file it needs is there. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verbs } from "../../src/cli/program.js";
import { installPacked } from "../documentation/package.js";
import { temporaryFolderForAll } from "../support/folder.js";
import { projectPath } from "../support/project.js";

const base = temporaryFolderForAll();
const home = join(base, "a folder");
const unpacked = installPacked(base, home);
const link = join(base, "aims");
symlinkSync(join(unpacked, "dist", "main.js"), link);
cpSync(projectPath("examples"), join(home, "examples"), { recursive: true });

const rule = `# METADATA
# title: Every system has a name
# description: The id of a system has letters.
# custom:
#   id: own-name
#   subject: system
#   controls: [iso42001:A.3.2]
#   severity: low
#   remediation: Write the name down.
#   parameters: []
package aims.rules.own_name

applicable := true

violation contains {"message": "no name", "at": "/system/id"} if not regex.match("[a-z]", input.system.id)

observed contains {"message": "a name", "at": "/system/id"} if regex.match("[a-z]", input.system.id)
`;

const bank = join(home, "bank");
cpSync(join(home, "examples", "meridian-bank"), bank, { recursive: true });
mkdirSync(join(bank, "rules"));
writeFileSync(join(bank, "rules", "own-name.rego"), rule);
writeFileSync(join(home, "pairs.csv"), "Source,Target,Relationship\nA.5.2,A.5.7,intersects-with\n");

interface Ran {
  readonly code: number | null;
  readonly printed: string;
}

function run(line: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--liftoff-only", link, ...line.split(" ")], {
    cwd: home,
    encoding: "utf8",
    env: { PATH: "", HOME: base, NO_COLOR: "1" },
  });
  return { code: status, printed: stdout + stderr };
}

/** Command lines in the order in which they run, each with its exit code and something that it prints. */
const calls: readonly (readonly [line: string, code: number, prints: RegExp])[] = [
  ["--version", 0, /^\d+\.\d+\.\d+\n$/],
  ["--help", 0, /^Usage: aims <verb>/],
  ["help oscal why", 0, /^Usage: aims oscal why/],
  ["oscal help why", 0, /^Usage: aims oscal why/],
  ["asess", 2, /assess/],
  ["assess bank --as-of 2026-11-01 --output json=- --output junit=a.xml --output sarif=a.sarif", 0, /"own-name"/],
  ["catalog list", 0, /iso-42001/],
  ["catalog show iso42001:A.5.2", 0, /A\.5\.2/],
  ["completion bash", 0, /complete/],
  ["crosswalk list bank", 0, /iso-42001-to-gdpr/],
  ["crosswalk project bank --to gdpr --as-of 2026-11-01 --output csv=- --output oscal=for-gdpr", 0, /gdpr:Art\. 5/],
  ["crosswalk project --soa bank/crosswalks/soa-27001.csv --to iso42001", 0, /iso27001 → iso42001/],
  ["crosswalk matrix --from iso42001 --to iso27001", 0, /≡9 6\.3/],
  ["crosswalk lint vendor-22 for-gdpr/iso-42001-to-gdpr.json", 0, /2 collections/],
  ["crosswalk diff iso-42001-to-eu-ai-act iso-42001-to-eu-ai-act", 0, /^/],
  ["crosswalk convert pairs.csv --source iso-42001 --target iso-27001", 0, /"mapping-collection"/],
  ["explain credit-scoring bank --law eu-ai-act --as-of 2026-11-01", 0, /Art\. 111/],
  ["explain credit-scoring bank --law us-federal --as-of 2026-11-01", 0, /M-25-21/],
  ["explain iso42001:A.11", 2, /The last area of Annex A is A\.10/],
  ["explain log-retention", 0, /log-retention/],
  ["explain empty-file", 0, /empty-file/],
  ["export component-definition bank --as-of 2026-11-01", 0, /"component-definition"/],
  ["import us-federal-2025 examples/us-federal-2025/inventory.csv --out imported", 0, /./],
  ["oscal convert node_modules/aims-as-code/catalog/iso-42001.json --out c.xml", 0, /^/],
  ["oscal convert c.xml --out c.yaml", 0, /^/],
  ["oscal validate c.xml c.yaml --output markdown=-", 0, /2 valid/],
  ["oscal validate a.sarif", 2, /a\.sarif/],
  ["oscal diff c.yaml c.xml", 0, /^/],
  ["oscal info c.xml", 0, /catalog/],
  ["oscal new catalog", 0, /"catalog"/],
  ["oscal resolve node_modules/aims-as-code/profiles/iso-42001-starter.json", 0, /"catalog"/],
  ["oscal vendor node_modules/aims-as-code/profiles/iso-42001-starter.json", 0, /^/],
  ["oscal why iso-42001-starter iso42001:A.3.2", 0, /a\.3\.2/],
  ["packs list", 0, /takes in no packs/],
  ["packs lock", 0, /nothing to lock/],
  ["profiles", 0, /iso-42001-starter/],
  ["rules list", 0, /log-retention/],
  ["rules check bank", 0, /^/],
  ["rules coverage bank --budget 1", 0, /own-name/],
  ["rules test bank --shipped --run log_retention", 0, /pass/],
  ["validate bank", 0, /^Valid: 13 systems/],
];

describe("the packed program", () => {
  it("is called with every verb that there is", async () => {
    const paths = await Promise.all(
      Object.entries(verbs).map(async ([name, load]) => {
        const below = Object.keys((await load()).verbs ?? {});
        return below.length === 0 ? [name] : below.map((each) => `${name} ${each}`);
      }),
    );
    const called = (path: string): boolean => calls.some(([line]) => `${line} `.startsWith(`${path} `));
    expect(paths.flat().filter((path) => !called(path))).toEqual([]);
  });

  it("runs each of them", () => {
    const wrong = calls.flatMap(([line, code, prints]) => {
      const ran = run(line);
      return ran.code === code && prints.test(ran.printed) ? [] : [{ line, ...ran }];
    });
    expect(wrong).toEqual([]);
  });

  it("is started by its name alone", () => {
    const { status, stdout } = spawnSync(link, ["--version"], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: run("--version").printed });
  });

  it("says so where a part of it is missing, and ends as with any fault", () => {
    const part = join(unpacked, "dist", "bin", "oscal-to-xml.js");
    renameSync(part, `${part}-away`);
    try {
      const { code, printed } = run("oscal convert c.yaml --to xml");
      expect({ code, printed: printed.split("\n")[0] }).toEqual({
        code: 3,
        printed: "aims: internal fault, please report it with the input that led to it.",
      });
      expect(printed).toContain("oscal-to-xml.js");
    } finally {
      renameSync(`${part}-away`, part);
    }
  });
});
