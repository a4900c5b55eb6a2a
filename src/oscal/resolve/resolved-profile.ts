import { InputError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceDocument } from "../../source/document.js";
import type { Catalog, Control, Group, Parameter, Profile } from "../model/types.js";
import type { ProfileResolution } from "./resolve-profile.js";

/** A parameter with the value that holds after the profile has been applied. */
export interface ResolvedParameter {
  readonly id: string;
  /** As it is in the resolved catalog. */
  readonly declaration: Parameter;
  readonly values: readonly string[];
  /** The document and pointer that set the values: the profile's set-parameter, or the catalog's own parameter. */
  readonly setBy: { readonly document: SourceDocument; readonly pointer: string };
}

/** What an assessment needs of a profile: controls in the order of the resolved catalog, and their parameters. */
export interface ResolvedProfile {
  readonly profile: Profile;
  readonly source: SourceDocument;
  /** What the profile imports, in its order: catalogs as they stand, and what imported profiles resolve to. */
  readonly catalogs: readonly { readonly href: string; readonly catalog: Catalog; readonly source: SourceDocument }[];
  /** All documents that were read, the profile first. */
  readonly documents: readonly SourceDocument[];
  readonly controls: readonly Control[];
  readonly parameters: ReadonlyMap<string, ResolvedParameter>;
  /** What is odd about the profile without keeping it from being assessed. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Warnings of the resolver that are errors for an assessment: something is not assessed that the profile means to have assessed, or it
 * cannot be said which control a result belongs to.
 */
const unusable: ReadonlySet<string> = new Set([
  "profile-alter-unknown-control",
  "profile-control-inserted-twice",
  "profile-duplicate-control",
  "profile-pattern-unmatched",
  "profile-selects-nothing",
  "profile-unknown-control",
  "profile-unknown-parameter",
]);

/**
 * The controls and parameters of a resolved profile.
 * @throws InputError where the profile could not be resolved, or not to something that can be assessed
 */
export function resolvedProfile(resolution: ProfileResolution): ResolvedProfile {
  const diagnostics = resolution.diagnostics.map((each): Diagnostic =>
    unusable.has(each.code) ? { ...each, severity: "error" } : each,
  );
  const [root] = resolution.documents;
  const { document } = resolution;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (document === undefined || root === undefined || errors.length > 0) throw new InputError(errors);
  const { profile } = root.document.value as { profile: Profile };
  const controls: Control[] = [];
  const parameters = new Map<string, ResolvedParameter>();
  for (const { object, pointer } of holdersIn(document.catalog)) {
    if (isControl(pointer)) controls.push(object as Control);
    object.params?.forEach((declaration, index) => {
      parameters.set(declaration.id, {
        id: declaration.id,
        declaration,
        values: declaration.values ?? [],
        setBy: settingOf(resolution, `${pointer}/params/${String(index)}`, root.document),
      });
    });
  }
  return {
    profile,
    source: root.document,
    catalogs: resolution.imports.map(({ directive, catalog, loaded }) => ({
      href: directive.href,
      catalog,
      source: loaded.document,
    })),
    documents: resolution.documents.map((each) => each.document),
    controls,
    parameters,
    warnings: diagnostics,
  };
}

/** All controls of a catalog with their pointers, in the model's order, parents before the controls inside them. */
export function* catalogControls(catalog: Catalog): Generator<{ control: Control; pointer: string }> {
  for (const { object, pointer } of holdersIn(catalog)) {
    if (isControl(pointer)) yield { control: object as Control, pointer };
  }
}

function isControl(pointer: string): boolean {
  return /\/controls\/\d+$/.test(pointer);
}

type Holder = Pick<Group, "params" | "groups" | "controls">;

/** The catalog, its groups and its controls. */
function* holdersIn(catalog: Catalog): Generator<{ object: Holder; pointer: string }> {
  yield { object: catalog, pointer: "/catalog" };
  yield* controlsIn(catalog, "/catalog");
  for (const [index, group] of (catalog.groups ?? []).entries()) {
    yield* groupIn(group, `/catalog/groups/${String(index)}`);
  }
}

function* groupIn(group: Group, pointer: string): Generator<{ object: Holder; pointer: string }> {
  yield { object: group, pointer };
  for (const [index, inner] of (group.groups ?? []).entries()) {
    yield* groupIn(inner, `${pointer}/groups/${String(index)}`);
  }
  yield* controlsIn(group, pointer);
}

function* controlsIn(
  holder: Pick<Control, "controls">,
  pointer: string,
): Generator<{ object: Holder; pointer: string }> {
  for (const [index, control] of (holder.controls ?? []).entries()) {
    const here = `${pointer}/controls/${String(index)}`;
    yield { object: control, pointer: here };
    yield* controlsIn(control, here);
  }
}

function settingOf(
  { provenance }: ProfileResolution,
  pointer: string,
  fallback: SourceDocument,
): ResolvedParameter["setBy"] {
  const steps = provenance.of(pointer);
  const setting = steps.findLast(({ property }) => property === "values");
  const origin = setting ?? steps.find(({ action }) => action !== "imported");
  if (origin === undefined) return { document: fallback, pointer: "/profile" };
  const { document, pointer: place } = origin;
  // The setting's step names the property; a problem with the value is looked for in the instruction.
  return { document, pointer: setting === undefined ? place : place.replace(/\/values$/, "") };
}
