import { expect, it } from '@jest/globals';
import { mendLinks } from './mend-links.ts';

it('leaves links alone that lead somewhere', () => {
  const page = '# One thing\n\n## One thing\n\n<a id="row"></a> [a](#one-thing-1) [b](#row)\n';
  expect(mendLinks(page)).toEqual({ markdown: page, broken: [] });
});

it('takes away a number that no heading has', () => {
  const { markdown, broken } = mendLinks('# stats()\n\n[Stats](#stats-1)\n');
  expect(markdown).toContain('[Stats](#stats)');
  expect(broken).toEqual([]);
});

it('names a link that leads nowhere, and does not look into code', () => {
  expect(mendLinks('```sh\n# gone\n```\n[a](#gone)').broken).toEqual(['gone']);
});
