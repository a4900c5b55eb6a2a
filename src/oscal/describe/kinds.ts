import type { OscalModel } from "../model.js";

/** A kind of thing that is counted in the documents of a model. */
export interface Kind {
  /** In the plural, as the report says it. */
  readonly kind: string;
  /** Name of the array whose elements are counted. */
  readonly array: string;
  /** Name under which the array's owner stands, where the array's name alone would mean several kinds. */
  readonly inside?: string;
  /** Name under which an object further out stands. */
  readonly within?: string;
  /** Properties that lead from an element to the value by which it is counted too. */
  readonly by?: readonly string[];
  /** Further names under which an element is counted; several are possible. */
  readonly marks?: (element: Readonly<Record<string, unknown>>, inside: string) => readonly string[];
  /** Elements with the same value of the property are counted once. */
  readonly distinct?: string;
}

const params: Kind = { kind: "parameters", array: "params" };
const parts: Kind = { kind: "parts", array: "parts", by: ["name"] };

const components: Kind = { kind: "components", array: "components", by: ["type"] };
const inventory: Kind = { kind: "inventory items", array: "inventory-items" };
const users: Kind = { kind: "users", array: "users" };
const requirements: Kind = { kind: "implemented requirements", array: "implemented-requirements" };
const statements: Kind = { kind: "statements", array: "statements" };
const activities: Kind = { kind: "activities", array: "activities" };
const tasks: Kind = { kind: "tasks", array: "tasks", by: ["type"] };
const observations: Kind = { kind: "observations", array: "observations" };
const risks: Kind = { kind: "risks", array: "risks", by: ["status"] };
const findings: Kind = { kind: "findings", array: "findings", by: ["target", "status", "state"] };
const subjects: Kind = {
  kind: "subjects",
  array: "subjects",
  inside: "observations",
  distinct: "subject-uuid",
  by: ["type"],
};
const remediations: Kind = { kind: "remediations", array: "remediations", by: ["lifecycle"] };

const selected: Kind = {
  kind: "controls selected by id",
  array: "with-ids",
  inside: "include-controls",
  within: "imports",
};
const reviewed: Kind = {
  kind: "controls reviewed",
  array: "include-controls",
  inside: "control-selections",
  distinct: "control-id",
};

/** The kinds counted in the documents of each model, in the order of the report. */
export const kindsOf: Readonly<Record<OscalModel, readonly Kind[]>> = {
  catalog: [
    { kind: "groups", array: "groups" },
    { kind: "controls", array: "controls", marks: controlMarks },
    params,
    parts,
  ],
  profile: [
    {
      kind: "imports",
      array: "imports",
      marks: (each) => (Object.hasOwn(each, "include-all") ? ["of all controls"] : []),
    },
    selected,
    { kind: "controls excluded by id", array: "with-ids", inside: "exclude-controls", within: "imports" },
    { kind: "parameters set", array: "set-parameters" },
    { kind: "controls altered", array: "alters", distinct: "control-id" },
    { kind: "additions", array: "adds" },
    { kind: "removals", array: "removes" },
  ],
  "mapping-collection": [
    { kind: "mappings", array: "mappings", by: ["status"] },
    { kind: "maps", array: "maps", by: ["relationship"] },
    { kind: "sources", array: "sources", distinct: "id-ref" },
    { kind: "targets", array: "targets", distinct: "id-ref" },
    { kind: "unmapped controls", array: "with-ids", inside: "unmapped-controls" },
  ],
  "component-definition": [
    { kind: "imports", array: "import-component-definitions" },
    components,
    { kind: "capabilities", array: "capabilities" },
    { kind: "control implementations", array: "control-implementations" },
    requirements,
    statements,
  ],
  "system-security-plan": [
    { kind: "information types", array: "information-types" },
    { kind: "leveraged authorizations", array: "leveraged-authorizations" },
    users,
    components,
    inventory,
    requirements,
    statements,
    { kind: "answers by component", array: "by-components", by: ["implementation-status", "state"] },
  ],
  "assessment-plan": [
    reviewed,
    activities,
    tasks,
    { kind: "assessment platforms", array: "assessment-platforms" },
    { kind: "assessment subjects", array: "assessment-subjects", by: ["type"] },
    components,
    inventory,
    users,
  ],
  "assessment-results": [
    { kind: "results", array: "results" },
    reviewed,
    observations,
    subjects,
    findings,
    risks,
    remediations,
    { kind: "attestations", array: "attestations" },
    { kind: "log entries", array: "entries" },
    components,
    inventory,
  ],
  "plan-of-action-and-milestones": [
    { kind: "items", array: "poam-items" },
    observations,
    subjects,
    findings,
    risks,
    remediations,
    tasks,
    components,
    inventory,
  ],
};

function controlMarks(control: Readonly<Record<string, unknown>>, inside: string): string[] {
  const props: unknown = Object.hasOwn(control, "props") ? control["props"] : undefined;
  const withdrawn =
    Array.isArray(props) &&
    props.some((prop: unknown) => {
      if (typeof prop !== "object" || prop === null) return false;
      const { name, value } = prop as Readonly<Record<string, unknown>>;
      return name === "status" && typeof value === "string" && value.toLowerCase() === "withdrawn";
    });
  return [...(inside === "controls" ? ["inside another control"] : []), ...(withdrawn ? ["withdrawn"] : [])];
}
