import { describe, expect, it } from "vitest";
import { FieldReader } from "../../../../src/inventory/importers/kit/field-reader.js";
import { reportId } from "../../../../src/inventory/importers/kit/id-oddities.js";
import type { AssignedId } from "../../../../src/inventory/importers/kit/ids.js";

function reported(assigned: Partial<AssignedId>): unknown[] {
  const place = { file: "list.csv", record: 3, line: 5 };
  const reader = new FieldReader({ place, fields: { no: "N-1", title: "Finder" } }, { dates: "iso" });
  reportId(
    reader,
    { id: "x-1", origin: "declared", ...assigned },
    { id: "no", name: "title", unit: "the same team", scope: "the same team and site", content: "every cell" },
  );
  return reader.oddities("N-1", "x-1");
}

const place = { record: 3, line: 5, id: "N-1", system: "x-1" };

describe("reportId", () => {
  it("has nothing to say about an id of its own", () => {
    expect(reported({})).toEqual([]);
    expect(reported({ elsewhere: { unit: "B", line: 2 } })).toEqual([]);
  });

  it("says what an id is made up for", () => {
    expect(reported({ origin: "generated", lacks: "blank", sameAs: "name" })).toEqual([
      {
        ...place,
        code: "missing-id",
        severity: "info",
        message: "The record has no id; the descriptor is called x-1.",
        column: "no",
      },
      {
        ...place,
        code: "repeated-name",
        severity: "warning",
        message:
          "An earlier record of the same team and site has the same name and no id either; the descriptor is called x-1.",
        column: "title",
        value: "Finder",
      },
    ]);
    expect(reported({ origin: "generated", lacks: "placeholder", sameAs: "record" })).toEqual([
      {
        ...place,
        code: "placeholder-id",
        severity: "warning",
        message: "The record's id says that it has none yet; the descriptor is called x-1.",
        column: "no",
        value: "N-1",
      },
      {
        ...place,
        code: "repeated-record",
        severity: "warning",
        message: "An earlier record is the same in every cell; it is counted as a system of its own, called x-1.",
        column: "title",
        value: "Finder",
      },
    ]);
  });

  it("says where an id was used first", () => {
    expect(reported({ repeats: 2 })).toEqual([
      {
        ...place,
        code: "repeated-id",
        severity: "warning",
        message: "The id is used a second time by the same team, first on line 2; the descriptor is called x-1.",
        column: "no",
        value: "N-1",
      },
    ]);
  });
});
