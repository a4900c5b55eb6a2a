import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeReader } from "../../src/files/reader.js";
import { readYaml } from "../../src/source/yaml.js";
import { DescriptorReader } from "../../src/workspace/descriptors.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder } from "../support/folder.js";

const cautions = (text: string): unknown => readYaml(text, "a.yaml")[0]?.document?.cautions?.(() => true);

describe("a comment that begins like a number of something", () => {
  it("names a comment in the place of a text, and none where no text can stand", () => {
    expect(cautions("unit: #1 team\nusers:\n- #2 desk\n")).toMatchObject([
      {
        code: "text-in-comment",
        message: 'There is no text here: "#1 team" is a comment.',
        fix: 'Put the text in quotes if the comment belongs to it, "#1 team"; otherwise, write a blank behind the "#".',
        line: 1,
        column: 7,
      },
    ]);
    const asked: string[] = [];
    const [read] = readYaml("a: b #1\nc:\n- d:\n  - e\n  - f #2 g\nh: #3\ni: # j\n", "a.yaml");
    const found = read?.document?.cautions?.((pointer, text) => {
      asked.push(`${pointer} ${text}`);
      return false;
    });
    expect(found).toEqual([]);
    expect(asked).toEqual(["/a b #1", "/c/0/d/1 f #2 g", "/h #3"]);
  });

  it("warns of a comment only where the value could be the text with it", async () => {
    const dated = "lifecycle:\n  stage: deployed #2024 go-live\n  deployedOn: 2025-04 #1st release\n";
    const root = temporaryFolder({
      "aims.yaml": "# nothing yet\n",
      "organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "systems/a.yaml": `kind: system\nid: bot\nname: Bot\n${dated}logging:\n  retentionDays: 30 #1 month\n`,
      "systems/b.yaml": "kind: system\nid: b #2\nname: B #3\nroles:\n  owner:\n    unit: #1 team\n",
      "systems/c.yaml": "- kind: system\n  id: c\n  name: C\n- kind: system\n  id: d\n  name: D #4\n",
    });
    const { value: workspace, problems } = await openWorkspace(root, nodeReader, undefined);
    if (!workspace) throw new Error("There is no workspace.");
    expect(problems).toEqual([]);
    const reader = new DescriptorReader(workspace, nodeReader);
    await reader.check();
    expect(reader.diagnostics.map(({ code, file, line }) => [code, basename(file ?? ""), line])).toEqual([
      ["text-in-comment", "b.yaml", 3],
      ["text-in-comment", "b.yaml", 6],
      ["text-in-comment", "c.yaml", 6],
    ]);
  });
});
