import { resolve } from "node:path";
import { referenceOf } from "../assessment/control-reference.js";
import { codeEntry, codes } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { statusAt } from "../files/reader.js";
import type { Day } from "../foundation/day.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import { constraintRegister } from "../oscal/constraint-register.js";
import type { LawName } from "../law/laws.js";
import type { Control } from "../oscal/model.js";
import type { KnownError } from "../oscal/wrong-labels.js";
import { referenceRules } from "../oscal/reference-rules.js";
import { glossary, type ProfileTopic, type RuleTopic, type Topic } from "../report/explanation.js";
import { isProfileName, shippedProfile, shippedProfiles } from "../workspace/shipped.js";
import type { AddressMapping } from "../workspace/profile.js";
import { contextOf, type Context } from "./explain/context.js";
import { dayOf, type Host } from "./host.js";
import { anyMoment } from "./why.js";

/** The topic to explain. */
export interface ExplainRequest {
  /**
   * A control by its id or label; a parameter, rule, system or the organization by its id; a profile by its name or path; a code, a
   * constraint, a state, a level of assurance, a severity, a model of OSCAL.
   */
  readonly topic: string;
  /** Name or path of a profile; without it, that of the workspace, or else the full one that ships with aims. */
  readonly profile?: string;
  /** Folder of a workspace; without it, the host's folder, if that is a workspace. */
  readonly workspace?: string;
  /** Local copies of what the profile imports by address. */
  readonly maps?: readonly AddressMapping[];
  /** Day for which a system is judged; the clock is asked where it is left out. */
  readonly asOf?: Day;
  /** The law to derive for a system, in place of what the rules say of it. */
  readonly law?: LawName;
}

/** What a topic means. */
export interface Explanation {
  /** Everything that has the name, each of its kind. */
  readonly topics: readonly Topic[];
  /** A control that a catalog of the profile has and the profile does not select, where nothing else has the name. */
  readonly unselected?: { readonly control: Control; readonly file: SourceFile };
  /** What the name means, where a law was asked about and it is not a system. */
  readonly notSystem?: Topic["kind"];
  /** The profile that was searched, as it was named. */
  readonly profile?: string;
  /** What is widely said and wrong in the name, where nothing has it. */
  readonly known?: KnownError;
  /** The name that was probably meant, where nothing has this one. */
  readonly guess?: string;
  /** The problems and oddities of the profile and of what was looked through, where they concern the answer. */
  readonly problems: readonly Diagnostic[];
  /** Why rules of the workspace may be missing in the answer. */
  readonly incomplete: readonly Diagnostic[];
  /** Why the profile or the workspace cannot be used, where that keeps a name from being found. */
  readonly unusable: readonly Diagnostic[];
  /** Why a system of the name may be missing, where a law was asked about and none was found. */
  readonly unread?: readonly Diagnostic[];
  /** Files that were read. */
  readonly files: readonly SourceFile[];
}

const none = { topics: [], problems: [], incomplete: [], unusable: [], files: [] };

/** Kinds of topics that mean the same in every workspace. */
const everywhere: ReadonlySet<Topic["kind"]> = new Set(["code", "constraint", "word"]);

/** Whether a topic means the same everywhere, whatever profile or workspace is asked about. */
export function isTheSameEverywhere({ kind }: Topic): boolean {
  return everywhere.has(kind);
}

