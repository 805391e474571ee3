import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { SourceProgram } from './source-program.ts';

/**
 * The modules that a program runs, from the one it begins with: what is imported from a module that only
 * passes it on (`export … from`) leads to where it is declared, and not to all else that is passed on. A
 * module that is named by its URL (`new URL('./worker.ts', import.meta.url)`) runs in a thread.
 */
export function reachedModules(
  entry: ts.SourceFile,
  program: SourceProgram,
): ReadonlySet<ts.SourceFile> {
  const reached = new Set([entry]);
  for (const module of reached) {
    for (const next of modulesNamedIn(module, program)) reached.add(next);
  }
  return reached;
}

function modulesNamedIn(module: ts.SourceFile, program: SourceProgram): ts.SourceFile[] {
  const named: ts.SourceFile[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) named.push(...imported(node, program));
    else if (ts.isExportDeclaration(node)) named.push(...passedOn(node, program));
    else if (isDynamicImport(node)) named.push(...moduleOf(node.arguments[0], program));
    else if (isUrl(node)) named.push(...atUrl(node, program));
    ts.forEachChild(node, visit);
  };
  visit(module);
  return named;
}

function imported(node: ts.ImportDeclaration, program: SourceProgram): ts.SourceFile[] {
  const { importClause: clause, moduleSpecifier } = node;
  if (clause === undefined) return moduleOf(moduleSpecifier, program);
  if (clause.isTypeOnly) return [];
  const { name, namedBindings } = clause;
  if (namedBindings && ts.isNamespaceImport(namedBindings))
    return moduleOf(moduleSpecifier, program);
  const elements = namedBindings?.elements.filter(({ isTypeOnly }) => !isTypeOnly) ?? [];
  return [...(name ? [name] : []), ...elements.map((element) => element.name)].flatMap((binding) =>
    declaredIn(binding, program),
  );
}

function passedOn(node: ts.ExportDeclaration, program: SourceProgram): ts.SourceFile[] {
  if (node.isTypeOnly || node.moduleSpecifier === undefined) return [];
  if (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause)) {
    return moduleOf(node.moduleSpecifier, program);
  }
  return node.exportClause.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .flatMap(({ name }) => declaredIn(name, program));
}

/** Where what a name stands for is declared, through whatever passes it on. */
function declaredIn(name: ts.Node, { checker }: SourceProgram): ts.SourceFile[] {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined || !(symbol.flags & ts.SymbolFlags.Alias)) return [];
  const declarations = checker.getAliasedSymbol(symbol).declarations ?? [];
  return declarations.map((declaration) => declaration.getSourceFile());
}

function moduleOf(name: ts.Node | undefined, { checker }: SourceProgram): ts.SourceFile[] {
  const symbol = name && checker.getSymbolAtLocation(name);
  return (symbol?.declarations ?? []).filter(ts.isSourceFile);
}

function isDynamicImport(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** `new URL('…', import.meta.url)` */
function isUrl(node: ts.Node): node is ts.NewExpression {
  const isNew = ts.isNewExpression(node) && node.expression.getText() === 'URL';
  return isNew && node.arguments?.[1]?.getText() === 'import.meta.url';
}

/** Sources end in `.ts`, whatever stands in the place of the ending: `./worker.${ending}`. */
function atUrl(node: ts.NewExpression, { fileAt }: SourceProgram): ts.SourceFile[] {
  const path = node
    .arguments![0]!.getText()
    .slice(1, -1)
    .replace(/\$\{\w+\}$/, 'ts');
  const found = fileAt(join(dirname(node.getSourceFile().fileName), path));
  return found ? [found] : [];
}
