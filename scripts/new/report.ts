import { nameFor } from "./name.js";
import { Registry } from "./registry.js";
import { textOf, type Scaffold } from "./scaffold.js";

const registryPath = "src/report/assessment.ts";

/** A new format of an assessment: a line for each open verdict, to be rewritten. @throws Refusal */
export function reportScaffold(root: string, format: string): Scaffold {
  const { kebab, camel, words } = nameFor("The format", format);
  const source = `src/report/assessment/${kebab}.ts`;
  const test = `test/report/assessment/${kebab}.test.ts`;
  const registry = new Registry(registryPath, textOf(root, registryPath));
  registry.addAlternative("AssessmentFormat", kebab);
  registry.addProperty(
    "assessmentFormats",
    kebab,
    `{
      summary: "open verdicts, a line each",
      kind: "text",
      load: async () => (await import("./assessment/${kebab}.js")).${camel}Report,
    }`,
  );
  return {
    made: {
      [source]: `import type { Assessment } from "../../assessment/assessment.js";
import { isOpen } from "../../assessment/verdict.js";
import { printable } from "../../foundation/printable.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";

/** ${words}: a line for each finding of an open verdict, in the order of the verdicts. */
export function ${camel}Report(assessment: Assessment, options: ReportOptions): TextOutput {
  return textOutput(lines(assessment, options));
}

function* lines(assessment: Assessment, options: ReportOptions): Generator<string> {
  for (const { subject, rule, state, findings } of assessment.verdicts()) {
    if (!isOpen(state)) continue;
    for (const { file, line, column, message } of findings) {
      const place = \`\${pathOf(file, options)}:\${String(line)}:\${String(column)}\`;
      yield \`\${printable(\`\${place}: \${subject} \${rule} \${state}: \${message}\`)}\\n\`;
    }
  }
}
`,
      [test]: `import { describe, expect, it } from "vitest";
import { ${camel}Report } from "../../../src/report/assessment/${kebab}.js";
import { plain, smallAssessment } from "../../support/report.js";

function text(workspace: string): string {
  return [...${camel}Report(smallAssessment(), { ...plain, workspace }).pieces].join("");
}

describe("the report in the format ${kebab}", () => {
  it("has a line for each finding of an open verdict", () => {
    expect(text("")).toBe(\`systems/one.yaml:4:30: bad tested not-satisfied: Testing: <not> done,\uFFFDsaid 100%.
systems/one.yaml:3:7: bad tested not-satisfied: Half & half.
systems/one.yaml:1:1: bad watched error: rules/watched.rego:9:1: conflict
\`);
  });

  it("has no line for a verdict that is not open", () => {
    expect(text("")).not.toContain("good");
  });

  it("names files from where its reader stands", () => {
    expect(text("ws").split("\\n")[0]).toMatch(/^ws\\/systems\\/one\\.yaml:/);
  });
});
`,
    },
    changed: { [registryPath]: registry.text },
    next: [
      `Write the format in ${source}, its summary in ${registryPath}, and the whole output in ${test}.`,
      "Add the format to the list in test/report/formats.test.ts.",
      "Run npm run build and npx vitest run test/report.",
    ],
  };
}
