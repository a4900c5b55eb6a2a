import {
  Project,
  SyntaxKind,
  type InterfaceDeclaration,
  type ObjectLiteralExpression,
  type SourceFile,
  type VariableDeclaration,
} from "ts-morph";
import { Refusal } from "./scaffold.js";

/** An entry of a list: its name, and the offset at which it ends. */
interface Entry {
  readonly name: string;
  readonly end: number;
}

/** A TypeScript file whose lists of names can be added to. Places are found by what stands there, never by line. */
export class Registry {
  readonly #path: string;
  #file: SourceFile;

  /** @param path by which refusals name the file */
  constructor(path: string, text: string) {
    this.#path = path;
    const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
    this.#file = project.createSourceFile(path, text);
  }

  get text(): string {
    return this.#file.getFullText();
  }

  /** Names of the exported constants that hold an object, in the order of the file. */
  objects(): string[] {
    return this.#file
      .getVariableDeclarations()
      .filter((each) => each.isExported() && objectOf(each) !== undefined)
      .map((each) => each.getName());
  }

  /** Names of the exported interfaces. */
  interfaces(): string[] {
    return this.#file
      .getInterfaces()
      .filter((each) => each.isExported())
      .map((each) => each.getName());
  }

  /** Names of the exported types. */
  types(): string[] {
    return this.#file
      .getTypeAliases()
      .filter((each) => each.isExported())
      .map((each) => each.getName());
  }

  /** Keys of a constant's object. @throws Refusal where there is no such constant, or its keys cannot be read off */
  keys(constant: string): string[] {
    return this.#entries(constant).map(({ name }) => name);
  }

  /** Adds a property to the object of a constant, where its name sorts. @param value as TypeScript @throws Refusal */
  addProperty(constant: string, key: string, value: string): void {
    const object = this.#object(constant);
    this.#insert(object, this.#entries(constant), key, `${written(key)}: ${value},`);
  }

  /** Adds a member to an interface, where its name sorts. @param type as TypeScript @throws Refusal */
  addMember(name: string, key: string, type: string): void {
    const found = this.#file.getInterface(name);
    if (!found) throw this.#missing(`interface ${name}`);
    const entries = found.getProperties().map((each) => ({ name: unquoted(each.getName()), end: each.getEnd() }));
    this.#insert(found, entries, key, `readonly ${written(key)}: ${type};`);
  }

  /** Adds a text to a type that is a union of texts, sorted. @throws Refusal */
  addAlternative(name: string, text: string): void {
    const type = this.#file.getTypeAlias(name)?.getTypeNode();
    const parts = type?.isKind(SyntaxKind.UnionType) ? type.getTypeNodes() : type === undefined ? [] : [type];
    const texts = parts.flatMap((part) => {
      const literal = part.isKind(SyntaxKind.LiteralType) ? part.getLiteral() : undefined;
      return literal?.isKind(SyntaxKind.StringLiteral) ? [literal.getLiteralValue()] : [];
    });
    if (type === undefined || texts.length !== parts.length) throw this.#missing(`union of names ${name}`);
    if (texts.includes(text)) throw this.#taken(text);
    const all = [...texts, text].sort().map((each) => JSON.stringify(each));
    this.#replace(type.getStart(), type.getEnd(), all.join(" | "));
  }

  #entries(constant: string): Entry[] {
    return this.#object(constant)
      .getProperties()
      .map((node) => {
        if (!node.isKind(SyntaxKind.PropertyAssignment) || node.getNameNode().isKind(SyntaxKind.ComputedPropertyName))
          throw new Refusal(`${this.#path} has something else than names with values in ${constant}: add it by hand.`);
        return { name: unquoted(node.getName()), end: node.getEnd() };
      });
  }

  #object(constant: string): ObjectLiteralExpression {
    const declaration = this.#file.getVariableDeclaration(constant);
    const object = declaration && objectOf(declaration);
    if (!object) throw this.#missing(`object ${constant}`);
    return object;
  }

  /** Puts a line behind the last entry before which it does not sort, or first. */
  #insert(
    owner: InterfaceDeclaration | ObjectLiteralExpression,
    entries: readonly Entry[],
    key: string,
    line: string,
  ): void {
    if (entries.some(({ name }) => name === key)) throw this.#taken(key);
    const next = entries.findIndex(({ name }) => name > key);
    const before = next < 0 ? entries.at(-1) : entries[next - 1];
    const brace = owner.getFirstDescendantByKind(SyntaxKind.OpenBraceToken);
    const after = before?.end ?? brace?.getEnd() ?? 0;
    // Behind an entry stands its comma, and perhaps a comment that goes with it.
    const end = /^[,;]?[ \t]*(?:\/\/[^\n]*)?\n/.exec(this.text.slice(after))?.[0];
    if (after === 0 || end === undefined) throw this.#missing(`line of its own for each entry beside ${key}`);
    this.#replace(after + end.length, after + end.length, `${line}\n`);
  }

  #replace(start: number, end: number, by: string): void {
    this.#file = this.#file.replaceText([start, end], by);
  }

  #missing(what: string): Refusal {
    return new Refusal(`${this.#path} has no ${what}, so nothing can be added there.`);
  }

  #taken(name: string): Refusal {
    return new Refusal(`"${name}" is there already, in ${this.#path}.`);
  }
}

function objectOf(declaration: VariableDeclaration): ObjectLiteralExpression | undefined {
  return declaration.getInitializer()?.asKind(SyntaxKind.ObjectLiteralExpression);
}

function unquoted(name: string): string {
  return name.replace(/^["'](.*)["']$/, "$1");
}

/** A key as an object spells it. */
function written(key: string): string {
  return /^[a-z][A-Za-z0-9]*$/.test(key) ? key : JSON.stringify(key);
}
