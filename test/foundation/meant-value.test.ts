import { describe, expect, it } from "vitest";
import { meantValue } from "../../src/foundation/meant-value.js";

const answers = ["yes", "no", "unknown"];
const states = ["done", "in-progress", "not-done", "unknown", "not-applicable"];
const evidence = ["draft", "approved", "superseded", "rejected"];
const scope = ["in", "excluded"];

describe("meantValue", () => {
  it.each([
    ["on", answers, "yes"],
    ["Y", answers, "yes"],
    ["Yes", answers, "yes"],
    ["TRUE", answers, "yes"],
    [true, answers, "yes"],
    ["off", answers, "no"],
    ["n", answers, "no"],
    [false, answers, "no"],
    ["unkown", answers, "unknown"],
    ["yes", states, "done"],
    [false, states, "not-done"],
    ["In Progress", states, "in-progress"],
    ["not_done", states, "not-done"],
    ["undone", states, "not-done"],
    ["completed", states, "done"],
    ["n/a", states, "not-applicable"],
    ["dnoe", states, "done"],
    ["aproved", evidence, "approved"],
    ["on", scope, "in"],
    ["included", scope, "in"],
    ["hgih", ["low", "medium", "high"], "high"],
    ["moderate", ["low", "medium", "high"], "medium"],
  ])("takes %j among %j for %j", (value, allowed, meant) => {
    expect(meantValue(value, allowed)).toBe(meant);
  });

  it.each([
    ["unapproved", evidence],
    ["not-approved", evidence],
    ["disaproved", evidence],
    ["acceptable", ["minimal", "limited", "high", "unacceptable", "unknown"]],
    ["unlimited", ["minimal", "limited", "high", "unacceptable", "unknown"]],
    ["not-prohibited", ["prohibited", "high-risk"]],
    ["known", answers],
    ["on", ["no-one", "none", "not"]],
    ["yes", ["low", "medium", "high"]],
    [3, answers],
    [undefined, answers],
  ])("guesses nothing for %j among %j, which would be the contrary or anything", (value, allowed) => {
    expect(meantValue(value, allowed)).toBeUndefined();
  });
});
