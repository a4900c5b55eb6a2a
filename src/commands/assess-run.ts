import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { assess } from "../assessment/assess.js";
import { profileScope } from "../assessment/profile-scope.js";
import type { Tally } from "../assessment/tally.js";
import { severities, type Severity, type Verdict } from "../assessment/verdict.js";
import { InputError } from "../diagnostics/diagnostic.js";
import type { AssessmentReport, ReportOptions } from "../report/assessment-report.js";
import { reportFormats } from "../report/formats.js";
import { openCount } from "../report/open-work.js";
import { displayName, sha256OfFile } from "../source/files.js";
import { LineSpool } from "../source/line-spool.js";
import { readPackageJson } from "../source/package-files.js";
import { OutputFile } from "../source/write.js";
import { WorkspaceReader } from "./descriptors.js";
import { evaluatorFor, loadPolicy } from "./load-policy.js";
import type { OutputTarget } from "./output-target.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { loadProfile, shippedProfiles, type LoadedProfile } from "./profile.js";
import { exitCode, type ExitCode, type Terminal } from "./terminal.js";
import { openWorkspace, seenFrom, type Workspace } from "./workspace.js";
import { writeChain } from "./write-chain.js";

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
  const asOf = request.asOf ?? new Date().toISOString().slice(0, 10);
  const profile = await chosenProfile(request, workspace, terminal);
  const policy = await loadPolicy(workspace.rules, terminal);
  const scope = profileScope(profile.resolved, policy.rules);
  const reader = new WorkspaceReader(workspace);
  const { diagnostics } = reader;
  const organization = await reader.organization();
  const out = resolve(terminal.cwd, request.out);
  mkdirSync(out, { recursive: true });
  const spool = new LineSpool(out);
  const evaluator = await evaluatorFor(policy, scope, workspace.systems, request.ruleTimeout);
  try {
    const tally = await assess({
      asOf,
      scope,
      evaluator,
      ...(organization ? { organization } : {}),
      systems: reader.systems(),
      onVerdicts: (_subject, verdicts) => {
        for (const verdict of verdicts) spool.add(JSON.stringify(verdict));
      },
    });
    if (diagnostics.some((each) => each.severity === "error")) throw new InputError(diagnostics);
    requireSubjects(tally, workspace);
    const report: AssessmentReport = {
      tool: { name: "aims", version: toolVersion() },
      asOf,
      profile: describeProfile(profile),
      policy: { sha256: policy.wasmSha256, sources: policy.sourcesSha256 },
      ...(organization ? { organization: { id: organization.descriptor.id, name: organization.descriptor.name } } : {}),
      scope,
      tally,
      verdicts: function* () {
        for (const line of spool.lines()) yield JSON.parse(line) as Verdict;
      },
    };
    const files = await Promise.all(
      workspace.systems.map(async (file) => ({ name: file.name, sha256: await sha256OfFile(file.path) })),
    );
    const write = (target: string): void => {
      writeChain(target, {
        asOf,
        toolVersion: report.tool.version,
        policyDigest: policy.wasmSha256,
        profile: profile.resolved,
        scope,
        tally,
        ...(organization ? { organization } : {}),
        files,
      });
    };
    write(out);
    await writeReport({ format: "json", path: resolve(out, "results.json") }, report, workspace, terminal);
    for (const target of request.output) {
      if (target.format === "oscal" && target.path !== undefined) write(resolve(terminal.cwd, target.path));
      else await writeReport(target, report, workspace, terminal);
    }
    if (!request.output.some((target) => target.path === undefined))
      await writeReport({ format: "text" }, report, workspace, terminal);
    terminal.err(`Written to ${displayName(terminal.cwd, out)}: results.json and the OSCAL documents.\n`);
    printDiagnostics(seenFrom(terminal, workspace.root, diagnostics), terminal);
    return { code: verdictCode(report, request) };
  } finally {
    spool.close();
    await evaluator.close();
  }
}

async function chosenProfile(
  request: AssessmentRequest,
  workspace: Workspace,
  terminal: Terminal,
): Promise<LoadedProfile> {
  if (request.profile !== undefined) return loadProfile(request.profile, terminal.cwd);
  if (workspace.profile !== undefined) return loadProfile(workspace.profile, workspace.root);
  throw new InputError([
    {
      code: "no-profile",
      severity: "error",
      message: "No profile says which controls to assess.",
      fix: `Add --profile, or "profile:" to aims.yaml. Shipped: ${shippedProfiles().join(", ")}.`,
    },
  ]);
}

function requireSubjects(tally: Tally, workspace: Workspace): void {
  if (tally.subjects.some((subject) => subject.excluded === undefined)) return;
  throw new InputError([
    {
      code: "no-systems",
      severity: "error",
      message: `None of the ${String(tally.subjects.length)} systems is in scope: nothing was assessed, which is not a pass.`,
      file: displayName(workspace.root, workspace.root),
      fix: "Put at least one system into scope.",
    },
  ]);
}

function describeProfile({ name, resolved, sha256 }: LoadedProfile): AssessmentReport["profile"] {
  const { uuid, metadata } = resolved.profile;
  return { name, title: metadata.title, version: metadata.version, uuid, sha256 };
}

function toolVersion(): string {
  return (readPackageJson("package.json") as { version: string }).version;
}

async function writeReport(
  target: OutputTarget,
  report: AssessmentReport,
  workspace: Workspace,
  terminal: Terminal,
): Promise<void> {
  const writer = await reportFormats[target.format]?.();
  if (!writer) throw new Error(`There is no writer for the format "${target.format}".`);
  const inside = displayName(terminal.cwd, workspace.root);
  const options: ReportOptions = {
    color: terminal.color && target.path === undefined,
    workspace: inside === "." || inside.startsWith("..") ? "" : inside,
  };
  if (target.path === undefined) {
    for (const piece of writer(report, options)) terminal.out(piece);
    return;
  }
  const file = new OutputFile(resolve(terminal.cwd, target.path));
  try {
    for (const piece of writer(report, options)) file.write(piece);
    file.commit();
  } finally {
    file.discard();
  }
}

function verdictCode({ tally, scope }: AssessmentReport, request: AssessmentRequest): ExitCode {
  if (tally.counts.error > 0 && request.allowRuleErrors !== true) return exitCode.fault;
  const { failOn } = request;
  if (failOn === undefined) return exitCode.done;
  const grave = scope.rules.filter(({ rule }) => severities.indexOf(rule.severity) >= severities.indexOf(failOn));
  const open = grave.some(({ rule }) =>
    tally.rules.some((summary) => summary.rule === rule.id && openCount(summary.counts) > 0),
  );
  return open ? exitCode.findings : exitCode.done;
}
