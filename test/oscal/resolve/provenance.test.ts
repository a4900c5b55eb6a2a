import { describe, expect, it } from "vitest";
import type { ProfileResolution } from "../../../src/oscal/resolve.js";
import { uuid } from "../../support/documents.js";
import { alphabet, controlOf, catalogText, profileText, resolveFiles, resolveText } from "../../support/profiles.js";

/** The steps as `action file:line property item`. */
function why({ provenance }: ProfileResolution, pointerOrId: string): string[] {
  return provenance
    .of(pointerOrId)
    .map(({ action, document, pointer, property, item }) =>
      [action, `${document.file}:${String(document.locate(pointer).line)}`, property, item].filter(Boolean).join(" "),
    );
}

const files = {
  "top.yaml": profileText(`imports:
- href: middle.yaml
  include-all: {}
merge: {as-is: true}
modify:
  set-parameters:
  - {param-id: a.1_prm, values: ['1']}
  alters:
  - control-id: a.1
    removes:
    - {by-id: a.1_gdn}
    - {by-name: label, by-ns: 'https://example.org'}
    adds:
    - parts:
      - {id: added, name: item}`),
  "middle.yaml": profileText(
    `imports:
- href: catalog.yaml
  include-controls:
  - with-ids: [a.1]
  - with-ids: [a.2.1]
    with-child-controls: 'yes'
  exclude-controls:
  - with-ids: [a.2.1.x]
merge: {as-is: true}
modify:
  set-parameters:
  - param-id: a.1_prm
    label: Label
    values: ['2']`,
    3,
  ),
  "catalog.yaml": alphabet,
};
const line = (file: keyof typeof files, text: string): string =>
  `${file}:${String(files[file].slice(0, files[file].indexOf(text)).split("\n").length)}`;

