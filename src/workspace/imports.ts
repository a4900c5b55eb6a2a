import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt, leadsOutside, nameFrom } from "../files/paths.js";
import { defined } from "../foundation/defined.js";
import { statusAt, type Reader } from "../files/reader.js";
import { placeOf } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";
import { AddressMap, normalAddress, relativeSegments, type MappedPath } from "./imports/address-map.js";
import { lockedDocument, lockedPath, lockFile, readLock, vendorFolder, type KeptLock } from "./imports/lock.js";
import { addressOf, hasScheme, importedPath, withoutFragment } from "./imports/href.js";
import { plainFile, shippedFile, type ImportedFile, type ImportLocation } from "./imports/location.js";
import { nearestFolder } from "./imports/nearest-folder.js";
import type { PackSettings, readPacks } from "./packs.js";
import { isPackAddress } from "./packs/address.js";
import { isShippedAddress, shippedAddress } from "./shipped.js";
import type { ImportSettings } from "./settings.js";

export { AddressMap, type AddressMapping } from "./imports/address-map.js";
export { fileUri, type ImportedFile, type ImportLocation } from "./imports/location.js";
export { isCopyPath, lockFile, readLock, vendorFolder, type LockedDocument } from "./imports/lock.js";

/** The document from which imports start, and who says where they lead. */
export interface ImportsRequest {
  /** Absolute path of the folder of the document that was named. */
  readonly from: string;
  /** Absolute path of the folder in which the search goes on for what is not found at or above the document. */
  readonly folder: string;
  /** The document as it was named, for what to do about it. */
  readonly named: string;
  /** The mappings of the command line. */
  readonly maps?: AddressMap;
  /** The settings that hold; they are looked for where they are left out. */
  readonly settings?: ImportSettings;
  /** Whether no lock file counts. */
  readonly withoutLock?: boolean;
}

/** What was found beside a document, once an import needs it. */
interface Surroundings {
  readonly settings?: AddressMap;
  readonly lock?: KeptLock;
  /** Absolute path. */
  readonly vendor?: string;
  /** What the settings say about packs. */
  readonly packs?: PackSettings;
  readonly problems: readonly Diagnostic[];
  /** The settings and the lock file, where they are there. */
  readonly files: readonly SourceFile[];
}

/**
 * Tells where the imports of a document, and of those that it imports, lie: the one place where an href becomes a file. An address is
 * looked up in the mappings of the command line, then in those of aims.yaml, then in the lock file of what was downloaded. Nothing is
 * fetched from a network.
 */
export class Imports {
  readonly #request: ImportsRequest;
  readonly #reader: Reader;
  readonly #files = new Map<string, ImportedFile>();
  #surroundings: Promise<Surroundings> | undefined;
  #packs: ReturnType<typeof readPacks> | undefined;

  constructor(request: ImportsRequest, reader: Reader) {
    this.#request = request;
    this.#reader = reader;
  }

