import { problem } from "../../diagnostics/codes/oscal.js";
import { defined } from "../../foundation/defined.js";
import { isObject, type JsonObject } from "../../foundation/json-value.js";
import { rootOf, type OscalModel } from "../model.js";
import type { WalkPosition } from "../model/walk-objects.js";
import type { Watch } from "../watch.js";
import type { WrongLabels } from "../wrong-labels.js";
import type { OscalProblem } from "./problem.js";
import { FrameworkEvidence } from "./framework-evidence.js";

/** Where controls stand that have a title of the document's own, by model: the key of the object. */
const places: Partial<Record<OscalModel, readonly string[]>> = {
  catalog: ["controls"],
  profile: ["adds"],
  "component-definition": ["implemented-requirements"],
  "mapping-collection": ["sources", "targets"],
};

/** Properties that name a control. */
const idProperties = ["id", "control-id", "id-ref"] as const;

/** Names of props that hold a title, in whatever namespace. */
const titleProps: ReadonlySet<string> = new Set(["title", "control-title", "control-name", "label"]);

/** What begins as the label of a control does, and not as a title. */
const isLabel = /^\s*(?:[a-z]\.?)?\d/i;

/** Controls that a document calls by a title that is widely given to them and wrong, where it says of which framework they are. */
export class MislabelledControls implements Watch {
  readonly properties: readonly string[] = [];
  readonly keys: ReadonlySet<string>;
  /** What has been found so far. */
  readonly problems: OscalProblem[] = [];
  readonly #labels: Pick<WrongLabels, "labelled">;
  readonly #evidence: FrameworkEvidence;

  constructor(document: unknown, labels: Pick<WrongLabels, "labelled">) {
    const found = rootOf(document);
    this.keys = new Set(found && places[found.model]);
    this.#labels = labels;
    this.#evidence = new FrameworkEvidence(found?.root ?? {});
  }

  property(): void {
    // It looks at objects alone.
  }

  object(owner: JsonObject, key: string, place: WalkPosition<unknown>): void {
    const titles = titlesOf(owner);
    if (titles.length === 0) return;
    const framework = this.#frameworkOf(owner, key, place);
    if (framework === undefined) return;
    for (const id of idsOf(owner, key === "adds" ? place.around("alters") : undefined)) {
      for (const { title, at } of titles) {
        const wrong = this.#labels.labelled(framework, id, title);
        if (wrong === undefined) continue;
        const told = { id, title, control: wrong.control, right: wrong.title, seen: wrong.seen };
        const { code, severity, message, fix } = problem("control-mislabelled", undefined, told);
        const found = { code, severity, message, ...defined({ fix }), value: title };
        this.problems.push({ ...found, origin: { kind: "aims", rule: code }, pointer: place.pointer(...at) });
        return;
      }
    }
  }

  #frameworkOf(owner: JsonObject, key: string, place: WalkPosition<unknown>): string | undefined {
    const evidence = this.#evidence;
    if (key === "sources" || key === "targets") {
      const side = place.around("mappings")?.[key === "sources" ? "source-resource" : "target-resource"];
      // Of the other side the title of the document speaks as well.
      return evidence.of([owner], [isObject(side) ? side : {}]);
    }
    if (key === "adds") return evidence.ofProfile(owner);
    const holders = key === "controls" ? ["controls", "groups"] : ["control-implementations"];
    return evidence.ofDocument(
      [owner],
      holders.map((each) => place.around(each)).filter((each) => each !== undefined),
    );
  }
}

/** The names by which the control is known: its labels, where it has some, or else its id. */
function idsOf(owner: JsonObject, altered: JsonObject | undefined): string[] {
  const labels = propsOf(owner).flatMap(({ name, value }) => (name === "label" && isLabel.test(value) ? [value] : []));
  if (labels.length > 0) return labels;
  const ids = idProperties.flatMap((property) => [owner[property], altered?.[property]]);
  return ids.filter((id) => typeof id === "string");
}

interface Title {
  readonly title: string;
  /** Segments from the control to it. */
  readonly at: readonly (string | number)[];
}

function titlesOf(owner: JsonObject): Title[] {
  const { title } = owner;
  const own: Title[] = typeof title === "string" ? [{ title, at: ["title"] }] : [];
  return [
    ...own,
    ...propsOf(owner).flatMap(({ name, value, index }) =>
      titleProps.has(name) ? [{ title: value, at: ["props", index, "value"] }] : [],
    ),
  ];
}

function propsOf({ props }: JsonObject): { readonly name: string; readonly value: string; readonly index: number }[] {
  if (!Array.isArray(props)) return [];
  return (props as readonly unknown[]).flatMap((prop, index) => {
    if (!isObject(prop)) return [];
    const { name, value } = prop;
    return typeof name === "string" && typeof value === "string" ? [{ name, value, index }] : [];
  });
}
