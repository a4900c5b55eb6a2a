import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import resultsSchema from "../../schemas/results.schema.json" with { type: "json" };
import { assess, exportComponentDefinition, memoryHost, validateOscal, type AssessRequest } from "../../src/index.js";
import type { AssessmentResults, Observation, Property, SystemSecurityPlan } from "../../src/oscal/model.js";
import { aimsNamespace, propertyValue } from "../../src/oscal/properties.js";
import type { SourceDocument } from "../../src/source/document.js";
import { readYaml } from "../../src/source/yaml.js";
import { valueAt } from "../../src/source/pointer.js";
import { projectPath, projectRoot } from "../support/project.js";

const workspace = "examples/meridian-bank";
const asOf = "2026-11-01";

/** A workspace with everything else that the example has no case of. */
const rest = new Map([
  ["organization.yaml", "kind: organization\nid: shop\nname: Shop\n"],
  [
    "systems/one.yaml",
    `kind: system
id: one
name: One
lifecycle: { stage: retired, retiredOn: 2026-01-31 }
evidence:
  - { id: new, uri: "Binder 3, room 12", supersedes: old, collectedOn: 2026-01-01 }
  - { id: old, uri: "https://records.example/old", state: superseded }
`,
  ],
  [
    "systems/two.yaml",
    "kind: system\nid: two\nname: Two\nlifecycle: { stage: deployed }\nscope: { status: excluded, reason: Sold }\n",
  ],
]);

/** Where nobody described the organization, controls for which only rules about it speak are not assessed. */
const unled = new Map([["systems/one.yaml", "kind: system\nid: one\nname: One\n"]]);

type Documents = ReadonlyMap<string, unknown>;

async function written(request: Partial<AssessRequest>, host: ReturnType<typeof memoryHost>): Promise<Documents> {
  const { problems, close } = await assess({ workspace: ".", asOf, out: "out", ...request }, host);
  close();
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(
    [...host.written].map(([path, bytes]) => [
      relative(join(host.folder, "out"), path),
      JSON.parse(Buffer.from(bytes).toString()) as unknown,
    ]),
  );
}

const memoryOf = (files: ReadonlyMap<string, string>): ReturnType<typeof memoryHost> =>
  memoryHost({ folder: "/w", files: new Map([...files].map(([name, text]) => [`/w/${name}`, text])) });

let memory: ReturnType<typeof memoryHost>;
let example: Documents;
let other: Documents;
let notAssessed: Documents;
let definition: Documents;
beforeAll(async () => {
  example = await written({ workspace }, memoryHost({ folder: projectRoot }));
  memory = memoryOf(rest);
  const rules = memoryHost({ folder: projectRoot });
  const { text = "" } = await exportComponentDefinition({ workspace, asOf }, rules);
  definition = new Map([["component-definition.json", JSON.parse(text) as unknown]]);
  other = await written({ profile: "iso-42001-starter", systems: ["systems/*.yaml"] }, memory);
  notAssessed = await written({ profile: "iso-42001-phase-1-governance" }, memoryOf(unled));
});

const resultsOf = (documents: Documents): AssessmentResults =>
  (documents.get("assessment-results.json") as { "assessment-results": AssessmentResults })["assessment-results"];
const planOf = (documents: Documents): SystemSecurityPlan =>
  (documents.get("system-security-plan.json") as { "system-security-plan": SystemSecurityPlan })[
    "system-security-plan"
  ];

/** Where properties of aims stand: model and key of the object that carries them, by the property's name. */
function places(documents: Documents, into: Map<string, Set<string>>): void {
  const walk = (value: unknown, model: string, key: string): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, model, key);
    else if (typeof value === "object" && value !== null) {
      const { props } = value as { props?: Property[] };
      for (const { name, ns } of props ?? []) {
        if (ns === aimsNamespace) into.set(name, (into.get(name) ?? new Set()).add(`${model}: ${key}`));
      }
      for (const [name, member] of Object.entries(value)) if (name !== "props") walk(member, model, name);
    }
  };
  for (const [file, document] of documents) {
    if (file === "results.json") continue;
    for (const [model, root] of Object.entries(document as object)) walk(root, model, model);
  }
}

describe("docs/oscal-output.md", () => {
  it("lists every property of aims that the documents carry, where they carry it, and no other", () => {
    const found = new Map<string, Set<string>>();
    places(example, found);
    places(other, found);
    places(notAssessed, found);
    places(definition, found);
    const page = readFileSync(projectPath("docs/oscal-output.md"), "utf8");
    const rows = page
      .slice(page.indexOf("## Properties"))
      .matchAll(/^\| `([a-z\d-]+)` +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm);
    const listed = [...rows].map(([, name, , where = ""]) => {
      const models = where.split("; ").map((each) => each.split(": "));
      const keys = models.flatMap(([model = "", names = ""]) => names.split(", ").map((key) => `${model}: ${key}`));
      return [name, keys.sort()];
    });
    expect(listed).toEqual(
      [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, keys]) => [name, [...keys].sort()]),
    );
  });
});

