import type { CsvLayout } from "../../../source/csv.js";

const consolidated = "Name the consolidated CSV of individually reported use cases of 2025";

/** Layouts of the federal inventories that are not the consolidated one of 2025, by columns that tell them from one another. */
export const otherLayouts: readonly CsvLayout[] = [
  {
    name: "the consolidated inventory of 2024 (Executive Order 13960, OMB M-24-10)",
    columns: [
      "Use Case Name",
      "Agency",
      "Agency Abbreviation",
      "Bureau",
      "Use Case Topic Area",
      "Stage of Development",
      "Is the AI use case rights-impacting, safety-impacting, both, or neither?",
      "Date Initiated",
      "Date Implemented",
      "Date Retired",
      "Has your agency requested an extension to implement the minimum risk management practices for this AI use case?",
    ],
    fix: `${consolidated}; the inventory of 2024 asks other questions, and no importer reads it.`,
  },
  {
    name: "a consolidated inventory of 2023 or before (Executive Order 13960)",
    columns: [
      ...["Use_Case_ID", "Department", "Agency", "Office", "Title", "Summary"],
      ...["Development_Stage", "Lifecycle", "Techniques", "Source_Code", "Contact Name", "Contact Email"],
    ],
    fix: `${consolidated}; inventories before it hold hardly more than a title and a summary, and no importer reads them.`,
  },
  {
    name: "an agency's own form for 2025 (OMB M-25-21), with the questions as its columns",
    columns: [
      "Use Case ID",
      "Use Case Name",
      "Bureau/Component",
      "Email Address",
      "Should this AI use case be withheld from public reporting?",
      "Stage of Development",
      "Is the AI use case high-impact?",
      "Use Case Topic Area",
      "AI Classification",
      "What problem is the AI intended to solve?",
      "Vendor(s) Name",
      "System(s) Name",
    ],
    fix: `${consolidated}, or give the columns the short names that it has (agency, id, use_case_name, ...), in whatever order.`,
  },
  {
    name: "the inventory of commercial products (COTS) of 2025",
    columns: [
      "Agency",
      "AI Use Case",
      "Agency Use (Y/N)?",
      "Name of Commercial Product or Service Used",
      "Estimated # of Licenses/Users",
    ],
    fix: `${consolidated}; the list of commercial products says nothing of single systems, and no importer reads it.`,
  },
];
