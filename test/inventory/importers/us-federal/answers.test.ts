import { describe, expect, it } from "vitest";
import { answerLists } from "../../../../src/inventory/importers/us-federal/answer-lists.js";
import {
  misplacedAnswer,
  normalizeAnswer,
  readAnswer,
} from "../../../../src/inventory/importers/us-federal/answers.js";
import type { AnswerColumn } from "../../../../src/inventory/importers/us-federal/columns.js";

describe("normalizeAnswer", () => {
  it.each([
    ["a) Yes", "yes"],
    ["b)  b)  Pilot – The use case", "pilot the use case"],
    ["a) Pre-deployment ñ The use case.", "pre deployment the use case"],
    ["the agencyís prior yearís inventory", "the agency's prior year's inventory"],
    ["a)ÝPurchased from a vendor", "purchased from a vendor"],
    ["In\u2011progress", "in progress"],
    ["Health & Medical", "health and medical"],
    ["comments\nfrom the\u00a0public ", "comments from the public"],
    ['prohibited by law"', "prohibited by law"],
  ])("%j -> %j", (text, words) => {
    expect(normalizeAnswer(text)).toBe(words);
  });
});

describe("readAnswer", () => {
  it("knows every spelling of its lists, with an answer letter in front and in any case", () => {
    for (const [column, answers] of Object.entries(answerLists) as [
      AnswerColumn,
      Record<string, readonly string[]>,
    ][]) {
      for (const [answer, spellings] of Object.entries(answers)) {
        for (const spelling of spellings) {
          for (const text of [
            spelling,
            `d) ${spelling}`,
            `a) a) ${spelling.toUpperCase()}.`,
            spelling.replaceAll("-", "–"),
          ]) {
            expect([column, text, readAnswer(column, text)]).toEqual([column, text, { kind: "answer", answer }]);
          }
        }
      }
    }
  });

  it("names the columns that an answer in the wrong place belongs to", () => {
    expect(readAnswer("hi_training_established", "b) Development of monitoring protocols is in-progess")).toEqual({
      kind: "wrong-column",
      columns: ["hi_ongoing_monitoring"],
    });
    expect(readAnswer("has_pii", "Usability Testing")).toEqual({
      kind: "wrong-column",
      columns: ["hi_public_consultation"],
    });
    expect(misplacedAnswer("Vendor Purchased")).toEqual(["contracting_usage"]);
  });

  it.each([
    ["development_stage", "Initiated"],
    ["has_pii", "Depends on data sources analyzed"],
    ["has_pii", "In-progress"],
    ["is_withheld", "Yes"],
    ["hi_testing_conducted", "Not applicable"],
    ["hi_testing_conducted", "Yes, mostly"],
    ["hi_testing_conducted", "constructor"],
    ["hi_testing_conducted", "x".repeat(100_000)],
  ] as const)("does not guess: %s = %s", (column, text) => {
    expect(readAnswer(column, text)).toEqual({ kind: "unreadable" });
  });
});
