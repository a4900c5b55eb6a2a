import type { System } from "../../generated/descriptor.js";
import type { Fact, ImportedSystem, Importer, ImportSession } from "../importer.js";
import { AnswerForm } from "../kit/answers.js";
import { DescriptorDraft } from "../kit/draft.js";
import { FieldReader, type Conventions } from "../kit/field-reader.js";
import { takeFields } from "../kit/field-table.js";
import { reportId } from "../kit/id-oddities.js";
import { IdRegistry, slug, type AssignedId } from "../kit/ids.js";
import { parsePythonList } from "../kit/lists.js";
import type { SourceRecord } from "../kit/record.js";
import { cut, type Repairs } from "../kit/text.js";
import { commonSpellings } from "./answers.js";
import { checkElsewhere, checkRecord } from "./checks.js";
import { columns, type Column } from "./columns.js";
import { fields, LONGEST_LABEL } from "./fields.js";
import { otherLayouts } from "./other-layouts.js";

/** Dashes and apostrophes that a change of code page turned into letters. */
const repairs: Repairs = [
  [/(?<=\s)ñ(?=\s)/g, "-"],
  [/(?<=[a-z])í(?=s\b)/g, "'"],
  [/(?<=\))ý/g, " "],
];

const conventions: Conventions = {
  dates: "month/day/year",
  repairs,
  parseList: parsePythonList,
  form: new AnswerForm(
    fields
      .flatMap(({ from, answers }) => (answers ? [[from, answers] as const] : []))
      .sort(([a], [b]) => columns.indexOf(a) - columns.indexOf(b)),
    commonSpellings,
  ),
};

/** The US federal AI use case inventory of 2025 under OMB Memorandum M-25-21: one record a use case, 36 columns. */
export const usFederal2025: Importer = {
  reads: { kind: "csv", columns, others: otherLayouts },
  workspace: {
    organization: {
      id: "us-federal-agencies",
      name: "US federal agencies of the AI use case inventory 2025",
      description: "The agencies whose records the imported inventory holds.",
    },
    profile: "us-federal-high-impact",
  },
  start: (importer) => new FederalImport(importer),
};

class FederalImport implements ImportSession {
  readonly #importer: string;
  readonly #ids = new IdRegistry(repairs);
  readonly #units = new Set<string>();
  #highImpact = 0;
  #highImpactDeployed = 0;

  constructor(importer: string) {
    this.#importer = importer;
  }

  add(record: SourceRecord): ImportedSystem {
    const reader = new FieldReader(record, conventions);
    const imported = describe(reader, this.#assignId(reader, record.place.line), record, this.#importer);
    const unit = found(reader, "agency_name") || found(reader, "agency");
    if (unit !== "") this.#units.add(cut(unit, LONGEST_LABEL));
    this.#count(imported.descriptor);
    return imported;
  }

  units(): readonly string[] {
    return [...this.#units].sort();
  }

  facts(): readonly Fact[] {
    return [
      { label: "high-impact", count: this.#highImpact },
      { label: "of them deployed", count: this.#highImpactDeployed },
    ];
  }

  #assignId(reader: FieldReader, line: number): AssignedId {
    const name = found(reader, "use_case_name");
    const unit = found(reader, "agency");
    return this.#ids.assign({
      unit,
      written: found(reader, "id"),
      name,
      identity: [unit, found(reader, "agency_bureau"), name],
      content: () => columns.map((column) => reader.value(column) ?? ""),
      line,
    });
  }

  #count({ regulatory, lifecycle }: System): void {
    if (regulatory?.omb?.highImpact !== "yes") return;
    this.#highImpact += 1;
    if (lifecycle?.stage === "deployed") this.#highImpactDeployed += 1;
  }
}

/** The statements of one record and nothing else: blanks stay blank, and no control is judged. */
function describe(reader: FieldReader, assigned: AssignedId, record: SourceRecord, importer: string): ImportedSystem {
  reportId(reader, assigned, {
    id: "id",
    name: "use_case_name",
    unit: "the same agency",
    scope: "the same agency and bureau",
    content: "every cell",
  });
  checkElsewhere(reader, assigned);
  const draft = new DescriptorDraft();
  putIdentity(draft, reader, assigned);
  takeFields(fields, reader, draft);
  const descriptor = draft.finish(importer, record.place);
  checkRecord(reader, descriptor);
  return {
    descriptor,
    group: slug(found(reader, "agency"), 40) || "no-agency",
    oddities: reader.oddities(found(reader, "id"), assigned.id),
  };
}

function putIdentity(draft: DescriptorDraft, reader: FieldReader, { id, origin }: AssignedId): void {
  draft.put(["kind"], "system");
  draft.put(["id"], id, reader.source("id", id, origin === "generated" ? "inferred" : undefined));
  const name = cut(found(reader, "use_case_name"), 20_000);
  if (name !== "") {
    draft.put(["name"], name, reader.source("use_case_name", name));
    return;
  }
  const written = cut(found(reader, "id"), LONGEST_LABEL);
  const made = written === "" ? "Use case without a name" : `Use case ${written}`;
  draft.put(["name"], made, reader.source("use_case_name", made, "inferred"));
}

function found(reader: FieldReader, column: Column): string {
  return reader.found(column);
}
