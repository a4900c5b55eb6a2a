import type { OrganizationSubject } from "../../inventory/descriptors.js";
import type { ResolvedProfile } from "../../oscal/resolved-profile.js";
import type { Scope } from "../../assessment/scope.js";
import type { Tally } from "../../assessment/tally.js";
import { workspaceUuids, type UuidMaker } from "./uuid.js";

/** A descriptor file as it was read. */
export interface DescriptorFile {
  /** Path relative to the workspace, with "/". */
  readonly name: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A finished assessment with everything that its OSCAL documents are made from. */
export interface Assessed {
  /** Day of the assessment, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Version of aims. */
  readonly toolVersion: string;
  /** SHA-256 of the compiled policy. */
  readonly policyDigest: string;
  readonly profile: ResolvedProfile;
  readonly scope: Scope;
  readonly tally: Tally;
  readonly organization?: OrganizationSubject;
  readonly files: readonly DescriptorFile[];
  /** Patterns that the systems were narrowed to, where they were: a part of the workspace is a document of its own. */
  readonly selection?: readonly string[];
}

/** Names of the files of one chain; they lie in one folder and import one another by these names. */
export interface ChainNames {
  readonly profile: string;
  readonly catalogs: readonly string[];
}

export const chainFiles = {
  systemSecurityPlan: "system-security-plan.json",
  assessmentPlan: "assessment-plan.json",
  assessmentResults: "assessment-results.json",
} as const;

/** Identity of the workspace's objects in OSCAL. The keys are listed in docs/determinism.md. */
export class Identities {
  readonly #uuid: UuidMaker;
  readonly #asOf: string;
  readonly #profile: string;
  readonly #selection: readonly string[];

  constructor({
    organization,
    asOf,
    profile,
    selection,
  }: Pick<Assessed, "organization" | "asOf" | "profile" | "selection">) {
    this.#selection = selection ?? [];
    this.#uuid = workspaceUuids(organization?.descriptor.id ?? "");
    this.#asOf = asOf;
    this.#profile = profile.profile.uuid;
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

  system(id: string): string {
    return this.#uuid("component", "system", id);
  }

  requirement(control: string): string {
    return this.#uuid("implemented-requirement", this.#profile, control);
  }

  statement(control: string): string {
    return this.#uuid("statement", this.#profile, control);
  }

  byComponent(control: string): string {
    return this.#uuid("by-component", this.#profile, control, "this-system");
  }

  activity(rule: string): string {
    return this.#uuid("activity", rule);
  }

  task(): string {
    return this.#uuid("task", this.#profile, "evaluate");
  }

  /** Documents that describe the workspace keep their identity from run to run. */
  document(model: string): string {
    return this.#uuid("document", model, this.#profile, ...this.#selection);
  }

  /** What happens in a run belongs to its day. */
  event(kind: string, ...key: readonly string[]): string {
    return this.#uuid(kind, this.#profile, this.#asOf, ...key, ...this.#selection);
  }

  finding(control: string): string {
    return this.#uuid("finding", this.#profile, control);
  }

  resource(file: string): string {
    return this.#uuid("resource", file);
  }
}
