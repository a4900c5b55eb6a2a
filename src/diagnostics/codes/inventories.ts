import type { CodeDoc } from "./code-entry.js";

/** The oddities of a record of an inventory. */
export type InventoryCode =
  | "ambiguous-date"
  | "contradictory-answers"
  | "deployed-without-ato"
  | "high-impact-practice-blank"
  | "id-of-other-agency"
  | "impossible-date"
  | "missing-agency"
  | "missing-id"
  | "missing-name"
  | "missing-operational-date"
  | "missing-stage"
  | "not-a-link"
  | "pii-without-pia-link"
  | "placeholder-id"
  | "placeholder-text"
  | "practices-without-high-impact"
  | "presumed-without-justification"
  | "repeated-id"
  | "repeated-name"
  | "repeated-record"
  | "text-cut"
  | "unreadable-answer"
  | "unreadable-date"
  | "unreadable-list"
  | "value-in-wrong-column";

/** Inventories and what is odd in their records. */
export const inventoryCodes: Readonly<Record<InventoryCode, CodeDoc>> = {
  "ambiguous-date": {
    title: "A date that can be read in two ways",
    meaning: "The text names a month with two more digits, which can be a day or a year; it is read as a year.",
    fix: "Write the date in full.",
  },
  "contradictory-answers": {
    title: "Answers that contradict each other",
    meaning: "A list holds answers that cannot both be true, so the field is left blank.",
    fix: "Correct the answers at their source.",
  },
  "deployed-without-ato": {
    title: "Deployed without authorization",
    meaning: "The record says that the system is deployed and has no authorization to operate.",
    fix: "Correct the record, or have the system authorized.",
  },
  "high-impact-practice-blank": {
    title: "Nothing recorded for a practice",
    meaning:
      "The system is high-impact and deployed, and nothing is recorded for some of the practices that this asks for.",
    fix: "Record what was done, also when it is nothing.",
  },
  "id-of-other-agency": {
    title: "An id that another agency uses",
    meaning: "Ids are unique within an agency only; this one is used by two.",
    fix: "Leave it as it is: the descriptors have ids of their own.",
  },
  "impossible-date": {
    title: "A date that does not exist",
    meaning:
      "The text is not a date in the order month/day/year, or its year is out of range; the field is left blank.",
    fix: "Correct the date at its source.",
  },
  "missing-agency": {
    title: "A record without an agency",
    meaning: "The record does not say which agency it belongs to.",
    fix: "Complete the record at its source.",
  },
  "missing-id": {
    title: "A record without an id",
    meaning: "The record has no id; the descriptor is given one that is made from its name.",
    fix: "Give the record an id at its source, so that it keeps its identity when its name changes.",
  },
  "missing-name": {
    title: "A record without a name",
    meaning: "The record does not say what the system is called.",
    fix: "Complete the record at its source.",
  },
  "missing-operational-date": {
    title: "In use, without a first day",
    meaning: "The system is in use, and its first day is not recorded.",
    fix: "Complete the record at its source.",
  },
  "missing-stage": {
    title: "A record without a stage",
    meaning: "The record does not say whether the system is an idea, in development, in use or retired.",
    fix: "Complete the record at its source.",
  },
  "not-a-link": {
    title: "Words in place of a link",
    meaning: "The column asks for a link and holds words; the field is left blank.",
    fix: "Write the address, or leave the cell empty.",
  },
  "pii-without-pia-link": {
    title: "Personal data without a privacy assessment",
    meaning: "The system involves personal data, and no link to a privacy impact assessment is given.",
    fix: "Add the link at its source.",
  },
  "placeholder-id": {
    title: "A placeholder in place of an id",
    meaning: "The cell says that there is no id yet; the descriptor is given one that is made from its name.",
    fix: "Give the record an id at its source.",
  },
  "placeholder-text": {
    title: "Words that only fill a cell",
    meaning: "The text says nothing (such as not available); the field is left blank.",
    fix: "Leave the cell empty, or write what is known.",
  },
  "practices-without-high-impact": {
    title: "Practices for a system that is not high-impact",
    meaning:
      "Practices that only high-impact systems need are filled in for one that is not; perhaps its classification is wrong.",
    fix: "Check the classification.",
  },
  "presumed-without-justification": {
    title: "Not high-impact, without a reason",
    meaning: "The system is presumed high-impact and determined not to be, and no justification is given.",
    fix: "Record the justification.",
  },
  "repeated-id": {
    title: "A repeated id",
    meaning: "One agency uses an id for two records; the second descriptor is given another one.",
    fix: "Give each record an id of its own at its source.",
  },
  "repeated-name": {
    title: "A repeated name",
    meaning: "Two records without an id have one name in one bureau; they may be the same system.",
    fix: "Give each an id at its source, or remove one.",
  },
  "repeated-record": {
    title: "A repeated record",
    meaning: "Two records are the same in every cell; both are counted.",
    fix: "Remove one at its source.",
  },
  "text-cut": {
    title: "A text that was cut off",
    meaning: "The text is longer than a descriptor can hold.",
    fix: "Shorten it at its source.",
  },
  "unreadable-answer": {
    title: "An answer that is not understood",
    meaning: "The text is none of the answers that the column takes; the field is left blank.",
    fix: "Write one of the answers of the data dictionary.",
  },
  "unreadable-date": {
    title: "A date that is not understood",
    meaning: "The text cannot be read as a date; the field is left blank.",
    fix: "Write the date as month/day/year.",
  },
  "unreadable-list": {
    title: "A list that is not understood",
    meaning: "The cell begins like a list and cannot be read as one; the field is left blank.",
    fix: "Correct brackets and quotes of the list.",
  },
  "value-in-wrong-column": {
    title: "An answer of another column",
    meaning: "The text is an answer, but of another column; the cells of the record have probably moved.",
    fix: "Put each answer into its column.",
  },
};
