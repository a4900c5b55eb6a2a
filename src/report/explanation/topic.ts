import type { EvidenceEntry } from "../../assessment/evidence.js";
import type { Verdict } from "../../assessment/verdict.js";
import type { CodeDoc } from "../../diagnostics/codes.js";
import type { DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Derivation } from "../../law/derivation.js";
import type { ConstraintDeclaration } from "../../oscal/constraint-declaration.js";
import type { ControlFacts } from "../../oscal/control-facts.js";
import type { Control, Parameter } from "../../oscal/model.js";
import type { Origin } from "../../oscal/origins.js";
import type { Rule } from "../../policy/rule.js";
import type { GlossaryEntry } from "./glossary.js";

/** Something that can be explained, with the facts about it; files have no names yet. */
export type Topic =
  | CodeTopic
  | ConstraintTopic
  | ControlTopic
  | LawTopic
  | ParameterTopic
  | ProfileTopic
  | RuleTopic
  | SubjectTopic
  | WordTopic;

/** A word of aims or OSCAL that means the same everywhere. */
export interface WordTopic extends GlossaryEntry {
  readonly kind: "word";
}

/** A code of a diagnostic; of a reference rule, its severity. */
export interface CodeTopic {
  readonly kind: "code";
  readonly code: string;
  readonly entry: CodeDoc;
  readonly severity: DiagnosticSeverity | undefined;
}

/** A constraint of OSCAL's metaschema. */
export interface ConstraintTopic {
  readonly kind: "constraint";
  readonly id: string;
  readonly declarations: readonly ConstraintDeclaration[];
}

/** A rule, and where it stands if it does not ship with aims. */
export interface ListedRule {
  readonly rule: Rule;
  readonly place?: { readonly file: SourceFile; readonly line: number };
}

/** A control under a profile. */
export interface ControlTopic {
  readonly kind: "control";
  readonly control: Control;
  readonly profile: string;
  /** What its catalog says of it. */
  readonly facts: ControlFacts;
  /** Who put the control there, and for each parameter its value and who set it. */
  readonly origin: Origin;
  /** Rules that speak for it. */
  readonly rules: readonly ListedRule[];
}

/** A parameter of a control under a profile. */
export interface ParameterTopic {
  readonly kind: "parameter";
  readonly parameter: Parameter;
  /** The control that declares it. */
  readonly control: Control;
  readonly profile: string;
  /** Whether the profile selects the control; if not, the values are those of the catalog. */
  readonly selected: boolean;
  readonly origins: readonly Origin[];
  /** Rules that read it. */
  readonly rules: readonly ListedRule[];
}

/** A rule under a profile. */
export interface RuleTopic extends ListedRule {
  readonly kind: "rule";
  /** The profile, where there is one that can be used. */
  readonly profile?: string;
  /** Those of its controls that the profile selects. */
  readonly selected: readonly string[];
  /** Values under the profile of the parameters that it reads. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A profile and what it selects. */
export interface ProfileTopic {
  readonly kind: "profile";
  /** By which a command names it. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly shipped: boolean;
  readonly imports: readonly string[];
  readonly controls: readonly Control[];
  /** Its parameters with their values, and who set them. */
  readonly parameters: readonly Origin[];
}

/** A system of the workspace, or its organization, and how it is judged. */
export interface SubjectTopic {
  readonly kind: "system" | "organization";
  readonly id: string;
  readonly name?: string;
  readonly unit?: string;
  /** Life-cycle stage. */
  readonly stage?: string;
  /** Why the management system does not cover it. */
  readonly excluded?: string;
  readonly file: SourceFile;
  readonly line: number;
  /** How it is judged, where the profile and the rules can be used. */
  readonly judged?: Judged;
}

/** A system of the workspace, and how a law concerns it. */
export interface LawTopic {
  readonly kind: "law";
  /** Id of the system. */
  readonly id: string;
  readonly name?: string;
  readonly file: SourceFile;
  readonly line: number;
  readonly derivation: Derivation;
}

/** The word of the rules of a profile on one subject. */
export interface Judged {
  readonly profile: string;
  /** Day for which it holds. */
  readonly asOf: string;
  readonly verdicts: readonly Verdict[];
  /** Titles of the rules, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly evidence: readonly EvidenceEntry[];
  /** Why a record supports nothing, by its id; those that count are left out. */
  readonly faults: ReadonlyMap<string, string>;
  /** The identity of a descriptor's file, by its path in the workspace. */
  readonly fileOf: (name: string) => SourceFile;
}
