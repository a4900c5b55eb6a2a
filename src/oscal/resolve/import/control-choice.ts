import { addTo } from "../../../foundation/multimap.js";
import type { Control, Group, SelectControlById } from "../../model/generated/types.js";
import type { ChoiceSource, GroupControls } from "../../../diagnostics/codes/profiles.js";
import type { ResolutionCode, Told } from "../problems.js";
import { placeIn, type ProfileScope } from "../session.js";
import { readGlob } from "./glob.js";

/** Which controls an import or an insert-controls takes. */
export interface ChoiceDirective {
  readonly "include-all"?: object;
  readonly "include-controls"?: readonly SelectControlById[];
  readonly "exclude-controls"?: readonly SelectControlById[];
}

/** A control among those to choose from. */
export interface Candidate {
  readonly control: Control;
  /** Index after its last descendant: descendants follow their control. */
  readonly end: number;
}

/** By index of the candidate: the pointer of the instruction that chose it, or that excluded it. */
export interface Choice {
  readonly included: ReadonlyMap<number, string>;
  readonly excluded: ReadonlyMap<number, string>;
}

/** All controls of a catalog in the model's order, parents before their children. */
export function candidatesOf(holders: Iterable<Pick<Group, "groups" | "controls">>): Candidate[] {
  const candidates: Candidate[] = [];
  const visit = (control: Control): void => {
    const index = candidates.push({ control, end: 0 }) - 1;
    control.controls?.forEach(visit);
    candidates[index] = { control, end: candidates.length };
  };
  const visitGroup = ({ groups, controls }: Pick<Group, "groups" | "controls">): void => {
    groups?.forEach(visitGroup);
    controls?.forEach(visit);
  };
  for (const holder of holders) visitGroup(holder);
  return candidates;
}

/** The same for the root of a catalog, where the model has the controls before the groups. */
export function candidatesOfCatalog({ controls, groups }: Pick<Group, "groups" | "controls">): Candidate[] {
  return candidatesOf([...(controls ? [{ controls }] : []), ...(groups ? [{ groups }] : [])]);
}

/**
 * Finds out which controls a directive chooses. A control that is both included and excluded is excluded (req-exclude).
 * Instructions that hit nothing are reported.
 * @param pointer of the directive
 * @param from the controls to choose from
 * @param groups of the catalog that has them
 */
export function chooseControls(
  scope: ProfileScope,
  directive: ChoiceDirective,
  pointer: string,
  candidates: readonly Candidate[],
  from: ChoiceSource,
  groups: readonly Group[] = [],
): Choice {
  const chooser = new Chooser(scope, candidates, from, groups);
  const included = new Map<number, string>();
  if (directive["include-all"] !== undefined) {
    scope.session.work.spend(candidates.length, placeIn(scope, pointer));
    candidates.forEach((_, index) => included.set(index, `${pointer}/include-all`));
  }
  const includes = directive["include-controls"] ?? [];
  includes.forEach((select, nth) => {
    chooser.mark(select, `${pointer}/include-controls/${String(nth)}`, included);
  });
  if (directive["include-all"] === undefined && includes.length === 0) {
    scope.session.problems.warn(placeIn(scope, pointer), "profile-selects-nothing", { from });
  }
  const excluded = new Map<number, string>();
  directive["exclude-controls"]?.forEach((select, nth) => {
    chooser.mark(select, `${pointer}/exclude-controls/${String(nth)}`, excluded, included);
  });
  return { included, excluded };
}

