import { existsSync } from "node:fs";

import { beforeAll, describe, expect, test } from "vitest";

import type { EntryRule } from "../../../src/policy/rules/entry-modules.js";
import { createInProcessEvaluator } from "../../../src/policy/in-process-evaluator.js";
import type { RuleOutcome } from "../../../src/policy/evaluate/rule-output.js";
import { createEvaluatorPool, startEvaluatorPool } from "../../../src/policy/evaluator-pool.js";
import { projectPath } from "../../support/project.js";
import { compileRules, jsonBytes } from "./compile.js";

const LIMIT = 400;

const BODIES = {
  named:
    'observed contains {"message": sprintf("%s %v", [input.system.name, data.params.limit]), "at": "/system/name"}',
  // Looks at 10^12 triples for the systems that are to loop.
  endless: `observed contains {"message": "counted", "at": ""} if {
	n := object.get(input.system, "loop", 1)
	count([1 | some a in numbers.range(1, n); some b in numbers.range(1, n); some c in numbers.range(1, n); a + b + c < 0]) == 0
}`,
  conflict: 'x := 1\n\nx := 2 if input.system.conflict\n\nobserved contains {"message": sprintf("%d", [x]), "at": ""}',
  organization_rule: 'missing contains {"message": "o", "at": "/organization"}',
};

let wasm: Uint8Array;
let rules: readonly EntryRule[];
const data = { params: { limit: 5 } };

beforeAll(async () => {
  const entry = projectPath("dist/bin/evaluation-worker.js");
  if (!existsSync(entry)) throw new Error("the worker is not built: run `npm run build` first");
  ({ wasm, rules } = await compileRules(BODIES, { organization_rule: "organization" }));
});

interface System {
  readonly name: string;
  readonly loop?: number;
  readonly conflict?: boolean;
}

const input = (system: System): Uint8Array => jsonBytes({ system });
const observed = (message: string, at = ""): RuleOutcome => ({ output: { observed: [{ message, at }] } });

describe("the worker pool", () => {
  test("gives what evaluating on this thread gives, whatever the number of workers, and leaves the inputs alone", async () => {
    const inputs = Array.from({ length: 150 }, (_, i) => input({ name: `S${String(i)}`, conflict: i % 40 === 7 }));
    const before = inputs.map((bytes) => bytes.slice());
    const here = await createInProcessEvaluator({ modules: [{ wasm, data }], rules });
    const expected = await here.evaluate("system", inputs);
    for (const workers of [1, 3]) {
      const pool = await createEvaluatorPool({ modules: [{ wasm, data }], rules, workers });
      const calls = [inputs.slice(0, 1), inputs.slice(1, 100), [], inputs.slice(100)];
      const results = await Promise.all(calls.map((call) => pool.evaluate("system", call)));
      expect(results.flat()).toEqual(expected);
      expect(results.map((result) => result.length)).toEqual([1, 99, 0, 50]);
      expect(await pool.evaluate("organization", [jsonBytes({})])).toEqual([
        new Map([["organization-rule", { output: { missing: [{ message: "o", at: "/organization" }] } }]]),
      ]);
      await pool.close();
    }
    expect(inputs).toEqual(before);
  });

  test("a rule that does not end is stopped, and all others keep their outcomes", async () => {
    const systems: System[] = Array.from({ length: 80 }, (_, i) => ({
      name: `S${String(i)}`,
      ...([3, 4, 50, 60].includes(i) ? { loop: 10_000 } : {}),
    }));
    const late = `did not finish within ${String(LIMIT)} ms`;
    const expected = systems.map(({ name }, i): [string, RuleOutcome][] => [
      ["named", observed(`${name} 5`, "/system/name")],
      [
        "endless",
        i > 50
          ? { error: `given up after 3 subjects for which it ${late}` }
          : i === 3 || i === 4 || i === 50
            ? { error: late }
            : observed("counted"),
      ],
      ["conflict", observed("1")],
    ]);
    for (const workers of [1, 2]) {
      const pool = await createEvaluatorPool({ modules: [{ wasm, data }], rules, workers, timeLimitMs: LIMIT });
      const calls = [systems.slice(0, 30), systems.slice(30)];
      const results = await Promise.all(calls.map((call) => pool.evaluate("system", call.map(input))));
      expect(results.flat().map((outcomes) => [...outcomes])).toEqual(expected);
      await pool.close();
    }
  });

  test("a malformed input is an error of its own rules only", async () => {
    const pool = await createEvaluatorPool({ modules: [{ wasm, data }], rules, workers: 1 });
    const [bad, good] = await pool.evaluate("system", [new TextEncoder().encode("{} {}"), input({ name: "S" })]);
    const error = "the input is not one well-formed JSON object";
    expect([...(bad ?? [])]).toEqual([
      ["named", { error }],
      ["endless", { error }],
      ["conflict", { error }],
    ]);
    expect(good?.get("named")).toEqual(observed("S 5", "/system/name"));
    await pool.close();
  });

  test("a policy that cannot be loaded is refused at once", async () => {
    await expect(
      createEvaluatorPool({
        modules: [{ wasm, data: { x: "y".repeat(3_000_000) } }],
        rules,
        memoryLimitPages: 20,
        workers: 2,
      }),
    ).rejects.toThrow("the policy needs more memory than its limit allows");
  });

  test("a policy that cannot be loaded is a fault of whoever waits or evaluates, where nobody waited for the start", async () => {
    const large = { x: "y".repeat(3_000_000) };
    const pool = startEvaluatorPool({ modules: [{ wasm, data: large }], rules, memoryLimitPages: 20, workers: 2 });
    const fault = "the policy needs more memory than its limit allows";
    const underWay = pool.evaluate("system", [input({ name: "S" })]);
    await expect(underWay).rejects.toThrow(fault);
    await expect(pool.ready).rejects.toThrow(fault);
    await expect(pool.evaluate("system", [])).rejects.toThrow(fault);
    await pool.close();
  });

  test("what is asked before a worker is ready is answered like the rest", async () => {
    const pool = startEvaluatorPool({ modules: [{ wasm, data }], rules, workers: 1 });
    const [outcomes] = await pool.evaluate("system", [input({ name: "S" })]);
    expect(outcomes?.get("named")).toEqual(observed("S 5", "/system/name"));
    await pool.ready;
    await pool.close();
  });

  test("closing rejects what is under way and what comes later", async () => {
    const pool = await createEvaluatorPool({ modules: [{ wasm, data }], rules, workers: 1 });
    const underWay = pool.evaluate("system", [input({ name: "S", loop: 10_000 })]);
    const rejected = expect(underWay).rejects.toThrow("the evaluator is closed");
    await pool.close();
    await rejected;
    await expect(pool.evaluate("system", [])).rejects.toThrow("the evaluator is closed");
  });
});
