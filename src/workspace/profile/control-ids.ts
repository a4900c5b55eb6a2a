import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isObject } from "../../foundation/json-value.js";
import { controlCalled } from "../../oscal/control-names.js";
import type { Control } from "../../oscal/model.js";
import type { DocumentLoader, LoadedDocument } from "../../oscal/resolve.js";

/** Pointers to what names a control in a profile; of one in an import, with the index of that. */
const controlNames =
  /^\/profile\/(?:imports\/(\d+)\/(?:include|exclude)-controls\/\d+\/with-ids\/\d+|merge\/.*\/with-ids\/\d+|modify\/alters\/\d+\/control-id)$/;

/** Codes of what is no id at all; about ids that nobody has, others say what was meant. */
const malformed: ReadonlySet<Diagnostic["code"]> = new Set(["oscal-wrong-form", "oscal-wrong-type"]);

/**
 * The problems of a profile that is not valid, where an entry that is no id is the label, number or reference of a control, with the id
 * that the control has in what the profile imports.
 * @param load gets what the profile imports
 */
export async function withControlIds(
  diagnostics: readonly Diagnostic[],
  profile: LoadedDocument,
  load: DocumentLoader,
): Promise<readonly Diagnostic[]> {
  const known = new Map<string, readonly Control[]>();
  const explained: Diagnostic[] = [];
  for (const each of diagnostics) {
    const [place, index = ""] = controlNames.exec(each.pointer ?? "") ?? [];
    const name = place === undefined || !malformed.has(each.code) ? undefined : nameAt(place, each, profile);
    if (name === undefined) {
      explained.push(each);
      continue;
    }
    const controls = known.get(index) ?? (await importedControls(profile, index, load));
    known.set(index, controls);
    explained.push(withId(each, name, controls));
  }
  return explained;
}

function withId(problem: Diagnostic, name: string, controls: readonly Control[]): Diagnostic {
  const control = controlCalled(name, controls);
  if (control !== undefined) {
    const fix = `Write ${control.id}, the id of the control ${name} (${control.title}).`;
    return { ...problem, fix, suggestion: control.id };
  }
  if (problem.suggestion !== undefined) return problem;
  const [first] = controls;
  const example = first === undefined ? "" : `, such as ${first.id}`;
  return { ...problem, fix: `Name a control by the id that it has in its catalog${example}.` };
}

/** A text or number as it stands in the file: `5.10` is not 5.1. */
function nameAt(pointer: string, { value }: Diagnostic, { document }: LoadedDocument): string | undefined {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" ? (document.written?.(pointer) ?? String(value)) : undefined;
}

/** All controls of an import, or of all imports where the index is empty; none where they cannot be read. */
async function importedControls(
  { uri, document }: LoadedDocument,
  index: string,
  load: DocumentLoader,
): Promise<readonly Control[]> {
  const profile = isObject(document.value) ? document.value["profile"] : undefined;
  if (!isObject(profile) || !Array.isArray(profile["imports"])) return [];
  const { uuid, metadata, imports } = profile;
  const resources = profile["back-matter"];
  const wanted = index === "" ? (imports as unknown[]) : [(imports as unknown[])[Number(index)]];
  const whole = {
    ...{ uuid, metadata },
    imports: wanted.map((each) => ({ href: isObject(each) ? each["href"] : undefined, "include-all": {} })),
    ...(resources === undefined ? {} : { "back-matter": resources }),
  };
  const [{ validateOscal }, { resolveProfile }, { catalogControls }] = await Promise.all([
    import("../../oscal/validate.js"),
    import("../../oscal/resolve.js"),
    import("../../oscal/resolved-profile.js"),
  ]);
  const value = { profile: whole };
  if ((await validateOscal(value)).length > 0) return [];
  const { file, line } = document;
  const root: LoadedDocument = {
    uri,
    document: { file, line, value, locate: () => ({ line, column: 1 }), frame: () => "" },
  };
  const { document: resolved } = await resolveProfile(root, load, { lastModified: "2000-01-01T00:00:00Z", tool: "" });
  return resolved === undefined ? [] : [...catalogControls(resolved.catalog)].map(({ control }) => control);
}
