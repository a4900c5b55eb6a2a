import type { Assessment, Basis, DescriptorFile, Notice } from "../../assessment/assessment.js";
import type { Tally } from "../../assessment/tally.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { sha256OfFile, type DigestedFiles } from "../../files/digest.js";
import { toolVersion } from "../../files/package.js";
import type { Reader } from "../../files/reader.js";
import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import type { OrganizationSubject } from "../../inventory/descriptors.js";
import { policyDigest, type CompiledPolicy } from "../../policy/compiled-policy.js";
import { recordedName, type Workspace } from "../../workspace/workspace.js";
import type { RunBasis } from "./basis.js";
import type { KeptVerdicts } from "./kept-verdicts.js";

/** What a run has made of the descriptors. */
export interface Assessed {
  readonly asOf: Day;
  readonly workspace: Workspace;
  /** Patterns that the systems were narrowed to. */
  readonly selection: readonly string[] | undefined;
  readonly tally: Tally;
  readonly organization: OrganizationSubject | undefined;
  readonly kept: KeptVerdicts;
  /** Those of the descriptor files and of the files of records, as far as they were taken. */
  readonly digests: DigestedFiles | undefined;
}

/** Puts the record of a run together. @param read reads a file that was assessed once more where its digest was not taken */
export async function recordOf(
  { profile, policy: { policy }, scope, notices }: RunBasis,
  { asOf, workspace, selection, tally, organization, kept, digests }: Assessed,
  read: Reader,
): Promise<Assessment> {
  const nameOf = recordedName(workspace);
  // One after the other: thousands of files at once would be more than a process may have open.
  const files: DescriptorFile[] = [];
  const described = [...(organization ? [workspace.organization.input] : []), ...workspace.systems];
  for (const { file } of [...described, ...workspace.records]) {
    files.push({ name: nameOf(file), sha256: digests?.of(file) ?? (await sha256OfFile(file, read)) });
  }
  const basis: Basis = {
    profile: {
      name: recordedProfileName(profile),
      sha256: profile.sha256,
      resolved: profile.resolved,
    },
    policy: policyOf(policy),
  };
  return {
    tool: { name: "aims", version: toolVersion() },
    asOf,
    basis,
    ...defined({ organization, selection }),
    notices: notices.map((each) => noticeOf(each, nameOf)),
    scope,
    tally,
    files,
    ...kept.finish(),
  };
}

/** The digests of a policy as records keep them. */
export function policyOf(policy: CompiledPolicy): Basis["policy"] {
  return {
    sha256: policyDigest(policy),
    modules: policy.modules.map(({ wasmSha256 }) => wasmSha256),
    sources: policy.sourcesSha256,
    hasOwnRules: !policy.trusted,
  };
}

/** The name of a profile without the way to its file, which would differ from machine to machine; the digest says which file it was. */
export function recordedProfileName({ name }: Pick<RunBasis["profile"], "name">): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

/** A warning as the record keeps it: with the file's name in the workspace, and without the words for a terminal. */
function noticeOf(
  { code, message, fix, file, line, column }: Diagnostic,
  nameOf: (file: SourceFile) => string,
): Notice {
  return { code, message, ...defined({ fix, file: file === undefined ? undefined : nameOf(file), line, column }) };
}
