/** Every value of the published documents is found where it stands in their XML. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readOscalXml } from "../../support/xml.js";
import { formatPointer } from "../../../src/source/pointer.js";
import { hasStandard, standard, withoutStandard, type Json } from "../../support/project.js";

const documents = [
  "content/examples/ap/xml/ifa_assessment-plan-example.xml",
  "content/examples/ar/xml/ifa_assessment-results-example.xml",
  "content/examples/component-definition/xml/example-component-definition.xml",
  "content/examples/poam/xml/ifa_plan-of-action-and-milestones.xml",
  "content/examples/ssp/xml/ssp-example.xml",
  "content/sp800-53-rev5-v1.3.0/xml/NIST_SP-800-53_rev5_MODERATE-baseline_profile.xml",
];

/** All values with the segments that lead to them. */
function* values(value: Json, segments: readonly (string | number)[] = []): Generator<[(string | number)[], Json]> {
  yield [[...segments], value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* values(inner, [...segments, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The beginning of a text as far as it counts: without tags, and without what layout and Markdown make of blanks and marks. */
function bare(text: string): string {
  return text
    .slice(0, 1000)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

describe.skipIf(!hasStandard)(`places (${withoutStandard})`, () => {
  test.each(documents)("%s", (path) => {
    const text = readFileSync(`${standard}/${path}`, "utf8");
    const { document } = readOscalXml(text, path);
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const misplaced: string[] = [];
    let last = -1;
    let found = 0;
    for (const [segments, value] of values(document?.value as Json)) {
      const pointer = formatPointer(segments);
      const { line, column } = document?.locate(pointer) ?? { line: 0, column: 0 };
      const offset = (starts[line - 1] ?? 0) + column - 1;
      const from = text.slice(offset);
      const isAttribute = from.startsWith('"');
      const shown = typeof value === "object" ? "" : String(value);
      const right = isAttribute
        ? from.startsWith(`"${shown}"`)
        : /^<[a-z]/.test(from) && bare(from).startsWith(bare(shown).slice(0, 20));
      // An element stands behind what is before it in JSON, whose order is that of XML; an attribute somewhere in its start tag.
      if (!right || (!isAttribute && offset < last)) misplaced.push(`${pointer} ${from.slice(0, 40)}`);
      if (!isAttribute) last = offset;
      found += 1;
    }
    expect(misplaced).toEqual([]);
    expect(found).toBeGreaterThan(100);
  });
});
