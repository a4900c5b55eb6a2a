import { expect } from "vitest";
import { nodeHost } from "../../src/runs/host.js";
import { evaluatorFor, loadPolicy, type LoadedPolicy } from "../../src/workspace/policy.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder } from "./folder.js";

const metadata = (id: string): string => `# METADATA
# title: Own
# description: A rule of the workspace.
# custom:
#   id: ${id}
#   subject: system
#   controls: [iso42001:4.3]
#   severity: low
#   remediation: None.
`;

/** The policy of a workspace with rules, given as the bodies of their packages, or as whole modules. */
export async function loaded(rules: Readonly<Record<string, string>>): Promise<LoadedPolicy> {
  const files = Object.entries(rules).map(([name, body]) => [
    `rules/${name}.rego`,
    body.startsWith("package") ? body : `${metadata(name)}package acme.${name}\n\n${body}\n`,
  ]);
  const folder = temporaryFolder({
    "aims.yaml": "profile: iso-42001-starter\n",
    ...(Object.fromEntries(files) as Record<string, string>),
  });
  const host = nodeHost(folder, {});
  const { value: workspace } = await openWorkspace(folder, host.read, undefined);
  if (workspace === undefined) throw new Error("no workspace");
  const { value, problems } = await loadPolicy(workspace.ruleFiles, host.read, undefined);
  expect(problems).toEqual([]);
  return value ?? expect.fail("the rules cannot run");
}

/** What a rule says of a system. */
export async function observed({ policy }: LoadedPolicy, id: string): Promise<unknown> {
  const rules = policy.rules.filter((rule) => rule.id === id);
  const evaluator = await evaluatorFor({ policy, rules, parameters: {}, systems: [], timeLimit: 10 });
  try {
    const input = new TextEncoder().encode(JSON.stringify({ system: { id: "a" }, asOf: "2026-11-01" }));
    const [outcomes] = await evaluator.evaluate("system", [input]);
    return outcomes?.get(id);
  } finally {
    await evaluator.close();
  }
}

/** The body of a rule that says a value of every system. */
export const says = (value: string): string =>
  `observed contains {"message": sprintf("%v", [${value}]), "at": "/system"}`;
/** What it says then. */
export const said = (message: string): unknown =>
  expect.objectContaining({ output: expect.objectContaining({ observed: [{ message, at: "/system" }] }) as unknown });
