import type { CsvRecord } from "../../source/csv.js";
import type { Practice, Source } from "../generated/descriptor.js";
import { DescriptorDraft, type Path } from "./descriptor-draft.js";
import type { ImportedSystem, Importer, ImportSession } from "./importer.js";
import { checkId, checkRecord } from "./us-federal/checks.js";
import { columns, type AnswerColumn, type AnswerOf, type Column } from "./us-federal/columns.js";
import { IdRegistry, slug, type AssignedId } from "./us-federal/ids.js";
import { cut, Row } from "./us-federal/row.js";

const NAME = "us-federal-2025";
const LONGEST_LABEL = 1000;
const WAIVED = "The agency's chief AI officer waived this practice and reported the waiver to OMB.";

/** The US federal AI use case inventory of 2025 under OMB Memorandum M-25-21: one record a use case, 36 columns. */
export const usFederal2025: Importer = {
  name: NAME,
  columns,
  workspace: {
    organization: {
      id: "us-federal-agencies",
      name: "US federal agencies of the AI use case inventory 2025",
      description: "The agencies whose records the imported inventory holds.",
    },
    profile: "us-federal-high-impact",
  },
  start: (file) => new FederalImport(file),
};

class FederalImport implements ImportSession {
  readonly #file: string;
  readonly #ids = new IdRegistry();
  readonly #units = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  add(record: CsvRecord): ImportedSystem {
    const imported = describeRecord(record, this.#ids.assign(record), this.#file);
    const unit = (record.fields["agency_name"] ?? "").trim() || (record.fields["agency"] ?? "").trim();
    if (unit !== "") this.#units.add(cut(unit, LONGEST_LABEL));
    return imported;
  }

  units(): readonly string[] {
    return [...this.#units].sort();
  }
}

/**
 * Turns one record into a descriptor. Pure: what the record says and nothing else; blanks stay blank, and no control is judged.
 * @param file name of the inventory file, for provenance
 */
export function describeRecord(record: CsvRecord, assigned: AssignedId, file: string): ImportedSystem {
  const row = new Row(record, assigned.id);
  checkId(row, assigned);
  const draft = new DescriptorDraft();
  const mapping = new Mapping(row, draft);
  mapping.identity(assigned);
  mapping.lifecycleAndPurpose();
  mapping.classification();
  mapping.assessment();
  mapping.practices();
  mapping.releaseAndData();
  mapping.modelsAndSuppliers();
  mapping.labels();
  const descriptor = draft.finish({
    importer: NAME,
    file,
    record: record.record,
    line: record.line,
    confidence: "declared",
  });
  checkRecord(row, descriptor);
  return { descriptor, group: slug(row.found("agency"), 40) || "no-agency", oddities: row.oddities };
}

/** Which column goes where in the descriptor, in the order of the descriptor's schema. */
class Mapping {
  readonly #row: Row;
  readonly #draft: DescriptorDraft;

  constructor(row: Row, draft: DescriptorDraft) {
    this.#row = row;
    this.#draft = draft;
  }

  identity({ id, origin }: AssignedId): void {
    const written = this.#row.found("id");
    this.#draft.put(["kind"], "system");
    this.#put(["id"], id, "id", origin === "generated" ? "inferred" : undefined);
    const name = cut(this.#row.found("use_case_name"), 20_000);
    if (name !== "") this.#put(["name"], name, "use_case_name");
    else
      this.#put(
        ["name"],
        written === "" ? "Use case without a name" : `Use case ${cut(written, LONGEST_LABEL)}`,
        "use_case_name",
        "inferred",
      );
    const bureau = this.#row.text("agency_bureau");
    if (bureau !== undefined) this.#put(["unit"], bureau, "agency_bureau");
    else this.#text(["unit"], "agency_name");
  }

  lifecycleAndPurpose(): void {
    this.#choice(["lifecycle", "stage"], "development_stage");
    const start = this.#row.date("operational_date");
    if (start)
      this.#put(["lifecycle", "deployedOn"], start.date, "operational_date", start.ambiguous ? "inferred" : undefined);
    // The column holds an address, often of an office: who the owner is, it does not say.
    this.#text(["roles", "owner", "contact"], "contact_email");
    this.#text(["purpose", "problem"], "problem_solved");
    this.#text(["purpose", "benefits"], "benefits");
    this.#text(["purpose", "outputs"], "system_outputs");
    const topic = this.#row.found("topic_area");
    // "Other" may be followed by the agency's own words for the topic.
    if (/^other\s*[-‐‑‒–—:]\s*\S/i.test(topic))
      this.#put(["purpose", "topic"], cut(topic, LONGEST_LABEL), "topic_area");
    else this.#choice(["purpose", "topic"], "topic_area");
  }

  classification(): void {
    this.#choice(["regulatory", "omb", "highImpact"], "is_high_impact");
    this.#text(["regulatory", "omb", "justification"], "HI_justification");
    this.#choice(["regulatory", "omb", "withheld"], "is_withheld");
  }

  assessment(): void {
    this.#practice(["impactAssessment"], "hi_assessment_completed");
    this.#text(["impactAssessment", "potentialImpacts"], "hi_potential_impacts");
    this.#practice(["impactAssessment", "independentReview"], "hi_independent_review");
  }