describe("results.json of a whole workspace", () => {
  it("fits its schema, in which every property is described, and carries its version", () => {
    const isResults = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(resultsSchema);
    for (const documents of [example, other]) {
      isResults(documents.get("results.json"));
      expect(isResults.errors).toBeNull();
    }
    const { $schema, schemaVersion } = example.get("results.json") as Record<string, unknown>;
    expect([$schema, `results-${String(schemaVersion)}.schema.json`]).toEqual([
      resultsSchema.$id,
      resultsSchema.$id.split("/").at(-1),
    ]);
    const bare: string[] = [];
    const walk = (node: object, path: string): void => {
      const { properties = {} } = node as { properties?: Record<string, object> };
      for (const [name, each] of Object.entries(properties)) {
        if (!("description" in each)) bare.push(`${path}.${name}`);
        walk(each, `${path}.${name}`);
      }
    };
    walk(resultsSchema, "");
    for (const [name, each] of Object.entries(resultsSchema.$defs)) walk(each, name);
    expect(bare).toEqual([]);
  });

  it("leads from a verdict to its evidence record, and says who stands behind it", () => {
    const { verdicts, evidence } = example.get("results.json") as {
      verdicts: { subject: string; rule: string; findings: { evidence?: object[]; attestation?: object }[] }[];
      evidence: { descriptor: string; id: string }[];
    };
    const found = verdicts.find(({ subject, rule }) => subject === "credit-scoring" && rule === "high-impact-testing");
    const [finding] = found?.findings ?? [];
    expect(finding).toMatchObject({
      attestation: { by: "Model Validation", on: "2026-01-15" },
      evidence: [{ descriptor: "credit-scoring", id: "validation-2026" }],
    });
    expect(evidence.find(({ id }) => id === "validation-2026")).toMatchObject({
      descriptor: "credit-scoring",
      path: "evidence/credit-scoring/validation-4.2.xml",
      fileState: "matches",
      state: "approved",
      supports: "tested",
    });
  });
});

describe("the folder of an assessment", () => {
  it("is validated as a whole, while results.json is passed over", async () => {
    const { value, problems } = await validateOscal({ files: ["out"], follow: true, asOf }, memory);
    expect(problems).toEqual([]);
    expect([value?.files.length, value?.others, value?.valid]).toEqual([5, 1, true]);
    const named = await validateOscal({ files: ["out/results.json"], asOf }, memory);
    expect([named.value?.valid, named.problems.map(({ code }) => code)]).toEqual([false, ["oscal-no-model"]]);
  });
});

interface FileOfExample {
  readonly text: string;
  readonly sha256: string;
  readonly documents: readonly SourceDocument[];
}
const files = new Map<string, FileOfExample>();

/** A file of the example, by a relative path of a resource. */
function fileOf(href: string): FileOfExample {
  let file = files.get(href);
  if (file === undefined) {
    const bytes = readFileSync(join(projectPath(workspace), decodeURIComponent(href)));
    const text = bytes.toString("utf8");
    const documents = /\.(?:yaml|json)$/.test(href)
      ? readYaml(text, href).flatMap(({ document }) => document ?? [])
      : [];
    file = { text, sha256: createHash("sha256").update(bytes).digest("hex"), documents };
    files.set(href, file);
  }
  return file;
}

const prop = (props: Property[] | undefined, name: string): string | undefined =>
  propertyValue(props, name, aimsNamespace);