describe("provenance", () => {
  it("of a control: where it is defined, and the instruction of each import", async () => {
    const resolution = await resolveFiles(files);
    expect(why(resolution, "a.1")).toEqual([
      `defined ${line("catalog.yaml", "id: a.1\n")}`,
      `imported ${line("middle.yaml", "with-ids: [a.1]")}`,
      `imported ${line("top.yaml", "include-all")}`,
      `removed ${line("top.yaml", "{by-id: a.1_gdn}")} part a.1_gdn`,
      `removed ${line("top.yaml", "{by-name: label")} prop label`,
    ]);
    expect(resolution.provenance.of("a.1").map(({ pointer }) => pointer)).toEqual([
      "/catalog/groups/0/controls/0",
      "/profile/imports/0/include-controls/0/with-ids/0",
      "/profile/imports/0/include-all",
      "/profile/modify/alters/0/removes/0",
      "/profile/modify/alters/0/removes/1",
    ]);
    expect(why(resolution, "a.2.1")).toEqual([
      `defined ${line("catalog.yaml", "id: a.2.1\n")}`,
      `imported ${line("middle.yaml", "with-ids: [a.2.1]")}`,
      `imported ${line("top.yaml", "include-all")}`,
    ]);
  });

  it("of a parameter: who set it, and who set it again, in the order in which it happened", async () => {
    const resolution = await resolveFiles(files);
    expect(why(resolution, "a.1_prm")).toEqual([
      `defined ${line("catalog.yaml", "{id: a.1_prm")}`,
      `imported ${line("middle.yaml", "with-ids: [a.1]")}`,
      `set ${line("middle.yaml", "label: Label")} label`,
      `set ${line("middle.yaml", "values: ['2']")} values`,
      `imported ${line("top.yaml", "include-all")}`,
      `overridden ${line("top.yaml", "values: ['1']")} values`,
    ]);
  });

  it("of one property of a parameter: only what concerns it", async () => {
    const resolution = await resolveFiles(files);
    const [pointer = ""] = resolution.provenance.pointersOf("a.1_prm");
    expect(why(resolution, `${pointer}/label`)).toEqual([
      `defined ${line("catalog.yaml", "{id: a.1_prm")}`,
      `imported ${line("middle.yaml", "with-ids: [a.1]")}`,
      `set ${line("middle.yaml", "label: Label")} label`,
      `imported ${line("top.yaml", "include-all")}`,
    ]);
    for (const values of [`${pointer}/values`, `${pointer}/values/0`]) {
      expect(why(resolution, values).filter((step) => step.startsWith("set") || step.startsWith("over"))).toEqual([
        `set ${line("middle.yaml", "values: ['2']")} values`,
        `overridden ${line("top.yaml", "values: ['1']")} values`,
      ]);
    }
  });

  it("of parts and props: as defined, or as added, and the imports that came after", async () => {
    const resolution = await resolveFiles({
      "over.yaml": profileText("imports: [{href: top.yaml, include-all: {}}]", 9),
      ...files,
    });
    expect(why(resolution, "added")).toEqual([`added ${line("top.yaml", "{id: added")}`, "imported over.yaml:4"]);
    expect(why(resolution, "a.1_smt.a")).toEqual([
      `defined ${line("catalog.yaml", "{id: a.1_smt.a")}`,
      `imported ${line("middle.yaml", "with-ids: [a.1]")}`,
      `imported ${line("top.yaml", "include-all")}`,
      "imported over.yaml:4",
    ]);
    const [pointer = ""] = resolution.provenance.pointersOf("a.1");
    expect(why(resolution, `${pointer}/props/0`)[0]).toBe(
      `defined ${line("catalog.yaml", "{name: label, value: A1}")}`,
    );
    expect(why(resolution, `${pointer}/props/0/value`)[0]).toBe(
      `defined ${line("catalog.yaml", "{name: label, value: A1}")}`,
    );
  });

  it("of what is no longer there: where it was defined and who took it away", async () => {
    const resolution = await resolveFiles(files);
    expect(why(resolution, "a.2.1.x")).toEqual([
      `defined ${line("catalog.yaml", "{id: a.2.1.x")}`,
      `excluded ${line("middle.yaml", "with-ids: [a.2.1.x]")}`,
    ]);
    expect(why(resolution, "a.1_gdn")).toEqual([
      `defined ${line("catalog.yaml", "{id: a.1_gdn")}`,
      `removed ${line("top.yaml", "{by-id: a.1_gdn}")}`,
    ]);
  });

  it("of what nobody selected: where it is defined; of what does not exist: nothing", async () => {
    const resolution = await resolveFiles(files);
    expect(why(resolution, "b.2")).toEqual([`defined ${line("catalog.yaml", "{id: b.2")}`]);
    for (const unknown of [
      "nonsense",
      "/catalog/nonsense",
      "/~",
      "/catalog/~2",
      "/catalog/groups/9",
      "__proto__",
      "/catalog/__proto__",
    ]) {
      expect(why(resolution, unknown)).toEqual([]);
    }
  });

  it("of a control that another of its id displaced", async () => {
    const resolution = await resolveText(
      "imports:\n- {href: other.yaml, include-all: {}}\n- {href: catalog.yaml, include-controls: [{with-ids: [b.2]}]}\nmerge: {combine: {method: use-first}, flat: {}}",
      { "other.yaml": catalogText("controls: [{id: b.2, title: Other}]", 5) },
    );
    expect(why(resolution, "b.2")).toEqual(["defined other.yaml:4", "imported profile.yaml:5"]);
  });

  it("of groups, resources, loose parameters, titles and the metadata", async () => {
    const resolution = await resolveText(`imports: [{href: catalog.yaml, include-all: {}}]
merge: {as-is: true}
modify:
  alters:
  - {control-id: b.2, adds: [{title: New}]}
  - {control-id: b.2, adds: [{title: Newer}]}`);
    expect(why(resolution, "b.inner")).toEqual([
      `defined ${line("catalog.yaml", "{id: b.inner")}`,
      "imported profile.yaml:4",
    ]);
    expect(why(resolution, uuid(90))).toEqual([
      `defined ${line("catalog.yaml", `{uuid: ${uuid(90)}`)}`,
      "imported profile.yaml:4",
    ]);
    expect(why(resolution, "loose")).toEqual([
      `defined ${line("catalog.yaml", "{id: loose")}`,
      "imported profile.yaml:4",
    ]);
    const [pointer = ""] = resolution.provenance.pointersOf("b.2");
    expect(controlOf(resolution, "b.2").title).toBe("Newer");
    expect(why(resolution, `${pointer}/title`)).toEqual([
      `defined ${line("catalog.yaml", "{id: b.2")}`,
      "imported profile.yaml:4",
      "set profile.yaml:8 title",
      "overridden profile.yaml:9 title",
    ]);
    expect(why(resolution, "/catalog/metadata/title")).toEqual(["defined profile.yaml:3"]);
    expect(why(resolution, "/catalog")).toEqual(["defined profile.yaml:2"]);
  });

  it("of custom groups: what the profile declares, and what it overrides", async () => {
    const resolution = await resolveText(`imports: [{href: catalog.yaml, include-all: {}}]
merge:
  custom:
    groups:
    - {id: own, title: Own, props: [{name: label, value: x}], insert-controls: [{include-controls: [{with-ids: [b.2]}]}]}
    - {id: a, title: Group A}`);
    expect(why(resolution, "own")).toEqual(["added profile.yaml:8"]);
    expect(why(resolution, "/catalog/groups/0/props/0")).toEqual(["added profile.yaml:8"]);
    expect(why(resolution, "a")).toEqual([
      `defined ${line("catalog.yaml", "id: a\n")}`,
      "imported profile.yaml:4",
      "overridden profile.yaml:9",
    ]);
    expect(why(resolution, "b.2")).toEqual([`defined ${line("catalog.yaml", "{id: b.2")}`, "imported profile.yaml:4"]);
  });

  it("of what a setting appends: the setting", async () => {
    const resolution = await resolveText(`imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]
modify:
  set-parameters:
  - param-id: a.1_prm
    guidelines:
    - {prose: New}`);
    const [pointer = ""] = resolution.provenance.pointersOf("a.1_prm");
    expect(why(resolution, `${pointer}/guidelines/0`)).toEqual(["set profile.yaml:9"]);
  });
});
