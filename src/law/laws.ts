/** The laws that can be derived from a descriptor, each with the words by which a reader knows it. */
export const laws = {
  "eu-ai-act": "EU AI Act",
  "us-federal": "US federal memoranda on AI",
} as const;

export type LawName = keyof typeof laws;

/** Their names, in the order of the alphabet. */
export const lawNames: readonly LawName[] = ["eu-ai-act", "us-federal"];
