import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeReader } from "../../src/files/reader.js";
import type { Subject } from "../../src/inventory/descriptors.js";
import { DescriptorReader } from "../../src/workspace/descriptors.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder, type Files } from "../support/folder.js";
import { fileStates } from "../support/subjects.js";

interface Opened {
  readonly root: string;
  readonly reader: DescriptorReader;
}

/** The descriptors of a workspace with the files. */
async function opened(files: Files): Promise<Opened> {
  const root = temporaryFolder(files);
  const { value: workspace } = await openWorkspace(root, nodeReader, undefined);
  if (!workspace) throw new Error("There is no workspace.");
  return { root, reader: new DescriptorReader(workspace, nodeReader) };
}

/** Everything that comes out of the files in its order: the organization, systems, and what is wrong before each of them. */
async function read({ reader }: Opened): Promise<(Subject | Diagnostic)[]> {
  const found: (Subject | Diagnostic)[] = [];
  let said = 0;
  const add = (subject: Subject | undefined): void => {
    found.push(...reader.diagnostics.slice(said));
    said = reader.diagnostics.length;
    if (subject) found.push(subject);
  };
  add(await reader.organization());
  for await (const system of reader.systems()) add(system);
  add(undefined);
  return found;
}

/** A subject by its id, a diagnostic by its code. */
function brief(each: Subject | Diagnostic): string {
  return "code" in each ? each.code : `${each.kind} ${each.descriptor.id}`;
}

const organization = "kind: organization\nid: bank\nname: Bank\n";
const bot = "kind: system\nid: bot\nname: Bot\n";

