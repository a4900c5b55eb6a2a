/** Documents that keep all constraints, to be broken in one place; and what problems of constraints have in common. */
import { assessmentPlan, plan, uuid, withValue } from "../../support/documents.js";

/** The system security plan of the chain without the slip that it has: an information type without a uuid. */
export const system = (): unknown =>
  withValue(
    plan(),
    "/system-security-plan/system-characteristics/system-information/information-types/0/uuid",
    uuid(300),
  );

/** A prop by which an activity says how it is carried out. */
export const method = { name: "method", value: "TEST" };

/** The assessment plan of the chain without the slip that it has: an activity without a method. */
export const planned = (): unknown =>
  withValue(assessmentPlan(), "/assessment-plan/local-definitions/activities/0/props", [method]);

/** Pointers to places in the chain. */
export const places = {
  control: "/catalog/groups/0/controls/0",
  metadata: "/catalog/metadata",
  implementation: "/system-security-plan/system-implementation",
  requirement: "/system-security-plan/control-implementation/implemented-requirements/0",
} as const;

/** The origin of a problem: the constraint of a kind with the id. */
export const by = (type: string, id: string): object => ({ origin: { kind: "constraint", type, id } });
export const error = { severity: "error" };
export const warning = { severity: "warning" };
