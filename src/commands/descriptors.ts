import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { readDescriptors, type OrganizationSubject, type SystemSubject } from "../inventory/descriptors.js";
import type { Workspace } from "./workspace.js";

/** Reads the organization's descriptor; what is wrong with it is added to the diagnostics. */
export async function readOrganization(workspace: Workspace, diagnostics: Diagnostic[]): Promise<OrganizationSubject | undefined> {
  if (!workspace.organization.exists) {
    diagnostics.push({
      code: "no-organization",
      severity: "warning",
      message: "There is no descriptor of the organization: the OSCAL documents will not name it.",
      file: workspace.organization.file.name,
      fix: "Write organization.yaml with kind: organization, an id and a name.",
    });
    return undefined;
  }
  let organization: OrganizationSubject | undefined;
  for await (const result of readDescriptors([workspace.organization.file], workspace.root)) {
    diagnostics.push(...result.diagnostics);
    const { subject } = result;
    if (subject?.kind === "organization" && !organization) organization = subject;
    else if (subject) {
      diagnostics.push(misplaced(subject, "organization", "Write one organization into this file, and systems into systems/."));
    }
  }
  return organization;
}

/** Reads the systems one by one and yields those whose descriptors are valid; what is wrong with the others is added to the diagnostics. */
export async function* readSystems(workspace: Workspace, diagnostics: Diagnostic[]): AsyncGenerator<SystemSubject> {
  for await (const { subject, diagnostics: found } of readDescriptors(workspace.systems, workspace.root)) {
    diagnostics.push(...found);
    if (subject?.kind === "system") yield subject;
    else if (subject) diagnostics.push(misplaced(subject, "system", "Keep the organization's descriptor apart from systems/."));
  }
}

function misplaced({ kind, source }: SystemSubject | OrganizationSubject, wanted: string, fix: string): Diagnostic {
  return {
    code: "kind-out-of-place",
    severity: "error",
    message: `This descriptor is of the kind "${kind}"; here a "${wanted}" is expected.`,
    file: source.file,
    line: source.line,
    column: 1,
    fix,
  };
}
