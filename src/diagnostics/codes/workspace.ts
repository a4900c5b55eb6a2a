import type { PlainEntries } from "./code-entry.js";

/** A workspace: its folder, aims.yaml and descriptors. */
export const workspaceCodes: PlainEntries = {
  "duplicate-evidence": {
    title: "An evidence id that stands twice",
    meaning: "Two records of a descriptor have one id, so a reference to it is ambiguous.",
    fix: "Give each record an id of its own.",
  },
  "duplicate-id": {
    title: "An id that stands twice",
    meaning: "Two descriptors of the workspace have one id; results are filed under it.",
    fix: "Give each descriptor an id of its own.",
  },
  "evidence-changed": {
    title: "An evidence file that has changed",
    meaning: "The file does not have the SHA-256 that the record names: it was changed after it was recorded.",
    fix: "Check the file, and record its new hash if the change is right.",
  },
  "evidence-missing": {
    title: "An evidence file that is not there",
    meaning: "The record names a file that does not exist, so nobody can look at the evidence.",
    fix: "Correct the path, which is relative to the descriptor, or add the file.",
  },
  "kind-out-of-place": {
    title: "A descriptor of another kind",
    meaning:
      "Here a descriptor of another kind is expected: organization.yaml describes the organization, systems/ the systems.",
    fix: "Move the file, or correct its kind.",
  },
  "no-organization": {
    title: "No descriptor of the organization",
    meaning: "Rules about the organization cannot be assessed, and the OSCAL documents will not name it.",
    fix: "Write organization.yaml.",
    example: "kind: organization\nid: example-bank\nname: Example Bank",
  },
  "no-systems": {
    title: "No system to assess",
    meaning: "No file matches the patterns for descriptors of systems: nothing would be assessed, which is not a pass.",
    fix: "Correct the pattern, which starts from the workspace's folder, or write a descriptor into systems/.",
  },
  "no-workspace": {
    title: "No such workspace",
    meaning: "The folder that is to hold organization.yaml and systems/ does not exist.",
    fix: "Correct the path.",
  },
  "pattern-without-match": {
    title: "A pattern that matches nothing",
    meaning: "One of several --systems matches no file; going on would assess less than was asked for.",
    fix: "Correct the pattern, or leave it out.",
  },
  "supersedes-itself": {
    title: "Evidence that supersedes itself",
    meaning: "A record names itself as the record that it replaces.",
    fix: "Name the record that it replaces, or leave the property out.",
  },
  "unknown-evidence": {
    title: "A reference to evidence that is not there",
    meaning: "A statement names an evidence record that the descriptor does not have.",
    fix: "Add the record under evidence, or correct the reference.",
  },
  "unknown-kind": {
    title: "An unknown kind of descriptor",
    meaning: "The property kind says what a document describes: a system or the organization.",
    fix: "Write kind: system or kind: organization.",
  },
};
