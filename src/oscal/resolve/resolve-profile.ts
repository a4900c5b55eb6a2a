import { InputError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import type { SourceDocument } from "../../source/document.js";
import type { Catalog, Control, Group, Parameter, Profile } from "../model/types.js";

/** Reads the document that an import names. @throws InputError when it cannot be read */
export type DocumentLoader = (href: string, from: SourceDocument) => Promise<SourceDocument>;

/** A parameter with the value that holds after the profile has been applied. */
export interface ResolvedParameter {
  readonly id: string;
  /** The catalog's declaration. */
  readonly declaration: Parameter;
  readonly values: readonly string[];
  /** The document and pointer that set the values: the profile's set-parameter, or the catalog's own. */
  readonly setBy: { readonly document: SourceDocument; readonly pointer: string };
}

/** What a profile selects: controls in catalog order, and the parameters of those controls. */
export interface ResolvedProfile {
  readonly profile: Profile;
  readonly source: SourceDocument;
  readonly catalogs: readonly { readonly href: string; readonly catalog: Catalog; readonly source: SourceDocument }[];
  readonly controls: readonly Control[];
  readonly parameters: ReadonlyMap<string, ResolvedParameter>;
}

/** Instructions of a profile that this resolver carries out; anything else is refused rather than passed over. */
const understood = {
  profile: new Set(["uuid", "metadata", "imports", "merge", "modify", "back-matter"]),
  import: new Set(["href", "include-all", "include-controls"]),
  select: new Set(["with-ids"]),
  merge: new Set(["as-is", "flat"]),
  modify: new Set(["set-parameters"]),
  setParameter: new Set(["param-id", "values"]),
};

/**
 * Resolves a profile that imports catalogs, selects all their controls or some by id, and sets parameter values
 * (OSCAL profile resolution, import and set-parameter phases).
 * @throws InputError for unreadable imports, controls or parameters that do not exist, and instructions that are not understood
 */
export async function resolveProfile(source: SourceDocument, load: DocumentLoader): Promise<ResolvedProfile> {
  const { profile } = source.value as { profile?: Profile };
  if (!profile) {
    const found = Object.keys(source.value as object).find((key) => key !== "$schema") ?? "document";
    throw new InputError([
      at(
        source,
        "",
        "not-a-profile",
        `This is an OSCAL ${found}, not a profile.`,
        "Name a profile: it says which controls of a catalog to assess.",
      ),
    ]);
  }
  const problems: Diagnostic[] = refuseUnknown(source, profile);
  if (problems.length > 0) throw new InputError(problems);
  const catalogs: { href: string; catalog: Catalog; source: SourceDocument }[] = [];
  const controls: Control[] = [];
  const parameters = new Map<string, ResolvedParameter>();
  for (const [index, { href, ...selection }] of profile.imports.entries()) {
    const document = await load(href, source);
    const catalog = (document.value as { catalog?: Catalog }).catalog;
    if (!catalog) {
      throw new InputError([
        at(
          source,
          `/profile/imports/${String(index)}/href`,
          "not-a-catalog",
          `"${href}" is not an OSCAL catalog.`,
          "Import a catalog.",
        ),
      ]);
    }
    catalogs.push({ href, catalog, source: document });
    const all = [...catalogControls(catalog)];
    const wanted = new Set<string>();
    for (const [nth, select] of (selection["include-controls"] ?? []).entries()) {
      for (const [place, id] of (select["with-ids"] ?? []).entries()) {
        wanted.add(id);
        if (all.some(({ control }) => control.id === id)) continue;
        const guess = nearest(
          id,
          all.map(({ control }) => control.id),
        );
        problems.push(
          at(
            source,
            `/profile/imports/${String(index)}/include-controls/${String(nth)}/with-ids/${String(place)}`,
            "unknown-control",
            `There is no control "${id}" in "${href}".`,
            guess === undefined ? "Name a control of the catalog by its id." : `Did you mean "${guess}"?`,
          ),
        );
      }
    }
    for (const { control, pointer } of all) {
      if (selection["include-controls"] !== undefined && !wanted.has(control.id)) continue;
      // Until references carry their catalog, an id has to mean one control.
      if (controls.some(({ id }) => id === control.id)) {
        problems.push(
          at(
            source,
            `/profile/imports/${String(index)}/href`,
            "duplicate-control",
            `The control "${control.id}" is selected a second time, here from "${href}".`,
            "Select each control once; two catalogs with the same ids need a profile each.",
          ),
        );
        continue;
      }
      controls.push(control);
      for (const [nth, declaration] of (control.params ?? []).entries()) {
        parameters.set(declaration.id, {
          id: declaration.id,
          declaration,
          values: declaration.values ?? [],
          setBy: { document, pointer: `${pointer}/params/${String(nth)}` },
        });
      }
    }
  }
  problems.push(...setParameters(source, profile, parameters));
  if (problems.length > 0) throw new InputError(problems);
  return { profile, source, catalogs, controls, parameters };
}

function setParameters(
  source: SourceDocument,
  profile: Profile,
  parameters: Map<string, ResolvedParameter>,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const [index, setting] of (profile.modify?.["set-parameters"] ?? []).entries()) {
    const id = setting["param-id"];
    const pointer = `/profile/modify/set-parameters/${String(index)}`;
    const declared = parameters.get(id);
    if (!declared) {
      const guess = nearest(id, parameters.keys());
      const fix =
        guess === undefined
          ? "Select the control that declares it, or remove the setting."
          : `Did you mean "${guess}"?`;
      problems.push(
        at(
          source,
          `${pointer}/param-id`,
          "unknown-parameter",
          `No selected control declares the parameter "${id}".`,
          fix,
        ),
      );
    } else if (setting.values) {
      parameters.set(id, { ...declared, values: setting.values, setBy: { document: source, pointer } });
    }
  }
  return problems;
}

