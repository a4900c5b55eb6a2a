import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/source/yaml.js";

/** Line and column of each problem with what is said, and what to do. */
function told(text: string): string[] {
  return readYaml(`kind: system\n${text}`, "a.yaml").flatMap(({ diagnostics }) =>
    diagnostics.map(
      ({ code, line, column, message, fix }) =>
        `${String(line)}:${String(column)} ${code === "yaml-syntax" ? "" : `${code} `}${message.replace("This is not YAML: ", "")} ${String(fix)}`,
    ),
  );
}

const slips: readonly (readonly [name: string, text: string, ...told: readonly string[]])[] = [
  [
    "a tab before a key",
    "logging:\n\tenabled: yes\n",
    "3:1 a tab stands before the text of this line. Write blanks in its place: YAML allows no tab as indentation.",
  ],
  [
    "a tab behind blanks and a dash",
    "models:\n  -\tname: x\n",
    "3:4 a tab stands before the text of this line. Write blanks in its place: YAML allows no tab as indentation.",
  ],
  [
    "a tab, and not the lines of its block that look wrong beside it",
    "practices:\n\ttesting: a\n  monitoring: b\n  training: c\nname: d: e\n",
    "3:1 a tab stands before the text of this line. Write blanks in its place: YAML allows no tab as indentation.",
    '6:7 ": " stands in the text "d: e" and would begin a key there. Put the text in quotes: "d: e".',
  ],
  [
    "a tab among the keys of an object within another, with the lines beside it",
    "practices:\n  testing:\n\tstate: a\n    by: b\n  training: c: d\n",
    "4:1 a tab stands before the text of this line. Write blanks in its place: YAML allows no tab as indentation.",
    '6:13 ": " stands in the text "c: d" and would begin a key there. Put the text in quotes: "c: d".',
  ],
  [
    "the tabs of one block once",
    "practices:\n\ttesting:\n\t\tstate: a\n\ttraining: b\nlogging:\n\tenabled: yes\n",
    "3:1 a tab stands before the text of this line and of 2 further lines of its block. Write blanks in their place: YAML allows no tab as indentation.",
    "7:1 a tab stands before the text of this line. Write blanks in its place: YAML allows no tab as indentation.",
  ],
  [
    "a blank too few once, and not the lines that follow",
    "practices:\n  testing:\n    state: a\n training:\n    state: b\n  monitoring:\n    state: c\nname: d: e\n",
    '5:2 "training" is indented by 1 blank, and nothing above it is. Indent it by 2 blanks, as "testing", or by none, as "practices".',
    '9:7 ": " stands in the text "d: e" and would begin a key there. Put the text in quotes: "d: e".',
  ],
  [
    "a first key that lacks a blank which all others have, once",
    "practices:\n testing: {}\n  training: {}\n  monitoring: {}\n",
    '4:3 "training" is indented by 2 blanks, and nothing above it is. Indent it by 1 blank, as "testing", or by none, as "practices".',
  ],
  [
    "the dash that the second entry lacks, however many keys it has",
    "evidence:\n  - id: a\n    type: b\n    date: c\n    id: d\n    type: e\n    date: f\n  - id: g\n",
    '6:5 duplicate-key A "-" is missing before "id", with which a further entry of the list begins. Write "- id: ...", with the "-" below those of the other entries; if no entry begins here, keep one of the two.',
  ],
  [
    "the dash that an entry lacks whose keys have another order",
    "evidence:\n  - id: a\n    type: b\n    type: e\n    id: d\n",
    '5:5 duplicate-key A "-" is missing before "type", with which a further entry of the list begins. Write "- type: ...", with the "-" below those of the other entries; if no entry begins here, keep one of the two.',
  ],
  [
    "the dashes that all entries lack",
    "evidence:\n  id: a\n  type: b\n  id: c\n  type: d\n",
    '5:3 duplicate-key A "-" is missing before "id", with which a further entry of the list begins. Write "- id: ...", with the "-" below those of the other entries; if no entry begins here, keep one of the two.',
  ],
  [
    "a key of an entry that stands there twice",
    "evidence:\n  - id: a\n    type: b\n    type: c\n",
    '5:5 duplicate-key The key "type" stands here twice in one mapping. Keep one of the two.',
  ],
  [
    "keys that stand twice where no entries are",
    "purpose: {topic: a, topic: b}\nlogging:\n  enabled: a\n  enabled: b\n",
    '2:21 duplicate-key The key "topic" stands here twice in one mapping. Keep one of the two.',
    '5:3 duplicate-key The key "enabled" stands here twice in one mapping. Keep one of the two.',
  ],
  [
    "the dash that an entry below the others lacks",
    "evidence:\n  - id: a\n    type: b\n  id: c\n    type: d\n  - id: e\nname: f\n",
    '5:3 a "-" is missing before "id", which stands beside the entries of a list. Write "- id: c", and indent the other keys of this entry as "id" is then.',
  ],
  [
    "the dash that the first entry lacks",
    "evidence:\n    id: a\n    type: b\n  - title: c\n    id: d\nname: e\n",
    '3:5 a "-" is missing before "id": further down, an entry of the same list has one. Write "- id: a", with the "-" below the others.',
  ],
  [
    "the dash that the first entry lacks, with its indentation",
    "evidence:\n  id: a\n  types:\n    - b\n  - id: c\n  - id: d\n",
    '3:3 a "-" is missing before "id": further down, an entry of the same list has one. Write "- id: a", with the "-" below the others, and indent its other keys as this one is then.',
  ],
  [
    "an entry among keys that are none",
    "logging:\n  enabled: yes\n  - a\n",
    '4:3 an entry of a list ("- ") stands beside the key "enabled". Indent it under the key whose list it belongs to, or remove the "-".',
  ],
  [
    "a key that is indented deeper than the one beside it, with all that follows",
    "logging:\n  enabled: yes\n    stages: [idea]\n    events: []\n",
    '4:5 "stages" is indented deeper than "enabled", which has a value already. Indent it by 2 blanks, as "enabled"; if it belongs under "enabled", remove the value there.',
  ],
  [
    "a first key that is indented less than the second",
    " id: a\n",
    '2:2 "id" is indented deeper than "kind", which has a value already. Indent it by none, as "kind"; if it belongs under "kind", remove the value there.',
  ],
  [
    "a key between two levels",
    "logging:\n  enabled: yes\n stages: []\n",
    '4:2 "stages" is indented by 1 blank, and nothing above it is. Indent it by 2 blanks, as "enabled", or by none, as "logging".',
  ],
  [
    "a key of an entry that is indented less than the first",
    "evidence:\n  - id: a\n   title: b\n",
    '4:4 "title" is indented by 3 blanks, and nothing above it is. Indent it by 4 blanks, as "id", or by none, as "evidence".',
  ],
  [
    "an entry that is indented less than the one before",
    "users:\n  - a\n - b\n",
    '4:2 an entry of a list ("- ") is indented by 1 blank, and nothing above it is. Indent it by 2 blanks, as the entries above.',
  ],
  [
    "an entry beside a key",
    "name: a\n- b\n",
    '3:1 an entry of a list ("- ") stands beside the key "name". Indent it under the key whose list it belongs to, or remove the "-".',
  ],
  [
    "a key beside the entries of a list",
    "users:\n  - a\n  topic: b\n",
    '4:3 the key "topic" stands beside the entries of a list. Indent it by none, as "users". If it belongs to the entry above, indent it deeper than the "-".',
  ],
  [
    "no blank behind a colon, before further keys",
    "name:Fraud\nid: a\n",
    '2:1 a blank is missing behind the colon of "name". Write "name: Fraud".',
  ],
  [
    "a no-break space behind a colon, in the last line",
    "name:\u00a0Fraud",
    '2:1 a blank is missing behind the colon of "name". Write "name: Fraud".',
  ],
  ["no blank behind a dash", "users:\n  - a\n  -b\n", '4:3 a blank is missing behind "-". Write "- b".'],
  [
    "no colon",
    "name Fraud\nid: a\n",
    '2:1 "name Fraud" is not a key with a value: it has no colon. Write "name: Fraud" if "name" is the key; indent the line if it goes on with the text above it.',
  ],
  [
    "a word alone",
    "name\n",
    '2:1 "name" is not a key with a value: it has no colon. Write "name:" with a value behind it, or "- name" for an entry of a list.',
  ],
  ["an equals sign", "name = Fraud\n", '2:1 "=" stands behind "name" in place of a colon. Write "name: Fraud".'],
  [
    "a colon in a text",
    "name: Fraud: cards # both\n",
    '2:7 ": " stands in the text "Fraud: cards" and would begin a key there. Put the text in quotes: "Fraud: cards".',
  ],
  [
    "a colon at the end of a text",
    "name: Fraud cards:\n",
    '2:7 ":" stands at the end of the text "Fraud cards:" and would begin a key there. Put the text in quotes: "Fraud cards:".',
  ],
  [
    "a colon in a text within brackets",
    "labels: {a: b: c}\n",
    '2:13 ": " stands a second time in "b: c". Write a comma between two entries, or put the text in quotes if the colon belongs to it.',
  ],
  [
    "a text that begins with a sign",
    "name: @fraud\nunit: `x`\n",
    '2:7 a text without quotes cannot begin with "@". Put it in quotes: "@fraud".',
    '3:7 a text without quotes cannot begin with "`". Put it in quotes: "`x`".',
  ],
  [
    "a key that begins with a sign",
    "@name: x\n",
    '2:1 a key without quotes cannot begin with "@". Put it in quotes: "@name".',
  ],
  [
    "a percent sign, an asterisk and an ampersand",
    "name: %a\nunit: * b\ndescription: & c\n",
    '2:7 a text without quotes cannot begin with "%". Put it in quotes: "%a".',
    '3:7 a text without quotes cannot begin with "*". Put it in quotes: "* b".',
    '4:14 a text without quotes cannot begin with "&". Put it in quotes: "& c".',
  ],
  [
    "an exclamation mark",
    "name: !important text\n",
    '2:7 unknown-tag "!important" is a YAML tag that aims does not know. Remove it: nothing here needs a tag. Put the text in quotes if "!" belongs to it.',
  ],
  [
    "marks of templates",
    "name: {{ name }}\nunit: {{ unit }} x\n{% if x %}\n",
    '2:7 "{{ name }}" is a mark that a template fills in. Fill in the template first, or put the whole text in quotes if it is meant so.',
    '3:7 "{{ unit }}" is a mark that a template fills in. Fill in the template first, or put the whole text in quotes if it is meant so.',
    '4:1 "{% if x %}" is a mark that a template fills in. Fill in the template first, or put the whole text in quotes if it is meant so.',
  ],
  [
    "a quote that is not closed up to the end of the file",
    'name: "Fraud\nunit: x\n',
    '2:7 the quote " that opens here is not closed. Write " at the end of the text, or get the whole file again if it is cut off: "Fraud"',
  ],
  [
    "a quote that is not closed before the next one",
    'name: "Fraud\nunit: "x"\nid: a\n',
    '2:7 the quote " that opens here is not closed. Write " at the end of the text: "Fraud"',
  ],
  [
    "a quote that another closes further down",
    'purpose:\n  topic: "Fraud\n   and: "x"\nid: a\n',
    '3:10 the quote " that opens here is closed only by a quote further down. Write " at the end of the text.',
  ],
  [
    "an apostrophe in single quotes",
    "name: 'The bank's fraud'\n",
    `2:16 the text in single quotes ends at this quote, and goes on behind it. Write '' for a ' within the text, or put the text in double quotes: "The bank's fraud".`,
  ],
  [
    "text behind the closing quote",
    'name: "Fraud" cards\n',
    `2:15 a text stands behind the closing quote: cards. Put one pair of quotes around the whole text: '"Fraud" cards'.`,
  ],
  [
    "typographic quotes",
    "name: “Fraud: cards”\n",
    '2:7 “ is not a quote for YAML, so the text goes on as if without quotes. Write straight quotes: "Fraud: cards".',
  ],
  [
    "a backslash in double quotes",
    'name: "C:\\docs"\n',
    '2:10 "\\d" is not an escape that a text in double quotes can have. Write \\\\ for a backslash, or put the text in single quotes.',
  ],
  [
    "a list that is not closed",
    "purpose:\n  users: [a, [b]\nid: a\n",
    '3:10 the list that "[" opens here is not closed. Write "]" behind its last entry, or indent its lines deeper than "users".',
  ],
  [
    "an object that is not closed up to the end of the file",
    "labels: {a: b\n",
    '2:9 the object that "{" opens here is not closed. Write "}" behind its last entry, or get the whole file again if it is cut off.',
  ],
  [
    "a bracket that stands where its key does",
    "purpose:\n  users: [\n  a\n]\nid: a\n",
    '3:10 the list that "[" opens here is not closed. Write "]" behind its last entry, or indent its lines deeper than "users".',
  ],
  ["a bracket of another kind", "users: [a}\n", '2:10 the list that "[" opens is closed by "}". Write "]".'],
  ["a bracket too many", "users: [a]]\n", '2:11 "]" closes nothing. Remove it, or write the bracket that it closes.'],
  [
    "a comma too few, and one too many",
    'users: ["a" "b"]\nlabels: [a,, b]\n',
    "2:13 a comma is missing between two entries. Write a comma behind the entry before this one.",
    "3:12 a comma stands here without an entry before it. Remove the comma, or write the entry.",
  ],
  [
    "text behind a bracket",
    "users: [a] b\n",
    '2:12 "b" stands behind the end of the value. Remove it, or put the whole text in quotes.',
  ],
  [
    "a list on the line of its key",
    "users: - a\n  - b\n",
    '2:8 a list begins on the line of its key. Begin it on the next line, each entry behind "- ". Put the text in quotes if "-" belongs to it: "- a".',
  ],
  [
    "a text on the line of its sign",
    "name: >5 days\n",
    '2:7 a text stands on one line with ">", which begins a text of several lines. Begin the text on the next line, indented. Put it in quotes if ">" belongs to it: ">5 days".',
  ],
  [
    "a text of several lines that is not indented",
    "description: |\nFraud\nid: a\n",
    '3:1 the text of "description" is not indented. Indent its lines by 2 blanks.',
  ],
  [
    "no blank before a comment",
    'name: "a"#b\n',
    '2:10 a blank is missing before "#". Write a blank before the comment. Put the whole text in quotes if "#" belongs to it.',
  ],
  [
    "a comment of another language",
    "// the bank\nid: a\n",
    '2:1 this is a comment of another language. Begin comments with "# ".',
  ],
  [
    "a merge that nobody ended",
    "<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> other\n",
    "2:1 two versions of the text were merged here, and nobody chose one. Keep one of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.",
  ],
];