/** Tells what a name means: of every kind of thing that aims knows, under a profile and in a workspace. */
export async function explain(request: ExplainRequest, host: Host): Promise<Explanation> {
  const { topic, profile: chosen, workspace: folder, maps } = request;
  const fixed = fixedTopics(topic);
  const isCode = fixed.some(({ kind }) => kind !== "word");
  if (request.law !== undefined) return explainLaw(request, request.law, fixed, host);
  // Nothing of a workspace is called like a code, and a code has to be explained whatever state the workspace is in.
  if (isCode) return { ...none, topics: fixed };
  const context = await contextOf({ folder, chosen, maps }, host);
  const found = await contextTopics(topic, context, host);
  const { files, profile } = context;
  const isControl = found.some(({ kind }) => kind === "control");
  // Reading all descriptors takes its time, and no system is called like a control.
  if (context.workspace !== undefined && !isControl) {
    const { subjectTopic } = await import("./explain/subject.js");
    const wanted = { chosen, asOf: dayOf(request.asOf, host), maps };
    const subject = await subjectTopic(topic, context.workspace, wanted, host);
    if (subject.topic !== undefined) {
      return { ...none, topics: [...fixed, ...found, subject.topic], profile, problems: subject.problems, files };
    }
    if (fixed.length + found.length === 0) return notFound(request, context, subject, host);
  }
  if (fixed.length + found.length === 0) return notFound(request, context, { ids: [], problems: [] }, host);
  return {
    ...none,
    topics: [...fixed, ...found],
    profile,
    ...(isControl ? { problems: context.problems, incomplete: context.incomplete } : {}),
    // What rests on a profile or a workspace that cannot be used says less than was asked for.
    ...(!isControl && found.length > 0 ? { problems: context.unusable } : {}),
    files,
  };
}

/** Derives how a law concerns a system; a name that means something else as well means the system. */
async function explainLaw(
  request: ExplainRequest,
  law: LawName,
  fixed: readonly Topic[],
  host: Host,
): Promise<Explanation> {
  const { topic, profile: chosen, workspace: folder, maps } = request;
  const context = await contextOf({ folder, chosen, maps }, host);
  const { files, impaired } = context;
  const { lawTopic } = await import("./explain/law.js");
  // What is wrong elsewhere in the workspace changes nothing of what the descriptor of the system says.
  const workspace = context.workspace ?? impaired?.workspace;
  const found =
    workspace === undefined
      ? { ids: [], problems: [] }
      : await lawTopic(topic, law, workspace, dayOf(request.asOf, host), host);
  if (found.topic !== undefined) return { ...none, topics: [found.topic], problems: found.problems, files };
  if (found.organization === true) return { ...none, notSystem: "organization", files };
  const [other] = [...fixed, ...(await contextTopics(topic, context, host))];
  if (other !== undefined) return { ...none, notSystem: other.kind, files };
  const unread = impaired?.problems ?? found.problems;
  if (unread.length > 0) return { ...none, unread, ...defined({ guess: nearest(topic, found.ids) }), files };
  return notFound(request, context, found, host);
}

function fixedTopics(topic: string): Topic[] {
  const words = glossary.filter(({ word }) => word === topic).map((entry): Topic => ({ kind: "word", ...entry }));
  const entry = codeEntry(topic);
  const severity = Object.hasOwn(referenceRules, topic) ? referenceRules[topic] : undefined;
  const code: Topic[] = entry === undefined ? [] : [{ kind: "code", code: topic, entry, severity }];
  const declarations = Object.hasOwn(constraintRegister, topic) ? constraintRegister[topic] : undefined;
  const constraint: Topic[] = declarations === undefined ? [] : [{ kind: "constraint", id: topic, declarations }];
  return [...words, ...code, ...constraint];
}

/** What has the name under the profile, and among the rules. */
async function contextTopics(topic: string, context: Context, host: Host): Promise<Topic[]> {
  const { controlTopic, parameterTopic } = await import("./explain/control.js");
  const [control, parameter] = [controlTopic(topic, context), parameterTopic(topic, context)];
  const rule = ruleTopic(topic, context);
  const profile = await profileTopic(topic, context, host);
  return [control, parameter, rule, profile].flatMap((each) => each ?? []);
}

function ruleTopic(topic: string, { rules, controls, loaded, profile }: Context): RuleTopic | undefined {
  const found = rules.find(({ rule }) => rule.id === topic || rule.package === topic);
  if (found === undefined) return undefined;
  const selected = new Set<string>(controls.map(referenceOf));
  const parameters = controls.flatMap(({ params = [] }) => params);
  return {
    kind: "rule",
    ...found,
    ...(loaded?.resolution.document === undefined ? {} : { profile }),
    selected: found.rule.controls.filter((control) => selected.has(control)),
    values: new Map(parameters.map(({ id, values = [] }) => [id, values])),
  };
}

