import { describe, expect, it } from "vitest";
import { words } from "../../../../src/inventory/importers/kit/text.js";
import { fields } from "../../../../src/inventory/importers/us-federal-2025/fields.js";

const lists = fields.flatMap(({ from, answers }) => (answers ? [{ column: from, list: answers }] : []));

describe("the answers of the columns", () => {
  it("are known in every spelling, with an answer letter in front and in any case", () => {
    for (const { column, list } of lists) {
      for (const { says, spelled } of list.answers) {
        for (const spelling of spelled) {
          for (const text of [
            spelling,
            `d) ${spelling}`,
            `a) a) ${spelling.toUpperCase()}.`,
            spelling.replaceAll("-", "–"),
          ]) {
            expect([column, text, list.read(words(text))]).toEqual([column, text, says]);
          }
        }
      }
    }
  });

  it.each([
    ["development_stage", "Initiated"],
    ["has_pii", "Depends on data sources analyzed"],
    ["has_pii", "In-progress"],
    ["is_withheld", "Yes"],
    ["hi_testing_conducted", "Not applicable"],
    ["hi_testing_conducted", "Yes, mostly"],
    ["hi_testing_conducted", "constructor"],
    ["hi_testing_conducted", "x".repeat(1001)],
  ] as const)("are not guessed: %s = %s", (column, text) => {
    const found = lists.find((each) => each.column === column);
    expect(found?.column).toBe(column);
    expect(found?.list.read(words(text))).toBeUndefined();
  });
});
