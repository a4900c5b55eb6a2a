import { join } from "node:path";
import { problem } from "../diagnostics/codes/packs.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "../files/paths.js";
import { readBounded } from "../files/read.js";
import { statusAt, type Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { isObject } from "../foundation/json-value.js";
import { by } from "../foundation/order.js";
import { packPrefix } from "../policy/packages.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";
import { documentFolders, packDigest, packFiles, packFolder, type PackDocumentKind } from "./packs/find.js";
import { readPacksLock, type KeptPacksLock } from "./packs/lock.js";
import type { Pack, PackDocument } from "./packs/pack.js";
import { findRuleFiles, noRuleFiles, type RuleFiles } from "./rule-files.js";

export { packDocument } from "./packs/address.js";
export type { Pack } from "./packs/pack.js";
export { packsLockFile, packsLockText } from "./packs/lock.js";

/** What an aims.yaml says about packs. */
export interface PackSettings {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Where each pack comes from, by its name. */
  readonly packs?: Readonly<Record<string, string>>;
  readonly source?: SourceDocument;
}

/** The packs of a workspace, with what is wrong with them and with the lock file. */
export async function readPacks(
  { root, packs: named = {}, source }: PackSettings,
  reader: Reader,
): Promise<Required<Reading<readonly Pack[]>>> {
  const problems: Diagnostic[] = [];
  const lock = await readPacksLock(root, reader);
  problems.push(...lock.problems);
  const packs: Pack[] = [];
  for (const [name, from] of Object.entries(named).sort(by(([key]) => key))) {
    const place = source && placeOf(source, formatPointer(["packs", name]));
    const found = packFolder(from, root, reader);
    if ("why" in found) {
      problems.push(problem("pack-not-found", place, { name, source: from, why: found.why }));
      continue;
    }
    const { folder } = found;
    const files = await packFiles(folder, reader);
    if (files.length === 0) {
      problems.push(problem("pack-without-content", place, { name, source: from }));
      continue;
    }
    const sha256 = await packDigest(files, reader);
    const locked = lock.value?.packs[name];
    const state =
      locked === undefined ? "not-locked" : locked.sha256 === sha256 && locked.source === from ? "locked" : "changed";
    // A lock file that cannot be read says nothing of packs.
    if (!lock.problems.some(({ severity }) => severity === "error")) {
      if (locked === undefined) problems.push(problem("pack-not-locked", place, { name }));
      else if (state === "changed") {
        const told = { name, locked: locked.sha256, found: sha256 };
        problems.push(
          problem("pack-changed", place, { ...told, ...(locked.source === from ? {} : { from: locked.source }) }),
        );
      }
    }
    packs.push({
      ...{ name, source: from, folder, sha256, state },
      ...defined({ version: versionOf(folder, reader) }),
      rules: await rulesOf(name, folder, reader),
      documents: documentsOf(name, files),
    });
  }
  return { value: packs, problems: [...problems, ...notNamed(lock.value, named)] };
}

function notNamed(lock: KeptPacksLock | undefined, named: Readonly<Record<string, string>>): Diagnostic[] {
  return Object.keys(lock?.packs ?? {})
    .filter((name) => !Object.hasOwn(named, name))
    .map((name) =>
      problem("pack-not-named", lock && placeOf(lock.source, formatPointer(["packs", name]), "key"), { name }),
    );
}

/** The version in the package.json of a folder, where there is one that can be read. */
function versionOf(folder: string, reader: Reader): string | undefined {
  const file = fileAt(join(folder, "package.json"));
  if (statusAt(file, reader)?.kind !== "file") return undefined;
  const bytes = readBounded({ file }, reader);
  if (!(bytes instanceof Uint8Array)) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isObject(read) && typeof read["version"] === "string" ? read["version"] : undefined;
  } catch {
    return undefined;
  }
}

/** The folders of a pack are searched as those of the workspace; the compiler knows its files by the pack's name, wherever it lies. */
async function rulesOf(name: string, folder: string, reader: Reader): Promise<RuleFiles> {
  if (statusAt(join(folder, "rules"), reader)?.kind !== "folder") return noRuleFiles;
  const { rules, data, equivalents, unread } = await findRuleFiles(folder, ["rules"], reader);
  const called = <File extends { readonly name: string }>(file: File): File => ({
    ...file,
    name: packPrefix(name) + file.name,
  });
  const [ofRules, ofData, ofEquivalents] = [rules.map(called), data.map(called), equivalents.map(called)];
  return { rules: ofRules, data: ofData, equivalents: ofEquivalents, unread, packs: [name] };
}

function documentsOf(
  name: string,
  files: readonly { readonly name: string; readonly file: SourceFile }[],
): PackDocument[] {
  return Object.entries(documentFolders).flatMap(([kind, folder]) =>
    files
      .filter((each) => each.name.startsWith(`${folder}/`))
      .map(({ name: path, file }) => ({
        kind: kind as PackDocumentKind,
        address: `pack:${name}/${kind}/${path.slice(folder.length + 1).replace(/\.[a-z]+$/, "")}`,
        file,
      })),
  );
}
