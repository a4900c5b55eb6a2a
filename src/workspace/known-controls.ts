import { frameworkOf, referenceOf } from "../assessment/control-reference.js";
import type { Reading } from "../diagnostics/diagnostic.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import type { ControlLook, KnownBeside } from "../inventory/descriptors.js";
import type { Catalog } from "../oscal/model.js";
import { catalogControls, type ResolvedProfile } from "../oscal/resolved-profile.js";
import type { AssessedProfile } from "./profile.js";
import { shippedCatalogs } from "./shipped.js";
import { whyAbsent } from "./wrong-labels.js";

/**
 * What descriptors are checked against: the controls of the catalogs, but where a profile cannot be used and nobody knows which catalogs it
 * would bring along.
 * @param ofPacks the catalogs of the workspace's packs
 */
export function controlsBeside(
  { value, problems }: Reading<AssessedProfile>,
  ofPacks: readonly Catalog[] = [],
): KnownBeside {
  return value === undefined && problems.length > 0 ? {} : { controls: controlLook(value?.resolved, ofPacks) };
}

/**
 * Looks controls up in the catalogs that ship with aims and those of a profile, once somebody asks. A framework that none of them has is
 * mentioned once: evidence may well serve another programme too.
 */
function controlLook(profile: ResolvedProfile | undefined, ofPacks: readonly Catalog[]): ControlLook {
  let ofProfile: KnownControls | undefined;
  let known: KnownControls | undefined;
  const mentioned = new Set<string>();
  return (reference) => {
    // Most references are to the controls of the profile's own catalogs; those that ship are read for any other.
    ofProfile ??= knownControls(profile, []);
    if (ofProfile.controls.has(reference)) return undefined;
    known ??= knownControls(profile, [...ofPacks, ...shippedCatalogs()]);
    const { controls, frameworks } = known;
    if (controls.has(reference)) return undefined;
    const framework = frameworkOf(reference) ?? "";
    const guess = likelyControl(reference, known);
    const reason = whyAbsent(reference);
    // Somebody with another numbering in mind means none that is merely spelt alike.
    const meant = reason === undefined || reference.startsWith(`${guess ?? ""}.`) ? guess : undefined;
    if (frameworks.has(framework)) return defined({ guess: meant, reason });
    const unknown = { framework: { name: framework, known: [...frameworks].sort() } };
    if (guess !== undefined) return { ...unknown, guess };
    if (mentioned.has(framework)) return undefined;
    mentioned.add(framework);
    return unknown;
  };
}

/** Controls by reference, and their frameworks. */
interface KnownControls {
  readonly controls: ReadonlySet<string>;
  readonly frameworks: ReadonlySet<string>;
}

function knownControls(profile: ResolvedProfile | undefined, others: readonly Catalog[]): KnownControls {
  const catalogs = [...(profile?.sourceCatalogs ?? []).map(({ catalog }) => catalog), ...others];
  const all = catalogs.flatMap((catalog) => [...catalogControls(catalog)].map(({ control }) => control));
  // A profile may have given its controls labels of its own.
  const controls = new Set([...all, ...(profile?.controls ?? [])].map(referenceOf));
  const frameworks = [...controls].flatMap((reference) => frameworkOf(reference) ?? []);
  return { controls, frameworks: new Set(frameworks) };
}

/**
 * The control that was probably meant: of the same framework the one in other letters, the one that it would be a part of, the first part of
 * it, or one that is a slip of the pen away, but not one with another number; of another framework none, unless only the writing of the framework differs (`ISO-42001`): that iso27001 looks
 * like iso42001 is no reason to take the one for the other.
 */
function likelyControl(reference: string, { controls, frameworks }: KnownControls): string | undefined {
  const colon = reference.indexOf(":");
  const [name, label] = [reference.slice(0, colon), reference.slice(colon + 1)];
  const framework = frameworks.has(name) ? name : [...frameworks].find((each) => isWritingOf(name, each));
  if (framework === undefined) return undefined;
  const prefix = `${framework}:`;
  const labels = [...controls].filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length));
  const same = labels.find((each) => each.toLowerCase() === label.trim().toLowerCase());
  const meant =
    same ??
    labels.find((each) => isPartOf(label, each)) ??
    labels.find((each) => isPartOf(each, label)) ??
    nearest(
      label,
      labels.filter((each) => each.length !== label.length || digitsOf(each) === digitsOf(label)),
    );
  return meant === undefined ? undefined : prefix + meant;
}

function isWritingOf(name: string, framework: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return plain(name) === plain(framework) || name.startsWith(`${framework}-`);
}

/** Whether the label is that of the control with one more number: `7.5.1` and `7.5`. */
function isPartOf(label: string, control: string): boolean {
  return label.slice(0, label.lastIndexOf(".")) === control;
}

function digitsOf(label: string): string {
  return label.match(/\d/g)?.sort().join("") ?? "";
}
