import { resolve } from "node:path";
import { problem } from "../diagnostics/codes/outputs.js";
import type { Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "../files/paths.js";
import { writing } from "../files/writer.js";
import { defined } from "../foundation/defined.js";
import { projectNamespace, uuidV5 } from "../foundation/uuid.js";
import type { OscalModel } from "../oscal/model.js";
import { smallestDocument } from "../oscal/new.js";
import { formatOfName, type OscalFormat } from "../oscal/read.js";
import { documentText } from "../oscal/write.js";
import type { Host } from "./host.js";

/** The document that is wanted. */
export interface NewOscalRequest {
  readonly model: OscalModel;
  /** One line of OSCAL markup. */
  readonly title?: string;
  /** By the ending of `out` unless given, else JSON. */
  readonly to?: OscalFormat;
  /** Path of the file from the host's folder; undefined to get the document back as a text. */
  readonly out?: string;
  /** Moment that the document is dated with, and its UUIDs made from; the clock is asked where it is left out. */
  readonly asOf?: string;
  /** Whether a file that is there is replaced. */
  readonly force?: boolean;
}

/** A new document: its text, and the file that it was written to. */
export interface NewOscal {
  readonly text: string;
  readonly file?: SourceFile;
}

/** Makes the smallest valid document of a model. @throws InputError where the file cannot be written */
export async function newOscal(request: NewOscalRequest, host: Host): Promise<Reading<NewOscal>> {
  const { model, title, out, force } = request;
  const lastModified = request.asOf ?? host.now().toISOString();
  const format = request.to ?? (out === undefined ? undefined : formatOfName(out)) ?? "json";
  const namespace = uuidV5(projectNamespace, "oscal/new");
  const document = smallestDocument(model, {
    ...defined({ title }),
    lastModified,
    format,
    uuid: (key) => uuidV5(namespace, JSON.stringify([model, title ?? null, lastModified, key])),
  });
  // The document is our own and the title was looked at: every format holds it.
  const { text } = await documentText(document, format);
  if (out === undefined) return { value: { text }, problems: [] };
  const path = resolve(host.folder, out);
  const file = fileAt(path);
  const exists = writing("file", file, () => host.write.exists(path));
  if (force !== true && exists) return { problems: [problem("file-exists", { file })] };
  writing("file", file, () => host.write.whole(path, text));
  return { value: { text, file }, problems: [] };
}
