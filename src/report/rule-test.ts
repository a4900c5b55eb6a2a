import type { OutputFormat, TextOutput } from "./output.js";
import type { RuleTestReport } from "./rule-test/report.js";

export { passes, type RuleTestReport } from "./rule-test/report.js";

/** Formats that the tests of rules can be written in. */
export type RuleTestFormat = "github" | "json" | "junit" | "text";

export const ruleTestFormats: Readonly<
  Record<RuleTestFormat, OutputFormat<RuleTestReport, { readonly color: boolean }, TextOutput>>
> = {
  github: {
    summary: "annotations of GitHub Actions",
    kind: "text",
    load: async () => (await import("./rule-test/github.js")).ruleTestGithub,
  },
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: async () => (await import("./rule-test/json.js")).ruleTestJson,
  },
  junit: {
    summary: "JUnit XML",
    kind: "text",
    load: async () => (await import("./rule-test/junit.js")).ruleTestJunit,
  },
  text: {
    summary: "lines for people",
    kind: "text",
    load: async () => (await import("./rule-test/text.js")).ruleTestText,
  },
};
