import type { Practice, PracticeState } from "../../generated/descriptor.js";
import { AnswerList, namedAnswers, type Answer } from "../kit/answers.js";

/*
 * The spellings of each answer, as the form and its data dictionary know them, and what the answer says in a descriptor. Spellings
 * that the data dictionary recodes to an answer which says something else ("Initiated" to Pilot, "Depends on data sources analyzed"
 * to No) are left out on purpose and so reported.
 */

const notApplicable = ["Not applicable", "N/A", "NA"];
const unknown = ["Unknown"];

const waivedSpellings = [
  "Agency CAIO has waived this minimum practice and reported such waiver to OMB",
  "CAIO Waived",
  "Waived",
  "Wavied",
];

/** Spellings that are answers of many columns, beside the usual words. */
export const commonSpellings: readonly string[] = waivedSpellings;

export const yesOrNo: AnswerList<string> = namedAnswers({ yes: ["Yes", "True"], no: ["No", "False"], unknown });

export const withheld: AnswerList<string> = namedAnswers({
  no: ["No"],
  "disclosure-risk": [
    "Yes - agency has determined that there's a risk to disclosure, such as a harm to an interest protected by a FOIA exemption",
    "Yes - Disclosure Risk",
  ],
  "prohibited-by-law": ["Yes - disclosure is prohibited by law", "Yes - Prohibited by Law"],
  other: ["Other"],
});

export const stages: AnswerList<string> = namedAnswers({
  development: [
    "Pre-deployment",
    "Pre-deployment - The use case is in a development or acquisition status",
    "Acquisition and/or Development",
  ],
  pilot: ["Pilot", "Pilot - The use case has been deployed in a limited test or pilot capacity"],
  deployed: [
    "Deployed",
    "Deployed - The use case is being actively authorized or utilized to support the functions or mission of an agency",
    "Operation and Maintenance",
  ],
  retired: [
    "Retired",
    "Retired - The use case was reported in the agency's prior year's inventory, but its development and/or use has since been discontinued",
  ],
  unknown,
});

export const highImpact: AnswerList<string> = namedAnswers({
  yes: ["High-impact", "Yes"],
  "presumed-but-not": [
    "Presumed high-impact, but determined not high impact",
    "Presumed high-impact but determined not high-impact",
    "Presumed High-Impact, but Not High-impact",
  ],
  no: ["Not High-impact", "No"],
  unknown,
});

export const topics: AnswerList<string> = namedAnswers({
  "Administrative Functions": ["Administrative Functions", "Admin Functions"],
  Cybersecurity: ["Cybersecurity"],
  "Emergency Management": ["Emergency Management", "Emergency Mgmt"],
  "Energy and the Environment": ["Energy and the Environment", "Energy and Environment"],
  "Government Benefits Processing": ["Government Benefits Processing", "Benefits Processing"],
  "Health and Medical": ["Health and Medical"],
  "Human Resources": ["Human Resources", "HR"],
  "Information Technology": ["Information Technology", "IT"],
  "International Affairs": ["International Affairs"],
  "Law Enforcement": ["Law Enforcement"],
  Other: ["Other"],
  "Procurement and Financial Management": ["Procurement and Financial Management", "Procurement and Finance Mgmt"],
  Science: ["Science"],
  "Service Delivery": ["Service Delivery"],
  Transportation: ["Transportation"],
});

export const techniques: AnswerList<string> = namedAnswers({
  "Agentic AI": [
    "Agentic AI",
    "Agentic AI: AI systems that perform tasks or make decisions autonomously with minimal human intervention",
  ],
  "Classical/Predictive Machine Learning": [
    "Classical/Predictive Machine Learning",
    "Classical/Predictive Machine Learning: Models trained on data to make predictions or classifications based on identified patterns or relationships",
    "Classical ML",
    "Machine Learning",
    "Machine Learning (Classification/Prediction)",
  ],
  "Computer Vision": [
    "Computer Vision",
    "Computer Vision: AI that processes and interprets visual data (e.g., images and videos)",
    "Computer Vision - AI that processes and interprets visual data (e.g.; images and videos)",
  ],
  "Generative AI": [
    "Generative AI",
    "Generative AI: AI that generates new or synthetic content (e.g., images, videos, audio, text, code)",
    "Gen AI",
    "GenAI",
  ],
  "Natural Language Processing": [
    "Natural Language Processing",
    "Natural Language Processing: AI that processes, interprets, and shares information in human language",
    "Natural Language Processing (NLP)",
    "NLP",
  ],
  "Reinforcement Learning": [
    "Reinforcement Learning",
    "Reinforcement Learning: AI trained through trial and error using rewards and penalties to optimize decision-making policies",
  ],
  Other: ["Other"],
});

export const acquisitions: AnswerList<string> = namedAnswers({
  purchased: [
    "Purchased from a vendor",
    "Vendor Purchased",
    "Vendor",
    "Developed with contracting resources",
    "Exclusively developed with contract/external resources",
  ],
  "in-house": [
    "Developed in-house",
    "In-house Development",
    "In-house",
    "No contract/external resources used in development",
  ],
  mixed: [
    "Developed with both contracting and in-house resources",
    "Developed with a combination of in-house and contract/external resources",
    "Contracting and In House",
    "In house and contractor",
    "Both, the AI was developed by a vendor but it was substantially customized in-house or by a contractor",
  ],
  unknown,
});

