import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InputError } from "../../diagnostics/diagnostic.js";
import type { BytesParser, DocumentLoader, LoadedDocument, LoadFailure } from "../../oscal/resolve.js";
import type { Profile } from "../../oscal/model.js";
import type { SourceFile } from "../../files/files.js";
import { readOscalFile, standardInput } from "../oscal-file.js";
import { profileFileName } from "../shipped.js";
import { embeddedDocument, validOrFailure } from "./valid-document.js";

/** Reads profiles and what they import from the disk, each file once, in any of OSCAL's formats. Nothing is fetched from a network. */
export class ProfileDocuments {
  readonly #folder: string;
  readonly #read = new Map<string, Promise<LoadedDocument | LoadFailure>>();
  /** What documents are called, by their URIs. */
  readonly #names = new Map<string, string>();

  /** @param folder absolute path from which files are called */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws InputError where the file cannot be read, or is not valid under OSCAL's schema */
  async root(file: SourceFile): Promise<LoadedDocument> {
    const loaded = await this.#at(file);
    if ("document" in loaded) return loaded;
    throw new InputError(loaded.diagnostics ?? []);
  }

  readonly load: DocumentLoader = async (href, base) => {
    const path = importedPath(href, base);
    if (path === undefined) {
      return {
        failure: "it is no file; nothing is fetched from a network.",
        fix: "Keep a copy beside the profile and import that, relative to the profile.",
      };
    }
    return this.#at({ path, name: profileFileName(path, this.#folder) });
  };

  /** Reads what a profile carries in itself; it is called by the profile and the uuid of the resource, which nothing else is. */
  readonly parse: BytesParser = (bytes, source) => {
    const end = source.uri.lastIndexOf("#");
    const name = `${this.#names.get(source.uri.slice(0, end)) ?? ""}${source.uri.slice(end)}`;
    this.#names.set(source.uri, name);
    return embeddedDocument(bytes, source, name);
  };

  #at(file: SourceFile): Promise<LoadedDocument | LoadFailure> {
    const uri = pathToFileURL(resolve(file.path)).href;
    const known = this.#read.get(uri);
    if (known !== undefined) return known;
    const reading = readOscalFile(file).then(async (result) => {
      const read = await validOrFailure(result);
      if (!("document" in read)) return read;
      this.#names.set(uri, read.document.file);
      return { uri, document: read.document };
    });
    this.#read.set(uri, reading);
    return reading;
  }
}

/** Absolute path of the file that an href means, seen from the document at `base`; undefined where it means no file. */
export function importedPath(href: string, base: string): string | undefined {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (url?.protocol !== "file:") return undefined;
  url.search = "";
  url.hash = "";
  try {
    return fileURLToPath(url);
  } catch {
    // Another host, or escapes that make no path.
    return undefined;
  }
}

/**
 * What a resolved catalog calls the profile that it comes from: its path as seen from the folder of the profile that was named, as a
 * URI reference. It is the same wherever the files lie and the command is started. A profile from standard input has no path and is
 * called by its uuid.
 * @param name as the profile was named on a command line that may name standard input
 */
export function sourceProfileOf(root: LoadedDocument, name?: string): (profile: LoadedDocument) => string {
  const folder = dirname(fileURLToPath(root.uri));
  return ({ uri, document }) => {
    if (name === standardInput && uri === root.uri) {
      return `urn:uuid:${(document.value as { profile: Profile }).profile.uuid}`;
    }
    const path = relative(folder, fileURLToPath(uri));
    return path.split(sep).map(encodeURIComponent).join("/") + new URL(uri).hash;
  };
}
