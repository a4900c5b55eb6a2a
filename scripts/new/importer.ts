import { existsSync } from "node:fs";
import { join } from "node:path";
import { callableNameFor } from "./name.js";
import { Registry } from "./registry.js";
import { Refusal, textOf, type Scaffold } from "./scaffold.js";

const registryPath = "src/inventory/importers.ts";

/** A new importer: a table with four columns, to be rewritten. @throws Refusal */
export function importerScaffold(root: string, format: string): Scaffold {
  const { kebab, camel, pascal, words } = callableNameFor("The importer", format);
  const folder = `src/inventory/importers/${kebab}`;
  if (existsSync(join(root, folder))) throw new Refusal(`${folder} is there already.`);
  const source = `${folder}/importer.ts`;
  const test = `test/inventory/importers/${kebab}.test.ts`;
  const registry = new Registry(registryPath, textOf(root, registryPath));
  registry.addProperty(
    "importers",
    kebab,
    `{
      summary: "inventory in the format ${kebab}, CSV with four columns",
      load: async (): Promise<Importer> => (await import("./importers/${kebab}/importer.js")).${camel},
    }`,
  );
  return {
    made: { [source]: importerText(kebab, camel, pascal, words), [test]: testText(kebab, camel) },
    changed: { [registryPath]: registry.text },
    next: [
      `Say in ${source} how records are read and which field goes where; src/inventory/importers/README.md has the steps.`,
      `Write its line of help in ${registryPath}, and a small sample of your own making in ${test}.`,
      "Run npm run build and npx vitest run test/inventory.",
    ],
  };
}

function importerText(kebab: string, camel: string, pascal: string, words: string): string {
  return `import type { Fact, ImportedSystem, Importer, ImportSession } from "../importer.js";
import { DescriptorDraft } from "../kit/draft.js";
import { FieldReader, type Conventions } from "../kit/field-reader.js";
import { takeFields, text, type FieldRule } from "../kit/field-table.js";
import { reportId } from "../kit/id-oddities.js";
import { IdRegistry, slug } from "../kit/ids.js";
import type { SourceRecord } from "../kit/record.js";

const columns = ["id", "name", "unit", "purpose"] as const;

const conventions: Conventions = { dates: "iso" };

/** Which column goes where in the descriptor, in the order of its schema; its id and its name come before. */
const fields: readonly FieldRule<(typeof columns)[number]>[] = [
  text(["unit"], "unit"),
  text(["purpose", "problem"], "purpose"),
];

/** The format ${kebab}: one record a system. */
export const ${camel}: Importer = {
  reads: { kind: "csv", columns },
  workspace: {
    organization: { id: "${kebab}", name: "${words}", description: "Whose systems the imported inventory holds." },
    profile: "iso-42001-starter",
  },
  start: (importer) => new ${pascal}Import(importer),
};

class ${pascal}Import implements ImportSession {
  readonly #importer: string;
  readonly #ids = new IdRegistry();
  readonly #units = new Set<string>();

  constructor(importer: string) {
    this.#importer = importer;
  }

  add(record: SourceRecord): ImportedSystem {
    const reader = new FieldReader(record, conventions);
    const [written, unit] = [reader.found("id"), reader.found("unit")];
    const assigned = this.#ids.assign({
      unit,
      written,
      name: reader.found("name"),
      identity: [unit, reader.found("name")],
      content: () => columns.map((column) => reader.found(column)),
      line: record.place.line,
    });
    const scope = "the same unit";
    reportId(reader, assigned, { id: "id", name: "name", unit: scope, scope, content: "every cell" });
    const draft = new DescriptorDraft();
    draft.put(["kind"], "system");
    draft.put(["id"], assigned.id, reader.source("id", assigned.id));
    const name = reader.text("name") ?? assigned.id;
    draft.put(["name"], name, reader.source("name", name));
    takeFields(fields, reader, draft);
    if (unit !== "") this.#units.add(unit);
    return {
      descriptor: draft.finish(this.#importer, record.place),
      group: slug(unit, 40) || "no-unit",
      oddities: reader.oddities(written, assigned.id),
    };
  }

  units(): readonly string[] {
    return [...this.#units].sort();
  }

  facts(): readonly Fact[] {
    return [];
  }
}
`;
}

function testText(kebab: string, camel: string): string {
  return `import { describe, expect, it } from "vitest";
import type { ImportedSystem } from "../../../src/inventory/importers.js";
import { ${camel} } from "../../../src/inventory/importers/${kebab}/importer.js";
import { schemaErrors } from "./validate-system.js";

function importRecord(fields: Readonly<Record<string, string>>): ImportedSystem {
  const place = { file: "inventory.csv", record: 1, line: 2 };
  const imported = ${camel}.start("${kebab}").add({ place, fields });
  expect(schemaErrors("system")(imported.descriptor)).toBe("");
  return imported;
}

const provenance = {
  importer: "${kebab}",
  file: "inventory.csv",
  record: 1,
  line: 2,
  confidence: "declared",
};

describe("${kebab}", () => {
  it("takes every column over, with its place", () => {
    expect(importRecord({ id: "7", name: "Ranker", unit: "Search", purpose: "Orders results." })).toEqual({
      descriptor: {
        kind: "system",
        id: "search-7",
        name: "Ranker",
        unit: "Search",
        purpose: { problem: "Orders results." },
        provenance: {
          default: provenance,
          fields: {
            "/id": { column: "id", value: "7" },
            "/name": { column: "name" },
            "/unit": { column: "unit" },
            "/purpose/problem": { column: "purpose" },
          },
        },
      },
      group: "search",
      oddities: [],
    });
  });

  it("leaves blanks out, and says where an id is missing", () => {
    const { descriptor, group, oddities } = importRecord({ id: "", name: "Ranker", unit: "", purpose: " " });
    const id = expect.stringMatching(/^unit-x-ranker-[0-9a-f]{8}$/);
    expect({ descriptor, group }).toEqual({
      descriptor: {
        kind: "system",
        id,
        name: "Ranker",
        provenance: { default: provenance, fields: { "/id": { column: "id" }, "/name": { column: "name" } } },
      },
      group: "no-unit",
    });
    expect(oddities).toEqual([
      {
        code: "missing-id",
        severity: "info",
        message: expect.stringMatching(/^The record has no id; the descriptor is called unit-x-ranker-/),
        record: 1,
        line: 2,
        id: "",
        system: id,
        column: "id",
      },
    ]);
  });
});
`;
}
