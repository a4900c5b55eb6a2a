import { dirname, resolve } from "node:path";
import type { DescriptorFile } from "../assessment/assessment.js";
import { hasErrors, InputError, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { componentDefinition, componentDefinitionFolder, type RulesUnderProfile } from "../exchange/oscal.js";
import { sha256OfFile } from "../files/digest.js";
import { toolVersion } from "../files/package.js";
import { statusAt } from "../files/reader.js";
import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import type { OrganizationSubject } from "../inventory/descriptors.js";
import { codecDiagnosticAt } from "../oscal/codec-diagnostic.js";
import { formatOfName, type OscalFormat } from "../oscal/read.js";
import { documentText } from "../oscal/write.js";
import type { RuleId } from "../policy/rule.js";
import { textOutput, type TextOutput } from "../report/output.js";
import { DescriptorReader } from "../workspace/descriptors.js";
import type { AddressMapping } from "../workspace/profile.js";
import { profileHref } from "../workspace/profile-href.js";
import { isWorkspace, openWorkspace, recordedName, type Workspace } from "../workspace/workspace.js";
import { readBasis, type RunBasis } from "./assess/basis.js";
import { policyOf, recordedProfileName } from "./assess/record.js";
import { dayOf, type Host } from "./host.js";
import { readLaterProblems } from "./outputs-in-workspace.js";
import { placeProblems, writeTogether, type PlacedOutput } from "./outputs.js";

/** The rules that are wanted as a component definition, and where it goes. Paths start from the host's folder. */
export interface ExportComponentDefinitionRequest {
  /** Folder of a workspace; without one, the host's folder where that is a workspace, or else the shipped rules alone. */
  readonly workspace?: string;
  /** Name of a shipped profile or path of an OSCAL profile, in place of the one in aims.yaml. */
  readonly profile?: string;
  /** Local copies of what profiles import by address; they go before those of aims.yaml. */
  readonly maps?: readonly AddressMapping[];
  /** Day for which the definition holds; the clock is asked where it is left out. */
  readonly asOf?: Day;
  /** By the ending of `out` unless given, else JSON. */
  readonly to?: OscalFormat;
  /**
   * The file, by its ending `.json`, `.yaml`, `.yml` or `.xml`, or else the folder for the definition with the profile and its catalogs
   * beside it; undefined to get the document back as a text.
   */
  readonly out?: string;
}

/** The end of an export. */
export interface ComponentDefinitionExport {
  /** The document, where it is not written to a file. */
  readonly text?: string;
  /** What is wrong with the input, or with the place; where nothing of it is an error, the documents are written. */
  readonly problems: readonly Diagnostic[];
  /** Numbers of the rules and of the controls that they speak for; left out where there is no definition. */
  readonly counts?: { readonly rules: number; readonly controls: number };
  /** The files that were written, by their names in the folder, or the file. */
  readonly written: readonly string[];
}

/** The profile that the shipped rules are seen under where nobody names one. */
const defaultProfile = "iso-42001-full";

/**
 * Makes an OSCAL component definition of the rules, shipped and own, that speak for a control of the profile.
 * @throws InputError for places that cannot be written to, or that hold an input; RangeError for a day that does not exist
 */
export async function exportComponentDefinition(
  request: ExportComponentDefinitionRequest,
  host: Host,
): Promise<ComponentDefinitionExport> {
  const asOf = dayOf(request.asOf, host);
  const opened = await opening(request.workspace, host);
  if (hasErrors(opened.problems)) return { problems: opened.problems, written: [] };
  const workspace = opened.value;
  const chosen = request.profile ?? (workspace === undefined ? defaultProfile : undefined);
  const { value: basis, problems } = await readBasis(workspace, defined({ profile: chosen, maps: request.maps }), host);
  const described = await organizationOf(workspace, host);
  const all = [...problems, ...described.problems];
  if (basis === undefined || hasErrors(all)) return { problems: all, written: [] };
  const rules: RulesUnderProfile = {
    tool: { version: toolVersion() },
    asOf,
    profile: { name: recordedProfileName(basis.profile), resolved: basis.profile.resolved },
    policy: policyOf(basis.policy.policy),
    scope: basis.scope,
    ...(workspace === undefined
      ? {}
      : {
          workspace: {
            ...defined({ organization: described.value }),
            ruleFiles: await ownRuleFiles(basis, workspace, host),
          },
        }),
  };
  const counts = countsOf(rules);
  const { files, problems: lost } = await documents(rules, request, host);
  if (hasErrors(lost)) return { problems: [...all, ...lost], written: [] };
  const done = { problems: [...all, ...lost], counts };
  if (request.out === undefined) return { ...done, text: [...files.values()].join(""), written: [] };
  await writeFiles(files, { ...request, out: request.out }, inputsOf(basis, workspace), host);
  return { ...done, written: [...files.keys()] };
}

function countsOf({ scope }: RulesUnderProfile): NonNullable<ComponentDefinitionExport["counts"]> {
  return { rules: scope.rules.length, controls: new Set(scope.rules.flatMap(({ controls }) => controls)).size };
}

/** Opens the workspace that is named, or the one in the host's folder. Neither value nor problems where there is none. */
async function opening(named: string | undefined, host: Host): Promise<Reading<Workspace>> {
  const folder = named ?? (isWorkspace(host.folder, host.read) ? "." : undefined);
  if (folder === undefined) return { problems: [] };
  const opened = await openWorkspace(resolve(host.folder, folder), host.read, undefined, folder);
  // Rules can be written before the first descriptor, and what is odd about descriptors is for others to say.
  const problems = opened.problems.filter(({ code, severity }) => severity === "error" && code !== "no-systems");
  return { ...defined({ value: opened.value }), problems };
}

/** The organization, whose id is in every UUID; there need not be one. */
async function organizationOf(workspace: Workspace | undefined, host: Host): Promise<Reading<OrganizationSubject>> {
  if (workspace?.organization.exists !== true) return { problems: [] };
  const descriptors = new DescriptorReader(workspace, host.read);
  const organization = await descriptors.organization();
  const problems = descriptors.diagnostics.filter(({ severity }) => severity === "error");
  return { ...defined({ value: organization }), problems };
}

/** The files of the workspace's own rules that run under the profile, by their names in the workspace. */
async function ownRuleFiles(
  { policy, scope }: RunBasis,
  workspace: Workspace,
  { read }: Host,
): Promise<ReadonlyMap<RuleId, DescriptorFile>> {
  const own = new Set(policy.own);
  const nameOf = recordedName(workspace);
  const found = new Map<RuleId, DescriptorFile>();
  for (const { rule } of scope.rules) {
    const file = own.has(rule) ? policy.files.get(rule.file) : undefined;
    if (file !== undefined) found.set(rule.id, { name: nameOf(file), sha256: await sha256OfFile(file, read) });
  }
  return found;
}

/** The documents as texts, by the names of their files in the folder; of a file, or a text, the definition alone. */
async function documents(
  rules: RulesUnderProfile,
  request: ExportComponentDefinitionRequest,
  host: Host,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly problems: readonly Diagnostic[] }> {
  const { out, to } = request;
  const { source } = rules.profile.resolved;
  const isFile = out === undefined || !isFolder(out, host);
  const format = to ?? (isFile && out !== undefined ? formatOfName(out) : undefined) ?? "json";
  const folder = out === undefined ? host.folder : dirname(resolve(host.folder, out));
  const made = isFile
    ? new Map([[out ?? "", (): unknown => componentDefinition(rules, profileHref(source.file, folder))]])
    : componentDefinitionFolder(rules, format);
  const files = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const [name, make] of made) {
    const { text, problems: unwritable, losses } = await documentText(make(), format);
    // Own documents can be written as anything; a catalog of somebody's may hold what XML cannot.
    problems.push(...[...unwritable, ...losses].map((each) => codecDiagnosticAt(each, { file: source.file })));
    files.set(name, text);
  }
  return { files, problems };
}

