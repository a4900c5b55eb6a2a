import { describe, expect, it } from "vitest";
import { advance, atStart } from "../../scripts/fuzz/fuzz.js";
import { yamlReaders } from "../../scripts/fuzz/yaml.js";

describe("the reader of plain YAML", () => {
  it("agrees with the library about 100,000 changed texts", () => {
    const { accepted, found } = advance(yamlReaders, atStart("yaml", 20_261_130), 100_000);
    expect(found).toEqual([]);
    expect(accepted).toBeGreaterThan(33_333);
  });
});
