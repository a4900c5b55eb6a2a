/** Bounds on what is read. */
export interface Limits {
  /** Bytes of a YAML or JSON file, which is held in memory as a whole. */
  readonly documentBytes: number;
  /** Bytes of one line of an NDJSON file; the file itself may be of any size. */
  readonly lineBytes: number;
  /** Lexical tokens of a YAML file; its tree takes up to 450 bytes of memory for each. */
  readonly yamlTokens: number;
  /** Levels of nested mappings and sequences. */
  readonly depth: number;
  /** Uses of YAML aliases in one document, counted after expansion. */
  readonly aliases: number;
  /** Levels of nested XML elements; prose and tables inside an OSCAL catalog nest deeper in XML than in JSON. */
  readonly xmlDepth: number;
  /** Elements, attributes, comments and processing instructions of an XML file. */
  readonly xmlNodes: number;
  /** Characters of an XML file at which its parser may put texts together: CR, "&", "-", "?" and "]". */
  readonly xmlSeams: number;
  /** Attributes of one XML element, namespace declarations among them. */
  readonly xmlAttributes: number;
  /** UTF-16 code units of an XML name and of an attribute's value; the text of an element may fill the file. */
  readonly xmlAttributeLength: number;
  /** Diagnostics reported for one document; further ones are left out. */
  readonly diagnosticsPerFile: number;
  /** Findings of one OSCAL document that are listed with their places; further ones are counted. */
  readonly findingsPerDocument: number;
}

/**
 * Bounds on what is read, so that a hostile or broken file ends in a diagnostic and not in a dead process.
 * The figures are far above what people write: the largest published OSCAL catalogs have about 4 MB.
 */
export const limits: Limits = {
  documentBytes: 32 * 1024 * 1024,
  lineBytes: 4 * 1024 * 1024,
  yamlTokens: 2_000_000,
  depth: 64,
  aliases: 50,
  xmlDepth: 256,
  xmlNodes: 2_000_000,
  xmlSeams: 8 * 1024 * 1024,
  xmlAttributes: 256,
  xmlAttributeLength: 1024 * 1024,
  diagnosticsPerFile: 100,
  findingsPerDocument: 10_000,
};
