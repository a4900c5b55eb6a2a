import type { Contribution, ProjectedTarget } from "../../../crosswalk/projection.js";
import type { ProjectionRecord } from "../../../crosswalk/record.js";
import { workspaceUuids, type UuidMaker } from "../identities.js";

/** Identity of the objects of a projection in OSCAL. The keys are listed in docs/determinism.md. */
export class ProjectionIdentities {
  readonly #uuid: UuidMaker;
  readonly #asOf: string;
  readonly #profile: string | undefined;
  readonly #selection: readonly string[];
  /** The basis: from which profile, of which system, onto which framework. */
  readonly #basis: readonly string[];

  constructor({ source, projection }: Pick<ProjectionRecord, "source" | "projection">) {
    const { organization, profile, system, asOf, kind, selection = [] } = source;
    this.#uuid = workspaceUuids(organization?.id ?? "");
    this.#asOf = asOf;
    this.#profile = profile?.uuid;
    this.#selection = selection;
    const { catalog, name } = projection.to;
    this.#basis = [profile?.uuid ?? kind, system?.id ?? "", catalog?.uuid ?? name, ...selection];
  }

  get party(): string {
    return this.#uuid("party", "organization");
  }

  get tool(): string {
    return this.#uuid("component", "tool");
  }

  get platform(): string {
    return this.#uuid("assessment-platform", "tool");
  }

  get task(): string {
    return this.#uuid("projection-task", ...this.#basis);
  }

  /** What is projected. */
  get source(): string {
    return this.#uuid("projection-source", ...this.#basis);
  }

  /** The system security plan of what is projected. */
  get plan(): string {
    return this.#uuid("projection-plan", ...this.#basis);
  }

  /** Where a document of the assessment that is projected is known by its UUID; undefined where there is no assessment. */
  documentOfSource(model: string): string | undefined {
    return this.#profile === undefined ? undefined : this.#uuid("document", model, this.#profile, ...this.#selection);
  }

  get catalog(): string {
    return this.#uuid("projection-catalog", ...this.#basis);
  }

  collection(uuid: string, version: string): string {
    return this.#uuid("projection-collection", uuid, version, ...this.#basis);
  }

  document(model: string): string {
    return this.#uuid("projection-document", model, ...this.#basis);
  }

  /** An event of a run belongs to its day. */
  event(kind: string, ...key: readonly string[]): string {
    return this.#uuid(`projection-${kind}`, this.#asOf, ...key, ...this.#basis);
  }

  finding(target: string): string {
    return this.#uuid("projection-finding", target, ...this.#basis);
  }

  observation({ requirement }: ProjectedTarget, { links }: Contribution): string {
    // Two versions of a mapping have a pair of one UUID, and may say different things of it.
    const pairs = links.map(({ pair, via, leg }) => {
      const { uuid, relationship, strength = 0 } = pair;
      const ids = pair.sources.map(({ id }) => id);
      return JSON.stringify([via?.id ?? "", leg.collection.version, uuid, relationship, strength, ids]);
    });
    return this.event("observation", requirement.id, ...pairs);
  }
}
