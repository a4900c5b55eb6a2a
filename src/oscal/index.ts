/**
 * OSCAL without a JVM: the subpath `aims-as-code/oscal`. Nothing here reaches for files, network or clock, so it runs in a browser too.
 *
 * ```ts
 * import { isModel, parse, toXml, validate } from "aims-as-code/oscal";
 *
 * const { document, diagnostics } = await parse(text, { file: "catalog.yaml" });
 * if (document !== undefined && isModel(document, "catalog")) {
 *   console.log(document.value.catalog.metadata.title, await validate(document), toXml(document.value).xml);
 * }
 * ```
 */
export { toJson } from "./codec/canonical-order.js";
export { toXml } from "./codec/to-xml.js";
export { toYaml } from "./codec/to-yaml.js";
export { oscalModels, type OscalModel } from "./model.js";
export { isModel, parse, type DocumentOf, type ParseOptions, type ParseResult } from "./parse.js";
export type { OscalFormat } from "./read.js";
export { diagnoseOscal as validate } from "./diagnose.js";
export type { Diagnostic, DiagnosticSeverity } from "../diagnostics/diagnostic.js";
export type { SourceDocument } from "../source/document.js";
export type { Position } from "../source/position.js";
export type * from "./model/generated/types.js";
