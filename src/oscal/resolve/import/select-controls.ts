import type { Catalog, Control, Group, Import, Parameter } from "../../model/generated/types.js";
import type { LoadedDocument } from "../loaded-document.js";
import { copyCost } from "../problems.js";
import { placeIn, type ProfileScope } from "../session.js";
import { candidatesOfCatalog, chooseControls, type Choice } from "./control-choice.js";

/** An import with the catalog that it leads to: a catalog as it stands, or a profile's after resolving it. */
export interface OpenedImport {
  /** Place among the imports of the profile. */
  readonly index: number;
  readonly directive: Import;
  readonly loaded: LoadedDocument;
  readonly catalog: Catalog;
}

/**
 * The yield of one import: the controls it selects, in the structure of their catalog, and every group and loose parameter.
 * Controls whose parents were not selected stand where those stood. All objects belong to the importing profile's draft.
 */
export interface Selection {
  readonly opened: OpenedImport;
  readonly params: readonly Parameter[];
  controls: Control[];
  readonly groups: Group[];
}

/** Selects from a catalog what an import asks for (import phase of the specification). */
export function selectControls(scope: ProfileScope, opened: OpenedImport): Selection {
  const { index, directive, catalog } = opened;
  const pointer = `/profile/imports/${String(index)}`;
  const candidates = candidatesOfCatalog(catalog);
  const choice = chooseControls(scope, directive, pointer, candidates, { href: directive.href }, catalog.groups);
  return new Selector(scope, pointer, choice).select(opened);
}

class Selector {
  readonly #scope: ProfileScope;
  readonly #pointer: string;
  readonly #choice: Choice;
  /** Index of the next control among the candidates. */
  #next = 0;

  constructor(scope: ProfileScope, pointer: string, choice: Choice) {
    this.#scope = scope;
    this.#pointer = pointer;
    this.#choice = choice;
  }

  select(opened: OpenedImport): Selection {
    const { params, controls, groups } = opened.catalog;
    return {
      opened,
      params: (params ?? []).map((param) => this.#import(param)),
      controls: this.#controls(controls ?? []),
      groups: (groups ?? []).map((group) => this.#group(group)),
    };
  }

  #group(group: Group): Group {
    const copy = this.#import(group);
    const groups = (group.groups ?? []).map((each) => this.#group(each));
    const controls = this.#controls(group.controls ?? []);
    replaceList(
      copy,
      "params",
      (group.params ?? []).map((param) => this.#import(param)),
    );
    replaceList(copy, "groups", groups);
    replaceList(copy, "controls", controls);
    return copy;
  }

  #controls(controls: readonly Control[]): Control[] {
    return controls.flatMap((control) => {
      const index = this.#next;
      this.#next += 1;
      const children = this.#controls(control.controls ?? []);
      const by = this.#choice.included.get(index);
      const { history } = this.#scope.session;
      if (by === undefined) {
        // A control of a catalog that nobody selects is told by its definition; one that an imported profile selected is not.
        if (history.importOf(control) !== undefined) {
          const place = placeIn(this.#scope, this.#pointer);
          history.noteAbsence(control.id, control, "excluded", place, { item: "it is not included" }, true);
        }
        return children;
      }
      const excluded = this.#choice.excluded.get(index);
      if (excluded !== undefined) {
        history.noteAbsence(control.id, control, "excluded", placeIn(this.#scope, excluded));
        return children;
      }
      const copy = this.#import(control, by);
      replaceList(copy, "controls", children);
      return [copy];
    });
  }

  /** A copy for the draft that knows which import it came by. */
  #import<T extends object>(object: T, pointer = this.#pointer): T {
    const place = placeIn(this.#scope, pointer);
    const { history, work } = this.#scope.session;
    work.spend(copyCost, place);
    const copy = this.#scope.draft.copy(object);
    history.note(copy, "imported", place);
    return copy;
  }
}

/** Puts a list under a key, or nothing where it is empty: OSCAL has no empty lists. */
export function replaceList<T extends object, K extends keyof T>(
  holder: T,
  key: K,
  list: NonNullable<T[K]> & readonly unknown[],
): void {
  if (list.length > 0) holder[key] = list;
  else Reflect.deleteProperty(holder, key);
}