/** All controls of a catalog with their pointers, in document order: groups, controls, controls inside controls. */
export function* catalogControls(catalog: Catalog): Generator<{ control: Control; pointer: string }> {
  yield* nestedControls(catalog, "/catalog");
}

function* nestedControls(
  holder: Pick<Group, "groups" | "controls">,
  pointer: string,
): Generator<{ control: Control; pointer: string }> {
  for (const [index, group] of (holder.groups ?? []).entries())
    yield* nestedControls(group, `${pointer}/groups/${String(index)}`);
  for (const [index, control] of (holder.controls ?? []).entries()) {
    const here = `${pointer}/controls/${String(index)}`;
    yield { control, pointer: here };
    yield* nestedControls(control, here);
  }
}

function refuseUnknown(source: SourceDocument, profile: Profile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const check = (value: object | undefined, known: ReadonlySet<string>, pointer: string): void => {
    for (const key of Object.keys(value ?? {})) {
      if (known.has(key)) continue;
      problems.push(
        at(
          source,
          `${pointer}/${key}`,
          "profile-instruction-unknown",
          `The instruction "${key}" is not carried out by this version.`,
          "Select controls by id or with include-all, and tailor with set-parameters.",
        ),
      );
    }
  };
  check(profile, understood.profile, "/profile");
  for (const [index, each] of profile.imports.entries()) {
    const pointer = `/profile/imports/${String(index)}`;
    check(each, understood.import, pointer);
    for (const [nth, select] of (each["include-controls"] ?? []).entries()) {
      check(select, understood.select, `${pointer}/include-controls/${String(nth)}`);
    }
  }
  check(profile.merge, understood.merge, "/profile/merge");
  check(profile.modify, understood.modify, "/profile/modify");
  for (const [index, setting] of (profile.modify?.["set-parameters"] ?? []).entries()) {
    check(setting, understood.setParameter, `/profile/modify/set-parameters/${String(index)}`);
  }
  return problems;
}

function at(document: SourceDocument, pointer: string, code: string, message: string, fix: string): Diagnostic {
  const position = document.locate(pointer);
  return {
    code,
    severity: "error",
    message,
    file: document.file,
    ...position,
    pointer,
    fix,
    frame: document.frame(position),
  };
}
