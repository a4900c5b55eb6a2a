import { readShippedJson } from "../../files/package.js";
import type { Day } from "../../foundation/day.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import type { SystemSubject } from "../../inventory/descriptors.js";
import type { Derivation } from "../../law/derivation.js";
import type { EuAiActReference } from "../../law/eu-ai-act.js";
import type { LawName } from "../../law/laws.js";
import type { Memoranda } from "../../law/us-federal.js";
import type { LawTopic } from "../../report/explanation.js";
import { namedShippedCatalogs } from "../../workspace/shipped.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Host } from "../host.js";
import { subjectOf } from "./subject.js";

/** What was found for a law: a system, or the organization, for which nothing is derived. */
export interface FoundForLaw {
  readonly topic?: LawTopic;
  readonly organization?: true;
  /** Ids that there are, where nothing was found. */
  readonly ids: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** Looks a system up by its id, and derives how a law concerns it. */
export async function lawTopic(
  id: string,
  law: LawName,
  workspace: Workspace,
  asOf: Day,
  host: Host,
): Promise<FoundForLaw> {
  const { subject, ids, problems } = await subjectOf(id, workspace, host);
  if (subject === undefined) return { ids, problems };
  if (subject.kind === "organization") return { organization: true, ids, problems };
  const { descriptor, source } = subject;
  const { name } = descriptor;
  const derivation = await derive(law, subject, asOf);
  return {
    topic: { kind: "law", id: descriptor.id, ...defined({ name }), file: source.file, line: source.line, derivation },
    ids,
    problems,
  };
}

async function derive(law: LawName, subject: SystemSubject, asOf: Day): Promise<Derivation> {
  if (law === "us-federal") {
    const { deriveUsFederal } = await import("../../law/us-federal.js");
    return deriveUsFederal(subject, readShippedJson("catalog", "reference", "memoranda.json") as Memoranda, asOf);
  }
  const { deriveEuAiAct } = await import("../../law/eu-ai-act.js");
  const catalog = namedShippedCatalogs().get("eu-ai-act");
  if (catalog === undefined)
    throw new Error("The aims package is incomplete: the catalog of the EU AI Act is missing.");
  const beside = readShippedJson("catalog", "reference", "conditions.json") as EuAiActReference;
  return deriveEuAiAct(subject, catalog, beside, asOf);
}
