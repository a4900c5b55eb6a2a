import { expect, test } from "vitest";
import { diffDocuments } from "../../src/oscal/diff.js";
import { differenceMarkdown } from "../../src/report/difference/markdown.js";
import { differenceText } from "../../src/report/difference/text.js";
import type { DifferenceReport } from "../../src/report/difference.js";
import type { SourceDocument } from "../../src/source/document.js";
import { readJson } from "../../src/source/json.js";

function documentOf(name: string, catalog: unknown): SourceDocument {
  const { document } = readJson(JSON.stringify({ catalog }), name);
  if (!document) throw new Error("not JSON");
  return document;
}

function reportOf(before: unknown, after: unknown, more: Partial<DifferenceReport> = {}): DifferenceReport {
  const [a, b] = [documentOf("a.json", before), documentOf("b.json", after)];
  const difference = diffDocuments(a.value, b.value);
  if ("models" in difference) throw new Error("different models");
  return { a, b, nameOf: String, difference, ignoreMetadata: false, ...more };
}

const textOf = (report: DifferenceReport): string => [...differenceText(report, { color: false }).pieces].join("");
/** The text without the lines that name the documents. */
const bodyOf = (before: unknown, after: unknown): string =>
  textOf(reportOf(before, after)).split("\n").slice(3).join("\n");
const markdownOf = (report: DifferenceReport): string => [...differenceMarkdown(report).pieces].join("");

const prose =
  "The organization shall keep the event logs of the AI system for at least one year after the system was taken out of use.";

const before = {
  metadata: { title: "Rules", "last-modified": "2026-11-01T00:00:00Z", version: "1" },
  groups: [
    {
      id: "g",
      title: "Logs",
      controls: [
        {
          id: "c-1",
          title: "Retention",
          params: [{ id: "days", label: "days", values: ["30"] }],
          parts: [
            {
              id: "c-1_smt",
              name: "statement",
              parts: [
                { id: "c-1_smt.a", name: "item", prose },
                { id: "c-1_smt.b", name: "item", prose: "Protect them." },
              ],
            },
          ],
        },
        { id: "c-2", title: "Review" },
        {
          id: "c-3",
          title: "Alarm",
          props: [{ name: "label", value: "C-3" }],
          links: [{ href: "#c-1", rel: "related" }],
        },
      ],
    },
  ],
};

const after = {
  metadata: { title: "Rules", "last-modified": "2026-12-01T00:00:00Z", version: "2" },
  groups: [
    {
      id: "g",
      title: "Logs",
      controls: [
        { id: "c-3", title: "Alarm", props: [{ name: "label", value: "C-03" }] },
        {
          id: "c-1",
          title: "Retention",
          params: [{ id: "days", label: "days", values: ["60"] }],
          parts: [
            {
              id: "c-1_smt",
              name: "statement",
              parts: [{ id: "c-1_smt.a", name: "item", prose: prose.replace("one year", "two years") }],
            },
          ],
        },
        { id: "c-4", title: "Deletion", parts: [{ name: "statement" }, { name: "guidance" }], params: [{ id: "x" }] },
      ],
    },
    { id: "h", title: "Access", controls: [{ id: "c-2", title: "Review" }] },
  ],
};

test("the text that a person reads", () => {
  expect(textOf(reportOf(before, after))).toBe(`- a.json  "Rules"  version 1  2026-11-01
+ b.json  "Rules"  version 2  2026-12-01

edition
  ~ last-modified: "2026-11-01T00:00:00Z" → "2026-12-01T00:00:00Z"
  ~ version: "1" → "2"

group g "Logs"
  > control c-3 "Alarm": was after control c-2 "Review", now first

group g › control c-3 "Alarm"
  ~ prop label › value: "C-3" → "C-03"
  - link related #c-1

group g › control c-1 "Retention"
  ~ param days › values: "30" → "60"
  ~ part c-1_smt.a › prose
      … the AI system for at least [-one year-]{+two years+} after the system was taken out of use.
  - part c-1_smt.b "Protect them."

group g "Logs"
  + control c-4 "Deletion" (2 parts, 1 param)

catalog
  + group h "Access" (1 control)

group h "Access"
  > control c-2 "Review" from group g "Logs" to group h "Access"

2 added, 2 removed, 3 changed, 2 moved; edition: 2 changed.
`);
});

test("the same in Markdown", () => {
  expect(markdownOf(reportOf(before, after, { ignoreMetadata: true, limit: 5 })))
    .toBe(`## OSCAL catalog: \`a.json\` → \`b.json\`

2 added, 2 removed, 3 changed, 2 moved.

### Edition (not counted)

- **changed** last-modified: \`2026-11-01T00:00:00Z\` → \`2026-12-01T00:00:00Z\`
- **changed** version: \`1\` → \`2\`

### group \`g\` “Logs”

- **moved** control \`c-3\` “Alarm”: was after control \`c-2\` “Review”, now first

### group \`g\` “Logs” › control \`c-3\` “Alarm”

- **changed** prop \`label\` › value: \`C-3\` → \`C-03\`
- **removed** link \`related #c-1\`

### group \`g\` “Logs” › control \`c-1\` “Retention”

- **changed** param \`days\` › values: \`30\` → \`60\`
- **changed** part \`c-1_smt.a\` › prose
  <br>… the AI system for at least <del>one year</del><ins>two years</ins> after the system was taken out of use.

… and 4 more changes.
`);
});

test("the documents are called by the names that their reader knows", () => {
  const report = reportOf({}, { metadata: { title: "t" } }, { nameOf: (file) => `in/${file}` });
  expect(textOf(report)).toBe('- in/a.json\n+ in/b.json  "t"\n\ncatalog\n  + metadata\n\n1 added.\n');
  expect(markdownOf(report)).toMatch(/^## OSCAL catalog: `in\/a\.json` → `in\/b\.json`\n/);
});

test("ids of a set are shown in one line, and a long list is cut", () => {
  const ids = (count: number): unknown => ({
    props: [{ name: "x", value: "y" }],
    metadata: {
      parties: [
        { uuid: "u", name: "n", "member-of-organizations": Array.from({ length: count }, (_, at) => `o${String(at)}`) },
      ],
    },
  });
  expect(bodyOf(ids(1), ids(3))).toBe('metadata › party u "n"\n  + member-of-organizations: "o1", "o2"\n\n2 added.\n');
  expect(bodyOf(ids(40), ids(0))).toContain('"o23" and 16 more\n\n40 removed.\n');
});

test("nothing from a document can steer a terminal or become markup", () => {
  const evil = "\u001b[31m\u202e<script>|@team* `x` ``";
  const report = reportOf(
    { metadata: { title: "t", remarks: "r" } },
    { metadata: { title: evil, remarks: `${evil} ${prose}` } },
  );
  const text = textOf(report);
  const markdown = markdownOf(report);
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  for (const output of [text, markdown]) expect(output.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(markdown).toContain("→ ``` \uFFFD[31m\uFFFD<script>|@team* `x` `` ```\n");
  expect(markdown).toContain("\\<script\\>\\|&#64;team\\* \\`x\\`");
});

test("line ends and characters of two halves are shown whole", () => {
  expect(bodyOf({ metadata: { remarks: "a" } }, { metadata: { remarks: "one\n\ntwo" } })).toBe(
    'metadata\n  ~ remarks: "a" → "one ⏎ two"\n\n1 changed.\n',
  );
  const long = bodyOf({}, { metadata: { title: `${"x".repeat(70)}😀😀` }, groups: [{ id: "😀".repeat(40) }] });
  expect(long.isWellFormed()).toBe(true);
});
