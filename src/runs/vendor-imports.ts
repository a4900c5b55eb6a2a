import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem } from "../diagnostics/codes/vendoring.js";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt, nameFrom } from "../files/paths.js";
import { readBounded, standardInput } from "../files/read.js";
import { statusAt } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { limits } from "../foundation/limits.js";
import { byCodeUnit } from "../foundation/order.js";
import type { Download, Downloaded, DownloadFailure } from "../net/download.js";
import { Imports, isCopyPath, lockFile, readLock, vendorFolder, type LockedDocument } from "../workspace/imports.js";
import { loadProfile, type AddressMapping, type LoadedProfile } from "../workspace/profile.js";
import { isProfileName } from "../workspace/shipped.js";
import { dayOf, type Host } from "./host.js";
import { mapsOf } from "./oscal/address-maps.js";
import { placeProblems, writeTogether, type PlacedOutput } from "./outputs.js";
import { fileNames } from "./vendor/file-names.js";

/** The profile whose imports are downloaded. Paths start from the host's folder. */
export interface VendorRequest {
  /** Path of the profile's file. */
  readonly profile: string;
  /** Folder of the copies; the one that aims.yaml names, the nearest that has a lock file, or vendor/ unless given. */
  readonly out?: string;
  /** File with certificates (PEM) that are trusted beside those that Node trusts. */
  readonly ca?: string;
  /** Whether machines of one's own network may be asked. */
  readonly allowPrivate?: boolean;
  /** Whether nothing is written, and what would change is an error. */
  readonly frozen?: boolean;
  /** Local copies of what is imported by address, which need no download. */
  readonly maps?: readonly AddressMapping[];
  /** Day of the download; the clock is asked where it is left out. */
  readonly asOf?: string;
}

/** A document that was downloaded. */
export interface VendoredDocument {
  readonly address: string;
  /** Path of its copy from the folder, with "/". */
  readonly file: string;
  readonly sha256: string;
  readonly state: "new" | "unchanged" | "changed";
  /** SHA-256 of what the lock file had before, where it is another one. */
  readonly before?: string;
}

/** What was downloaded for a profile. */
export interface VendoredImports {
  /** The folder of the copies. */
  readonly folder: SourceFile;
  /** By address. */
  readonly documents: readonly VendoredDocument[];
  /** Whether the copies are found from the profile; else aims.yaml has to name the folder. */
  readonly found: boolean;
}

/** Bounds on what one run downloads: far more than any profile imports. */
const mostDocuments = 100;
const mostBytes = 256 * 1024 * 1024;

/**
 * Downloads what a profile imports by address, directly and through others, and writes it with a lock file. Nothing is written where
 * something cannot be downloaded, or is not valid OSCAL.
 * @returns the documents; only problems where something is wrong
 * @throws InputError where the copies cannot be written
 */
