import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";

interface Results {
  readonly verdicts: readonly { readonly subject: string; readonly rule: string; readonly state: string }[];
}

const example = join(projectRoot, "examples", "meridian-bank");

/** A profile of one's own that takes a shipped one over and sets one parameter; the setting stands on line 6. */
function profile(folder: string, parameter: string, value: string): string {
  const starter = relative(folder, join(projectRoot, "profiles", "iso-42001-starter.json")).replaceAll("\\", "/");
  return `{ "profile": {
  "uuid": "3c9d1f52-7a41-4a3e-9d53-0c5b1f0f5a11",
  "metadata": { "title": "Mine", "last-modified": "2026-11-01T00:00:00Z", "version": "1", "oscal-version": "1.2.2" },
  "imports": [{ "href": ${JSON.stringify(starter)}, "include-all": {} }],
  "merge": { "as-is": true }, "modify": { "set-parameters": [
    { "param-id": ${JSON.stringify(parameter)}, "values": [${JSON.stringify(value)}] }
] } } }`;
}

/** State by subject and rule. */
async function verdicts(folder: string, chosen: string): Promise<Map<string, string>> {
  const out = join("out", chosen.replaceAll(/\W/g, "-"));
  const { code, stderr } = await aimsHere(
    ["assess", example, "--as-of", "2026-11-01", "--profile", chosen, "--out", out],
    folder,
  );
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^Written to .*\.\nNot gated: \d+ verdicts open, 0 controls without verdict\.\n$/),
  });
  const results = JSON.parse(readFileSync(join(folder, out, "results.json"), "utf8")) as Results;
  return new Map(results.verdicts.map(({ subject, rule, state }) => [`${rule} ${subject}`, state]));
}

describe("a parameter that a profile sets", () => {
  it("flips the verdicts that depend on it, and no other; why names its line", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "profiles"));
    const path = "profiles/mine.json";
    writeFileSync(join(folder, path), profile(join(folder, "profiles"), "log-retention-days", "90"));
    const before = await verdicts(folder, "iso-42001-starter");
    const after = await verdicts(folder, path);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(
      [...after]
        .filter(([key, state]) => before.get(key) !== state)
        .map(([key, state]) => [key, before.get(key), state]),
    ).toEqual([["log-retention fraud-detection", "not-satisfied", "satisfied"]]);

    const why = await aimsHere(["oscal", "why", path, "log-retention-days", "--output", "json"], folder);
    const [origin] = JSON.parse(why.stdout) as [{ values: string[]; steps: Record<string, unknown>[] }];
    expect([origin.values, origin.steps.at(-1)]).toEqual([
      ["90"],
      {
        action: "set",
        file: path,
        line: 6,
        column: 51,
        pointer: "/profile/modify/set-parameters/0/values",
        property: "values",
      },
    ]);
  });

  it.each(["xml", "yaml"])("counts as well in a profile in %s", async (format) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "profiles"));
    writeFileSync(join(folder, "profiles/mine.json"), profile(join(folder, "profiles"), "log-retention-days", "90"));
    const converted = await aimsHere(
      ["oscal", "convert", "profiles/mine.json", "--to", format, "-o", `profiles/other.${format}`],
      folder,
    );
    expect(converted).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await verdicts(folder, `profiles/other.${format}`)).toEqual(await verdicts(folder, "profiles/mine.json"));
  });

  it("has to fit its type, and is refused at the profile's line", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "profiles"));
    writeFileSync(
      join(folder, "profiles/mine.json"),
      profile(join(folder, "profiles"), "log-retention-days", "90 days"),
    );
    const { code, stderr } = await aimsHere(["validate", example, "--profile", "profiles/mine.json"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'profiles/mine.json:6:51: error parameter-value: The parameter "log-retention-days" is "90 days", which is not a whole number of days.',
    );
  });
});
