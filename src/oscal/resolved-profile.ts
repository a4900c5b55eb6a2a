import { addTo } from "../foundation/multimap.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "../source/document.js";
import type { Place } from "../source/place.js";
import { valueAt } from "../source/pointer.js";
import { catalogOf, profileOf } from "./model.js";
import type { Catalog, Control, Group, Parameter, Profile, Property } from "./model/generated/types.js";
import type { ProvenanceStep } from "./resolve/history.js";
import type { ProfileResolution } from "./resolve.js";

/** A parameter with the value that holds after the profile has been applied. */
export interface ResolvedParameter {
  readonly id: string;
  /** As it is in the resolved catalog. */
  readonly declaration: Parameter;
  /** As its catalog declares it, before any profile; of a parameter that no catalog declares, as a profile adds it. */
  readonly original: Parameter;
  /** Where the parameters of this id in the resolved catalog are declared, each place once; all else here is of the last of them. */
  readonly declarations: readonly ParameterDeclaration[];
  /** Props by name and namespace in which `declaration` differs from `original`, with the place that makes the difference. */
  readonly redeclared: readonly RedeclaredProperty[];
  readonly values: readonly string[];
  /** The document and pointer that set the values or took them away: the profile's set-parameter, or the catalog's own parameter. */
  readonly setBy: Place;
  /** Another parameter of this id in the resolved catalog, where its values are others, and what set those. */
  readonly otherwise?: { readonly values: readonly string[]; readonly setBy: Place };
}

/** A parameter as a catalog declares it, or, where none does, as a profile adds it. */
export interface ParameterDeclaration extends Place {
  readonly parameter: Parameter;
}

/** A property of a parameter that a profile does not leave as the catalog declares it. */
export interface RedeclaredProperty extends Place {
  readonly name: string;
  readonly ns?: string;
}

/** The parts of a profile that an assessment needs: controls in the order of the resolved catalog, and their parameters. */
export interface ResolvedProfile {
  readonly profile: Profile;
  readonly source: SourceDocument;
  /** The profile's imports, in its order: catalogs as they stand, and the resolved catalogs of imported profiles. */
  readonly catalogs: readonly { readonly href: string; readonly catalog: Catalog; readonly source: SourceDocument }[];
  /** The catalogs that everything comes from, through however many profiles, whole and in the order of reading. */
  readonly sourceCatalogs: readonly { readonly catalog: Catalog; readonly source: SourceDocument }[];
  /** All documents that were read, the profile first. */
  readonly documents: readonly SourceDocument[];
  readonly controls: readonly Control[];
  readonly parameters: ReadonlyMap<string, ResolvedParameter>;
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
 * @returns errors where the profile could not be resolved, or not to something that can be assessed, and else warnings
 */
export function resolvedProfile(resolution: ProfileResolution): Reading<ResolvedProfile> {
  const diagnostics = resolution.diagnostics.map((each): Diagnostic =>
    unusable.has(each.code) ? { ...each, severity: "error" } : each,
  );
  const [root] = resolution.documents;
  const { document } = resolution;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (document === undefined || root === undefined || errors.length > 0) return { problems: errors };
  const profile = profileOf(root.document);
  if (profile === undefined) throw new Error("A document that was resolved is a profile");
  const controls: Control[] = [];
  const parameters = new Map<string, ResolvedParameter>();
  const sourceCatalogs = resolution.documents.flatMap(({ document: source }) => {
    const catalog = catalogOf(source);
    return catalog === undefined ? [] : [{ catalog, source }];
  });
  const declarations = declarationsIn(sourceCatalogs);
  const selected = new Map<string, ParameterDeclaration[]>();
  const known = new Set<Parameter>();
  for (const { object, pointer } of holdersIn(document.catalog)) {
    if (isControl(pointer)) controls.push(object as Control);
    object.params?.forEach((declaration, index) => {
      const place = `${pointer}/params/${String(index)}`;
      const steps = resolution.provenance.of(place);
      const setBy = settingOf(declaration, steps, root.document);
      const origin = declarationOf(declaration, steps, declarations.get(declaration.id) ?? []) ?? {
        ...setBy,
        parameter: declaration,
      };
      const { parameter: original } = origin;
      // The same control by two ways declares its parameters once.
      if (!known.has(original)) addTo(selected, declaration.id, origin);
      known.add(original);
      const values = declaration.values ?? [];
      const before = parameters.get(declaration.id);
      const otherwise =
        before === undefined || sameTexts(before.values, values)
          ? before?.otherwise
          : { values: before.values, setBy: before.setBy };
      parameters.set(declaration.id, {
        id: declaration.id,
        declaration,
        original,
        declarations: selected.get(declaration.id) ?? [origin],
        redeclared: redeclaredProperties(original, declaration, (position) =>
          position === undefined
            ? (steps.findLast(({ action }) => action === "removed") ?? steps.find(isOrigin) ?? setBy)
            : (resolution.provenance.of(`${place}/props/${String(position)}`).find(isOrigin) ?? setBy),
        ),
        values,
        setBy,
        ...(otherwise === undefined ? {} : { otherwise }),
      });
    });
  }
  const value: ResolvedProfile = {
    profile,
    source: root.document,
    catalogs: resolution.imports.map(({ directive, catalog, loaded }) => ({
      href: directive.href,
      catalog,
      source: loaded.document,
    })),
    sourceCatalogs,
    documents: resolution.documents.map((each) => each.document),
    controls,
    parameters,
  };
  return { value, problems: diagnostics };
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, index) => text === others[index]);
}

