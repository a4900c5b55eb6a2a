import { homedir } from "node:os";
import { join } from "node:path";
import type { RegoSources } from "../policy/compile.js";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { decodeUtf8 } from "../source/decode.js";
import { findFiles, readBounded, type SourceFile } from "../files/files.js";
import { packageRoot } from "../files/package.js";
import type { Terminal } from "../cli/terminal.js";

/** Most bytes of one Rego file. */
const REGO_BYTES = 1024 * 1024;

/** Rego files that ship with aims, tests among them. */
export function shippedRuleFiles(): Promise<SourceFile[]> {
  return findFiles(packageRoot(), ["rules/**/*.rego"]);
}

export function isTest(file: SourceFile): boolean {
  return file.name.endsWith("_test.rego");
}

/** Reads Rego files. @throws InputError with everything that is wrong with any of them */
export function readRuleFiles(files: readonly SourceFile[], prefix = ""): RegoSources {
  const problems: Diagnostic[] = [];
  const sources: Record<string, string> = {};
  for (const file of files) {
    const bytes = readBounded(file, REGO_BYTES);
    const text = bytes instanceof Uint8Array ? decodeUtf8(bytes, file.name) : bytes;
    if (typeof text === "string") sources[`${prefix}${file.name}`] = text;
    else problems.push(text);
  }
  if (problems.length > 0) throw new InputError(problems);
  return sources;
}

/** Folder for compiled rules: `XDG_CACHE_HOME/aims`, or `.cache/aims` in the user's home. */
export function cacheFolder(terminal: Terminal): string {
  const base = terminal.env["XDG_CACHE_HOME"];
  return join(base !== undefined && base !== "" ? base : join(homedir(), ".cache"), "aims");
}