  practices(): void {
    this.#practice(["practices", "testing"], "hi_testing_conducted");
    this.#practice(["practices", "monitoring"], "hi_ongoing_monitoring");
    this.#practice(["practices", "training"], "hi_training_established");
    this.#practice(["practices", "failsafe"], "hi_failsafe_presence");
    this.#practice(["practices", "appeals"], "hi_appeal_process");
    const steps = this.#row.answers("hi_public_consultation");
    const consulted = steps && consultation(steps);
    if (consulted) this.#putPractice(["practices", "publicConsultation"], consulted, "hi_public_consultation");
    else if (steps) this.#contradiction("hi_public_consultation");
  }

  releaseAndData(): void {
    this.#practice(["deployment", "approval"], "have_ato");
    this.#text(["deployment", "environment"], "system_name_ato");
    this.#text(["data", "description"], "data_description");
    this.#choice(["data", "personalData"], "has_pii");
    this.#links(["data", "privacyAssessment", "uri"], "pia_url");
    const features = this.#row.answers("demographic_features");
    if (features?.includes("none") === true && features.length > 1) this.#contradiction("demographic_features");
    else if (features) {
      this.#put(
        ["data", "demographicFeatures"],
        features.filter((feature) => feature !== "none"),
        "demographic_features",
      );
    }
    this.#links(["data", "catalogUri"], "link_to_data");
  }

  modelsAndSuppliers(): void {
    this.#choice(["models", 0, "technique"], "classification");
    this.#choice(["code", "custom"], "has_custom_code");
    this.#links(["code", "uri"], "code_url");
    this.#choice(["acquisition"], "contracting_usage");
    // Names are not split: "Accenture, LLP" and "IBM, Google" look alike.
    if (this.#row.found("vendor_name").toLowerCase() === "none") this.#put(["suppliers"], [], "vendor_name");
    else this.#text(["suppliers", 0, "name"], "vendor_name");
  }

  labels(): void {
    const labels = {
      agency: "agency",
      "agency-name": "agency_name",
      bureau: "agency_bureau",
      "use-case-id": "id",
    } as const;
    for (const [label, column] of Object.entries(labels)) {
      const value = cut(this.#row.found(column), LONGEST_LABEL);
      if (value !== "") this.#put(["labels", label], value, column);
    }
  }

  #contradiction(column: Column): void {
    const message = `The answers in ${column} contradict each other; the field is left blank.`;
    this.#row.report("contradictory-answers", "warning", message, column, this.#row.found(column));
  }

  #choice(path: Path, column: AnswerColumn): void {
    const answer = this.#row.answer(column);
    if (answer !== undefined) this.#put(path, answer, column);
  }

  #text(path: Path, column: Column): void {
    const text = this.#row.text(column);
    if (text !== undefined) this.#put(path, text, column);
  }

  #links(path: Path, column: Column): void {
    const links = this.#row.links(column);
    if (links !== undefined) this.#put(path, links, column);
  }

  #practice(path: Path, column: AnswerColumn): void {
    const answer = this.#row.answer(column);
    if (answer !== undefined) this.#putPractice(path, practice(answer), column);
  }

  #putPractice(path: Path, { state, by, note }: Practice, column: Column): void {
    this.#put([...path, "state"], state, column);
    if (by !== undefined) this.#put([...path, "by"], by, column);
    if (note !== undefined) this.#put([...path, "note"], note, column);
  }

  /** Puts a value with its column; the text of the cell goes along where it is written differently. */
  #put(path: Path, value: unknown, column: Column, confidence?: Source["confidence"]): void {
    const found = this.#row.found(column);
    this.#draft.put(path, value, {
      column,
      ...(found === value || found === "" ? {} : { value: cut(found, 20_000) }),
      ...(confidence === undefined ? {} : { confidence }),
    });
  }
}

/** What an answer about a practice says of its state. */
function practice(answer: string): Practice {
  switch (answer) {
    case "in-progress":
    case "not-applicable":
    case "unknown":
      return { state: answer };
    case "no":
      return { state: "not-done" };
    case "waived":
      // A waiver lifts the duty and does not do the work; whether it counts is for the gate to say.
      return { state: "not-done", note: WAIVED };
    case "precluded":
      return {
        state: "not-applicable",
        note: "Law, operational limits or government-wide guidance rule out an appeal.",
      };
    case "office":
      return { state: "done", by: "Another office or reviewer of the agency" };
    case "board":
      return { state: "done", by: "AI oversight board of the agency" };
    case "caio":
      return { state: "done", by: "Chief AI officer of the agency" };
    case "vendor's":
      return { state: "done", note: "Authorization of the vendor, or FedRAMP." };
    case "yes":
      return { state: "done" };
    default:
      throw new Error(`No state is known for the answer "${answer}".`);
  }
}

/**
 * Public consultation is answered by the steps taken; a step that is still under way keeps the practice under way.
 * @returns nothing where the answers contradict each other
 */
function consultation(steps: readonly AnswerOf<"hi_public_consultation">[]): Practice | undefined {
  const [first] = steps;
  if (steps.length === 1 && (first === "waived" || first === "no" || first === "unknown")) return practice(first);
  if (steps.some((step) => step === "waived" || step === "no" || step === "unknown")) return undefined;
  const taken = steps.filter((step) => step !== "in-progress");
  return {
    state: taken.length === steps.length ? "done" : "in-progress",
    ...(taken.length > 0 ? { note: taken.join("; ") } : {}),
  };
}
