/** The pages about fields say which shipped rules read one, shortly at the field and in full at their end. */
import { describe, expect, it } from "vitest";
import { referencePage, type Reference } from "../../scripts/reference/page.js";

const reference: Reference = {
  title: "Fields",
  intro: "All of them.",
  source: "schemas/descriptor.schema.json",
  version: "1.0",
  top: {
    properties: {
      tier: { type: "string", description: "How high." },
      name: { type: "string", description: "What it is called." },
      suppliers: {
        description: "Who delivers.",
        items: { properties: { contact: { type: "string", description: "Whom to ask." } } },
      },
    },
  },
  definitions: {},
  examples: [],
};

describe("a page about fields", () => {
  it("counts the rules of a field and of a section, and lists for each rule what it reads", () => {
    const readers = new Map([
      ["tier", ["tier-set", "logs-kept"]],
      ["suppliers", ["tier-set"]],
    ]);
    expect(
      referencePage({ ...reference, readers })
        .split("\n")
        .slice(8),
    ).toEqual([
      '"Rules" counts the shipped rules that read a field or a section, and [the end of the page](#rules-and-the-fields-they-read) names them. Where neither the field nor its section has a number, it is read by no shipped rule; rules of your own may read it.',
      "",
      "| Field | Value | Meaning | Example | Rules |",
      "| --- | --- | --- | --- | --- |",
      "| `tier` | text | How high. |  | 2 |",
      "| `name` | text | What it is called. |  |  |",
      "",
      "## suppliers",
      "",
      "Who delivers.",
      "",
      "Rules: 1.",
      "",
      "| Field | Value | Meaning | Example |",
      "| --- | --- | --- | --- |",
      "| `suppliers[].contact` | text | Whom to ask. |  |",
      "",
      "## Rules and the fields they read",
      "",
      "- [logs-kept](../rules/logs-kept.md): `tier`",
      "- [tier-set](../rules/tier-set.md): `suppliers`, `tier`",
      "",
    ]);
  });

  it("says that no rule reads a document that rules may read, and nothing of rules where there are none", () => {
    expect(referencePage({ ...reference, readers: new Map() }).split("\n")[8]).toBe(
      "Its fields are read by no shipped rule; rules of your own may read them.",
    );
    expect(referencePage(reference)).not.toMatch(/\brules?\b/i);
  });
});
