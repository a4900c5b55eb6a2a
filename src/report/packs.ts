import { printable } from "../foundation/printable.js";
import { textTable } from "./table.js";

/** A pack as a list shows it, in the words of the run that found it. */
export interface ShownPack {
  readonly name: string;
  readonly source: string;
  readonly version?: string;
  readonly sha256: string;
  readonly state: "locked" | "changed" | "not-locked";
  readonly rules: number;
  readonly documents: readonly string[];
}

const states = { locked: "locked", changed: "changed", "not-locked": "not locked" } as const;

/** For people: packs as a table, and below it the catalogs and profiles that they hold. */
export function packsText(packs: readonly ShownPack[], width?: number): string[] {
  const columns = [
    { title: "PACK" },
    { title: "VERSION" },
    { title: "RULES", align: "right" as const },
    { title: "STATE" },
    { title: "SHA-256" },
    { title: "FROM", shrinks: true },
  ];
  const rows = packs.map(({ name, version = "", rules, state, sha256, source }) =>
    [name, version, String(rules), states[state], sha256.slice(0, 12), source].map(printable),
  );
  const documents = packs.flatMap((pack) => pack.documents);
  const list = documents.length === 0 ? [] : ["", "Catalogs and profiles:", ...documents.map((each) => `  ${each}`)];
  return [...textTable(columns, rows, width), ...list].map((line) => `${line}\n`);
}
