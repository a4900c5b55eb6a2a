import { describe, expect, it } from "vitest";
import { limits } from "../../src/foundation/limits.js";
import { readYaml } from "../../src/source/yaml.js";

describe("limits of YAML", () => {
  it("refuses more tokens than memory can hold", () => {
    expect(readYaml("- a\n".repeat(limits.yamlTokens / 4), "a.yaml").at(-1)).toMatchObject({
      diagnostics: [{ code: "file-too-large", severity: "error", line: 400_001, column: 1 }],
    });
  });
});
