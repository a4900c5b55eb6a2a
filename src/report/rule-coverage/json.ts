import { defined } from "../../foundation/defined.js";
import { textOutput, type TextOutput } from "../output.js";
import { scoreOf, type RuleCoverageReport } from "./report.js";

/** Everything about the coverage, for programs. Files are called as their reader would call them. */
export function ruleCoverageJson({ result, nameOf }: RuleCoverageReport): TextOutput {
  const { controls, modules, failing, unmatched, left, fields } = result;
  const value = {
    ...defined({ score: scoreOf(modules) }),
    modules: modules.map((module) => ({
      ...module,
      file: nameOf(module.file),
      ...defined({ score: scoreOf([module]) }),
    })),
    controls,
    failing: failing.map((test) => ({ ...test, file: nameOf(test.file) })),
    unmatched,
    ...defined({ fields }),
    left,
  };
  return textOutput([`${JSON.stringify(value, undefined, 2)}\n`]);
}
