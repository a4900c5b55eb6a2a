import { createHash } from "node:crypto";
import { cpSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, it } from "vitest";
import { worstState, type Verdict, type VerdictState } from "../../src/assessment/verdict.js";
import { danglingReferences } from "../../src/oscal/references.js";
import { validateOscal } from "../../src/oscal/validate.js";
import { temporaryFolderForAll } from "../support/folder.js";
import { aims, type Run } from "../support/program.js";
import { sharedPath } from "../support/project.js";

const inventory = sharedPath("samples/us-federal-2025/individual.part-a.csv");
const practices = [
  "high-impact-impact-assessment",
  "high-impact-monitoring",
  "high-impact-testing",
  "high-impact-training",
];
const asOf = "2026-04-14";

interface Oddity {
  readonly code: string;
  readonly id: string;
  readonly column?: string;
}

/** SHA-256 of every file below a folder by its path. */
function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1).replaceAll("\\", "/"),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}

/** The verdicts of results.json, which has one a line. */
async function verdictsOf(file: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let begun = false;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (begun && line.startsWith("    {")) verdicts.push(JSON.parse(line.replace(/,$/, "")) as Verdict);
    begun ||= line === '  "verdicts": [';
  }
  return verdicts;
}

function counted<Key extends string>(keys: Iterable<Key>): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

describe.skipIf(!existsSync(inventory))("the US federal inventory (needs ../shared/samples)", () => {
  const folder = temporaryFolderForAll();
  const workspace = join(folder, "federal");
  const out = join(folder, "out");
  let imported: Run;
  let assessed: Run;
  let verdicts: Verdict[];
  let inScope: Verdict[];

  beforeAll(async () => {
    imported = aims(["import", "us-federal-2025", inventory, "--out", "federal"], { cwd: folder });
    const args = ["assess", "federal", "--as-of", asOf, "--profile", "us-federal-high-impact", "--out", "out"];
    assessed = aims(args, { cwd: folder });
    verdicts = await verdictsOf(join(out, "results.json"));
    inScope = verdicts.filter(({ rule, state }) => practices.includes(rule) && state !== "not-applicable");
  });

  it("is imported: 1,904 systems, 104 of them high-impact", () => {
    expect({ code: imported.code, stderr: imported.stderr }).toEqual({ code: 0, stderr: "" });
    expect(imported.stdout.split("\n").slice(0, 3)).toEqual([
      expect.stringMatching(/^1904 systems of \d+ units from individual\.part-a\.csv$/),
      expect.stringMatching(/^ {2}development \d+ · deployed \d+ · /),
      "  high-impact 104, of them deployed 53",
    ]);
  });

  it("is reported with the values that stand in a wrong column", () => {
    const { oddities } = JSON.parse(readFileSync(join(workspace, "import-report.json"), "utf8")) as {
      oddities: Oddity[];
    };
    const ids = new Set(oddities.filter(({ code }) => code === "value-in-wrong-column").map(({ id }) => id));
    expect(["DHS-2577", "DHS-2666", "DOL-22"].filter((id) => ids.has(id))).toEqual(["DHS-2577", "DHS-2666", "DOL-22"]);
  });

  it("is assessed: every system, without a rule in error", () => {
    expect({ code: assessed.code, stderr: assessed.stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /^Written to out: results\.json and the OSCAL documents\.\nfederal\/systems\/doe\.ndjson:\d+:\d+: warning date-in-future: [^]+\n0 errors, 1 warning\.\nNot gated: \d+ verdicts open, 0 controls without verdict\.\n$/,
      ),
    });
    // The systems, and the organization that the import describes.
    expect(assessed.stdout).toContain(`as of ${asOf}\n1905 subjects, `);
    expect(new Set(verdicts.map(({ subject }) => subject)).size).toBe(1905);
    expect(counted(verdicts.map(({ state }) => state)).error).toBe(undefined);
  });

  it("has 53 systems in the scope of the four practices: 33 satisfied, 15 partial, 5 without evidence", () => {
    const states = new Map<string, VerdictState[]>();
    for (const { subject, state } of inScope) states.set(subject, [...(states.get(subject) ?? []), state]);
    expect(states.size).toBe(53);
    expect([...states.values()].every((each) => each.length === practices.length)).toBe(true);
    const worst = [...states.values()].map((each) => worstState(each) ?? "error");
    expect(counted(worst)).toEqual({ satisfied: 33, partial: 15, "no-evidence": 5 });
  });

  it("has 36 completed impact assessments", () => {
    const assessments = inScope.filter(({ rule }) => rule === "high-impact-impact-assessment");
    expect(assessments).toHaveLength(53);
    expect(assessments.filter(({ state }) => state === "satisfied")).toHaveLength(36);
  });

  it("points every finding at a line of a descriptor and at the record it came from", () => {
    const findings = inScope.flatMap((verdict) => verdict.findings);
    expect(findings.length).toBeGreaterThanOrEqual(inScope.length);
    for (const finding of findings) {
      expect(finding).toMatchObject({
        file: expect.stringMatching(/^systems\/.+\.ndjson$/),
        line: expect.any(Number),
        source: { file: "individual.part-a.csv", record: expect.any(Number) },
      });
    }
  });

  it("gives valid OSCAL in which every reference leads somewhere", async () => {
    const documents = readdirSync(out)
      .filter((name) => name !== "results.json")
      .sort()
      .map((name) => ({
        name,
        document: JSON.parse(readFileSync(join(out, name), "utf8")) as Record<string, unknown>,
      }));
    expect(documents.map(({ name }) => name)).toEqual([
      "assessment-plan.json",
      "assessment-results.json",
      "iso-42001.json",
      "system-security-plan.json",
      "us-federal-high-impact.json",
    ]);
    for (const { name, document } of documents) expect([name, await validateOscal(document)]).toEqual([name, []]);
    expect(danglingReferences(documents)).toEqual([]);
  });

  it("gives the same bytes from another folder, in another time zone and locale", () => {
    const elsewhere = join(folder, "else", "where");
    mkdirSync(elsewhere, { recursive: true });
    cpSync(inventory, join(elsewhere, "individual.part-a.csv"));
    const env = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const again = join(elsewhere, "again");
    aims(["import", "us-federal-2025", "individual.part-a.csv", "--out", "again"], { cwd: elsewhere, env });
    expect(digests(again)).toEqual(digests(workspace));
    const run = aims(["assess", ".", "--as-of", asOf, "--out", "../out"], { cwd: again, env });
    expect(run.code).toBe(0);
    expect(digests(join(elsewhere, "out"))).toEqual(digests(out));
    expect(run.stdout).toBe(assessed.stdout.replaceAll("federal/systems/", "systems/"));
  });
});
