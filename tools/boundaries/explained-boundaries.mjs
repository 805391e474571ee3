import nx from '@nx/eslint-plugin';
import { remedyFor } from './arrows.mjs';

const RULE = 'enforce-module-boundaries';
const rule = nx.rules[RULE];

/** Nx says which tags collide; a student also has to read where the code belongs instead. */
const messages = {
  ...rule.meta.messages,
  onlyTagsConstraintViolation: `${rule.meta.messages.onlyTagsConstraintViolation}. {{remedy}}`,
  noRelativeOrAbsoluteImportsAcrossLibraries:
    'This path leaves the project. A library is imported by its package name (@praktikum/...); from an app nothing is imported: what two projects share belongs in libs/',
  noImportsOfApps: 'Imports of apps are forbidden: what two apps share belongs in libs/',
  noCircularDependencies: `${rule.meta.messages.noCircularDependencies}\n\nWhat both need belongs in a third library below them.`,
  projectWithoutTagsCannotHaveDependencies:
    'This project has no tags that the arrows know: "nx.tags" in its package.json must name one type: and one scope: (tools/boundaries/arrows.mjs lists them)',
};

/** The plugin `@nx` with the same rules, whose boundary messages say where the code belongs. */
export const explainedBoundaries = {
  ...nx,
  rules: {
    ...nx.rules,
    [RULE]: {
      ...rule,
      meta: { ...rule.meta, messages },
      create: (context) => rule.create(withRemedy(context)),
    },
  },
};

function withRemedy(context) {
  const report = ({ data, ...problem }) =>
    context.report({ ...problem, data: { ...data, remedy: remedyFor(data?.sourceTag) } });
  return Object.create(context, { report: { value: report } });
}
