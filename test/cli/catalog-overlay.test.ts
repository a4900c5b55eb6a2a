import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

const secret = "The wording of our licensed copy.";
const overlay = (texts: object, framework = "iso42001"): string =>
  JSON.stringify({ kind: "overlay", framework, texts });

interface Shown {
  readonly control: string;
  readonly statement: string;
  readonly guidance: string;
  readonly overlay?: object;
}

async function shown(folder: string, ...args: string[]): Promise<readonly [number | null, string, readonly Shown[]]> {
  const { code, stdout, stderr } = await aimsHere(["catalog", "show", ...args, "--output", "json"], folder);
  const controls = stdout === "" ? [] : (JSON.parse(stdout) as { controls: Shown[] }).controls;
  return [code, stderr, controls];
}

const texts = (controls: readonly Shown[]): object[] =>
  controls.map(({ control, statement, overlay: from }) => ({ control, own: statement === secret, from }));

describe("an overlay", () => {
  it("gives controls texts by label, id and reference, each marked with its file; others keep theirs", async () => {
    const folder = temporaryFolder({
      "mine.json": overlay({
        "A.5.2": { statement: secret },
        "cl.6.1.4": { statement: secret, guidance: secret },
        "iso42001:A.5.3": { guidance: secret },
      }),
    });
    const all = ["A.5.2", "6.1.4", "A.5.3", "A.5.4"];
    const [code, stderr, controls] = await shown(folder, ...all, "--catalog", "iso42001", "--overlay", "mine.json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(texts(controls)).toEqual([
      { control: "iso42001:A.5.2", own: true, from: { statement: "mine.json" } },
      { control: "iso42001:6.1.4", own: true, from: { statement: "mine.json", guidance: "mine.json" } },
      { control: "iso42001:A.5.3", own: false, from: { guidance: "mine.json" } },
      { control: "iso42001:A.5.4", own: false, from: undefined },
    ]);
  });

  it("is only for its framework: A.5.4 of another one keeps its text", async () => {
    const folder = temporaryFolder({ "mine.json": overlay({ "A.5.4": { statement: secret } }) });
    const [, , controls] = await shown(folder, "A.5.4", "--overlay", "mine.json");
    expect(texts(controls)).toEqual([
      { control: "iso27001:A.5.4", own: false, from: undefined },
      { control: "iso42001:A.5.4", own: true, from: { statement: "mine.json" } },
    ]);
  });

  it("may be for a catalog of the user, named by its file", async () => {
    const folder = temporaryFolder({
      "catalogs/house.json": JSON.stringify(catalog()),
      "aims.yaml": "overlays: [mine.json]\n",
      "mine.json": overlay({ "a.5.2": { statement: secret } }, "house"),
    });
    const [code, stderr, controls] = await shown(folder, "a.5.2", "--catalog", "catalogs/house.json");
    expect([code, stderr, texts(controls)]).toEqual([
      0,
      "",
      [{ control: "a.5.2", own: true, from: { statement: "mine.json" } }],
    ]);
    // The catalog is not read here: nothing is wrong, but it is said.
    const [other, said] = await shown(folder, "iso42001:A.5.2");
    expect([other, said]).toEqual([0, expect.stringMatching(/^mine\.json:1:\d+: warning overlay-unknown-framework: /)]);
    const [named, words] = await shown(folder, "iso42001:A.5.2", "--overlay", "mine.json");
    expect([named, words]).toEqual([2, expect.stringContaining("error overlay-unknown-framework")]);
  });

  it("with two keys for one control, or a misspelt framework, is an error with its place", async () => {
    const folder = temporaryFolder({
      "twice.yaml": "kind: overlay\nframework: iso42001\ntexts:\n  A.5.2: { statement: a }\n  a.5.2: { guidance: b }\n",
      "name.yaml": "kind: overlay\nframework: iso4200\ntexts: {}\n",
    });
    const [code, stderr, controls] = await shown(
      folder,
      ...["iso42001:A.5.2", "--overlay", "twice.yaml", "--overlay", "name.yaml"],
    );
    expect(code).toBe(2);
    expect(stderr.split("\n").filter((line) => / error |fix: /.test(line))).toEqual([
      'name.yaml:2:12: error overlay-unknown-framework: No catalog that is read is called "iso4200", and none has this framework: the texts are not shown.',
      '    fix: Did you mean "iso42001"?',
      'twice.yaml:5:3: error overlay-control-twice: "a.5.2" is the control iso42001:A.5.2, which "A.5.2" names above.',
      "    fix: Write its texts below one key.",
    ]);
    expect(controls.map(({ statement, overlay: from }) => [statement, from])).toEqual([
      ["a", { statement: "twice.yaml" }],
    ]);
  });

  it("that is not there, or leads out of the workspace, is reported where aims.yaml names it", async () => {
    const folder = temporaryFolder({ "aims.yaml": "overlays:\n  - gone.yaml\n  - ../other.yaml\n" });
    const [code, stderr, controls] = await shown(folder, "iso42001:A.5.2");
    expect([code, controls.length]).toEqual([2, 1]);
    expect(stderr.split("\n").filter((line) => line.includes(" error "))).toEqual([
      'aims.yaml:2:5: error unreadable-file: "gone.yaml": There is no such file.',
      'aims.yaml:3:5: error path-outside-workspace: The path "../other.yaml" leaves the workspace.',
    ]);
  });

  it("is not overwritten by a report", async () => {
    const folder = temporaryFolder({ "mine.json": overlay({ "A.5.2": { statement: secret } }) });
    const args = ["catalog", "show", "iso42001:A.5.2", "--overlay", "mine.json", "--output", "json=mine.json"];
    expect((await aimsHere(args, folder)).code).toBe(2);
    expect(readFileSync(join(folder, "mine.json"), "utf8")).toContain(secret);
  });

  it("leaves its texts in no output of an assessment, nor in what is explained or resolved", async () => {
    const folder = temporaryFolder({
      "aims.yaml": "profile: iso-42001-starter\noverlays: [mine.json]\n",
      "mine.json": overlay({ "A.6.2.8": { statement: secret, guidance: secret } }),
      "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
      "systems/one.yaml": "kind: system\nid: one\nname: One\nlifecycle: { stage: deployed }\n",
    });
    const [, , controls] = await shown(folder, "iso42001:A.6.2.8");
    expect(texts(controls)).toEqual([
      { control: "iso42001:A.6.2.8", own: true, from: { statement: "mine.json", guidance: "mine.json" } },
    ]);
    const formats = ["json", "markdown", "text", "sarif"].flatMap((each) => ["--output", `${each}=report.${each}`]);
    const assessed = await aimsHere(["assess", "--as-of", "2026-11-01", "--out", "out", ...formats], folder);
    const explained = await aimsHere(["explain", "iso42001:A.6.2.8"], folder);
    const resolved = await aimsHere(["oscal", "resolve", "out/iso-42001-starter.json"], folder);
    expect([assessed.code, explained.code, resolved.code]).toEqual([0, 0, 0]);
    const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /^(?:out\/|report\.)/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8"));
    expect(written.length).toBeGreaterThan(8);
    for (const each of [...written, assessed.stdout, explained.stdout, resolved.stdout]) {
      expect(each).not.toContain(secret);
    }
  });
});
