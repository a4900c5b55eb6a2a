import { pathToFileURL } from "node:url";
import { fileAt } from "../../files/paths.js";
import type { LockedDigest } from "../oscal-file.js";
import { shippedPath } from "../shipped.js";

/** Where the document lies that an href means, or why nobody can say. */
export type ImportLocation =
  | ImportedFile
  /** Nobody looks there. */
  | { readonly kind: "elsewhere"; readonly failure: string; readonly fix: string; readonly address?: string }
  /** The href can lead nowhere. */
  | { readonly kind: "wrong"; readonly failure: string; readonly fix: string };

/** A file that an href means. */
export interface ImportedFile {
  readonly kind: "file";
  /** The URI that the document goes by, and that its own imports start from: its address where it has one, else that of its file. */
  readonly uri: string;
  /** Absolute path. */
  readonly path: string;
  /** A map, a lock file or aims itself leads there: it may be read wherever it lies. */
  readonly named: boolean;
  /** What the file has to hold. */
  readonly locked?: LockedDigest;
  /** Absolute path of the folder that its own imports must not lead out of: it stands for the beginning of addresses. */
  readonly fence?: string;
}

/** What ships with aims under an address. */
export function shippedFile(href: string): ImportedFile | Extract<ImportLocation, { readonly kind: "wrong" }> {
  const shipped = shippedPath(href);
  return "path" in shipped ? plainFile(shipped.path, true) : { kind: "wrong", ...shipped };
}

/** The URI of a file. */
export function fileUri(path: string): string {
  return pathToFileURL(path).href;
}

export function plainFile(path: string, named: boolean): ImportedFile {
  return { kind: "file", uri: fileUri(path), path: fileAt(path), named };
}