/** The shipped profile of the name, or the profile in the file. */
async function profileTopic(topic: string, { mapped }: Context, host: Host): Promise<ProfileTopic | undefined> {
  const shipped = isProfileName(topic) && shippedProfile(topic) !== undefined;
  const isFile = (): boolean => statusAt(resolve(host.folder, topic), host.read)?.kind === "file";
  if (!shipped && (isProfileName(topic) || !isFile())) return undefined;
  const { loadProfile } = await import("../workspace/profile.js");
  const { catalogControls } = await import("../oscal/resolved-profile.js");
  const { originsOf } = await import("../oscal/origins.js");
  const { profileSummary } = await import("./profiles.js");
  const { value } = await loadProfile(topic, { folder: host.folder, lastModified: anyMoment, ...mapped }, host.read);
  const summary = value && profileSummary(value, { shipped, used: false });
  const document = value?.resolution.document;
  if (value === undefined || summary === undefined || document === undefined) return undefined;
  const { name, title, version, imports } = summary;
  const controls = [...catalogControls(document.catalog)].map(({ control }) => control);
  const ids = new Set(controls.flatMap(({ params = [] }) => params.map(({ id }) => id)));
  const parameters = [...ids].flatMap((id) => originsOf(value.resolution, id).slice(0, 1));
  return { kind: "profile", name, title, version, shipped, imports, controls, parameters };
}

/** Why nothing has the name: the name that was meant, the profile that does not select it, or what cannot be used. */
async function notFound(
  { topic, profile: chosen, workspace: folder }: ExplainRequest,
  context: Context,
  { ids, problems }: { readonly ids: readonly string[]; readonly problems: readonly Diagnostic[] },
  host: Host,
): Promise<Explanation> {
  const { unselectedControl } = await import("./explain/control.js");
  const { profile, loaded, controls, rules, unusable, files } = context;
  // A request with a profile or a workspace, or with something like a control, does not mean a code.
  const isAnywhere = chosen === undefined && folder === undefined && !looksLikeControl(topic);
  const fixed = isAnywhere ? [...codes, ...Object.keys(constraintRegister), ...glossary.map(({ word }) => word)] : [];
  const names = [
    ...controls.flatMap((each) => [referenceOf(each), each.id]),
    ...controls.flatMap(({ params = [] }) => params.map(({ id }) => id)),
    ...rules.map(({ rule }) => rule.id),
    ...shippedProfiles(),
    ...ids,
  ];
  // Somebody who reads a rule of a pack sees its id without the name of the pack.
  const ofPack = rules.find(({ rule }) => rule.id.endsWith(`/${topic}`))?.rule.id;
  const guess = ofPack ?? nearest(topic, [...fixed, ...names]);
  const guessed = guess === undefined ? {} : { guess };
  const left = unselectedControl(topic, context);
  if (left !== undefined && loaded?.resolution.document !== undefined) {
    return { ...none, unselected: left, profile, problems: context.problems, files };
  }
  // It is so whatever the profile and the workspace are like.
  const { knownError } = await import("../workspace/wrong-labels.js");
  const known = knownError(topic);
  if (known !== undefined) return { ...none, known, files };
  if (!isProfileName(topic)) {
    // Somebody means a file: why the profile in it cannot be used says the reading of it.
    const { loadProfile } = await import("../workspace/profile.js");
    const from = { folder: host.folder, ...context.mapped, ...defined({ workspace: context.workspace?.root }) };
    const { value, problems: unread } = await loadProfile(topic, { ...from, lastModified: anyMoment }, host.read);
    return { ...none, unusable: value?.resolution.diagnostics ?? unread, files };
  }
  // A misspelt name is answered whatever state the workspace or its profile is in.
  if (guess === undefined && unusable.length > 0) return { ...none, unusable, files };
  const isOfContext = guess === undefined || names.includes(guess);
  return {
    ...none,
    ...guessed,
    unusable,
    ...(isOfContext && unusable.length === 0 ? { profile, problems: [...context.problems, ...problems] } : {}),
    files,
  };
}

/** With or without the framework, as labels and ids of the shipped catalogs are: `iso42001:A.6.2.8`, `a.6.2.8`, `cl.6.1.2`. */
function looksLikeControl(text: string): boolean {
  return /^[\w-]+:\S/.test(text) || /^[A-Za-z]{0,3}\.?\d+(?:\.\d+)*$/.test(text);
}
