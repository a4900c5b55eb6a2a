import { decodeUtf8 } from "../source/decode.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadResult } from "../source/document.js";

/** The result of reading an OSCAL document. */
export type OscalReadResult = ReadResult & {
  /**
   * Content of the file that the JSON form has no place for, such as comments of XML. The file is not wrong for it;
   * writing the document again loses it.
   */
  readonly losses: readonly Diagnostic[];
};

/** The formats of OSCAL. */
export type OscalFormat = "json" | "xml" | "yaml";

const endings: Readonly<Record<string, OscalFormat>> = { json: "json", xml: "xml", yaml: "yaml", yml: "yaml" };

/** File name endings of OSCAL documents, without the dot. */
export const oscalEndings: readonly string[] = Object.keys(endings);

/** The format that the ending of a file's name says, or undefined where it says none. */
export function formatOfName(file: string): OscalFormat | undefined {
  const ending = file.slice(file.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

/** The format that the first character of a text says: `<` begins XML, `{` and `[` JSON, everything else is YAML. */
export function formatOfText(text: string): OscalFormat {
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  return first === "<" ? "xml" : first === "{" || first === "[" ? "json" : "yaml";
}

/**
 * Reads one OSCAL document as the tree of its JSON form, whatever the format; whether it is valid is not asked yet.
 * A format's reader is loaded when it is first needed.
 * @param content bytes are read as UTF-8
 * @param file name of the file; its ending says the format, or else the first character does
 * @param format overrules both
 * @returns the document, or diagnostics for what cannot be read: encoding, syntax, limits; both where more is in the file than one
 * document
 */
export async function readOscal(
  content: string | Uint8Array,
  file: string,
  format?: OscalFormat,
): Promise<OscalReadResult> {
  const text = typeof content === "string" ? content : decodeUtf8(content, file);
  if (typeof text !== "string") return { diagnostics: [text], losses: [] };
  switch (format ?? formatOfName(file) ?? formatOfText(text)) {
    case "xml":
      return (await import("./codec/xml-document.js")).readOscalXml(text, file);
    case "yaml":
      return { ...(await readOneYaml(text, file)), losses: [] };
    case "json":
      return { ...(await import("../source/json.js")).readJson(text, file), losses: [] };
  }
}

async function readOneYaml(text: string, file: string): Promise<ReadResult> {
  const { readYamlLazily } = await import("../source/lazy-yaml.js");
  const results = await readYamlLazily(text, file);
  const diagnostics = results.flatMap((result) => result.diagnostics);
  const [first, second] = results.flatMap(({ document }) => document ?? []);
  if (first === undefined) return { diagnostics };
  if (second !== undefined) {
    const { problem } = await import("../diagnostics/codes/files.js");
    diagnostics.push(problem("second-document", { file, line: second.line, column: 1 }, "oscal"));
  }
  return { document: first, diagnostics };
}
