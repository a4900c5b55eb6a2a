import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../support/project.js";

describe("a process with the compiler", () => {
  it("ends, also after a time limit was set", () => {
    const built = projectPath("dist/policy/compiler/rego-compiler.js");
    if (!existsSync(built)) throw new Error("build first: npm run build");
    const script = `
      import { loadRegoCompiler } from ${JSON.stringify(built)};
      const rego = await loadRegoCompiler();
      const { tests } = rego.test({ modules: { "a_test.rego": "package a\\n\\ntest_b if true\\n" }, timeLimit: 60000 });
      console.log(tests.length);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "1\n", stderr: "" });
  });
});
