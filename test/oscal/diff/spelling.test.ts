/** Texts in two spellings: whether the difference of documents takes them for the same. */
import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../../src/oscal/diff.js";

interface Texts {
  readonly title?: string;
  readonly modified?: string;
  readonly prose?: string;
  readonly href?: string;
  readonly value?: string;
}

const uuid = "0b6f4d52-5c0c-4a63-9f1e-3a1d2c4b5e6f";

function catalog({
  title = "Rules",
  modified = "2026-01-01T00:00:00Z",
  prose = "Do it.",
  href,
  value,
}: Texts): unknown {
  const links = href === undefined ? {} : { links: [{ href }] };
  const props = value === undefined ? {} : { props: [{ name: "marking", value }] };
  return {
    catalog: {
      uuid: "7c1b6a1e-41a7-4c51-8f0a-60d7c1a5a0b4",
      metadata: { title, "last-modified": modified, version: "1", "oscal-version": "1.2.2", ...props, ...links },
      controls: [{ id: "a", title: "A", parts: [{ id: "a_smt", name: "statement", prose }] }],
    },
  };
}

function changed(a: Texts, b: Texts): number {
  const difference = diffDocuments(catalog(a), catalog(b));
  if ("models" in difference) throw new Error("different models");
  return difference.edition.length + difference.changes.length;
}

describe("formatted text is the same", () => {
  test.each([
    ["with other signs of a list", "- a\n- b", "* a\n* b"],
    ["with other signs of a numbered list", "1) a\n2) b", "1. a\n2. b"],
    ["with other signs of emphasis", "Keep _all_ of __it__.", "Keep *all* of **it**."],
    ["with other signs of a heading", "# Title\n\nText", "Title\n=====\n\nText"],
    ["with other signs of code", "~~~\na  b\n~~~", "```\na  b\n```"],
    ["with other signs of a break in a line", "one  \ntwo", "one\\\ntwo"],
    ["with line ends at other places", "one\ntwo  three", "one two\nthree"],
    ["with other line ends", "one\r\n\r\ntwo", "one\n\ntwo"],
    ["with blanks at its edges", "\n\n one \n\n\n two\n", "one\n\ntwo"],
    ["with blanks around the entries of a list", "*  a \n* b", "* a\n* b"],
    ["with more blank lines in a list", "* a\n\n  * b\n\n* c", "* a\n  * b\n* c"],
    ["with the line end that NIST's converter writes behind a list", "* a\n", "* a"],
    ["with escapes that are not needed", "\\(a\\) \\_ \\- b\\!", "(a) _ - b!"],
    ["with references to characters", "a &lt; b &amp; c&#41;", "a < b & c)"],
    ["with the older form of an insert", "{{ a_prm_1 }}", "{{insert: param, a_prm_1}}"],
    ["with a table of another width", "| a | b |\n|---|---|\n| c | d |", "|a|b|\n| - | ----- |\n|c|d|"],
  ])("%s", (_, a, b) => {
    expect([changed({ prose: a }, { prose: b }), changed({ prose: b }, { prose: a })]).toEqual([0, 0]);
  });

  test("in a title", () => {
    expect(changed({ title: " The  _house_ rules " }, { title: "The *house* rules" })).toBe(0);
  });
});

describe("formatted text is another", () => {
  test.each([
    ["with another word", "Keep a copy.", "Keep two copies."],
    ["with other emphasis", "Keep *all* of it.", "Keep **all** of it."],
    ["with a break in a line", "one\\\ntwo", "one two"],
    ["with a paragraph more", "one\n\ntwo", "one two"],
    ["with another kind of list", "* a", "1. a"],
    ["with another nesting", "* a\n  * b", "* a\n* b"],
    ["with a sign that is text", "2 \\* 3 \\* 4", "2 *3* 4"],
    ["with another order of blanks in code", "```\na  b\n```", "```\na b\n```"],
    ["with another target of a link", "[a](b)", "[a](c)"],
  ])("%s", (_, a, b) => {
    expect([changed({ prose: a }, { prose: b }), changed({ prose: b }, { prose: a })]).toEqual([1, 1]);
  });
});

describe("an instant", () => {
  test.each([
    ["2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00Z"],
    ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00Z"],
    ["2026-01-01T01:30:00.500+01:30", "2026-01-01T00:00:00.5Z"],
    ["2025-12-31T19:00:00-05:00", "2026-01-01T00:00:00Z"],
  ])("is the same as %s and as %s", (a, b) => {
    expect(changed({ modified: a }, { modified: b })).toBe(0);
  });

  test.each([
    ["2026-01-01T00:00:00.001Z", "2026-01-01T00:00:00Z"],
    ["2026-01-01T00:00:00.0000000001Z", "2026-01-01T00:00:00Z"],
    ["2026-01-01T00:00:00+01:00", "2026-01-01T00:00:00Z"],
    // No such instants: they are compared as they are written.
    ["2026-01-01", "2026-01-01T00:00:00Z"],
    ["2026-02-30T00:00:00Z", "2026-02-30T00:00:00+00:00"],
  ])("is another as %s than as %s", (a, b) => {
    expect(changed({ modified: a }, { modified: b })).toBe(1);
  });
});

describe("a UUID in capitals is the one in small letters", () => {
  test("in a reference to a resource", () => {
    expect(changed({ href: `#${uuid.toUpperCase()}` }, { href: `#${uuid}` })).toBe(0);
    expect(changed({ href: "#Part-A" }, { href: "#part-a" })).toBe(2);
  });

  test("of what it identifies, which then says what has changed in it", () => {
    const document = (id: string, name: string): unknown => ({
      catalog: { metadata: { parties: [{ uuid: id, type: "person", name }] } },
    });
    expect(diffDocuments(document(uuid.toUpperCase(), "Ada"), document(uuid, "Ida"))).toEqual({
      model: "catalog",
      edition: [],
      changes: [
        {
          kind: "changed",
          path: [{ kind: "metadata" }, { kind: "party", name: "0b6f4d52", title: "Ida" }],
          property: "name",
          a: { pointer: "/catalog/metadata/parties/0/name", value: "Ada" },
          b: { pointer: "/catalog/metadata/parties/0/name", value: "Ida" },
        },
      ],
    });
  });
});

test("plain text is compared letter by letter", () => {
  expect(changed({ value: "a  _b_" }, { value: "a *b*" })).toBe(1);
});

test("elements that are known by a title are found in another spelling of it", () => {
  const plan = (title: string, description: string): unknown => ({
    "plan-of-action-and-milestones": { "poam-items": [{ title, description }] },
  });
  const difference = diffDocuments(plan("Renew _all_ keys", "Soon."), plan("Renew *all* keys", "Now."));
  expect("models" in difference ? [] : difference.changes.map(({ kind, property }) => [kind, property])).toEqual([
    ["changed", "description"],
  ]);
});

test("values in a set are the same in any order and any spelling", () => {
  const document = (...parties: readonly string[]): unknown => ({
    catalog: { metadata: { "responsible-parties": [{ "role-id": "owner", "party-uuids": parties }] } },
  });
  const other = "9d1c7a52-6c2e-4d9b-8a11-0f4be1c2d3e4";
  expect(diffDocuments(document(uuid, other), document(other, uuid.toUpperCase()))).toEqual({
    model: "catalog",
    edition: [],
    changes: [],
  });
});