describe("slips in YAML", () => {
  it.each(slips)("names %s", (_name, text, ...expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("names keys that are not indented as those above them", () => {
    const [read] = readYaml("  kind: system\nid: a\n", "a.yaml");
    expect(read?.diagnostics).toEqual([
      {
        code: "yaml-syntax",
        severity: "error",
        message: 'This is not YAML: "id" is not indented, and what stands above it is.',
        file: "a.yaml",
        line: 2,
        column: 1,
        frame: "1 |   kind: system\n2 | id: a\n  | ^",
        fix: 'Indent all keys of the document alike: by none, or by 2 blanks, as "kind".',
      },
    ]);
  });

  it("tells two slips in two lines, and either one after line ends of Windows", () => {
    expect(told("users: [a] b\r\nname: Fraud: cards\r\nunit:x\r\n")).toEqual([
      '2:12 "b" stands behind the end of the value. Remove it, or put the whole text in quotes.',
      '3:7 ": " stands in the text "Fraud: cards" and would begin a key there. Put the text in quotes: "Fraud: cards".',
      '4:1 a blank is missing behind the colon of "unit". Write "unit: x".',
    ]);
  });

  it.each([
    "name: Fraud#3\n",
    "name: a:b\n",
    "name: http://example.org/a#b\n",
    'name: "a: b" # c\n',
    "name: -5 % of *all* & more!\n",
    "users:\n- a\n- b\n",
    "name:\tFraud\n",
  ])("takes %j as it is", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("cautions about YAML", () => {
  const cautions = (text: string): unknown => readYaml(text, "a.yaml")[0]?.document?.cautions?.(() => true);

  it("gives the whole diagnostic", () => {
    expect(cautions("# ours\n%YAML 1.1\n---\nkind: system\n")).toEqual([
      {
        code: "yaml-version",
        severity: "warning",
        message:
          "The file declares YAML 1.1 and is read as YAML 1.2: yes, no, on and off are texts, and 012 is the number 12.",
        file: "a.yaml",
        line: 2,
        column: 1,
        frame: "1 | # ours\n2 | %YAML 1.1\n  | ^",
        fix: 'Remove the declaration, or write "%YAML 1.2".',
      },
    ]);
  });

  it("names what is read otherwise than it may be meant", () => {
    expect(cautions("days: 0012\nname: Branch #3 # of ten\nunit: &Partner bank\n")).toMatchObject([
      { code: "leading-zero", line: 1, column: 7 },
      {
        code: "text-in-comment",
        message: 'The text ends before "#3 # of ten", which is a comment.',
        fix: 'Put the text in quotes if the comment belongs to it, "Branch #3 # of ten"; otherwise, write a blank behind the "#".',
        line: 2,
        column: 14,
      },
      {
        code: "unused-anchor",
        message: '"&Partner" is the name of an anchor that no alias repeats, and no part of the text.',
        line: 3,
        column: 7,
      },
    ]);
    expect(cautions("unit: &Partner\n")).toMatchObject([{ code: "unused-anchor", line: 1, column: 7 }]);
  });

  it.each([
    "%YAML 1.2\n---\na: 1\n",
    "days: 12\nrate: 0.5\nzero: 0\non: 2023-05-02\n",
    "name: Branch # 3\nday: 12 #3\nunit: 'a' #3\n",
    "a: &x b\nc: *x\nd: &y {e: f}\n",
  ])("has none about %j", (text) => {
    expect(cautions(text)).toEqual([]);
  });
});