  /**
   * @param href as a document has it: absolute or relative, never a mere fragment
   * @param base URI of the document that names it
   */
  async locate(href: string, base: string): Promise<ImportLocation> {
    const location = await this.#find(href, base);
    if (location.kind === "file" && !this.#files.has(location.uri)) this.#files.set(location.uri, location);
    return location;
  }

  /** The faults of settings that were given, and of what was looked up: of aims.yaml, and of the lock file. */
  async problems(): Promise<readonly Diagnostic[]> {
    const around = this.#request.settings?.imports === undefined ? this.#surroundings : this.#around();
    return (await around)?.problems ?? [];
  }

  /** What was read to know where imports lie: aims.yaml and the lock file, once an import needed them. */
  async filesRead(): Promise<readonly SourceFile[]> {
    return (await this.#surroundings)?.files ?? [];
  }

  /** Absolute path of the folder of what was downloaded: the one that aims.yaml names, or else the nearest that has a lock file. */
  async vendorFolder(): Promise<string | undefined> {
    return (await this.#around()).vendor;
  }

  async #find(href: string, base: string): Promise<ImportLocation> {
    if (isShippedAddress(href)) return shippedFile(href);
    if (isPackAddress(href)) return this.#inPack(href);
    const address = addressOf(href, base);
    const mapped = address === undefined ? undefined : await this.#lookUp(address);
    if (mapped !== undefined) return mapped;
    if (/^trestle:/i.test(href)) return this.#inTrestle(href, base);
    const path = importedPath(href, base);
    if (path === undefined) return this.#beside(href, base) ?? (await this.#elsewhere(href, address));
    // Whoever wrote a document of another machine must not choose files of this one.
    if (!base.startsWith("file:")) {
      const failure = "a document that goes by an address must not import a file of this machine.";
      return { kind: "wrong", failure, fix: "Import it by its address, or relative to the document." };
    }
    return this.#inFence(path, this.#files.get(withoutFragment(base))?.fence);
  }

  async #lookUp(address: string): Promise<ImportLocation | undefined> {
    const byOption = this.#request.maps?.find(address);
    if (byOption !== undefined) return this.#mapped(byOption, address, "--map");
    const { settings, lock } = await this.#around();
    const bySettings = settings?.find(address);
    if (bySettings !== undefined) return this.#mapped(bySettings, address, '"imports" in aims.yaml');
    const document = lock && lockedDocument(lock, address);
    if (lock === undefined || document === undefined) return undefined;
    const path = lockedPath(lock, document, this.#reader);
    const again = `Restore the file, or run ${this.#vendorCommand()} again.`;
    if (path === undefined) {
      return {
        kind: "wrong",
        failure: `the lock file gives "${document.file}", which leads out of its folder.`,
        fix: again,
      };
    }
    if (statusAt(path, this.#reader)?.kind !== "file") {
      return {
        kind: "wrong",
        failure: `"${nameFrom(this.#request.folder, path)}", which the lock file gives for it, is not there.`,
        fix: again,
      };
    }
    const uri = normalAddress(document.redirectedTo ?? address) ?? address;
    return { kind: "file", uri, path, named: true, locked: { address, sha256: document.sha256 } };
  }

  #mapped(found: MappedPath, address: string, by: string): ImportLocation {
    if ("leaves" in found) {
      return {
        kind: "wrong",
        failure: `it leads out of "${found.leaves}", which ${by} gives for addresses that begin so.`,
        fix: "Map the whole address to a file.",
      };
    }
    if ("query" in found) {
      return {
        kind: "wrong",
        failure: `${by} maps the beginning of it to a folder, and no file there stands for "${found.query}".`,
        fix: "Map the whole address to a file.",
      };
    }
    const { path, written, fence } = found;
    if (statusAt(path, this.#reader)?.kind === "file")
      return { kind: "file", uri: address, path, named: true, ...defined({ fence }) };
    return {
      kind: "wrong",
      failure: `${by} leads to "${written}", where there is no file.`,
      fix: "Put the copy there, or correct the path.",
    };
  }

  /** A document of a pack that the settings name. Its own imports must not lead out of the pack's folder. */
  async #inPack(href: string): Promise<ImportLocation> {
    const { readPacks, packDocument } = await import("./packs.js");
    const { packs } = await this.#around();
    this.#packs ??= readPacks(packs ?? { root: this.#request.folder }, this.#reader);
    const { value } = await this.#packs;
    const found = packDocument(href, value);
    if ("failure" in found) return { kind: "wrong", ...found };
    return { ...plainFile(found.document.file, true), fence: found.pack.folder };
  }

  #inTrestle(href: string, base: string): ImportLocation {
    const from = this.#pathOf(base);
    const root = from === undefined ? undefined : nearestFolder(dirname(from), ".trestle", this.#reader, false);
    if (root === undefined) {
      return {
        kind: "elsewhere",
        failure: "no folder at or above the document holds .trestle, from which trestle:// counts.",
        fix: "Keep the document in a workspace of compliance-trestle (trestle init makes one), or import by a path relative to it.",
      };
    }
    const names = relativeSegments(href.replace(/^trestle:\/*/i, ""));
    const path = names && join(root, ...names);
    if (path === undefined || leadsOutside(root, path, this.#reader)) {
      return {
        kind: "wrong",
        failure: "it leaves the workspace of compliance-trestle.",
        fix: "Put the document into that workspace.",
      };
    }
    return plainFile(path, true);
  }

  /** A relative import of a document with a local copy: where no map fits its address, it lies beside the copy. */
  #beside(href: string, base: string): ImportLocation | undefined {
    const copy = this.#files.get(withoutFragment(base));
    // What was downloaded is whole: a file beside it that the lock file does not have was put there by somebody else.
    if (copy === undefined || copy.locked !== undefined || hasScheme(href)) return undefined;
    const path = importedPath(href, pathToFileURL(copy.path).href);
    if (path === undefined) return undefined;
    if (copy.fence !== undefined) return this.#inFence(path, copy.fence);
    return plainFile(path, !leadsOutside(dirname(copy.path), path, this.#reader));
  }

  /** A file on this machine, which must not lie outside of the folder that is mapped where the document that imports it lies in one. */
  #inFence(path: string, fence: string | undefined): ImportLocation {
    if (fence === undefined) return plainFile(path, shippedAddress(path) !== undefined);
    if (!leadsOutside(fence, path, this.#reader)) return { ...plainFile(path, true), fence };
    return {
      kind: "wrong",
      failure: `it leads out of the folder of the copies, "${nameFrom(this.#request.folder, fence)}".`,
      fix: "Map the address that it means, too.",
    };
  }

  async #elsewhere(href: string, address: string | undefined): Promise<ImportLocation> {
    const failure = "it is not a file; nothing is fetched from a network.";
    if (address === undefined || address.startsWith("file:")) {
      return { kind: "elsewhere", failure, fix: "Keep a copy beside the document and import that, relative to it." };
    }
    if (hasErrors((await this.#around()).problems)) {
      const unknown = "what says where its copy lies, aims.yaml or the lock file, cannot be used.";
      return { kind: "elsewhere", failure: unknown, fix: "Correct that file first.", address };
    }
    const [folder] = /^[a-z][a-z\d+.-]*:\/\/[^?]*\/(?=[^/?]+$)/i.exec(address) ?? [];
    const map = folder === undefined ? `--map ${address}=FILE` : `--map ${folder}=FOLDER`;
    const where = hasScheme(href) ? "" : ` (it means ${address})`;
    const { username, password } = new URL(address);
    return {
      kind: "elsewhere",
      failure: where === "" ? failure : `it is not a file${where}; nothing is fetched from a network.`,
      fix:
        address.startsWith("https:") && username + password === ""
          ? `Give its local copy: ${map}, an entry under "imports" in aims.yaml, or download it once with: ${this.#vendorCommand()}`
          : `Give its local copy: ${map}, or an entry under "imports" in aims.yaml.`,
      address,
    };
  }

  #vendorCommand(): string {
    return `aims oscal vendor ${this.#request.named}`;
  }

  /** The file of the document with a URI. */
  #pathOf(uri: string): string | undefined {
    return this.#files.get(withoutFragment(uri))?.path ?? importedPath("", uri);
  }

  #around(): Promise<Surroundings> {
    this.#surroundings ??= this.#lookAround();
    return this.#surroundings;
  }

  async #lookAround(): Promise<Surroundings> {
    const { from, folder, settings: given } = this.#request;
    const reader = this.#reader;
    const nearest = (mark: string): string | undefined =>
      nearestFolder(from, mark, reader, true) ?? nearestFolder(folder, mark, reader, true);
    const problems: Diagnostic[] = [];
    let settings = given;
    if (settings === undefined) {
      const { readImportSettings, settingsFile } = await import("./settings.js");
      const root = nearest(settingsFile);
      const read = root === undefined ? undefined : await readImportSettings(root, reader);
      settings = read?.value;
      problems.push(...(read?.problems ?? []));
    }
    const map = settings && mapOf(settings, reader);
    problems.push(...(map?.problems ?? []));
    const above = nearest(join(vendorFolder, lockFile));
    const vendor =
      settings?.vendor === undefined ? above && join(above, vendorFolder) : resolve(settings.root, settings.vendor);
    const lock = vendor === undefined || this.#request.withoutLock ? undefined : await readLock(vendor, reader);
    problems.push(...(lock?.problems ?? []));
    const files = settings?.source === undefined ? [] : [settings.source.file];
    if (vendor !== undefined && lock?.value !== undefined) files.push(fileAt(join(vendor, lockFile)));
    return {
      ...(map === undefined ? {} : { settings: map }),
      ...(lock?.value === undefined ? {} : { lock: lock.value }),
      ...(vendor === undefined ? {} : { vendor }),
      ...(settings === undefined ? {} : { packs: settings }),
      problems,
      files,
    };
  }
}

/** The mappings of an aims.yaml, with their faults. */
function mapOf({ root, imports = {}, source }: ImportSettings, reader: Reader): AddressMap {
  const mappings = Object.entries(imports).map(([address, path]) => ({ address, path }));
  const at = source && { placeOf: (address: string) => placeOf(source, formatPointer(["imports", address]), "key") };
  return new AddressMap(mappings, { from: "aims.yaml", folder: root, ...at }, reader);
}
