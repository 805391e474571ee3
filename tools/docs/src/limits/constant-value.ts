import ts from 'typescript';
import type { LimitValue } from './limit.ts';

/**
 * The numbers of an initializer: `64`, `4 * 1024 * 1024`, `10 * MINUTE_MS`, or an object with
 * `default`, `min` and `max`. It is computed from the source and nothing is run: an app has no
 * exports, and most limits are private to their module.
 * @returns undefined when it is anything else
 */
export function limitValue(node: ts.Expression, checker: ts.TypeChecker): LimitValue | undefined {
  const inner = unwrapped(node);
  if (!ts.isObjectLiteralExpression(inner)) {
    const value = constantValue(inner, checker);
    return value === undefined ? undefined : { default: value };
  }
  const bounds: { default?: number; min?: number; max?: number } = {};
  for (const member of inner.properties) {
    if (!ts.isPropertyAssignment(member) || !ts.isIdentifier(member.name)) return undefined;
    const { text } = member.name;
    const value = constantValue(member.initializer, checker);
    if (value === undefined || !isBound(text)) return undefined;
    bounds[text] = value;
  }
  return bounds;
}

function isBound(name: string): name is keyof LimitValue {
  return name === 'default' || name === 'min' || name === 'max';
}

function constantValue(node: ts.Expression, checker: ts.TypeChecker): number | undefined {
  const inner = unwrapped(node);
  if (ts.isNumericLiteral(inner)) return Number(inner.text);
  if (ts.isBinaryExpression(inner)) {
    const left = constantValue(inner.left, checker);
    const right = constantValue(inner.right, checker);
    if (left === undefined || right === undefined) return undefined;
    return OPERATIONS[inner.operatorToken.kind]?.(left, right);
  }
  if (inner.getText() === 'Number.MAX_SAFE_INTEGER') return Number.MAX_SAFE_INTEGER;
  if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return undefined;
  const declaration = declarationOf(inner, checker);
  const initializer =
    declaration && (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration))
      ? declaration.initializer
      : undefined;
  return initializer && constantValue(initializer, checker);
}

const OPERATIONS: Readonly<Record<number, (left: number, right: number) => number>> = {
  [ts.SyntaxKind.PlusToken]: (left, right) => left + right,
  [ts.SyntaxKind.MinusToken]: (left, right) => left - right,
  [ts.SyntaxKind.AsteriskToken]: (left, right) => left * right,
  [ts.SyntaxKind.SlashToken]: (left, right) => left / right,
  [ts.SyntaxKind.AsteriskAsteriskToken]: (left, right) => left ** right,
};

/** Without brackets, `as` and `satisfies`. */
function unwrapped(node: ts.Expression): ts.Expression {
  const wrapped =
    ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
  return wrapped ? unwrapped(node.expression) : node;
}

/** What a name stands for, also through imports. */
function declarationOf(node: ts.Expression, checker: ts.TypeChecker): ts.Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined) return undefined;
  const aliased = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return aliased.valueDeclaration;
}
