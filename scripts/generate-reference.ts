// Writes docs/reference/: every field of the documents that people write, from schemas/*.schema.json. Examples are taken from the
// documents of examples/, or from the schema where none has the field; the rules that read a field from the rules' own text.
//   node scripts/run.mjs scripts/generate-reference.ts           write the pages
//   node scripts/run.mjs scripts/generate-reference.ts --check   write nothing; exit 1 when a page is missing or stale
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { parseAllDocuments } from "yaml";
import descriptor from "../schemas/descriptor.schema.json" with { type: "json" };
import overlay from "../schemas/overlay.schema.json" with { type: "json" };
import equivalentMutants from "../schemas/equivalent-mutants.schema.json" with { type: "json" };
import suppressions from "../schemas/suppressions.schema.json" with { type: "json" };
import workspace from "../schemas/workspace.schema.json" with { type: "json" };
import { root } from "./project.js";
import { readersIn } from "./reference/readers.js";
import { referencePage, type Node } from "./reference/page.js";

/** The values of a schema as the pages read them. */
const definitions = descriptor.$defs as unknown as Readonly<Record<string, Node>>;
const bank = join(root, "examples", "meridian-bank");
const systems = readdirSync(join(bank, "systems")).flatMap((name) => documents(join(bank, "systems", name)));

const pages = new Map<string, string>();
pages.set("README.md", index());
pages.set(
  "system.md",
  referencePage({
    title: "Fields of an AI system",
    intro:
      "A descriptor with `kind: system`. Only `kind`, `id` and `name` are required; a field without a value counts as left out. aims itself reads `scope.status` (no rule is asked about an excluded system) and `evidence`. Examples are those of [Meridian Bank](../../examples/meridian-bank/README.md).",
    source: "schemas/descriptor.schema.json",
    version: versionOf(descriptor.$id),
    top: definitions["system"] ?? {},
    definitions,
    examples: systems,
    readers: readersIn(join(root, "rules"), "system"),
  }),
);
pages.set(
  "organization.md",
  referencePage({
    title: "Fields of the organization",
    intro:
      "The descriptor with `kind: organization`, usually `organization.yaml`. Only `kind`, `id` and `name` are required. Name, roles and scope go into the OSCAL documents. Examples are those of [Meridian Bank](../../examples/meridian-bank/README.md).",
    source: "schemas/descriptor.schema.json",
    version: versionOf(descriptor.$id),
    top: definitions["organization"] ?? {},
    definitions,
    examples: documents(join(bank, "organization.yaml")),
    readers: readersIn(join(root, "rules"), "organization"),
  }),
);
pages.set(
  "evidence.md",
  referencePage({
    title: "Fields of a file of evidence records",
    intro:
      "A document with `kind: evidence`, in the folder `records` unless `aims.yaml` says otherwise. Each record counts as if it stood in the descriptor of the system or organization that it is about, behind those that stand there.",
    source: "schemas/descriptor.schema.json",
    version: versionOf(descriptor.$id),
    top: definitions["evidence"] ?? {},
    definitions,
    examples: [],
  }),
);
pages.set(
  "decisions.md",
  referencePage({
    title: "Fields of a file of decisions",
    intro:
      "A document with `kind: decisions`, in the folder `records` unless `aims.yaml` says otherwise: the organization's statement of applicability, with one decision for each control.",
    source: "schemas/descriptor.schema.json",
    version: versionOf(descriptor.$id),
    top: definitions["decisions"] ?? {},
    definitions,
    examples: [],
  }),
);
pages.set(
  "workspace.md",
  referencePage({
    title: "Fields of aims.yaml",
    intro: `${workspace.description} The file may be absent; every field may be left out.`,
    source: "schemas/workspace.schema.json",
    version: versionOf(workspace.$id),
    top: workspace,
    definitions: {},
    examples: documents(join(bank, "aims.yaml")),
  }),
);
pages.set(
  "suppressions.md",
  referencePage({
    title: "Fields of aims-suppressions.yaml",
    intro: `${suppressions.description} [OSCAL documents](../oscal.md#suppressions) says where aims looks for the file.`,
    source: "schemas/suppressions.schema.json",
    version: versionOf(suppressions.$id),
    top: suppressions,
    definitions: suppressions.$defs,
    examples: [],
  }),
);
pages.set(
  "overlay.md",
  referencePage({
    title: "Fields of an overlay",
    intro: `${overlay.description} [The command line](../command-line.md#what-a-catalog-says) says how it is named, and where its texts go.`,
    source: "schemas/overlay.schema.json",
    version: versionOf(overlay.$id),
    top: overlay,
    definitions: overlay.$defs,
    examples: [],
  }),
);
pages.set(
  "equivalent-mutants.md",
  referencePage({
    title: "Fields of equivalent-mutants.yaml",
    intro: `${equivalentMutants.description} The file lies in a folder of rules; [the guide](../guide.md#what-the-tests-of-rules-notice) says what it is for.`,
    source: "schemas/equivalent-mutants.schema.json",
    version: versionOf(equivalentMutants.$id),
    top: equivalentMutants,
    definitions: equivalentMutants.$defs,
    examples: [],
  }),
);

