import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { decodeUtf8 } from "../../src/source/decode.js";
import { readJson } from "../../src/source/json.js";
import { readXml } from "../support/xml.js";
import { readYaml } from "../../src/source/yaml.js";
import { misplaced, mutate, numbersFrom } from "../support/byte-mutations.js";
import { sharedPath } from "../support/project.js";
import { runs } from "../support/runs.js";

const examples = "oscal/content/examples";

const ownJson = JSON.stringify(
  {
    "component-definition": {
      uuid: "8b6f2c1e-3d57-4a0b-9c41-5f2f6f0f7a10",
      metadata: { title: "Prüfung „Ä“ \u{1f600}", version: "1.0", "oscal-version": "1.1.2", published: null },
      components: [
        { title: "A: b # c", props: [{ name: "n", value: "a\\b\n\tc \"d\" 'e'" }], "control-implementations": [] },
        { title: "- & * ! | > % @ `", numbers: [0, -1.5e10, 0.1], flags: [true, false], links: {} },
      ],
    },
  },
  undefined,
  2,
);

const ownXml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment -->
<component-definition xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="8b6f2c1e-3d57-4a0b-9c41-5f2f6f0f7a10">
  <metadata xml:lang='de'><title>Prüfung „Ä“ \u{1f600}</title>\r
    <?instruction with="text"?><version>1.0</version></metadata>
  <component><description><p>A &lt; B &amp; C &#x41; <em>so</em> <![CDATA[<raw> & ]] text]]></p></description>
    <prop name="n" value="a&quot;b"/>
  </component>
</component-definition>
`;

const ownYaml = `%YAML 1.2
---
# a comment
component-definition: &whole
  title: "Prüfung \\u00c4 \u{1f600}"
  text: |-
    line one

      line two
  folded: >+
    one
    two

  flow: {a: [1, -2.5e3, null, ~], 'it''s': !!str yes, "b": c, ? d : e}
  list:
    - &none none
    - - nested
      - ? one
        : value
    - *none
    - 2026-08-01
...
---
${ownJson}
`;

type Read = (text: string) => readonly { readonly found: boolean; readonly diagnostics: readonly Diagnostic[] }[];

interface Format {
  readonly name: string;
  readonly real: string;
  readonly own: string;
  readonly read: Read;
}

const formats: Format[] = [
  {
    name: "JSON",
    real: `${examples}/ssp/json/ssp-example.json`,
    own: ownJson,
    read: (text) => {
      const { document, diagnostics } = readJson(text, "a.json");
      return [{ found: document !== undefined && document.locate("/component-definition").line > 0, diagnostics }];
    },
  },
  {
    name: "XML",
    real: `${examples}/ssp/xml/ssp-example.xml`,
    own: ownXml,
    read: (text) => {
      const { xml, diagnostics } = readXml(text, "a.xml");
      return [{ found: xml !== undefined && text.startsWith("<", xml.root.offset), diagnostics }];
    },
  },
  {
    name: "YAML",
    real: "samples/nl-amt-system-card/assessments/iama.yaml",
    own: ownYaml,
    read: (text) =>
      readYaml(text, "a.yaml").map(({ document, diagnostics }) => ({
        found: document !== undefined && document.locate("/component-definition").line > 0,
        diagnostics,
      })),
  },
];

const count = runs(500, 10_000);

describe("a document with changed bytes", () => {
  it.each(formats)("is read, or refused with a place in it: $name", (format) => {
    const path = sharedPath(format.real);
    // The real document where it is there; our own beside it, which uses more of the format.
    const originals = [format.own, ...(existsSync(path) ? [readFileSync(path, "utf8")] : [])];
    for (const text of originals) expect(format.read(text).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);

    const next = numbersFrom(20_260_801);
    const wrong: unknown[] = [];
    let accepted = 0;
    let refused = 0;
    for (let number = 0; number < count; number += 1) {
      let bytes: Buffer = Buffer.from(originals[number % originals.length] ?? "");
      for (let times = 1 + next(3); times > 0; times -= 1) bytes = mutate(bytes, next);
      try {
        const text = decodeUtf8(bytes, "a");
        const isText = typeof text === "string";
        const results = isText ? format.read(text) : [{ found: false, diagnostics: [text] }];
        const lines = isText ? text.split(/\r\n|\r|\n/) : bytes.toString("utf8").split("\n");
        if (results.length === 0) wrong.push({ number, results });
        for (const { found, diagnostics } of results) {
          if (found === diagnostics.length > 0) wrong.push({ number, found, diagnostics });
          for (const diagnostic of diagnostics) if (misplaced(diagnostic, lines)) wrong.push({ number, diagnostic });
          if (found) accepted += 1;
          else refused += 1;
        }
      } catch (error) {
        wrong.push({ number, error });
      }
    }
    expect(wrong).toEqual([]);
    expect(accepted).toBeGreaterThan(count / 20);
    expect(refused).toBeGreaterThan(count / 4);
  });
});
