import { dirname } from "node:path";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { DescriptorReader } from "../../workspace/descriptors.js";
import type { AssessedProfile } from "../../workspace/profile.js";
import type { Workspace } from "../../workspace/workspace.js";

/** The folders of descriptors, records and rules below the workspace: what is written there is read the next time. */
export function readFolders({ root, systems, records, ruleFiles: { rules, data } }: Workspace): Set<string> {
  const folders = new Set([...systems, ...records, ...rules, ...data].map(({ file }) => dirname(file)));
  folders.delete(root);
  return folders;
}

/** The files that an assessment was read from. */
export function* inputsOf(
  workspace: Workspace,
  { evidence }: DescriptorReader,
  profile?: AssessedProfile,
): Generator<SourceFile> {
  yield workspace.organization.input.file;
  yield* evidence;
  const { rules, data, unread } = workspace.ruleFiles;
  for (const { file } of [...workspace.systems, ...workspace.records, ...rules, ...data, ...unread]) yield file;
  if (workspace.settings) yield workspace.settings.file;
  if (profile) yield* profile.files;
}
