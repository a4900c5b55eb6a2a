import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectRoot, projectText } from "../support/project.js";

describe("the package as a library", () => {
  it("prints what is open by the example in the README", () => {
    const example = /<!-- example:library -->\s+```js\n([^]*?)```/.exec(projectText("README.md"))?.[1] ?? "";
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", example], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toContain(
      "examples/meridian-bank/systems/aml-alert-triage.yaml:32 high-impact-impact-assessment: The impact assessment is in progress.",
    );
  });
});
