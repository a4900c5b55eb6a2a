// The documents that are broken, and the mutants that are made of them; always the same ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonClasses } from "./json-changes.js";
import { select } from "./select.js";
import { xmlClasses } from "./xml-changes.js";
import type { Model } from "../oscal/model.js";
import type { JsonObject } from "./walk.js";

/** An unbroken document. */
interface Original {
  /** Path below ../shared/oscal; for one that was converted, with the ending of the new format. */
  name: string;
  text: string;
  /** Whether mutants are made of it. */
  broken: boolean;
}
export interface Mutant {
  /** Of its file. */
  name: string;
  /** Name of the document that was broken. */
  original: string;
  class: string;
  /** Was done. */
  what: string;
  text: string;
}

/** Names of the classes of both formats, as the tables show them. */
export const classNames: readonly string[] = [...jsonClasses, ...xmlClasses].map(({ name }) => name);

/**
 * @param oscal the folder ../shared/oscal
 * @returns sorted by name
 */
export function originals(oscal: string, toXml: (document: unknown) => { xml: string }): Original[] {
  const names = ["content", "minimal-chain"].flatMap((folder) =>
    readdirSync(join(oscal, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:json|xml)$/.test(name))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  const read = names.sort().map((name) => {
    const text = readFileSync(join(oscal, name), "utf8");
    // A large catalog costs the judges seconds for every mutant, and has nothing that the small one lacks.
    return { name, text, broken: text.length < 100_000 && !name.includes("INVALID") };
  });
  // The chain is there in JSON alone.
  const converted = read
    .filter(({ name }) => name.startsWith("minimal-chain/"))
    .map(({ name, text }) => ({
      name: name.replace(/\.json$/, ".xml"),
      text: toXml(JSON.parse(text)).xml,
      broken: true,
    }));
  return [...read, ...converted];
}

/** @returns by class, in the order of the classes */
export function mutants(documents: Original[], model: Model): Mutant[] {
  const broken = documents.filter((document) => document.broken);
  const inJson = broken
    .filter(({ name }) => name.endsWith(".json"))
    .map((source) => ({ ...source, document: JSON.parse(source.text) as JsonObject, model }));
  const inXml = broken.filter(({ name }) => name.endsWith(".xml"));
  const found = [
    ...jsonClasses.map(({ name, count, find }) => ({
      name,
      count,
      ending: "json",
      candidates: inJson.flatMap((source) => find(source).map((change) => ({ source: source.name, change }))),
    })),
    ...xmlClasses.map(({ name, count, find }) => ({
      name,
      count,
      ending: "xml",
      candidates: inXml.flatMap((source) => find(source.text).map((change) => ({ source: source.name, change }))),
    })),
  ];
  const known = new Set<string>(broken.map(({ text }) => text));
  const made = found.flatMap(({ name, count, ending, candidates }) =>
    select(candidates, count).flatMap(({ source, change }) => {
      const text = change.text();
      if (known.has(text)) return [];
      known.add(text);
      return [{ original: source, class: name, what: change.what, text, ending }];
    }),
  );
  return made.map(({ ending, ...mutant }, index) => ({
    name: `${String(index + 1).padStart(3, "0")}.${ending}`,
    ...mutant,
  }));
}
