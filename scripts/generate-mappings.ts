// Writes catalog/mappings/*.json, the OSCAL mapping collections, from scripts/mappings/*.yaml, where people write them.
//   node scripts/run.mjs scripts/generate-mappings.ts           write the collections
//   node scripts/run.mjs scripts/generate-mappings.ts --check   write nothing; exit 1 when one is missing or stale
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import type { Catalog } from "../src/oscal/model/generated/types.js";
import { mappingCollection } from "./mappings/collection.js";
import { laidOut } from "./mappings/layout.js";
import type { CollectionSource } from "./mappings/source.js";
import { root } from "./project.js";

const names = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
const text = (path: string): string => readFileSync(join(root, path), "utf8");

const catalogs = new Map(
  names("catalog", ".json").map((name) => [
    name,
    (JSON.parse(text(`catalog/${name}.json`)) as { readonly catalog: Catalog }).catalog,
  ]),
);

for (const name of names("scripts/mappings", ".yaml")) {
  const path = `catalog/mappings/${name}.json`;
  const file = join(root, path);
  const written = parse(text(`scripts/mappings/${name}.yaml`)) as CollectionSource;
  const document = { "mapping-collection": mappingCollection(name, written, catalogs) };
  const made = laidOut(document);
  const current = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (current === made) continue;
  if (process.argv.includes("--check")) {
    console.error(`${path} is stale: run npm run generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made);
  }
}
