import type { Basis, DescriptorFile } from "../../assessment/assessment.js";
import type { Scope, ScopedControl, SelectedRule } from "../../assessment/scope.js";
import type { Day } from "../../foundation/day.js";
import { projectNamespace, uuidV5 } from "../../foundation/uuid.js";
import type { OrganizationSubject } from "../../inventory/descriptors.js";
import {
  oscalVersion,
  type ComponentControlImplementation,
  type ComponentDefinition,
  type ComponentImplementedRequirement,
  type DefinedComponent,
  type Link,
  type Metadata,
  type Property,
  type Resource,
  type SetParameter,
} from "../../oscal/model.js";
import { pathBase } from "../../oscal/properties.js";
import type { ResolvedProfile } from "../../oscal/resolved-profile.js";
import type { RuleId } from "../../policy/rule.js";
import { workspaceUuids, type UuidMaker } from "./identities.js";
import { pathHref } from "./resources.js";
import { checkProperties, frameworkProperty, ruleProperties, ruleReference, ruleSetNames } from "./rule-properties.js";
import { line, markup, organizationParty, policyProperties, property, startOfDay } from "./shared.js";

/** The rules under a profile, as a component definition has them. */
export interface RulesUnderProfile {
  readonly tool: { readonly version: string };
  /** Day for which the definition holds. */
  readonly asOf: Day;
  readonly profile: {
    /** Name of a shipped profile, or the name of the profile's file without its folder. */
    readonly name: string;
    readonly resolved: ResolvedProfile;
  };
  /** SHA-256 of the compiled rules. */
  readonly policy: Basis["policy"];
  readonly scope: Scope;
  /** The workspace; left out for the rules that ship with aims alone. */
  readonly workspace?: {
    /** The organization, where a descriptor describes it. */
    readonly organization?: OrganizationSubject;
    /** The Rego files of the workspace's own rules. */
    readonly ruleFiles: ReadonlyMap<RuleId, DescriptorFile>;
  };
}

/** Titles of the components; the checks name the first as what they are about. */
const titles = { rules: "AI management system", checks: "aims" } as const;

/**
 * The rules that speak for a control of the profile as a component definition (OSCAL implementation layer), with the properties by which
 * compliance-trestle and Compliance-to-Policy know rules: a component with the rules, their parameters and the controls that they speak
 * for, and a component of the type `validation` with the check of each. Rules stand by id, controls as the profile resolves them.
 * @param source href of the profile
 */
export function componentDefinition(
  basis: RulesUnderProfile,
  source: string,
): { "component-definition": ComponentDefinition } {
  const { profile, scope, workspace } = basis;
  const uuid = uuidMaker(workspace);
  const key = profile.resolved.profile.uuid;
  return {
    "component-definition": {
      uuid: uuid("document", "component-definition", key),
      metadata: metadata(basis, uuid),
      components: [rulesComponent(basis, source, uuid), checksComponent(basis, uuid)],
      "back-matter": { resources: scope.rules.map((selected) => ruleResource(selected, workspace, uuid)) },
    },
  };
}

/** The rules that ship with aims are no workspace's: their namespace is one of the project. */
function uuidMaker(workspace: RulesUnderProfile["workspace"]): UuidMaker {
  if (workspace !== undefined) return workspaceUuids(workspace.organization?.descriptor.id ?? "");
  const namespace = uuidV5(projectNamespace, "shipped-rules");
  return (kind, ...key) => uuidV5(namespace, JSON.stringify([kind, ...key]));
}

function metadata({ asOf, profile, workspace }: RulesUnderProfile, uuid: UuidMaker): Metadata {
  const owner = uuid("party", "organization");
  return {
    // The title of a profile is markup already.
    title: `Rules of aims under the profile ${profile.resolved.profile.metadata.title}`,
    "last-modified": startOfDay(asOf),
    version: asOf,
    "oscal-version": oscalVersion,
    ...(workspace?.organization === undefined
      ? {}
      : {
          roles: [{ id: "system-owner", title: "Owner of the AI management system" }],
          parties: [organizationParty(owner, workspace.organization)],
          "responsible-parties": [{ "role-id": "system-owner", "party-uuids": [owner] }],
        }),
  };
}

