import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { assessedControls, type AssessedControls } from "../../src/crosswalk/assessed.js";
import { fileAt } from "../../src/files/paths.js";
import { nodeReader } from "../../src/files/reader.js";
import { assess } from "../../src/runs/assess.js";
import { nodeHost } from "../../src/runs/host.js";
import { readResults } from "../../src/workspace/results.js";
import { temporaryFolder, temporaryFolderForAll } from "../support/folder.js";
import { projectRoot } from "../support/project.js";

const out = temporaryFolderForAll();
const written = join(out, "results.json");
let known: AssessedControls;

beforeAll(async () => {
  const request = { workspace: "examples/meridian-bank", asOf: "2026-11-01", out, profile: "iso-42001-full" } as const;
  const { assessment, close } = await assess(request, nodeHost(projectRoot, {}));
  if (assessment === undefined) throw new Error("The example cannot be assessed");
  known = assessedControls(assessment);
  close();
});

/** With the states of the systems as lists. */
function plain({ systems, controls, ...rest }: AssessedControls): unknown {
  const states = systems.map(({ id, name, stateAt }) => ({ id, name, states: controls.map((_, at) => stateAt(at)) }));
  return { ...rest, controls, systems: states };
}

const read = (text: string, system?: string): ReturnType<typeof readResults> =>
  readResults({ file: fileAt(join(temporaryFolder({ "r.json": text }), "r.json")) }, nodeReader, system);

const reason = async (text: string): Promise<unknown> =>
  (await read(text)).problems.map(({ code, message, line }) => [code, message, line]);

describe("results.json", () => {
  it("says what the assessment itself says of controls and systems", async () => {
    const { value, problems } = await readResults({ file: fileAt(written) }, nodeReader);
    expect(problems).toEqual([]);
    expect(value && plain(value)).toEqual(plain(known));
  });

  it("says the same when another program has laid it out", async () => {
    const value: unknown = JSON.parse(readFileSync(written, "utf8"));
    for (const text of [
      JSON.stringify(value),
      JSON.stringify(value, undefined, 4),
      `\uFEFF${JSON.stringify(value, undefined, 2)}\n`,
    ]) {
      const { value: again } = await read(text);
      expect(again && plain(again)).toEqual(plain(known));
    }
  });

  it("tells of one system what its verdicts and those on the organization say", async () => {
    const { value } = await readResults({ file: fileAt(written) }, nodeReader, "credit-scoring");
    const system = known.systems.find(({ id }) => id === "credit-scoring");
    expect(value?.ofSystem?.map(({ state }) => state)).toEqual(
      known.controls.map((_, at) => system?.stateAt(at) ?? "not-assessed"),
    );
    const assurances = new Set(value?.ofSystem?.map(({ state, assurance }) => `${state} ${assurance ?? ""}`));
    expect([...assurances]).toEqual(expect.arrayContaining(["satisfied declared", "satisfied documented"]));
  });

  it("of an earlier version is read, without what it does not say", async () => {
    const value = JSON.parse(readFileSync(written, "utf8")) as Record<string, unknown>;
    const controls = (value.controls as object[]).map((each) => ({ ...each, assurance: undefined }));
    const { value: again } = await read(JSON.stringify({ ...value, schemaVersion: "1.1", controls }));
    expect(again?.controls.filter(({ assurance }) => assurance !== undefined)).toEqual([]);
    expect(again?.controls.map(({ state }) => state)).toEqual(known.controls.map(({ state }) => state));
  });

  it("of a later version is refused only where it holds what is not known", async () => {
    const value = JSON.parse(readFileSync(written, "utf8")) as object;
    expect(await reason(JSON.stringify({ ...value, schemaVersion: "1.9" }))).toEqual([]);
    expect(await reason(JSON.stringify({ ...value, schemaVersion: "1.9", moods: [] }))).toEqual([
      [
        "not-results",
        "This is not a results.json of aims: it was written by a later version of aims (format 1.9; this one reads up to 1.3).",
        undefined,
      ],
    ]);
  });

  it("that is none, or is cut off, is refused with the reason and the line", async () => {
    const text = readFileSync(written, "utf8");
    const line = text.split("\n").findIndex((each) => each.includes('"control":"iso42001:4.2"')) + 1;
    expect(await reason("{}")).toEqual([
      ["not-results", "This is not a results.json of aims: it lacks what the results of aims begin with.", undefined],
    ]);
    expect(await reason(text.replace('"control":"iso42001:4.2"', '"kontrol":"iso42001:4.2"'))).toEqual([
      ["not-results", expect.stringContaining("/controls/… must have required property 'control'"), line],
    ]);
    expect(await reason(text.slice(0, text.length / 2))).toEqual([
      ["json-syntax", expect.any(String), expect.any(Number)],
    ]);
    expect((await readResults({ file: fileAt(join(out, "none.json")) }, nodeReader)).problems).toEqual([
      expect.objectContaining({ code: "unreadable-file" }),
    ]);
  });
});
