import type { Control, Group, Merge } from "../../model/generated/types.js";
import { replaceList, type Selection } from "../import/select-controls.js";
import { noteGroupAbsence, placeIn, type ProfileScope } from "../session.js";
import { isKept } from "../../properties.js";
import type { Body } from "./body.js";
import { customStructure } from "./custom.js";
import { LooseParameters, noteDisplaced } from "./loose-parameters.js";

/**
 * Arranges the selected controls as the profile's merge directive says (structuring directive of the specification); without one, flat
 * (req-structure-none).
 */
export function structure(scope: ProfileScope, selections: readonly Selection[], merge: Merge | undefined): Body {
  const { problems } = scope.session;
  const directives = (["flat", "as-is", "custom"] as const).filter((key) => merge?.[key] !== undefined);
  if (directives.length > 1) {
    problems.stop(placeIn(scope, `/profile/merge/${directives[1] ?? ""}`), "profile-structure-ambiguous", {
      directives,
    });
  }
  if (merge?.custom !== undefined) return customStructure(scope, selections, merge.custom);
  if (merge?.["as-is"] === true) return asIs(scope, selections);
  if (merge?.["as-is"] === false) {
    problems.warn(placeIn(scope, "/profile/merge/as-is"), "profile-as-is-false");
  }
  return flat(scope, selections, merge);
}

/** No groups, and no controls inside controls (req-merge-flat). */
function flat(scope: ProfileScope, selections: readonly Selection[], merge: Merge | undefined): Body {
  const controls: Control[] = [];
  const loose = new LooseParameters(scope);
  const decisive = placeIn(
    scope,
    merge === undefined ? "/profile" : merge.flat === undefined ? "/profile/merge" : "/profile/merge/flat",
  );
  const dissolve = (group: Group): void => {
    noteGroupAbsence(scope, group, decisive, "a flat list has no groups");
    group.groups?.forEach(dissolve);
  };
  const unnest = (control: Control): void => {
    controls.push(control);
    const children = control.controls ?? [];
    Reflect.deleteProperty(control, "controls");
    children.forEach(unnest);
  };
  for (const selection of selections) {
    loose.add(selection.params);
    selection.controls.forEach(unnest);
    for (const group of selection.groups) {
      loose.addOf(group);
      dissolve(group);
      controlsOf(group).forEach(unnest);
    }
  }
  return { params: loose.outside([]), controls, groups: [] };
}

/** The controls directly inside a group and its groups, in the model's order. */
function controlsOf({ groups, controls }: Pick<Group, "groups" | "controls">): Control[] {
  return [...(groups ?? []).flatMap(controlsOf), ...(controls ?? [])];
}

/** Groups that hold a control stay with all else they hold; the others go (id-structure-as-is-list-1). */
function asIs(scope: ProfileScope, selections: readonly Selection[]): Body {
  const loose = new LooseParameters(scope);
  const controls = selections.flatMap((selection) => selection.controls);
  const groups: Group[] = [];
  for (const selection of selections) {
    loose.add(selection.params);
    mergeGroups(scope, groups, occupied(scope, selection.groups, loose));
  }
  return { params: loose.outside(groups), controls, groups };
}

function occupied(scope: ProfileScope, groups: readonly Group[], loose: LooseParameters): Group[] {
  return groups.filter((group) => {
    // The parameters of an inner group that goes become loose whatever happens to the group around it.
    replaceList(group, "groups", occupied(scope, group.groups ?? [], loose));
    const stays = group.groups !== undefined || group.controls !== undefined || isKept(group);
    if (!stays) {
      loose.add(group.params ?? []);
      noteGroupAbsence(scope, group, placeIn(scope, "/profile/merge/as-is"), "none of its controls is selected");
    }
    return stays;
  });
}

/** Groups of one id that several imports bring are one group; the model lets a group hold groups or controls, not both. */
function mergeGroups(scope: ProfileScope, into: Group[], groups: readonly Group[]): void {
  const present = new Map(into.flatMap((group) => (group.id === undefined ? [] : [[group.id, group] as const])));
  for (const group of groups) {
    const first = group.id === undefined ? undefined : present.get(group.id);
    if (first === undefined) into.push(group);
    else if (holdsGroups(first) === holdsGroups(group)) mergeGroup(scope, first, group);
    else {
      into.push(group);
      reportClash(scope, group, "both");
    }
  }
}

function mergeGroup(scope: ProfileScope, first: Group, second: Group): void {
  const { history } = scope.session;
  const step = history.importOf(second);
  if (step) history.note(first, "imported", step);
  if (ownText(first) !== ownText(second)) reportClash(scope, second, "first");
  const known = new Map(first.params?.map((param) => [param.id, param]));
  const more = (second.params ?? []).filter((param) => {
    const earlier = known.get(param.id);
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(param)) noteDisplaced(scope, param);
    return earlier === undefined;
  });
  replaceList(first, "params", [...(first.params ?? []), ...more]);
  const groups = [...(first.groups ?? [])];
  mergeGroups(scope, groups, second.groups ?? []);
  replaceList(first, "groups", groups);
  replaceList(first, "controls", [...(first.controls ?? []), ...(second.controls ?? [])]);
}

function holdsGroups({ groups }: Group): boolean {
  return groups !== undefined;
}

function reportClash({ session, source }: ProfileScope, group: Group, outcome: "both" | "first"): void {
  const place = session.history.importOf(group) ?? placeIn({ source }, "/profile/imports");
  session.problems.warn(place, "profile-group-clash", { id: group.id ?? "", outcome });
}

function ownText({ class: kind, title, props, links, parts }: Group): string {
  return JSON.stringify([kind, title, props, links, parts]);
}
