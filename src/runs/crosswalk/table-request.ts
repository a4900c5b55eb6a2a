import { dirname, resolve } from "node:path";
import type { Reading } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import {
  convertTable,
  type ConversionOptions,
  type ConversionSide,
  type ConvertedTable,
} from "../../crosswalk/conversion.js";
import { frameworkOf, type Framework } from "../../crosswalk/framework.js";
import type { NamedColumns } from "../../crosswalk/table-columns.js";
import { readBounded, readStandardInput, standardInput, type InputFile } from "../../files/read.js";

import { readCsvTable } from "../../source/csv-table.js";
import { catalogNamed, type KnownCatalog } from "../../workspace/catalogs.js";
import { hrefFrom } from "../../workspace/profile-href.js";
import { catalogName } from "../../workspace/shipped.js";
import type { Host } from "../host.js";

/** What is needed to read a table as a mapping. */
export interface TableRequest {
  /** The catalogs of both sides: names, frameworks or paths. */
  readonly source: string;
  readonly target: string;
  /** Names of columns by what they hold, where they are not usual ones. */
  readonly columns?: NamedColumns;
  /** Whether controls are mapped by their statement, where they have exactly one. */
  readonly statements?: boolean;
}

/** The catalogs of a table. */
export interface TableSides {
  readonly source: ConversionSide;
  readonly target: ConversionSide;
  /** Files of those that do not ship with aims. */
  readonly files: readonly SourceFile[];
}

/** The catalogs that a request names. @param out path of the file that is written, from the host's folder */
export async function tableSides(
  { source, target }: Pick<TableRequest, "source" | "target">,
  out: string | undefined,
  host: Host,
): Promise<Reading<TableSides>> {
  const named = [
    await catalogNamed(source, host.folder, host.read),
    // One catalog may stand on both sides, and standard input is read once.
    await catalogNamed(target, host.folder, host.read),
  ];
  const problems = named.flatMap((each) => each.problems);
  const [from, to] = named.map(({ value }) => value);
  if (from === undefined || to === undefined) return { problems };
  const folder = out === undefined ? host.folder : dirname(resolve(host.folder, out));
  return {
    value: {
      source: sideOf(from, folder),
      target: sideOf(to, folder),
      files: [from, to].flatMap(({ file }) => file ?? []),
    },
    problems,
  };
}

function sideOf({ name, framework, catalog, file }: KnownCatalog, folder: string): ConversionSide {
  const href = file === undefined ? `aims:catalog/${catalogName(name)}` : hrefFrom(folder, file);
  return { catalog, framework: framework ?? catalog.metadata.title, href };
}

/** Reads a table and converts it. */
export async function tableRead(
  input: InputFile,
  sides: TableSides,
  options: Omit<ConversionOptions, "source" | "target">,
  host: Host,
): Promise<Reading<ConvertedTable>> {
  const bytes = input.file === standardInput ? await readStandardInput(host.read) : readBounded(input, host.read);
  if (!(bytes instanceof Uint8Array)) return { problems: [bytes] };
  const { value: table, problems } = await readCsvTable(bytes, input.file);
  if (table === undefined) return { problems };
  const converted = convertTable(table, { ...options, source: sides.source, target: sides.target });
  return { ...converted, problems: [...problems, ...converted.problems] };
}

/** A table as the collection that would be written beside it, with its catalogs. */
export interface TableCollection {
  readonly document: ConvertedTable["document"];
  readonly sides: { readonly source: Framework; readonly target: Framework };
}

/** Converts a table in memory, to be looked into. The collection is not written, so that its date does not matter. */
export async function tableAsCollection(
  input: InputFile,
  request: TableRequest,
  host: Host,
): Promise<Reading<TableCollection>> {
  const { columns = {}, statements = false } = request;
  const named = await tableSides(request, input.file, host);
  if (named.value === undefined) return { problems: named.problems };
  const { source, target } = named.value;
  const options = {
    ...{ columns, statements, gaps: false, version: "0.1.0", lastModified: "1970-01-01T00:00:00Z" },
    ...({ status: "draft", method: "human", matchingRationale: "functional" } as const),
  };
  const { value, problems } = await tableRead(input, named.value, options, host);
  if (value === undefined) return { problems };
  const sides = {
    source: frameworkOf(source.catalog, source.framework),
    target: frameworkOf(target.catalog, target.framework),
  };
  return { value: { document: value.document, sides }, problems };
}
