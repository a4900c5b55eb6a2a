import { describe, expect, it } from "vitest";
import { changesOf, withChange } from "../../../src/policy/mutants/changes.js";
import { affectedNames, declarationsOf } from "../../../src/policy/mutants/statements.js";
import { projectText } from "../../support/project.js";

const told = (text: string): string[] =>
  changesOf(text).map(({ row, kind, words }) => `${String(row)} ${kind}: ${words}`);

describe("the changes of a module", () => {
  it("are of its conditions, values and limits, one place at a time", () => {
    const text = `package a

import data.lib.dates

limit := data.params["max-age"]

late contains "Late." if {
	some date in input.dates
	not dates.recent(date)
	dates.age(date) >= limit
}
`;
    expect(told(text)).toEqual([
      '5 parameter: data.params["max-age"] + 1',
      '5 parameter: data.params["max-age"] - 1',
      expect.stringMatching(/^7 clause: late contains "Late\." if \{.* dropped$/),
      '7 text: "Late." changed',
      '9 negation: "not" dropped',
      "9 condition: not dates.recent(date) dropped",
      "10 condition: dates.age(date) >= limit dropped",
      "10 comparison: >= to >",
      "10 comparison: >= to <",
    ]);
  });

  it("are of what is handed to a function and of lists, and leave keys, comments and names alone", () => {
    const text = `package a
# METADATA
# title: 1 < 2 is true
verdict := duty.role({
	"name": "the owner", # "not" here
	"roles": ["a", "b"],
	"asked": true,
})
`;
    expect(told(text)).toEqual([
      expect.stringMatching(/^5 key: "name": "the owner" dropped$/),
      '5 text: "the owner" changed',
      '6 key: "roles": ["a", "b"] dropped',
      '6 text: "a" changed',
      '6 entry: "a" dropped',
      '6 text: "b" changed',
      '6 entry: "b" dropped',
      '7 key: "asked": true dropped',
      "7 boolean: true to false",
    ]);
  });

  it("take comprehensions and every apart from sets and objects", () => {
    const text = `package a
all_in if every x in {1, 2} {
	x < 3
}
few := {x | some x in input.list; x > 0}
both := {"a"} | {"b"}
`;
    expect(told(text).filter((each) => /condition|arithmetic|negation/.test(each))).toEqual([
      "2 condition: every x in {1, 2} { x < 3 } dropped",
      "3 condition: x < 3 dropped",
      "5 condition: x > 0 dropped",
      "6 arithmetic: | to &",
    ]);
  });

  it("change what they say they change, on their row, and nothing else", () => {
    for (const name of ["operation/log-retention", "lib/dates", "lib/duty/review", "lib/scope"]) {
      const text = projectText(`rules/${name}.rego`);
      for (const change of changesOf(text)) {
        const changed = withChange(text, change);
        expect(changed).not.toBe(text);
        expect(text.slice(0, change.offset).split("\n").length).toBe(change.row);
        expect(changed.slice(0, change.offset)).toBe(text.slice(0, change.offset));
        expect(changed.slice(change.offset + change.replacement.length)).toBe(
          text.slice(change.offset + change.length),
        );
      }
    }
  });
});

describe("what a change affects", () => {
  const original = declarationsOf("package a\n\none := 1\n\ntwo := one + 1\n\nthree := input.one\n");

  it("is the name that is declared otherwise, and those that use it", () => {
    const changed = declarationsOf("package a\n\none := 2\n\ntwo := one + 1\n\nthree := input.one\n");
    expect([...affectedNames(original, changed)]).toEqual(["one", "two"]);
  });

  it("is nothing where nothing is changed", () => {
    expect([...affectedNames(original, original)]).toEqual([]);
  });
});
