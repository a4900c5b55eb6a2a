import { dirname } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { fileAt, nameFrom } from "../../files/paths.js";
import { standardInput } from "../../files/read.js";
import { defined } from "../../foundation/defined.js";
import { importHrefs, indexDocument, type HrefLocator } from "../../oscal/document-index.js";
import { AddressMap, fileUri, Imports, type AddressMapping, type ImportLocation } from "../../workspace/imports.js";
import type { Host } from "../host.js";
import { hrefBase, readFiles, type ReadFile } from "./documents.js";
import type { HrefRoots } from "./href-roots.js";

/** Documents that were read, with where their imports lie. */
export interface ReadSet {
  /** By the path that a document goes by: where each of its imports leads. */
  readonly locators: ReadonlyMap<string, HrefLocator>;
  /** Files that a map, a lock file or aims itself leads to, wherever they lie. */
  readonly named: ReadonlySet<string>;
  /** The settings and lock files that were read for it. */
  readonly settings: readonly SourceFile[];
  /** What is wrong with the maps. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads what documents import, directly or through others, as far as it lies in the folders that may be looked into, or a map leads there.
 * @param documents is extended by the documents read
 */
export async function readImports(
  documents: ReadFile[],
  roots: HrefRoots,
  scopes: ImportScopes,
  host: Host,
): Promise<ReadSet> {
  const known = new Set(documents.map(({ file }) => hrefBase(file, host)));
  const locators = new Map<string, HrefLocator>();
  const named = new Set<string>();
  /** How a document was reached: what says where its own imports lie, and the URI from which they start. */
  const ways = new Map<string, { readonly imports: Imports; readonly uri: string }>();
  // The list grows while it is gone through.
  for (const { document, file } of documents) {
    if (document === undefined) continue;
    const name = hrefBase(file, host);
    const { imports, uri } = ways.get(name) ?? { imports: scopes.of(name, file), uri: fileUri(name) };
    const locations = new Map<string, ImportLocation>();
    const locate: HrefLocator = (href) => locations.get(href);
    const index = indexDocument({ name, document: document.value, locate });
    locators.set(name, locate);
    for (const each of index.imports.values()) {
      const hrefs = importHrefs(each, index).filter((href) => !href.startsWith("#"));
      for (const href of hrefs) {
        if (!locations.has(href)) locations.set(href, await imports.locate(href, uri));
      }
      const files = hrefs.flatMap((href) => locations.get(href) ?? []).filter((found) => found.kind === "file");
      for (const found of files) if (found.named) named.add(found.path);
      const found = files.find(({ path }) => known.has(path) || named.has(path) || roots.isFile(path));
      if (found === undefined || known.has(found.path)) continue;
      known.add(found.path);
      ways.set(found.path, { imports, uri: found.uri });
      const input = { file: fileAt(found.path), ...defined({ locked: found.locked }) };
      for await (const read of readFiles([input], host.read)) if (!("skipped" in read)) documents.push(read);
    }
  }
  return { locators, named, settings: await scopes.filesRead(), problems: await scopes.problems() };
}

/** What says where imports lie, for each folder of documents that were named. */
export class ImportScopes {
  readonly #maps: AddressMap;
  readonly #host: Host;
  readonly #imports = new Map<string, Imports>();

  constructor(maps: readonly AddressMapping[], host: Host) {
    this.#maps = new AddressMap(maps, { from: "--map", folder: host.folder }, host.read);
    this.#host = host;
  }

  /** @param path of a document that was named, or found in a folder that was named */
  of(path: string, file: SourceFile): Imports {
    const from = dirname(path);
    const { folder, read } = this.#host;
    const imports =
      this.#imports.get(from) ??
      new Imports(
        { from, folder, named: file === standardInput ? "-" : nameFrom(folder, path), maps: this.#maps },
        read,
      );
    this.#imports.set(from, imports);
    return imports;
  }

  /** Every aims.yaml and every lock file that was read. */
  async filesRead(): Promise<readonly SourceFile[]> {
    const found = new Set<SourceFile>();
    for (const imports of this.#imports.values()) for (const file of await imports.filesRead()) found.add(file);
    return [...found];
  }

  /** What is wrong with the maps of the command line, of every aims.yaml and every lock file, each once. */
  async problems(): Promise<readonly Diagnostic[]> {
    const found = [...this.#maps.problems, ...this.#maps.unused()];
    for (const imports of this.#imports.values()) found.push(...(await imports.problems()));
    return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
  }
}
