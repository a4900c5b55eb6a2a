import { Refusal } from "./scaffold.js";

/** A name in the spellings that code needs. */
export interface Name {
  /** As it is given: `bill-of-materials`. */
  readonly kebab: string;
  /** `billOfMaterials` */
  readonly camel: string;
  /** `BillOfMaterials` */
  readonly pascal: string;
  /** Beginning a sentence: `Bill of materials`. */
  readonly words: string;
}

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Words that the project names no file after. */
const vague = /^(?:utils?|helpers?|common|misc|stuff|tools?)$/;

/** Words of TypeScript that no function can be called. */
const reserved = new Set([
  ...["arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete"],
  ...["do", "else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements"],
  ...["import", "in", "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public"],
  ...["return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void"],
  ...["while", "with", "yield"],
]);

/**
 * Takes a name apart.
 * @param what it is the name of, as it begins a sentence: "The theme"
 * @throws Refusal where the name is not in kebab-case, or says nothing
 */
export function nameFor(what: string, kebab: string): Name {
  if (!kebabCase.test(kebab)) throw new Refusal(`${what} "${kebab}" is not in kebab-case, as bill-of-materials is.`);
  if (vague.test(kebab)) throw new Refusal(`${what} "${kebab}" says nothing: name it after what it holds.`);
  const camel = kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { kebab, camel, pascal: capital(camel), words: capital(kebab.replaceAll("-", " ")) };
}

/** Likewise for a name of at least two words. @throws Refusal */
export function longNameFor(what: string, kebab: string): Name {
  const name = nameFor(what, kebab);
  // One word is too little among hundreds, and some single words mean something else in YAML and Rego.
  if (!kebab.includes("-")) throw new Refusal(`${what} "${kebab}" needs at least two words, as log-retention has.`);
  return name;
}

/** Likewise for a name that a function or a constant gets as it is. @throws Refusal */
export function callableNameFor(what: string, kebab: string): Name {
  const name = nameFor(what, kebab);
  if (reserved.has(name.camel))
    throw new Refusal(`${what} "${kebab}" is a word of TypeScript; nothing can be called so.`);
  return name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
