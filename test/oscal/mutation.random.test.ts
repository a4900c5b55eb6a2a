import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toYaml } from "../../src/oscal/codec/to-yaml.js";
import { readOscal, type OscalFormat } from "../../src/oscal/read.js";
import { diagnoseOscal } from "../../src/oscal/diagnose.js";
import { decodeUtf8 } from "../../src/source/decode.js";
import { misplaced, mutate, numbersFrom } from "../support/byte-mutations.js";
import { sharedPath } from "../support/project.js";
import { runs } from "../support/runs.js";

const folder = sharedPath("oscal/content/examples/component-definition");
const json = join(folder, "json/example-component-definition.json");
const xml = join(folder, "xml/example-component-definition.xml");

/** NIST publishes no YAML: the same document, written by aims. */
const originals: Readonly<Record<OscalFormat, () => Buffer>> = {
  json: () => readFileSync(json),
  xml: () => readFileSync(xml),
  yaml: () => Buffer.from(toYaml(JSON.parse(readFileSync(json, "utf8")))),
};

const count = runs(300, 10_000);

describe("an OSCAL document with changed bytes", () => {
  it.skipIf(!existsSync(folder)).each(["json", "xml", "yaml"] as const)(
    "is read and checked, or refused with a place in it: %s (needs ../shared)",
    async (format) => {
      const original = originals[format]();
      const next = numbersFrom(20_261_121);
      const wrong: unknown[] = [];
      let checked = 0;
      let valid = 0;
      for (let number = 0; number < count; number += 1) {
        const bytes = mutate(original, next);
        try {
          const { document, diagnostics } = await readOscal(bytes, `a.${format}`);
          const found = document === undefined ? [] : await diagnoseOscal(document);
          if (document === undefined && diagnostics.length === 0) wrong.push({ number, diagnostics });
          if (document !== undefined) checked += 1;
          if (document !== undefined && ![...diagnostics, ...found].some(({ severity }) => severity === "error"))
            valid += 1;
          // Bytes that are not text have lines too: up to the next line feed.
          const text = decodeUtf8(bytes, "a");
          const lines = typeof text === "string" ? text.split(/\r\n|\r|\n/) : bytes.toString("utf8").split("\n");
          for (const diagnostic of [...diagnostics, ...found])
            if (misplaced(diagnostic, lines)) wrong.push({ number, diagnostic });
        } catch (error) {
          wrong.push({ number, error });
        }
      }
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(checked).toBeGreaterThan(count / 20);
      expect(count - valid).toBeGreaterThan(count / 4);
    },
  );
});
