import { problem, type RegoCode } from "../../diagnostics/codes/rules.js";
import type { Diagnostic, DiagnosticPlace } from "../../diagnostics/diagnostic.js";
import { codeFrame } from "../../diagnostics/frame.js";
import type { RegoProblem, RegoSources } from "../compiler/protocol.js";
import { readMetadata } from "./metadata.js";
import { openBracketAt } from "./open-bracket.js";

/** The codes of the Rego compiler in aims' terms; "rego-error" for one that is not listed. */
const regoCodes: ReadonlyMap<string, RegoCode> = new Map([
  ["entrypoint_error", "entrypoint-error"],
  ["rego_compile_error", "rego-compile-error"],
  ["rego_parse_error", "rego-parse-error"],
  ["rego_recursion_error", "rego-recursion-error"],
  ["rego_type_error", "rego-type-error"],
  ["rego_unsafe_var_error", "rego-unsafe-var-error"],
  ["rego_v0", "rego-v0"],
  ["rule_item_error", "rule-item"],
  ["rule_item_warning", "rule-item-key"],
  ["test_filter_error", "test-filter-error"],
  ["undefined_key", "undefined-data-key"],
  ["undefined_reference", "undefined-reference"],
]);

/** A problem of Rego sources in aims' terms. */
export function regoDiagnostic(regoProblem: RegoProblem, sources: RegoSources): Diagnostic {
  const { code, message, file } = regoProblem;
  const text = sources[file];
  const told = code === "rego_parse_error" && text !== undefined ? syntaxDiagnostic(regoProblem, text) : undefined;
  return told ?? problem(regoCodes.get(code) ?? "rego-error", regoPlace(regoProblem, text), message);
}

/** A diagnostic about one of the sources, with the line itself. */
export function withFrame(found: Diagnostic, sources: RegoSources): Diagnostic {
  const { file, line, column = 1, frame } = found;
  const text = file === undefined ? undefined : sources[file];
  if (frame !== undefined || line === undefined || text === undefined) return found;
  return { ...found, frame: codeFrame(text.split(/\r?\n/), line, column) };
}

/** Broken syntax of which more can be told than the parser does: the slip in the YAML of METADATA, the bracket that is still open. */
function syntaxDiagnostic(found: RegoProblem, text: string): Diagnostic | undefined {
  const { file, row, column, message } = found;
  if (message.includes("METADATA is not YAML")) {
    const slip = readMetadata(text, row, file)?.diagnostics.find(({ code }) => code === "yaml-syntax");
    if (slip?.line === undefined) return undefined;
    const { line, column: at = 1, fix = "" } = slip;
    const words = slip.message.replace(/^This is/, "The METADATA is");
    return { ...problem("rego-parse-error", regoPlace({ ...found, row: line, column: at }, text), words), fix };
  }
  const open = openBracketAt(text, row, column);
  if (open === undefined || open.row === row) return undefined;
  // A closing bracket is expected, or a declaration stands within a bracket.
  const line = text.split(/\r?\n/)[row - 1] ?? "";
  if (!/\beof\b|expected .*[\])}]/.test(message) && !/^[\w}\])]/.test(line)) return undefined;
  const what = `the "${open.sign}" of line ${String(open.row)}`;
  return {
    ...problem("rego-parse-error", regoPlace(found, text), `${message}; ${what} is still open here`),
    fix: `Close ${what}, or correct the syntax at this place.`,
  };
}

/** @param text of the file, where it is one of the sources */
function regoPlace({ file, row, column: characters }: RegoProblem, text: string | undefined): DiagnosticPlace {
  if (file === "") return {};
  if (row <= 0) return { file };
  const column = Math.max(1, characters);
  const position = { file, line: row, column };
  return text === undefined ? position : { ...position, frame: codeFrame(text.split(/\r?\n/), row, column) };
}
