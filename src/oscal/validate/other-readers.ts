import { problem } from "../../diagnostics/codes/oscal-exchange.js";
import type { Case } from "../../diagnostics/case.js";
import { defined } from "../../foundation/defined.js";
import { isObject, type JsonObject } from "../../foundation/json-value.js";
import { formatPointer, valueAt } from "../../source/pointer.js";
import { compareVersions, parseVersion, rootOf } from "../model.js";
import { oscalNamespace } from "../properties.js";
import type { WalkPosition } from "../model/walk-objects.js";
import type { Watch } from "../watch.js";
import type { OscalProblem } from "./problem.js";

/** Properties that hold formatted text and are an element of their own in XML. */
const texts: ReadonlySet<string> = new Set([
  ...["adjustment-justification", "description", "mapping-description", "remarks", "statement", "usage"],
]);

/** Numbers that OSCAL describes as shares of one, with the property of the object that holds them. */
const shares: ReadonlyMap<string, string> = new Map([
  ["percentage", "confidence-score"],
  ["target-coverage", "coverage"],
]);

/**
 * What is valid by schema and constraints, and is still not what it should be, or not valid for others: texts that say nothing, shares
 * beyond one, and a property that NIST's own JSON schema does not have.
 */
export class OtherReaders implements Watch {
  readonly properties: readonly string[] = [...texts, ...shares.keys()];
  /** What has been found so far. */
  readonly problems: OscalProblem[];

  constructor(document: unknown) {
    this.problems = refusedMethod(document);
  }

  property(owner: JsonObject, property: string, place: WalkPosition<unknown>): void {
    const content = owner[property];
    if (typeof content === "string") {
      if (content.trim() !== "" || !texts.has(property)) return;
      const found = problem("oscal-empty-text", undefined, { property });
      this.problems.push(put(found, place.pointer(property)));
    } else if (typeof content === "number") {
      const holder = shares.get(property);
      if (holder === undefined || (content >= 0 && content <= 1) || !place.pointer().endsWith(`/${holder}`)) return;
      const found = problem("oscal-not-a-share", undefined, { property, value: content });
      this.problems.push({ ...put(found, place.pointer(property)), value: content });
    }
  }
}

function refusedMethod(document: unknown): OscalProblem[] {
  const { model, root } = rootOf(document) ?? {};
  const combine = model === "profile" && root && !isOlder(root) ? valueAt(root, "/merge/combine") : undefined;
  if (model === undefined || !isObject(combine)) return [];
  const { method } = combine;
  if (method !== "keep" && method !== "use-first") return [];
  const found = problem("oscal-refused-elsewhere", undefined, { method });
  return [put(found, formatPointer([model, "merge", "combine", "method"]))];
}

/** Whether a document declares a version before 1.2.0, whose JSON schemas have the method of combining. */
function isOlder(root: JsonObject): boolean {
  const declared = valueAt(root, "/metadata/oscal-version");
  const [version, first] = [typeof declared === "string" ? parseVersion(declared) : undefined, parseVersion("1.2.0")];
  return version !== undefined && first !== undefined && compareVersions(version, first) < 0;
}

type Found = Pick<OscalProblem, "code" | "severity" | "message"> & Pick<Case, "fix">;

function put({ code, severity, message, fix }: Found, pointer: string): OscalProblem {
  return { code, severity, message, ...defined({ fix }), origin: { kind: "aims", rule: code }, pointer };
}

const ownRelationship = /^(\/mapping-collection\/mappings(?:\/\d+)?\/maps\/\d+)\/relationship$/;

/**
 * Accepts relationships of maps that name a namespace of their own: the description of the flag says that it qualifies the
 * relationship's value. The constraint looks for it at the relationship itself, where none can stand.
 */
export function byOwnNamespace(document: unknown, problems: readonly OscalProblem[]): OscalProblem[] {
  return problems.map((found) => {
    if (found.code !== "oscal-value-not-allowed" && found.code !== "oscal-allowed-values") return found;
    const map = ownRelationship.exec(found.pointer)?.[1];
    const ns = map === undefined ? undefined : valueAt(document, `${map}/ns`);
    if (typeof ns !== "string" || ns === oscalNamespace || typeof found.value !== "string") return found;
    const accepted = problem("oscal-own-relationship", undefined, { relationship: found.value, ns });
    return { ...put(accepted, found.pointer), value: found.value };
  });
}
