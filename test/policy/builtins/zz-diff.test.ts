import { test } from "vitest";
import { compare } from "/work/main/test/policy/builtins/differential.ts";
import * as calls from "/work/main/test/policy/builtins/calls.ts";
test("diff", async () => {
  for (const [name, list] of Object.entries(calls)) {
    if (!Array.isArray(list)) continue;
    let result;
    try { result = await compare(list, calls.callInput); } catch (e) { console.log(name, String(e).slice(0, 900)); continue; }
    const bad = result.filter((c) => c.opa !== c.wasm);
    console.log(name, list.length, "bad", bad.length, "undefined", result.filter(c=>c.opa===null).length);
    for (const b of bad.slice(0, 25)) console.log("   ", b.expression, "\n      opa ", b.opa, "\n      wasm", b.wasm);
  }
}, 100000);
