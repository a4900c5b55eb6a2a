/**
 * Compares aims with NIST's own engine on the same documents: real ones, and valid ones that are broken in one place. The engine has the
 * models of OSCAL 1.1.2; where it differs, the reason is given.
 */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkConstraints } from "../../../src/oscal/validate/constraints.js";
import { temporaryFolderForAll } from "../../support/folder.js";
import { assessmentPlan, catalog, ids, plan, profile, results, uuid, withValue } from "../../support/documents.js";
import { hasStandard, readJson, sharedPath, standard } from "../../support/project.js";
import { publishedDocuments } from "../published-documents.js";

const judge = sharedPath("judges/liboscal");
const judges =
  process.env["AIMS_JUDGES"] ?? join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "aims-judges");
const hasJudge = hasStandard && existsSync(judge) && existsSync(join(judges, "liboscal", "classes"));

const control = "/catalog/groups/0/controls/0";
const metadata = "/catalog/metadata";
const implementation = "/system-security-plan/system-implementation";
const byComponent =
  "/system-security-plan/control-implementation/implemented-requirements/0/statements/0/by-components/0";
const component = `${implementation}/components/1`;
const finding = "/assessment-results/results/0/findings/0";
const prop = { name: "owner", ns: "https://example.org/ns", value: "a" };
const protocol = (start?: number, end?: number): object => ({
  ...{ uuid: uuid(20), name: "https" },
  "port-ranges": [
    { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), transport: "TCP" },
  ],
});
const service = withValue(plan(), `${component}/type`, "service");

/** Documents that are broken in one place, by what is wrong. */
const broken: Readonly<Record<string, unknown>> = {
  "prop name": withValue(catalog(), `${control}/props`, [{ name: "sort_id", value: "a" }]),
  "prop name with a namespace": withValue(catalog(), `${control}/props`, [prop]),
  "prop value": withValue(catalog(), `${control}/props`, [{ name: "status", value: "gone" }]),
  "deprecated prop value": withValue(catalog(), `${control}/props`, [{ name: "status", value: "Withdrawn" }]),
  "prop name of metadata": withValue(catalog(), `${metadata}/props`, [{ name: "label", value: "a" }]),
  "part name": withValue(catalog(), `${control}/parts/0/parts`, [{ name: "guidance" }]),
  "no statement": withValue(catalog(), `${control}/parts`, undefined),
  "withdrawn without statement": withValue(withValue(catalog(), `${control}/parts`, undefined), `${control}/props`, [
    { name: "status", value: "withdrawn" },
  ]),
  "two controls with one id": withValue(
    catalog(),
    "/catalog/groups/0/controls/1",
    catalog().catalog.groups?.[0]?.controls?.[0],
  ),
  "role that is not there": withValue(catalog(), `${metadata}/responsible-parties/0/role-id`, "nobody"),
  "party that is not there": withValue(catalog(), `${metadata}/responsible-parties/0/party-uuids/0`, uuid(999)),
  "link to nothing": withValue(catalog(), `${control}/links`, [{ rel: "related", href: "#nothing" }]),
  "reference into the back matter": withValue(results(), "/assessment-results/metadata/links", [
    { rel: "reference", href: `#${ids.resource}` },
  ]),
  "reference to nothing": withValue(results(), "/assessment-results/metadata/links", [
    { rel: "reference", href: `#${uuid(999)}` },
  ]),
  "media type of an inner link": withValue(results(), "/assessment-results/metadata/links", [
    { rel: "reference", href: `#${ids.resource}`, "media-type": "text/plain" },
  ]),
  "the same prop twice": withValue(catalog(), `${metadata}/props`, [prop, prop]),
  "the same role twice": withValue(catalog(), `${metadata}/roles/1`, catalog().catalog.metadata.roles?.[0]),
  country: withValue(catalog(), `${metadata}/locations`, [{ uuid: uuid(7), address: { country: "CHE" } }]),
  "location without anything": withValue(catalog(), `${metadata}/locations`, [{ uuid: uuid(7) }]),
  "resource without content": withValue(results(), "/assessment-results/back-matter/resources/0/rlinks", undefined),
  "combine by merging": withValue(profile(), "/profile/merge/combine", { method: "merge" }),
  "the same parameter set twice": withValue(profile(), "/profile/modify/set-parameters/1", {
    "param-id": "a.5.2_prm",
    values: ["13"],
  }),
  "the same component twice": withValue(
    plan(),
    `${implementation}/components/2`,
    plan()["system-security-plan"]["system-implementation"].components[1],
  ),
  "depends on by uuid": withValue(plan(), `${component}/links`, [{ rel: "depends-on", href: ids.thisSystem }]),
  "depends on by #uuid": withValue(plan(), `${component}/links`, [{ rel: "depends-on", href: `#${ids.thisSystem}` }]),
  "provided by another file": withValue(plan(), `${byComponent}/links`, [{ rel: "provided-by", href: "other.json" }]),
  "export of nothing": withValue(plan(), `${byComponent}/export`, { description: "Nothing." }),
  "ports upside down": withValue(service, `${component}/protocols`, [protocol(443, 80)]),
  "ports without end": withValue(service, `${component}/protocols`, [protocol(443)]),
  address: withValue(service, `${component}/props`, [{ name: "ipv4-address", value: "192.0.2.256" }]),
  "user twice": withValue(
    plan(),
    `${implementation}/users/1`,
    plan()["system-security-plan"]["system-implementation"].users?.[0],
  ),
  "activity with a method": withValue(assessmentPlan(), "/assessment-plan/local-definitions/activities/0/props", [
    { name: "method", value: "TEST" },
  ]),
  terms: withValue(assessmentPlan(), "/assessment-plan/terms-and-conditions", { parts: [{ name: "introduction" }] }),
  "reason of a finding": withValue(results(), `${finding}/target/status/reason`, "own"),
  "relative reference": withValue(results(), "/assessment-results/metadata/links", [
    { rel: "reference", href: "docs/plan.pdf" },
  ]),
  "responsibility alone": withValue(plan(), `${byComponent}/export`, {
    responsibilities: [{ uuid: uuid(30), description: "Watch." }],
  }),
  "two parties": withValue(
    withValue(plan(), "/system-security-plan/metadata/parties/1", { uuid: uuid(31), type: "person", name: "B" }),
    `${implementation}/inventory-items`,
    [
      {
        uuid: uuid(32),
        description: "Server.",
        "responsible-parties": [{ "role-id": "assessor", "party-uuids": [ids.party, uuid(31)] }],
      },
    ],
  ),
};

