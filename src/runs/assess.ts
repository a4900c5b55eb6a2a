import { resolve } from "node:path";
import { assess } from "../assessment/assess.js";
import { profileScope, type Scope } from "../assessment/scope.js";
import type { Tally } from "../assessment/tally.js";
import type { Assessment, DescriptorFile } from "../assessment/assessment.js";
import type { Severity, Verdict } from "../assessment/verdict.js";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { CompiledPolicy } from "../policy/compiled-policy.js";
import type { RuleEvaluator } from "../policy/evaluator.js";
import { gate } from "../gate/gate.js";
import { sha256OfFile } from "../files/digest.js";
import { displayName } from "../files/files.js";
import { LineSpool } from "../files/spool.js";
import { OutputFolder } from "../files/write.js";
import { collectProblems } from "../workspace/collect-problems.js";
import { today } from "../cli/day.js";
import { WorkspaceReader } from "../workspace/descriptors.js";
import { evaluatorFor, loadPolicy, ownRules } from "../workspace/policy.js";
import type { OutputTarget } from "../cli/output-target.js";
import { printDiagnostics } from "../cli/print/diagnostics.js";
import { loadChosenProfile, type LoadedProfile } from "../workspace/profile.js";
import { shippedProfiles } from "../workspace/shipped.js";
import { exitCode, type ExitCode, type Terminal } from "../cli/terminal.js";
import { toolVersion } from "../workspace/tool-version.js";
import { openWorkspace, seenFrom, type Workspace } from "../workspace/workspace.js";
import { writeOutputs } from "./outputs/assessment.js";
import { writing } from "../files/writing.js";

export interface AssessmentRequest {
  /** Day of the assessment; the clock is asked where it is left out. */
  readonly asOf?: string;
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly out: string;
  readonly output: readonly OutputTarget[];
  readonly failOn?: Severity;
  readonly allowRuleErrors?: boolean;
  /** Seconds. */
  readonly ruleTimeout: number;
}

/**
 * Assesses a workspace and writes what was asked for. All input is read and all that is wrong with it shown before giving up;
 * nothing is written unless everything could be assessed.
 * @throws InputError for unusable input
 */
export async function runAssessment(
  folder: string,
  request: AssessmentRequest,
  terminal: Terminal,
): Promise<{ code: ExitCode }> {
  const workspace = await openWorkspace(folder, terminal, request.systems);
  try {
    return await assessWorkspace(workspace, request, terminal);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(seenFrom(terminal, workspace.root, error.diagnostics));
    throw error;
  }
}

async function assessWorkspace(
  workspace: Workspace,
  request: AssessmentRequest,
  terminal: Terminal,
): Promise<{ code: ExitCode }> {
  // The only look at the clock: it is the default of --as-of, and is recorded in everything that is written.
  const asOf = request.asOf ?? today();
  const { profile, policy, scope } = await basisOf(request, workspace, terminal);
  const reader = new WorkspaceReader(workspace);
  const { diagnostics } = reader;
  diagnostics.push(...profile.resolved.warnings);
  const organization = await reader.organization();
  if (!organization) requireNoOrganization(scope, workspace, diagnostics);
  const out = resolve(terminal.cwd, request.out);
  const folder = writing("folder", request.out, () => new OutputFolder(out));
  let spool: LineSpool | undefined;
  let evaluator: RuleEvaluator | undefined;
  try {
    const lines = (spool = writing("folder", request.out, () => new LineSpool(out)));
    evaluator = await evaluatorFor(policy, scope, workspace.systems, request.ruleTimeout);
    const tally = await assess({
      asOf,
      scope,
      evaluator,
      ...(organization ? { organization } : {}),
      systems: reader.systems(),
      nameOf: (file) => file,
      onVerdicts: (_subject, verdicts) => {
        for (const verdict of verdicts) lines.add(JSON.stringify(verdict));
      },
    });
    if (diagnostics.some((each) => each.severity === "error")) throw new InputError(diagnostics);
    requireSubjects(tally);
    // One after the other: thousands of files at once would be more than a process may have open.
    const files: DescriptorFile[] = [];
    const described = [...(organization ? [workspace.organization.file] : []), ...workspace.systems];
    for (const { name, path } of described) files.push({ name, sha256: await sha256OfFile(path) });
    const assessment: Assessment = {
      tool: { name: "aims", version: toolVersion() },
      asOf,
      basis: {
        profile: { name: fileNameOf(profile.name), sha256: profile.sha256, resolved: profile.resolved },
        policy: { sha256: policy.wasmSha256, sources: policy.sourcesSha256 },
      },
      ...(organization ? { organization } : {}),
      ...(request.systems ? { selection: request.systems } : {}),
      scope,
      tally,
      files,
      verdicts: function* () {
        for (const line of lines.lines()) yield JSON.parse(line) as Verdict;
      },
    };
    await writeOutputs({ out: request.out, targets: request.output, assessment }, workspace, terminal);
    terminal.err(`Written to ${displayName(terminal.cwd, out)}: results.json and the OSCAL documents.\n`);
    printDiagnostics(seenFrom(terminal, workspace.root, diagnostics), terminal);
    return { code: verdictCode(assessment, request) };
  } finally {
    spool?.close();
    await evaluator?.close();
    folder.removeIfEmpty();
  }
}

