import { problem } from "../../diagnostics/codes/mappings.js";
import { containsTarget } from "../relationship.js";
import { likelyRelationship } from "../relationship-words.js";
import type { WrittenMapping, WrittenPair } from "../written.js";
import type { Collection } from "./claims.js";
import type { Findings } from "./findings.js";

/** Finds what is wrong with pairs one by one. */
export function findInPairs({ written, findings }: Collection): void {
  for (const mapping of written.mappings) {
    for (const pair of mapping.pairs) {
      checkRelationship(pair, mapping, findings);
      checkCoverage(pair, mapping, findings);
      checkQualifiers(pair, mapping, findings);
    }
    checkReasons(mapping, findings);
  }
}

function checkRelationship(pair: WrittenPair, mapping: WrittenMapping, findings: Findings): void {
  const { word, relationship, hasOwnNamespace, pointer } = pair;
  if (word === undefined || relationship !== undefined || hasOwnNamespace) return;
  const told = { word, meant: likelyRelationship(word) };
  findings.add(mapping.pointer, `${pointer}/relationship`, problem("mapping-unknown-relationship", undefined, told));
}

function checkCoverage({ coverage, relationship }: WrittenPair, mapping: WrittenMapping, findings: Findings): void {
  if (coverage === undefined || relationship === undefined) return;
  const { value, pointer } = coverage;
  // What is not a share is reported as that, with all that OSCAL itself says.
  if (value < 0 || value > 1) return;
  const fits =
    relationship === "no-relationship" ? value === 0 : containsTarget(relationship) ? value === 1 : value < 1;
  if (fits) return;
  const told = { relationship, coverage: value };
  findings.add(mapping.pointer, pointer, problem("mapping-coverage-unfit", undefined, told));
}

function checkQualifiers({ qualifiers, relationship }: WrittenPair, mapping: WrittenMapping, findings: Findings): void {
  if (relationship !== "equal-to" && relationship !== "equivalent-to") return;
  for (const { pointer, category, description } of qualifiers) {
    if (category !== "blocked") continue;
    const told = { relationship, description };
    findings.add(mapping.pointer, `${pointer}/category`, problem("mapping-blocked-pair", undefined, told));
  }
}

/** A pair without rationale is a fault; one with a rationale and without a reason of its own is only counted. */
function checkReasons(mapping: WrittenMapping, findings: Findings): void {
  const { pairs, pointer, matchingRationale } = mapping;
  const silent = pairs.filter(({ remarks = "" }) => remarks.trim() === "");
  let unexplained = 0;
  for (const pair of silent) {
    if (pair.matchingRationale === undefined && matchingRationale === undefined)
      findings.add(pointer, pair.pointer, problem("mapping-no-rationale", undefined));
    else unexplained += 1;
  }
  if (unexplained === 0) return;
  const told = { count: unexplained, of: pairs.length };
  findings.add(pointer, `${pointer}/maps`, problem("mapping-pairs-unexplained", undefined, told));
}
