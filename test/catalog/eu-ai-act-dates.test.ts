import { describe, expect, test } from "vitest";

import { aimsNamespace, propValues } from "./documents.js";
import { articles, controls, hasReference, ids, readReference, withoutReference } from "./eu-ai-act.js";
import { catalogRows, inOrder, ownProps, referenceRows, type DateRow } from "./eu-ai-act-dates.js";

const rows = inOrder(controls.flatMap(catalogRows));

/** Beside the timing of the articles: what `key_dates` and `date_checks` say of single paragraphs. */
const paragraphs: readonly DateRow[] = [
  ...onePlace("art-6.5", ["2026-08-02", "2026-08-02"]),
  { control: "art-43.3", name: "amended-by", value: "Regulation (EU) 2026/1744" },
  ...onePlace("art-111.1", ["2030-12-31", "2030-12-31"], "annex-x"),
  ...onePlace("art-111.2", ["2030-08-02", "2030-08-02"], "public-authority"),
  ...onePlace("art-111.3", ["2027-08-02", "2027-08-02"], "placed-before-2025-08-02"),
  ...onePlace("art-111.4", ["2026-12-02"], "placed-before-2026-08-02"),
  { control: "art-111.4", name: "inserted-by", value: "Regulation (EU) 2026/1744, Art. 1(39)" },
  { control: "annex-xiv", name: "inserted-by", value: "Regulation (EU) 2026/1744, Art. 1(43)" },
];

function onePlace(control: string, [date, original]: readonly [string, string?], name?: string): DateRow[] {
  const holds = name === undefined ? {} : { class: name };
  return [
    { control, name: "application-date", value: date, ...holds },
    ...(original === undefined ? [] : [{ control, name: "application-date-original", value: original, ...holds }]),
    { control, name: "application-date-status", value: "settled" },
  ];
}

describe("dates of application", () => {
  test("are those of the reference, with their class, reading, act and status", (context) => {
    context.skip(!hasReference, withoutReference);
    expect(rows).toEqual(inOrder([...readReference().article_index.flatMap(referenceRows), ...paragraphs]));
  });

  test("are unresolved for seven articles, for which both readings stand side by side", () => {
    const open = ["art-43", "art-47", "art-48", "art-49", "art-72", "art-73", "art-86"];
    const status = rows.filter(({ value }) => value === "unresolved").map(({ control }) => control);
    expect(status).toEqual(open);
    expect(rows.filter(({ group }) => group !== undefined)).toEqual(
      inOrder(
        open.flatMap((control) => [
          { control, name: "application-date", value: "2026-08-02", group: "letter" },
          { control, name: "application-date", value: "2027-12-02", class: "annex-iii", group: "purpose" },
          { control, name: "application-date", value: "2028-08-02", class: "annex-i", group: "purpose" },
        ]),
      ),
    );
    for (const { control, name, group } of rows) {
      if (open.includes(control) && name === "application-date") expect(group).toMatch(/^(letter|purpose)$/);
    }
    const reasons = articles.flatMap((article) =>
      ownProps(article).flatMap(({ name, value, remarks }) =>
        name === "application-date-status" && value === "unresolved" ? [remarks] : [],
      ),
    );
    expect(reasons).toHaveLength(open.length);
    for (const reason of reasons) expect(reason).toMatch(/^Letter: .+\. Purpose: .+\.$/);
  });

  test("stand on every article, each with its status", () => {
    const holders = (name: string): string[] => rows.filter((row) => row.name === name).map(({ control }) => control);
    expect(ids(articles).filter((id) => !holders("application-date").includes(id))).toEqual([]);
    expect([...new Set(holders("application-date"))]).toEqual(holders("application-date-status"));
  });

  test("are not repeated below: a part has dates of its own, or those of its article", () => {
    const dates = (id: string): string[] =>
      rows.flatMap((row) =>
        row.control === id && row.name === "application-date" ? [`${row.class ?? ""} ${row.value}`] : [],
      );
    const parts = controls.filter(({ id }) => id.includes(".") && dates(id).length > 0).map(({ id }) => id);
    expect(parts.filter((id) => dates(id).join() === dates(id.split(".", 1).join()).join())).toEqual([]);
    expect(parts).toEqual([
      ...["art-5.1.ba", "art-5.1.bb", "art-6.5", "art-50.2", "art-57.1"],
      ...["art-111.1", "art-111.2", "art-111.3", "art-111.4"],
    ]);
  });

  test("agree with the days and checks of the reference", (context) => {
    context.skip(!hasReference, withoutReference);
    const { key_dates, date_checks } = readReference();
    const told = new Set(controls.flatMap(ownProps).map(({ value }) => value));
    expect(key_dates.filter(({ date }) => !told.has(date))).toEqual([]);
    const deferred = articles.filter(({ id }) =>
      rows.some((row) => row.control === id && row.class === "annex-i" && !row.group),
    );
    expect(deferred).toHaveLength(22);
    /** Where the catalog has what each check is about: the controls and the case; the in-force day is in the back matter. */
    const places: readonly (readonly [controls: readonly string[], holds?: string])[] = [
      [[]],
      [["art-5.1.ba", "art-5.1.bb"]],
      [["art-50.2"], "placed-before-2026-08-02"],
      [["art-50"]],
      [ids(deferred), "annex-iii"],
      [ids(deferred), "annex-i"],
      [["art-57.1"]],
      [["art-4a"]],
      [[]],
      [["art-43", "art-47", "art-48", "art-49"]],
      [["art-72", "art-73", "art-86"]],
      [["art-111.2"], "public-authority"],
    ];
    const found = places.map(([where, holds]) =>
      where.map((id) => {
        const value = (name: string, of?: string): string | null =>
          rows.find((row) => row.control === id && row.name === name && row.class === of && !row.group)?.value ?? null;
        const [date, original] = [value("application-date", holds), value("application-date-original", holds)];
        return { date, original, status: value("application-date-status") };
      }),
    );
    expect(found).toEqual(
      date_checks.checks.map(({ date, original, status }, index) =>
        (places[index]?.[0] ?? ["missing"]).map(() => ({ date, original, status })),
      ),
    );
    const deadlines = controls.flatMap((control) =>
      propValues(control.props, "deadline", aimsNamespace).map((value) => [control.id, value]),
    );
    expect(deadlines).toEqual([["art-43.3", date_checks.checks[8]?.date]]);
  });

  test("are days of the calendar, written out", () => {
    const days = controls
      .flatMap(ownProps)
      .filter(({ name }) => /^(application-date(-original)?|deadline|entry-into-force)$/.test(name));
    expect(days.length).toBeGreaterThan(250);
    expect(days.filter(({ value }) => new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) !== value)).toEqual([]);
  });
});