function isFolder(out: string, { folder, read }: Host): boolean {
  return (
    formatOfName(out) === undefined || /[\\/]$/.test(out) || statusAt(resolve(folder, out), read)?.kind === "folder"
  );
}

/** Writes the file, or all files of the folder, or none. @throws InputError for a place that is not free for it */
async function writeFiles(
  files: ReadonlyMap<string, string>,
  request: ExportComponentDefinitionRequest & { readonly out: string },
  inputs: Iterable<SourceFile>,
  host: Host,
): Promise<void> {
  const option = `--out ${request.out}`;
  const path = resolve(host.folder, request.out);
  const texts = new Map([...files].map(([name, text]): [string, TextOutput] => [name, textOutput([text])]));
  const [only] = texts.values();
  const folder = isFolder(request.out, host);
  const output: PlacedOutput["output"] = folder || only === undefined ? { kind: "folder", files: texts } : only;
  const later = await readLaterProblems([{ option, path, isFolder: folder }], request.workspace, host);
  const problems = [...later, ...placeProblems([{ option, path, output }], inputs, host)];
  if (problems.length > 0) throw new InputError(problems);
  await writeTogether([{ option, path, output }], host.write);
}

function inputsOf({ profile }: RunBasis, workspace: Workspace | undefined): SourceFile[] {
  if (workspace === undefined) return [...profile.files];
  const { settings, organization, systems, records, ruleFiles } = workspace;
  const { rules, data, unread } = ruleFiles;
  const read = [organization.input, ...systems, ...records, ...rules, ...data, ...unread];
  return [...read.map(({ file }) => file), ...(settings === undefined ? [] : [settings.file]), ...profile.files];
}
