import type { CodecProblem } from "../oscal/codec/codec-problem.js";
import type { OscalFormat } from "../oscal/read.js";

/** An OSCAL document as a text of the format, and what of it the format cannot hold; only XML leaves anything to be said. */
export async function documentText(
  document: unknown,
  format: OscalFormat,
): Promise<{ readonly text: string; readonly problems: readonly CodecProblem[] }> {
  switch (format) {
    case "json":
      return { text: (await import("../oscal/codec/to-json.js")).documentJson(document), problems: [] };
    case "yaml":
      return { text: (await import("../oscal/codec/to-yaml.js")).documentYaml(document), problems: [] };
    case "xml": {
      const { xml, problems } = (await import("../oscal/codec/to-xml.js")).jsonToXml(document);
      return { text: xml, problems };
    }
  }
}
