import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/codes/mapping-tables.js";
import { by } from "../foundation/order.js";
import { projectNamespace, uuidV5 } from "../foundation/uuid.js";
import {
  oscalVersion,
  type Catalog,
  type GapSummary,
  type Mapping,
  type MappingCollection,
  type MappingEntry,
  type MappingItem,
  type Property,
} from "../oscal/model.js";
import { line, markup } from "../oscal/plain-text.js";
import { aimsNamespace } from "../oscal/properties.js";
import type { CsvTable } from "../source/csv-table.js";
import type { SourceDocument } from "../source/document.js";
import { columnsOf } from "./conversion/columns.js";
import { CatalogNames, type NamedItem } from "./conversion/names.js";
import { RowReader, type PairRow } from "./conversion/rows.js";
import { TableDocument } from "./conversion/table-document.js";
import { frameworkOf } from "./framework.js";
import type { MappingStatus } from "./mapping.js";
import type { MatchingRationale, NamedColumns } from "./table-columns.js";

/** A catalog on one side of a table. */
export interface ConversionSide {
  readonly catalog: Catalog;
  /** As references to its controls begin, or as people know it. */
  readonly framework: string;
  /** By which the collection names it. */
  readonly href: string;
}

/** How a table becomes a mapping collection. */
export interface ConversionOptions {
  readonly source: ConversionSide;
  readonly target: ConversionSide;
  readonly columns: NamedColumns;
  /** Whether controls that are named are mapped by their statement, where they have exactly one. */
  readonly statements: boolean;
  /** Whether controls without a pair are listed as gaps. */
  readonly gaps: boolean;
  /** Made of the titles of the catalogs unless given. */
  readonly title?: string;
  readonly version: string;
  readonly lastModified: string;
  readonly status: MappingStatus;
  readonly method: "human" | "automation" | "hybrid";
  readonly matchingRationale: MatchingRationale;
}

/** A mapping collection that was made of a table, with the places in the table. */
export interface ConvertedTable {
  readonly document: SourceDocument & { readonly value: { readonly "mapping-collection": MappingCollection } };
  readonly pairs: number;
  /** Controls that are listed without counterpart, on both sides. */
  readonly gaps: number;
}

/**
 * Makes an OSCAL mapping collection of a table. Its uuids follow from what the pairs relate: the order of rows changes nothing but the
 * order of pairs, and a pair whose relationship changes keeps its uuid.
 */
export function convertTable(table: CsvTable, options: ConversionOptions): Reading<ConvertedTable> {
  const columns = columnsOf(table, options.columns);
  if (hasErrors(columns.problems)) return { problems: columns.problems };
  const sides = { source: sideOf(options.source), target: sideOf(options.target) };
  const read = new RowReader(table, columns, sides).read();
  const identity = new Identity(options);
  const maps = read.pairs.map((pair) => mapOf(pair, options, identity));
  const problems: Diagnostic[] = [...columns.problems, ...read.problems, ...repeatedPairs(maps, read.pairs, table)];
  if (maps.length === 0 && !hasErrors(problems)) {
    problems.push({
      file: table.file,
      line: 1,
      column: 1,
      ...problem("mapping-table-without-pairs", undefined),
    });
  }
  if (hasErrors(problems)) return { problems };
  const gaps = {
    source: gapsOf(options.source.catalog, options, read.pairs, "sources", read.gaps.source),
    target: gapsOf(options.target.catalog, options, read.pairs, "targets", read.gaps.target),
  };
  const value = { "mapping-collection": collectionOf(maps, gaps, options, identity) };
  const document = new TableDocument(value, table, columns, read.pairs) as ConvertedTable["document"];
  return { value: { document, pairs: maps.length, gaps: gaps.source.length + gaps.target.length }, problems };
}

function sideOf({ catalog, framework }: ConversionSide): { readonly names: CatalogNames; readonly framework: string } {
  return { names: new CatalogNames(catalog), framework };
}

/** The uuids of a collection: of each object by what it relates. */
class Identity {
  readonly #namespace = uuidV5(projectNamespace, "crosswalk/convert");
  readonly #mapping: readonly string[];

  /** A catalog is the same whatever its edition and wherever it lies. */
  constructor({ source, target }: Pick<ConversionOptions, "source" | "target">) {
    this.#mapping = [source.framework, target.framework];
  }

