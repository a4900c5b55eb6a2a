import { resolve } from "node:path";
import { InputError } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../files/paths.js";
import { writing } from "../../files/writer.js";
import type { Output } from "../../report/output.js";
import type { Environment, Terminal } from "../terminal.js";
import { printDiagnostics, viewpointOf } from "./diagnostics.js";

/** Address below which the code host of a pipeline shows the files of the commit; undefined outside of one. */
export function sourcesAddress(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = env;
  return (
    address(GITHUB_SERVER_URL, GITHUB_REPOSITORY, "blob", GITHUB_SHA) ??
    address(CI_PROJECT_URL, "-", "blob", CI_COMMIT_SHA)
  );
}

function address(...parts: readonly (string | undefined)[]): string | undefined {
  const text = parts.join("/");
  // Anything else could end the link that it is put into.
  return parts.every(Boolean) && /^https?:\/\/[\w.~:/%-]+$/.test(text) ? text : undefined;
}

/**
 * Appends a page to the summary of a step of GitHub Actions, where there is one. A place that cannot be written to is a warning: the
 * results and the exit code hold all the same.
 * @param make gives the page, a text; called only where it is wanted
 */
export async function appendStepSummary(make: () => Promise<Output>, terminal: Terminal): Promise<void> {
  const { GITHUB_STEP_SUMMARY: path } = terminal.env;
  if (path === undefined || path === "") return;
  const file = resolve(terminal.host.folder, path);
  const page = await make();
  if (page.kind !== "text") throw new Error(`A ${page.kind} cannot be the summary of a step.`);
  try {
    writing("file", fileAt(file), () => {
      terminal.host.write.append(file, `${[...page.pieces].join("")}\n`);
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const warnings = error.diagnostics.map((each) => ({ ...each, severity: "warning" as const }));
    printDiagnostics(warnings, viewpointOf(terminal, [path]), terminal);
  }
}
