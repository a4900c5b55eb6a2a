import type { Organization, System } from "../../src/inventory/generated/descriptor.js";
import type { OrganizationSubject, SystemSubject } from "../../src/inventory/descriptors.js";
import type { EvidenceFileState } from "../../src/inventory/evidence/check-evidence.js";
import type { Rule } from "../../src/policy/rule.js";
import { readYaml } from "../../src/source/yaml.js";

/** A system subject from YAML, as the reader would deliver it. */
export function system(yaml: string, files: Readonly<Record<string, EvidenceFileState>> = {}): SystemSubject {
  const source = document(yaml, "systems/one.yaml");
  return { kind: "system", descriptor: source.value as System, source, evidenceFiles: new Map(Object.entries(files)) };
}

export function organization(yaml: string): OrganizationSubject {
  const source = document(yaml, "organization.yaml");
  return { kind: "organization", descriptor: source.value as Organization, source, evidenceFiles: new Map() };
}

function document(yaml: string, file: string): SystemSubject["source"] {
  const [result] = readYaml(yaml, file);
  if (!result?.document) throw new Error(`not YAML: ${JSON.stringify(result?.diagnostics)}`);
  return result.document;
}

export function rule(id: string, parts: Partial<Rule> = {}): Rule {
  return {
    id,
    package: `aims.rules.${id.replaceAll("-", "_")}`,
    title: `Title of ${id}`,
    description: `What ${id} checks.`,
    subject: "system",
    controls: ["iso42001:A.6.2.4"],
    severity: "high",
    remediation: `Mend ${id}.`,
    parameters: [],
    declares: ["violation", "stale", "missing", "pending", "observed"],
    file: `rules/${id}.rego`,
    row: 1,
    ...parts,
  };
}
