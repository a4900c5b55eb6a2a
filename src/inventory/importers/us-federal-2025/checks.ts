import type { System } from "../../generated/descriptor.js";
import type { FieldReader } from "../kit/field-reader.js";
import type { AssignedId } from "../kit/ids.js";
import { practiceColumns, type Column } from "./columns.js";

/** Reports that another agency has the same id. */
export function checkElsewhere(reader: FieldReader, { elsewhere }: AssignedId): void {
  if (!elsewhere) return;
  const whose = elsewhere.unit === "" ? "a record without agency" : elsewhere.unit;
  const message = `The id is also used by ${whose}, on line ${String(elsewhere.line)}.`;
  reader.report("id-of-other-agency", "info", message, "id", reader.found("id"));
}

/** Reports what is missing in a record, or contradicts itself, by the instructions of the inventory's data dictionary. */
export function checkRecord(reader: FieldReader, system: System): void {
  const stage = system.lifecycle?.stage;
  const highImpact = system.regulatory?.omb?.highImpact;
  const inUse = stage === "deployed" || stage === "pilot";
  if (reader.found("agency") === "") reader.report("missing-agency", "warning", "The record has no agency.", "agency");
  if (reader.found("use_case_name") === "")
    reader.report("missing-name", "warning", "The record has no use_case_name.", "use_case_name");
  if (reader.found("development_stage") === "")
    reader.report("missing-stage", "warning", "The record does not say its stage of development.", "development_stage");
  if (inUse && reader.found("operational_date") === "") {
    reader.report(
      "missing-operational-date",
      "warning",
      `The system is ${stage === "pilot" ? "in a pilot" : "deployed"}, and its first day is not recorded.`,
      "operational_date",
    );
  }
  if (stage === "deployed" && system.deployment?.approval?.state === "not-done") {
    reader.report(
      "deployed-without-ato",
      "warning",
      "The system is deployed and has no authorization to operate.",
      "have_ato",
      reader.found("have_ato"),
    );
  }
  if (system.data?.personalData === "yes" && system.data.privacyAssessment?.uri === undefined) {
    reader.report(
      "pii-without-pia-link",
      "info",
      "The system involves personal data, and no link to a privacy impact assessment is given.",
      "pia_url",
    );
  }
  if (highImpact === "presumed-but-not" && system.regulatory?.omb?.justification === undefined) {
    reader.report(
      "presumed-without-justification",
      "warning",
      "The system is presumed high-impact and determined not to be, without a justification.",
      "HI_justification",
    );
  }
  checkPractices(reader, highImpact, stage);
}

function checkPractices(
  reader: FieldReader,
  highImpact: "yes" | "presumed-but-not" | "no" | "unknown" | undefined,
  stage: string | undefined,
): void {
  const isBlank = (column: Column): boolean => /^(?:\[\s*\])?$/.test(reader.found(column));
  const blank = practiceColumns.filter(isBlank);
  if (highImpact === "yes" && stage === "deployed" && blank.length > 0) {
    const which = blank.length === practiceColumns.length ? "all nine practices" : blank.join(", ");
    reader.report(
      "high-impact-practice-blank",
      "warning",
      `The system is high-impact and deployed, and nothing is recorded for ${which}.`,
    );
  }
  if ((highImpact === "no" || highImpact === "presumed-but-not") && blank.length < practiceColumns.length) {
    const filled = practiceColumns.filter((column) => !isBlank(column));
    reader.report(
      "practices-without-high-impact",
      "info",
      `The system is not high-impact, and practices for high-impact systems are filled in: ${filled.join(", ")}.`,
    );
  }
}