export async function vendorImports(request: VendorRequest, host: Host): Promise<Reading<VendoredImports>> {
  const day = dayOf(request.asOf, host);
  const certificates = certificatesOf(request, host);
  if (certificates !== undefined && typeof certificates !== "string") return { problems: [certificates] };
  const { folder: start } = host;
  const named = isProfileName(request.profile) ? start : dirname(resolve(start, request.profile));
  const place = { from: named, folder: start, named: request.profile, withoutLock: true };
  const there = (): Promise<string | undefined> => new Imports(place, host.read).vendorFolder();
  const vendor =
    request.out === undefined ? ((await there()) ?? join(start, vendorFolder)) : resolve(start, request.out);
  const lock = await readLock(vendor, host.read);
  if (hasErrors(lock.problems)) return { problems: lock.problems };

  const downloads = new Downloads(request, certificates, host);
  const profile = {
    folder: start,
    standardInput: true,
    lastModified: "2000-01-01T00:00:00Z",
    ...mapsOf(request, host),
  };
  const loaded = await loadProfile(request.profile, { ...profile, download: downloads.get }, host.read);
  if (loaded.value === undefined) return { problems: loaded.problems };
  const { resolution, notices } = loaded.value;
  if (resolution.document === undefined) return { problems: [...notices, ...errorsOf(resolution.diagnostics)] };

  const before = new Map(Object.entries(lock.value?.documents ?? {}));
  // An entry with a path that leads elsewhere gets a new one.
  const kept = new Map(
    [...before].flatMap(([address, { file }]) => (isCopyPath(vendor, file, host.read) ? [[address, file]] : [])),
  );
  const copies = copiesOf(downloads.got, { before, kept }, day);
  const documents = copies.map(({ address, file, sha256, state, before: old }): VendoredDocument => ({
    ...{ address, file, sha256, state },
    ...defined({ before: old }),
  }));
  const value = async (): Promise<VendoredImports> => {
    return { folder: fileAt(vendor), documents, found: (await there()) === vendor };
  };
  if (request.frozen === true) {
    const stale = copies.flatMap((copy) => staleness(copy, vendor, host) ?? []);
    return stale.length > 0 ? { problems: [...notices, ...stale] } : { value: await value(), problems: notices };
  }
  const problems = await write({ vendor, copies, before, loaded: loaded.value }, host);
  return problems.length > 0 ? { problems } : { value: await value(), problems: notices };
}

function errorsOf(problems: readonly Diagnostic[]): Diagnostic[] {
  return problems.filter(({ severity }) => severity === "error");
}

/** The certificates of `--ca`, or why they cannot be used. */
function certificatesOf({ ca }: VendorRequest, { folder, read }: Host): string | Diagnostic | undefined {
  if (ca === undefined) return undefined;
  const file = fileAt(resolve(folder, ca));
  const bytes = readBounded({ file }, read);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const text = Buffer.from(bytes).toString("utf8");
  return text.includes("-----BEGIN CERTIFICATE-----") ? text : problem("vendor-certificates", { file });
}

/** Downloads each address once, within the bounds of a run. */
class Downloads {
  /** What was downloaded, by address. */
  readonly got = new Map<string, Downloaded>();
  readonly #request: VendorRequest;
  readonly #ca: string | undefined;
  readonly #host: Host;
  readonly #asked = new Map<string, Promise<Downloaded | DownloadFailure>>();
  #bytes = 0;

  constructor(request: VendorRequest, ca: string | undefined, host: Host) {
    this.#request = request;
    this.#ca = ca;
    this.#host = host;
  }

  readonly get = async (address: string): Promise<{ bytes: Uint8Array; uri: string } | DownloadFailure> => {
    const asked = this.#asked.get(address) ?? this.#ask(address);
    this.#asked.set(address, asked);
    const outcome = await asked;
    if (!("bytes" in outcome)) return outcome;
    this.got.set(address, outcome);
    return { bytes: outcome.bytes, uri: outcome.redirectedTo ?? address };
  };

