import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { readSarif } from "../support/sarif.js";

describe("an assessment with more results than GitHub takes", () => {
  it("warns of that at the SARIF file, or without a place on standard output", async () => {
    const lines = Array.from(
      { length: 2_600 },
      (_, index) => `{"kind":"system","id":"s${String(index)}","name":"S"}\n`,
    );
    const folder = temporaryFolder({
      "organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
      "systems/many.ndjson": lines.join(""),
    });
    const args = ["assess", "--as-of", "2026-11-01", "--profile", "iso-42001-starter"];
    const { code, stderr } = await aimsHere([...args, "--output", "sarif=a.sarif"], folder);
    const { results } = readSarif(readFileSync(join(folder, "a.sarif"), "utf8"));
    const message = `warning output-over-limit: The report has ${String(results.length)} results; GitHub refuses more than 25000.`;
    expect([code, results.length > 25_000, stderr]).toEqual([0, true, expect.stringContaining(`a.sarif: ${message}`)]);
    const onStream = await aimsHere([...args, "--output", "sarif"], folder);
    expect(onStream.stderr).toContain(`\n${message}`);
    const without = await aimsHere([...args, "--output", "junit=a.xml"], folder);
    expect(without.stderr).not.toContain("output-over-limit");
  });
});
