// Why a judge says something else than aims: every difference that there is, and no other.
import type { Difference } from "./table.js";

/** A change of which aims, asked about the document alone, reports no error. */
export interface Quiet {
  class: RegExp;
  what?: RegExp;
  says: "warning" | "nothing";
  reason: string;
}
interface OriginalDifference {
  original: RegExp;
  judges: ("schema" | "liboscal")[];
  reason: string;
}

export const differences: Difference[] = [
  {
    judge: "schema",
    class: /^(?:name that OSCAL does not know here|own prop without its ns)/,
    aims: "error",
    says: "nothing",
    reason:
      "Constraints of the metaschema say which names a prop or a part may have. Neither NIST's JSON schema nor the XSD holds constraints.",
  },
  {
    judge: "schema",
    class: /^own prop without its ns/,
    aims: "warning",
    says: "nothing",
    reason: "Without its ns the prop takes on a name of OSCAL's own that is deprecated; a constraint says so.",
  },
  {
    judge: "schema",
    class: /^reference to nothing/,
    aims: "error",
    says: "nothing",
    reason: "A schema looks at one place at a time and cannot tell whether what is named there exists.",
  },
  {
    judge: "schema",
    class: /^(?:id or uuid given twice|uuid of something of another kind|entry that stands twice)/,
    aims: "error",
    says: "nothing",
    reason: "A schema looks at one place at a time and does not see that an id or a uuid stands elsewhere too.",
  },
  {
    judge: "schema",
    class: /^value that is not on the list$/,
    what: /relationship/,
    aims: "error",
    says: "nothing",
    reason:
      "The list of a mapping's relationships stands in a constraint on the field's own value, which the generator of NIST's JSON schema leaves out.",
  },
  {
    judge: "schema",
    class: /^value that is not on the list \(XML\)$/,
    aims: "error",
    says: "nothing",
    reason:
      "The XSD lists no values but the alignments of a table's cells: the state of a finding may be any token there.",
  },
  {
    judge: "schema",
    class: /^control without a statement/,
    aims: "error",
    says: "nothing",
    reason: "That every control which is not withdrawn needs a part named statement is a constraint of the metaschema.",
  },
  {
    judge: "schema",
    class: /^hash that is too short$/,
    aims: "error",
    says: "nothing",
    reason: "How many digits a hash has follows from its algorithm; that is a constraint of the metaschema.",
  },
  {
    judge: "schema",
    class: /^port range that ends before it begins$/,
    aims: "warning",
    says: "nothing",
    reason: "To compare two values with one another is a matter of constraints; OSCAL declares this one a warning.",
  },
  {
    judge: "schema",
    class: /^version of OSCAL that there is not$/,
    aims: "warning",
    says: "nothing",
    reason:
      "The metaschema takes any text for a version. aims says that it checks against another version than the one declared.",
  },
  {
    judge: "liboscal",
    class: /^version of OSCAL that there is not$/,
    aims: "warning",
    says: "nothing",
    reason: "As for the schema; liboscal reads every document under OSCAL 1.1.2 and says nothing about it.",
  },
  {
    judge: "schema",
    class: /^JSON that cannot be read$/,
    what: /a property twice/,
    aims: "error",
    says: "nothing",
    reason:
      "The reader in front of NIST's JSON schema keeps the last of two equal properties, so that the schema never sees the first.",
  },
  {
    judge: "schema",
    class: /^XML that cannot be read$/,
    what: /DOCTYPE/,
    aims: "error",
    says: "nothing",
    reason:
      "The reader in front of the XSD takes a document type declaration and resolves its entities. aims refuses it as a way to other files and to endless texts; so does liboscal.",
  },
  {
    judge: "liboscal",
    class: /^own prop without its ns/,
    aims: "warning",
    says: "nothing",
    reason:
      "Without its ns the prop has the name method of OSCAL's own, deprecated since 1.0.1. liboscal takes the deprecated name without a word.",
  },
  {
    judge: "liboscal",
    class: /^reference to nothing/,
    aims: "error",
    says: "nothing",
    reason:
      "The metaschema has indexes of roles, parties, locations, resources, what a catalog holds and the components of a system security plan, and asks them from some places only; observations, risks and activities it does not index. Reference rules of aims look up the rest.",
  },
  {
    judge: "liboscal",
    class: /^(?:id or uuid given twice|uuid of something of another kind|entry that stands twice)/,
    aims: "error",
    says: "nothing",
    reason:
      "The metaschema demands uniqueness for some lists only, and never across lists of different kinds. aims holds to what a uuid is: it names one thing in a document.",
  },
  {
    judge: "liboscal",
    class: /^markup where it cannot stand$/,
    aims: "error",
    says: "nothing",
    reason:
      "The XSD in liboscal declares many elements of markup without a type, so that anything may stand in them. When such a document is converted, a div is lost with its text, and a p in a title becomes text with a line end. NIST's XSD of 1.2.2 refuses both, as aims does.",
  },
];

export const quiet: Quiet[] = [
  {
    class: /^own prop without its ns/,
    says: "warning",
    reason: "The name that is left is one that OSCAL defines for this place, and deprecates.",
  },
  {
    class: /^port range that ends before it begins$/,
    says: "warning",
    reason: "The constraint is declared with the level of a warning.",
  },
  {
    class: /^version of OSCAL that there is not$/,
    says: "warning",
    reason: "The document can be valid under 1.2.2 all the same; the version is free text in the metaschema.",
  },
  {
    class: /^reference to nothing/,
    says: "nothing",
    reason:
      "The property names something that a document imported by this one may define, so that of the document alone nothing can be said. Every such mutant of the chain is reported with `--follow`; the documents that the published examples import are not there to be followed.",
  },
  {
    class: /^entry that stands twice$/,
    says: "nothing",
    reason: "The entry has no id or uuid, and no constraint asks for different ones here. No judge reports it.",
  },
];

/** Documents that are as they were published, or made for the tests of aims. */
export const originalDifferences: OriginalDifference[] = [
  {
    original: /ifa_assessment-plan-example/,
    judges: ["schema", "liboscal"],
    reason: "A task names an activity by a uuid that no activity has.",
  },
  {
    original: /example-component-definition/,
    judges: ["schema", "liboscal"],
    reason: "A role is named that the metadata do not define, and one uuid is given to two statements.",
  },
  {
    original: /ifa_plan-of-action-and-milestones/,
    judges: ["schema", "liboscal"],
    reason: "An item names as its risk what is the uuid of a mitigating factor.",
  },
  {
    original: /sp800-53-rev5-v1\.0\.0\/.*catalog/,
    judges: ["schema"],
    reason:
      "Parameters hold depends-on, deprecated since OSCAL 1.0.1. A constraint refuses it; the schema still has it.",
  },
  {
    original: /sp800-53-rev5-v1\.3\.0\/.*resolved-profile/,
    judges: ["liboscal"],
    reason:
      "Links name controls that the baseline leaves out. The constraint was an error in OSCAL 1.1.2, which liboscal has; in 1.2.2 it is a warning, and aims warns.",
  },
];
