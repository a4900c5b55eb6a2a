import { plural, quote } from "../../foundation/words.js";
import type { SourceFile } from "../source-file.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** What one pair says, where several contradict one another. */
export interface SaidByPair {
  readonly source: string;
  readonly relationship: string;
  readonly target: string;
  /** The file that says so, where it is another one than that of the finding. */
  readonly file?: SourceFile;
  readonly line?: number;
}

/** A side of a mapping with the number of what is meant, and the first of it. */
interface Listed {
  readonly side: "source" | "target";
  readonly framework: string;
  readonly count: number;
  readonly first: readonly string[];
}

/** The facts for what is wrong with mappings beyond OSCAL's own rules. */
export interface MappingTold {
  readonly "mapping-blocked-pair": { readonly relationship: string; readonly description: string };
  /** How the two are at odds: they exclude one another, or one is the weaker word for the other. */
  readonly "mapping-contradiction":
    | { readonly how: "excluded" | "same-meaning" | "two-files"; readonly pair: SaidByPair; readonly other: SaidByPair }
    /** Something that both sides of a pair without relationship contain, and the pairs that say so. */
    | { readonly how: "shared"; readonly pair: SaidByPair; readonly because: readonly SaidByPair[] };
  readonly "mapping-coverage-unfit": { readonly relationship: string; readonly coverage: number };
  readonly "mapping-cycle": { readonly steps: readonly SaidByPair[] };
  readonly "mapping-duplicate-pair": { readonly pair: SaidByPair; readonly line: number };
  readonly "mapping-gap-one-sided": { readonly side: "source" | "target"; readonly other: "source" | "target" };
  readonly "mapping-gap-with-pair": { readonly id: string; readonly line: number };
  readonly "mapping-item-kind": { readonly id: string; readonly type: string; readonly actual: string };
  readonly "mapping-item-repeated": { readonly id: string; readonly side: "source" | "target" };
  readonly "mapping-levels-mixed": {
    readonly side: "source" | "target";
    readonly controls: number;
    readonly statements: number;
  };
  /** A kind of finding, by its code, of which some are not listed. */
  readonly "mapping-more-findings": { readonly kind: string; readonly count: number };
  readonly "mapping-no-rationale": undefined;
  readonly "mapping-pairs-unexplained": { readonly count: number; readonly of: number };
  readonly "mapping-same-resource": { readonly href: string };
  readonly "mapping-unknown-relationship": { readonly word: string; readonly meant: string | undefined };
  readonly "mapping-unmentioned-controls": Listed;
  readonly "mapping-unrelated-controls": Listed;
}