const folder = join(root, "docs", "reference");
mkdirSync(folder, { recursive: true });
for (const [name, markdown] of pages) {
  const path = join(folder, name);
  const text = await format(markdown, { ...(await resolveConfig(path)), filepath: path });
  const current = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (current !== text) {
    console.error(`docs/reference/${name} is stale: run npm run generate`);
    process.exitCode = 1;
  }
}

function documents(path: string): unknown[] {
  const parsed = parseAllDocuments(readFileSync(path, "utf8"));
  return Array.isArray(parsed) ? parsed.map((each) => each.toJS() as unknown) : [];
}

/** @param id such as https://…/descriptor-2.0.schema.json */
function versionOf(id: string): string {
  return /-(\d+\.\d+)\.schema\.json$/.exec(id)?.[1] ?? "";
}

function index(): string {
  return [
    "<!-- Generated by scripts/generate-reference.ts. Do not edit. -->",
    "",
    "# Field reference",
    "",
    "| Document | Page | Schema |",
    "| --- | --- | --- |",
    "| an AI system | [system.md](system.md) | [descriptor.schema.json](../../schemas/descriptor.schema.json) |",
    "| the organization | [organization.md](organization.md) | [descriptor.schema.json](../../schemas/descriptor.schema.json) |",
    "| evidence records | [evidence.md](evidence.md) | [descriptor.schema.json](../../schemas/descriptor.schema.json) |",
    "| decisions on controls | [decisions.md](decisions.md) | [descriptor.schema.json](../../schemas/descriptor.schema.json) |",
    "| `aims.yaml` | [workspace.md](workspace.md) | [workspace.schema.json](../../schemas/workspace.schema.json) |",
    "| `aims-suppressions.yaml` | [suppressions.md](suppressions.md) | [suppressions.schema.json](../../schemas/suppressions.schema.json) |",
    "| `equivalent-mutants.yaml` | [equivalent-mutants.md](equivalent-mutants.md) | [equivalent-mutants.schema.json](../../schemas/equivalent-mutants.schema.json) |",
    "| an overlay | [overlay.md](overlay.md) | [overlay.schema.json](../../schemas/overlay.schema.json) |",
    "| `results.json`, which aims writes | [results.md](../results.md) | [results.schema.json](../../schemas/results.schema.json) |",
    "",
    "The schemas are part of the package, and an editor that is pointed at one completes fields and explains values while you type. In YAML,",
    "the first line of the file does it, for editors with the YAML language server:",
    "",
    "```yaml",
    "# yaml-language-server: $schema=../node_modules/aims-as-code/schemas/descriptor.schema.json",
    "```",
    "",
    "The path starts from the file's own folder, and stays the same when the schema gets a new version. In JSON, and in YAML as well, the",
    "property `$schema` names it. Validators that refuse what they do not know have to be told of the keyword `enumDescriptions`, which editors",
    "show, and of the format `partial-date`.",
    "",
    "A schema's `$id` carries its version: a minor one adds fields and values, a major one changes or takes away.",
    "",
  ].join("\n");
}
