import { byCodeUnit } from "../../../foundation/order.js";
import type {
  Control,
  Custom,
  Group,
  InsertControls,
  Link,
  Parameter,
  Part,
  ProfileGroup,
  Property,
} from "../../model/generated/types.js";
import { candidatesOf, chooseControls, type Candidate } from "../import/control-choice.js";
import { replaceList, type Selection } from "../import/select-controls.js";
import { copyCost } from "../problems.js";
import { noteGroupAbsence, placeIn, type ProfileScope } from "../session.js";
import { linkIdentity, propertyIdentity } from "../../properties.js";
import type { Body } from "./body.js";
import { LooseParameters } from "./loose-parameters.js";

/**
 * Arranges the controls in the groups that the profile declares, and in no others (custom directive of the specification).
 * A control inside one that the same insert-controls selects stays inside it.
 */
export function customStructure(scope: ProfileScope, selections: readonly Selection[], custom: Custom): Body {
  return new CustomStructure(scope, selections).build(custom);
}

class CustomStructure {
  readonly #scope: ProfileScope;
  readonly #selections: readonly Selection[];
  readonly #candidates: readonly Candidate[];
  /** Groups with controls in them that the imports bring, by id: the first of each. */
  readonly #sources = new Map<string, Group>();
  /** By control: the instruction that inserted it. */
  readonly #inserted = new Map<Control, string>();
  /** By control: the instruction that kept an insert-controls from taking it. */
  readonly #excluded = new Map<Control, string>();
  readonly #used = new Set<Group>();

  constructor(scope: ProfileScope, selections: readonly Selection[]) {
    this.#scope = scope;
    this.#selections = selections;
    this.#candidates = candidatesOf(selections.flatMap(({ controls, groups }) => [{ controls }, { groups }]));
    const visit = (group: Group): boolean => {
      const inner = (group.groups ?? []).map(visit).includes(true);
      const occupied = inner || group.controls !== undefined;
      if (occupied && group.id !== undefined && !this.#sources.has(group.id)) this.#sources.set(group.id, group);
      return occupied;
    };
    for (const { groups } of selections) groups.forEach(visit);
  }

  build(custom: Custom): Body {
    const pointer = "/profile/merge/custom";
    const controls = this.#insertAll(custom["insert-controls"], pointer);
    const groups = this.#groups(custom.groups, pointer);
    const loose = new LooseParameters(this.#scope);
    const addOf = (group: Group): void => {
      // A group that was taken over has its parameters with it.
      if (!this.#used.has(group)) {
        loose.add(group.params ?? []);
        noteGroupAbsence(this.#scope, group, placeIn(this.#scope, pointer), "no group here has this id");
      }
      group.groups?.forEach(addOf);
    };
    for (const selection of this.#selections) {
      loose.add(selection.params);
      selection.groups.forEach(addOf);
    }
    this.#noteAbsences(pointer);
    return { params: loose.outside(groups), controls, groups };
  }

  #noteAbsences(pointer: string): void {
    const { history } = this.#scope.session;
    for (const { control } of this.#candidates) {
      if (this.#inserted.has(control)) continue;
      const by = this.#excluded.get(control);
      if (by !== undefined) history.noteAbsence(control.id, control, "excluded", placeIn(this.#scope, by));
      else {
        history.noteAbsence(control.id, control, "removed", placeIn(this.#scope, pointer), {
          item: "no insert-controls takes it",
        });
      }
    }
  }

  #groups(groups: readonly ProfileGroup[] | undefined, pointer: string): Group[] {
    return (groups ?? []).map((group, index) => this.#group(group, `${pointer}/groups/${String(index)}`));
  }

  #group(declared: ProfileGroup, pointer: string): Group {
    const { "insert-controls": insertions, groups: inner, ...content } = declared;
    const { draft, session } = this.#scope;
    const source = declared.id === undefined ? undefined : this.#sources.get(declared.id);
    const group: Group = draft.adopt({ ...content });
    session.history.derive(group, source ?? declared);
    if (source !== undefined) {
      session.history.note(group, "overridden", placeIn(this.#scope, pointer));
      this.#takeOver(group, source, pointer);
    }
    replaceList(group, "groups", this.#groups(inner, pointer));
    replaceList(group, "controls", this.#insertAll(insertions, pointer));
    return group;
  }

  /** The content of the imported group of the same id comes first; the profile's replaces what is the same, and follows. */
  #takeOver(group: Group, source: Group, pointer: string): void {
    this.#used.add(source);
    if (source.title !== group.title) {
      const place = placeIn(this.#scope, `${pointer}/title`);
      this.#scope.session.problems.warn(place, "profile-group-title", { id: group.id ?? "", title: source.title });
    }
    if (group.class === undefined && source.class !== undefined) group.class = source.class;
    replaceList(
      group,
      "params",
      union<Parameter>(source.params, group.params, ({ id }) => id),
    );
    replaceList(group, "props", union<Property>(source.props, group.props, propertyIdentity));
    replaceList(group, "links", union<Link>(source.links, group.links, linkIdentity));
    replaceList(
      group,
      "parts",
      union<Part>(source.parts, group.parts, ({ id }) => id),
    );
  }

  #insertAll(insertions: readonly InsertControls[] | undefined, pointer: string): Control[] {
    return (insertions ?? []).flatMap((insertion, index) =>
      this.#insert(insertion, `${pointer}/insert-controls/${String(index)}`),
    );
  }

  #insert(insertion: InsertControls, pointer: string): Control[] {
    const { included, excluded } = chooseControls(this.#scope, insertion, pointer, this.#candidates, "imported");
    let index = 0;
    const take = (end: number): Control[] => {
      const taken: Control[] = [];
      while (index < end) {
        const candidate = this.#candidates[index];
        if (candidate === undefined) break;
        const by = excluded.get(index);
        const chosen = included.has(index) && by === undefined;
        if (included.has(index) && by !== undefined) this.#excluded.set(candidate.control, by);
        index += 1;
        const children = take(candidate.end);
        if (chosen) taken.push(this.#place(candidate.control, children, pointer));
        else for (const child of children) taken.push(child);
      }
      return sorted(taken, insertion.order);
    };
    return take(this.#candidates.length);
  }

  #place(control: Control, children: Control[], pointer: string): Control {
    const { draft, session } = this.#scope;
    session.work.spend(copyCost, placeIn(this.#scope, pointer));
    const earlier = this.#inserted.get(control);
    if (earlier === undefined) this.#inserted.set(control, pointer);
    else {
      session.problems.warn(placeIn(this.#scope, pointer), "profile-control-inserted-twice", { id: control.id });
    }
    const copy = draft.copy(control);
    replaceList(copy, "controls", children);
    return copy;
  }
}

/** By code units of the ids; controls of one id stay in the order they came in. */
function sorted(controls: Control[], order: InsertControls["order"]): Control[] {
  if (order !== "ascending" && order !== "descending") return controls;
  const sign = order === "ascending" ? 1 : -1;
  return controls.sort((a, b) => sign * byCodeUnit(a.id, b.id));
}

function union<T>(
  first: readonly T[] | undefined,
  second: readonly T[] | undefined,
  identity: (item: T) => string | undefined,
): T[] {
  const replaced = new Set((second ?? []).map(identity));
  return [
    ...(first ?? []).filter((item) => {
      const own = identity(item);
      return own === undefined || !replaced.has(own);
    }),
    ...(second ?? []),
  ];
}
