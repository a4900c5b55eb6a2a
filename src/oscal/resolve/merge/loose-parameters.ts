import type { Group, Parameter } from "../../model/generated/types.js";
import { placeIn, type ProfileScope } from "../session.js";

/** Collects loose parameters; of those with one id the first stays, unless a group of the result holds one. */
export class LooseParameters {
  readonly #all: Parameter[] = [];
  readonly #scope: ProfileScope;
  readonly #byId = new Map<string, Parameter>();

  constructor(scope: ProfileScope) {
    this.#scope = scope;
  }

  add(params: readonly Parameter[]): void {
    for (const param of params) {
      const first = this.#byId.get(param.id);
      if (first === undefined) {
        this.#byId.set(param.id, param);
        this.#all.push(param);
      } else if (JSON.stringify(first) !== JSON.stringify(param)) {
        this.#report(param, "the first");
        noteDisplaced(this.#scope, param);
      }
    }
  }

  /** Adds the parameters of a group and of the groups inside it. */
  addOf(group: Group): void {
    this.add(group.params ?? []);
    group.groups?.forEach((each) => {
      this.addOf(each);
    });
  }

  /**
   * Those that no group of the result holds: a catalog that is imported twice may have its group taken by one import and not by the
   * other.
   */
  outside(groups: readonly Group[]): Parameter[] {
    const held = new Map<string, Parameter>();
    const visit = (group: Group): void => {
      for (const param of group.params ?? []) if (!held.has(param.id)) held.set(param.id, param);
      group.groups?.forEach(visit);
    };
    groups.forEach(visit);
    return this.#all.filter((param) => {
      const other = held.get(param.id);
      if (other !== undefined && JSON.stringify(other) !== JSON.stringify(param)) {
        // The profile's own declaration is meant to replace the imported one.
        if (this.#scope.session.history.importOf(other) !== undefined) this.#report(param, "the one in a group");
        noteDisplaced(this.#scope, param, "a group has another parameter of this id");
      }
      return other === undefined;
    });
  }

  #report(param: Parameter, used: "the first" | "the one in a group"): void {
    const { history, problems } = this.#scope.session;
    const place = history.importOf(param) ?? placeIn(this.#scope, "/profile/imports");
    problems.warn(place, "profile-loose-parameter-clash", { id: param.id, used });
  }
}

/** Notes that a parameter gave way to another of its id. @param item why: by default the order of the imports */
export function noteDisplaced(
  scope: ProfileScope,
  param: Parameter,
  item = "another parameter of this id comes first",
): void {
  const { history } = scope.session;
  const place = history.importOf(param) ?? placeIn(scope, "/profile/imports");
  history.noteAbsence(param.id, param, "removed", place, { item });
}
