import type { System } from "../../generated/descriptor.js";
import type { AssignedId } from "./ids.js";
import { practiceColumns, type Column } from "./columns.js";
import type { Row } from "./row.js";

/** Reports what is odd about the record's id. */
export function checkId(row: Row, { id, lacks, repeats, sameAs, elsewhere }: AssignedId): void {
  if (lacks === "blank")
    row.report("missing-id", "info", `The record has no id; the descriptor is called ${id}.`, "id");
  if (lacks === "placeholder") {
    row.report(
      "placeholder-id",
      "warning",
      `The record's id says that it has none yet; the descriptor is called ${id}.`,
      "id",
      row.found("id"),
    );
  }
  if (sameAs === "name") {
    const message = `An earlier record of the same agency and bureau has the same name and no id either; the descriptor is called ${id}.`;
    row.report("repeated-name", "warning", message, "use_case_name", row.found("use_case_name"));
  }
  if (sameAs === "record") {
    const message = `An earlier record is the same in every cell; it is counted as a system of its own, called ${id}.`;
    row.report("repeated-record", "warning", message, "use_case_name", row.found("use_case_name"));
  }
  if (repeats !== undefined) {
    row.report(
      "repeated-id",
      "warning",
      `The id is used a second time by the same agency, first on line ${String(repeats)}; the descriptor is called ${id}.`,
      "id",
      row.found("id"),
    );
  }
  if (elsewhere) {
    row.report(
      "id-of-other-agency",
      "info",
      `The id is also used by ${elsewhere.agency === "" ? "a record without agency" : elsewhere.agency}, on line ${String(elsewhere.line)}.`,
      "id",
      row.found("id"),
    );
  }
}

/** Reports what is missing in a record, or contradicts itself, by the instructions of the inventory's data dictionary. */
export function checkRecord(row: Row, system: System): void {
  const stage = system.lifecycle?.stage;
  const highImpact = system.regulatory?.omb?.highImpact;
  const inUse = stage === "deployed" || stage === "pilot";
  for (const column of ["agency", "use_case_name"] as const) {
    if (row.found(column) === "")
      row.report(`missing-${column === "agency" ? column : "name"}`, "warning", `The record has no ${column}.`, column);
  }
  if (row.found("development_stage") === "")
    row.report("missing-stage", "warning", "The record does not say its stage of development.", "development_stage");
  if (inUse && row.found("operational_date") === "") {
    row.report(
      "missing-operational-date",
      "warning",
      `The system is ${stage === "pilot" ? "in a pilot" : "deployed"}, and its first day is not recorded.`,
      "operational_date",
    );
  }
  if (stage === "deployed" && system.deployment?.approval?.state === "not-done") {
    row.report(
      "deployed-without-ato",
      "warning",
      "The system is deployed and has no authorization to operate.",
      "have_ato",
      row.found("have_ato"),
    );
  }
  if (system.data?.personalData === "yes" && system.data.privacyAssessment?.uri === undefined) {
    row.report(
      "pii-without-pia-link",
      "info",
      "The system involves personal data, and no link to a privacy impact assessment is given.",
      "pia_url",
    );
  }
  if (highImpact === "presumed-but-not" && system.regulatory?.omb?.justification === undefined) {
    row.report(
      "presumed-without-justification",
      "warning",
      "The system is presumed high-impact and determined not to be, without a justification.",
      "HI_justification",
    );
  }
  checkPractices(row, highImpact, stage);
}

function checkPractices(
  row: Row,
  highImpact: "yes" | "presumed-but-not" | "no" | "unknown" | undefined,
  stage: string | undefined,
): void {
  const isBlank = (column: Column): boolean => /^(?:\[\s*\])?$/.test(row.found(column));
  const blank = practiceColumns.filter(isBlank);
  if (highImpact === "yes" && stage === "deployed" && blank.length > 0) {
    const which = blank.length === practiceColumns.length ? "all nine practices" : blank.join(", ");
    row.report(
      "high-impact-practice-blank",
      "warning",
      `The system is high-impact and deployed, and nothing is recorded for ${which}.`,
    );
  }
  if ((highImpact === "no" || highImpact === "presumed-but-not") && blank.length < practiceColumns.length) {
    const filled = practiceColumns.filter((column) => !isBlank(column));
    row.report(
      "practices-without-high-impact",
      "info",
      `The system is not high-impact, and practices for high-impact systems are filled in: ${filled.join(", ")}.`,
    );
  }
}
