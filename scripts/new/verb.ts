import { callableNameFor } from "./name.js";
import { Registry } from "./registry.js";
import { textOf, type Scaffold } from "./scaffold.js";

const programPath = "src/cli/program.ts";

/** A new verb: it counts the descriptor files of a workspace, to be rewritten. @throws Refusal */
export function verbScaffold(root: string, verb: string): Scaffold {
  const { kebab, camel, pascal } = callableNameFor("The verb", verb);
  const [run, printing] = [`src/runs/${kebab}.ts`, `src/cli/verbs/${kebab}.ts`];
  const scenario = `test/scenarios/${kebab}.scenario`;
  const registry = new Registry(programPath, textOf(root, programPath));
  registry.addAlternative("VerbName", kebab);
  registry.addProperty("verbs", kebab, `async () => (await import("./verbs/${kebab}.js")).${camel}Verb`);
  return {
    made: {
      [run]: `import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { openWorkspace } from "../workspace/workspace.js";
import type { Host } from "./host.js";

/** The request. Paths start from the host's folder. */
export interface ${pascal}Request {
  /** Folder of the workspace. */
  readonly workspace: string;
}

/** The answer. */
export interface ${pascal}Result {
  /** Descriptor files of systems. */
  readonly files: number;
  readonly problems: readonly Diagnostic[];
}

/** Counts the descriptor files of a workspace. Nothing is read of them. */
export async function ${camel}({ workspace }: ${pascal}Request, host: Host): Promise<${pascal}Result> {
  const opened = await openWorkspace(resolve(host.folder, workspace), host.read, undefined, workspace);
  return { files: opened.value?.systems.length ?? 0, problems: opened.problems };
}
`,
      [printing]: `import { hasErrors } from "../../diagnostics/diagnostic.js";
import { plural } from "../../foundation/words.js";
import type { ResultFormat } from "../../report/result.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../verb.js";

interface ${pascal}Options {
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const ${camel}Verb: Verb = defineVerb({
  summary: "count the descriptor files of a workspace",
  description: "Count the descriptor files of a workspace.",
  parameters: async (command, { outputOption }) => {
    const { resultFormats } = await import("../../report/result.js");
    return command
      .argument("[workspace]", "folder with organization.yaml, systems/ and perhaps aims.yaml", ".")
      .addOption(outputOption(resultFormats));
  },
  examples: ["${kebab} examples/meridian-bank"],
  exits: { 0: "counted", 2: "unusable input" },
  run: ${camel},
});

async function ${camel}(
  [workspace]: [string],
  { output }: ${pascal}Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { ${camel}: run } = await import("../../runs/${kebab}.js");
  const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
  const { writeResult } = await import("../print/result.js");
  const { files, problems } = await run({ workspace }, terminal.host);
  printDiagnostics(problems, viewpointOf(terminal), terminal);
  if (hasErrors(problems)) return exitCode.input;
  const text = (): string[] => [\`\${plural(files, "descriptor file")}.\\n\`];
  await writeResult({ json: () => ({ files }), text }, output, [], terminal);
  return exitCode.done;
}
`,
      [scenario]: `The descriptor files of a workspace are counted.

==== file organization.yaml
kind: organization
id: bank
name: Bank
==== file systems/one.yaml
kind: system
id: one
name: One
==== command
aims ${kebab}
==== exit
0
==== stdout
1 descriptor file.
==== stderr
`,
    },
    changed: { [programPath]: registry.text },
    next: [
      `Say in ${run} what is done, in ${printing} what is printed, and in ${scenario} what comes out.`,
      `Export ${camel} with its types from src/index.ts.`,
      "Run npm run build and npx vitest run test/scenarios test/cli.",
    ],
  };
}