/** All controls of a catalog with their pointers, in the model's order, parents before the controls inside them. */
export function* catalogControls(catalog: Catalog): Generator<{ control: Control; pointer: string }> {
  for (const { object, pointer } of holdersIn(catalog)) {
    if (isControl(pointer)) yield { control: object as Control, pointer };
  }
}

/** All parameters of a catalog, its groups and its controls, in the model's order. */
export function* catalogParameters(catalog: Catalog): Generator<Parameter> {
  for (const { object } of holdersIn(catalog)) yield* object.params ?? [];
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

/** Whether a step stands in a catalog or a profile's instructions, as against an event in the object's history. */
function isOrigin({ action }: ProvenanceStep): boolean {
  return action === "defined" || action === "added" || action === "set";
}

function declarationsIn(catalogs: ResolvedProfile["sourceCatalogs"]): Map<string, ParameterDeclaration[]> {
  const declarations = new Map<string, ParameterDeclaration[]>();
  for (const { catalog, source } of catalogs) {
    for (const { object, pointer } of holdersIn(catalog)) {
      for (const [index, parameter] of (object.params ?? []).entries()) {
        addTo(declarations, parameter.id, {
          document: source,
          pointer: `${pointer}/params/${String(index)}`,
          parameter,
        });
      }
    }
  }
  return declarations;
}

/** A profile that takes a catalog's parameter out and puts another of the id in does not become its origin by that. */
function declarationOf(
  merged: Parameter,
  steps: readonly ProvenanceStep[],
  declarations: readonly ParameterDeclaration[],
): ParameterDeclaration | undefined {
  const origin = steps.find(isOrigin);
  const found =
    declarations.find(({ document, pointer }) => document === origin?.document && pointer === origin.pointer) ??
    declarations[0];
  if (found !== undefined || origin === undefined) return found;
  const { document, pointer } = origin;
  return { document, pointer, parameter: (valueAt(document.value, pointer) as Parameter | undefined) ?? merged };
}

/** @param placeOf the place of the prop at a position of the merged parameter, or of what took a prop away */
function redeclaredProperties(
  original: Parameter,
  merged: Parameter,
  placeOf: (position: number | undefined) => Place,
): RedeclaredProperty[] {
  if (merged.props === original.props) return [];
  const before = propertiesByName(original.props);
  const after = propertiesByName(merged.props);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const declared = before.get(key) ?? [];
    const found = after.get(key) ?? [];
    const values = new Set(declared.map(({ value }) => value));
    const same =
      declared.length === found.length && found.every(({ value }, index) => value === declared[index]?.value);
    const [property] = [...found, ...declared];
    if (same || property === undefined) return [];
    const changed = found.find(({ value }) => !values.has(value)) ?? found.at(-1);
    const { document, pointer } = placeOf(changed?.position);
    const { name, ns } = property;
    return [{ name, ...(ns === undefined ? {} : { ns }), document, pointer }];
  });
}

type PlacedProperty = Property & { readonly position: number };

function propertiesByName(props: readonly Property[] = []): Map<string, PlacedProperty[]> {
  const byName = new Map<string, PlacedProperty[]>();
  for (const [position, property] of props.entries()) {
    const key = JSON.stringify([property.name, property.ns]);
    addTo(byName, key, { ...property, position });
  }
  return byName;
}

function settingOf(
  { values }: Parameter,
  steps: readonly ProvenanceStep[],
  fallback: SourceDocument,
): ResolvedParameter["setBy"] {
  const setting = steps.findLast(
    ({ action, property, item }) =>
      property === "values" || (values === undefined && action === "removed" && item === "values"),
  );
  const origin = setting ?? steps.find(({ action }) => action !== "imported");
  if (origin === undefined) return { document: fallback, pointer: "/profile" };
  const { document, pointer: place } = origin;
  // The setting's step names the property; a problem with the value is looked for in the instruction.
  return { document, pointer: setting === undefined ? place : place.replace(/\/(?:values|select)$/, "") };
}
