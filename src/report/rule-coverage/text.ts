import { plural } from "../../foundation/words.js";
import { textOutput, type TextOutput } from "../output.js";
import { textTable } from "../table.js";
import { rowsInWords, scoreInWords, scoreOf, type CoveredModule, type RuleCoverageReport } from "./report.js";

/** For people: controls with their rules, rules with their tests, what no test reaches or notices, the score. */
export function ruleCoverageText(report: RuleCoverageReport): TextOutput {
  return textOutput(lines(report));
}

function* lines({ result, nameOf }: RuleCoverageReport): Generator<string> {
  const { controls, modules, failing, unmatched, left } = result;
  for (const { name, file, row } of failing) yield `${nameOf(file)}:${String(row)}: ${name}: does not pass\n`;
  if (failing.length > 0) yield "Nothing is changed while tests do not pass.\n";
  yield* controlLines(controls, modules);
  if (modules.length > 0) {
    yield "\n";
    const columns = [
      { title: "RULE" },
      { title: "TESTS", align: "right" as const },
      { title: "CHANGES", align: "right" as const },
      { title: "SURVIVE", align: "right" as const },
      { title: "SCORE", align: "right" as const },
    ];
    yield* textTable(columns, modules.map(rowOf)).map((line) => `${line}\n`);
  }
  for (const { file, uncovered, unusable, survivors } of modules) {
    const name = nameOf(file);
    if (unusable !== undefined) yield `${name}: not changed: ${unusable}\n`;
    if (uncovered.length > 0)
      yield `${name}: no test reaches ${uncovered.length === 1 && uncovered[0]?.[0] === uncovered[0]?.[1] ? "row" : "rows"} ${rowsInWords(uncovered)}\n`;
    for (const { row, change, line } of survivors) {
      yield `${name}:${String(row)}: no test notices: ${change}\n    ${line}\n`;
    }
  }
  for (const { rule, line, change } of unmatched) {
    yield `${rule}: equivalent-mutants.yaml names a change that does not survive: ${change}\n    ${line}\n`;
  }
  yield* fieldLines(result.fields);
  if (left > 0) yield `Rules and libraries left out for want of time: ${String(left)}.\n`;
  yield `${summary(modules)}\n`;
}

/** Frameworks that no rule speaks for are counted, not listed. */
function* controlLines(
  controls: RuleCoverageReport["result"]["controls"],
  modules: readonly CoveredModule[],
): Generator<string> {
  const frameworkOf = (control: string): string => control.slice(0, Math.max(0, control.indexOf(":")));
  const tests = new Map(modules.map(({ id, tests: named }) => [id, named.length]));
  const columns = [{ title: "CONTROL" }, { title: "RULES" }];
  const rows = controls.flatMap(({ control, rules }) =>
    rules.length === 0
      ? []
      : [
          [
            control,
            rules.map((id) => (tests.has(id) ? `${id} (${plural(tests.get(id) ?? 0, "test")})` : id)).join(", "),
          ],
        ],
  );
  if (rows.length > 0) yield* textTable(columns, rows).map((line) => `${line}\n`);
  for (const framework of [...new Set(controls.map(({ control }) => frameworkOf(control)))]) {
    const of = controls.filter(({ control }) => frameworkOf(control) === framework);
    const without = of.filter(({ rules }) => rules.length === 0);
    if (without.length === 0) continue;
    const named = without.length === of.length ? "" : `: ${without.map(({ control }) => control).join(", ")}`;
    yield `No rule speaks for ${String(without.length)} of ${plural(of.length, "control")}${framework === "" ? "" : ` of ${framework}`}${named}\n`;
  }
}

function* fieldLines(fields: RuleCoverageReport["result"]["fields"]): Generator<string> {
  if (fields === undefined) return;
  const { read, unread, absent } = fields;
  yield "\n";
  const rows = read.map(({ field, rules, unnoticed }) => [field, rules.join(", "), unnoticed.join(", ")]);
  const columns = [{ title: "FIELD" }, { title: "READ BY" }, { title: "CHANGES WITHOUT EFFECT" }];
  if (rows.length > 0) yield* textTable(columns, rows).map((line) => `${line}\n`);
  yield `In inputs of the tests, and no rule says otherwise where they are changed: ${unread.join(", ") || "none"}\n`;
  yield `In no input of the tests: ${absent.join(", ") || "none"}\n`;
}

function rowOf(module: CoveredModule): string[] {
  const { id, tests, noticed, survivors } = module;
  const all = noticed + survivors.length;
  return [id, String(tests.length), String(all), String(survivors.length), scoreInWords(scoreOf([module]))];
}

function summary(modules: readonly CoveredModule[]): string {
  const sum = (count: (module: CoveredModule) => number): number => modules.reduce((all, each) => all + count(each), 0);
  const noticed = sum((each) => each.noticed);
  const survived = sum(({ survivors }) => survivors.length);
  const equivalent = sum((each) => each.equivalent.length);
  const refused = sum((each) => each.refused);
  return `${String(noticed)} of ${plural(noticed + survived, "change")} noticed: ${scoreInWords(scoreOf(modules))} (${String(equivalent)} equivalent, ${String(refused)} that do not compile)`;
}