export const demographicFeatures: AnswerList<string> = namedAnswers({
  "Race/Ethnicity": ["Race/Ethnicity", "Race / Ethnicity", "Race", "Ethnicity"],
  Sex: ["Sex", "Sex/Gender"],
  Age: ["Age"],
  "Religious Affiliation": ["Religious Affiliation"],
  "Socioeconomic Status": ["Socioeconomic Status"],
  "Ability Status": ["Ability Status"],
  "Residency Status": ["Residency Status"],
  "Marital Status": ["Marital Status"],
  Income: ["Income"],
  "Employment Status": ["Employment Status"],
  none: ["None of the above", "None", ...notApplicable],
  Other: ["Other"],
});

/** An answer about a practice that says no more than its state. */
function practice(state: PracticeState, ...spelled: readonly string[]): Answer<Practice> {
  return { says: { state }, spelled };
}

/** A step of consultation, which the descriptor names. */
function step(note: string, ...spelled: readonly string[]): Answer<Practice> {
  return { says: { state: "done", note }, spelled: [note, ...spelled] };
}

const inProgress = practice("in-progress", "In-progress");
const skipped = practice("not-applicable", ...notApplicable);

/** The form offers no "No" for practices; where it is written all the same it says one thing only. */
const notDone: readonly Answer<Practice>[] = [
  {
    // A waiver lifts the duty and does not do the work; whether it counts is for the gate to say.
    says: {
      state: "not-done",
      note: "The agency's chief AI officer waived this practice and reported the waiver to OMB.",
    },
    spelled: waivedSpellings,
  },
  practice("not-done", "No"),
  practice("unknown", ...unknown),
];

export const authorization: AnswerList<Practice> = new AnswerList<Practice>([
  practice("done", "Yes", "True"),
  practice("not-done", "No", "False"),
  practice("unknown", ...unknown),
  {
    says: { state: "done", note: "Authorization of the vendor, or FedRAMP." },
    spelled: ["Use vendor's ATO or FedRAMP authorization"],
  },
  practice("in-progress", "In-progress - ATO process underway"),
]);

/** Testing and the impact assessment. */
export const doneOrNot: AnswerList<Practice> = new AnswerList<Practice>([
  practice("done", "Yes"),
  inProgress,
  ...notDone,
]);

export const independentReview: AnswerList<Practice> = new AnswerList<Practice>([
  inProgress,
  ...notDone,
  {
    says: { state: "done", by: "Another office or reviewer of the agency" },
    spelled: [
      "Yes - by another appropriate agency office or reviewer not directly involved in the AI's development",
      "Internal Independent Review",
    ],
  },
  {
    says: { state: "done", by: "AI oversight board of the agency" },
    spelled: [
      "Yes - by an agency AI oversight board not directly involved in the AI's development",
      "Oversight Board Review",
    ],
  },
  { says: { state: "done", by: "Chief AI officer of the agency" }, spelled: ["Yes - by the CAIO", "CAIO Review"] },
]);

export const monitoring: AnswerList<Practice> = new AnswerList<Practice>([
  practice("done", "Yes, sufficient monitoring protocols have been established", "Yes - Monitoring Established", "Yes"),
  practice(
    "in-progress",
    "Development of monitoring protocols is in-progress",
    "Development of monitoring protocols is in-progess",
    ...inProgress.spelled,
  ),
  ...notDone,
]);

export const training: AnswerList<Practice> = new AnswerList<Practice>([
  practice("done", "Yes, sufficient and periodic training has been established", "Training Established", "Yes"),
  practice(
    "in-progress",
    "Establishment of sufficient and periodic training is in-progress",
    "Training In-progress",
    ...inProgress.spelled,
  ),
  ...notDone,
]);

export const failsafe: AnswerList<Practice> = new AnswerList<Practice>([
  practice("done", "Yes"),
  inProgress,
  skipped,
  ...notDone,
]);

export const appeals: AnswerList<Practice> = new AnswerList<Practice>([
  practice("done", "Yes, an appropriate appeal process has been established", "Appeal Process Established", "Yes"),
  practice(
    "in-progress",
    "Establishment of an appropriate appeal process is in-progress",
    "Appeal Process In-progress",
    ...inProgress.spelled,
  ),
  skipped,
  {
    says: {
      state: "not-applicable",
      note: "Law, operational limits or government-wide guidance rule out an appeal.",
    },
    spelled: [
      "Law, operational limitations, or governmentwide guidance precludes an opportunity for an individual to appeal",
      "Appeal Precluded by Law",
      "Precluded",
    ],
  },
  ...notDone,
]);

/** Steps taken, of which there may be several; the others stand alone. */
export const consultation: AnswerList<Practice> = new AnswerList<Practice>([
  step("Direct usability testing", "Usability Testing"),
  step(
    "General solicitations of feedback and comments from the public",
    "General solicitations of comments from the public",
    "Public Feedback Solicitations",
  ),
  step("Public hearings or meetings", "Public Hearings"),
  step("Other"),
  inProgress,
  ...notDone,
]);
