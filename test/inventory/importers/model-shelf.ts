import type { Fact, ImportedSystem, Importer, ImporterEntry, ImportSession } from "../../../src/inventory/importers.js";
import { AnswerList, namedAnswers } from "../../../src/inventory/importers/kit/answers.js";
import { DescriptorDraft } from "../../../src/inventory/importers/kit/draft.js";
import { FieldReader, type Conventions } from "../../../src/inventory/importers/kit/field-reader.js";
import {
  answer,
  date,
  each,
  links,
  practice,
  takeFields,
  text,
  texts,
} from "../../../src/inventory/importers/kit/field-table.js";
import { reportId } from "../../../src/inventory/importers/kit/id-oddities.js";
import { IdRegistry, slug } from "../../../src/inventory/importers/kit/ids.js";
import type { SourceRecord } from "../../../src/inventory/importers/kit/record.js";

const conventions: Conventions = { dates: "day/month/year", fillers: new Set(["see wiki"]) };

const fields = [
  text(["unit"], ["owner", "team"]),
  answer(["lifecycle", "stage"], "status", namedAnswers({ deployed: ["Live"], development: ["Draft"] })),
  date(["lifecycle", "deployedOn"], "live since"),
  text(["purpose", "problem"], "purpose"),
  texts(["purpose", "users"], "users"),
  practice(
    ["practices", "testing"],
    ["checks", "tested"],
    new AnswerList([
      { says: { state: "done" }, spelled: ["true"] },
      { says: { state: "not-done" }, spelled: ["false"] },
    ]),
  ),
  each(["data", "sets"], "data", [text(["name"], "name"), text(["licence"], "licence")]),
  links(["models", 0, "cardUri"], "card"),
];

/** A format that nobody has: a JSON or YAML document with the models of a company's shelf. */
const modelShelf: Importer = {
  reads: { kind: "document", syntax: "by-ending", records: "/shelf/models" },
  workspace: {
    organization: { id: "shelf", name: "Shelf", description: "Whose models the shelf holds." },
    profile: "iso-42001-starter",
  },
  start: (importer) => new ShelfImport(importer),
};

class ShelfImport implements ImportSession {
  readonly #importer: string;
  readonly #ids = new IdRegistry();
  readonly #units = new Set<string>();
  #untested = 0;

  constructor(importer: string) {
    this.#importer = importer;
  }

  add(record: SourceRecord): ImportedSystem {
    const reader = new FieldReader(record, conventions);
    const team = reader.found(["owner", "team"]);
    const assigned = this.#ids.assign({
      unit: team,
      written: reader.found("ref"),
      name: reader.found("name"),
      identity: [team, reader.found("name")],
      content: () => record.fields,
      line: record.place.line,
    });
    const words = { unit: "the same team", scope: "the same team", content: "every field" };
    reportId(reader, assigned, { id: "ref", name: "name", ...words });
    const draft = new DescriptorDraft();
    draft.put(["kind"], "system");
    draft.put(["id"], assigned.id, reader.source("ref", assigned.id));
    const name = reader.text("name") ?? assigned.id;
    draft.put(["name"], name, reader.source("name", name));
    takeFields(fields, reader, draft);
    const descriptor = draft.finish(this.#importer, record.place);
    if (team !== "") this.#units.add(team);
    if (descriptor.practices?.testing?.state === "not-done") this.#untested += 1;
    return {
      descriptor,
      group: slug(team, 40) || "no-team",
      oddities: reader.oddities(reader.found("ref"), assigned.id),
    };
  }

  units(): readonly string[] {
    return [...this.#units].sort();
  }

  facts(): readonly Fact[] {
    return this.#untested === 0 ? [] : [{ label: "untested", count: this.#untested }];
  }
}

export const modelShelfEntry: ImporterEntry = {
  summary: "models on a shelf",
  load: () => Promise.resolve(modelShelf),
};
