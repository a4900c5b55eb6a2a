import { resolve } from "node:path";
import { labelOf, referenceOf, withFramework } from "../assessment/control-reference.js";
import { codeEntry, codes, type CodeDoc } from "../diagnostics/codes.js";
import { hasErrors, type Diagnostic, type DiagnosticSeverity } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { statusAt } from "../files/reader.js";
import { fileAt, nameFrom } from "../files/paths.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import { by } from "../foundation/order.js";
import { constraintRegister, type ConstraintDeclaration } from "../oscal/constraint-register.js";
import { catalogOf, type Catalog, type Control, type Part } from "../oscal/model.js";
import type { Origin } from "../oscal/origins.js";
import { referenceRules } from "../oscal/reference-rules.js";
import type { ProfileResolution } from "../oscal/resolve.js";
import type { Rule } from "../policy/rule.js";
import type { AddressMapping } from "../workspace/profile.js";
import type { Workspace } from "../workspace/workspace.js";
import type { Host } from "./host.js";
import { mapsOf } from "./oscal/address-maps.js";
import { anyMoment } from "./why.js";

/** The topic to explain. */
export interface ExplainRequest {
  /** A control by its id or label, a code, a constraint id, or the id of a reference rule. */
  readonly topic: string;
  /** For a control: name or path of a profile; without it, that of the workspace, or else the full one that ships with aims. */
  readonly profile?: string;
  /** For a control: folder of a workspace; without it, the host's folder, if that is a workspace. */
  readonly workspace?: string;
  /** For a control: local copies of what the profile imports by address. */
  readonly maps?: readonly AddressMapping[];
}

/** The facts about a topic. */
export type Explanation =
  /** A code of a diagnostic; of a reference rule, its severity. */
  | {
      readonly kind: "code";
      readonly code: string;
      readonly entry: CodeDoc;
      readonly severity: DiagnosticSeverity | undefined;
    }
  | { readonly kind: "constraint"; readonly id: string; readonly declarations: readonly ConstraintDeclaration[] }
  | ({ readonly kind: "control" } & ExplainedControl)
  /** A control that the profile does not select. */
  | {
      readonly kind: "unselected";
      readonly control: Control;
      readonly file: SourceFile;
      readonly profile: string;
      readonly problems: readonly Diagnostic[];
    }
  /** A code or constraint, which means the same everywhere, was asked about in a workspace. */
  | { readonly kind: "not-of-workspace" }
  /** Nothing has the name; the profile that was searched, where one was. */
  | {
      readonly kind: "unknown";
      readonly guess: string | undefined;
      readonly profile?: string;
      readonly problems: readonly Diagnostic[];
    }
  /** The profile or the workspace cannot be used. */
  | { readonly kind: "unusable"; readonly problems: readonly Diagnostic[] };

/** The facts about a control under a profile. */
export interface ExplainedControl {
  readonly control: Control;
  readonly profile: string;
  /** Markdown. */
  readonly statement: string;
  /** Who put the control there, and for each parameter its value and who set it. */
  readonly origin: Origin;
  /** Rules that speak for it. */
  readonly rules: readonly ListedRule[];
  /** The problems and oddities of the profile. */
  readonly problems: readonly Diagnostic[];
  /** Why rules of the workspace may be missing. */
  readonly incomplete: readonly Diagnostic[];
}

/** A rule, and where it stands if it does not ship with aims. */
export interface ListedRule {
  readonly rule: Rule;
  readonly place?: { readonly file: SourceFile; readonly line: number };
}

/** Tells what a control asks for under a profile, or what a code, a constraint or a reference rule means. */
export async function explain(request: ExplainRequest, host: Host): Promise<Explanation> {
  const { topic, workspace } = request;
  const entry = codeEntry(topic);
  const declarations = Object.hasOwn(constraintRegister, topic) ? constraintRegister[topic] : undefined;
  if (entry === undefined && declarations === undefined) return explainControl(request, host);
  if (workspace !== undefined) return { kind: "not-of-workspace" };
  if (entry === undefined) return { kind: "constraint", id: topic, declarations: declarations ?? [] };
  const severity = Object.hasOwn(referenceRules, topic) ? referenceRules[topic] : undefined;
  return { kind: "code", code: topic, entry, severity };
}

