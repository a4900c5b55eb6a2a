// Every command that the two builds are given.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FEDERAL, SPOILED_SETTINGS, STYLES } from "./inputs.js";
import { oscalCommands } from "./oscal-commands.js";
import type { Command } from "./sides.js";

const EXAMPLE = "examples/meridian-bank";
const DAY = ["--as-of", "2026-11-01"];
const OUT = ["--out", "{out}/oscal"];
const PROBLEMS = ["github", "gitlab", "json", "junit", "markdown", "sarif"];

/** The verbs, and those below them: each is asked for its help. */
const VERBS = [
  "assess",
  "completion",
  "explain",
  "export",
  "export component-definition",
  "import",
  "oscal",
  "oscal convert",
  "oscal diff",
  "oscal info",
  "oscal new",
  "oscal resolve",
  "oscal validate",
  "oscal vendor",
  "oscal why",
  "profiles",
  "rules",
  "rules check",
  "rules list",
  "rules test",
  "validate",
];

/** @param inputs the folder of all inputs, for the names of what is in it */
export function allCommands(inputs: string): Command[] {
  // The longest first, so that no core waits for the last of them.
  return [
    ...ofInventory(inputs),
    ...ofRules(inputs),
    ...oscalCommands(inputs),
    ...ofWorkspaces(),
    ...explanations(),
    ...usage(),
  ];
}

/** As a person would type it. */
export function nameOf({ args, cwd, stdin, env = {} }: Command): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value} `);
  const quoted = args.map((arg) => (/^[\w./{}=:,@%+~^-]+$/.test(arg) ? arg : `'${arg}'`));
  const line = `${variables.join("")}${["aims", ...quoted].join(" ")}`;
  return `${line}${stdin === undefined ? "" : ` < ${stdin}`}${cwd === undefined ? "" : `   (in ${cwd})`}`;
}

function aims(...args: string[]): Command {
  return { args };
}

function reports(...formats: string[]): string[] {
  return ["--output", "text", ...formats.flatMap((format) => ["--output", `${format}={out}/report.${format}`])];
}

/** The federal inventory in both formats, under every profile. */
function ofInventory(inputs: string): Command[] {
  if (!existsSync(join(inputs, "samples"))) return [];
  const day = ["--as-of", "2026-04-14"];
  const everything = [...reports(...PROBLEMS), "--output", "oscal={out}/report.oscal", "--details", "all"];
  const profiles = namesIn(inputs, "shipped/profiles").map((name) => name.replace(".json", ""));
  return [
    aims("assess", "made/federal-yaml", ...day, "--profile", "us-federal-high-impact", ...OUT, ...everything),
    aims("assess", "made/federal-yaml", ...day, "--profile", "iso-42001-full", ...OUT),
    aims("assess", "made/federal", ...day, "--profile", "us-federal-high-impact", ...OUT, ...everything),
    ...profiles.map((name) =>
      aims("assess", "made/federal", ...day, "--profile", name, ...OUT, "--fail-on", "critical"),
    ),
    aims("assess", "made/federal", ...day, "--systems", "systems/*a*.ndjson", ...OUT, "--details", "none"),
    ...["ndjson", "yaml"].map((format) =>
      aims("import", "us-federal-2025", FEDERAL, "--to", format, "--out", "{out}/imported", ...reports("json")),
    ),
    ...["made/federal", "made/federal-yaml", "made/spoiled-federal"].map((workspace) =>
      aims("validate", workspace, ...reports(...PROBLEMS)),
    ),
    aims("assess", "made/spoiled-federal", ...day, ...OUT),
    ...[
      "made/spoiled-federal/inventory.csv",
      "examples/us-federal-2025/inventory.csv",
      "cases/rego/inventory-of-another-year/other-year.csv",
      "samples/us-federal-2025/cots.part-a.csv",
      "samples/us-federal-2024/inventory.part-a.cp1252.csv",
      "samples/us-federal-2025/data_dictionary.json",
    ].map((file) => aims("import", "us-federal-2025", file, "--out", "{out}/imported", ...reports("json"))),
    aims("import", "us-federal-1999", FEDERAL, "--out", "{out}/imported"),
    aims("import", "us-federal-2025", FEDERAL),
  ];
}

/** Workspaces with rules of their own, right ones and wrong ones, and the shipped rules. */
function ofRules(inputs: string): Command[] {
  const cases = namesIn(inputs, "cases/rego").map((name) => join("cases/rego", name));
  return [
    aims("assess", "made/many-rules", ...DAY, ...OUT, ...reports(...PROBLEMS)),
    aims("rules", "test", "--shipped", "--coverage", ...reports("json")),
    ...["made/own-rules", ...cases].flatMap((workspace) => [
      aims("assess", workspace, ...DAY, ...OUT, ...reports(...PROBLEMS)),
      aims("validate", workspace, ...reports(...PROBLEMS)),
      aims("rules", "list", workspace, ...reports("json")),
      aims("rules", "check", workspace, ...reports(...PROBLEMS)),
      aims("rules", "test", workspace, ...reports("json", "github")),
    ]),
    aims("assess", "made/own-rules", ...DAY, ...OUT, "--rule-timeout", "30", "--allow-rule-errors"),
    aims("rules", "test", "made/own-rules", "--run", "owner_0", "--coverage"),
    aims("rules", "test", "made/own-rules", "--run", "("),
    aims("rules", "list", ...reports("json")),
    aims("rules", "check"),
    aims("explain", "owner-0", "made/own-rules", ...DAY),
    ...cases.map((workspace) => aims("explain", "forecast", workspace, ...DAY)),
  ];
}

function ofWorkspaces(): Command[] {
  const numbered = (folder: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${folder}/${String(index)}`);
  const gates = [
    ["--fail-on", "high"],
    ["--fail-on", "critical,not-satisfied", "--allow-not-assessed", "iso42001:9.1"],
    ["--fail-on", "not-assessed"],
    ["--fail-on", "open", "--allow-not-assessed", "all"],
    ["--fail-on", "often"],
    ["--strict"],
    ["--details", "all"],
    ["--details", "none"],
    ["--systems", "systems/c*.yaml", "--systems", "systems/*.json"],
    ["--systems", "nothing/*"],
    ["--profile", "iso-42001-ful"],
    ["--profile", "../../shipped/profiles/eu-deployer.json"],
  ];
  return [
    ...["eu-deployer", "iso-42001-full", "us-federal-high-impact"].map((profile) =>
      aims("assess", EXAMPLE, ...DAY, ...OUT, "--profile", profile, ...reports(...PROBLEMS, "oscal")),
    ),
    ...[...PROBLEMS, "oscal", "text"].map((format) => aims("assess", EXAMPLE, ...DAY, ...OUT, "--output", format)),
    ...gates.map((gate) => aims("assess", EXAMPLE, ...DAY, ...OUT, ...gate)),
    { ...aims("assess", EXAMPLE, ...DAY, ...OUT, "--details", "all"), env: { FORCE_COLOR: "1" } },
    { ...aims("assess", ...DAY, ...OUT), cwd: EXAMPLE },
    ...PROBLEMS.map((format) => aims("validate", "made/spoiled-workspaces/systems", "--output", format)),
    { ...aims("validate"), cwd: EXAMPLE, env: { FORCE_COLOR: "1" } },
    aims("validate", EXAMPLE, "--strict", ...reports(...PROBLEMS)),
    ...[...numbered("made/styles", STYLES), ...numbered("made/spoiled-workspaces", SPOILED_SETTINGS)].flatMap(
      (workspace) => [aims("validate", workspace, ...reports("json")), aims("assess", workspace, ...DAY, ...OUT)],
    ),
    aims("assess", "made/spoiled-workspaces/systems", ...DAY, ...OUT),
    aims("assess", "no-such-workspace", ...DAY, ...OUT),
    aims("validate", "samples/nl-amt-system-card"),
    aims("validate", "oscal/minimal-chain"),
    ...["", ".xml"].map((ending) =>
      aims("export", "component-definition", EXAMPLE, ...DAY, "--out", `{out}/rules${ending}`),
    ),
    { ...aims("export", "component-definition", ...DAY, "--to", "yaml"), cwd: EXAMPLE },
    aims("profiles", EXAMPLE, ...reports("json")),
    aims("profiles", ...reports("json")),
    aims("profiles", "samples"),
  ];
}

