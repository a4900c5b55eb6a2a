import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { columns, type Column } from "../../src/inventory/importers/us-federal-2025/columns.js";
import { nodeReader } from "../../src/files/reader.js";
import type { Subject } from "../../src/inventory/descriptors.js";
import { DescriptorReader } from "../../src/workspace/descriptors.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

async function run(cwd: string, ...args: string[]): Promise<Ran> {
  const { code, stdout: out, stderr: err } = await aimsHere(["import", ...args], cwd);
  return { out, err, code };
}

type Cells = Partial<Record<Column, string>>;

function csv(...rows: Cells[]): string {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
  return line(columns) + rows.map((cells) => line(columns.map((column) => cells[column] ?? ""))).join("");
}

const finder: Cells = {
  agency: "DHS",
  agency_name: "Department of Homeland Security",
  id: "DHS-1",
  use_case_name: "Finder\nof things",
  development_stage: "Deployed",
  operational_date: "2020",
  is_high_impact: "High-impact",
  hi_training_established: "b) Development of monitoring protocols is in-progess",
  problem_solved: 'yes: "no" # - ~',
};
const sorter: Cells = {
  agency: "DOE",
  agency_name: "Department of Energy",
  id: "7",
  use_case_name: "Sorter",
  development_stage: "Retired",
};

/** Every file below a folder by its path, with content and time of the last change. */
function snapshot(folder: string): Record<string, [content: string, changed: number]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    files
      .sort()
      .map((name) => [name, [readFileSync(join(folder, name), "utf8"), statSync(join(folder, name)).mtimeMs]]),
  );
}

/** Everything that an assessment would read of the workspace. */
async function subjectsOf(root: string): Promise<Subject[]> {
  const { value: workspace, problems } = await openWorkspace(root, nodeReader, undefined);
  if (workspace === undefined) throw new Error("there is no workspace");
  const reader = new DescriptorReader(workspace, nodeReader);
  const organization = await reader.organization();
  const subjects: Subject[] = organization ? [organization] : [];
  for await (const system of reader.systems()) subjects.push(system);
  expect([...problems, ...reader.diagnostics]).toEqual([]);
  return subjects;
}

async function idsOf(root: string): Promise<string[]> {
  return (await subjectsOf(root)).map(({ descriptor }) => descriptor.id);
}