async function explainControl(request: ExplainRequest, host: Host): Promise<Explanation> {
  const { topic, profile: chosen, workspace: folder } = request;
  // A request with a profile or a workspace, or with something like a control, does not mean a code.
  const guess = chosen === undefined && folder === undefined && !looksLikeControl(topic) ? guessed(topic) : undefined;
  const unknown = (problems: readonly Diagnostic[]): Explanation => ({ kind: "unknown", guess, problems });
  const here = await workspaceHere(folder, chosen, host);
  // A misspelt code is answered whatever state the workspace or its profile is in.
  if (here.unusable !== undefined) {
    return guess === undefined ? { kind: "unusable", problems: here.unusable } : unknown([]);
  }
  const profile = chosen ?? here.profile ?? "iso-42001-full";
  const { loadProfile } = await import("../workspace/profile.js");
  const loaded = await loadProfile(
    profile,
    {
      folder: host.folder,
      lastModified: anyMoment,
      ...mapsOf(request, host),
      ...defined({ imports: here.workspace?.imports }),
    },
    host.read,
  );
  if (loaded.value === undefined) {
    return guess === undefined ? { kind: "unusable", problems: loaded.problems } : unknown([]);
  }
  const { resolution, notices } = loaded.value;
  const { document } = resolution;
  const problems = [...notices, ...resolution.diagnostics];
  const controls = document ? await controlsOf(document.catalog) : [];
  const control = named(controls, topic);
  if (control === undefined) {
    const left = await unselectedControl(resolution, topic);
    if (guess !== undefined && (document === undefined || left === undefined)) return unknown([]);
    if (document === undefined) return { kind: "unusable", problems };
    if (left !== undefined) return { kind: "unselected", ...left, profile, problems };
    const names = controls.flatMap((each) => [referenceOf(each), each.id]);
    return { kind: "unknown", guess: nearest(topic, names), profile, problems };
  }
  const { originsOf } = await import("../oscal/origins.js");
  const [origin] = originsOf(resolution, control.id);
  if (origin === undefined) throw new Error(`The control ${control.id} has no origin.`);
  const { rules, problems: ofRules } = await listedRules(here.workspace, host);
  return {
    kind: "control",
    control,
    profile,
    statement: proseOf(control.parts?.filter(({ name }) => name === "statement")),
    origin,
    rules: rules.filter(({ rule }) => rule.controls.includes(referenceOf(control))),
    problems,
    // Only errors keep rules off the list.
    incomplete: [...here.problems, ...ofRules.filter(({ severity }) => severity === "error")],
  };
}

function guessed(topic: string): string | undefined {
  return nearest(topic, [...codes, ...Object.keys(constraintRegister)]);
}

/** With or without the framework, as labels and ids of the shipped catalogs are: `iso42001:A.6.2.8`, `a.6.2.8`, `cl.6.1.2`. */
function looksLikeControl(text: string): boolean {
  return /^[\w-]+:\S/.test(text) || /^[A-Za-z]{0,3}\.?\d+(?:\.\d+)*$/.test(text);
}

/** Files by which a folder is known as a workspace without being named as one. */
const marks = ["aims.yaml", "organization.yaml"] as const;

interface WorkspaceHere {
  readonly workspace?: Workspace;
  readonly profile?: string | undefined;
  /** Why rules of the workspace are missing. */
  readonly problems: readonly Diagnostic[];
  /** Why the workspace that somebody means cannot be used. */
  readonly unusable?: readonly Diagnostic[];
}

