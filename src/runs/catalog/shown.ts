import { resolve } from "node:path";
import { referenceOf } from "../../assessment/control-reference.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { fileAt } from "../../files/paths.js";
import { defined } from "../../foundation/defined.js";
import { controlFacts } from "../../oscal/control-facts.js";
import type { Control, Parameter } from "../../oscal/model.js";
import { withParameters } from "../../oscal/parameter-text.js";
import { catalogControls, catalogParameters } from "../../oscal/resolved-profile.js";
import type { CatalogControl, RelatedControl } from "../../report/catalog.js";
import type { ListedRule } from "../../report/explanation.js";
import type { KnownCatalog } from "../../workspace/catalogs.js";
import { readOverlays, type NamedOverlays, type OverlaidTexts } from "../../workspace/overlays.js";
import { readOverlaySettings } from "../../workspace/settings.js";
import { isWorkspace, openWorkspace } from "../../workspace/workspace.js";
import { listedRules } from "../explain/context.js";
import type { Host } from "../host.js";

/** A control that was found, and the catalog that has it. */
export interface FoundControl {
  readonly known: KnownCatalog;
  readonly control: Control;
}

/** Controls with all that is shown of them, and what is wrong with what was read for that. */
export interface ShownControls {
  readonly controls: readonly CatalogControl[];
  readonly problems: readonly Diagnostic[];
  /** Why rules of the workspace may be missing. */
  readonly incomplete: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
}

/**
 * Puts together what is shown of controls: their facts, texts of overlays, and the rules that speak for them, those of the workspace in
 * the host's folder too.
 * @param catalogs those that overlays may be for
 * @param named paths of overlays
 */
export async function shownControls(
  found: readonly FoundControl[],
  catalogs: readonly KnownCatalog[],
  named: readonly string[],
  host: Host,
): Promise<ShownControls> {
  const here = isWorkspace(host.folder, host.read);
  const settings = here ? await readOverlaySettings(resolve(host.folder), host.read) : undefined;
  const from: NamedOverlays = {
    ...defined({ workspace: settings && { ...settings.value, root: resolve(host.folder) } }),
    named,
    folder: host.folder,
  };
  const overlays = await readOverlays(from, catalogs, host.read);
  // What is wrong with descriptors keeps nothing from being shown.
  const opened = here ? await openWorkspace(resolve(host.folder), host.read, undefined, ".") : undefined;
  const rules = await listedRules(opened?.value, host);
  const views = new Map<KnownCatalog, CatalogView>();
  const viewOf = (known: KnownCatalog): CatalogView => {
    let view = views.get(known);
    if (view === undefined) views.set(known, (view = catalogView(known, overlays.value.textsFor(known))));
    return view;
  };
  const ofSettings = settings?.value.source?.file;
  return {
    controls: found.map(({ known, control }) => controlIn(viewOf(known), control, rules.rules)),
    problems: [...(settings?.problems ?? []), ...overlays.problems],
    incomplete: rules.problems.filter(({ severity }) => severity === "error"),
    files: [
      ...overlays.value.files,
      ...(ofSettings === undefined ? [] : [ofSettings]),
      ...(opened?.value?.ruleFiles.rules ?? []).map(({ file }) => fileAt(file)),
    ],
  };
}

/** A catalog as its controls need it. */
interface CatalogView {
  readonly known: KnownCatalog;
  readonly byId: ReadonlyMap<string, Control>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly texts: ReadonlyMap<string, OverlaidTexts>;
}

function catalogView(known: KnownCatalog, texts: ReadonlyMap<string, OverlaidTexts>): CatalogView {
  return {
    known,
    byId: new Map([...catalogControls(known.catalog)].map(({ control }) => [control.id, control])),
    parameters: new Map([...catalogParameters(known.catalog)].map((each) => [each.id, each])),
    texts,
  };
}

function controlIn(view: CatalogView, control: Control, rules: readonly ListedRule[]): CatalogControl {
  const { known, parameters, texts } = view;
  const facts = controlFacts(control, true);
  const { statement, guidance } = texts.get(control.id) ?? {};
  return {
    catalog: { name: known.name, title: known.catalog.metadata.title },
    control,
    facts: {
      ...facts,
      statement: statement?.text ?? withParameters(facts.statement, parameters),
      guidance: guidance?.text ?? withParameters(facts.guidance, parameters),
    },
    overlaid: defined({ statement: statement?.file, guidance: guidance?.file }),
    related: relatedTo(control, view),
    rules: rules.filter(({ rule }) => rule.controls.includes(referenceOf(control))),
  };
}

function relatedTo({ links = [] }: Control, { byId }: CatalogView): RelatedControl[] {
  return links.flatMap(({ href, rel }) => {
    if (rel !== "related") return [];
    const other = href.startsWith("#") ? byId.get(href.slice(1)) : undefined;
    return [other === undefined ? { control: href } : { control: referenceOf(other), title: other.title }];
  });
}