function rulesComponent(basis: RulesUnderProfile, source: string, uuid: UuidMaker): DefinedComponent {
  const { scope, profile } = basis;
  const names = ruleSetNames(scope);
  const links = scope.rules.map(({ rule }): Link => ({
    href: `#${uuid("rule", rule.id)}`,
    rel: "reference",
    text: markup(rule.title),
  }));
  return {
    uuid: uuid("defined-component", "rules"),
    type: "service",
    title: titles.rules,
    description:
      "The AI management system of an organization and the AI systems that it covers: what the rules ask about. The prop subject-kind of a rule says which of the two.",
    props: scope.rules.flatMap(({ rule }) => ruleProperties(rule, names, profile.resolved)),
    links,
    "control-implementations": [controlImplementation(basis, source, uuid)],
  };
}

function controlImplementation(
  { scope, profile: { name, resolved } }: RulesUnderProfile,
  source: string,
  uuid: UuidMaker,
): ComponentControlImplementation {
  const key = resolved.profile.uuid;
  const parameters = setParameters(scope, resolved);
  return {
    uuid: uuid("control-implementation", key),
    source,
    description: resolved.profile.metadata.title,
    props: [frameworkProperty(name)],
    ...(parameters.length === 0 ? {} : { "set-parameters": parameters }),
    "implemented-requirements": scope.controls.flatMap((control) => requirement(control, scope, key, uuid)),
  };
}

/** The profile's values of what the rules read, by id; a parameter without a value sets nothing. */
function setParameters({ rules }: Scope, { parameters }: ResolvedProfile): SetParameter[] {
  const read = [...new Set(rules.flatMap(({ rule }) => rule.parameters))].sort();
  return read.flatMap((id) => {
    const values = parameters.get(id)?.values ?? [];
    return values.length === 0 ? [] : [{ "param-id": id, values: values.map(line) }];
  });
}

/** None for a control that no rule speaks for: silence is not an implementation. */
function requirement(
  { id, reference }: ScopedControl,
  { rules }: Scope,
  profile: string,
  uuid: UuidMaker,
): ComponentImplementedRequirement[] {
  const speaking = rules.filter(({ controls }) => controls.includes(reference)).map(({ rule }) => rule);
  if (speaking.length === 0) return [];
  return [
    {
      uuid: uuid("control-implementation", profile, id),
      "control-id": id,
      description: `Rules check it: ${speaking.map(({ title }) => markup(title)).join("; ")}.`,
      props: speaking.map((rule) => ruleReference(rule)),
    },
  ];
}

/** What makes the checks: aims, with the digest of the rules as they run. */
function checksComponent({ tool, policy, scope }: RulesUnderProfile, uuid: UuidMaker): DefinedComponent {
  const names = ruleSetNames(scope);
  const props: Property[] = [
    { name: "version", value: tool.version },
    ...policyProperties(policy),
    ...scope.rules.flatMap(({ rule }) => checkProperties(rule, names, titles.rules)),
  ];
  return {
    uuid: uuid("defined-component", "checks"),
    type: "validation",
    title: titles.checks,
    description: "Evaluates Rego rules, compiled to WASM, on descriptors of AI systems and of the organization.",
    props,
  };
}

/** The page of a rule that ships with aims, from the folder of its package, or the file of a workspace's own rule. */
function ruleResource({ rule }: SelectedRule, workspace: RulesUnderProfile["workspace"], uuid: UuidMaker): Resource {
  const own = workspace?.ruleFiles.get(rule.id);
  return {
    uuid: uuid("rule", rule.id),
    title: markup(rule.title),
    description: markup(rule.remediation),
    props: [property("rule-id", rule.id), property(pathBase, own === undefined ? "package" : "workspace")],
    rlinks:
      own === undefined
        ? [{ href: `docs/rules/${pathHref(rule.id)}.md`, "media-type": "text/markdown" }]
        : [{ href: pathHref(own.name), hashes: [{ algorithm: "SHA-256", value: own.sha256 }] }],
  };
}
