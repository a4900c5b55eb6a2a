import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InputError } from "../diagnostics/diagnostic.js";
import type { BytesParser, DocumentLoader, LoadedDocument, LoadFailure } from "../oscal/resolve/loaded-document.js";
import { displayName, type SourceFile } from "../source/files.js";
import { readOscalFile } from "./read-oscal-file.js";
import { embeddedDocument, validOrFailure } from "./valid-document.js";
import type { Terminal } from "./terminal.js";

/** Reads profiles and what they import from the disk, each file once, in any of OSCAL's formats. Nothing is fetched from a network. */
export class ProfileDocuments {
  readonly #terminal: Terminal;
  readonly #read = new Map<string, Promise<LoadedDocument | LoadFailure>>();

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** @throws InputError where the file cannot be read, or is not valid under OSCAL's schema */
  async root(file: SourceFile): Promise<LoadedDocument> {
    const loaded = await this.#at(file);
    if ("document" in loaded) return loaded;
    throw new InputError(loaded.diagnostics ?? []);
  }

  readonly load: DocumentLoader = async (href, base) => {
    const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
    if (url?.protocol !== "file:") {
      return {
        failure: "it is no file; nothing is fetched from a network.",
        fix: "Keep a copy beside the profile and import that, relative to the profile.",
      };
    }
    url.search = "";
    url.hash = "";
    const path = fileURLToPath(url);
    return this.#at({ path, name: displayName(this.#terminal.cwd, path) });
  };

  /** Reads what a profile carries in itself. */
  readonly parse: BytesParser = (bytes, source) => embeddedDocument(bytes, source, this.#terminal.cwd);

  #at(file: SourceFile): Promise<LoadedDocument | LoadFailure> {
    const uri = pathToFileURL(resolve(file.path)).href;
    const known = this.#read.get(uri);
    if (known !== undefined) return known;
    const reading = readOscalFile(file).then(async (result) => {
      const read = await validOrFailure(result);
      return "document" in read ? { uri, document: read.document } : read;
    });
    this.#read.set(uri, reading);
    return reading;
  }
}
