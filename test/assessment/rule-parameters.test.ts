import { describe, expect, it } from "vitest";
import { undeclaredParameters } from "../../src/assessment/rule-parameters.js";
import type { Rule } from "../../src/policy/rule.js";
import { assessable, catalogText, profileText, resolveFiles, resolveText } from "../support/profiles.js";
import { aimsNamespace } from "../../src/oscal/properties.js";
import { rule } from "../support/subjects.js";

const ns = `ns: '${aimsNamespace}'`;

function control(id: string): string {
  return `- {id: ${id}, title: T, props: [{name: framework, ${ns}, value: own}, {name: label, value: ${id}}], params: [{id: ${id}-limit, values: ['30']}]}`;
}

const catalog = catalogText(`controls:\n${control("a")}\n${control("b")}`);
const readsB = rule("reads-b", { controls: ["own:a"], parameters: ["b-limit"] });

/** What is wrong, each with the text at its place. */
async function found(
  profile: string,
  rules: readonly Rule[],
  own: readonly Rule[] = [],
): Promise<[string, string | undefined][]> {
  const resolution = await resolveText(profile, { "catalog.yaml": catalog });
  return undeclaredParameters(assessable(resolution), [...rules, ...own], own).map(
    ({ message, file, pointer, fix }) => [`${String(file)} ${pointer ?? "-"}: ${message}`, fix],
  );
}

describe("parameters that rules read", () => {
  it("have a value where the profile selects the control that declares them", async () => {
    expect(await found("imports: [{href: catalog.yaml, include-all: {}}]", [readsB])).toEqual([]);
  });

  it.each([
    ["include-controls: [{with-ids: [a]}]", "/profile/imports/0/include-controls/0/with-ids"],
    ["include-controls: [{matching: [{pattern: a}]}]", "/profile/imports/0/include-controls"],
    ["include-all: {}, exclude-controls: [{with-ids: [b]}]", "/profile/imports/0/exclude-controls"],
  ])("are missing where it does not, and that is seen at its choice: %s", async (choice, pointer) => {
    expect(await found(`imports: [{href: catalog.yaml, ${choice}}]`, [readsB])).toEqual([
      [
        `profile.yaml ${pointer}: The rule "reads-b" reads the parameter "b-limit", which no selected control declares.`,
        "Select the control b too, which declares it.",
      ],
    ]);
  });

  it("are looked for in the import that has their control, and have a line to look at", async () => {
    const other = catalogText(`controls:\n${control("c")}`, 3);
    const profile = profileText(`imports:
- {href: other.yaml, include-controls: [{with-ids: [c]}]}
- href: catalog.yaml
  include-controls:
  - with-ids: [a]`);
    const resolution = await resolveFiles({ "profile.yaml": profile, "catalog.yaml": catalog, "other.yaml": other });
    const [problem] = undeclaredParameters(assessable(resolution), [readsB], []);
    expect({ line: problem?.line, column: problem?.column }).toEqual({ line: 8, column: 7 });
    expect(problem?.frame).toContain("with-ids: [a]");
  });

  it("are a fault of an own rule where no control declares them, whether it runs or not", async () => {
    const own = ["own:a", "own:b"].map((name, index) =>
      rule(`own-${String(index)}`, { controls: [name as Rule["controls"][number]], parameters: ["a-limits"] }),
    );
    expect(await found("imports: [{href: catalog.yaml, include-controls: [{with-ids: [a]}]}]", [], own)).toEqual(
      ["own-0", "own-1"].map((id) => [
        `rules/${id}.rego -: The rule "${id}" reads the parameter "a-limits", which no control declares.`,
        'Did you mean "a-limit"?',
      ]),
    );
  });
});
