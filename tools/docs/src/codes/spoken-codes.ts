import ts from 'typescript';

/** The codes that a module speaks of: those it throws, and those that stand in it as a word. */
export interface SpokenCodes {
  readonly codes: ReadonlySet<string>;
  /** Where it cannot be told what the code is, one line each. */
  readonly problems: readonly string[];
}

/** A code of ours, as a word of its own. */
const CODE = /^ERR_[A-Z][A-Z0-9_]*$/;

/**
 * Finds the codes of one module. A code of ours (`ERR_…`) counts wherever it stands as a string, so that
 * none can get around by a constant, a table or an argument. What is given to `new CodedError(…)` has to
 * be of a type that says which codes it may be, the system's (`EMFILE`) included; the code of another
 * error, passed on by `codeOf(…)`, is that error's.
 */
export function spokenCodes(module: ts.SourceFile, checker: ts.TypeChecker): SpokenCodes {
  const codes = new Set<string>();
  const problems: string[] = [];
  const problem = (node: ts.Node, what: string) => {
    const { line } = module.getLineAndCharacterOfPosition(node.getStart());
    problems.push(`line ${line + 1}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (isCodedError(node)) {
      const thrown = thrownCodes(node.arguments![0]!, checker);
      if (thrown === undefined) problem(node, 'the type of the code does not say what it may be');
      // Ours count where they stand as strings, which is nearer to who can meet them.
      for (const code of thrown ?? []) if (!CODE.test(code)) codes.add(code);
    }
    if (
      ts.isStringLiteralLike(node) &&
      CODE.test(node.text) &&
      !ts.isLiteralTypeNode(node.parent)
    ) {
      codes.add(node.text);
    }
    if (ts.isTemplateExpression(node) && node.head.text.startsWith('ERR_')) {
      problem(node, 'a code is put together, so that nobody can find it');
    }
    ts.forEachChild(node, visit);
  };
  visit(module);
  return { codes, problems };
}

function isCodedError(node: ts.Node): node is ts.NewExpression {
  return ts.isNewExpression(node) && node.expression.getText() === 'CodedError';
}

/** Undefined when it may be any. */
function thrownCodes(code: ts.Expression, checker: ts.TypeChecker): string[] | undefined {
  if (ts.isCallExpression(code) && code.expression.getText() === 'codeOf') return [];
  const type = checker.getTypeAtLocation(code);
  const types = type.isUnion() ? type.types : [type];
  return types.every((each) => each.isStringLiteral())
    ? types.map((each) => (each as ts.StringLiteralType).value)
    : undefined;
}
