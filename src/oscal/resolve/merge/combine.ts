import type { SourceFile } from "../../../diagnostics/source-file.js";
import type { Control, Group, Parameter } from "../../model/generated/types.js";
import { replaceList, type Selection } from "../import/select-controls.js";
import type { Place } from "../../../source/place.js";
import { placeIn, type ProfileScope } from "../session.js";

/** How controls of one id are dealt with; `merge` of the model is deprecated and undefined, and taken as `keep`. */
export type CombineMethod = "keep" | "use-first";

export interface CombineOptions {
  readonly method: CombineMethod;
  /** Ids of parameters that the profile sets itself, so that it does not matter what the imports say. */
  readonly settled: ReadonlySet<string>;
}

/** The method that a profile asks for; none is `keep` (req-merge-none). */
export function combineMethod(scope: ProfileScope, method: string | undefined): CombineMethod {
  if (method === "merge") {
    scope.session.problems.warn(placeIn(scope, "/profile/merge/combine/method"), "profile-combine-merge");
  }
  return method === "use-first" ? "use-first" : "keep";
}

/**
 * Finds controls that several imports bring, or one import twice, and drops all but the first where the profile says so (combine
 * directive of the specification). Parameters that the imported profiles set differently are reported.
 */
export function combineSelections(
  scope: ProfileScope,
  selections: readonly Selection[],
  options: CombineOptions,
): void {
  const { method } = options;
  if (selections.length > 1) reportDifferingParameters(scope, selections, options);
  const first = new Map<string, Control>();
  const reported = new Set<string>();
  const visitAll = (controls: readonly Control[]): Control[] =>
    controls.flatMap((control) => {
      const earlier = first.get(control.id);
      if (earlier === undefined) first.set(control.id, control);
      else if (method === "keep" && !reported.has(control.id)) {
        reported.add(control.id);
        reportDuplicate(scope, control, earlier);
      }
      const children = visitAll(control.controls ?? []);
      if (method === "keep" || earlier === undefined) {
        replaceList(control, "controls", children);
        return [control];
      }
      scope.session.history.noteAbsence(control.id, control, "removed", placeIn(scope, "/profile/merge/combine"), {
        item: "another control of this id comes first",
      });
      return children;
    });
  const visitGroup = (group: Group): void => {
    group.groups?.forEach(visitGroup);
    replaceList(group, "controls", visitAll(group.controls ?? []));
  };
  for (const selection of selections) {
    selection.controls = visitAll(selection.controls);
    selection.groups.forEach(visitGroup);
  }
}

function reportDuplicate(scope: ProfileScope, control: Control, earlier: Control): void {
  const { history, problems } = scope.session;
  const here = importPlace(scope, control);
  const other = history.importOf(earlier);
  problems.warn(here, "profile-duplicate-control", { id: control.id, first: other && lineOf(other) });
}

/** The line of a step, looked up when it is asked for. */
function lineOf({ document, pointer }: Place): { file: SourceFile; line: () => number } {
  return { file: document.file, line: () => document.locate(pointer).line };
}

function importPlace(scope: ProfileScope, object: object): Place {
  const step = scope.session.history.importOf(object);
  return step?.document === scope.source ? step : placeIn(scope, "/profile/imports");
}

/** Imported profiles that give one parameter different values: which of them holds depends on the order of the imports. */
function reportDifferingParameters(
  scope: ProfileScope,
  selections: readonly Selection[],
  { method, settled }: CombineOptions,
): void {
  const first = new Map<string, { param: Parameter; selection: Selection }>();
  const reported = new Set<string>();
  for (const selection of selections) {
    for (const param of parametersOf(selection)) {
      const earlier = first.get(param.id);
      if (earlier === undefined) first.set(param.id, { param, selection });
      if (earlier === undefined || earlier.selection === selection) continue;
      if (settled.has(param.id) || reported.has(param.id)) continue;
      const settings = [earlier.param, param].map((each) => lastSetting(scope, each));
      if (settings.every((step) => step === undefined)) continue;
      if (JSON.stringify(earlier.param) === JSON.stringify(param)) continue;
      reported.add(param.id);
      scope.session.problems.warn(
        placeIn(scope, `/profile/imports/${String(selection.opened.index)}/href`),
        "profile-parameter-clash",
        {
          id: param.id,
          sides: [sideOf(earlier.selection, settings[0]), sideOf(selection, settings[1])],
          kept: method === "use-first" ? "first" : "both",
        },
      );
    }
  }
}

function sideOf({ opened }: Selection, setting: Place | undefined): ReturnType<typeof lineOf> | { href: string } {
  return setting === undefined ? { href: opened.directive.href } : lineOf(setting);
}

function lastSetting({ session }: ProfileScope, param: Parameter): Place | undefined {
  const { steps } = session.history.trace(param);
  return steps.findLast(({ action }) => action === "set" || action === "overridden");
}

function* parametersOf({ params, controls, groups }: Selection): Generator<Parameter> {
  yield* params;
  yield* nestedParameters(controls);
  for (const group of groups) yield* groupParameters(group);
}

function* groupParameters(group: Group): Generator<Parameter> {
  yield* group.params ?? [];
  for (const inner of group.groups ?? []) yield* groupParameters(inner);
  yield* nestedParameters(group.controls ?? []);
}

function* nestedParameters(controls: readonly Control[]): Generator<Parameter> {
  for (const { params, controls: inner } of controls) {
    yield* params ?? [];
    yield* nestedParameters(inner ?? []);
  }
}
