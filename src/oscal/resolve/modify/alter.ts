import { addTo } from "../../../foundation/multimap.js";
import type { Alter, Control, Group } from "../../model/generated/types.js";
import { candidatesOfCatalog } from "../import/control-choice.js";
import type { Imported } from "../import/not-selected.js";
import type { Body } from "../merge/body.js";
import { placeIn, type ProfileScope } from "../session.js";
import { addContent, noteNotAdded } from "./add.js";
import { removeContent } from "./remove.js";

/**
 * Carries out the alterations of a profile in their order; of each, removes before adds, as the model has them.
 * @param imported what the imports had to select from
 */
export function alterControls(scope: ProfileScope, body: Body, alters: readonly Alter[], imported: Imported): void {
  const { problems } = scope.session;
  const controls = controlsById(body);
  const earlier = new Map<string, number>();
  for (const [index, { "control-id": id, removes, adds }] of alters.entries()) {
    const pointer = `/profile/modify/alters/${String(index)}`;
    const named = placeIn(scope, `${pointer}/control-id`);
    const before = earlier.get(id);
    if (before === undefined) earlier.set(id, index);
    else {
      const line = (): number => scope.source.locate(`/profile/modify/alters/${String(before)}`).line;
      problems.warn(named, "profile-control-altered-twice", { id, line });
    }
    const targets = controls.get(id) ?? [];
    if (targets.length === 0) {
      const unselected = imported.control(id);
      const guess = unselected === undefined ? problems.guessControl(id, candidatesOfCatalog(body)) : undefined;
      problems.warn(named, "profile-alter-unknown-control", { id, guess, from: unselected?.href });
      adds?.forEach((add, nth) => {
        noteNotAdded(scope, add, `${pointer}/adds/${String(nth)}`, `no control "${id}" is selected`);
      });
      continue;
    }
    removes?.forEach((remove, nth) => {
      removeContent(scope, targets, remove, `${pointer}/removes/${String(nth)}`);
    });
    adds?.forEach((add, nth) => {
      addContent(scope, targets, add, `${pointer}/adds/${String(nth)}`);
    });
  }
}

/** A control has as many entries as there are controls of its id. Controls belong to the draft since their import. */
function controlsById(body: Body): Map<string, Control[]> {
  const controls = new Map<string, Control[]>();
  const visit = (control: Control): void => {
    addTo(controls, control.id, control);
    control.controls?.forEach(visit);
  };
  const visitGroup = (group: Pick<Group, "groups" | "controls">): void => {
    group.groups?.forEach(visitGroup);
    group.controls?.forEach(visit);
  };
  visitGroup(body);
  return controls;
}
