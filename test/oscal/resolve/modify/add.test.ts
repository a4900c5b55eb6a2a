import { describe, expect, it } from "vitest";
import type { Control } from "../../../../src/oscal/model/generated/types.js";
import { catalogText, controlOf, found, resolveText } from "../../../support/profiles.js";

const target = `controls:
- id: x
  title: X
  params: [{id: p1}, {id: p2}]
  props: [{name: label, value: old}]
  links: [{href: '#old'}]
  parts:
  - id: s
    name: statement
    prose: S
    props: [{name: label, value: s}]
    parts: [{id: s.a, name: item, prose: a}, {id: s.b, name: item, prose: b}]
  - {id: g, name: guidance, prose: G}
  controls:
  - {id: x.1, title: Inner, parts: [{id: x.1_s, name: statement, prose: inner}]}`;

const everything =
  "title: New, params: [{id: n}], props: [{name: n, value: v}], links: [{href: '#n'}], parts: [{id: np, name: item}]";

async function add(...adds: string[]): Promise<{ control: Control; found: string[] }> {
  const resolution = await resolveText(
    `imports: [{href: c.yaml, include-all: {}}]\nmerge: {as-is: true}\nmodify:\n  alters:\n  - control-id: x\n    adds:\n${adds.map((each) => `    - ${each}`).join("\n")}`,
    { "c.yaml": catalogText(target) },
  );
  return { control: controlOf(resolution, "x"), found: found(resolution) };
}

const idsOf = (items: readonly { readonly id?: string }[] | undefined): (string | undefined)[] =>
  (items ?? []).map(({ id }) => id);
const parts = (control: Control): string[] =>
  (control.parts ?? []).map(({ id = "", parts: inner }) => `${id}(${idsOf(inner).join(" ")})`);

describe("an add without by-id", () => {
  it.each([
    ["position: starting, ", true],
    ["position: before, ", true],
    ["position: ending, ", false],
    ["position: after, ", false],
    ["", false],
  ])("puts each kind among its own in the control: %s", async (position, first) => {
    const { control, found: problems } = await add(`{${position}${everything}}`);
    const order = <T>(old: T[], added: T[]): T[] => (first ? [...added, ...old] : [...old, ...added]);
    expect(problems).toEqual([]);
    expect({ ...control, parts: parts(control), controls: idsOf(control.controls) }).toEqual({
      id: "x",
      title: "New",
      params: order([{ id: "p1" }, { id: "p2" }], [{ id: "n" }]),
      props: order([{ name: "label", value: "old" }], [{ name: "n", value: "v" }]),
      links: order([{ href: "#old" }], [{ href: "#n" }]),
      parts: order(["s(s.a s.b)", "g()"], ["np()"]),
      controls: ["x.1"],
    });
  });

  it("comes after those before it", async () => {
    const { control } = await add(
      "{parts: [{id: one, name: item}]}",
      "{parts: [{id: two, name: item}]}",
      "{position: starting, parts: [{id: three, name: item}]}",
    );
    expect(idsOf(control.parts)).toEqual(["three", "s", "g", "one", "two"]);
  });
});

describe("an add by the id of a part", () => {
  const items = "parts: [{id: n1, name: item}, {id: n2, name: item}]";
  it.each([
    ["before", ["n1()", "n2()", "s(s.a s.b)", "g()"]],
    ["after", ["s(s.a s.b)", "n1()", "n2()", "g()"]],
    ["starting", ["s(n1 n2 s.a s.b)", "g()"]],
    ["ending", ["s(s.a s.b n1 n2)", "g()"]],
  ])("puts parts %s", async (position, expected) => {
    const { control, found: problems } = await add(`{by-id: s, position: ${position}, ${items}}`);
    expect(problems).toEqual([]);
    expect(parts(control)).toEqual(expected);
  });

  it.each([
    ["before", ["s(s.a n1 n2 s.b)", "g()"]],
    ["after", ["s(s.a s.b n1 n2)", "g()"]],
  ])("puts them %s a part inside a part", async (position, expected) => {
    expect(parts((await add(`{by-id: s.b, position: ${position}, ${items}}`)).control)).toEqual(expected);
  });

  it("ends it where no position is given", async () => {
    expect(parts((await add(`{by-id: g, ${items}}`)).control)).toEqual(["s(s.a s.b)", "g(n1 n2)"]);
  });

  it("gives the part title, props and links, but no params, which parts do not have", async () => {
    const { control, found: problems } = await add(`{by-id: s, position: starting, ${everything}}`);
    expect(control.parts?.[0]).toEqual({
      id: "s",
      name: "statement",
      title: "New",
      prose: "S",
      props: [
        { name: "n", value: "v" },
        { name: "label", value: "s" },
      ],
      links: [{ href: "#n" }],
      parts: [
        { id: "np", name: "item" },
        { id: "s.a", name: "item", prose: "a" },
        { id: "s.b", name: "item", prose: "b" },
      ],
    });
    expect(problems).toEqual([
      "profile.yaml:10 warning profile-add-misplaced: A part cannot hold params; they are not added.",
    ]);
  });

  it("gives what does not stand beside the part to what holds both", async () => {
    const { control } = await add(`{by-id: g, position: before, ${everything}}`);
    expect({
      title: control.title,
      params: idsOf(control.params),
      props: control.props,
      parts: parts(control),
    }).toEqual({
      title: "New",
      params: ["n", "p1", "p2"],
      props: [
        { name: "n", value: "v" },
        { name: "label", value: "old" },
      ],
      parts: ["s(s.a s.b)", "np()", "g()"],
    });
    const { control: inner } = await add("{by-id: s.a, position: after, props: [{name: n, value: v}]}");
    expect(inner.parts?.[0]?.props).toEqual([
      { name: "label", value: "s" },
      { name: "n", value: "v" },
    ]);
  });
});

