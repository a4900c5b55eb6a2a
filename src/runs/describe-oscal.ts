import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { describeDocument, type DocumentDescription, type FileProbe } from "../oscal/describe.js";
import { resolvedPath } from "../oscal/relative-path.js";
import type { Host } from "./host.js";
import { hrefBase, readFiles } from "./oscal/documents.js";
import { namedFiles } from "./oscal/files.js";
import { HrefRoots } from "./oscal/href-roots.js";

/** The kinds and contents of documents. */
export interface OscalDescriptions {
  readonly described: readonly { readonly file: SourceFile; readonly description: DocumentDescription }[];
  /** The problems of the files that cannot be described. */
  readonly problems: readonly Diagnostic[];
  /** Files of folders that are not OSCAL. */
  readonly others: number;
}

/** Describes OSCAL documents. @param args files and folders from the host's folder, or "-" for standard input */
export async function describeOscal(args: readonly string[], host: Host): Promise<OscalDescriptions> {
  const { files, problems: unread } = await namedFiles(args, host);
  const roots = new HrefRoots(files, host);
  const described: { file: SourceFile; description: DocumentDescription }[] = [];
  const problems: Diagnostic[] = [...unread];
  let others = 0;
  for await (const read of readFiles(files, host.read)) {
    if ("skipped" in read) {
      others += 1;
      problems.push(...read.skipped);
      continue;
    }
    const description = read.document && describeDocument(read.document.value, probe(hrefBase(read.file, host), roots));
    if (description) described.push({ file: read.file, description });
    else problems.push(...read.diagnostics);
  }
  return { described, problems, others };
}

/** Looks for what a document names, as far as it lies in the folders that may be looked into. */
function probe(base: string, roots: HrefRoots): FileProbe {
  return (href) => {
    const path = resolvedPath(base, href);
    // A name that no file can have tells nothing.
    return path.includes("\0") ? undefined : roots.exists(path);
  };
}
