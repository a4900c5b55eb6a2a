import type { PlainEntries } from "./code-entry.js";

/** Profiles and their resolution. */
export const profileCodes: PlainEntries = {
  "import-not-local": {
    title: "An import that is not a file beside the profile",
    meaning: "Assessing reads files of the workspace only; nothing is fetched from a network.",
    fix: "Import a file by its path relative to the profile.",
  },
  "profile-add-by-id-control": {
    title: "An addition to the control by its own id",
    meaning: "The by-id of an add means something inside the control, and names the control itself; nothing is added.",
    fix: "Leave by-id out to add to the control.",
  },
  "profile-add-duplicate-id": {
    title: "An addition with an id that is taken",
    meaning: "The control already holds something with this id, so that the id would mean two things.",
    fix: "Remove the other one in the same alter, or give this one an id of its own.",
  },
  "profile-add-misplaced": {
    title: "An addition where it cannot stand",
    meaning: "What is added is of a kind that the place cannot hold.",
    fix: "Add it to the control itself, or to something that can hold it.",
  },
  "profile-add-nothing": {
    title: "An addition of nothing",
    meaning: "The add has no title, params, props, links or parts.",
    fix: "Give it something to add, or remove it.",
  },
  "profile-add-unmatched": {
    title: "An addition to what is not there",
    meaning: "Nothing in the control has the id that by-id names; nothing is added.",
    fix: "Correct the by-id.",
  },
  "profile-alter-unknown-control": {
    title: "An alteration of a control that is not selected",
    meaning: "The profile alters a control that none of its imports selects.",
    fix: "Select the control, or remove the alteration.",
  },
  "profile-as-is-false": {
    title: "A merge that is not defined",
    meaning: "OSCAL does not say what as-is with the value false means; the controls are listed flat.",
    fix: 'Write "flat" for a flat list, or "as-is": true to keep the groups.',
  },
  "profile-combine-merge": {
    title: "A method of combining that is given up",
    meaning: "OSCAL has given up the method merge, and nothing says what it does; controls with one id are all kept.",
    fix: 'Write "use-first" to have each control once, or "keep".',
  },
  "profile-control-altered-twice": {
    title: "A control that is altered twice",
    meaning: "Two alters of the profile are about one control; the later one comes on top of the earlier.",
    fix: "Put both into one alter.",
  },
  "profile-control-inserted-twice": {
    title: "A control that is inserted twice",
    meaning: "The custom structure inserts a control in two places, so that its id means several controls.",
    fix: "Leave it out of one of the two with exclude-controls.",
  },
  "profile-duplicate-control": {
    title: "A control that is selected twice",
    meaning: "Two imports select one control, and both are kept, so that its id means several controls.",
    fix: 'Select it once, or combine with "use-first".',
  },
  "profile-exclude-unused": {
    title: "An exclusion without effect",
    meaning: "The profile excludes a control that it did not include.",
    fix: "Leave the exclusion out, or correct the id.",
  },
  "profile-group-clash": {
    title: "Two groups with one id",
    meaning: "Two imports bring different groups with the same id.",
    fix: "Import from one of them only, or arrange the controls with custom.",
  },
  "profile-group-title": {
    title: "A group with two titles",
    meaning: "The custom structure gives a group another title than the imported group of that id has.",
    fix: "Give the same title, or the group another id.",
  },
  "profile-import-cycle": {
    title: "A profile that imports itself",
    meaning: "The imports lead back to the profile, so they would never end.",
    fix: "Remove one of the imports of the circle.",
  },
  "profile-import-not-a-catalog": {
    title: "An import of another model",
    meaning: "A profile imports catalogs and profiles; this document is of another model.",
    fix: "Import a catalog or a profile.",
  },
  "profile-import-too-deep": {
    title: "Imports over too many levels",
    meaning: "Profiles import one another over more levels than any real set has.",
    fix: "Import the catalog more directly.",
  },
  "profile-import-unknown-resource": {
    title: "An import through a resource that is not there",
    meaning: "The import names a resource by its uuid, and the back matter has none of that uuid.",
    fix: "Add the resource, or correct the uuid.",
  },
  "profile-import-unreachable": {
    title: "An import that cannot be had",
    meaning: "What the profile imports cannot be read, so its controls are missing.",
    fix: "Correct the path, or put the file there.",
  },
  "profile-loose-parameter-clash": {
    title: "Two parameters with one id",
    meaning: "Two imports bring different parameters with the same id outside of controls; the first is used.",
    fix: "Set the parameter in the profile, or import from one of them only.",
  },
  "profile-more-problems": {
    title: "More warnings about a profile",
    meaning: "Only so many warnings about a profile are shown; this line counts the rest.",
    fix: "Mend those that are shown first.",
  },
  "profile-not-a-profile": {
    title: "Not a profile",
    meaning: "The document that was named as profile is of another OSCAL model.",
    fix: "Name a profile.",
  },
  "profile-oscal-version": {
    title: "A version that is none",
    meaning:
      "A document declares a version that OSCAL does not have; it is passed over when the version of the result is chosen.",
    fix: "Declare the version that the document follows.",
  },
  "profile-oscal-version-major": {
    title: "A document of another OSCAL",
    meaning: "A document follows another major version, which cannot be resolved together with OSCAL 1.",
    fix: "Import a document of OSCAL 1.",
  },
  "profile-parameter-alternative": {
    title: "A parameter that loses its alternative",
    meaning: "A parameter has values or a selection, never both; setting one takes the other away.",
    fix: "Nothing to do, unless the parameter is to stay open.",
  },
  "profile-parameter-clash": {
    title: "A parameter that two controls set differently",
    meaning: "Two imports of one control bring different settings of a parameter.",
    fix: "Set the parameter in the profile, or import the control from one of them only.",
  },
  "profile-parameter-set-twice": {
    title: "A parameter that is set twice",
    meaning: "Two set-parameters are about one parameter; what both give is taken from the later.",
    fix: "Put both into one.",
  },
  "profile-pattern-missing": {
    title: "A selection without a pattern",
    meaning: "The profile selects controls by pattern and gives none, so nothing matches.",
    fix: "Write a pattern, such as ac-*.",
  },
  "profile-pattern-unmatched": {
    title: "A pattern that matches no control",
    meaning: "The pattern fits no control of what is imported.",
    fix: "Correct the pattern, or leave it out.",
  },
  "profile-remove-everything": {
    title: "A removal without a criterion",
    meaning: "The remove does not say what to remove, so it would empty the control; nothing is removed.",
    fix: "Say what to remove with by-name, by-class, by-id, by-item-name or by-ns.",
  },
  "profile-remove-in-child-control": {
    title: "A removal from an inner control",
    meaning: "The criteria also fit something in a control that stands inside the altered one.",
    fix: "Name what is meant with by-id.",
  },
  "profile-remove-unmatched": {
    title: "A removal of what is not there",
    meaning: "Nothing in the control meets all criteria of the remove.",
    fix: "Correct the criteria, or take the remove out.",
  },
  "profile-resource-clash": {
    title: "Two resources with one uuid",
    meaning:
      "Two documents bring resources with one uuid and different content; the later takes the place of the earlier.",
    fix: "Give one of them another uuid, or mark the one that is to stay with a prop keep=always.",
  },
  "profile-selects-nothing": {
    title: "A profile that selects nothing",
    meaning: "An import, or the whole profile, selects no control.",
    fix: "Add include-all, or include-controls with ids or patterns.",
  },
  "profile-structure-ambiguous": {
    title: "More than one structure",
    meaning: "The merge asks for flat, as-is and custom at once, or two of them.",
    fix: "Keep one of them.",
  },
  "profile-too-large": {
    title: "A profile that takes too long",
    meaning:
      "Resolving the profile takes more steps than any real profile needs; imports that multiply one another can do that.",
    fix: "Have the profile import each catalog once.",
  },
  "profile-unknown-control": {
    title: "A control that the import does not have",
    meaning: "The profile names a control that is not in what it imports.",
    fix: "Correct the id, or import the catalog that has it.",
  },
  "profile-unknown-parameter": {
    title: "A parameter that no control declares",
    meaning: "The profile sets a parameter that no selected control declares.",
    fix: "Correct the id, or select the control that declares it.",
  },
  "unknown-id": {
    title: "An id that is nowhere",
    meaning: "Neither the profile nor what it imports has anything with the id that was asked for.",
    fix: "Name a control, group, parameter, part or role by its id, a resource, party or location by its uuid.",
  },
  "unknown-profile": {
    title: "No such profile",
    meaning: "No profile of that name ships with aims.",
    fix: "Name one that ships with aims, or give a path.",
  },
};