/** The workspace that is named, or else the one in the host's folder, which need not be usable where its profile is not needed. */
async function workspaceHere(
  folder: string | undefined,
  chosen: string | undefined,
  host: Host,
): Promise<WorkspaceHere> {
  const isMarked = marks.some((name) => statusAt(resolve(host.folder, name), host.read) !== undefined);
  if (folder === undefined && !isMarked) return { problems: [] };
  const { openWorkspace } = await import("../workspace/workspace.js");
  const opened = await openWorkspace(resolve(host.folder, folder ?? "."), host.read, undefined, folder ?? ".");
  if (opened.value !== undefined && !hasErrors(opened.problems)) {
    return { workspace: opened.value, profile: await profileOf(opened.value, host), problems: [] };
  }
  const problems = [...opened.problems];
  if (opened.value !== undefined) {
    const { DescriptorReader } = await import("../workspace/descriptors.js");
    const descriptors = new DescriptorReader(opened.value, host.read);
    await descriptors.check();
    problems.push(...descriptors.diagnostics.filter(({ severity }) => severity === "error"));
  }
  return folder === undefined && chosen !== undefined ? { problems } : { problems: [], unusable: problems };
}

/** The profile that the workspace's aims.yaml names, as it is to be called from the host's folder. */
async function profileOf({ root, profile }: Workspace, { folder }: Host): Promise<string | undefined> {
  const { isProfileName } = await import("../workspace/shipped.js");
  const asGiven = profile === undefined || isProfileName(profile) || root === resolve(folder);
  return asGiven ? profile : nameFrom(folder, resolve(root, profile));
}

/** The rules that ship with aims and those of a workspace, also where some of these cannot run. */
async function listedRules(
  workspace: Workspace | undefined,
  host: Host,
): Promise<{ readonly rules: readonly ListedRule[]; readonly problems: readonly Diagnostic[] }> {
  const { loadPolicy, shippedPolicy } = await import("../workspace/policy.js");
  const { noRuleFiles } = await import("../workspace/rule-files.js");
  const files = workspace?.ruleFiles ?? noRuleFiles;
  const place = ({ file, row }: Rule): NonNullable<ListedRule["place"]> => ({
    file: fileAt(resolve(workspace?.root ?? host.folder, file)),
    line: row,
  });
  const { value, problems } = await loadPolicy(files, host.read, host.cache);
  if (value !== undefined) {
    const own = new Set(value.own);
    return {
      rules: value.policy.rules.map((rule) => (own.has(rule) ? { rule, place: place(rule) } : { rule })),
      problems,
    };
  }
  const shipped = shippedPolicy().policy.rules.map((rule) => ({ rule }));
  // Own rules whose METADATA can be read, though something is wrong with them.
  const { readOwnRules } = await import("../workspace/rules.js");
  const { checkRules } = await import("../policy/compile.js");
  const read = readOwnRules(files, host.read);
  const readable = read.value === undefined ? [] : (await checkRules(read.value.sources)).rules;
  const own = readable.map((rule) => ({ rule, place: place(rule) }));
  return { rules: [...shipped, ...own].sort(by(({ rule }) => rule.id)), problems };
}

async function controlsOf(catalog: Catalog): Promise<Control[]> {
  const { catalogControls } = await import("../oscal/resolved-profile.js");
  return [...catalogControls(catalog)].map(({ control }) => control);
}

/** A control of a catalog that was read, with the catalog's file. */
async function unselectedControl(
  { documents }: ProfileResolution,
  topic: string,
): Promise<{ readonly control: Control; readonly file: SourceFile } | undefined> {
  for (const { document } of documents) {
    const catalog = catalogOf(document);
    const control = catalog && named(await controlsOf(catalog), topic);
    if (control) return { control, file: document.file };
  }
  return undefined;
}

/** The control with the id, or else the first that is called so otherwise. */
function named(controls: readonly Control[], topic: string): Control | undefined {
  return (
    controls.find(({ id }) => id === topic) ??
    controls.find((each) => [labelOf(each), referenceOf(each), withFramework(each, each.id)].includes(topic))
  );
}

function proseOf(parts: readonly Part[] | undefined): string {
  return (parts ?? [])
    .flatMap(({ prose, parts: inner }) => [prose ?? "", proseOf(inner)])
    .filter((text) => text !== "")
    .join("\n\n");
}
