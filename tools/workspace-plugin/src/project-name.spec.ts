import { describe, expect, it } from '@jest/globals';
import { writeJson } from '@nx/devkit';
import { checkProjectName } from './project-name.ts';
import { workspaceTree } from './testing/workspace-tree.ts';

describe('checkProjectName', () => {
  it.each(['echo', 'quote-server', 'irc2', 'a-1-b'])('accepts %s', (name) => {
    expect(() => checkProjectName(workspaceTree(), name)).not.toThrow();
  });

  it.each([
    ['QuoteServer', 'quote-server'],
    ['quote_server', 'quote-server'],
    ['Quote Server', 'quote-server'],
    ['quote--server', 'quote-server'],
    ['-', 'quote-server'],
    ['', 'quote-server'],
    ['1st', 'quote-server'],
    ['../escape', 'quote-server'],
    ['chat.web', 'chat-web'],
  ])('refuses "%s" and suggests "%s"', (name, suggestion) => {
    expect(() => checkProjectName(workspaceTree(), name)).toThrow(
      `"${name}" cannot be a project name: use lower-case words joined by hyphens, for example "${suggestion}".`,
    );
  });

  it('refuses the name of a project, wherever it lives', () => {
    const tree = workspaceTree();
    writeJson(tree, 'libs/wire/package.json', { name: '@praktikum/wire', nx: { name: 'quotes' } });
    expect(() => checkProjectName(tree, 'quotes')).toThrow(
      '"quotes" is taken by libs/wire: choose another name, or remove that folder first.',
    );
  });

  it('refuses the name of a folder that is no project', () => {
    const tree = workspaceTree();
    tree.write('apps/notes/todo.txt', 'x');
    expect(() => checkProjectName(tree, 'notes')).toThrow('"notes" is taken by apps/notes');
  });
});