function explanations(): Command[] {
  const topics = [
    "iso42001:A.6.2.8",
    "a.10.3",
    "9.1",
    "log-retention-days",
    "impact-assessment-max-age",
    "minimum-assurance",
    "log-retention",
    "high-impact-testing",
    "iso-42001-starter",
    "us-federal-high-impact",
    "credit-scoring",
    "meridian-bank",
    "stale",
    "open",
    "not-assessed",
    "documented",
    "critical",
    "catalog",
    "assessment-results",
    "no-systems",
    "oscal-missing-property",
    "oscal-index-metadata-party-uuid",
    "invalid-yaml",
    "standard-input-twice",
    "oscal-mising-property",
    "no such thing",
  ];
  return [
    aims("explain"),
    aims("explain", "--output", "json"),
    ...topics.flatMap((topic) => [
      aims("explain", topic, EXAMPLE, ...DAY, ...reports("json")),
      aims("explain", topic, "--profile", "eu-deployer", ...DAY),
    ]),
    { ...aims("explain", "customer-chatbot", ...DAY), cwd: EXAMPLE },
  ];
}

function usage(): Command[] {
  return [
    aims(),
    aims("--help"),
    aims("--version"),
    aims("-V"),
    aims("help"),
    aims("asess"),
    aims("--no-such-option"),
    ...VERBS.flatMap((verb) => [
      aims(...verb.split(" "), "--help"),
      aims("help", ...verb.split(" ")),
      aims(...verb.split(" "), "--no-such-option"),
    ]),
    ...["bash", "zsh", "fish", "powershell"].map((shell) => aims("completion", shell)),
    { ...aims("--help"), env: { FORCE_COLOR: "1", COLUMNS: "120" } },
  ];
}

function namesIn(inputs: string, folder: string): string[] {
  return existsSync(join(inputs, folder)) ? readdirSync(join(inputs, folder)).sort() : [];
}
