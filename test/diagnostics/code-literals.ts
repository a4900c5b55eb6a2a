import { join } from "node:path";
import { Node, Project, SyntaxKind, type Expression, type SourceFile } from "ts-morph";
import { projectPath } from "../support/project.js";

/** A code that stands in the source as a literal, and the file (below src/) that holds it. */
export interface CodeLiteral {
  readonly code: string;
  readonly file: string;
}

const src = projectPath("src");
const kebab = /^[a-z]+(?:-[a-z0-9]+)+$/;

/**
 * Every literal in src/ that becomes the code of a diagnostic: the value of a property `code` (or `problem`, before it
 * is one), and what is handed to a parameter `code`, which functions are looked for in the same file and then in all.
 */
export function codeLiterals(): CodeLiteral[] {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
  const files = project
    .addSourceFilesAtPaths([
      join(src, "**/*.ts"),
      `!${join(src, "**/*.d.ts")}`,
      `!${join(src, "diagnostics/codes/**")}`,
    ])
    .filter((file) => file.getBaseName() !== "codes.ts");
  const everywhere = merged(files.map(codeParameters));
  return files.flatMap((file) => {
    const found = [...properties(file), ...handedOver(file, new Map([...everywhere, ...codeParameters(file)]))];
    const name = file.getFilePath().slice(src.length + 1);
    return [...new Set(found)].map((code) => ({ code, file: name }));
  });
}

/** Places of the parameter `code` by the name of the function; of the makers of an area's diagnostics it is the first. */
function codeParameters(file: SourceFile): Map<string, number> {
  const places = new Map<string, number>();
  for (const declaration of file.getImportDeclarations()) {
    if (!declaration.getModuleSpecifierValue().includes("diagnostics/codes/")) continue;
    for (const each of declaration.getNamedImports()) {
      if (each.getName() === "problem") places.set(each.getAliasNode()?.getText() ?? each.getName(), 0);
    }
  }
  for (const parameter of file.getDescendantsOfKind(SyntaxKind.Parameter)) {
    if (parameter.getName() !== "code") continue;
    const owner = parameter.getParent();
    if (!Node.isParametered(owner)) continue;
    const named = Node.isArrowFunction(owner) ? owner.getParentIfKind(SyntaxKind.VariableDeclaration) : owner;
    const name = named !== undefined && Node.hasName(named) ? named.getName() : undefined;
    if (name !== undefined) places.set(name, owner.getParameters().indexOf(parameter));
  }
  return places;
}

function merged(maps: readonly Map<string, number>[]): Map<string, number> {
  return new Map(maps.flatMap((map) => [...map]));
}

function* properties(file: SourceFile): Generator<string> {
  for (const assignment of file.getDescendantsOfKind(SyntaxKind.PropertyAssignment)) {
    if (["code", "problem"].includes(assignment.getName())) yield* literals(assignment.getInitializer());
  }
}

function* handedOver(file: SourceFile, places: ReadonlyMap<string, number>): Generator<string> {
  for (const call of file.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    const callee = call.getExpression();
    const name = Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
    const place = places.get(name);
    const argument = place === undefined ? undefined : call.getArguments()[place];
    if (Node.isExpression(argument)) yield* literals(argument);
  }
}

function* literals(expression: Expression | undefined): Generator<string> {
  if (expression === undefined) return;
  if (Node.isStringLiteral(expression)) {
    if (kebab.test(expression.getLiteralValue())) yield expression.getLiteralValue();
  } else if (Node.isConditionalExpression(expression)) {
    yield* literals(expression.getWhenTrue());
    yield* literals(expression.getWhenFalse());
  } else if (Node.isBinaryExpression(expression)) {
    yield* literals(expression.getLeft());
    yield* literals(expression.getRight());
  }
}
