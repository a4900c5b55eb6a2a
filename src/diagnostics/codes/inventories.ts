import type { PlainEntries } from "./code-entry.js";

/** Inventories in CSV and what is odd in their records. */
export const inventoryCodes: PlainEntries = {
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
  "duplicate-column": {
    title: "A column that stands twice",
    meaning: "Two columns of the header have one name, so it is unclear which one holds the value.",
    fix: "Remove or rename one of them.",
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
    fix: "Nothing to do: the descriptors have ids of their own.",
  },
  "impossible-date": {
    title: "A date that does not exist",
    meaning: "The text is no date in the order month/day/year, or its year is out of range; the field is left blank.",
    fix: "Correct the date at its source.",
  },
  "leftover-file": {
    title: "A file of an earlier import",
    meaning: "An earlier import wrote the file and this one did not: its systems are still part of the workspace.",
    fix: "Remove the file if its systems are gone.",
  },
  "missing-agency": {
    title: "A record without an agency",
    meaning: "The record does not say which agency it belongs to.",
    fix: "Complete the record at its source.",
  },
  "missing-column": {
    title: "A column that is missing",
    meaning: "The header lacks a column that the format has, so the file is another format or an older edition.",
    fix: "Correct the header, or name the right format.",
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
    title: "In use since an unknown day",
    meaning: "The system is in use, and its first day is not recorded.",
    fix: "Complete the record at its source.",
  },
  "missing-stage": {
    title: "A record without a stage",
    meaning: "The record does not say whether the system is an idea, in development, in use or retired.",
    fix: "Complete the record at its source.",
  },
  "no-records": {
    title: "A header without records",
    meaning: "The file has a header and nothing below it.",
    fix: "Export the inventory again.",
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
    title: "An id that is none",
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
  "record-too-large": {
    title: "A record that is too large",
    meaning: "A record goes on beyond all bounds: usually a quote was opened and not closed.",
    fix: "Close the quote.",
  },
  "repeated-id": {
    title: "An id that stands twice",
    meaning: "One agency uses an id for two records; the second descriptor is given another one.",
    fix: "Give each record an id of its own at its source.",
  },
  "repeated-name": {
    title: "A name that stands twice",
    meaning: "Two records without an id have one name in one bureau; they may be the same system.",
    fix: "Give each an id at its source, or remove one.",
  },
  "repeated-record": {
    title: "A record that stands twice",
    meaning: "Two records are the same in every cell; both are counted.",
    fix: "Remove one at its source.",
  },
  "stray-carriage-return": {
    title: "A carriage return on its own",
    meaning: "A carriage return stands without a line feed behind it, so it is unclear where the record ends.",
    fix: "Save the file with the line ends of Unix or Windows.",
  },
  "stray-quote": {
    title: "Text behind a closing quote",
    meaning: "A cell goes on after its closing quote, or a quote stands inside a cell without quotes.",
    fix: "Put the whole cell in quotes, and double the quotes inside it.",
    example: '5" screen  ->  "5"" screen"',
  },
  "text-cut": {
    title: "A text that was cut off",
    meaning: "The text is longer than a descriptor can hold.",
    fix: "Shorten it at its source.",
  },
  "too-few-fields": {
    title: "A record with too few cells",
    meaning: "The record has fewer cells than the header: a quote is not closed, or the file is cut off.",
    fix: "Add the missing cells, close the quote, or get the file again.",
  },
  "too-many-columns": {
    title: "A header with too many columns",
    meaning: "The first line has more cells than any inventory has columns.",
    fix: "Check that the header is the first line.",
  },
  "too-many-fields": {
    title: "A record with too many cells",
    meaning: "The record has more cells than the header: usually a cell holds a comma and is not in quotes.",
    fix: "Put the cell in quotes.",
  },
  "unclosed-quote": {
    title: "A quote that is not closed",
    meaning: "The file ends inside a cell in quotes.",
    fix: "Close the quote, or get the file again if it is cut off.",
  },
  "unexpected-column": {
    title: "An unknown column",
    meaning: "The format does not have the column; it is not read.",
    fix: "Nothing to do unless the column matters.",
  },
  "unknown-format": {
    title: "An unknown inventory format",
    meaning: "The format named on the command line is none that aims imports.",
    fix: "Name one that the message lists.",
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
  "wrong-separator": {
    title: "Cells without commas",
    meaning: "The cells of the header seem to be separated by something else than a comma.",
    fix: "Save the file with commas between the cells.",
  },
};
