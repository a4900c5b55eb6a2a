import { textOutput, type TextOutput } from "../output.js";
import { codeSpan, markdownCell, markdownTable } from "../writing/markdown-text.js";
import { rowsInWords, scoreInWords, scoreOf, type CoveredModule, type RuleCoverageReport } from "./report.js";

/** A page: the score, rules with their tests, what no test notices, the controls without a rule. */
export function ruleCoverageMarkdown(report: RuleCoverageReport): TextOutput {
  return textOutput(page(report));
}

function* page({ result, nameOf }: RuleCoverageReport): Generator<string> {
  const { modules, controls, failing, left } = result;
  yield "# Coverage of the rules\n\n";
  yield `Changes of rules that a test notices: ${scoreInWords(scoreOf(modules))}.\n`;
  if (failing.length > 0) yield `\nNothing is changed while tests do not pass: ${String(failing.length)}.\n`;
  if (left > 0) yield `\nRules and libraries left out for want of time: ${String(left)}.\n`;
  yield "\n## Rules and their tests\n\n";
  const columns = [
    "Rule",
    "Controls",
    ">Tests",
    ">Changes noticed",
    ">Survive",
    ">Equivalent",
    ">Score",
    "Rows no test reaches",
  ];
  yield* markdownTable(columns, modules.map(rowOf));
  for (const { id, unusable } of modules) {
    if (unusable !== undefined) yield `\nNot changed: ${codeSpan(id)}: ${markdownCell(unusable)}.\n`;
  }
  const survivors = modules.flatMap((module) => module.survivors.map((each) => ({ module, ...each })));
  if (survivors.length > 0) {
    yield "\n## Changes that no test notices\n\n";
    yield* markdownTable(
      ["Place", "Change", "Line"],
      survivors.map(({ module, row, change, line }) => [
        markdownCell(`${nameOf(module.file)}:${String(row)}`),
        codeSpan(change).replaceAll("|", "\\|"),
        codeSpan(line).replaceAll("|", "\\|"),
      ]),
    );
  }
  const equivalent = modules.flatMap((module) => module.equivalent.map((each) => ({ module, ...each })));
  if (equivalent.length > 0) {
    yield "\n## Changes that make no difference\n\n";
    yield* markdownTable(
      ["Place", "Change", "Reason"],
      equivalent.map(({ module, row, change, reason }) => [
        markdownCell(`${nameOf(module.file)}:${String(row)}`),
        codeSpan(change).replaceAll("|", "\\|"),
        markdownCell(reason, 400),
      ]),
    );
  }
  const spoken = controls.filter(({ rules }) => rules.length > 0);
  yield "\n## Controls and their rules\n\n";
  yield* markdownTable(
    ["Control", "Rules"],
    spoken.map(({ control, rules }) => [markdownCell(control), rules.map(codeSpan).join(", ")]),
  );
  const without = controls.filter(({ rules }) => rules.length === 0);
  if (without.length > 0) yield `\nControls without a rule: ${String(without.length)} of ${String(controls.length)}.\n`;
  yield* fieldTables(result.fields);
}

function* fieldTables(fields: RuleCoverageReport["result"]["fields"]): Generator<string> {
  if (fields === undefined) return;
  const { read, unread, absent } = fields;
  yield "\n## Fields and the rules that read them\n\n";
  yield* markdownTable(
    ["Field", "Rules", "Changes without effect"],
    read.map(({ field, rules, unnoticed }) => [
      codeSpan(field),
      rules.map(codeSpan).join(", "),
      markdownCell(unnoticed.join(", "), 400),
    ]),
  );
  yield `\nIn inputs of the tests, and no rule says otherwise where they are changed: ${unread.map(codeSpan).join(", ") || "none"}.\n`;
  yield `\nIn no input of the tests: ${absent.map(codeSpan).join(", ") || "none"}.\n`;
}

function rowOf(module: CoveredModule): string[] {
  const { id, controls, tests, noticed, survivors, equivalent, uncovered } = module;
  const counts = [tests.length, noticed, survivors.length, equivalent.length].map(String);
  return [
    codeSpan(id),
    markdownCell(controls.join(", ")),
    ...counts,
    scoreInWords(scoreOf([module])),
    rowsInWords(uncovered),
  ];
}
