import { shippedPrefix } from "./packages.js";
import type { Rule } from "./rule.js";

/** The place in the Rego sources at which a rule failed, and why. */
export interface RuleFault {
  /** As the compiler knows it: the path in the workspace, or in the package, for the latter perhaps with `shippedPrefix` before it. */
  readonly file: string;
  readonly line: number;
  /** In characters, from 1. */
  readonly column: number;
  readonly message: string;
}

/**
 * Takes the words apart with which a rule is in error (`RuleOutcome`). Where they name no place, it is the beginning of the rule: a rule
 * that took too long, or that said nothing, went wrong nowhere in particular.
 */
export function ruleFault({ file, row }: Pick<Rule, "file" | "row">, error: string): RuleFault {
  const located = /^([^\n]+?\.rego):(\d+):(\d+): (.*)$/su.exec(error);
  const [, where = "", line, column, message = ""] = located ?? [];
  // The entry modules are aims' own, and in no file.
  if (located === null || where.startsWith("aims/entry/")) return { file, line: row, column: 1, message: error };
  return { file: where, line: Number(line), column: Number(column), message };
}

/** The path of a shipped rule's file in the package; undefined for a file of the workspace. @param own whether the run has own rules */
export function shippedPath(file: string, own: boolean): string | undefined {
  if (file.startsWith(shippedPrefix)) return file.slice(shippedPrefix.length);
  return own ? undefined : file;
}
