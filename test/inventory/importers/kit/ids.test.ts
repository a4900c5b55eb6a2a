import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdRegistry, slug, type AssignedId } from "../../../../src/inventory/importers/kit/ids.js";

interface Cells {
  readonly agency: string;
  readonly id: string;
  readonly name?: string;
  readonly bureau?: string;
  readonly benefits?: string;
}

function assign(rows: readonly Cells[]): AssignedId[] {
  const registry = new IdRegistry();
  return rows.map(({ agency, id, name = "", bureau = "", benefits = "" }, index) =>
    registry.assign({
      unit: agency,
      written: id.trim(),
      name,
      identity: [agency, bureau, name.trim()],
      content: () => [agency, id, name, bureau, benefits],
      line: index + 2,
    }),
  );
}

describe("IdRegistry", () => {
  it.each([
    ["DHS", "DHS-2577", "dhs-2577"],
    ["FDIC", "FDIC – 3", "fdic-3"],
    ["NSF", "56", "nsf-56"],
    ["DOE", "DOEX-1", "doe-doex-1"],
    ["", "7", "unit-7"],
    ["É.P.A.", "Ü-1", "e-p-a-u-1"],
  ])("agency %j with id %j is %s", (agency, id, expected) => {
    expect(assign([{ agency, id }])).toEqual([{ id: expected, origin: "declared" }]);
  });

  it("generates an id from agency, bureau and name that editing other cells does not change", () => {
    const row = { agency: "HHS", id: "", name: "Chat & Bot", bureau: "NIH" };
    const [first] = assign([row]);
    expect(first).toEqual({
      id: expect.stringMatching(/^hhs-x-chat-bot-[0-9a-f]{8}$/),
      origin: "generated",
      lacks: "blank",
    });
    expect(assign([{ ...row, benefits: "edited" }])[0]?.id).toBe(first?.id);
    expect(assign([{ ...row, bureau: "CDC" }])[0]?.id).not.toBe(first?.id);
    expect(assign([{ ...row, id: "TBD" }])[0]).toEqual({ ...first, lacks: "placeholder" });
  });

  it("reports repeats inside an agency and across agencies", () => {
    const [a, b, c, d] = assign([
      { agency: "DOE", id: "7", benefits: "one" },
      { agency: "DOE", id: "7", benefits: "two" },
      { agency: "DOE", id: "7", benefits: "two" },
      { agency: "SEC", id: "7" },
    ]);
    expect(a).toEqual({ id: "doe-7", origin: "declared" });
    expect(b).toEqual({ id: expect.stringMatching(/^doe-7-[0-9a-f]{8}$/), origin: "declared", repeats: 2 });
    expect(c).toEqual({ id: `${b?.id ?? ""}-2`, origin: "declared", repeats: 2 });
    expect(d).toEqual({ id: "sec-7", origin: "declared", elsewhere: { unit: "DOE", line: 2 } });
  });

  it("tells equal names from equal records", () => {
    const row = { agency: "HHS", id: "", name: "Chatbot" };
    const given = assign([row, { ...row, benefits: "other" }, { ...row, benefits: "other" }, row]);
    expect(given.map(({ sameAs }) => sameAs)).toEqual([undefined, "name", "record", "record"]);
  });

  it("gives every record an id of its own that fits the schema and that later records do not change", () => {
    const cell = fc.oneof(fc.constantFrom("", "1", "TBD", "–", "a-1", "A 1"), fc.string({ maxLength: 200 }));
    const row = fc.record({ agency: fc.constantFrom("", "A", "DOE"), id: cell, name: cell });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const ids = assign(rows).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
        const half = Math.floor(rows.length / 2);
        expect(assign(rows.slice(0, half)).map(({ id }) => id)).toEqual(ids.slice(0, half));
      }),
    );
  });
});

describe("slug", () => {
  it("holds lower-case letters, digits and hyphens, up to a length", () => {
    expect(slug("  Ärzte—& Co. (2)", 40)).toBe("arzte-co-2");
    expect(slug("abc def", 4)).toBe("abc");
    expect(slug("–", 4)).toBe("");
  });
});
