import { addTo } from "../../../foundation/multimap.js";
import type { Group, Parameter, ProfileSetParameter } from "../../model/generated/types.js";
import type { Holder } from "../draft.js";
import { linkIdentity, propertyIdentity } from "../../properties.js";
import type { Imported } from "../import/not-selected.js";
import type { Body } from "../merge/body.js";
import { placeIn, type ProfileScope } from "../session.js";

/** The properties that a setting replaces (req-modify-set-param-objects1). */
const replaced = ["class", "depends-on", "label", "usage", "values", "select"] as const;
/** The properties that it adds to (req-modify-set-param-objects2). */
const appended = ["constraints", "guidelines"] as const;

/** Where a parameter stands: its place in the list of a group, of a control, or of the catalog. */
interface Slot {
  readonly holder: Holder;
  readonly index: number;
}

/**
 * Carries out the settings of a profile in their order (req-modify-param-multi) on every parameter of the id.
 * @param imported what the imports had to select from
 * @returns ids of the parameters that are named; they are not pruned (req-prune-modify)
 */
export function setParameters(
  scope: ProfileScope,
  body: Body,
  settings: readonly ProfileSetParameter[] | undefined,
  imported: Imported,
): Set<string> {
  const named = new Set<string>();
  if (settings === undefined || settings.length === 0) return named;
  const { session } = scope;
  const slots = slotsOf(body);
  const earlier = new Map<string, number>();
  for (const [index, setting] of settings.entries()) {
    const id = setting["param-id"];
    const place = placeIn(scope, `/profile/modify/set-parameters/${String(index)}/param-id`);
    named.add(id);
    const before = earlier.get(id);
    if (before === undefined) earlier.set(id, index);
    else {
      const line = (): number => scope.source.locate(`/profile/modify/set-parameters/${String(before)}`).line;
      session.problems.warn(place, "profile-parameter-set-twice", { id, line });
    }
    const targets = slots.get(id) ?? [];
    if (targets.length === 0) {
      const unselected = imported.parameter(id);
      const guess = unselected === undefined ? session.problems.guess(id, slots.keys()) : undefined;
      session.problems.warn(place, "profile-unknown-parameter", { id, guess, unselected });
    }
    for (const { holder, index: position } of targets) {
      const list = scope.draft.list(holder, "params");
      const param = list[position];
      if (param !== undefined) list[position] = setParameter(scope, param, setting, index);
    }
  }
  return named;
}

/** Parameters by id, in the order of the catalog. */
function slotsOf(body: Body): Map<string, Slot[]> {
  const slots = new Map<string, Slot[]>();
  const visit = (holder: Holder & Pick<Group, "groups">): void => {
    holder.params?.forEach(({ id }, index) => {
      addTo(slots, id, { holder, index });
    });
    holder.groups?.forEach(visit);
    holder.controls?.forEach(visit);
  };
  visit(body);
  return slots;
}

function setParameter(scope: ProfileScope, before: Parameter, setting: ProfileSetParameter, index: number): Parameter {
  const { draft, session } = scope;
  const { history, work } = session;
  const here = placeIn(scope, `/profile/modify/set-parameters/${String(index)}`);
  const param = draft.own(before);
  work.spend(1, here);
  const note = (property: keyof Parameter): void => {
    const action = history.settingOf(param, property) === undefined ? "set" : "overridden";
    history.note(param, action, { ...here, pointer: `${here.pointer}/${property}` }, { property });
  };
  for (const key of replaced) {
    if (setting[key] === undefined) continue;
    note(key);
    Object.assign(param, { [key]: setting[key] });
  }
  for (const key of appended) {
    const added = setting[key];
    if (added === undefined) continue;
    note(key);
    work.spend((param[key] ?? []).length, here);
    Object.assign(param, { [key]: [...(param[key] ?? []), ...added] });
  }
  if (setting.props !== undefined) {
    note("props");
    work.spend((param.props ?? []).length, here);
    param.props = replacing(param.props, setting.props, propertyIdentity);
  }
  if (setting.links !== undefined) {
    note("links");
    work.spend((param.links ?? []).length, here);
    param.links = replacing(param.links, setting.links, linkIdentity);
  }
  dropAlternative(scope, param, setting, index);
  return param;
}

/** The model has values or a selection, never both; what is set last is meant. */
function dropAlternative(scope: ProfileScope, param: Parameter, setting: ProfileSetParameter, index: number): void {
  if (param.values === undefined || param.select === undefined) return;
  const [given, dropped] =
    setting.values === undefined ? (["select", "values"] as const) : (["values", "select"] as const);
  Reflect.deleteProperty(param, dropped);
  const here = placeIn(scope, `/profile/modify/set-parameters/${String(index)}/${given}`);
  scope.session.history.note(param, "removed", here, { item: dropped });
  scope.session.problems.warn(here, "profile-parameter-alternative", { id: param.id, given, dropped });
}

/** Items that are the same as one of the new go; the new follow. */
function replacing<T>(before: readonly T[] | undefined, added: readonly T[], identity: (item: T) => string): T[] {
  const identities = new Set(added.map(identity));
  return [...(before ?? []).filter((item) => !identities.has(identity(item))), ...added];
}
