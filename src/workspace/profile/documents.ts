import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { standardInput } from "../../files/read.js";
import type { Reader } from "../../files/reader.js";
import { defined } from "../../foundation/defined.js";
import { profileOf } from "../../oscal/model.js";
import { formatOfName, readOscal } from "../../oscal/read.js";
import type { BytesParser, LoadedDocument, LoadFailure } from "../../oscal/resolve.js";
import { problemDiagnostic, validateOscal } from "../../oscal/validate.js";
import type { ReadResult, SourceDocument } from "../../source/document.js";
import { readOscalFile, type OscalInput } from "../oscal-file.js";
import { shippedAddress } from "../shipped.js";

/** A document that cannot be used. */
export interface Unusable extends LoadFailure {
  /** The file itself cannot be read: reported where it is named, since there is no place in it. */
  readonly unread?: Diagnostic;
  /** The document, where it could be read and is not valid. */
  readonly invalid?: LoadedDocument;
}

/** Reads profiles and what they import from the disk, each file once, in any of OSCAL's formats. Nothing is fetched from a network. */
export class ProfileDocuments {
  readonly #reader: Reader;
  readonly #read = new Map<string, Promise<LoadedDocument | Unusable>>();
  /** Identities of documents, by their URIs. */
  readonly #files = new Map<string, SourceFile>();
  /** Documents that can be used, by their URIs. */
  readonly #documents = new Map<string, SourceDocument>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Reads what a profile carries in itself; its identity is that of the profile and the uuid of the resource. */
  readonly parse: BytesParser = async (bytes, { uri, filename }) => {
    const end = uri.lastIndexOf("#");
    const file: SourceFile = `${this.#files.get(uri.slice(0, end)) ?? ""}${uri.slice(end)}`;
    this.#files.set(uri, file);
    // The filename that the resource has is not that of a file here, but may tell the format.
    const format = filename === undefined ? undefined : formatOfName(filename);
    const read = await validDocument(await readOscal(bytes, file, format), uri);
    return "document" in read ? read.document : read;
  };

  /** Reads what came from another machine; it goes by the address that answered, which is its identity too. */
  downloaded({ bytes, uri }: { readonly bytes: Uint8Array; readonly uri: string }): Promise<LoadedDocument | Unusable> {
    const known = this.#read.get(uri);
    if (known !== undefined) return known;
    const reading = readOscal(bytes, uri, formatOfName(new URL(uri).pathname)).then(async (result) => {
      const read = await validDocument(result, uri);
      if (!("document" in read)) return read;
      this.#files.set(uri, uri);
      this.#documents.set(uri, read.document);
      return read;
    });
    this.#read.set(uri, reading);
    return reading;
  }

  /** @param uri the URI that the document goes by; that of its file unless given */
  at(input: OscalInput, uri: string = uriOf(input.file)): Promise<LoadedDocument | Unusable> {
    const known = this.#read.get(uri);
    if (known !== undefined) return known;
    const reading = readOscalFile(input, this.#reader).then(async (result) => {
      const read = await validDocument(result, uri);
      if (!("document" in read)) return read;
      this.#files.set(uri, read.document.file);
      this.#documents.set(uri, read.document);
      return read;
    });
    this.#read.set(uri, reading);
    return reading;
  }

  /** The document with the URI, where it was read and can be used. */
  known(uri: string): SourceDocument | undefined {
    return this.#documents.get(uri);
  }
}

/** The document that was read, valid under the schema of its model; or else why it cannot be used. */
async function validDocument({ document, diagnostics }: ReadResult, uri: string): Promise<LoadedDocument | Unusable> {
  if (document === undefined || diagnostics.length > 0) {
    const [first] = diagnostics;
    if (first?.code === "vendored-file-changed")
      return { failure: "its copy is not what was downloaded.", ...defined({ fix: first.fix }), diagnostics };
    if (first?.code !== "unreadable-file") return { failure: invalid, diagnostics };
    return { failure: `${first.message.charAt(0).toLowerCase()}${first.message.slice(1)}`, unread: first };
  }
  const problems = await validateOscal(document.value);
  if (problems.length === 0) return { uri, document };
  return {
    failure: invalid,
    diagnostics: problems.map((problem) => problemDiagnostic(problem, document)),
    invalid: { uri, document },
  };
}

const invalid = "the document is not valid OSCAL.";

function uriOf(file: SourceFile): string {
  return pathToFileURL(resolve(file === standardInput ? "-" : file)).href;
}

/**
 * The name that a resolved catalog gives the profile it comes from: its path as seen from a folder, as a URI reference. It is the same
 * wherever the files lie and the command is started. A profile from standard input has no path and is called by its uuid; one that was
 * imported by address, or that ships with aims, by its address.
 * @param written absolute path of the folder that the catalog goes to; without it the folder of the profile that was named counts, in
 * which every profile, shipped or not, is called by its path
 */
export function sourceProfileOf(root: LoadedDocument, written?: string): (profile: LoadedDocument) => string {
  const beside = dirname(fileURLToPath(root.uri));
  return ({ uri, document }) => {
    if (document.file === standardInput) return `urn:uuid:${profileOf(document)?.uuid ?? ""}`;
    // A document that was imported by address is called by it.
    if (!uri.startsWith("file:")) return uri;
    const file = fileURLToPath(uri);
    const isNeighbour = written === undefined && beside === dirname(file);
    const shipped = isNeighbour ? undefined : shippedAddress(file);
    if (shipped !== undefined) return shipped;
    return hrefFrom(written ?? beside, file) + new URL(uri).hash;
  };
}

/** A path as a relative URI reference. @param folder from which it starts */
export function hrefFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).map(encodeURIComponent).join("/");
}
