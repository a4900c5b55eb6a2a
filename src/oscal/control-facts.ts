import type { Control, Part } from "./model/generated/types.js";
import { aimsNamespace, oscalNamespace } from "./properties.js";

/** What a catalog says of a control, as far as aims knows the names of its parts and props. */
export interface ControlFacts {
  /** Markdown; empty where there is none. The texts of inner parts follow, with a line between them. */
  readonly statement: string;
  /** Markdown; empty where there is none. */
  readonly guidance: string;
  /** Records that are expected, each in a few words. */
  readonly expectedEvidence: readonly string[];
  /** Days after which evidence should be renewed. */
  readonly freshnessDays?: number;
  /** Roles that usually answer for the control. */
  readonly ownerRoles: readonly string[];
  /** Stages of the life cycle, `organization` or `all`. */
  readonly stages: readonly string[];
  /** Roles of an organization: `provider`, `producer`, `customer`. */
  readonly organizationRoles: readonly string[];
}

/**
 * The facts of a control. Evidence, owners, stages, roles and freshness stand in the namespace of aims.
 * @param labelled whether the label of an inner part ("a.") stands before its text
 */
export function controlFacts({ parts = [], props = [] }: Control, labelled = false): ControlFacts {
  const own = (name: string): string[] =>
    props.filter((prop) => prop.name === name && prop.ns === aimsNamespace).map(({ value }) => value);
  const [days = ""] = own("freshness-days");
  return {
    statement: proseOf(named(parts, "statement"), labelled),
    guidance: proseOf(named(parts, "guidance"), labelled),
    expectedEvidence: named(parts, "expected-evidence", aimsNamespace)
      .flatMap((part) => named(part.parts ?? [], "evidence-item", aimsNamespace))
      .flatMap(({ prose }) => prose ?? []),
    ...(/^[1-9]\d{0,5}$/.test(days) ? { freshnessDays: Number(days) } : {}),
    ownerRoles: own("owner-role"),
    stages: own("control-stage"),
    organizationRoles: own("organization-role"),
  };
}

function named(parts: readonly Part[], name: string, namespace = oscalNamespace): Part[] {
  return parts.filter((part) => part.name === name && (part.ns ?? oscalNamespace) === namespace);
}

function proseOf(parts: readonly Part[], labelled: boolean): string {
  return parts
    .flatMap((part) => [proseWithLabel(part, labelled), proseOf(part.parts ?? [], labelled)])
    .filter((text) => text !== "")
    .join("\n\n");
}

function proseWithLabel({ prose = "", props = [] }: Part, labelled: boolean): string {
  const label = props.find(({ name, ns = oscalNamespace }) => name === "label" && ns === oscalNamespace)?.value;
  return labelled && label !== undefined && prose !== "" ? `${label} ${prose}` : prose;
}