function groupOf(id: string, groups: readonly Group[]): Group | undefined {
  for (const group of groups) {
    const found = group.id === id ? group : groupOf(id, group.groups ?? []);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The controls in a group, and the pattern that fits them and no other one of the ids. */
function controlsOf(group: Group, all: readonly string[]): GroupControls {
  const ids = [...new Set(candidatesOf([group]).map(({ control }) => control.id))];
  const [first = ""] = ids;
  let length = first.length;
  while (length > 0 && !ids.every((id) => id.startsWith(first.slice(0, length)))) length -= 1;
  // Up to a sign that divides an id: "ac-1" would leave "ac-10" in doubt.
  const prefix = /^.*[-._]/.exec(first.slice(0, length))?.[0];
  const isOwn = prefix !== undefined && all.filter((id) => id.startsWith(prefix)).length === ids.length;
  return { ids, pattern: isOwn && ids.length > 1 ? `${prefix}*` : undefined };
}

class Chooser {
  readonly #scope: ProfileScope;
  readonly #candidates: readonly Candidate[];
  readonly #from: ChoiceSource;
  readonly #groups: readonly Group[];
  readonly #byId = new Map<string, number[]>();

  constructor(scope: ProfileScope, candidates: readonly Candidate[], from: ChoiceSource, groups: readonly Group[]) {
    this.#groups = groups;
    this.#scope = scope;
    this.#candidates = candidates;
    this.#from = from;
    candidates.forEach(({ control }, index) => {
      addTo(this.#byId, control.id, index);
    });
  }

  /** @param among what an exclusion takes from; instructions that hit none of it are dead */
  mark(
    select: SelectControlById,
    pointer: string,
    marks: Map<number, string>,
    among?: ReadonlyMap<number, string>,
  ): void {
    const withChildren = select["with-child-controls"] === "yes";
    const families = new Set<number>();
    const take = (hits: readonly number[], here: string): boolean => {
      let effective = false;
      for (const hit of hits) {
        // A family that has been taken as a whole needs no second look.
        const known = withChildren && families.has(hit);
        const end = known ? hit : withChildren ? (this.#candidates[hit]?.end ?? hit) : hit + 1;
        families.add(hit);
        effective ||= known;
        this.#spend(end - hit, here);
        for (let index = hit; index < end; index += 1) {
          if (!marks.has(index)) marks.set(index, here);
          effective ||= among === undefined || among.has(index);
        }
      }
      return effective;
    };
    select["with-ids"]?.forEach((id, place) => {
      const here = `${pointer}/with-ids/${String(place)}`;
      const hits = this.#byId.get(id) ?? [];
      if (!take(hits, here)) this.#deadId(id, here, hits.length > 0);
    });
    select.matching?.forEach(({ pattern }, place) => {
      const here = `${pointer}/matching/${String(place)}`;
      if (pattern === undefined || pattern === "") this.#noPattern(here);
      else if (!take(this.#matching(pattern, here), here)) this.#deadPattern(pattern, here, among !== undefined);
    });
    if ((select["with-ids"] ?? []).length + (select.matching ?? []).length === 0) {
      this.#warn(pointer, "profile-selects-nothing", "selection");
    }
  }

  #matching(pattern: string, pointer: string): readonly number[] {
    const glob = readGlob(pattern);
    if (glob.literal !== undefined) return this.#byId.get(glob.literal) ?? [];
    const hits: number[] = [];
    this.#candidates.forEach(({ control }, index) => {
      this.#spend(1 + ((pattern.length * control.id.length) >> 6), pointer);
      if (glob.matches(control.id)) hits.push(index);
    });
    return hits;
  }

  #deadId(id: string, pointer: string, known: boolean): void {
    const { problems } = this.#scope.session;
    if (known) {
      this.#warn(pointer, "profile-exclude-unused", { id });
      return;
    }
    const group = groupOf(id, this.#groups);
    const guess = group === undefined ? problems.guessControl(id, this.#candidates) : undefined;
    const controls = group && controlsOf(group, [...this.#byId.keys()]);
    this.#warn(pointer, "profile-unknown-control", { id, from: this.#from, guess, group: controls });
  }

  #deadPattern(pattern: string, pointer: string, excluding: boolean): void {
    this.#warn(`${pointer}/pattern`, "profile-pattern-unmatched", { pattern, excluding, from: this.#from });
  }

  #noPattern(pointer: string): void {
    this.#warn(pointer, "profile-pattern-missing");
  }

  #warn<Code extends ResolutionCode>(pointer: string, code: Code, ...told: Told<Code>): void {
    this.#scope.session.problems.warn(placeIn(this.#scope, pointer), code, ...told);
  }

  #spend(steps: number, pointer: string): void {
    this.#scope.session.work.spend(steps, placeIn(this.#scope, pointer));
  }
}