describe("aims import", () => {
  it("writes a workspace that reads back, and changes nothing the second time", async () => {
    const folder = temporaryFolder({ "list.csv": csv(finder, sorter) });
    const first = await run(folder, "us-federal-2025", "list.csv", "--out", "out");
    expect(first).toEqual({
      code: 0,
      err: "",
      out: [
        "2 systems of 2 units from list.csv",
        "  deployed 1 · retired 1",
        "  high-impact 1, of them deployed 1",
        "",
        "2 oddities in 1 system (import-report.txt says where):",
        "       1  warning  high-impact-practice-blank",
        "       1  warning  value-in-wrong-column",
        "",
        "Files in out: 6 written, 0 unchanged.",
        "",
      ].join("\n"),
    });
    const root = join(folder, "out");
    const before = snapshot(root);
    expect(Object.keys(before)).toEqual([
      "aims.yaml",
      "import-report.json",
      "import-report.txt",
      "organization.yaml",
      "systems/dhs.ndjson",
      "systems/doe.ndjson",
    ]);
    expect(await idsOf(root)).toEqual(["us-federal-agencies", "dhs-1", "doe-7"]);
    const second = await run(folder, "us-federal-2025", "list.csv", "--out", "out");
    expect(second.out).toContain("Files in out: 0 written, 4 unchanged.");
    expect(snapshot(root)).toEqual(before);
  });

  it("reports oddities as JSON and as text", async () => {
    const folder = temporaryFolder({ "list.csv": csv(sorter, finder) });
    await run(folder, "us-federal-2025", "list.csv", "--out", "out");
    expect(JSON.parse(readFileSync(join(folder, "out/import-report.json"), "utf8"))).toEqual({
      importer: "us-federal-2025",
      file: "list.csv",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      units: ["Department of Energy", "Department of Homeland Security"],
      systems: 2,
      systemsWithOddities: 1,
      stages: { deployed: 1, retired: 1 },
      codes: {
        "high-impact-practice-blank": { severity: "warning", count: 1 },
        "value-in-wrong-column": { severity: "warning", count: 1 },
      },
      oddities: [
        {
          code: "value-in-wrong-column",
          severity: "warning",
          message: expect.stringContaining("is an answer of hi_ongoing_monitoring"),
          record: 2,
          line: 3,
          id: "DHS-1",
          system: "dhs-1",
          column: "hi_training_established",
          value: "b) Development of monitoring protocols is in-progess",
        },
        expect.objectContaining({ code: "high-impact-practice-blank", record: 2 }),
      ],
    });
    const text = readFileSync(join(folder, "out/import-report.txt"), "utf8");
    expect(text).toContain(
      "record 2, line 3: DHS-1 -> dhs-1\n  warning value-in-wrong-column: The value in hi_training_established",
    );
  });

  it("writes the same bytes from another folder and under another name of the output", async () => {
    const one = temporaryFolder({ "list.csv": csv(finder, sorter) });
    const two = temporaryFolder({ "deep/list.csv": csv(finder, sorter) });
    await run(one, "us-federal-2025", "list.csv", "--out", "out");
    await run(two, "us-federal-2025", join(two, "deep/list.csv"), "--out", "else/where");
    const contents = (folder: string): unknown =>
      Object.entries(snapshot(folder)).map(([name, [content]]) => [name, content]);
    expect(contents(join(two, "else/where"))).toEqual(contents(join(one, "out")));
  });

  it("writes a file a system as YAML and names what an earlier layout left", async () => {
    const folder = temporaryFolder({ "list.csv": csv(finder, sorter) });
    await run(folder, "us-federal-2025", "list.csv", "--out", "out");
    const lines = readFileSync(join(folder, "out/systems/dhs.ndjson"), "utf8").trimEnd();
    const { err, code } = await run(folder, "us-federal-2025", "list.csv", "--out", "out", "--to", "yaml");
    expect(code).toBe(0);
    expect(err).toContain("systems/dhs.ndjson: warning leftover-file");
    expect(err).toContain("systems/doe.ndjson: warning leftover-file");
    rmSync(join(folder, "out/systems/dhs.ndjson"));
    rmSync(join(folder, "out/systems/doe.ndjson"));
    expect(await idsOf(join(folder, "out"))).toEqual(["us-federal-agencies", "dhs-1", "doe-7"]);
    const subjects = await subjectsOf(join(folder, "out"));
    expect(existsSync(join(folder, "out/systems/dhs/dhs-1.yaml"))).toBe(true);
    expect(subjects.find(({ descriptor }) => descriptor.id === "dhs-1")?.descriptor).toEqual(JSON.parse(lines));
  });

  it("leaves an organization and settings that are there alone", async () => {
    const folder = temporaryFolder({
      "list.csv": csv(sorter),
      "out/organization.yaml": "mine",
      "out/aims.yaml": "mine too",
    });
    await run(folder, "us-federal-2025", "list.csv", "--out", "out");
    expect(readFileSync(join(folder, "out/organization.yaml"), "utf8")).toBe("mine");
    expect(readFileSync(join(folder, "out/aims.yaml"), "utf8")).toBe("mine too");
  });

  it("writes nothing for a file with faults, and shows all of them", async () => {
    const faulty = `${csv(finder)}a,b\n${csv(sorter).split("\n").slice(1).join("\n")}c\n"open`;
    const folder = temporaryFolder({ "list.csv": faulty });
    const { out, err, code } = await run(folder, "us-federal-2025", "list.csv", "--out", "new/out");
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(err).toContain("list.csv:4:4: error too-few-fields");
    expect(err).toContain("list.csv:6:2: error too-few-fields");
    expect(err).toContain("list.csv:7:1: error unclosed-quote");
    expect(err).toContain("3 errors, 0 warnings.");
    expect(existsSync(join(folder, "new"))).toBe(false);
  });

  it("keeps an earlier import when the next file is bad", async () => {
    const folder = temporaryFolder({ "list.csv": csv(finder), "bad.csv": "" });
    await run(folder, "us-federal-2025", "list.csv", "--out", "out");
    const before = snapshot(join(folder, "out"));
    expect((await run(folder, "us-federal-2025", "bad.csv", "--out", "out")).code).toBe(2);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  it("names the known formats when it is given another", async () => {
    const folder = temporaryFolder({ "list.csv": csv(finder) });
    const { err, code } = await run(folder, "us-fedral-2025", "list.csv", "--out", "out");
    expect(code).toBe(2);
    expect(err).toContain('"us-fedral-2025" is not an inventory format. Known: us-federal-2025.');
    expect(err).toContain('Did you mean "us-federal-2025"?');
    expect(readdirSync(folder)).toEqual(["list.csv"]);
  });

  it("says when the file is missing or the folder cannot be made", async () => {
    const folder = temporaryFolder({ "list.csv": csv(finder), file: "" });
    const missing = await run(folder, "us-federal-2025", "no.csv", "--out", "out");
    expect(missing).toMatchObject({
      code: 2,
      err: expect.stringContaining("no.csv: error unreadable-file: There is no such file."),
    });
    const blocked = await run(folder, "us-federal-2025", "list.csv", "--out", "file/out");
    expect(blocked).toMatchObject({ code: 2, err: expect.stringContaining("unwritable-folder") });
    expect(readdirSync(folder).sort()).toEqual(["file", "list.csv"]);
  });

  it("cleans up after a file that is cut off while a good import exists elsewhere", async () => {
    const folder = temporaryFolder({ "list.csv": csv(finder).slice(0, -20) });
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "out", "mine.txt"), "m");
    expect((await run(folder, "us-federal-2025", "list.csv", "--out", "out")).code).toBe(2);
    expect(readdirSync(join(folder, "out"))).toEqual(["mine.txt"]);
  });
});

describe("what stands where the import would write", () => {
  it("is kept where it is the inventory itself", async () => {
    const inventory = csv(finder);
    const folder = temporaryFolder({ "federal/import-report.txt": inventory });
    const { code, err } = await run(folder, "us-federal-2025", "federal/import-report.txt", "--out", "federal");
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("output-conflict") as string });
    expect(readFileSync(join(folder, "federal/import-report.txt"), "utf8")).toBe(inventory);
    expect(readdirSync(join(folder, "federal"))).toEqual(["import-report.txt"]);
  });

  it("is reported where it is a folder, and nothing is written beside it", async () => {
    const folder = temporaryFolder({ "inventory.csv": csv(finder), "federal/import-report.txt/own.txt": "" });
    const { code, err } = await run(folder, "us-federal-2025", "inventory.csv", "--out", "federal");
    expect({ code, first: err.split("\n")[0] }).toEqual({
      code: 2,
      first: "federal/import-report.txt: error unwritable-file: A folder stands where the file is to be written.",
    });
    expect(readdirSync(join(folder, "federal"))).toEqual(["import-report.txt"]);
  });
});