/** What an assessment rests on beside the descriptors. */
interface Basis {
  readonly profile: LoadedProfile;
  readonly policy: CompiledPolicy;
  readonly scope: Scope;
}

/** @throws InputError with what is wrong with the profile and the rules, and with the descriptors too, which nobody would read otherwise */
async function basisOf(request: AssessmentRequest, workspace: Workspace, terminal: Terminal): Promise<Basis> {
  const problems: Diagnostic[] = [];
  const profile = await collectProblems(problems, () => requiredProfile(request, workspace, terminal));
  const policy = await collectProblems(problems, () => loadPolicy(workspace.rules, terminal));
  if (profile && policy) {
    const scope = profileScope(profile.resolved, policy.rules, ownRules(policy));
    if (scope.value) return { profile, policy, scope: scope.value };
    problems.push(...scope.problems);
  }
  throw new InputError([...problems, ...(await new WorkspaceReader(workspace).problems())]);
}

async function requiredProfile(
  request: AssessmentRequest,
  workspace: Workspace,
  terminal: Terminal,
): Promise<LoadedProfile> {
  const profile = await loadChosenProfile(request.profile, workspace, terminal);
  if (profile) return profile;
  throw new InputError([
    {
      code: "no-profile",
      severity: "error",
      message: "No profile says which controls to assess.",
      fix: `Add --profile, or "profile:" to aims.yaml. Shipped: ${shippedProfiles().join(", ")}.`,
    },
  ]);
}

/** A rule about an organization that nobody described must not be passed over. */
function requireNoOrganization(scope: Scope, workspace: Workspace, diagnostics: Diagnostic[]): void {
  const rule = scope.rules.find((selected) => selected.rule.subject === "organization")?.rule;
  if (!rule) return;
  diagnostics.push({
    code: "no-organization",
    severity: "error",
    message: `The rule "${rule.id}" is about the organization, which no descriptor describes.`,
    file: workspace.organization.file.name,
    fix: "Write organization.yaml with kind: organization, or name its descriptor under organization in aims.yaml.",
  });
}

function requireSubjects(tally: Tally): void {
  const systems = tally.subjects.filter(({ kind }) => kind === "system");
  if (systems.some(({ excluded }) => excluded === undefined)) return;
  const [first] = systems;
  throw new InputError([
    {
      code: "no-systems",
      severity: "error",
      message: `${systems.length === 1 ? "The only system is" : `All ${String(systems.length)} systems are`} excluded by scope.status: nothing was assessed, which is not a pass.`,
      ...(first ? { file: first.file, line: first.line, column: 1 } : {}),
      fix: "Put at least one system into scope, or match further descriptors.",
    },
  ]);
}

/** A path would differ from machine to machine; the digest says which file it was. */
function fileNameOf(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

function verdictCode(assessment: Assessment, request: AssessmentRequest): ExitCode {
  const { passed, errors } = gate(assessment, request);
  if (errors > 0) return exitCode.fault;
  return passed ? exitCode.done : exitCode.findings;
}
