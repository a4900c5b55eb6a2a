import { addTo } from "../../../foundation/multimap.js";
import type { Alter, Control, Group } from "../../model/generated/types.js";
import type { Body } from "../merge/body.js";
import { placeIn, type ProfileScope } from "../session.js";
import { addContent, noteNotAdded } from "./add.js";
import { removeContent } from "./remove.js";

/** Carries out the alterations of a profile in their order; of each, removes before adds, as the model has them. */
export function alterControls(scope: ProfileScope, body: Body, alters: readonly Alter[]): void {
  const { problems } = scope.session;
  const controls = controlsById(body);
  const earlier = new Map<string, number>();
  for (const [index, { "control-id": id, removes, adds }] of alters.entries()) {
    const pointer = `/profile/modify/alters/${String(index)}`;
    const named = placeIn(scope, `${pointer}/control-id`);
    const before = earlier.get(id);
    if (before === undefined) earlier.set(id, index);
    else {
      problems.report(named, {
        code: "profile-control-altered-twice",
        message: () => {
          const { line } = scope.source.locate(`/profile/modify/alters/${String(before)}`);
          return `The control "${id}" is altered already, in line ${String(line)}; this alteration comes after that one.`;
        },
        fix: "Put both into one alter.",
      });
    }
    const targets = controls.get(id) ?? [];
    if (targets.length === 0) {
      problems.report(named, {
        code: "profile-alter-unknown-control",
        message: `There is no control "${id}" among those that are selected.`,
        fix: problems.suggest(id, controls.keys(), "Select the control, or remove the alteration."),
      });
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
