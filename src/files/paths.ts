import { isAbsolute, relative, resolve, sep } from "node:path";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Reader } from "./reader.js";

/** The identity of the file at a path. @param path absolute, or else seen from the process's folder */
export function fileAt(path: string): SourceFile {
  const absolute = resolve(path);
  return sep === "/" ? absolute : absolute.split(sep).join("/");
}

/** Path of `path` from `root`, with "/" on every platform; "." for the folder itself. */
export function nameFrom(root: string, path: string): string {
  const name = relative(root, path).split(sep).join("/");
  return name === "" ? "." : name;
}

/**
 * Resolves a path that a document names, and refuses it when it leaves the workspace, also through links.
 * @param from absolute path of the folder that relative paths start from
 */
export function insideWorkspace(
  root: string,
  from: string,
  path: string,
  reader: Reader,
): { readonly path: string } | { readonly outside: true } {
  const target = resolve(from, path);
  return isAbsolute(path) || leadsOutside(root, target, reader) ? { outside: true } : { path: target };
}

/** Whether a path leads out of a folder, as it is written or through a link. Both are absolute; the folder exists. */
export function leadsOutside(root: string, target: string, reader: Reader): boolean {
  if (leaves(root, target)) return true;
  let real: string;
  try {
    real = reader.realPath(target);
  } catch {
    // A missing file cannot lead outside; reading it will say that it is missing.
    return false;
  }
  return leaves(reader.realPath(root), real);
}

function leaves(root: string, target: string): boolean {
  const way = relative(root, target);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}
