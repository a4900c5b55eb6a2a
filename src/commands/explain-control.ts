import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { aimsNamespace, propertyValue } from "../assessment/aims-properties.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Control, Part } from "../oscal/model/types.js";
import { originsOf, type Origin } from "../oscal/resolve/origins.js";
import { catalogControls } from "../oscal/resolve/resolved-profile.js";
import { controlText } from "../report/control-text.js";
import { loadPolicy } from "./load-policy.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { resolveNamedProfile } from "./resolve-named-profile.js";
import { exitCode, type ExitCode, type Terminal } from "./terminal.js";

/** What aims knows of a control under a profile. */
export interface ControlExplanation {
  /** With the framework before it, such as `iso42001:A.6.2.8`. */
  readonly control: string;
  readonly title: string;
  /** Name of the profile as it was given. */
  readonly profile: string;
  /** Markdown. */
  readonly statement: string;
  /** Who put the control there, and for each parameter its value and who set it. */
  readonly origin: Origin;
  /** Rules that speak for it, shipped and own. */
  readonly rules: readonly { readonly id: string; readonly title: string; readonly parameters: readonly string[] }[];
}

/** Whether somebody means a control: `iso42001:A.6.2.8`, `A.6.2.8` or its id, `a.6.2.8` or `cl.6.1.2`. */
export function isControlReference(text: string): boolean {
  return /^[\w-]+:\S/.test(text) || /^[A-Za-z]{0,3}\.?\d+(?:\.\d+)*$/.test(text);
}

/** Shows what a control asks for, the values of its parameters with who set them, and the rules that judge it. */
export async function explainControl(
  reference: string,
  profileOption: string | undefined,
  output: "text" | "json",
  terminal: Terminal,
): Promise<ExitCode> {
  const profile = profileOption ?? (await profileHere(terminal)) ?? "iso-42001-full";
  // The answer does not depend on when it was asked.
  const resolution = await resolveNamedProfile(profile, "2000-01-01T00:00:00Z", terminal);
  printDiagnostics(resolution.diagnostics, terminal);
  if (resolution.document === undefined) return exitCode.input;
  const controls = [...catalogControls(resolution.document.catalog)].map(({ control }) => control);
  const control = controls.find((each) => [each.id, labelOf(each), referenceOf(each)].includes(reference));
  if (control === undefined) {
    const guess = nearest(
      reference,
      controls.flatMap((each) => [referenceOf(each), each.id]),
    );
    const hint = guess === undefined ? "" : ` Did you mean "${guess}"?`;
    terminal.err(`aims: the profile ${profile} has no control "${reference}".${hint}\n`);
    return exitCode.input;
  }
  const [origin] = originsOf(resolution, control.id);
  if (origin === undefined) throw new Error(`The control ${control.id} has no origin.`);
  const { rules } = await loadPolicy([], terminal);
  const explanation: ControlExplanation = {
    control: referenceOf(control),
    title: control.title,
    profile,
    statement: proseOf(control.parts?.filter(({ name }) => name === "statement")),
    origin,
    rules: rules
      .filter((rule) => rule.controls.includes(referenceOf(control)))
      .map(({ id, title, parameters }) => ({ id, title, parameters })),
  };
  terminal.out(output === "json" ? `${JSON.stringify(explanation, undefined, 2)}\n` : controlText(explanation));
  return exitCode.done;
}

async function profileHere(terminal: Terminal): Promise<string | undefined> {
  if (!existsSync(resolve(terminal.cwd, "aims.yaml"))) return undefined;
  const { openWorkspace } = await import("./workspace.js");
  return (await openWorkspace(".", terminal)).profile;
}

function labelOf({ id, props }: Control): string {
  return propertyValue(props, "label") ?? id;
}

function referenceOf(control: Control): string {
  const framework = propertyValue(control.props, "framework", aimsNamespace);
  return framework === undefined ? labelOf(control) : `${framework}:${labelOf(control)}`;
}

function proseOf(parts: readonly Part[] | undefined): string {
  return (parts ?? [])
    .flatMap(({ prose, parts: inner }) => [prose ?? "", proseOf(inner)])
    .filter((text) => text !== "")
    .join("\n\n");
}
