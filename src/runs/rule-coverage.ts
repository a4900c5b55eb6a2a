import { resolve } from "node:path";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { defined } from "../foundation/defined.js";
import { nearest } from "../foundation/nearest.js";
import type { AskTests, JudgedModule, JudgedMutant } from "../policy/mutants.js";
import { isTest, shippedPrefix } from "../policy/packages.js";
import type { Rule } from "../policy/rule.js";
import type { FileCoverage, RuleTest } from "../policy/test.js";
import type { CoveredControl, CoveredModule, RuleCoverage, Survivor } from "../report/rule-coverage.js";
import type { RuleSources } from "../workspace/rules.js";
import type { KeptEquivalent } from "../workspace/equivalent-mutants.js";
import type { Workspace } from "../workspace/workspace.js";
import type { Host } from "./host.js";
import { checkRules, isShipped, testRules } from "./rules.js";
import { folderOf, opening, testedSources } from "./rules/opening.js";

/** The rules whose coverage is asked for. */
export interface CoverageRequest {
  /** Ids of rules; all of them where none is named. */
  readonly rules?: readonly string[];
  /** Whether the rules that ship with aims count beside a workspace's own. */
  readonly shipped?: boolean;
  /** A commit: only rules that are not as they were then, or whose tests are not. */
  readonly changedSince?: string;
  /** Seconds that one test may take. Default: 10. */
  readonly timeout?: number;
  /** Whether the fields of the rules' inputs are changed, too. */
  readonly fields?: boolean;
  /** Seconds after which no further rule is changed; without it, all are. */
  readonly budget?: number;
  /**
   * A folder, an absolute path, where what became of the changes is kept by rule, so that a run that was broken off goes on, and the next
   * one judges only what is not as it was; made when it is missing. Without it, all is judged anew.
   */
  readonly keptIn?: string;
  /** Who asks the tests about changed rules, where it is not aims itself. */
  readonly ask?: AskTests;
}

export interface CoverageRun extends Reading<RuleCoverage> {
  /** Ids of rules that there are not, with the one that may be meant. */
  readonly unknownRules: readonly { readonly id: string; readonly guess: string | undefined }[];
  /** The commit that git does not find. */
  readonly unknownCommit?: string;
  /** Files by the names that the result calls them by. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

const DEFAULT_TIMEOUT_S = 10;

/**
 * Which rules speak for which control, the lines that no test reaches, and the changes of rules that no test notices.
 * @param workspace as for `listRules`
 * @returns problems where the sources cannot be read or compiled, and warnings where they can
 */
export async function coverRules(
  workspace: string | undefined,
  request: CoverageRequest,
  host: Host,
): Promise<CoverageRun> {
  const none = { files: new Map<string, SourceFile>(), unknownRules: [] };
  const folder = folderOf(workspace, host);
  const shipped = request.shipped === true || folder === undefined;
  const checked = await checkRules(workspace, host);
  if (hasErrors(checked.problems)) return { ...none, problems: checked.problems };
  const opened = await opening(folder, host);
  const read = await testedSources(opened, shipped, host);
  if (read.value === undefined) return { ...none, problems: read.problems };
  const { sources, files } = read.value;
  const { readEquivalents } = await import("../workspace/equivalent-mutants.js");
  const equivalents = await readEquivalents(opened.value?.ruleFiles, shipped, host.read);
  if (equivalents.value === undefined) return { files, unknownRules: [], problems: equivalents.problems };
  const rules = checked.rules.filter((rule) => shipped || !isShipped(rule));
  const unknownRules = unknownIds(request.rules ?? [], rules);
  if (unknownRules.length > 0) return { files, unknownRules, problems: [] };
  const changed = await changesSince(request.changedSince, files, folder, host);
  if (changed === "unknown")
    return { files, unknownRules, problems: [], ...defined({ unknownCommit: request.changedSince }) };

  host.progress?.("running the tests of the rules");
  const options = { coverage: true, ...defined({ shipped: request.shipped, timeout: request.timeout }) };
  const tested = await testRules(workspace, options, host);
  if (tested.value === undefined) return { files, unknownRules, problems: tested.problems };
  const { tests, coverage } = tested.value;
  const failing = tests.filter(
    ({ state, difference }) => !(["pass", "skipped"].includes(state) && difference === undefined),
  );
  const paths = Object.keys(sources).filter(
    (path) => !isTest({ name: path }) && (shipped || !path.startsWith(shippedPrefix)),
  );
  const wanted = chosen(paths, rules, request, changed, tests);
  const judged = failing.length > 0 ? [] : await judge(wanted, read.value, request, host);
  const named = rules.filter(({ id }) => request.rules?.some((each) => each === id) ?? true);
  const fields =
    request.fields === true && failing.length === 0 ? await fieldsOf(read.value, named, request, host) : undefined;
  const value: RuleCoverage = {
    ...defined({ workspace: folder }),
    controls: await controlsOf(checked.rules, opened.value, host),
    ...counted(judged, { rules, tests, coverage, equivalents: equivalents.value }),
    failing: failing.map(({ name, file, row }) => ({ name, file, row })),
    left: failing.length > 0 ? 0 : wanted.length - judged.length,
    ...defined({ fields }),
    whole: request.rules === undefined && changed === undefined,
  };
  return { value, files, unknownRules, problems: warningsOf([...checked.problems, ...tested.problems]) };
}

/** @returns undefined where the rules cannot be asked */
async function fieldsOf(
  { sources, data }: RuleSources,
  rules: readonly Rule[],
  { timeout = DEFAULT_TIMEOUT_S }: CoverageRequest,
  host: Host,
): Promise<RuleCoverage["fields"]> {
  const { judgeFields } = await import("../policy/fields.js");
  host.progress?.("changing fields of what the tests ask");
  const judged = await judgeFields(sources, rules, { data: data.value, timeLimitMs: timeout * 1000 });
  return judged === undefined || !("read" in judged) ? undefined : judged;
}

function warningsOf(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message, file = "" }) => {
    const key = JSON.stringify([code, file, message]);
    return seen.has(key) ? false : seen.add(key);
  });
}

