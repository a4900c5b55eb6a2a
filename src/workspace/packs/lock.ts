import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../files/paths.js";
import { statusAt, type Reader } from "../../files/reader.js";
import { defined } from "../../foundation/defined.js";
import { by } from "../../foundation/order.js";
import type { SourceDocument } from "../../source/document.js";
import type { LockedPack, PacksLock } from "../generated/packs-lock.js";

export type { LockedPack } from "../generated/packs-lock.js";

/** Name of the lock file beside aims.yaml. */
export const packsLockFile = "aims-packs.lock.json";

/** The lock file of packs that was read. */
export interface KeptPacksLock {
  readonly packs: Readonly<Record<string, LockedPack>>;
  readonly source: SourceDocument;
}

/** The lock file of a workspace. @returns no value where there is none, or none that can be used */
export async function readPacksLock(
  root: string,
  reader: Reader,
): Promise<{ readonly value?: KeptPacksLock; readonly problems: readonly Diagnostic[] }> {
  const path = join(root, packsLockFile);
  if (statusAt(path, reader) === undefined) return { problems: [] };
  const [{ readRecord }, { packsLock: validator }] = await Promise.all([
    import("../record.js"),
    import("../generated/packs-lock-validator.js"),
  ]);
  const { value, problems } = await readRecord<PacksLock>(
    { file: fileAt(path) },
    { validator, schema: "packs-lock", called: "lock" },
    reader,
  );
  return value === undefined ? { problems } : { value: { packs: value.value.packs, source: value.source }, problems };
}

/** The text of a lock file. */
export function packsLockText(
  packs: readonly {
    readonly name: string;
    readonly source: string;
    readonly version?: string;
    readonly sha256: string;
  }[],
): string {
  const entries = [...packs]
    .sort(by(({ name }) => name))
    .map(({ name, source, version, sha256 }) => [name, { source, ...defined({ version }), sha256 }] as const);
  const lock = {
    $schema: "https://aims-as-code.org/schemas/packs-lock-1.0.schema.json",
    packs: Object.fromEntries(entries),
  };
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}
