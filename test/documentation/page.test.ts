/** How a page is read as what its reader does. */
import { describe, expect, it } from "vitest";
import { commandsOf, readPage, shownOf, writePage, type Block } from "../../scripts/tour/page.js";

const text = `# A page

Write \`a/b.yaml\`, which may have:

\`\`\`yaml
id: b
\`\`\`

<!-- tour: exit 2; show first 1; show from "three" 1 -->

\`\`\`console
$ aims one
old
$ aims three
old
\`\`\`

<!-- tour: elsewhere -->

\`\`\`sh
npm ci \\
  --offline
\`\`\`
`;
const page = readPage("page.md", text);
const blocks = page.pieces.filter((piece): piece is Block => typeof piece !== "string");
const [, commands] = blocks;

describe("a page", () => {
  it("is files, commands and what is left out", () => {
    expect(blocks).toEqual([
      { line: 5, language: "yaml", name: "a/b.yaml", lines: ["id: b"], exit: 0, show: [], skipped: false },
      {
        line: 11,
        language: "console",
        lines: ["$ aims one", "old", "$ aims three", "old"],
        exit: 2,
        show: [
          { kind: "first", lines: 1 },
          { kind: "from", text: "three", lines: 1 },
        ],
        skipped: false,
      },
      { line: 20, language: "sh", lines: ["npm ci \\", "  --offline"], exit: 0, show: [], skipped: true },
    ]);
  });

  it("shows of the last output of a block what it asks for", () => {
    if (commands === undefined) throw new Error("no block");
    expect(shownOf(commands, "one\ntwo\nthree\nfour\n")).toEqual(["one", "...", "three", "..."]);
    expect(() => shownOf(commands, "one\n")).toThrow('prints no line with "three"');
    const written = writePage(page, new Map([[commands, ["first\nsecond\n", "one\ntwo\nthree\n"]]]));
    expect(written).toContain("$ aims three\none\n...\nthree\n```\n");
  });

  it("stays as it is where nothing was played", () => {
    expect(writePage(page, new Map())).toBe(text);
  });

  it("is refused where a block names no file, or asks for something else", () => {
    expect(() => readPage("p.md", "Some words.\n\n```yaml\na: 1\n```\n")).toThrow(
      "p.md:3: the line before names no file",
    );
    expect(() => readPage("p.md", "<!-- tour: shows all -->\n\n```sh\nls\n```\n")).toThrow(
      'p.md:3: "shows all" is not understood',
    );
    expect(() => readPage("p.md", "```sh\nls\n")).toThrow("p.md:1: the block does not end");
  });

  it("has one command for lines that a backslash joins", () => {
    expect(blocks.slice(1).map((block) => commandsOf(block))).toEqual([
      ["aims one", "aims three"],
      ["npm ci    --offline"],
    ]);
  });
});
