import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { limitValue } from './constant-value.ts';
import type { Limit, ProvingTest } from './limit.ts';
import { testTitles } from './test-titles.ts';

/** What the declarations say, and what is wrong with them, one line each. */
export interface LimitsRead {
  readonly limits: readonly Limit[];
  readonly problems: readonly string[];
}

/** The name of something that bounds. It has to say so, with the tags. */
const BOUNDING = /(^|_)(MAX|MOST|LIMIT)(_|$)|(^|_)(TIMEOUT|DEADLINE|GRACE)(_MS)?$/;

/** An object of this name has nothing but limits in it. */
const LIMIT_OBJECT = /(^|_)LIMITS$/;

const TAGS = ['unit', 'against', 'provenBy'] as const;

type LimitDeclaration = (ts.VariableDeclaration | ts.PropertyAssignment) & {
  readonly name: ts.Identifier;
  readonly initializer: ts.Expression;
};

/**
 * Finds every limit that these sources declare. A limit is a constant, or a member of an object, whose
 * docstring has the tags `@unit`, `@against` and `@provenBy <file>: <title of a test>`.
 * @param root what the paths in the result are relative to
 */
export function readLimits(files: readonly string[], root: string): LimitsRead {
  const program = ts.createProgram(files, {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
    target: ts.ScriptTarget.ESNext,
    types: [],
  });
  const reader = new LimitReader(program.getTypeChecker(), root);
  for (const file of files) reader.read(program.getSourceFile(file)!);
  return reader;
}

class LimitReader implements LimitsRead {
  readonly limits: Limit[] = [];
  readonly problems: string[] = [];
  readonly #checker: ts.TypeChecker;
  readonly #root: string;
  readonly #titles = new Map<string, ReadonlySet<string>>();

  constructor(checker: ts.TypeChecker, root: string) {
    this.#checker = checker;
    this.#root = root;
  }

  read(source: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      if (isLimitDeclaration(node)) this.#readDeclaration(node);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }

  #readDeclaration(node: LimitDeclaration): void {
    const tags = tagsOf(node);
    if (tags.size === 0 && !mustHaveTags(node)) return;
    const { fileName } = node.getSourceFile();
    const file = relative(this.#root, fileName);
    const { text: name } = node.name;
    const problem = (text: string) => this.problems.push(`${file}: ${name} ${text}`);
    const missing = TAGS.filter((tag) => !tags.has(tag));
    if (missing.length > 0) return void problem(`lacks @${missing.join(', @')}`);
    const value = limitValue(node.initializer, this.#checker);
    if (value === undefined) return void problem('is no number that stands in the code');
    const what = this.#docstringOf(node);
    if (contradicts(what, value.default)) problem(`is ${value.default}, its docstring differs`);
    const tests = tags.get('provenBy')!.map((reference) => {
      const [, path = '', title = ''] = /^(\S+\.ts): (.+)$/.exec(reference) ?? [];
      const test = { file: relative(this.#root, join(dirname(fileName), path)), title };
      if (!this.#exists(test)) problem(`is to be proven by a test that is not there: ${reference}`);
      return test;
    });
    const [unit = '', against = ''] = [tags.get('unit')![0], tags.get('against')![0]];
    this.limits.push({ name, file, what, value, unit, against, tests });
  }

  /** Its own, or that of the member of the interface that the object fills in. */
  #docstringOf(node: LimitDeclaration): string {
    const symbols = [this.#checker.getSymbolAtLocation(node.name), this.#memberOf(node)];
    const texts = symbols.map((symbol) =>
      ts.displayPartsToString(symbol?.getDocumentationComment(this.#checker)),
    );
    return oneLine(texts.find((text) => text !== '') ?? '');
  }

  #memberOf(node: LimitDeclaration): ts.Symbol | undefined {
    const type = ts.isPropertyAssignment(node)
      ? this.#checker.getContextualType(node.parent)
      : undefined;
    return type && this.#checker.getNonNullableType(type).getProperty(node.name.text);
  }

  #exists({ file, title }: ProvingTest): boolean {
    let titles = this.#titles.get(file);
    if (titles === undefined) {
      const path = join(this.#root, file);
      titles = ts.sys.fileExists(path) ? testTitles(path) : new Set();
      this.#titles.set(file, titles);
    }
    return titles.has(title);
  }
}

function isLimitDeclaration(node: ts.Node): node is LimitDeclaration {
  return (
    (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
    ts.isIdentifier(node.name) &&
    node.initializer !== undefined
  );
}

function mustHaveTags(node: LimitDeclaration): boolean {
  if (ts.isVariableDeclaration(node)) {
    return BOUNDING.test(node.name.text) && ts.isSourceFile(node.parent.parent.parent);
  }
  const owner = ts.findAncestor(node.parent, ts.isVariableDeclaration);
  const outermost = ts.findAncestor(node.parent.parent, ts.isObjectLiteralExpression) === undefined;
  return outermost && owner !== undefined && LIMIT_OBJECT.test(owner.name.getText());
}

function tagsOf(node: LimitDeclaration): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const { tagName, comment } of ts.getJSDocTags(node)) {
    const known = TAGS.find((tag) => tag === tagName.text);
    const text = oneLine(ts.getTextOfJSDocComment(comment) ?? '');
    if (known !== undefined && text !== '') tags.set(known, [...(tags.get(known) ?? []), text]);
  }
  return tags;
}

const UNITS: Readonly<Record<string, number>> = { KiB: 1024, MiB: 1024 ** 2 };

/** Whether a docstring says `Default 16 MiB.` of something that is not. */
function contradicts(what: string, value: number | undefined): boolean {
  const [, digits, unit = ''] = /\bDefault:? (\d[\d,_]*)(?: (KiB|MiB))?/.exec(what) ?? [];
  return digits !== undefined && Number(digits.replace(/[,_]/g, '')) * (UNITS[unit] ?? 1) !== value;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
