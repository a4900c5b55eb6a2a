import type { Practice } from "../../generated/descriptor.js";
import type { FieldReader } from "../kit/field-reader.js";
import { answer, date, links, practice, putPractice, text, type FieldRule } from "../kit/field-table.js";
import { cut } from "../kit/text.js";
import * as answers from "./answers.js";
import type { Column } from "./columns.js";

/** Characters of a label. */
export const LONGEST_LABEL = 1000;

/** Which column goes where in the descriptor, in the order of its schema; its id and its name come before. */
export const fields: readonly FieldRule<Column>[] = [
  text(["unit"], "agency_bureau", "agency_name"),
  answer(["lifecycle", "stage"], "development_stage", answers.stages),
  date(["lifecycle", "deployedOn"], "operational_date"),
  // The column holds an address, often of an office; it does not name the owner.
  text(["roles", "owner", "contact"], "contact_email"),
  text(["purpose", "problem"], "problem_solved"),
  text(["purpose", "benefits"], "benefits"),
  text(["purpose", "outputs"], "system_outputs"),
  topic("topic_area"),
  answer(["regulatory", "omb", "highImpact"], "is_high_impact", answers.highImpact),
  text(["regulatory", "omb", "justification"], "HI_justification"),
  answer(["regulatory", "omb", "withheld"], "is_withheld", answers.withheld),
  practice(["impactAssessment"], "hi_assessment_completed", answers.doneOrNot),
  text(["impactAssessment", "potentialImpacts"], "hi_potential_impacts"),
  practice(["impactAssessment", "independentReview"], "hi_independent_review", answers.independentReview),
  practice(["practices", "testing"], "hi_testing_conducted", answers.doneOrNot),
  practice(["practices", "monitoring"], "hi_ongoing_monitoring", answers.monitoring),
  practice(["practices", "training"], "hi_training_established", answers.training),
  practice(["practices", "failsafe"], "hi_failsafe_presence", answers.failsafe),
  practice(["practices", "appeals"], "hi_appeal_process", answers.appeals),
  publicConsultation("hi_public_consultation"),
  practice(["deployment", "approval"], "have_ato", answers.authorization),
  text(["deployment", "environment"], "system_name_ato"),
  text(["data", "description"], "data_description"),
  answer(["data", "personalData"], "has_pii", answers.yesOrNo),
  links(["data", "privacyAssessment", "uri"], "pia_url"),
  demographicFeatures("demographic_features"),
  links(["data", "catalogUri"], "link_to_data"),
  answer(["models", 0, "technique"], "classification", answers.techniques),
  answer(["code", "custom"], "has_custom_code", answers.yesOrNo),
  links(["code", "uri"], "code_url"),
  answer(["acquisition"], "contracting_usage", answers.acquisitions),
  supplier("vendor_name"),
  label("agency", "agency"),
  label("agency-name", "agency_name"),
  label("bureau", "agency_bureau"),
  label("use-case-id", "id"),
];

function topic(from: Column): FieldRule<Column> {
  const plain = answer(["purpose", "topic"], from, answers.topics);
  return {
    ...plain,
    take: (reader, draft) => {
      const found = reader.found(from);
      // "Other" may be followed by the agency's own words for the topic.
      if (/^other\s*[-‐‑‒–—:]\s*\S/i.test(found)) {
        const words = cut(found, LONGEST_LABEL);
        draft.put(["purpose", "topic"], words, reader.source(from, words));
      } else plain.take(reader, draft);
    },
  };
}

function publicConsultation(from: Column): FieldRule<Column> {
  return {
    from,
    answers: answers.consultation,
    take: (reader, draft) => {
      const steps = reader.answers(from, answers.consultation);
      if (!steps) return;
      const consulted = joined(steps);
      if (consulted) putPractice(draft, ["practices", "publicConsultation"], consulted, reader, from);
      else contradiction(reader, from);
    },
  };
}

/**
 * Public consultation is answered by the steps taken; a step that is still under way keeps the practice under way.
 * @returns nothing where the answers contradict each other
 */
function joined(steps: readonly Practice[]): Practice | undefined {
  const [only] = steps;
  const standsAlone = ({ state }: Practice): boolean => state !== "done" && state !== "in-progress";
  if (steps.some(standsAlone)) return steps.length === 1 ? only : undefined;
  const taken = steps.flatMap(({ note }) => note ?? []);
  return {
    state: taken.length === steps.length ? "done" : "in-progress",
    ...(taken.length > 0 ? { note: taken.join("; ") } : {}),
  };
}

function demographicFeatures(from: Column): FieldRule<Column> {
  const list = answers.demographicFeatures;
  return {
    from,
    answers: list,
    take: (reader, draft) => {
      const features = reader.answers(from, list);
      if (!features) return;
      const named = features.filter((feature) => feature !== "none");
      if (named.length > 0 && named.length < features.length) contradiction(reader, from);
      else draft.put(["data", "demographicFeatures"], named, reader.source(from, named));
    },
  };
}

function supplier(from: Column): FieldRule<Column> {
  // Names are not split: "Accenture, LLP" and "IBM, Google" look alike.
  const name = text(["suppliers", 0, "name"], from);
  return {
    from,
    take: (reader, draft) => {
      if (reader.found(from).toLowerCase() === "none") draft.put(["suppliers"], [], reader.source(from, []));
      else name.take(reader, draft);
    },
  };
}

function label(name: string, from: Column): FieldRule<Column> {
  return {
    from,
    take: (reader, draft) => {
      const value = cut(reader.found(from), LONGEST_LABEL);
      if (value !== "") draft.put(["labels", name], value, reader.source(from, value));
    },
  };
}

function contradiction(reader: FieldReader, column: Column): void {
  const message = `The answers in ${column} contradict each other; the field is left blank.`;
  reader.report("contradictory-answers", "warning", message, column, reader.found(column));
}
