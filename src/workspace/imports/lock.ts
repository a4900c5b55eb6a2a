import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { fileAt, insideWorkspace } from "../../files/paths.js";
import { statusAt, type Reader } from "../../files/reader.js";
import type { Document, VendorLock } from "../generated/oscal-lock.js";

export type { Document as LockedDocument } from "../generated/oscal-lock.js";

/** Name of the lock file in the folder of what was downloaded. */
export const lockFile = "oscal.lock.json";

/** Name of the folder of what was downloaded, where nobody gives another. */
export const vendorFolder = "vendor";

/** A lock file that was read. */
export interface KeptLock {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly documents: Readonly<Record<string, Document>>;
}

/** The lock file of a folder. @returns no value where there is none, or none that can be used */
export async function readLock(
  folder: string,
  reader: Reader,
): Promise<{ readonly value?: KeptLock; readonly problems: readonly Diagnostic[] }> {
  const path = join(folder, lockFile);
  if (statusAt(path, reader) === undefined) return { problems: [] };
  const [{ readRecord }, { oscalLock: validator }] = await Promise.all([
    import("../record.js"),
    import("../generated/oscal-lock-validator.js"),
  ]);
  const { value, problems } = await readRecord<VendorLock>(
    { file: fileAt(path) },
    { validator, schema: "oscal-lock", called: "lock" },
    reader,
  );
  return value === undefined ? { problems } : { value: { folder, documents: value.value.documents }, problems };
}

/** The document that a lock file has for an address, if any. */
export function lockedDocument({ documents }: KeptLock, address: string): Document | undefined {
  return Object.hasOwn(documents, address) ? documents[address] : undefined;
}

/** Whether a path of a lock file is one that aims oscal vendor could have given: down from its folder, to a file, and not to itself. */
export function isCopyPath(folder: string, file: string, reader: Reader): boolean {
  const names = file.split("/");
  const goesDown = !/[\\\0]|^[a-z]:/i.test(file) && names.every((name) => name !== "" && name !== "." && name !== "..");
  return goesDown && file.toLowerCase() !== lockFile && statusAt(join(folder, ...names), reader)?.kind !== "folder";
}

/** The copy of a document that was downloaded; undefined where the path leads out of the folder. */
export function lockedPath({ folder }: KeptLock, { file }: Document, reader: Reader): string | undefined {
  const place = insideWorkspace(folder, folder, file, reader);
  return "path" in place ? place.path : undefined;
}
