import { expect, it } from "vitest";
import { advance, atStart } from "../../scripts/fuzz/fuzz.js";
import { xmlReaders } from "../../scripts/fuzz/xml.js";
import { runs } from "../support/runs.js";

it("the scanner of XML never reads otherwise than the parser", () => {
  const steps = runs(500, 100_000);
  const { found, accepted } = advance(xmlReaders, atStart("xml", 20_261_130), steps);
  expect(found).toEqual([]);
  expect(accepted / steps).toBeGreaterThan(0.3);
});
