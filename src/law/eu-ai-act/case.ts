import type { System } from "../../inventory/descriptor.js";
import type { Facts } from "../facts.js";
import type { Act } from "./act.js";

/** What one derivation under the Act is about. */
export interface Case {
  readonly act: Act;
  readonly beside: Beside;
  readonly system: System;
  /** What the descriptor records under `regulatory.euAiAct`; empty where that is blank. */
  readonly recorded: Recorded;
  readonly facts: Facts;
  readonly asOf: string;
}

export type Recorded = NonNullable<NonNullable<System["regulatory"]>["euAiAct"]>;

/** The class of a system under the Act, as a descriptor records it. */
export type RiskClass = Exclude<NonNullable<Recorded["riskClass"]>, "unknown">;

/** Fields of `regulatory.euAiAct` as JSON pointers into the descriptor. */
export function at(...fields: readonly string[]): string[] {
  return fields.map((field) => `/regulatory/euAiAct/${field}`);
}

/** What the catalog does not hold: catalog/reference/conditions.json. */
export interface Beside {
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Provisions that bind the provider of a system that an exception under Art. 6(3) takes out of high risk. */
  readonly dutiesOfException: readonly string[];
  /** Provisions that set days for others, or are for the Commission: no duties of an operator. */
  readonly aside: readonly string[];
  readonly guidance: readonly Guidance[];
}

/** The case in which alone a provision binds. */
export interface Condition {
  readonly where?: string;
  /** JSON pointer below `regulatory.euAiAct`. */
  readonly field?: string;
  readonly holds?: readonly string[];
  readonly fails?: readonly string[];
  /** Cases of Art. 50, one of which has to be met. */
  readonly cases?: readonly string[];
  /** Annex by which the system has to be high-risk. */
  readonly route?: "annex-iii";
  /** Points of Annex III that make the condition hold, whatever the field says. */
  readonly points?: readonly string[];
  /** Conditions under which alone it binds one of the roles. */
  readonly roles?: Readonly<Record<string, Condition>>;
  /** It binds every operator whatever role and tier, and its points are one duty. */
  readonly ban?: true;
  /** The article binds by its paragraphs alone, each of which has a condition. */
  readonly byParagraphs?: true;
}

/** What the Commission says of the Act beside it; none of it binds. */
export interface Guidance {
  readonly id: string;
  readonly title: string;
  readonly status: "draft" | "final";
  /** Day of the present version. */
  readonly on: string;
  readonly concerns: readonly string[];
  readonly says: string;
}

/** Guidance on a provision that there was on the day, as sentences. */
export function guidanceOn({ beside, asOf }: Case, id: string): string[] {
  return beside.guidance
    .filter(({ concerns, on }) => concerns.includes(id) && on <= asOf)
    .map(({ title, status, on, says }) => `${title} (${status} of ${on}, not binding): ${says}`);
}
