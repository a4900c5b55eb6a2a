import type { Assessment } from "../../assessment/assessment.js";
import type { ControlId } from "../../assessment/control-reference.js";
import type { SubjectSummary } from "../../assessment/tally.js";
import type { EvidenceReference, SubjectId } from "../../assessment/verdict.js";
import type { Day } from "../../foundation/day.js";
import type { RuleId } from "../../policy/rule.js";
import { projectNamespace, uuidV5 } from "../../foundation/uuid.js";

/** The part of an assessment that its identities are made from. */
type IdentifiedRun = Pick<Assessment, "organization" | "asOf" | "basis" | "selection">;

/** Identity of the workspace's objects in OSCAL. The keys are listed in docs/determinism.md. */
export class Identities {
  readonly #uuid: UuidMaker;
  readonly #asOf: Day;
  readonly #profile: string;
  readonly #selection: readonly string[];
  readonly #systems = new Map<string, string>();
  readonly #files = new Map<string, string>();

  constructor({ organization, asOf, basis, selection }: IdentifiedRun) {
    this.#selection = selection ?? [];
    this.#uuid = workspaceUuids(organization?.descriptor.id ?? "");
    this.#asOf = asOf;
    this.#profile = basis.profile.resolved.profile.uuid;
  }

  /** The organization as a party. */
  get party(): string {
    return this.#uuid("party", "organization");
  }

  /** The AI management system, which OSCAL calls the system. */
  get managementSystem(): string {
    return this.#uuid("system", "aims");
  }

  /** The component that stands for the management system itself. */
  get thisSystem(): string {
    return this.#uuid("component", "this-system");
  }

  get informationType(): string {
    return this.#uuid("information-type", "ai");
  }

  get tool(): string {
    return this.#uuid("component", "tool");
  }

  get platform(): string {
    return this.#uuid("assessment-platform", "tool");
  }

  user(role: string): string {
    return this.#uuid("user", role);
  }

  system(id: SubjectId): string {
    return this.#once(this.#systems, id, () => this.#uuid("component", "system", id));
  }

  /** What stands for a subject: a system's component, or that of the management system for the organization. */
  subject({ kind, id }: Pick<SubjectSummary, "kind" | "id">): string {
    return kind === "system" ? this.system(id) : this.thisSystem;
  }

  requirement(control: ControlId): string {
    return this.#uuid("implemented-requirement", this.#profile, control);
  }

  statement(control: ControlId): string {
    return this.#uuid("statement", this.#profile, control);
  }

  byComponent(control: ControlId): string {
    return this.#uuid("by-component", this.#profile, control, "this-system");
  }

  activity(rule: RuleId): string {
    return this.#uuid("activity", rule);
  }

  task(): string {
    return this.#uuid("task", this.#profile, "evaluate");
  }

  /** Documents that describe the workspace keep their identity from run to run. */
  document(model: string): string {
    return this.#uuid("document", model, this.#profile, ...this.#selection);
  }

  /** An event of a run belongs to its day. */
  event(kind: string, ...key: readonly string[]): string {
    return this.#uuid(kind, this.#profile, this.#asOf, ...key, ...this.#selection);
  }

  finding(control: ControlId): string {
    return findingIn(this.#uuid, this.#profile, control);
  }

  /** Keeps its identity from run to run, as what it is about does. */
  risk(rule: RuleId): string {
    return this.#uuid("risk", this.#profile, rule);
  }

  remediation(rule: RuleId): string {
    return this.#uuid("remediation", this.#profile, rule);
  }

  /** @param file path in the workspace */
  resource(file: string): string {
    return this.#once(this.#files, file, () => this.#uuid("resource", file));
  }

  /** @param record an evidence record by its descriptor and its id there */
  evidence({ descriptor, id }: EvidenceReference): string {
    return this.#uuid("evidence", descriptor, id);
  }

  /** Subjects and files are named thousands of times, once for each finding. */
  #once(known: Map<string, string>, key: string, make: () => string): string {
    let uuid = known.get(key);
    if (uuid === undefined) known.set(key, (uuid = make()));
    return uuid;
  }
}

/** Makes the UUIDs of one workspace from stable keys. */
export type UuidMaker = (kind: string, ...key: readonly string[]) => string;

/**
 * UUIDs of a workspace: the namespace is made from the organization's id, the name from the object's kind and its stable key.
 * The keys of every kind are listed in docs/determinism.md.
 */
export function workspaceUuids(organizationId: string): UuidMaker {
  const namespace = uuidV5(projectNamespace, `workspace/${organizationId}`);
  return (kind, ...key) => uuidV5(namespace, JSON.stringify([kind, ...key]));
}

/** UUID of the finding on a control in the assessment results of an organization under a profile. */
export function findingUuid(organizationId: string | undefined, profile: string, control: ControlId): string {
  return findingIn(workspaceUuids(organizationId ?? ""), profile, control);
}

function findingIn(uuid: UuidMaker, profile: string, control: ControlId): string {
  return uuid("finding", profile, control);
}
