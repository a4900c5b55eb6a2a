import { expect, test } from "vitest";
import { testRules } from "../../src/policy/test.js";

const sources = {
  "slow_test.rego": `package slow_test

test_slow if count([1 | some a in numbers.range(1, 300); some b in numbers.range(1, 3000); a != b]) > 1

test_quick if 0.3 - 0.2 != 0.1
`,
};

test("a test that exceeds the time limit is ended on both evaluators, and the others keep their results", async () => {
  const { tests, errors } = await testRules(sources, { coverage: false, timeLimitMs: 50 });
  expect({ tests, errors }).toEqual({
    tests: [
      {
        package: "slow_test",
        name: "test_slow",
        file: "slow_test.rego",
        row: 3,
        state: "error",
        message: "the test did not end within 50 ms: give it less to do, or more time by --timeout",
      },
      { package: "slow_test", name: "test_quick", file: "slow_test.rego", row: 5, state: "pass" },
    ],
    errors: [],
  });
});

test("under a longer limit the same tests pass", async () => {
  const { tests } = await testRules(sources, { coverage: false, timeLimitMs: 300_000 });
  expect(tests.map(({ name, state, difference }) => [name, state, difference])).toEqual([
    ["test_slow", "pass", undefined],
    ["test_quick", "pass", undefined],
  ]);
});
