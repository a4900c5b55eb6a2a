import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { it } from "vitest";
it("x", async () => {
  const t0 = performance.now();
  const c = await loadRegoCompiler();
  console.log("load", performance.now() - t0);
  const src = 'package a\nimport data.params\np contains {"message": sprintf("%v %s", [input.x, params.k]), "at": "/"} if input.x > 1\n';
  for (let i=0;i<3;i++) { const t = performance.now();
  const r = c.compile({modules: {"a.rego": src}, entrypoints: ["a/p"]});
  console.log(performance.now() - t, r);}
  console.log(JSON.stringify(c.inspect({modules: {"a.rego": src}})));
  console.log(JSON.stringify(c.evaluate({query: "x := 1 + 9007199254740993"})));
  console.log(JSON.stringify(c.evaluate({query: "x := "})));
  console.log(c.check({modules: {"a.rego": src.replace("input.x >", "input.y >")}, inputSchemas: {s: {type: "object", properties: {x: {type: "number"}}, additionalProperties: false}}, inputSchemaOf: {"a.rego": "s"}}));
  console.log(process.memoryUsage().rss / 1e6);
});
