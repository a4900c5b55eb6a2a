import { join, resolve } from "node:path";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "../files/paths.js";
import { statusAt } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { isTest } from "../policy/packages.js";
import { packsLockFile, packsLockText, readPacks, type Pack } from "../workspace/packs.js";
import { readPackSettings, settingsFile } from "../workspace/settings.js";
import type { Host } from "./host.js";
import { writeTogether } from "./outputs.js";

/** A pack as a list shows it. */
export interface ListedPack {
  readonly name: string;
  readonly source: string;
  readonly version?: string;
  readonly sha256: string;
  readonly state: Pack["state"];
  /** Number of its Rego files, tests left out. */
  readonly rules: number;
  /** Addresses of its catalogs and profiles. */
  readonly documents: readonly string[];
}

/** Packs, and the files that were read. */
export interface PackList {
  readonly packs: readonly ListedPack[];
  readonly files: readonly SourceFile[];
}

/** What became of the lock file. */
export interface PackLock extends PackList {
  /** Absolute path. */
  readonly file: SourceFile;
  readonly written: boolean;
}

/** Codes of what a lock file mends. */
const mendedByLock: ReadonlySet<string> = new Set(["pack-changed", "pack-not-locked", "pack-not-named"]);

/**
 * The packs that the aims.yaml of a folder names, with what is wrong with them.
 * @param folder from the host's; the host's where it is left out
 */
export async function listPacks(folder: string | undefined, host: Host): Promise<Required<Reading<PackList>>> {
  const { packs, problems, files } = await packsIn(folder, host);
  return { value: { packs: packs.map(listed), files }, problems };
}

/**
 * Writes the lock file of the packs that the aims.yaml of a folder names. Nothing is written where a pack cannot be read, or where the file
 * says so already; without packs, an old file loses its entries.
 */
export async function lockPacks(folder: string | undefined, host: Host): Promise<Reading<PackLock>> {
  const { packs, problems: all, files, root } = await packsIn(folder, host);
  const problems = all.filter(({ code }) => !mendedByLock.has(code));
  if (hasErrors(problems)) return { problems };
  const path = join(root, packsLockFile);
  const bytes = Buffer.from(packsLockText(packs), "utf8");
  const exists = statusAt(path, host.read)?.kind === "file";
  const isSame = exists ? Buffer.from(host.read.bytes(path)).equals(bytes) : packs.length === 0;
  if (!isSame) {
    await writeTogether([{ option: packsLockFile, path, output: { kind: "bytes", pieces: [bytes] } }], host.write);
  }
  return { value: { packs: packs.map(listed), files, file: fileAt(path), written: !isSame }, problems };
}

async function packsIn(
  folder: string | undefined,
  host: Host,
): Promise<{
  readonly root: string;
  readonly packs: readonly Pack[];
  readonly problems: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
}> {
  const root = resolve(host.folder, folder ?? ".");
  const settings = await readPackSettings(root, host.read);
  const files = settings.value.source === undefined ? [] : [fileAt(join(root, settingsFile))];
  if (hasErrors(settings.problems)) return { root, packs: [], problems: settings.problems, files };
  const { value, problems } = await readPacks(settings.value, host.read);
  return { root, packs: value, problems: [...settings.problems, ...problems], files };
}

function listed({ name, source, version, sha256, state, rules, documents }: Pack): ListedPack {
  return {
    ...{ name, source, ...defined({ version }), sha256, state },
    rules: rules.rules.filter((file) => !isTest(file)).length,
    documents: documents.map(({ address }) => address),
  };
}
