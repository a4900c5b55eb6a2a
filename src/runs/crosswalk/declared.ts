import type { Framework } from "../../crosswalk/framework.js";
import { project } from "../../crosswalk/projection.js";
import type { ProjectionRecord, ProjectionSource } from "../../crosswalk/record.js";
import { standingsOf, type Standing } from "../../crosswalk/standing.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { toolVersion } from "../../files/package.js";
import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import type { Planned } from "./journey.js";

/** What a document of somebody else says of the controls of a framework. */
export interface Declared {
  readonly kind: Exclude<ProjectionSource["kind"], "assessment">;
  readonly framework: Framework;
  readonly standings: readonly Standing[];
  readonly file: SourceFile;
  /** As the document calls itself. */
  readonly title?: string;
  /** The day for which it holds, where it says one. */
  readonly asOf?: Day;
}

const absent: Readonly<Record<Declared["kind"], string>> = {
  "assessment-results": "no finding is about it",
  "statement-of-applicability": "the statement has no row for it",
};

/** The projection of what a document says. @param day for which it holds where the document does not say */
export function declaredRecord(declared: Declared, { plan, wanted }: Planned, day: Day): ProjectionRecord {
  const { kind, framework, standings, asOf = day, title } = declared;
  const found = standings.map((standing) => ({ framework: framework.name, standing }));
  return {
    tool: { name: "aims", version: toolVersion() },
    source: { kind, frameworks: [framework.name], asOf, ...defined({ title }), ownControls: 0 },
    projection: project(plan, standingsOf(found, absent[kind])),
    systems: 0,
    ...defined({ wanted }),
  };
}
