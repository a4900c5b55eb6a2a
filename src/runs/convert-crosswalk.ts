import { resolve } from "node:path";
import { problem } from "../diagnostics/codes/outputs.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { MappingStatus } from "../crosswalk/mapping.js";
import type { MatchingRationale } from "../crosswalk/table-columns.js";
import { fileAt } from "../files/paths.js";
import { standardInput } from "../files/read.js";
import { placeKey, writing } from "../files/writer.js";
import { defined } from "../foundation/defined.js";
import { formatOfName, type OscalFormat } from "../oscal/read.js";
import { documentText } from "../oscal/write.js";
import { tableRead, tableSides, type TableRequest } from "./crosswalk/table-request.js";
import type { Host } from "./host.js";
import { namedFile } from "./oscal/files.js";

/** A table that is to become a mapping collection. Paths start from the host's folder. */
export interface ConvertCrosswalkRequest extends TableRequest {
  /** A CSV file, or "-" for standard input. */
  readonly file: string;
  /** By the ending of `out` unless given, else JSON. */
  readonly to?: OscalFormat;
  /** Path of the file to write; undefined to get the document back as a text. */
  readonly out?: string;
  /** Made of the titles of the catalogs unless given. */
  readonly title?: string;
  /** `0.1.0` unless given. */
  readonly version?: string;
  /** Moment with which the collection is dated; the clock is asked where it is left out. */
  readonly asOf?: string;
  readonly status?: MappingStatus;
  readonly method?: "human" | "automation" | "hybrid";
  readonly matchingRationale?: MatchingRationale;
  /** Whether controls without a pair are listed as gaps. */
  readonly gaps?: boolean;
}

/** A mapping collection that was made of a table. */
export interface CrosswalkConversion {
  readonly problems: readonly Diagnostic[];
  /** The document, where it is not written to a file. */
  readonly text?: string;
  /** The file that was written. */
  readonly file?: SourceFile;
  readonly pairs: number;
  /** Controls that are listed without counterpart. */
  readonly gaps: number;
  /** Files that were read. */
  readonly inputs: readonly SourceFile[];
}

/** Makes a mapping collection of a CSV file. @throws InputError where the file cannot be written */
export async function convertCrosswalk(request: ConvertCrosswalkRequest, host: Host): Promise<CrosswalkConversion> {
  const { out, columns = {}, statements = false, gaps = false, title } = request;
  const input = namedFile(request.file, host);
  const refused = (problems: readonly Diagnostic[], inputs: readonly SourceFile[]): CrosswalkConversion => ({
    problems,
    pairs: 0,
    gaps: 0,
    inputs,
  });
  const sides = await tableSides(request, out, host);
  const inputs = [input.file, ...(sides.value?.files ?? [])];
  if (sides.value === undefined) return refused(sides.problems, inputs);
  const { value, problems } = await tableRead(
    input,
    sides.value,
    {
      ...defined({ title }),
      columns,
      statements,
      gaps,
      version: request.version ?? "0.1.0",
      lastModified: request.asOf ?? host.now().toISOString(),
      status: request.status ?? "draft",
      method: request.method ?? "human",
      matchingRationale: request.matchingRationale ?? "functional",
    },
    host,
  );
  if (value === undefined || hasErrors(problems)) return refused(problems, inputs);
  const format = request.to ?? (out === undefined ? undefined : formatOfName(out)) ?? "json";
  // The document is our own: every format holds it.
  const { text } = await documentText(value.document.value, format);
  const made = { problems, pairs: value.pairs, gaps: value.gaps, inputs };
  if (out === undefined) return { ...made, text };
  const path = resolve(host.folder, out);
  const file = fileAt(path);
  const keys = inputs.filter((each) => each !== standardInput).map((each) => placeKey(each, host.write));
  if (keys.includes(placeKey(file, host.write))) {
    const told = { how: "document-over-input", document: input.file, more: 0 } as const;
    return refused([problem("output-conflict", { file }, told)], inputs);
  }
  writing("file", file, () => host.write.whole(path, text));
  return { ...made, file };
}
