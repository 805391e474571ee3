import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The titles of the tests in a file, as they are written there: `it('…')`, `it.each(…)('…')`, also
 * under another name (`onLinux('…')`). Tests that are always skipped prove nothing and are left out.
 */
export function testTitles(file: string): ReadonlySet<string> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && !isSkipped(node.expression)) {
      const [title, body] = node.arguments;
      if (title && body && ts.isStringLiteralLike(title)) titles.add(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

function isSkipped(callee: ts.Expression): boolean {
  if (ts.isCallExpression(callee)) return isSkipped(callee.expression); // it.skip.each(…)('…')
  if (ts.isIdentifier(callee)) return /^(describe|xit|xtest)$/.test(callee.text);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return /^(skip|todo)$/.test(callee.name.text) || isSkipped(callee.expression);
}
