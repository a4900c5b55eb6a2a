import { textOutput, type OutputFormat, type TextOutput } from "./output.js";

/** Formats of a result that no other program has a format for. */
export type ResultFormat = "json" | "text";

/** A result that is made into text and JSON when it is wanted so. */
export interface Result {
  /** A value of JSON. */
  readonly json: () => unknown;
  /** For people, in pieces. */
  readonly text: (options: { readonly color: boolean }) => Iterable<string>;
}

export const resultFormats: Readonly<
  Record<ResultFormat, OutputFormat<Result, { readonly color: boolean }, TextOutput>>
> = {
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: () => Promise.resolve(({ json }) => textOutput([`${JSON.stringify(json(), undefined, 2)}\n`])),
  },
  text: {
    summary: "lines for people",
    kind: "text",
    load: () => Promise.resolve(({ text }, options) => textOutput(text(options))),
  },
};
