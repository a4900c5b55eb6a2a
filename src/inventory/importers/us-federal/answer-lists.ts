import type { AnswerColumn, AnswerNames } from "./columns.js";

const inProgress = ["In-progress"];
const notApplicable = ["Not applicable", "N/A", "NA"];
const waived = [
  "Agency CAIO has waived this minimum practice and reported such waiver to OMB",
  "CAIO Waived",
  "Waived",
  "Wavied",
];
const unknown = ["Unknown"];
const practice = { "in-progress": inProgress, waived, no: ["No"], unknown };
const yesOrNo = { yes: ["Yes", "True"], no: ["No", "False"], unknown };

/**
 * The spellings of each answer, as the form and its data dictionary know them. Compared are words: case, kind of dash and quote, blanks and the letter in front ("a) ") do not
 * count. Spellings that the data dictionary recodes to an answer which says something else ("Initiated" to Pilot, "Depends on data
 * sources analyzed" to No) are left out on purpose and so reported.
 */
export const answerLists: {
  readonly [Name in AnswerColumn]: Readonly<Record<AnswerNames[Name], readonly string[]>>;
} = {
  is_withheld: {
    no: ["No"],
    "disclosure-risk": [
      "Yes - agency has determined that there's a risk to disclosure, such as a harm to an interest protected by a FOIA exemption",
      "Yes - Disclosure Risk",
    ],
    "prohibited-by-law": ["Yes - disclosure is prohibited by law", "Yes - Prohibited by Law"],
    other: ["Other"],
  },
  development_stage: {
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
  },
  is_high_impact: {
    yes: ["High-impact", "Yes"],
    "presumed-but-not": [
      "Presumed high-impact, but determined not high impact",
      "Presumed high-impact but determined not high-impact",
      "Presumed High-Impact, but Not High-impact",
    ],
    no: ["Not High-impact", "No"],
    unknown,
  },
  topic_area: {
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
  },
  classification: {
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
  },
  contracting_usage: {
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
  },
  have_ato: {
    ...yesOrNo,
    "vendor's": ["Use vendor's ATO or FedRAMP authorization"],
    "in-progress": ["In-progress - ATO process underway"],
  },
  has_pii: yesOrNo,
  has_custom_code: yesOrNo,
  demographic_features: {
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
  },
  hi_testing_conducted: { ...practice, yes: ["Yes"] },
  hi_assessment_completed: { ...practice, yes: ["Yes"] },
  hi_independent_review: {
    ...practice,
    office: [
      "Yes - by another appropriate agency office or reviewer not directly involved in the AI's development",
      "Internal Independent Review",
    ],
    board: [
      "Yes - by an agency AI oversight board not directly involved in the AI's development",
      "Oversight Board Review",
    ],
    caio: ["Yes - by the CAIO", "CAIO Review"],
  },
  hi_ongoing_monitoring: {
    ...practice,
    yes: ["Yes, sufficient monitoring protocols have been established", "Yes - Monitoring Established", "Yes"],
    "in-progress": [
      "Development of monitoring protocols is in-progress",
      "Development of monitoring protocols is in-progess",
      ...inProgress,
    ],
  },
  hi_training_established: {
    ...practice,
    yes: ["Yes, sufficient and periodic training has been established", "Training Established", "Yes"],
    "in-progress": [
      "Establishment of sufficient and periodic training is in-progress",
      "Training In-progress",
      ...inProgress,
    ],
  },
  hi_failsafe_presence: { ...practice, yes: ["Yes"], "not-applicable": notApplicable },
  hi_appeal_process: {
    ...practice,
    yes: ["Yes, an appropriate appeal process has been established", "Appeal Process Established", "Yes"],
    "in-progress": [
      "Establishment of an appropriate appeal process is in-progress",
      "Appeal Process In-progress",
      ...inProgress,
    ],
    "not-applicable": notApplicable,
    precluded: [
      "Law, operational limitations, or governmentwide guidance precludes an opportunity for an individual to appeal",
      "Appeal Precluded by Law",
      "Precluded",
    ],
  },
  hi_public_consultation: {
    ...practice,
    "Direct usability testing": ["Direct usability testing", "Usability Testing"],
    "General solicitations of feedback and comments from the public": [
      "General solicitations of feedback and comments from the public",
      "General solicitations of comments from the public",
      "Public Feedback Solicitations",
    ],
    "Public hearings or meetings": ["Public hearings or meetings", "Public Hearings"],
    Other: ["Other"],
  },
};