describe("DescriptorReader", () => {
  it("reads the organization and the systems, YAML, JSON or a line of NDJSON", async () => {
    const bank = { kind: "organization", id: "bank", name: "Bank" };
    const workspace = await opened({
      "aims.yaml": "organization: o.json\n",
      "o.json": JSON.stringify(bank),
      "systems/bot.yaml": bot,
      "systems/s.ndjson": `${JSON.stringify({ kind: "system", id: "a", name: "A" })}\n${JSON.stringify({ kind: "system", id: "b", name: "B" })}\n`,
    });
    const found = await read(workspace);
    expect(workspace.reader.diagnostics).toEqual([]);
    expect(
      found.map((each) => ("code" in each ? each : [each.kind, each.descriptor, each.source.file, each.source.line])),
    ).toEqual([
      ["organization", bank, join(workspace.root, "o.json"), 1],
      ["system", { kind: "system", id: "bot", name: "Bot" }, join(workspace.root, "systems/bot.yaml"), 1],
      ["system", { kind: "system", id: "a", name: "A" }, join(workspace.root, "systems/s.ndjson"), 1],
      ["system", { kind: "system", id: "b", name: "B" }, join(workspace.root, "systems/s.ndjson"), 2],
    ]);
  });

  it("reads a list as one descriptor an entry, whatever the format, each with its own place", async () => {
    const list = (...ids: string[]): object[] => ids.map((id) => ({ kind: "system", id, name: id.toUpperCase() }));
    const workspace = await opened({
      "organization.yaml": organization,
      "systems/a.json": JSON.stringify(list("a", "b"), undefined, 1),
      "systems/b.yaml": "- kind: system\n  id: c\n  name: C\n- &d\n  kind: system\n  id: d\n  name: D\n",
      "systems/c.ndjson": `${JSON.stringify(list("e", "f"))}\n${JSON.stringify(list("g")[0])}\n`,
    });
    const found = await read(workspace);
    expect(workspace.reader.diagnostics).toEqual([]);
    expect(
      found.map((each) =>
        "code" in each
          ? each
          : [each.descriptor.id, each.source.file.slice(-10), each.source.line, each.source.locate("/name")],
      ),
    ).toEqual([
      ["bank", "ation.yaml", 1, { line: 3, column: 7 }],
      ["a", "ems/a.json", 2, { line: 5, column: 11 }],
      ["b", "ems/a.json", 7, { line: 10, column: 11 }],
      ["c", "ems/b.yaml", 1, { line: 3, column: 9 }],
      ["d", "ems/b.yaml", 5, { line: 7, column: 9 }],
      ["e", "s/c.ndjson", 1, { line: 1, column: 35 }],
      ["f", "s/c.ndjson", 1, { line: 1, column: 73 }],
      ["g", "s/c.ndjson", 2, { line: 2, column: 34 }],
    ]);
  });

  it("says what is wrong with an entry of a list where it stands, and with what is no descriptor at all", async () => {
    const workspace = await opened({
      "organization.yaml": organization,
      "systems/a.json":
        '[\n {"kind": "system", "id": "a"},\n "b",\n [],\n {"kind": "system", "id": "c", "name": "C"}\n]\n',
      "systems/b.yaml": "[]\n",
      "systems/c.yaml": "just words\n",
      "systems/d.json": '{"systems": [{"kind": "system", "id": "d", "name": "D"}], "total": 1}',
    });
    expect((await read(workspace)).map(brief)).toEqual([
      ...["organization bank", "missing-property", "wrong-type", "empty-file", "system c"],
      ...["empty-file", "wrong-type", "unknown-kind"],
    ]);
    const file = (name: string): string => join(workspace.root, "systems", name);
    const list = {
      code: "empty-file",
      severity: "error",
      message: "The list is empty: it holds no descriptor.",
      fix: "Write a descriptor into it, or remove the file.",
      pointer: "",
    };
    expect(workspace.reader.diagnostics).toEqual([
      {
        code: "missing-property",
        severity: "error",
        message: '"name" is missing or blank in this document.',
        fix: 'Add "name".',
        file: file("a.json"),
        line: 2,
        column: 2,
        pointer: "",
        frame: '1 | [\n2 |  {"kind": "system", "id": "a"},\n  |  ^',
      },
      {
        code: "wrong-type",
        severity: "error",
        message: "The descriptor is text, but has to be an object.",
        fix: "Write an object: properties with their values.",
        file: file("a.json"),
        line: 3,
        column: 2,
        pointer: "",
        frame: '2 |  {"kind": "system", "id": "a"},\n3 |  "b",\n  |  ^',
        value: "b",
      },
      { ...list, file: file("a.json"), line: 4, column: 2, frame: '3 |  "b",\n4 |  [],\n  |  ^' },
      { ...list, file: file("b.yaml"), line: 1, column: 1, frame: "1 | []\n  | ^" },
      {
        code: "wrong-type",
        severity: "error",
        message: "The descriptor is text, but has to be an object.",
        fix: "Write an object: properties with their values.",
        file: file("c.yaml"),
        line: 1,
        column: 1,
        pointer: "",
        frame: "1 | just words\n  | ^",
        value: "just words",
      },
      {
        code: "unknown-kind",
        severity: "error",
        message: 'The document does not say what it describes: "kind" is missing.',
        fix: 'If the descriptors stand under "systems", write that list alone. Otherwise, write kind: system or kind: organization.',
        file: file("d.json"),
        line: 1,
        column: 1,
        pointer: "",
        frame: '1 | {"systems": [{"kind": "system", "id": "d", "name": "D"}], "total": 1}\n  | ^',
      },
    ]);
  });

  it("warns of what YAML reads otherwise, where nothing worse is said of the line", async () => {
    const workspace = await opened({
      "organization.yaml": `%YAML 1.1\n---\n${organization}`,
      "systems/a.yaml": `${bot}logging: {retentionDays: 0030}\n---\nkind: system\nid: 0012\nname: Branch #3\n`,
    });
    await read(workspace);
    expect(
      workspace.reader.diagnostics.map(({ code, severity, file, line, fix }) => [
        code,
        severity,
        basename(String(file)),
        line,
        fix,
      ]),
    ).toEqual([
      ["yaml-version", "warning", "organization.yaml", 1, 'Remove the declaration, or write "%YAML 1.2".'],
      ["leading-zero", "warning", "a.yaml", 4, 'Write 30, or "0030" in quotes if the zeros belong to it.'],
      ["wrong-type", "error", "a.yaml", 7, 'Put the value in quotes: "0012".'],
      [
        ...["text-in-comment", "warning", "a.yaml", 8],
        'Put the text in quotes if the comment belongs to it, "Branch #3"; otherwise, write a blank behind the "#".',
      ],
    ]);
  });

  it("lets no bad document hide another, of its file or of the next", async () => {
    const workspace = await opened({
      "organization.yaml": organization,
      "systems/a.yaml": `${bot}---\nkind: system\nid: two\n---\nkind: system\nid: [\n---\nkind: system\nid: three\nname: T\n`,
      "systems/b.json": "{",
      "systems/c.yaml": "kind: system\nid: four\nname: F\n",
    });
    expect((await read(workspace)).map(brief)).toEqual([
      "organization bank",
      "system bot",
      "missing-property",
      "yaml-syntax",
      "system three",
      "json-syntax",
      "system four",
    ]);
  });

  it("refuses an id that has been used, in whatever file", async () => {
    const workspace = await opened({
      "organization.yaml": "# first\nkind: organization\nid: bot\nname: Bank\n",
      "systems/b.yaml": `kind: system\nid: other\nname: O\n---\n${bot}`,
    });
    expect((await read(workspace)).map(brief)).toEqual(["organization bot", "system other", "duplicate-id"]);
    expect(workspace.reader.diagnostics).toEqual([
      {
        code: "duplicate-id",
        severity: "error",
        message: `The id "bot" is used a second time; first in ${join(workspace.root, "organization.yaml")}:2.`,
        file: join(workspace.root, "systems/b.yaml"),
        line: 6,
        column: 5,
        pointer: "/id",
        fix: "Give each descriptor of the workspace an id of its own.",
        frame: "5 | kind: system\n6 | id: bot\n  |     ^",
        mentions: [join(workspace.root, "organization.yaml")],
      },
    ]);
  });

  it("says where a descriptor is of the other kind, and takes the first organization", async () => {
    const workspace = await opened({
      "organization.yaml": `${bot}---\n${organization}---\nkind: organization\nid: second\nname: S\n`,
      "systems/a.yaml": "# misplaced\nkind: organization\nid: third\nname: T\n---\nkind: system\nid: a\nname: A\n",
    });
    expect((await read(workspace)).map(brief)).toEqual([
      "kind-out-of-place",
      "kind-out-of-place",
      "organization bank",
      "kind-out-of-place",
      "system a",
    ]);
    const file = join(workspace.root, "organization.yaml");
    const apart = "Write one organization into this file, and systems into systems/.";
    const words = (kind: string, wanted: string): object => ({
      code: "kind-out-of-place",
      severity: "error",
      message: `This descriptor is of the kind "${kind}"; one of the kind "${wanted}" is expected here.`,
    });
    expect(workspace.reader.diagnostics).toEqual([
      { ...words("system", "organization"), file, line: 1, column: 1, fix: apart },
      { ...words("organization", "organization"), file, line: 9, column: 1, fix: apart },
      {
        ...words("organization", "system"),
        file: join(workspace.root, "systems/a.yaml"),
        line: 2,
        column: 1,
        fix: "Keep the organization's descriptor apart from systems/.",
      },
    ]);
  });

  it("warns where no descriptor describes the organization", async () => {
    const workspace = await opened({ "systems/a.yaml": bot });
    expect((await read(workspace)).map(brief)).toEqual(["no-organization", "system bot"]);
    expect(workspace.reader.diagnostics).toEqual([
      {
        code: "no-organization",
        severity: "warning",
        message: "There is no descriptor of the organization: the OSCAL documents will not name it.",
        file: join(workspace.root, "organization.yaml"),
        fix: "Write organization.yaml with kind: organization, an id and a name.",
      },
    ]);
  });

  it("looks at evidence files from the folder of their descriptor", async () => {
    const record = (sha256: string): string => `evidence: [{id: r, path: r.txt, sha256: ${sha256}}]\n`;
    const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
    const workspace = await opened({
      "organization.yaml": `${organization}${record(hash("bank"))}`,
      "r.txt": "bank",
      "systems/a.yaml": `${bot}${record(hash("bot"))}`,
      "systems/r.txt": "bot",
    });
    const found = await read(workspace);
    expect(found.map(brief)).toEqual(["organization bank", "system bot"]);
    expect(found.map((each) => ("code" in each ? each : fileStates(each)))).toEqual([
      { r: "matches" },
      { r: "matches" },
    ]);
  });

  it("checks everything, and counts the systems that are valid", async () => {
    const { reader } = await opened({
      "organization.yaml": "kind: organization\nid: bank\n",
      "systems/a.yaml": bot,
      "systems/b.yaml": "kind: sytem\n",
      "systems/c.yaml": "kind: system\nid: c\nname: C\n",
    });
    expect(await reader.check()).toBe(2);
    expect(reader.diagnostics.map(({ code }) => code)).toEqual(["missing-property", "unknown-kind"]);
  });
});