describe("an auditor with the OSCAL documents and the workspace", () => {
  /** The resource that an href of the results means, and the file of its first rendition. */
  function resourceOf({ "back-matter": backMatter }: AssessmentResults, href = "") {
    const resource = backMatter?.resources?.find(({ uuid }) => `#${uuid}` === href);
    const [rlink] = resource?.rlinks ?? [];
    return { resource, path: rlink?.href ?? "", hash: rlink?.hashes?.[0]?.value };
  }

  it("gets from a finding to its message, the line of the descriptor, the evidence file and its digest", () => {
    const results = resultsOf(example);
    const plan = planOf(example);
    const [result] = results.results;
    const finding = result?.findings?.find(({ target }) => target["target-id"] === "a.6.2.4_smt");
    const observed = (uuid: string): Observation | undefined =>
      result?.observations?.find((each) => each.uuid === uuid);
    const observations = finding?.["related-observations"]?.map((each) => observed(each["observation-uuid"]));
    const satisfied = observations?.find(
      (each) =>
        prop(each?.props, "rule-id") === "high-impact-testing" && prop(each?.props, "verdict-state") === "satisfied",
    );
    const [subject] = satisfied?.subjects ?? [];
    const component = plan["system-implementation"].components.find(({ uuid }) => uuid === subject?.["subject-uuid"]);
    const ground = satisfied?.["relevant-evidence"]?.find(
      ({ props }) => prop(props, "subject-uuid") === subject?.["subject-uuid"],
    );
    const descriptor = resourceOf(results, ground?.href);
    const descriptorFile = fileOf(descriptor.path);
    const record = resourceOf(results, ground?.links?.[0]?.href);
    const risks = result?.risks?.filter(({ uuid }) =>
      finding?.["related-risks"]?.some((each) => each["risk-uuid"] === uuid),
    );
    expect(risks?.length).toBeGreaterThan(1);
    expect({
      system: component?.title,
      message: ground?.description,
      severity: prop(satisfied?.props, "severity"),
      assurance: prop(ground?.props, "assurance"),
      file: descriptor.path,
      line: descriptorFile.text.split("\n")[Number(prop(ground?.props, "line")) - 1]?.trim().split(":")[0],
      unchanged: descriptorFile.sha256 === descriptor.hash,
      evidence: record.path,
      state: prop(record.resource?.props, "evidence-state"),
      same: fileOf(record.path).sha256 === record.hash,
      remediation: risks?.map(({ status, remediations }) => [status, remediations?.[0]?.lifecycle]),
    }).toEqual({
      system: "Retail credit scoring",
      message: "Testing was completed on 2026-01-15, 290 days before 2026-11-01, within the limit of 730 days.",
      severity: "high",
      assurance: "tested",
      file: "systems/credit-scoring.yaml",
      line: "testing",
      unchanged: true,
      evidence: "evidence/credit-scoring/validation-4.2.xml",
      state: "approved",
      same: true,
      remediation: finding?.["related-risks"]?.map(() => ["open", "recommendation"]),
    });
  });

  it("finds each ground of each observation at its place, and each evidence file as its resource says", () => {
    const results = resultsOf(example);
    const counts = { grounds: 0, records: 0 };
    for (const observation of results.results[0]?.observations ?? []) {
      const subjects = new Set(observation.subjects?.map((each) => each["subject-uuid"]));
      const told = new Set<string | undefined>();
      for (const { href, props, links } of observation["relevant-evidence"] ?? []) {
        const { resource, path, hash } = resourceOf(results, href);
        expect(resource).toBeDefined();
        told.add(prop(props, "subject-uuid"));
        for (const link of links ?? []) expect(resourceOf(results, link.href).resource).toBeDefined();
        const isRecord = prop(props, "evidence-id") !== undefined;
        counts[isRecord ? "records" : "grounds"] += 1;
        if (hash === undefined) continue;
        const { text, sha256, documents } = fileOf(path);
        expect([path, sha256 === hash]).toEqual([path, prop(resource?.props, "file-state") !== "differs"]);
        if (isRecord) continue;
        // The pointer, or the innermost entry around it that exists, begins on the line.
        const line = Number(prop(props, "line"));
        const document = documents.findLast((each) => each.line <= line);
        const pointer = prop(props, "pointer") ?? "";
        expect(text.split("\n").length).toBeGreaterThanOrEqual(line);
        if (valueAt(document?.value, pointer) !== undefined) expect(document?.locate(pointer).line).toBe(line);
      }
      expect(told).toEqual(subjects);
    }
    expect(counts.grounds).toBeGreaterThan(100);
    expect(counts.records).toBeGreaterThan(5);
  });

  it("reads why a control applies to nobody, and of each system why", () => {
    const [result] = resultsOf(other).results;
    const control = result?.props?.find(({ name, value }) => name === "not-applicable-control" && value === "a.6.2.4");
    expect(control?.remarks).toMatch(
      /^iso42001:A\.6\.2\.4 .+ applies to none of the subjects\. The observations of (?:[a-z-]+, )*high-impact-testing, (?:[a-z-]+, )*testing-completed in the state not-applicable /,
    );
    expect(result?.findings?.some(({ target }) => target["target-id"] === "a.6.2.4_smt")).toBe(false);
    const observation = result?.observations?.find(
      ({ props }) =>
        prop(props, "rule-id") === "high-impact-testing" && prop(props, "verdict-state") === "not-applicable",
    );
    expect(observation?.["relevant-evidence"]?.map(({ description }) => description).at(-1)).toContain("Sold");
    expect(
      observation?.["relevant-evidence"]?.every(({ props }) => prop(props, "line") === "1" || prop(props, "pointer")),
    ).toBe(true);
  });
});
