import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { nodeHost, type Host } from "../../../src/runs/host.js";
import { importInventory, summary, type ImportLayout } from "../../../src/runs/import-inventory.js";
import { memoryHost } from "../../../src/runs/memory-host.js";
import { temporaryFolder } from "../../support/folder.js";
import { modelShelfEntry } from "./model-shelf.js";
import { schemaErrors } from "./validate-system.js";

interface ShelfRun {
  /** The output of the command; undefined where nothing was imported. */
  readonly out: string | undefined;
  readonly problems: readonly Diagnostic[];
}

/** Runs an import of the file with the shelf's importer in the registry. */
async function run(
  folder: string,
  file: string,
  layout: ImportLayout = "ndjson",
  host: Host = nodeHost(folder, {}),
): Promise<ShelfRun> {
  const request = { format: "model-shelf", file, out: "out", layout };
  const { value, problems } = await importInventory(request, host, { "model-shelf": modelShelfEntry });
  return { out: value && summary(value.result, value.published, "out"), problems };
}

function json(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

const ranker = {
  ref: "R-1",
  name: "Ranker",
  owner: { team: "Search" },
  status: "Live",
  "live since": "15/01/2025",
  purpose: "See wiki",
  users: ["Editors", "TBD", "Readers"],
  checks: { tested: false },
  data: [{ name: "Clicks", licence: "own" }, { licence: "CC0" }, { name: "Titles" }],
  card: "https://example.org/ranker",
};
const shelf = { shelf: { models: [ranker, { ref: null, name: "Sorter", owner: { team: "Post" }, status: ["Live"] }] } };

describe("an importer of another format", () => {
  it("turns the elements of a list in a JSON document into descriptors", async () => {
    const folder = temporaryFolder({ "shelf.json": JSON.stringify(shelf, null, 2) });
    const { out, problems } = await run(folder, "shelf.json");
    expect(problems).toEqual([]);
    expect(out?.split("\n").slice(0, 4)).toEqual([
      "2 systems of 2 units from shelf.json",
      "  deployed 1 · not recorded 1",
      "  untested 1",
      "",
    ]);
    const descriptor = json(folder, "out/systems/search.ndjson");
    expect(schemaErrors("system")(descriptor)).toBe("");
    expect(descriptor).toEqual({
      kind: "system",
      id: "search-r-1",
      name: "Ranker",
      unit: "Search",
      lifecycle: { stage: "deployed", deployedOn: "2025-01-15" },
      purpose: { users: ["Editors", "Readers"] },
      practices: { testing: { state: "not-done" } },
      data: { sets: [{ name: "Clicks", licence: "own" }, { name: "Titles" }] },
      models: [{ cardUri: "https://example.org/ranker" }],
      provenance: {
        default: {
          importer: "model-shelf",
          file: "shelf.json",
          record: 1,
          line: 4,
          pointer: "/shelf/models/0",
          confidence: "declared",
        },
        fields: {
          "/id": { pointer: "/shelf/models/0/ref", value: "R-1" },
          "/name": { pointer: "/shelf/models/0/name" },
          "/unit": { pointer: "/shelf/models/0/owner/team" },
          "/lifecycle/stage": { pointer: "/shelf/models/0/status", value: "Live" },
          "/lifecycle/deployedOn": { pointer: "/shelf/models/0/live since", value: "15/01/2025" },
          "/purpose/users": { pointer: "/shelf/models/0/users" },
          "/practices/testing/state": { pointer: "/shelf/models/0/checks/tested", value: "false" },
          "/data/sets/0/name": { pointer: "/shelf/models/0/data/0/name" },
          "/data/sets/0/licence": { pointer: "/shelf/models/0/data/0/licence" },
          "/data/sets/1/name": { pointer: "/shelf/models/0/data/2/name" },
          "/models/0/cardUri": { pointer: "/shelf/models/0/card" },
        },
      },
    });
    expect(parse(readFileSync(join(folder, "out/aims.yaml"), "utf8"))).toMatchObject({ profile: "iso-42001-starter" });
    expect(parse(readFileSync(join(folder, "out/organization.yaml"), "utf8"))).toMatchObject({
      id: "shelf",
      units: ["Post", "Search"],
    });
  });

  it("reports what is odd with record, line and pointer", async () => {
    const folder = temporaryFolder({ "shelf.json": JSON.stringify(shelf, null, 2) });
    await run(folder, "shelf.json");
    const { oddities } = json(folder, "out/import-report.json") as { oddities: unknown[] };
    const first = { record: 1, line: 4, id: "R-1", system: "search-r-1" };
    const sorter = { record: 2, line: 35, id: "", system: expect.stringMatching(/^post-x-sorter-[0-9a-f]{8}$/) };
    expect(oddities).toEqual([
      {
        ...first,
        code: "placeholder-text",
        severity: "info",
        message: '"See wiki" says nothing in /shelf/models/0/purpose; the field is left blank.',
        pointer: "/shelf/models/0/purpose",
        value: "See wiki",
      },
      {
        ...first,
        code: "placeholder-text",
        severity: "info",
        message: '"TBD" says nothing in /shelf/models/0/users/1; the field is left blank.',
        pointer: "/shelf/models/0/users/1",
        value: "TBD",
      },
      {
        ...first,
        code: "missing-property",
        severity: "warning",
        message: "The element has no name and is left out.",
        pointer: "/shelf/models/0/data/1",
      },
      {
        ...sorter,
        code: "missing-id",
        severity: "info",
        message: expect.stringMatching(/^The record has no id; the descriptor is called post-x-sorter-/),
        pointer: "/shelf/models/1/ref",
      },
      {
        ...sorter,
        code: "wrong-type",
        severity: "warning",
        message: "/shelf/models/1/status holds a list where a text is asked for; the field is left blank.",
        pointer: "/shelf/models/1/status",
      },
    ]);
    const text = readFileSync(join(folder, "out/import-report.txt"), "utf8");
    expect(text).toContain("record 1, line 4: R-1 -> search-r-1\n");
    expect(text).toContain('          /shelf/models/0/purpose = "See wiki"\n');
  });

  it("reads the same from YAML, by the ending of the file", async () => {
    const folder = temporaryFolder({ "shelf.json": JSON.stringify(shelf), "shelf.yml": stringify(shelf) });
    await run(folder, "shelf.json");
    const fromJson = json(folder, "out/systems/search.ndjson");
    await run(folder, "shelf.yml");
    const withoutPlace = (descriptor: unknown): unknown => ({ ...(descriptor as object), provenance: undefined });
    expect(withoutPlace(json(folder, "out/systems/search.ndjson"))).toEqual(withoutPlace(fromJson));
    expect(json(folder, "out/systems/search.ndjson")).toMatchObject({
      provenance: { default: { file: "shelf.yml", record: 1, line: 3, pointer: "/shelf/models/0" } },
    });
  });

  it("has no line of facts where there is nothing to say", async () => {
    const folder = temporaryFolder({ "shelf.json": JSON.stringify({ shelf: { models: [{ ref: "a", name: "A" }] } }) });
    expect(await run(folder, "shelf.json")).toEqual({
      out: "1 system of 0 units from shelf.json\n  not recorded 1\n\nNothing odd.\n\nFiles in out: 5 written, 0 unchanged.\n",
      problems: [],
    });
  });

  it("names what an earlier layout left, and nothing of other importers or people", async () => {
    const folder = temporaryFolder({
      "shelf.json": JSON.stringify(shelf),
      "out/systems/other.ndjson": '{"kind":"system","provenance":{"default":{"importer":"model-shelf-2"}}}\n',
      "out/systems/mine.yaml": "kind: system\ndescription: model-shelf\n",
    });
    await run(folder, "shelf.json", "yaml");
    const { problems } = await run(folder, "shelf.json", "ndjson");
    const leftover = {
      code: "leftover-file",
      severity: "warning",
      message: "An earlier import wrote this file, and this one did not: its systems are still part of the workspace.",
      fix: "Delete the file if its systems are gone or are in another file now.",
    };
    const systems = join(folder, "out", "systems");
    expect(problems).toEqual([
      { ...leftover, file: expect.stringMatching(/\/systems\/post\/post-x-sorter-[0-9a-f]{8}\.yaml$/) },
      { ...leftover, file: join(systems, "search", "search-r-1.yaml") },
    ]);
    expect(problems.map(({ file = "" }) => file.startsWith(systems))).toEqual([true, true]);
  });

  it("writes nothing of a document whose records are not where they should be", async () => {
    const folder = temporaryFolder({ "shelf.json": '{\n  "shelf": { "model": [] }\n}\n' });
    const { out, problems } = await run(folder, "shelf.json");
    expect(out).toBeUndefined();
    expect(problems).toMatchObject([
      { code: "missing-property", file: join(folder, "shelf.json"), line: 2, column: 12, pointer: "/shelf" },
    ]);
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(readdirSync(folder)).toEqual(["shelf.json"]);
  });

  it("writes the same into memory as to the disk", async () => {
    const text = JSON.stringify(shelf);
    const folder = temporaryFolder({ "shelf.json": text });
    const host = memoryHost({ folder, files: new Map([[join(folder, "shelf.json"), text]]) });
    const inMemory = await run(folder, "shelf.json", "yaml", host);
    expect(readdirSync(folder)).toEqual(["shelf.json"]);
    expect(inMemory).toEqual(await run(folder, "shelf.json", "yaml"));
    const onDisk = readdirSync(join(folder, "out"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
    expect(onDisk).toHaveLength(6);
    expect(new Map([...host.written].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(
      new Map(onDisk.map((path) => [path, readFileSync(path, "utf8")])),
    );
  });
});
