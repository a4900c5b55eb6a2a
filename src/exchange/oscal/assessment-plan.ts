import type { Activity, AssessmentPlan, ReviewedControls, SystemComponent } from "../../oscal/model.js";
import type { Scope, SelectedRule } from "../../assessment/scope.js";
import { chainFiles, markup, metadata, policyProperties, property } from "./shared.js";
import type { Assessment } from "../../assessment/assessment.js";
import { Identities } from "./identities.js";

/** The assessment plan (OSCAL assessment layer): an activity for each rule, the controls under review, the tool that does it. */
export function assessmentPlan(assessment: Assessment): { "assessment-plan": AssessmentPlan } {
  const ids = new Identities(assessment);
  const { scope } = assessment;
  return {
    "assessment-plan": {
      uuid: ids.document("assessment-plan"),
      metadata: metadata("Assessment plan of the AI management system", assessment, ids),
      "import-ssp": { href: chainFiles.systemSecurityPlan },
      "local-definitions": { activities: scope.rules.map((selected) => activity(selected, scope, ids)) },
      "reviewed-controls": reviewedControls(scope),
      "assessment-subjects": [{ type: "component", "include-all": {} }],
      "assessment-assets": {
        components: [tool(assessment, ids)],
        "assessment-platforms": [
          { uuid: ids.platform, title: "aims", "uses-components": [{ "component-uuid": ids.tool }] },
        ],
      },
      tasks: [
        {
          uuid: ids.task(),
          type: "action",
          title: "Evaluate the rules on every subject",
          "associated-activities": scope.rules.map(({ rule }) => ({
            "activity-uuid": ids.activity(rule.id),
            subjects: [{ type: "component", "include-all": {} }],
          })),
        },
      ],
    },
  };
}

function activity({ rule, controls }: SelectedRule, scope: Scope, ids: Identities): Activity {
  const selected = scope.controls.filter((control) => controls.includes(control.reference));
  return {
    uuid: ids.activity(rule.id),
    title: markup(rule.title),
    description: markup(rule.description),
    props: [
      { name: "method", value: "EXAMINE" },
      property("rule-id", rule.id),
      property("severity", rule.severity),
      property("subject-kind", rule.subject),
    ],
    "related-controls": {
      "control-selections": [{ "include-controls": selected.map((control) => ({ "control-id": control.id })) }],
    },
  };
}

/** The controls that the profile selects. */
export function reviewedControls(scope: Scope): ReviewedControls {
  return {
    "control-selections": [{ "include-controls": scope.controls.map((control) => ({ "control-id": control.id })) }],
  };
}

/** The software that makes the observations, with the digest of the policy it ran. */
export function tool({ tool: { version }, basis }: Assessment, ids: Identities): SystemComponent {
  return {
    uuid: ids.tool,
    type: "software",
    title: "aims",
    description: "Evaluates Rego rules, compiled to WASM, on descriptors of AI systems.",
    props: [{ name: "version", value: version }, ...policyProperties(basis.policy)],
    status: { state: "operational" },
  };
}