describe("an add by the id of a parameter", () => {
  it("puts parameters beside it", async () => {
    expect(idsOf((await add("{by-id: p2, position: before, params: [{id: n}]}")).control.params)).toEqual([
      "p1",
      "n",
      "p2",
    ]);
    expect(idsOf((await add("{by-id: p1, position: after, params: [{id: n}]}")).control.params)).toEqual([
      "p1",
      "n",
      "p2",
    ]);
  });

  it("puts props and links inside it, and nothing else", async () => {
    const { control, found: problems } = await add(`{by-id: p1, ${everything}}`);
    expect(control.params?.[0]).toEqual({ id: "p1", props: [{ name: "n", value: "v" }], links: [{ href: "#n" }] });
    expect(problems).toEqual([
      "profile.yaml:10 warning profile-add-misplaced: A param cannot hold title; they are not added.",
      "profile.yaml:10 warning profile-add-misplaced: A param cannot hold params; they are not added.",
      "profile.yaml:10 warning profile-add-misplaced: A param cannot hold parts; they are not added.",
    ]);
  });
});

describe("an add by the id of something in a control inside", () => {
  it("reaches the inner control and its parts", async () => {
    const { control } = await add(
      "{by-id: x.1, position: starting, props: [{name: n, value: v}]}",
      "{by-id: x.1_s, position: after, parts: [{id: n1, name: item}]}",
    );
    expect(control.controls?.[0]).toEqual({
      id: "x.1",
      title: "Inner",
      props: [{ name: "n", value: "v" }],
      parts: [
        { id: "x.1_s", name: "statement", prose: "inner" },
        { id: "n1", name: "item" },
      ],
    });
  });

  it("beside the inner control goes to the control that holds it", async () => {
    const { control } = await add("{by-id: x.1, position: before, parts: [{id: n1, name: item}]}");
    expect(idsOf(control.parts)).toEqual(["n1", "s", "g"]);
  });
});

describe("an add that hits nothing is reported and skipped", () => {
  it.each([
    [
      "{by-id: sa, parts: [{name: item}]}",
      'profile-add-unmatched: There is nothing with the id "sa" in the control "x"; nothing is added.',
    ],
    [
      "{by-id: x, parts: [{name: item}]}",
      'profile-add-by-id-control: "x" is the control itself, while by-id means something inside it; nothing is added.',
    ],
    ["{position: ending}", "profile-add-nothing: The add is empty."],
  ])("%s", async (text, problem) => {
    const { control, found: problems } = await add(text);
    expect(parts(control)).toEqual(["s(s.a s.b)", "g()"]);
    expect(problems).toEqual([`profile.yaml:10 warning ${problem}`]);
  });

  it("where the control is not selected", async () => {
    const resolution = await resolveText(
      "imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]\nmodify: {alters: [{control-id: a.2, adds: [{title: T}]}]}",
    );
    expect(found(resolution)).toEqual([
      'profile.yaml:5 warning profile-alter-unknown-control: The control "a.2" is in "catalog.yaml", but no import selects it.',
    ]);
  });
});

describe("ids", () => {
  it("that are there already are reported", async () => {
    expect((await add("{parts: [{id: g, name: item}], params: [{id: p1}, {id: p3}]}")).found).toEqual([
      'profile.yaml:10 warning profile-add-duplicate-id: The id "p1" is already used here, so it would mean two things.',
      'profile.yaml:10 warning profile-add-duplicate-id: The id "g" is already used here, so it would mean two things.',
    ]);
  });
});

describe("alterations of one control", () => {
  it("are carried out in their order, removes before adds, with a warning", async () => {
    const resolution = await resolveText(
      `imports: [{href: catalog.yaml, include-controls: [{with-ids: [a.1]}]}]
modify:
  alters:
  - {control-id: a.1, adds: [{parts: [{id: n, name: item}]}]}
  - {control-id: a.1, adds: [{parts: [{id: n, name: other}]}], removes: [{by-id: n}]}`,
    );
    expect(found(resolution)).toEqual([
      'profile.yaml:8 warning profile-control-altered-twice: The control "a.1" is altered already, in line 7; this alteration comes after that one.',
    ]);
    expect(controlOf(resolution, "a.1").parts?.at(-1)).toEqual({ id: "n", name: "other" });
  });
});
