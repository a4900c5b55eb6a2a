import type { Day } from "../foundation/day.js";
import type { Sha256 } from "../foundation/sha256.js";
import type { OrganizationSubject } from "../inventory/descriptors.js";
import type { ResolvedProfile } from "../oscal/resolved-profile.js";
import type { RuleId } from "../policy/rule.js";
import type { EvidenceEntry } from "./evidence.js";
import type { Scope } from "./scope.js";
import type { Tally } from "./tally.js";
import type { Verdict, VerdictState } from "./verdict.js";

/**
 * The record of one run: every output, the gate and every statement is a function of it. Nothing in it depends on the machine or the
 * clock: files are called by their path in the workspace.
 */
export interface Assessment {
  readonly tool: { readonly name: "aims"; readonly version: string };
  /** Day for which it holds. */
  readonly asOf: Day;
  readonly basis: Basis;
  /** The organization, where a descriptor describes it. */
  readonly organization?: OrganizationSubject;
  /** Patterns that the systems were narrowed to: a part of the workspace is a document of its own. */
  readonly selection?: readonly string[];
  /** Warnings about the rules of the workspace: rules and files that were not heard. */
  readonly notices?: readonly Notice[];
  readonly scope: Scope;
  readonly tally: Tally;
  /** The files that were read: the organization's descriptor, those of the systems in their order, then those of records. */
  readonly files: readonly DescriptorFile[];
  /** All verdicts, subject after subject; each call reads them anew, so that they never lie in memory as a whole. */
  readonly verdicts: () => Iterable<Verdict>;
  /** The verdicts of one rule that are in one state, in the order of the subjects; each call reads them anew. */
  readonly verdictsOf: (rule: RuleId, state: VerdictState) => Iterable<Verdict>;
  /** The evidence records of the systems in their order, then the organization's; each call reads them anew. */
  readonly evidence: () => Iterable<EvidenceEntry>;
  /** The same verdicts and evidence records as JSON text in one line each, where they are kept as such. */
  readonly texts?: { readonly verdicts: () => Iterable<string>; readonly evidence: () => Iterable<string> };
}

/** A warning about the rules, as the record keeps it. */
export interface Notice {
  /** Code of the diagnostic. */
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  /** Path inside the workspace, with "/". */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The foundations of an assessment beside the descriptors. */
export interface Basis {
  readonly profile: {
    /** Name of a shipped profile, or the name of the profile's file without its folder. */
    readonly name: string;
    /** Digest of the profile's file. */
    readonly sha256: Sha256;
    readonly resolved: ResolvedProfile;
  };
  /** Digests of the compiled policy and of its sources. */
  readonly policy: {
    readonly sha256: Sha256;
    /** Of the modules that it is made of: of the rules that ship with aims, and of a workspace's. */
    readonly modules: readonly Sha256[];
    readonly sources: Sha256;
    /** Whether rules of the workspace were compiled beside those that ship with aims. */
    readonly hasOwnRules?: boolean;
  };
}

/** A descriptor file as it was read. */
export interface DescriptorFile {
  /** Path inside the workspace, with "/". */
  readonly name: string;
  readonly sha256: Sha256;
}