  async #ask(address: string): Promise<Downloaded | DownloadFailure> {
    if (!address.startsWith("https:")) {
      return {
        failure: "its address is not https; nothing else is downloaded.",
        fix: `Give its local copy: --map ${address}=FILE, or an entry under "imports" in aims.yaml.`,
      };
    }
    if (this.#asked.size >= mostDocuments) {
      return { failure: `the profile imports more than ${String(mostDocuments)} documents by address.` };
    }
    this.#host.progress?.(`asking ${new URL(address).host}`);
    const download: Download = this.#host.download ?? (await import("../net/https-download.js")).httpsDownload;
    const { allowPrivate = false } = this.#request;
    const options = { maximum: limits.documentBytes, allowPrivate, ...defined({ ca: this.#ca }) };
    const outcome = await download(address, options);
    if (!("bytes" in outcome)) return outcome;
    this.#bytes += outcome.bytes.length;
    return this.#bytes <= mostBytes
      ? outcome
      : { failure: `with it, the profile imports more than ${String(mostBytes / 1024 / 1024)} MiB by address.` };
  }
}

/** A copy as it is to be written. */
interface Copy extends VendoredDocument {
  readonly bytes: Uint8Array;
  readonly locked: LockedDocument;
}

/** What the lock file knows: its entries, and the paths of those that can stay where they are. */
interface Known {
  readonly before: ReadonlyMap<string, LockedDocument>;
  readonly kept: ReadonlyMap<string, string>;
}

/** A document that holds what it did is as it was, the day of its download included. */
function copiesOf(got: ReadonlyMap<string, Downloaded>, { before, kept }: Known, day: string): readonly Copy[] {
  const names = fileNames(kept, new Map([...got].map(([address, { bytes }]) => [address, bytes])));
  return [...got]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([address, { bytes, redirectedTo }]) => {
      const old = before.get(address);
      const file = names.get(address) ?? "";
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const same = old?.sha256 === sha256;
      return {
        ...{ address, file, sha256, bytes },
        state: old === undefined ? "new" : same ? "unchanged" : "changed",
        ...(old === undefined || same ? {} : { before: old.sha256 }),
        locked: { file, sha256, fetched: same ? old.fetched : day, ...defined({ redirectedTo }) },
      };
    });
}

function staleness({ address, state, file, bytes }: Copy, vendor: string, host: Host): Diagnostic | undefined {
  if (state !== "unchanged") return problem("vendor-frozen", undefined, { address, why: state });
  return holds(join(vendor, file), bytes, host)
    ? undefined
    : problem("vendor-frozen", undefined, { address, why: "copy" });
}

function holds(path: string, bytes: Uint8Array, { read }: Host): boolean {
  return statusAt(path, read)?.size === bytes.length && Buffer.from(read.bytes(path)).equals(bytes);
}

interface Work {
  readonly vendor: string;
  readonly copies: readonly Copy[];
  readonly before: ReadonlyMap<string, LockedDocument>;
  readonly loaded: LoadedProfile;
}

/** Writes the copies that are new or other than on the disk, and the lock file, all or none. @returns why a place cannot be used */
async function write({ vendor, copies, before, loaded }: Work, host: Host): Promise<readonly Diagnostic[]> {
  if (copies.length === 0) return [];
  const all = new Map([...before, ...copies.map(({ address, locked }) => [address, locked] as const)]);
  const sorted = [...all].sort(([a], [b]) => byCodeUnit(a, b));
  const lock = {
    $schema: "https://aims-as-code.org/schemas/oscal-lock-1.0.schema.json",
    documents: Object.fromEntries(sorted.map(([address, document]) => [address, document])),
  };
  const outputs = [
    ...copies.map(({ file, bytes }) => ({ name: file, bytes })),
    { name: lockFile, bytes: Buffer.from(`${JSON.stringify(lock, undefined, 2)}\n`, "utf8") },
  ]
    .map(({ name, bytes }) => ({ path: join(vendor, ...name.split("/")), bytes }))
    .filter(({ path, bytes }) => !holds(path, bytes, host));
  // An old lock file, or a link in the folder, may lead elsewhere.
  const outside = outputs.filter(({ path }) =>
    nameFrom(host.write.realPlace(vendor), host.write.realPlace(path)).startsWith(".."),
  );
  if (outside.length > 0) {
    return outside.map(({ path }) =>
      fileProblem("path-outside-workspace", { file: fileAt(path) }, { how: "output", path: nameFrom(vendor, path) }),
    );
  }
  const placed = outputs.map(({ path, bytes }): PlacedOutput => ({
    option: "--out",
    path,
    output: { kind: "bytes", pieces: [bytes] },
  }));
  const inputs = loaded.files.filter((file) => file !== standardInput && !file.startsWith("https:"));
  const problems = placeProblems(placed, inputs, host);
  if (problems.length === 0) await writeTogether(placed, host.write);
  return problems;
}