function unknownIds(ids: readonly string[], rules: readonly Rule[]): CoverageRun["unknownRules"] {
  const known = rules.map(({ id }) => id);
  return ids.filter((id) => !known.some((each) => each === id)).map((id) => ({ id, guess: nearest(id, known) }));
}

/** Names of the files that are not as they were; undefined where nobody asked. */
async function changesSince(
  commit: string | undefined,
  files: ReadonlyMap<string, SourceFile>,
  folder: string | undefined,
  host: Host,
): Promise<ReadonlySet<string> | "unknown" | undefined> {
  if (commit === undefined) return undefined;
  const { changedFiles } = await import("../files/changed-files.js");
  const changed = await changedFiles(resolve(host.folder, folder ?? "."), commit);
  if (changed === undefined) return "unknown";
  return new Set([...files].filter(([, file]) => changed.has(file)).map(([name]) => name));
}

/** The modules that are changed: libraries too, unless rules are named. */
function chosen(
  paths: readonly string[],
  rules: readonly Rule[],
  { rules: ids }: CoverageRequest,
  changed: ReadonlySet<string> | undefined,
  tests: readonly RuleTest[],
): readonly string[] {
  return paths.filter((path) => {
    const rule = rules.find(({ file }) => file === path);
    if (ids !== undefined && !(rule !== undefined && ids.some((id) => id === rule.id))) return false;
    if (changed === undefined || changed.has(path)) return true;
    return testFilesOf(path, tests).some((file) => changed.has(file));
  });
}

/** Files of tests that lie beside a module under its name. */
function testFilesOf(path: string, tests: readonly RuleTest[]): readonly string[] {
  const beside = path.replace(/\.rego$/, "_test.rego");
  return [...new Set(tests.map(({ file }) => file))].filter((file) => file === beside);
}

