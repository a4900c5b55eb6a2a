import { join } from "node:path";
import { expect, test } from "vitest";
import { judgeChanges, type AskTests } from "../../../src/policy/mutants.js";
import { temporaryFolder } from "../../support/folder.js";

const rule = `package own.adult

import data.own.lib

adult if lib.years(input) >= 18

known contains "Known." if input.age
`;
const library = `package own.lib

years(person) := person.age
`;
const tests = `package own.adult_test

import data.own.adult

test_adult if adult.adult with input as {"age": 30}

test_child if not adult.adult with input as {"age": 4}

test_known if adult.known == {"Known."} with input as {"age": 4}

test_unknown if adult.known == set() with input as {}
`;
const sources = { "adult.rego": rule, "adult_test.rego": tests, "lib.rego": library };
const options = { data: {}, timeLimitMs: 10_000 };

test("changes at a boundary survive where no test asks for it; every other change is noticed", async () => {
  const [judged] = await judgeChanges(sources, { ...options, files: ["adult.rego"] });
  const survivors = (judged?.mutants ?? []).filter(({ state }) => state === "survived");
  expect(survivors).toEqual([
    { kind: "comparison", change: ">= to >", row: 5, line: "adult if lib.years(input) >= 18", state: "survived" },
    { kind: "number", change: "18 to 19", row: 5, line: "adult if lib.years(input) >= 18", state: "survived" },
    { kind: "number", change: "18 to 17", row: 5, line: "adult if lib.years(input) >= 18", state: "survived" },
  ]);
  // The test that noticed the last change is asked first about the next one.
  expect(
    judged?.mutants.filter(({ state }) => state === "noticed").map(({ change, test: by }) => [change, by]),
  ).toEqual([
    ["lib.years(input) >= 18 dropped", "data.own.adult_test.test_child"],
    [">= to <", "data.own.adult_test.test_child"],
    ['known contains "Known." if input.age dropped', "data.own.adult_test.test_known"],
    ['"Known." changed', "data.own.adult_test.test_known"],
    ["input.age dropped", "data.own.adult_test.test_unknown"],
  ]);
});

test("a change that keeps a test from ending is noticed, and the others are asked all the same", async () => {
  const slow = `package slow

answer := count([1 | some a in numbers.range(1, 6000); a < 2; some b in numbers.range(1, 6000); a == b])

other := 1 if input.x == 1
`;
  const asked = `package slow_test

import data.slow

test_answer if slow.answer == 1

test_other if slow.other == 1 with input as {"x": 1}
`;
  const quick = { data: {}, timeLimitMs: 1500, files: ["slow.rego"] };
  const [judged] = await judgeChanges({ "slow.rego": slow, "slow_test.rego": asked }, quick);
  const stateOf = (change: string): string | undefined => judged?.mutants.find((each) => each.change === change)?.state;
  expect(["a < 2 dropped", "== to !=", "input.x == 1 dropped"].map(stateOf)).toEqual([
    "noticed",
    "noticed",
    "survived",
  ]);
});

test("nothing is changed where the tests do not pass beside the changes", async () => {
  const failing = { ...sources, "adult_test.rego": `${tests}\ntest_wrong if adult.adult with input as {"age": 1}\n` };
  const [judged] = await judgeChanges(failing, { ...options, files: ["adult.rego"] });
  expect(judged).toEqual({
    file: "adult.rego",
    package: "own.adult",
    tests: 5,
    mutants: [],
    unusable: "the test test_wrong does not pass when the rule is compiled beside its changes",
  });
});

test("a module's answers are those that it has alone, whatever is changed beside it", async () => {
  const all = await judgeChanges(sources, { ...options, files: ["adult.rego", "lib.rego"] });
  const alone = await judgeChanges(sources, { ...options, files: ["adult.rego"] });
  expect(all.find(({ file }) => file === "adult.rego")).toEqual(alone[0]);
});

test("what is kept of a module is taken for as long as nothing that it depends on changes", async () => {
  const folder = join(temporaryFolder(), "kept");
  const asked = { ...options, files: ["adult.rego"], keptIn: folder };
  const judged = await judgeChanges(sources, asked);
  expect(await judgeChanges(sources, asked)).toEqual(judged);

  // A run that is out of time before it begins says only what was kept.
  const hurried = { ...asked, budgetMs: -1 };
  expect(await judgeChanges(sources, hurried)).toEqual(judged);
  for (const [file, text] of Object.entries(sources)) {
    expect(await judgeChanges({ ...sources, [file]: `${text}\nother := 1\n` }, hurried)).toEqual([]);
  }
  expect(await judgeChanges({ ...sources, "apart.rego": "package own.apart\n" }, hurried)).toEqual(judged);
  expect(await judgeChanges(sources, { ...hurried, data: { limit: 1 } })).toEqual([]);
});

test("an object whose keys are looked up is changed like any other, and so is one of sets", async () => {
  const owners = `package own.owners

owner_of[system.id] := system.owner if some system in input.systems

systems_of[person] contains number if {
	some number, system in input.systems
	person := system.owner
}
`;
  const asked = `package own.owners_test

import data.own.owners

test_owner if owners.owner_of == {"a": "Ann"} with input.systems as [{"id": "a", "owner": "Ann"}]

test_systems if owners.systems_of == {"Ann": {0, 1}} with input.systems as [{"owner": "Ann"}, {"owner": "Ann"}]
`;
  const files = { "owners.rego": owners, "owners_test.rego": asked };
  const [judged] = await judgeChanges(files, { ...options, files: ["owners.rego"] });
  expect(judged?.mutants.map(({ change, state }) => [change, state])).toEqual([
    ["some system in input.systems dropped", "refused"],
    ["systems_of[person] contains number if { some number, syst... dropped", "noticed"],
  ]);
});

test("somebody else may ask the tests, and what is kept of the answers is for them alone", async () => {
  const all = { ...options, files: ["adult.rego"], keptIn: temporaryFolder() };
  const noticing = (name: string, test: string): AskTests => ({
    name,
    ask: ({ jobs }, tell) => {
      for (const { file, mutants } of jobs) {
        for (const { id } of mutants) tell({ file, id, outcome: { kind: "noticed", test } });
      }
      return Promise.resolve();
    },
  });
  const whoNoticed = async (ask: AskTests): Promise<unknown> => {
    const [judged] = await judgeChanges(sources, { ...all, ask });
    return [...new Set(judged?.mutants.map(({ state, test: by }) => `${state} by ${String(by)}`))];
  };
  expect(await whoNoticed(noticing("one", "a"))).toEqual(["noticed by a"]);
  expect(await whoNoticed(noticing("one", "b"))).toEqual(["noticed by a"]);
  expect(await whoNoticed(noticing("other", "b"))).toEqual(["noticed by b"]);
});
