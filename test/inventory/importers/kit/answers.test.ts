import { describe, expect, it } from "vitest";
import { AnswerForm, AnswerList, namedAnswers } from "../../../../src/inventory/importers/kit/answers.js";

const stages = namedAnswers({ live: ["In use", "Live"], retired: ["Retired", "No longer in use"] });
const reviews = new AnswerList([
  { says: { state: "done" }, spelled: ["Reviewed", "Yes"] },
  { says: { state: "not-done" }, spelled: ["Waived", "No"] },
]);

describe("AnswerList", () => {
  it("knows an answer by its words and says what it means", () => {
    expect(stages.read("in use")).toBe("live");
    expect(reviews.read("waived")).toEqual({ state: "not-done" });
    expect(stages.answers).toEqual([
      { says: "live", spelled: ["In use", "Live"] },
      { says: "retired", spelled: ["Retired", "No longer in use"] },
    ]);
  });

  it("does not guess", () => {
    expect(stages.read("in use since may")).toBeUndefined();
    expect(stages.read("constructor")).toBeUndefined();
    expect(stages.read("")).toBeUndefined();
  });

  it("has no spelling for two answers", () => {
    expect(() => namedAnswers({ yes: ["A-1"], no: ["a – 1"] })).toThrow('"a – 1" is a spelling of two answers.');
    expect(namedAnswers({ yes: ["A-1", "a – 1"] }).read("a 1")).toBe("yes");
  });
});

describe("AnswerForm", () => {
  const form = new AnswerForm(
    [
      ["stage", stages],
      ["review", reviews],
      ["second review", reviews],
    ],
    ["Waived"],
  );

  it("names the other fields that take an answer, in the order of the form", () => {
    expect(form.owners("retired")).toEqual(["stage"]);
    expect(form.owners("reviewed")).toEqual(["review", "second review"]);
    expect(form.owners("reviewed", "review")).toEqual(["second review"]);
  });

  it("names none for words that many fields take, and for words that are not an answer", () => {
    expect(form.owners("yes")).toEqual([]);
    expect(form.owners("waived")).toEqual([]);
    expect(form.owners("something else")).toEqual([]);
    expect(form.owners("retired", "stage")).toEqual([]);
  });
});
