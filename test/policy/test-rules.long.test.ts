import { expect, test } from "vitest";
import { testRules } from "../../src/policy/test.js";

const sources = {
  "slow_test.rego": `package slow_test

test_slow if count([1 | some a in numbers.range(1, 300); some b in numbers.range(1, 3000); a != b]) > 1

test_quick if 0.3 - 0.2 != 0.1
`,
};

test("a test that exceeds the time limit is ended on both evaluators, and the others keep their results", async () => {
  const { tests, errors } = await testRules(sources, { coverage: false, timeLimitMs: 100 });
  expect({ tests, errors }).toEqual({
    tests: [
      {
        package: "slow_test",
        name: "test_slow",
        file: "slow_test.rego",
        row: 3,
        state: "error",
        message: "the test did not end within 100 ms: give it less to do, or more time by --timeout",
      },
      { package: "slow_test", name: "test_quick", file: "slow_test.rego", row: 5, state: "pass" },
    ],
    errors: [],
  });
});

test("a constant key that the data does not have keeps the tests from running, unless a test gives it", async () => {
  const policy = "package rules.hosting\n\nforbidden if input.place in data.hosting.baned\n";
  const asked = "package hosting_test\n\ntest_allowed if not data.rules.hosting.forbidden\n";
  const of = (given: string): ReturnType<typeof testRules> =>
    testRules(
      { "hosting.rego": policy, "hosting_test.rego": given },
      { coverage: false, data: { hosting: { banned: ["there"] } } },
    );
  expect(await of(asked)).toEqual({
    tests: [],
    coverage: [],
    errors: [
      {
        code: "undefined_key",
        file: "hosting.rego",
        row: 3,
        column: 29,
        message:
          'The reference data.hosting.baned leads nowhere: the data files have no "baned" in data.hosting; did you mean data.hosting.banned?',
      },
    ],
  });
  const replaced = asked.replace("forbidden\n", "forbidden with data.hosting as {}\n");
  expect((await of(replaced)).tests.map(({ state }) => state)).toEqual(["pass"]);
});
