import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { assess, memoryHost, validateOscal } from "../../src/index.js";
import type { AssessmentPlan, AssessmentResults, MappingCollection, Property } from "../../src/oscal/model.js";
import { aimsNamespace, propertyValue } from "../../src/oscal/properties.js";
import { projectPath, projectRoot } from "../support/project.js";

type Documents = ReadonlyMap<string, unknown>;

const host = memoryHost({ folder: projectRoot });
let documents: Documents;

beforeAll(async () => {
  const request = { workspace: "examples/meridian-bank", asOf: "2026-11-01", profile: "iso-42001-full" } as const;
  const { problems, close } = await assess({ ...request, out: "out", crosswalks: ["all"] }, host);
  close();
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  documents = new Map(
    [...host.written]
      .filter(([path]) => path.endsWith(".json"))
      .map(([path, bytes]) => [
        relative(join(projectRoot, "out"), path),
        JSON.parse(Buffer.from(bytes).toString()) as unknown,
      ]),
  );
});

const frameworks = ["eu-ai-act", "gdpr", "iso27001", "nist-ai-rmf"];

const resultsOf = (folder: string): AssessmentResults =>
  (documents.get(join(folder, "assessment-results.json")) as { "assessment-results": AssessmentResults })[
    "assessment-results"
  ];

const own = (props: readonly Property[] | undefined, name: string): string | undefined =>
  propertyValue(props, name, aimsNamespace);

describe("the OSCAL documents of a projection", () => {
  it("are there for every framework that a mapping leads to", () => {
    const folders = new Set([...documents.keys()].map(dirname).filter((folder) => folder !== "."));
    expect([...folders].sort()).toEqual(frameworks.map((name) => `crosswalk-${name}`));
  });

  it("are valid with what they import, without a warning", async () => {
    const files = new Map([...host.written].map(([path, bytes]) => [path, Buffer.from(bytes)]));
    const again = memoryHost({ folder: projectRoot, files });
    for (const name of frameworks) {
      const { value, problems } = await validateOscal({ files: [`out/crosswalk-${name}`], follow: true }, again);
      expect(value?.files.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "valid"));
      expect(problems.filter(({ severity }) => severity !== "info")).toEqual([]);
    }
  });

  it("name in each observation a finding of the assessment, in the state that it has there", () => {
    const assessed = resultsOf(".");
    const states = new Map(
      assessed.results.flatMap(({ findings = [] }) =>
        findings.map(({ uuid, props }) => [uuid, own(props, "verdict-state")] as const),
      ),
    );
    for (const name of frameworks) {
      const [result] = resultsOf(`crosswalk-${name}`).results;
      expect(result?.observations?.length).toBeGreaterThan(30);
      for (const { props = [] } of result?.observations ?? []) {
        const finding = own(props, "source-finding-uuid") ?? "";
        const source = props.find((prop) => prop.name === "source-control");
        expect(states.get(finding)).toBe(source?.class === "not-assessed" ? "no-evidence" : source?.class);
      }
    }
  });

  it("call satisfied what is shown, and nothing else", () => {
    for (const name of frameworks) {
      const [result] = resultsOf(`crosswalk-${name}`).results;
      const counts = new Map<string, number>();
      for (const { props, target } of result?.findings ?? []) {
        const outcome = own(props, "projection-outcome") ?? "";
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        const { status } = target;
        expect([status.state, status.reason]).toEqual(
          outcome === "shown" ? ["satisfied", "pass"] : ["not-satisfied", "other"],
        );
      }
      const told = (outcome: string): number =>
        Number(result?.props?.find((prop) => prop.name === "targets" && prop.class === outcome)?.value);
      for (const outcome of ["shown", "supported", "not-shown"]) expect(counts.get(outcome) ?? 0).toBe(told(outcome));
      const left = result?.props?.filter((prop) => prop.name === "not-addressed-control").length;
      expect(left).toBe(told("not-addressed"));
    }
  });

  it("lead by their pairs to the copies of the mappings, whose catalogs lie beside them", () => {
    for (const name of frameworks) {
      const folder = `crosswalk-${name}`;
      const [result] = resultsOf(folder).results;
      const [, mapping] =
        [...documents].find(([path]) => dirname(path) === folder && path.includes("iso-42001-to-")) ?? [];
      const collection = (mapping as { "mapping-collection": MappingCollection })["mapping-collection"];
      const [each] = [collection.mappings].flat();
      expect([each?.["source-resource"].href, each?.["target-resource"].href]).toEqual([
        "iso42001.json",
        `${name}.json`,
      ]);
      const pairs = new Set(each?.maps.map(({ uuid }) => uuid));
      for (const { props } of result?.observations ?? []) expect(pairs).toContain(own(props, "pair-uuid"));
      expect(own(result?.props, "mapping-uuid")).toBe(each?.uuid);
    }
  });

  it("have UUIDs of their own, which a second run repeats", async () => {
    const again = memoryHost({ folder: projectRoot });
    const request = { workspace: "examples/meridian-bank", asOf: "2026-11-01", profile: "iso-42001-full" } as const;
    const { close } = await assess({ ...request, out: "out", crosswalks: ["eu-ai-act"] }, again);
    close();
    const path = join(projectRoot, "out", "crosswalk-eu-ai-act", "assessment-results.json");
    expect(again.written.get(path)).toEqual(host.written.get(path));
    const seen = new Set<string>();
    for (const name of frameworks) {
      const { uuid, results } = resultsOf(`crosswalk-${name}`);
      const uuids = [
        uuid,
        ...results.flatMap((each) => [
          each.uuid,
          ...[...(each.findings ?? []), ...(each.observations ?? [])].map((one) => one.uuid),
        ]),
      ];
      for (const one of uuids) {
        expect(seen).not.toContain(one);
        seen.add(one);
      }
    }
  });

  it("review the controls that pairs lead to", () => {
    const plan = documents.get("crosswalk-gdpr/assessment-plan.json") as { "assessment-plan": AssessmentPlan };
    const [selection] = plan["assessment-plan"]["reviewed-controls"]["control-selections"];
    expect(selection?.["include-controls"]?.map((each) => each["control-id"])).toEqual(
      [5, 13, 14, 22, 25, 30, 32, 35].map((article) => `art-${String(article)}`),
    );
  });

  it("carry the properties that docs/crosswalks.md lists, where it says, and no other", () => {
    const found = new Map<string, Set<string>>();
    const add = (props: readonly Property[] | undefined, where: string): void => {
      for (const { name, ns } of props ?? []) {
        if (ns !== aimsNamespace) continue;
        found.set(name, (found.get(name) ?? new Set()).add(where));
      }
    };
    for (const name of frameworks) {
      for (const { props, observations, findings } of resultsOf(`crosswalk-${name}`).results) {
        add(props, "results");
        for (const each of observations ?? []) add(each.props, "observations");
        for (const each of findings ?? []) add(each.props, "findings");
      }
    }
    const page = readFileSync(projectPath("docs/crosswalks.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| .+? +\| ((?:results|findings|observations)[a-z, ]*?) +\|$/gm)];
    const listed = new Map(rows.map(([, name = "", where = ""]) => [name, where.split(", ").sort()]));
    // Of a condition, of one system, of selected systems, and of a source within its target; the example has none.
    for (const name of ["condition", "contrary", "projected-system", "systems-selected"]) {
      expect(listed.has(name)).toBe(true);
      listed.delete(name);
      found.delete(name);
    }
    expect(new Map([...found].map(([name, where]) => [name, [...where].sort()]))).toEqual(listed);
  });
});