/** Mapping collections, as aims crosswalk lint reads them. */
export const mappingCodes: CodeEntries<MappingTold> = {
  "mapping-blocked-pair": {
    title: "A pair that is the same and blocked",
    severity: "warning",
    meaning:
      "A qualifier with the category blocked says that the pair does not hold, for the reason in its description. A pair that is equal or equivalent says that the two sides ask for the same. Both cannot be.",
    fix: "Weaken the relationship, or say addressable or restricted where the obstacle can be overcome.",
    example: "relationship: equal-to\nqualifiers: [{ category: addressable, ... }]  # not blocked",
    says: ({ relationship, description }) => ({
      message: `The pair is "${relationship}", and a qualifier calls it blocked: ${quote(shortened(description))}.`,
      fix: "Weaken the relationship, or write addressable or restricted where the obstacle can be overcome.",
    }),
  },
  "mapping-contradiction": {
    title: "Pairs that contradict one another",
    meaning:
      "OSCAL defines its relationships so that one excludes the other: a subset lacks something that the target has, an intersection has something on each side that the other lacks, and where there is no relationship nothing is shared. Two of them for one pair cannot both hold; neither can a pair without relationship whose sides, by other pairs, have something in common. Where two files disagree, this is a warning: each may hold by itself, but not both in one projection.",
    fix: "Decide which one holds, and remove or correct the other.",
    example: "A.5.2 subset-of Art. 9, and further down: A.5.2 superset-of Art. 9",
    says: (told) => {
      if (told.how === "shared") {
        const { pair, because } = told;
        const files = because.flatMap(({ file }) => file ?? []);
        return {
          ...(files.length > 0 ? { severity: "warning", mentions: files } : {}),
          message: `${said(pair)}, but other pairs give the two something in common: ${because.map(saidAt).join("; ")}.`,
          fix: "Correct the relationship that does not hold.",
        };
      }
      const { how, pair, other } = told;
      return {
        ...(how === "excluded" ? {} : { severity: "warning" }),
        message: `${said(pair)}, ${how === "two-files" ? "which contradicts" : "and at the same time"} ${saidAt(other)}.`,
        fix:
          how === "same-meaning"
            ? 'Keep one: "equal-to" where even the words agree, "equivalent-to" where only the meaning does.'
            : bothWays(pair, other)
              ? 'Keep the one that holds; where each contains the other, write "equal-to" or "equivalent-to".'
              : "Keep the one that holds.",
        ...(other.file === undefined ? {} : { mentions: [other.file] }),
      };
    },
  },
  "mapping-coverage-unfit": {
    title: "A coverage that does not fit its relationship",
    severity: "warning",
    meaning:
      "The coverage of a pair is the share of the target that the source covers. A source that contains the target, is equal or equivalent to it covers all of it, which is 1. One that is a subset of the target, or only overlaps with it, leaves something over; one without relationship covers nothing.",
    fix: "Correct the coverage or the relationship.",
    example:
      "relationship: superset-of\ncoverage: { target-coverage: 0.8 }  # not so: a superset covers all of its target",
    says: ({ relationship, coverage }) => ({
      message: `The pair is "${relationship}", but its coverage of the target is ${String(coverage)}.`,
      fix:
        relationship === "no-relationship"
          ? "Leave the coverage out, or correct the relationship."
          : coverage >= 1
            ? 'Write a coverage below 1, or "superset-of", "equal-to" or "equivalent-to".'
            : 'Write 1 or leave the coverage out; or write "subset-of" or "intersects-with".',
    }),
  },
  "mapping-cycle": {
    title: "Controls that are contained in one another",
    severity: "warning",
    meaning:
      "A subset has less than what it is a subset of. Pairs that lead from one to the next and back to the first say that something has less than itself; that could only be if all of them were equal, and then none is a subset.",
    fix: "Correct the pair that does not hold, or write equal-to or equivalent-to where all of them ask for the same.",
    example: "A subset-of B, B subset-of C, C subset-of A",
    says: ({ steps }) => ({
      message: `Pairs that contain one another go round in a circle: ${steps.map(saidAt).join("; ")}.`,
      fix: 'Correct the one that does not hold; where all ask for the same, write "equal-to" or "equivalent-to".',
      ...mentionsOf(steps),
    }),
  },
  "mapping-duplicate-pair": {
    title: "A pair that stands twice",
    severity: "warning",
    meaning:
      "Two pairs of a mapping have the same sources, targets and relationship. Counts and coverage take them for two statements, and a change of one leaves the other behind.",
    fix: "Keep one of them.",
    says: ({ pair, line }) => ({
      message: `${said(pair)} stands here again, after line ${String(line)}.`,
      fix: "Keep one of the two, with the remarks of both.",
    }),
  },
  "mapping-gap-one-sided": {
    title: "Gaps of one side only",
    severity: "info",
    meaning:
      "A mapping lists which controls of one side have no counterpart, and has no such list for the other. Nothing may be inferred from what a mapping leaves out, so that for the other side nobody knows whether it was gone through.",
    fix: "Add the gap summary of the other side, or say in the remarks why it has none.",
    says: ({ side, other }) => ({
      message: `The mapping lists what of its ${side} has no counterpart, but nothing of its ${other}.`,
      fix: `Add a ${other}-gap-summary, or say in the remarks which part of the ${other} was gone through.`,
    }),
  },
  "mapping-gap-with-pair": {
    title: "A gap that has a pair",
    meaning:
      "A gap summary lists a control as one without counterpart, and a pair gives it one. Readers of the summary and of the pairs come to different answers.",
    fix: "Take the control out of the gap summary, or remove the pair.",
    says: ({ id, line }) => ({
      message: `"${id}" is listed as without counterpart, but has one in the pair of line ${String(line)}.`,
      fix: "Take it out of the gap summary, or remove the pair.",
    }),
  },
  "mapping-item-kind": {
    title: "A control that is called a statement, or the other way round",
    severity: "warning",
    meaning:
      "The type of an item says whether its id is that of a control or of a statement. The catalog has the other one under this id, so that tools which go by the type find nothing.",
    fix: "Correct the type, or write the id of what is meant.",
    example: "type: control\nid-ref: a.5.2_smt  # the id of a statement",
    says: ({ id, type, actual }) => ({
      message: `"${id}" is called a ${type}, but is a ${actual} of its catalog.`,
      fix: `Write the type ${actual}, or the id of the ${type}.`,
    }),
  },
  "mapping-item-repeated": {
    title: "A control that stands twice in one pair",
    severity: "warning",
    meaning: "A pair lists the same control or statement twice on one side, where each counts once.",
    fix: "Remove one of them, or write the id that was meant.",
    says: ({ id, side }) => ({
      message: `"${id}" stands twice among the ${side}s of the pair.`,
      fix: "Remove one of them, or write the id that was meant.",
    }),
  },
  "mapping-levels-mixed": {
    title: "Controls and statements on one side",
    severity: "info",
    meaning:
      "Some pairs of a mapping speak of whole controls and others of single statements of the same side. Coverage and gaps can then be counted in neither.",
    fix: "Map to statements throughout, as OSCAL recommends, or to controls.",
    says: ({ side, controls, statements }) => ({
      message: `Items of the ${side} are of two levels: ${plural(controls, "control")} and ${plural(statements, "statement")}.`,
      fix: "Map to statements throughout, as OSCAL recommends, or to controls.",
    }),
  },
  "mapping-more-findings": {
    title: "Findings that are not listed",
    severity: "info",
    meaning: "A mapping has more findings of one kind than anybody reads. The first are listed, the others counted.",
    fix: "Correct those that are listed, and check again.",
    says: ({ kind, count }) => ({
      message: `This mapping has ${String(count)} more of "${kind}".`,
      fix: "Correct those that are listed, and check again.",
    }),
  },
  "mapping-no-rationale": {
    title: "A pair without any rationale",
    severity: "warning",
    meaning:
      "Neither the pair nor its mapping nor the collection says how the two sides were compared (matching-rationale), and no remarks say why the pair holds. A relationship means something only together with its rationale.",
    fix: "Write the matching-rationale of the collection: syntactic, semantic or functional.",
    says: () => ({
      message: "Nothing says how the two sides of the pair were compared, or why it holds.",
      fix: "Write matching-rationale in the provenance of the collection: syntactic, semantic or functional.",
    }),
  },
  "mapping-pairs-unexplained": {
    title: "Pairs without a reason",
    severity: "info",
    meaning:
      "Pairs of a mapping say that they hold, but not why. Whoever reviews them, or has to defend them, compares the two texts anew.",
    fix: "Say in the remarks of each pair what the two sides share, and what each asks beyond it.",
    says: ({ count, of }) => ({
      message:
        count === of
          ? `No pair says in remarks why it holds: the mapping has ${plural(of, "pair")}.`
          : `${String(count)} of ${plural(of, "pair")} ${count === 1 ? "does" : "do"} not say in remarks why ${count === 1 ? "it holds" : "they hold"}.`,
      fix: "Say in the remarks what the two sides share, and what each asks beyond it.",
    }),
  },
  "mapping-same-resource": {
    title: "A mapping of a catalog to itself",
    severity: "warning",
    meaning:
      "Source and target of a mapping are the same resource. OSCAL relates two resources; relations within one catalog are links between its controls.",
    fix: "Name the other resource, or write links in the catalog.",
    says: ({ href }) => ({
      message: `Source and target are the same resource, "${href}".`,
      fix: "Name the other resource; for relations within a catalog, write links between its controls.",
    }),
  },
  "mapping-unknown-relationship": {
    title: "A relationship that OSCAL does not know",
    meaning:
      "The relationship of a pair is none of the six that OSCAL has, so that no tool knows what follows from it.",
    fix: "Write one of the six; what else there is to say goes into the remarks or a property.",
    example: "relationship: equal     # not so\nrelationship: equal-to  # but so",
    says: ({ word, meant }) => ({
      message: `"${word}" is not a relationship of OSCAL.`,
      fix: `${meant === undefined ? "" : `Did you mean "${meant}"? `}Relationships: equal-to, equivalent-to, superset-of, subset-of, intersects-with, no-relationship.`,
      value: word,
      ...(meant === undefined ? {} : { suggestion: meant }),
    }),
  },
  "mapping-unmentioned-controls": {
    title: "Controls that a mapping does not mention",
    severity: "info",
    meaning:
      "Controls of a catalog stand in no pair of the mapping and in no gap summary. Nothing follows from that: nobody can tell a control without counterpart from one that was not looked at.",
    fix: "List those without counterpart in the gap summary of their side.",
    says: ({ side, framework, count, first }) => ({
      message: `${plural(count, "control")} of the ${side} ("${framework}") ${count === 1 ? "stands" : "stand"} neither in a pair nor in a gap summary: ${few(first, count)}.`,
      fix: `List those without counterpart in the ${side}-gap-summary.`,
    }),
  },
  "mapping-unrelated-controls": {
    title: "Controls whose only pairs say that there is no relationship",
    severity: "info",
    meaning:
      "All that the mapping says of these controls is that they have no relationship to others. OSCAL keeps no-relationship for exceptions, such as a pair that a reader would expect; controls without counterpart belong in the gap summary.",
    fix: "List them in the gap summary of their side, and keep such pairs for what a reader would expect.",
    says: ({ side, framework, count, first }) => ({
      message: `${plural(count, "control")} of the ${side} ("${framework}") ${count === 1 ? "stands" : "stand"} in pairs without relationship only: ${few(first, count)}.`,
      fix: `List ${count === 1 ? "it" : "them"} in the ${side}-gap-summary.`,
    }),
  },
};

/** A problem with a mapping beyond OSCAL's own rules. */
export const problem: ProblemMaker<MappingTold> = problemsOf(mappingCodes);

function said({ source, relationship, target }: SaidByPair): string {
  return `${source} ${relationship} ${target}`;
}

function saidAt(pair: SaidByPair): string {
  const { file, line } = pair;
  if (line === undefined) return said(pair);
  return `${said(pair)} (${file === undefined ? "" : `${file}, `}line ${String(line)})`;
}

function mentionsOf(pairs: readonly SaidByPair[]): { readonly mentions?: readonly SourceFile[] } {
  const files = [...new Set(pairs.flatMap(({ file }) => file ?? []))];
  return files.length === 0 ? {} : { mentions: files };
}

function bothWays(one: SaidByPair, other: SaidByPair): boolean {
  const words = [one.relationship, other.relationship];
  return words.includes("subset-of") && words.includes("superset-of");
}

function few(first: readonly string[], count: number): string {
  const more = count - first.length;
  return `${first.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`;
}