async function judge(
  files: readonly string[],
  { sources, data }: RuleSources,
  { timeout = DEFAULT_TIMEOUT_S, budget, keptIn, ask }: CoverageRequest,
  { progress }: Host,
): Promise<readonly JudgedModule[]> {
  const { judgeChanges } = await import("../policy/mutants.js");
  return judgeChanges(sources, {
    files,
    data: data.value,
    timeLimitMs: timeout * 1000,
    ...defined({ budgetMs: budget === undefined ? undefined : budget * 1000, keptIn, ask }),
    onModule: (done, all) => progress?.(`changed ${String(done)} of ${String(all)} rules and libraries`),
  });
}

interface Facts {
  readonly rules: readonly Rule[];
  readonly tests: readonly RuleTest[];
  readonly coverage: readonly FileCoverage[];
  readonly equivalents: readonly KeptEquivalent[];
}

/** The changes by what became of them, with those that are known to make no difference. */
function counted(
  judged: readonly JudgedModule[],
  { rules, tests, coverage, equivalents }: Facts,
): Pick<RuleCoverage, "modules" | "unmatched"> {
  const used = new Set<KeptEquivalent>();
  const modules = judged.map((module): CoveredModule => {
    const rule = rules.find(({ file }) => file === module.file);
    const id = rule?.id ?? module.package;
    const known = ({ line, change }: JudgedMutant): KeptEquivalent | undefined =>
      equivalents.find((each) => each.rule === id && each.line === line && each.change === change);
    const survivors: Survivor[] = [];
    const equivalent: (Survivor & { readonly reason: string })[] = [];
    for (const mutant of module.mutants) {
      if (mutant.state !== "survived") continue;
      const { row, line, kind, change } = mutant;
      const entry = known(mutant);
      if (entry !== undefined) used.add(entry);
      if (entry === undefined) survivors.push({ row, line, kind, change });
      else equivalent.push({ row, line, kind, change, reason: entry.reason });
    }
    const noticed = module.mutants.filter(({ state }) => state === "noticed").length;
    const refused = module.mutants.filter(({ state }) => state === "refused").length;
    const lines = coverage.find(({ file }) => file === module.file);
    return {
      id,
      kind: rule === undefined ? "library" : "rule",
      file: module.file,
      row: rule?.row ?? 1,
      controls: rule?.controls ?? [],
      tests: testsOf(module, tests),
      asked: module.tests,
      uncovered: lines?.notCovered ?? [],
      noticed,
      refused,
      survivors,
      equivalent,
      ...defined({ unusable: module.unusable }),
    };
  });
  const judgedIds = new Set(modules.map(({ id }) => id));
  const unmatched = equivalents
    .filter((each) => judgedIds.has(each.rule) && !used.has(each))
    .map(({ rule, line, change }) => ({ rule, line, change }));
  return { modules, unmatched };
}

function testsOf({ file, package: path }: JudgedModule, tests: readonly RuleTest[]): readonly string[] {
  const beside = file.replace(/\.rego$/, "_test.rego");
  return tests.filter((test) => test.file === beside || test.package === `${path}_test`).map(({ name }) => name);
}

/** The controls of the workspace's profile, or without one those of the shipped catalogs, with the rules that speak for each. */
async function controlsOf(
  rules: readonly Rule[],
  workspace: Workspace | undefined,
  host: Host,
): Promise<readonly CoveredControl[]> {
  const { referenceOf } = await import("../assessment/control-reference.js");
  const { catalogControls } = await import("../oscal/resolved-profile.js");
  const { loadAssessedProfile } = await import("../workspace/profile.js");
  const { shippedCatalogs } = await import("../workspace/shipped.js");
  // What is wrong with the profile itself is for `validate` to say.
  const { value: profile } = await loadAssessedProfile({}, host.folder, workspace, host.read);
  const controls =
    profile?.resolved.controls ??
    shippedCatalogs().flatMap((catalog) => [...catalogControls(catalog)].map(({ control }) => control));
  return controls.map((control) => {
    const reference = referenceOf(control);
    const speaking = rules.filter((rule) => rule.controls.includes(reference));
    return { control: reference, title: control.title, rules: speaking.map(({ id }) => id) };
  });
}
