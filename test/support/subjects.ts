import type { Organization, System } from "../../src/inventory/generated/descriptor.js";
import type { OrganizationSubject, Subject, SubjectRecord, SystemSubject } from "../../src/inventory/descriptors.js";
import type { EvidenceFileState } from "../../src/inventory/evidence/evidence-file.js";
import type { Rule } from "../../src/policy/rule.js";
import { readYaml } from "../../src/source/yaml.js";

/** A system subject from YAML, as the reader would deliver it. */
export function system(yaml: string, files: Readonly<Record<string, EvidenceFileState>> = {}): SystemSubject {
  const source = document(yaml, "systems/one.yaml");
  const descriptor = source.value as System;
  return { kind: "system", descriptor, source, evidence: recordsOf(descriptor, source, files) };
}

export function organization(yaml: string): OrganizationSubject {
  const source = document(yaml, "organization.yaml");
  const descriptor = source.value as Organization;
  return { kind: "organization", descriptor, source, evidence: recordsOf(descriptor, source, {}), decisions: [] };
}

function recordsOf(
  { evidence = [] }: System | Organization,
  document: SystemSubject["source"],
  files: Readonly<Record<string, EvidenceFileState>>,
): readonly SubjectRecord[] {
  return evidence.map((record, index) => {
    const fileState = record.path === undefined ? undefined : files[record.id];
    const place = { document, pointer: `/evidence/${String(index)}` };
    return { record, ...place, ...(fileState === undefined ? {} : { fileState }) };
  });
}

/** States of the files that the records of a subject name, by the records' ids. */
export function fileStates({ evidence }: Subject): Record<string, EvidenceFileState> {
  return Object.fromEntries(
    evidence.flatMap(({ record, fileState }) => (fileState === undefined ? [] : [[record.id, fileState]])),
  );
}

export function document(yaml: string, file: string): SystemSubject["source"] {
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
