import { labelOf, referenceOf, withFramework } from "../assessment/control-reference.js";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { printable } from "../foundation/printable.js";
import type { Catalog, Control, Part } from "../oscal/model.js";
import { originsOf } from "../oscal/origins.js";
import type { ProfileResolution } from "../oscal/resolve.js";
import { catalogControls } from "../oscal/resolved-profile.js";
import { controlText, type ControlExplanation } from "../report/explanation.js";
import { printDiagnostics } from "../cli/print/diagnostics.js";
import { resolveNamedProfile } from "../workspace/resolve-named-profile.js";
import { exitCode, type ExitCode, type Terminal } from "../cli/terminal.js";
import { listedRules, profileOf, workspaceAt } from "./explain/workspace-rules.js";
import type { Workspace } from "../workspace/workspace.js";

interface ControlQuestion {
  /** Name or path; without it, the profile of the workspace, or else the full one that ships with aims. */
  readonly profile: string | undefined;
  /** Folder of the workspace; without it, the one where the command was started, if that is a workspace. */
  readonly folder: string | undefined;
  readonly output: "text" | "json";
  /** A code or constraint that may be meant instead. */
  readonly guess: string | undefined;
}

/** Shows what a control asks for, the values of its parameters with who set them, and the rules that judge it. */
export async function explainControl(
  reference: string,
  { profile: chosen, folder, output, guess }: ControlQuestion,
  terminal: Terminal,
): Promise<ExitCode> {
  // Who names a profile or a workspace, or writes what looks like a control, means no code.
  const meant = chosen === undefined && folder === undefined && !looksLikeControl(reference) ? guess : undefined;
  let profile: string;
  let resolution: ProfileResolution;
  let workspace: WorkspaceHere;
  try {
    workspace = await workspaceHere(folder, chosen, terminal);
    profile = chosen ?? workspace.profile ?? "iso-42001-full";
    // The answer does not depend on when it was asked.
    resolution = await resolveNamedProfile(profile, "2000-01-01T00:00:00Z", terminal);
  } catch (error) {
    // A misspelt code is answered whatever state the profile here is in.
    if (meant === undefined || !(error instanceof InputError)) throw error;
    return unknown(reference, meant, terminal);
  }
  const { document } = resolution;
  const controls = document ? controlsOf(document.catalog) : [];
  const control = named(controls, reference);
  if (control === undefined) {
    const left = unselectedControl(resolution, reference);
    if (meant !== undefined && (document === undefined || left === undefined)) {
      return unknown(reference, meant, terminal);
    }
    printDiagnostics(resolution.diagnostics, terminal);
    if (document === undefined) return exitCode.input;
    if (left === undefined) {
      const names = controls.flatMap((each) => [referenceOf(each), each.id]);
      return unknown(reference, nearest(reference, names), terminal, profile);
    }
    const { control: unselected, file } = left;
    terminal.err(
      `aims: ${printable(file)} has the control "${printable(unselected.id)}" (${printable(unselected.title)}), but the profile ${printable(profile)} does not select it. To take it in, name it in the include-controls of the import, and not in exclude-controls.\n`,
    );
    return exitCode.input;
  }
  printDiagnostics(resolution.diagnostics, terminal);
  const [origin] = originsOf(resolution, control.id);
  if (origin === undefined) throw new Error(`The control ${control.id} has no origin.`);
  const { rules, diagnostics } = await listedRules(workspace.workspace, terminal);
  const explanation: ControlExplanation = {
    control: referenceOf(control),
    title: control.title,
    profile,
    statement: proseOf(control.parts?.filter(({ name }) => name === "statement")),
    origin,
    rules: rules
      .filter(({ rule }) => rule.controls.includes(referenceOf(control)))
      .map(({ rule: { id, title, parameters }, place }) => ({ id, title, parameters, ...place })),
  };
  terminal.out(output === "json" ? `${JSON.stringify(explanation, undefined, 2)}\n` : controlText(explanation));
  const problems = [...workspace.problems, ...diagnostics];
  if (problems.length === 0) return exitCode.done;
  // What ships with aims has been told; whoever asks has to know that something of his own may be missing.
  printDiagnostics(problems, terminal);
  terminal.err("aims: rules of the workspace may be missing above, since not all of it can be read.\n");
  return exitCode.input;
}

interface WorkspaceHere {
  readonly workspace?: Workspace;
  readonly profile?: string | undefined;
  readonly problems: readonly Diagnostic[];
}

/**
 * The workspace that is named, or else the one here.
 * @throws InputError where it cannot be used, unless nobody named it and its profile is not needed
 */
async function workspaceHere(
  folder: string | undefined,
  chosen: string | undefined,
  terminal: Terminal,
): Promise<WorkspaceHere> {
  try {
    const workspace = await workspaceAt(folder, terminal);
    return workspace === undefined
      ? { problems: [] }
      : { workspace, profile: profileOf(workspace, terminal), problems: [] };
  } catch (error) {
    if (folder !== undefined || chosen === undefined || !(error instanceof InputError)) throw error;
    return { problems: error.diagnostics };
  }
}

function unknown(reference: string, guess: string | undefined, terminal: Terminal, profile?: string): ExitCode {
  const what =
    profile !== undefined
      ? `no code and no constraint, and no control of the profile ${printable(profile)}, is called "${printable(reference)}".`
      : `nothing is known about "${printable(reference)}".`;
  const hint = guess === undefined ? "aims explain lists all codes." : `Did you mean "${printable(guess)}"?`;
  terminal.err(`aims: ${what} ${hint}\n`);
  return exitCode.input;
}

/** With or without the framework, as labels and ids of the shipped catalogs are: `iso42001:A.6.2.8`, `a.6.2.8`, `cl.6.1.2`. */
function looksLikeControl(text: string): boolean {
  return /^[\w-]+:\S/.test(text) || /^[A-Za-z]{0,3}\.?\d+(?:\.\d+)*$/.test(text);
}

function controlsOf(catalog: Catalog): Control[] {
  return [...catalogControls(catalog)].map(({ control }) => control);
}

/** A control of a catalog that was read, with the catalog's file. */
function unselectedControl(
  { documents }: ProfileResolution,
  reference: string,
): { readonly control: Control; readonly file: string } | undefined {
  for (const { document } of documents) {
    const { catalog } = document.value as { catalog?: Catalog };
    const control = catalog && named(controlsOf(catalog), reference);
    if (control) return { control, file: document.file };
  }
  return undefined;
}

/** The control with the id, or else the first that is called so otherwise. */
function named(controls: readonly Control[], reference: string): Control | undefined {
  return (
    controls.find(({ id }) => id === reference) ??
    controls.find((each) => [labelOf(each), referenceOf(each), withFramework(each, each.id)].includes(reference))
  );
}

function proseOf(parts: readonly Part[] | undefined): string {
  return (parts ?? [])
    .flatMap(({ prose, parts: inner }) => [prose ?? "", proseOf(inner)])
    .filter((text) => text !== "")
    .join("\n\n");
}
