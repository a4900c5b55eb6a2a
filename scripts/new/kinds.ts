import { parseArgs } from "node:util";
import { codeScaffold } from "./code.js";
import { importerScaffold } from "./importer.js";
import { reportScaffold } from "./report.js";
import { ruleScaffold } from "./rule.js";
import { Refusal, type Scaffold } from "./scaffold.js";
import { verbScaffold } from "./verb.js";

export const usage = `npm run new -- KIND ...

  rule THEME ID --subject system|organization --control REFERENCE [--control ...] [--severity low|medium|high|critical]
                [--new-theme]     a rule with its test, in rules/THEME/; its severity is medium unless given
  importer NAME                   an inventory format, its entry and its test
  report NAME                     a format of an assessment, its entry and its test
  code AREA CODE                  the entry of a code in src/diagnostics/codes/AREA.ts
  verb NAME                       a verb, its run, its entry and its scenario

Names are in kebab-case. Nothing is written where a name is taken or the place for an entry is not found.
`;

/**
 * Gives the scaffold that a command line asks for.
 * @param root absolute path of the project's folder
 * @throws Refusal where it is not understood, or nothing can be written
 */
export function scaffoldFor(root: string, args: readonly string[]): Scaffold {
  const [kind = "", ...rest] = args;
  switch (kind) {
    case "rule": {
      const { values, positionals } = understood(() =>
        parseArgs({
          args: rest,
          allowPositionals: true,
          options: {
            subject: { type: "string" },
            control: { type: "string", multiple: true, default: [] },
            severity: { type: "string", default: "medium" },
            "new-theme": { type: "boolean", default: false },
          },
        }),
      );
      const [theme, id] = exactly(2, positionals, "rule THEME ID");
      const { subject, severity, control: controls, "new-theme": newTheme } = values;
      return ruleScaffold(root, { theme, id, subject, severity, controls, newTheme });
    }
    case "importer":
      return importerScaffold(root, exactly(1, plain(rest), "importer NAME")[0]);
    case "report":
      return reportScaffold(root, exactly(1, plain(rest), "report NAME")[0]);
    case "code":
      return codeScaffold(root, ...exactly(2, plain(rest), "code AREA CODE"));
    case "verb":
      return verbScaffold(root, exactly(1, plain(rest), "verb NAME")[0]);
    default:
      throw new Refusal(`"${kind}" is not a kind that can be made. Say rule, importer, report, code or verb.`);
  }
}

/** @param read takes the arguments apart */
function understood<Parsed>(read: () => Parsed): Parsed {
  try {
    return read();
  } catch (error) {
    // So it says that an option is not known, or has no value.
    if (error instanceof TypeError) throw new Refusal(error.message);
    throw error;
  }
}

/** The arguments of a kind that has no options. */
function plain(args: readonly string[]): string[] {
  return understood(() => parseArgs({ args: [...args], options: {}, allowPositionals: true })).positionals;
}

function exactly(count: 1, given: readonly string[], wanted: string): [string];
function exactly(count: 2, given: readonly string[], wanted: string): [string, string];
function exactly(count: 1 | 2, given: readonly string[], wanted: string): string[] {
  if (given.length !== count) throw new Refusal(`Say npm run new -- ${wanted}.`);
  return [...given];
}
