import { dirname, resolve } from "node:path";
import { problem } from "../diagnostics/codes/outputs.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { fileAt } from "../files/paths.js";
import { writing } from "../files/writer.js";
import { placeKey } from "../files/writer.js";
import { formatOfName, type OscalFormat } from "../oscal/read.js";
import { documentText } from "../oscal/write.js";
import { loadProfile, type AddressMapping } from "../workspace/profile.js";
import type { Host } from "./host.js";
import { mapsOf } from "./oscal/address-maps.js";

export type { AddressMapping } from "../workspace/profile.js";

/** The profile that is to be resolved, and where the catalog goes. Paths start from the host's folder. */
export interface ResolveProfileRequest {
  /** Name of a shipped profile, path of a file, or "-" for standard input. */
  readonly profile: string;
  /** By the ending of `out` unless given, else JSON. */
  readonly to?: OscalFormat;
  /** Undefined to get the catalog back as a text. */
  readonly out?: string;
  /** When the catalog was resolved, with time zone; the clock is asked where it is left out. */
  readonly asOf?: string;
  /** Local copies of what is imported by address. */
  readonly maps?: readonly AddressMapping[];
}

/** The result of a resolution. */
export interface ResolvedCatalog {
  /** The catalog that the profile means; left out where it cannot be resolved or written. */
  readonly text?: string;
  /** The problems and oddities of the profile. */
  readonly problems: readonly Diagnostic[];
  /** Files that were read, where the profile could be. */
  readonly files?: readonly SourceFile[];
}

/** Resolves a profile to the catalog that it means. @throws InputError where the file cannot be written */
export async function resolveProfile(request: ResolveProfileRequest, host: Host): Promise<ResolvedCatalog> {
  const { out } = request;
  const lastModified = request.asOf ?? host.now().toISOString();
  const catalogFolder = out === undefined ? host.folder : dirname(resolve(host.folder, out));
  const loaded = await loadProfile(
    request.profile,
    { folder: host.folder, standardInput: true, lastModified, catalogFolder, ...mapsOf(request, host) },
    host.read,
  );
  if (loaded.value === undefined) return { problems: loaded.problems };
  const { file, files, resolution, notices } = loaded.value;
  const { document } = resolution;
  const diagnostics = [...notices, ...resolution.diagnostics];
  if (document === undefined) return { problems: diagnostics, files };
  const format = request.to ?? (out === undefined ? undefined : formatOfName(out)) ?? "json";
  // Imports were valid, so little may be in the way: a character or formatting that XML cannot hold, or nesting beyond the limit.
  const { text, problems, losses } = await documentText(document, format);
  const [first = losses[0]] = problems;
  const told = [...diagnostics];
  if (first !== undefined) {
    const { codecDiagnosticAt } = await import("../oscal/codec-diagnostic.js");
    const lost = codecDiagnosticAt(first, { file });
    told.push({ ...lost, message: `${lost.message} (at ${first.pointer} of the resolved catalog)` });
  }
  if (problems.length > 0) return { problems: told, files };
  if (out !== undefined) {
    const path = resolve(host.folder, out);
    const place = fileAt(path);
    const key = placeKey(place, host.write);
    const over = files.find((each) => placeKey(each, host.write) === key);
    if (over !== undefined) {
      const conflict = { how: "input", option: `--out ${out}` } as const;
      return { problems: [...diagnostics, problem("output-conflict", { file: place }, conflict)], files };
    }
    writing("file", place, () => host.write.whole(path, text));
  }
  return { text, problems: told, files };
}
