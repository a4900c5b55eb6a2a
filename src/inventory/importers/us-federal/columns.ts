/** The columns of the consolidated inventory of 2025, in the order of the file. */
export const columns = [
  "agency",
  "agency_name",
  "id",
  "use_case_name",
  "agency_bureau",
  "contact_email",
  "is_withheld",
  "development_stage",
  "is_high_impact",
  "HI_justification",
  "topic_area",
  "classification",
  "problem_solved",
  "benefits",
  "system_outputs",
  "operational_date",
  "contracting_usage",
  "vendor_name",
  "have_ato",
  "system_name_ato",
  "data_description",
  "link_to_data",
  "has_pii",
  "pia_url",
  "demographic_features",
  "has_custom_code",
  "code_url",
  "hi_testing_conducted",
  "hi_assessment_completed",
  "hi_potential_impacts",
  "hi_independent_review",
  "hi_ongoing_monitoring",
  "hi_training_established",
  "hi_failsafe_presence",
  "hi_appeal_process",
  "hi_public_consultation",
] as const;

export type Column = (typeof columns)[number];

/** The nine practices that OMB M-25-21 asks of high-impact use cases. */
export const practiceColumns: readonly Column[] = [
  "hi_testing_conducted",
  "hi_assessment_completed",
  "hi_potential_impacts",
  "hi_independent_review",
  "hi_ongoing_monitoring",
  "hi_training_established",
  "hi_failsafe_presence",
  "hi_appeal_process",
  "hi_public_consultation",
];

type YesOrNo = "yes" | "no" | "unknown";
// The form offers no "No" for practices; where it is written all the same it says one thing only.
type PracticeBasics = "in-progress" | "waived" | "no" | "unknown";

/** The answers of each column that has a list of them, by the short name used here. */
export interface AnswerNames {
  is_withheld: "no" | "disclosure-risk" | "prohibited-by-law" | "other";
  development_stage: "development" | "pilot" | "deployed" | "retired" | "unknown";
  is_high_impact: "yes" | "presumed-but-not" | "no" | "unknown";
  topic_area:
    | "Administrative Functions"
    | "Cybersecurity"
    | "Emergency Management"
    | "Energy and the Environment"
    | "Government Benefits Processing"
    | "Health and Medical"
    | "Human Resources"
    | "Information Technology"
    | "International Affairs"
    | "Law Enforcement"
    | "Other"
    | "Procurement and Financial Management"
    | "Science"
    | "Service Delivery"
    | "Transportation";
  classification:
    | "Agentic AI"
    | "Classical/Predictive Machine Learning"
    | "Computer Vision"
    | "Generative AI"
    | "Natural Language Processing"
    | "Reinforcement Learning"
    | "Other";
  contracting_usage: "purchased" | "in-house" | "mixed" | "unknown";
  have_ato: YesOrNo | "vendor's" | "in-progress";
  has_pii: YesOrNo;
  has_custom_code: YesOrNo;
  demographic_features:
    | "Race/Ethnicity"
    | "Sex"
    | "Age"
    | "Religious Affiliation"
    | "Socioeconomic Status"
    | "Ability Status"
    | "Residency Status"
    | "Marital Status"
    | "Income"
    | "Employment Status"
    | "none"
    | "Other";
  hi_testing_conducted: PracticeBasics | "yes";
  hi_assessment_completed: PracticeBasics | "yes";
  hi_independent_review: PracticeBasics | "office" | "board" | "caio";
  hi_ongoing_monitoring: PracticeBasics | "yes";
  hi_training_established: PracticeBasics | "yes";
  hi_failsafe_presence: PracticeBasics | "yes" | "not-applicable";
  hi_appeal_process: PracticeBasics | "yes" | "not-applicable" | "precluded";
  hi_public_consultation:
    | PracticeBasics
    | "Direct usability testing"
    | "General solicitations of feedback and comments from the public"
    | "Public hearings or meetings"
    | "Other";
}

export type AnswerColumn = keyof AnswerNames;

/** The short names of a column's answers; of several columns, those of any of them. */
export type AnswerOf<Name extends AnswerColumn> = AnswerNames[Name];
