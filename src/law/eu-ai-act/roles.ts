import type { Step } from "../derivation.js";
import { stepOf } from "../facts.js";
import { cited } from "./act.js";
import { at, type Case } from "./case.js";

/** The roles of the organization for a system. */
export interface Roles {
  readonly step: Step;
  /** As recorded, with those that the Act adds: by them, provisions of the catalog bind. Empty where nobody recorded one. */
  readonly counted: ReadonlySet<string>;
}

/**
 * Step 2: the roles under the Act (Arts. 3 and 25). A manufacturer that offers its product with the system in it under its own name counts
 * as its provider (Art. 25(3)); for systems that are not high-risk, the rules of aims count it so too.
 */
export function roles({ act, recorded, facts }: Case): Roles {
  const { role, furtherRoles = [] } = recorded;
  const all = new Set([...(role === undefined ? [] : [role]), ...furtherRoles]);
  const manufactures = all.has("product-manufacturer");
  const counted = new Set<string>(all);
  if (manufactures) counted.add("provider");
  // Whose system is a general-purpose model is the provider that Chapter V speaks of; the tier of a provision sorts that out.
  if (counted.has("provider")) counted.add("gpai-provider");
  const base = { id: "role", title: "Role", facts: facts.at(...at("role", "furtherRoles")) };
  const articles = cited(act, "art-3");
  if (all.size === 0) {
    const answer = "Nobody recorded which role the organization has; provisions that bind a role are left open.";
    const step = stepOf({
      ...base,
      articles,
      outcome: "not-enough-facts",
      answer,
      missing: facts.blank(...at("role")),
    });
    return { step, counted };
  }
  const named = [...all].join(", ");
  const step = stepOf({
    ...base,
    articles: manufactures ? [...articles, `${cited(act, "art-25").join("")}(3)`] : articles,
    outcome: named,
    answer: `The organization is ${[...all].map((each) => `${/^[aeiou]/.test(each) ? "an" : "a"} ${each.replaceAll("-", " ")}`).join(" and ")}.`,
    missing: role === undefined ? facts.blank(...at("role")) : [],
    notes: manufactures
      ? [
          "A product manufacturer that offers a high-risk system with its product under its own name counts as its provider; the rules of aims count it so for any system.",
        ]
      : [],
  });
  return { step, counted };
}
