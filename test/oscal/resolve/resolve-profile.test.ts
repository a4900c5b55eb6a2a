import { describe, expect, it } from "vitest";
import { InputError, type Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { resolveProfile } from "../../../src/oscal/resolve/resolve-profile.js";
import type { SourceDocument } from "../../../src/source/document.js";
import { readYaml } from "../../../src/source/yaml.js";

const metadata = "{title: T, last-modified: '2026-01-01T00:00:00Z', version: '1', oscal-version: 1.2.2}";
const catalog = `catalog:
  uuid: 11111111-1111-4111-8111-111111111111
  metadata: ${metadata}
  groups:
    - title: Group
      controls:
        - {id: a.1, title: First, params: [{id: limit, values: ["10"]}, {id: unset}]}
        - id: a.2
          title: Second
          controls:
            - {id: a.2.1, title: Nested}
`;

function document(text: string, file: string): SourceDocument {
  const [result] = readYaml(text, file);
  if (!result?.document) throw new Error(JSON.stringify(result?.diagnostics));
  return result.document;
}

function profile(rest: string): SourceDocument {
  return document(
    `profile:\n  uuid: 22222222-2222-4222-8222-222222222222\n  metadata: ${metadata}\n${rest}`,
    "profile.yaml",
  );
}

const load = (href: string): Promise<SourceDocument> => Promise.resolve(document(catalog, href));

async function problemsOf(source: SourceDocument): Promise<readonly Diagnostic[]> {
  const error: unknown = await resolveProfile(source, load).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw new Error("The profile was resolved.");
  return error.diagnostics;
}

describe("resolveProfile", () => {
  it("selects all controls in catalog order, nested ones after their parents", async () => {
    const { controls } = await resolveProfile(profile("  imports: [{href: c.json, include-all: {}}]\n"), load);
    expect(controls.map(({ id }) => id)).toEqual(["a.1", "a.2", "a.2.1"]);
  });

  it("selects by id, in catalog order and not in the order of the profile", async () => {
    const source = profile("  imports: [{href: c.json, include-controls: [{with-ids: [a.2.1]}, {with-ids: [a.1]}]}]\n");
    const { controls, parameters } = await resolveProfile(source, load);
    expect(controls.map(({ id }) => id)).toEqual(["a.1", "a.2.1"]);
    expect([...parameters].map(([id, { values }]) => [id, values])).toEqual([
      ["limit", ["10"]],
      ["unset", []],
    ]);
  });

  it("lets the profile set a parameter and knows who did", async () => {
    const source = profile(
      "  imports: [{href: c.json, include-all: {}}]\n  modify: {set-parameters: [{param-id: limit, values: ['5']}]}\n",
    );
    const { parameters } = await resolveProfile(source, load);
    const limit = parameters.get("limit");
    expect(limit?.values).toEqual(["5"]);
    expect([limit?.setBy.document.file, limit?.setBy.pointer]).toEqual([
      "profile.yaml",
      "/profile/modify/set-parameters/0",
    ]);
    const unset = parameters.get("unset");
    expect([unset?.setBy.document.file, unset?.setBy.pointer]).toEqual([
      "c.json",
      "/catalog/groups/0/controls/0/params/1",
    ]);
  });

  it("reports every control and parameter that does not exist, at its line", async () => {
    const source = profile(`  imports:
    - href: c.json
      include-controls:
        - with-ids: [a.1, a.22, zzzzzz]
  modify:
    set-parameters:
      - {param-id: limt, values: ["5"]}
`);
    expect(
      (await problemsOf(source)).map(({ code, message, file, line, column, fix }) => ({
        code,
        message,
        file,
        line,
        column,
        fix,
      })),
    ).toEqual([
      {
        code: "unknown-control",
        message: 'There is no control "a.22" in "c.json".',
        file: "profile.yaml",
        line: 7,
        column: 27,
        fix: 'Did you mean "a.2"?',
      },
      {
        code: "unknown-control",
        message: 'There is no control "zzzzzz" in "c.json".',
        file: "profile.yaml",
        line: 7,
        column: 33,
        fix: "Name a control of the catalog by its id.",
      },
      {
        code: "unknown-parameter",
        message: 'No selected control declares the parameter "limt".',
        file: "profile.yaml",
        line: 10,
        column: 20,
        fix: 'Did you mean "limit"?',
      },
    ]);
  });

  it("refuses instructions that it does not carry out, rather than pass them over", async () => {
    const source = profile(`  imports: [{href: c.json, include-all: {}, exclude-controls: [{with-ids: [a.1]}]}]
  merge: {combine: {method: use-first}}
  modify: {alters: [{control-id: a.1}]}
`);
    expect((await problemsOf(source)).map(({ code, pointer }) => [code, pointer])).toEqual([
      ["profile-instruction-unknown", "/profile/imports/0/exclude-controls"],
      ["profile-instruction-unknown", "/profile/merge/combine"],
      ["profile-instruction-unknown", "/profile/modify/alters"],
    ]);
  });

  it("refuses to import what is no catalog", async () => {
    const error = resolveProfile(profile("  imports: [{href: p.json, include-all: {}}]\n"), () =>
      Promise.resolve(profile("  imports: [{href: c.json}]\n")),
    );
    await expect(error).rejects.toThrow('"p.json" is not an OSCAL catalog.');
  });
});