/** The findings of the engine where aims differs from it, and the reason. */
const disputed: Readonly<Record<string, { readonly says: Kinds; readonly reason: string }>> = {
  address: {
    says: ["error allowed-values", "error matches", "warning expect"],
    reason: "Since 1.2 a service has addresses too, not only an interconnection.",
  },
  "link to nothing": {
    says: ["error index-has-key"],
    reason: "Since 1.2 it is a warning.",
  },
  "relative reference": {
    says: [],
    reason: "The datatype uri asks for a scheme; the engine parses it as Java does, which asks for none.",
  },
  "responsibility alone": {
    says: ["error index-has-key", "warning expect"],
    reason: "A responsibility need not name what is provided: there is no key to look up.",
  },
  "two parties": {
    says: ["error index-has-key", "warning expect"],
    reason: "Each party is looked up; the engine takes more than one for a fault of the path.",
  },
  "example-component-definition.json": {
    says: ["warning expect"],
    reason: "In 1.1.2 the expectations of a range of ports name flags that are not there; they always fail.",
  },
};

type Kinds = readonly string[];

/** Severity and kind of all that is found, each once. */
async function kindsHere(document: unknown): Promise<Kinds> {
  const problems = await checkConstraints(document);
  const found = problems.flatMap(({ code, severity, origin }) =>
    code === "oscal-deprecated-value" || origin.kind !== "constraint" ? [] : [`${severity} ${origin.type}`],
  );
  return [...new Set(found)].sort();
}

/** Kind of constraint by what the engine says of it; the rest are messages of expectations. */
const phrases: readonly [phrase: RegExp, kind: string][] = [
  [/doesn't match one of/, "allowed-values"],
  [/The cardinality '\d+' is/, "has-cardinality"],
  [/has duplicate key/, "index"],
  [/^Key /, "index-has-key"],
  [/^Unique constraint violation/, "is-unique"],
  [/did not match the pattern|did not conform to the data type|data type/, "matches"],
];

function kindsThere(report: string): Kinds {
  const kinds = [...report.matchAll(/^ {2}(ERROR|WARNING) (\/\S*) (.*)$/gm)].map(([, level = "", , message = ""]) => {
    const kind = phrases.find(([phrase]) => phrase.test(message))?.[1] ?? "expect";
    return `${level.toLowerCase()} ${kind}`;
  });
  return [...new Set(kinds)].sort();
}

describe.skipIf(!hasJudge)("beside liboscal-java (needs ../shared with its judges installed)", () => {
  const folder = hasJudge ? temporaryFolderForAll() : "";
  const reports = new Map<string, string>();
  const real = publishedDocuments
    .filter((name) => name.startsWith("content/examples/"))
    .map((name) => `${standard}/${name}`);
  const names = Object.keys(broken);

  beforeAll(() => {
    if (!hasJudge) return;
    const made = names.map((name) => {
      const path = join(folder, `${name.replaceAll(/\W/g, "-")}.json`);
      writeFileSync(path, JSON.stringify(broken[name]));
      return path;
    });
    const files = [...made, ...real];
    const { stdout } = spawnSync(judge, ["validate", ...files], { encoding: "utf8" });
    const parts = stdout.split(/^(?=(?:PASS|FAIL) )/m).filter((part) => /^(?:PASS|FAIL) /.test(part));
    expect(parts).toHaveLength(files.length);
    for (const [index, part] of parts.entries()) reports.set(names[index] ?? files[index] ?? "", part);
  });

  test.each(names)("%s", async (name) => {
    const report = reports.get(name) ?? "";
    const here = await kindsHere(broken[name]);
    expect(kindsThere(report), report).toEqual(disputed[name]?.says ?? here);
  });

  test.each(real)("%s", async (path) => {
    const here = await kindsHere(readJson(path));
    expect(kindsThere(reports.get(path) ?? "")).toEqual(disputed[basename(path)]?.says ?? here);
  });

  test.each(Object.entries(disputed))("%s is disputed", async (name, { says, reason }) => {
    const path = real.find((each) => basename(each) === name);
    expect(await kindsHere(path === undefined ? broken[name] : readJson(path)), reason).not.toEqual(says);
  });
});
