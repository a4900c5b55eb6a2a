import type { PlainEntries } from "./code-entry.js";

const nowhere = (what: string): string =>
  `A reference names ${what} that neither the document nor what it imports declares. Where an import is not at hand, nothing is said.`;

/** Reference rules of aims; each can be switched off by its id. */
export const referenceCodes: PlainEntries = {
  "duplicate-uuid": {
    title: "A uuid that is declared twice",
    meaning:
      "Two objects of a document have one uuid, so that references to it are ambiguous. Usually one was copied from the other.",
    fix: "Give one of the two a uuid of its own.",
  },
  "mapping-reference": {
    title: "A mapping of what is not there",
    meaning:
      "An entry of a map names a control or statement that the catalog or profile on its side of the mapping does not have.",
    fix: "Correct the id-ref, or name the right resource.",
  },
  "reference-activity": {
    title: "A reference to an activity that is not there",
    meaning: nowhere("an activity"),
    fix: "Correct the activity-uuid, or add the activity to the local definitions of the plan.",
  },
  "reference-actor": {
    title: "A reference to an actor that is not there",
    meaning: nowhere("an actor (a tool, an assessment platform or a party)"),
    fix: "Correct the actor-uuid or its type, or add what it names.",
  },
  "reference-component": {
    title: "A reference to a component that is not there",
    meaning: nowhere("a component"),
    fix: "Correct the component-uuid, or add the component.",
  },
  "reference-control": {
    title: "A reference to a control that is not there",
    meaning: nowhere("a control"),
    fix: "Correct the control's id.",
  },
  "reference-file": {
    title: "A path to a file that is not there",
    meaning: "A relative href leads to no file. Absolute addresses are not followed.",
    fix: "Correct the path, which is relative to the document, or add the file.",
  },
  "reference-finding": {
    title: "A reference to a finding that is not there",
    meaning: nowhere("a finding"),
    fix: "Correct the finding-uuid, or add the finding.",
  },
  "reference-import": {
    title: "An import that leads nowhere",
    meaning: "Following imports, the named file is not among the documents, or holds another model than is meant.",
    fix: "Correct the path, or add the file.",
  },
  "reference-link": {
    title: "A link to an id that is not there",
    meaning: "A link points at something inside the document (#id) that nothing has as its id.",
    fix: "Correct the link, or add what it points at.",
  },
  "reference-location": {
    title: "A reference to a location that is not there",
    meaning: "A location-uuid names no location of the document's own metadata.",
    fix: "Correct the uuid, or add the location to the metadata.",
  },
  "reference-not-read": {
    title: "An import that was not read",
    meaning:
      "Following imports, a file lies outside the folders that may be read (a warning), or an import has an absolute address (only said). Nothing is known to be wrong, but what the import declares was not looked up.",
    fix: "Start aims in a folder that holds both, name the file or its folder too, or import a copy by a relative path.",
  },
  "reference-observation": {
    title: "A reference to an observation that is not there",
    meaning: nowhere("an observation"),
    fix: "Correct the observation-uuid, or add the observation.",
  },
  "reference-parameter": {
    title: "A reference to a parameter that is not there",
    meaning: nowhere("a parameter"),
    fix: "Correct the param-id.",
  },
  "reference-part": {
    title: "An alteration of what is not there",
    meaning: nowhere("a part, parameter, control or group (by-id)"),
    fix: "Correct the by-id.",
  },
  "reference-party": {
    title: "A reference to a party that is not there",
    meaning: "A party-uuid names no party of the document's own metadata.",
    fix: "Correct the uuid, or add the party to the metadata.",
  },
  "reference-resource": {
    title: "A reference to a resource that is not there",
    meaning: "A link or import names a resource of the back matter (#uuid), and the back matter has none of that uuid.",
    fix: "Correct the uuid, or add the resource.",
  },
  "reference-responsibility": {
    title: "A responsibility for what is not provided",
    meaning: "A responsibility names a provided-uuid that the document's own exports do not have.",
    fix: "Correct the provided-uuid.",
  },
  "reference-risk": {
    title: "A reference to a risk or response that is not there",
    meaning: nowhere("a risk, or a response to one,"),
    fix: "Correct the uuid, or add the risk.",
  },
  "reference-role": {
    title: "A reference to a role that is not there",
    meaning: "A role-id names no role of the document's own metadata.",
    fix: "Correct the id, or add the role to the metadata.",
  },
  "reference-statement": {
    title: "A reference to a statement or objective that is not there",
    meaning: nowhere("a statement, an objective or its implementation"),
    fix: "Correct the id; a statement's id is that of a part of the control.",
    example: '"statement-id": "ac-2_smt.a"',
  },
  "reference-subject": {
    title: "A reference to a subject that is not there",
    meaning: nowhere("a subject (a component, inventory item, user, party, location or resource)"),
    fix: "Correct the subject-uuid or its type, or add what it names.",
  },
  "reference-task": {
    title: "A reference to a task that is not there",
    meaning: nowhere("a task"),
    fix: "Correct the task-uuid, or add the task.",
  },
};
