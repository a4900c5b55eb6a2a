import { describe, expect, it } from "vitest";
import { AnswerList, namedAnswers } from "../../../../src/inventory/importers/kit/answers.js";
import { DescriptorDraft } from "../../../../src/inventory/importers/kit/draft.js";
import { FieldReader } from "../../../../src/inventory/importers/kit/field-reader.js";
import {
  answer,
  date,
  each,
  links,
  practice,
  takeFields,
  text,
  texts,
  type FieldRule,
} from "../../../../src/inventory/importers/kit/field-table.js";

/** The value that a rule takes from a record, the place where it came from, and the oddities that it reports. */
function taken(rule: FieldRule, fields: Readonly<Record<string, unknown>>): [unknown, unknown, string[]] {
  const place = { file: "x.json", record: 1, line: 1, pointer: "" };
  const reader = new FieldReader({ place, fields }, { dates: "iso" });
  const draft = new DescriptorDraft();
  takeFields([rule], reader, draft);
  const { provenance, ...values } = draft.finish("test", place);
  return [values, provenance?.fields, reader.oddities("", "s").map(({ code }) => code)];
}

const testing = new AnswerList([
  { says: { state: "done", by: "Us", note: "Twice" }, spelled: ["Yes"] },
  { says: { state: "not-done" }, spelled: ["No"] },
] as const);

describe("a table of fields", () => {
  it.each<[string, FieldRule, Record<string, unknown>, unknown, unknown]>([
    ["text", text(["unit"], "team"), { team: " Search " }, { unit: "Search" }, { "/unit": { pointer: "/team" } }],
    [
      "the first text that says something",
      text(["unit"], "team", ["owner", "name"]),
      { team: "", owner: { name: "A" } },
      { unit: "A" },
      { "/unit": { pointer: "/owner/name" } },
    ],
    [
      "a list of texts",
      texts(["purpose", "users"], "users"),
      { users: "Editors" },
      { purpose: { users: ["Editors"] } },
      { "/purpose/users": { pointer: "/users", value: "Editors" } },
    ],
    [
      "a date",
      date(["lifecycle", "deployedOn"], "since"),
      { since: "Mar-25" },
      { lifecycle: { deployedOn: "2025-03" } },
      { "/lifecycle/deployedOn": { pointer: "/since", value: "Mar-25", confidence: "inferred" } },
    ],
    [
      "links",
      links(["code", "uri"], "url"),
      { url: "https://a.example" },
      { code: { uri: "https://a.example" } },
      { "/code/uri": { pointer: "/url" } },
    ],
    [
      "an answer",
      answer(["acquisition"], "made", namedAnswers({ "in-house": ["By us"] })),
      { made: "by us" },
      { acquisition: "in-house" },
      { "/acquisition": { pointer: "/made", value: "by us" } },
    ],
    [
      "a practice",
      practice(["practices", "testing"], "tested", testing),
      { tested: "yes" },
      { practices: { testing: { state: "done", by: "Us", note: "Twice" } } },
      {
        "/practices/testing/state": { pointer: "/tested", value: "yes" },
        "/practices/testing/by": { pointer: "/tested", value: "yes" },
        "/practices/testing/note": { pointer: "/tested", value: "yes" },
      },
    ],
    [
      "elements of a list",
      each(["suppliers"], "vendors", [text(["name"], "called"), text(["service"], "for")]),
      { vendors: [{ called: "A" }, { called: "B", for: "Hosting" }] },
      { suppliers: [{ name: "A" }, { name: "B", service: "Hosting" }] },
      {
        "/suppliers/0/name": { pointer: "/vendors/0/called" },
        "/suppliers/1/name": { pointer: "/vendors/1/called" },
        "/suppliers/1/service": { pointer: "/vendors/1/for" },
      },
    ],
  ])("takes over %s", (_what, rule, fields, values, sources) => {
    expect(taken(rule, fields)).toEqual([values, sources, expect.anything()]);
    expect(taken(rule, {})).toEqual([{}, undefined, []]);
  });

  it("leaves out an element without what it needs, and says so", () => {
    const rule = each(["suppliers"], "vendors", [text(["name"], "called"), text(["service"], "for")]);
    const [values, sources, codes] = taken(rule, { vendors: [{ for: "Hosting" }, null, "C", { called: "B" }] });
    expect(values).toEqual({ suppliers: [{ name: "B" }] });
    expect(sources).toEqual({ "/suppliers/0/name": { pointer: "/vendors/3/called" } });
    expect(codes).toEqual(["missing-property", "missing-property"]);
  });

  it("takes fields in the order of the table", () => {
    const reader = new FieldReader(
      { place: { file: "x.csv", record: 1, line: 2 }, fields: { a: "1", b: "2" } },
      { dates: "iso" },
    );
    const draft = new DescriptorDraft();
    takeFields([text(["version"], "b"), text(["unit"], "a")], reader, draft);
    expect(Object.keys(draft.finish("test", { file: "x.csv", record: 1, line: 2 }))).toEqual([
      "version",
      "unit",
      "provenance",
    ]);
  });
});
