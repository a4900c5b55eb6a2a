import type { Group, Parameter } from "../../model/types.js";
import { placeIn, type ProfileScope } from "../session.js";

/** Collects loose parameters; of those with one id the first stays. */
export class LooseParameters {
  readonly all: Parameter[] = [];
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
        this.all.push(param);
      } else if (JSON.stringify(first) !== JSON.stringify(param)) {
        this.#report(param);
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

  #report(param: Parameter): void {
    const { history, problems } = this.#scope.session;
    problems.report(history.importOf(param) ?? placeIn(this.#scope, "/profile/imports"), {
      code: "profile-loose-parameter-clash",
      message: `Two imports bring different parameters with the id "${param.id}" outside of controls; the first is used.`,
      fix: "Set the parameter in this profile, or import from one of them only.",
    });
  }
}

/** Notes that a parameter gave way to the first of its id, because of the order of the imports. */
export function noteDisplaced(scope: ProfileScope, param: Parameter): void {
  const { history } = scope.session;
  const place = history.importOf(param) ?? placeIn(scope, "/profile/imports");
  history.noteAbsence(param.id, param, "removed", place, { item: "another parameter of this id comes first" });
}