  of(kind: string, ...key: readonly unknown[]): string {
    return uuidV5(this.#namespace, JSON.stringify([kind, ...this.#mapping, ...key]));
  }
}

function mapOf(pair: PairRow, { statements }: ConversionOptions, identity: Identity): MappingEntry {
  const { relationship, strength, coverage, confidence, provenance, matchingRationale, remarks } = pair;
  const [sources, targets] = [itemsOf(pair.sources, statements), itemsOf(pair.targets, statements)];
  const props: Property[] = [
    ...(strength === undefined ? [] : [{ name: "strength", ns: aimsNamespace, value: strength }]),
    ...provenance.map((value) => ({ name: "provenance", ns: aimsNamespace, value: line(value) })),
  ];
  return {
    // One pair may be compared in several ways.
    uuid: identity.of("map", idsOf(sources), idsOf(targets), matchingRationale ?? ""),
    ...(matchingRationale === undefined ? {} : { "matching-rationale": matchingRationale }),
    relationship,
    sources,
    targets,
    ...(confidence === undefined ? {} : { "confidence-score": confidence }),
    ...(coverage === undefined ? {} : { coverage: { "target-coverage": coverage } }),
    ...(props.length === 0 ? {} : { props }),
    ...(remarks === undefined ? {} : { remarks: proseOf(remarks) }),
  };
}

function itemsOf(items: readonly NamedItem[], statements: boolean): MappingItem[] {
  return items.map(({ type, id, statement }) =>
    statements && statement !== undefined ? { type: "statement", "id-ref": statement } : { type, "id-ref": id },
  );
}

function idsOf(items: readonly MappingItem[]): string[] {
  return items.map(({ "id-ref": id }) => id).sort();
}

/** Plain text of a cell, which may have several lines, as markup: each is a paragraph. */
function proseOf(text: string): string {
  const lines = text.split(/[\r\n]+/).filter((each) => each.trim() !== "");
  return lines.map(markup).join("\n\n");
}

function* repeatedPairs(
  maps: readonly MappingEntry[],
  pairs: readonly PairRow[],
  { file, frame }: CsvTable,
): Generator<Diagnostic> {
  const lines = new Map<string, number>();
  for (const [index, { uuid, sources, targets }] of maps.entries()) {
    const line = pairs[index]?.row.line ?? 1;
    const first = lines.get(uuid);
    if (first === undefined) lines.set(uuid, line);
    else {
      const names = [sources, targets].map((items) => items.map(({ "id-ref": id }) => `"${id}"`).join(", "));
      const [source = "", target = ""] = names;
      const place = { file, line, column: 1, frame: frame({ line, column: 1 }) };
      yield problem("mapping-table-pair-twice", place, { source, target, line: first });
    }
  }
}

/** The controls of a side that have no counterpart: those that a row says so of and, where it is asked for, all others without a pair. */
function gapsOf(
  catalog: Catalog,
  { gaps }: ConversionOptions,
  pairs: readonly PairRow[],
  end: "sources" | "targets",
  told: readonly NamedItem[],
): string[] {
  const framework = frameworkOf(catalog, "");
  const controlOf = ({ type, id }: NamedItem): string => framework.find({ type, id })?.control ?? id;
  const found = new Set(told.map(controlOf));
  if (gaps) {
    const mapped = new Set<string>();
    for (const pair of pairs) {
      if (pair.relationship === "no-relationship") continue;
      for (const item of pair[end]) {
        const control = controlOf(item);
        for (const each of [control, ...framework.kin(control)]) mapped.add(each);
      }
    }
    for (const { control } of framework.leaves) if (!mapped.has(control)) found.add(control);
  }
  return [...found].sort((a, b) => framework.rank(a) - framework.rank(b));
}

function collectionOf(
  maps: readonly MappingEntry[],
  gaps: { readonly source: readonly string[]; readonly target: readonly string[] },
  options: ConversionOptions,
  identity: Identity,
): MappingCollection {
  const { source, target, version, lastModified, status, method, matchingRationale } = options;
  const { title = `Mapping of ${source.framework} to ${target.framework}` } = options;
  const mapping: Mapping = {
    uuid: identity.of("mapping"),
    "source-resource": { type: "catalog", href: source.href },
    "target-resource": { type: "catalog", href: target.href },
    maps: [...maps],
    ...(gaps.source.length > 0 && { "source-gap-summary": summaryOf("source", gaps.source, identity) }),
    ...(gaps.target.length > 0 && { "target-gap-summary": summaryOf("target", gaps.target, identity) }),
  };
  // A collection that was revised has another uuid; the order of its pairs is no revision.
  const content = { ...mapping, maps: [...maps].sort(by(({ uuid }) => uuid)) };
  return {
    uuid: identity.of("mapping-collection", title, version, lastModified, status, method, matchingRationale, content),
    metadata: { title, "last-modified": lastModified, version: line(version), "oscal-version": oscalVersion },
    provenance: {
      method,
      "matching-rationale": matchingRationale,
      status,
      "mapping-description": `Pairs of ${markup(source.framework)} and ${markup(target.framework)}, written as a table.`,
    },
    mappings: [mapping],
  };
}

function summaryOf(side: "source" | "target", ids: readonly string[], identity: Identity): GapSummary {
  return { uuid: identity.of(`${side}-gap-summary`), "unmapped-controls": [{ "with-ids": [...ids] }] };
}
