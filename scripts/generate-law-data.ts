// Writes rules/reference/*/data.json, the legal dates and periods that rules read as `data.reference`, from the catalog of the EU AI Act and
// from catalog/reference.
//   node scripts/run.mjs scripts/generate-law-data.ts           write the tables
//   node scripts/run.mjs scripts/generate-law-data.ts --check   write nothing; exit 1 when one is missing or stale
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { applicationTable } from "../src/law/application-dates.js";
import type { Catalog } from "../src/oscal/model/generated/types.js";
import { elementTable, type Elements } from "./law/elements.js";
import { reportingTable, type ReportingEntry } from "./law/reporting.js";
import { retentionTable, type RetentionEntry } from "./law/retention.js";
import { root } from "./project.js";

const { catalog } = read("catalog/eu-ai-act.json") as { readonly catalog: Catalog };
const retention = read("catalog/reference/retention.json") as { readonly entries: readonly RetentionEntry[] };
const { elements } = read("catalog/reference/elements.json") as {
  readonly elements: Readonly<Record<string, Elements>>;
};
const reporting = read("catalog/reference/reporting.json") as { readonly entries: readonly ReportingEntry[] };

const tables: Readonly<Record<string, unknown>> = {
  eu_ai_act: { ...applicationTable(catalog), elements: elementTable(catalog, elements) },
  retention: retentionTable(retention.entries),
  reporting: reportingTable(reporting.entries),
};

for (const [name, table] of Object.entries(tables)) {
  const path = `rules/reference/${name}/data.json`;
  const file = join(root, path);
  const text = await format(JSON.stringify(table), { ...(await resolveConfig(file)), filepath: file });
  const current = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (current === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`${path} is stale: run npm run generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
