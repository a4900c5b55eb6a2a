import { describe, expect, it } from "vitest";
import type { Control, Part } from "../../../../src/oscal/model/generated/types.js";
import { controlOf, found, resolveText } from "../../../support/profiles.js";

async function remove(control: string, ...removes: string[]): Promise<{ control: Control; found: string[] }> {
  const resolution = await resolveText(
    `imports: [{href: catalog.yaml, include-all: {}}]\nmerge: {as-is: true}\nmodify:\n  alters:\n  - control-id: ${control}\n    removes:\n${removes.map((each) => `    - ${each}`).join("\n")}`,
  );
  return { control: controlOf(resolution, control), found: found(resolution) };
}

/** Parts by id, nested; props by name and value in brackets. */
const show = (parts: readonly Part[] | undefined): string =>
  (parts ?? [])
    .map(
      ({ id = "", props, parts: inner }) =>
        `${id}${props ? `[${props.map(({ value }) => value).join(" ")}]` : ""}${inner ? `(${show(inner)})` : ""}`,
    )
    .join(" ");
const summary = ({ params, props, links, parts }: Control): object => ({
  params: params?.map(({ id }) => id),
  props: props?.map(({ value }) => value),
  links: links?.map(({ href }) => href),
  parts: parts && show(parts),
});
const whole = {
  params: ["a.1_prm"],
  props: ["A1", "own"],
  links: ["#a.2"],
  parts: "a.1_smt[s](a.1_smt.a a.1_smt.b) a.1_gdn",
};

describe("a remove takes away what meets all its criteria, at any depth", () => {
  it.each([
    ["{by-name: label}", { props: undefined, parts: "a.1_smt(a.1_smt.a a.1_smt.b) a.1_gdn" }],
    ["{by-name: item}", { parts: "a.1_smt[s] a.1_gdn" }],
    ["{by-class: extra}", { props: ["A1"] }],
    ["{by-class: last}", { parts: "a.1_smt[s](a.1_smt.a) a.1_gdn" }],
    ["{by-id: a.1_prm}", { params: undefined }],
    ["{by-id: a.1_smt.a}", { parts: "a.1_smt[s](a.1_smt.b) a.1_gdn" }],
    ["{by-id: a.1_smt}", { parts: "a.1_gdn" }],
    ["{by-item-name: param}", { params: undefined }],
    ["{by-item-name: prop}", { props: undefined, parts: "a.1_smt(a.1_smt.a a.1_smt.b) a.1_gdn" }],
    ["{by-item-name: link}", { links: undefined }],
    ["{by-item-name: part}", { parts: undefined }],
    ["{by-ns: 'https://example.org'}", { props: ["A1"], parts: "a.1_smt[s](a.1_smt.a a.1_smt.b)" }],
    [
      "{by-ns: 'http://csrc.nist.gov/ns/oscal', by-item-name: prop}",
      { props: ["own"], parts: "a.1_smt(a.1_smt.a a.1_smt.b) a.1_gdn" },
    ],
    ["{by-name: label, by-ns: 'https://example.org', by-class: extra, by-item-name: prop}", { props: ["A1"] }],
  ])("%s", async (text, change) => {
    const { control, found: problems } = await remove("a.1", text);
    expect(problems).toEqual([]);
    expect(summary(control)).toEqual({ ...whole, ...change });
  });

  it("and leaves no empty lists", async () => {
    const { control } = await remove(
      "a.1",
      "{by-item-name: param}",
      "{by-item-name: prop}",
      "{by-item-name: link}",
      "{by-item-name: part}",
    );
    expect(control).toEqual({ id: "a.1", title: "First" });
  });
});

describe("a remove that takes nothing away is reported", () => {
  it.each([
    [
      "{by-name: label, by-item-name: part}",
      'Nothing in the control "a.1" meets by-name "label" and by-item-name "part".',
    ],
    ["{by-id: a.2_smt}", 'Nothing in the control "a.1" meets by-id "a.2_smt".'],
    ["{by-class: label}", 'Nothing in the control "a.1" meets by-class "label".'],
    ["{by-item-name: mapping}", 'Nothing in the control "a.1" meets by-item-name "mapping".'],
    ["{by-name: Label}", 'Nothing in the control "a.1" meets by-name "Label".'],
  ])("%s", async (text, message) => {
    const { control, found: problems } = await remove("a.1", text);
    expect(summary(control)).toEqual(whole);
    expect(problems).toEqual([`profile.yaml:10 warning profile-remove-unmatched: ${message}`]);
  });

  it("and so is one without criteria, which would take everything", async () => {
    const { control, found: problems } = await remove("a.1", "{remarks: All of it}");
    expect(summary(control)).toEqual(whole);
    expect(problems).toEqual([
      "profile.yaml:10 warning profile-remove-everything: The remove has no criterion, so it would empty the control; nothing is removed.",
    ]);
  });

  it("and one that names a control inside, which leaves by not being selected", async () => {
    expect((await remove("a.2", "{by-id: a.2.1}")).found).toEqual([
      'profile.yaml:10 warning profile-remove-unmatched: Nothing in the control "a.2" meets by-id "a.2.1".',
    ]);
  });
});

describe("controls inside the altered one", () => {
  it("lose what meets the criteria too, with a warning", async () => {
    const { control, found: problems } = await remove("a.2", "{by-name: label}");
    expect(control.controls?.[0]?.props).toBeUndefined();
    expect(problems).toEqual([
      'profile.yaml:10 warning profile-remove-in-child-control: This also removes from the control "a.2.1", which stands inside.',
    ]);
  });
});
