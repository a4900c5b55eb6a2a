import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { PackTold } from "../../diagnostics/codes/packs.js";
import { sha256OfFile } from "../../files/digest.js";
import { findFiles, type FoundFile } from "../../files/find.js";
import { insideWorkspace } from "../../files/paths.js";
import { statusAt, type Reader } from "../../files/reader.js";
import { by } from "../../foundation/order.js";
import type { Sha256 } from "../../foundation/sha256.js";
import { nearestFolder } from "../imports/nearest-folder.js";

/** What the source of a pack begins with that is an installed package. */
const packagePrefix = "npm:";

const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** The kinds of OSCAL documents of a pack, each with the folder that they lie in. */
export const documentFolders = { catalog: "catalog", profile: "profiles" } as const;

export type PackDocumentKind = keyof typeof documentFolders;

/**
 * The folder of a pack, or why there is none. That of a package is looked for as Node does: in node_modules of the workspace's folder and
 * of those above.
 * @param root absolute path of the workspace
 * @returns absolute path without links
 */
export function packFolder(
  source: string,
  root: string,
  reader: Reader,
): { readonly folder: string } | { readonly why: PackTold["pack-not-found"]["why"] } {
  if (source.startsWith(packagePrefix)) {
    const name = source.slice(packagePrefix.length);
    if (!packageName.test(name)) return { why: "no-package-name" };
    const mark = join("node_modules", ...name.split("/"), "package.json");
    const above = nearestFolder(root, mark, reader, false);
    return above === undefined
      ? { why: "no-package" }
      : { folder: reader.realPath(join(above, "node_modules", ...name.split("/"))) };
  }
  if (/^[a-z][a-z\d+.-]+:/i.test(source)) return { why: "address" };
  const place = insideWorkspace(root, root, source, reader);
  if ("outside" in place) return { why: "outside" };
  const folder = resolve(root, source);
  return statusAt(folder, reader)?.kind === "folder" ? { folder: reader.realPath(folder) } : { why: "no-folder" };
}

/** The files of a pack that aims may read, sorted by their paths from its folder: rules with what lies beside them, and OSCAL documents. */
export async function packFiles(folder: string, reader: Reader): Promise<readonly FoundFile[]> {
  const documents = Object.values(documentFolders).map((each) => `${each}/*.{json,yaml,yml,xml}`);
  const wanted = ["rules/**/*", ...documents];
  const beginnings = wanted.filter((each) => statusAt(join(folder, each.split("/")[0] ?? ""), reader) !== undefined);
  return [...(await findFiles(folder, beginnings, reader))].sort(by(({ name }) => name));
}

/** The digest of a pack: that of the list of its files, as `sha256sum` prints it. @throws the operating system's error */
export async function packDigest(files: readonly FoundFile[], reader: Reader): Promise<Sha256> {
  const list = createHash("sha256");
  for (const { file, name } of files) {
    if (statusAt(file, reader)?.kind === "file") list.update(`${await sha256OfFile(file, reader)}  ${name}\n`);
  }
  return list.digest("hex");
}
