import type { Outcome } from "./derived.js";

/** Systems of our own making, by the lines of their descriptors that the memoranda ask about. */
export interface FederalCase {
  readonly name: string;
  readonly asOf: string;
  readonly expected: Outcome;
  /** YAML lines below kind, id and name. */
  readonly yaml: string;
}

const all = `
practices:
  testing: { state: done, completedOn: 2026-05 }
  monitoring: { state: in-progress }
  training: { state: unknown }
  failsafe: { state: done }
  appeals: { state: done, completedOn: 2026-12-03 }
  publicConsultation: { state: not-applicable, note: Nobody came. }
impactAssessment: { state: done, completedOn: 2025-06-01, validUntil: 2026-06-01 }
oversight: { mode: human-in-the-loop }
models: []
`;

const nothingShown =
  "acceptable use policy: nothing recorded shows one, card of the model, system or data: nothing recorded shows one, resources for end users: nothing recorded shows one, way to give feedback: nothing is recorded";

export const cases: readonly FederalCase[] = [
  {
    name: "nothing is recorded",
    expected: {
      steps: ["high-impact: not-enough-facts (OMB M-25-21)", "language-model: not-enough-facts (OMB M-26-04)"],
      missing: ["omb.highImpact", "models"],
      contradictions: [],
      duties: {
        "not-enough-facts":
          "testing before use: nothing is recorded, impact assessment: nothing is recorded, monitoring in use: nothing is recorded, training of operators: nothing is recorded, human oversight and a fail-safe: oversight: nothing is recorded; fail-safe: nothing is recorded, remedies and appeals: nothing is recorded, feedback of users and the public: nothing is recorded, acceptable use policy: nothing recorded shows one, card of the model, system or data: nothing recorded shows one, resources for end users: nothing recorded shows one, way to give feedback: nothing is recorded",
      },
    },
    asOf: "2026-12-02",
    yaml: "",
  },
  {
    name: "high-impact, with every state of a practice",
    expected: {
      steps: [
        "high-impact: yes (OMB M-25-21)",
        "public-inventory: published (OMB M-25-21)",
        "waivers: none (OMB M-25-21, appendix, section 4)",
        "language-model: none (OMB M-26-04)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "testing before use: done in 2026-05, impact assessment: done, but valid only until 2026-06-01, monitoring in use: under way, training of operators: recorded as unknown, human oversight and a fail-safe: oversight: human in the loop; fail-safe: done, on a day that is not recorded, remedies and appeals: recorded as done on 2026-12-03, after 2026-12-02, feedback of users and the public: recorded as not applicable (Nobody came), but it is obligatory",
        certain:
          "OMB M-25-21, appendix, section 4(b)(i), OMB M-25-21, appendix, section 4(b)(ii), OMB M-25-21, appendix, section 4(b)(iii), OMB M-25-21, appendix, section 4(b)(iv), OMB M-25-21, appendix, section 4(b)(v), OMB M-25-21, appendix, section 4(b)(vi), OMB M-25-21, appendix, section 4(b)(vii)",
      },
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: yes, withheld: no, waivers: [] } }${all}`,
  },
  {
    name: "high-impact, before the practices are asked for",
    expected: {
      steps: [
        "high-impact: yes (OMB M-25-21)",
        "public-inventory: withheld (OMB M-25-21)",
        "waivers: none (OMB M-25-21, appendix, section 4)",
        "language-model: none (OMB M-26-04)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        "not-yet":
          "testing before use: recorded as done in 2026-05, after 2026-04-02, impact assessment: done on 2025-06-01, monitoring in use: under way, training of operators: recorded as unknown, human oversight and a fail-safe: oversight: human in the loop; fail-safe: done, on a day that is not recorded, remedies and appeals: recorded as done on 2026-12-03, after 2026-04-02, feedback of users and the public: recorded as not applicable (Nobody came), but it is obligatory",
      },
    },
    asOf: "2026-04-02",
    yaml: `regulatory: { omb: { highImpact: yes, withheld: other, waivers: [] } }${all}`,
  },
  {
    name: "high-impact, with waivers",
    expected: {
      steps: [
        "high-impact: yes (OMB M-25-21)",
        "public-inventory: not-enough-facts (OMB M-25-21)",
        "waivers: testing, remedies (OMB M-25-21, appendix, section 4)",
        "language-model: none (OMB M-26-04)",
      ],
      missing: ["omb.withheld", "omb.waivers[1].approvedBy", "omb.waivers[1].reason", "omb.waivers[1].published"],
      contradictions: ["The waiver of remedies is dated 2027-01-01, after 2026-12-02."],
      duties: {
        applies:
          "testing before use: recorded as not done; waived, impact assessment: nothing is recorded, monitoring in use: nothing is recorded, training of operators: nothing is recorded, human oversight and a fail-safe: oversight: nothing is recorded; fail-safe: nothing is recorded, remedies and appeals: nothing is recorded, feedback of users and the public: nothing is recorded",
        certain:
          "OMB M-25-21, appendix, section 4(b)(i), OMB M-25-21, appendix, section 4(b)(ii), OMB M-25-21, appendix, section 4(b)(iii), OMB M-25-21, appendix, section 4(b)(iv), OMB M-25-21, appendix, section 4(b)(v), OMB M-25-21, appendix, section 4(b)(vi), OMB M-25-21, appendix, section 4(b)(vii)",
      },
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: yes, waivers: [{ practice: testing, approvedBy: Chief AI Officer, grantedOn: 2026-02-01, reason: Lives depend on it., published: yes }, { practice: remedies, grantedOn: 2027-01-01 }] } }\npractices: { testing: { state: not-done } }\nmodels: []",
  },
  {
    name: "presumed, but not, with a justification",
    expected: {
      steps: ["high-impact: presumed-but-not (OMB M-25-21)", "language-model: none (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {},
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: presumed-but-not, justification: A person decides. } }\nmodels: []",
  },
  {
    name: "presumed, but not, and nobody says why, with a waiver",
    expected: {
      steps: ["high-impact: presumed-but-not (OMB M-25-21)", "language-model: none (OMB M-26-04)"],
      missing: ["omb.justification"],
      contradictions: ["Practices are waived that nobody asks for, since the use is recorded as not high-impact."],
      duties: {},
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: presumed-but-not, waivers: [{ practice: testing }] } }\nmodels: []",
  },
  {
    name: "not high-impact",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: none (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {},
    },
    asOf: "2025-01-01",
    yaml: "regulatory: { omb: { highImpact: no } }\nmodels: [{ name: trees, technique: Gradient boosting }]",
  },
  {
    name: "unknown, with an oversight of nobody",
    expected: {
      steps: ["high-impact: unknown (OMB M-25-21)", "language-model: none (OMB M-26-04)"],
      missing: ["omb.highImpact"],
      contradictions: [],
      duties: {
        "not-enough-facts":
          "testing before use: nothing is recorded, impact assessment: nothing is recorded, monitoring in use: nothing is recorded, training of operators: nothing is recorded, human oversight and a fail-safe: oversight: recorded as none; fail-safe: nothing is recorded, remedies and appeals: nothing is recorded, feedback of users and the public: nothing is recorded",
      },
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: unknown } }\noversight: { mode: none }\nmodels: []",
  },
  {
    name: "a bought language model of which everything is shown",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: supplied (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "acceptable use policy: recorded, card of the model, system or data: recorded, resources for end users: recorded, way to give feedback: done in 2026-09",
        certain: "OMB M-26-04, OMB M-26-04, OMB M-26-04, OMB M-26-04",
      },
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: no } }\nacquisition: purchased\nmodels: [{ name: l, technique: LLM, origin: supplier, cardUri: 'https://example.org/card' }]\nevidence: [{ id: e, kind: policy, title: Acceptable use of the assistant }]\ninformation: { audiences: [{ audience: users, documents: [Guide] }] }\npractices: { feedback: { state: done, completedOn: 2026-09 } }",
  },
  {
    name: "a bought language model of which nothing is shown, in the time of transition",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: supplied (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {
        "not-yet":
          "acceptable use policy: nothing recorded shows one, card of the model, system or data: nothing recorded shows one, resources for end users: nothing recorded shows one, way to give feedback: nothing is recorded",
      },
    },
    asOf: "2026-01-01",
    yaml: "regulatory: { omb: { highImpact: no } }\nmodels: [{ technique: Large language model, origin: supplier }]",
  },
  {
    name: "a bought language model, when the memorandum may have ended",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: supplied (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {
        "not-enough-facts":
          "acceptable use policy: nothing recorded shows one, card of the model, system or data: nothing recorded shows one, resources for end users: nothing recorded shows one, way to give feedback: nothing is recorded",
      },
    },
    asOf: "2028-01-01",
    yaml: "regulatory: { omb: { highImpact: no } }\nmodels: [{ technique: Large language model, origin: supplier }]",
  },
  {
    name: "a language model of nobody knows where",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-enough-facts (OMB M-26-04)"],
      missing: ["acquisition", "models[0].origin"],
      contradictions: [],
      duties: {
        "not-enough-facts":
          "acceptable use policy: nothing recorded shows one, card of the model, system or data: nothing recorded shows one, resources for end users: nothing recorded shows one, way to give feedback: nothing is recorded",
      },
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: no } }\nmodels: [{ name: l, technique: Language model }]",
  },
  {
    name: "a language model of one's own",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-supplied (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {},
    },
    asOf: "2026-12-02",
    yaml: "regulatory: { omb: { highImpact: no } }\nacquisition: in-house\nmodels: [{ name: l, technique: Language model, origin: in-house }]",
  },
  {
    name: "a transformer of a supplier, and nobody says whether it is a language model",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-enough-facts (OMB M-26-04)"],
      missing: ["models[0].technique (whether it is a language model)", "acquisition"],
      contradictions: [],
      duties: { "not-enough-facts": nothingShown },
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: no } }
models: [{ name: hansa-7b, technique: Transformer, origin: supplier }]`,
  },
  {
    name: "a class for any purpose, and a technique that says nothing of language",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-enough-facts (OMB M-26-04)"],
      missing: ["models[0].technique (whether it is a language model)", "acquisition"],
      contradictions: [],
      duties: { "not-enough-facts": nothingShown },
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: no }, euAiAct: { riskClass: general-purpose } }
models: [{ technique: Deep learning, origin: supplier }]`,
  },
  {
    name: "a name and a base that may be those of a language model",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-enough-facts (OMB M-26-04)"],
      missing: [
        "models[0].technique (whether it is a language model)",
        "models[1].technique (whether it is a language model)",
        "models[0].origin",
      ],
      contradictions: [],
      duties: { "not-enough-facts": nothingShown },
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: no } }
acquisition: purchased
models: [{ name: helper-gpt, technique: Deep learning }, { name: tuned, technique: Deep learning, base: small-language-model-7b, origin: supplier }]`,
  },
  {
    name: "a transformer that is said to be no language model",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: none (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {},
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: no } }
models: [{ technique: 'Vision transformer, not a language model', origin: supplier }]`,
  },
  {
    name: "a generative model of one's own",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-supplied (OMB M-26-04)"],
      missing: [],
      contradictions: [],
      duties: {},
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: no } }
acquisition: in-house
models: [{ technique: Generative model, origin: in-house }]`,
  },
  {
    name: "a language model of one's own beside a transformer that is supplied",
    expected: {
      steps: ["high-impact: no (OMB M-25-21)", "language-model: not-enough-facts (OMB M-26-04)"],
      missing: ["models[1].technique (whether it is a language model)"],
      contradictions: [],
      duties: { "not-enough-facts": nothingShown },
    },
    asOf: "2026-12-02",
    yaml: `regulatory: { omb: { highImpact: no } }
acquisition: in-house
models: [{ technique: LLM, origin: in-house }, { name: other, technique: Transformer, origin: supplier }]`,
  },
];
