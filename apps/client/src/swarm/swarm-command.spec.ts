import { expect, it } from '@jest/globals';
import { TEXTS } from '../texts.ts';
import { swarmCommand } from './swarm-command.ts';

const inWords = () => {
  throw new Error('nothing fails here');
};

it.each([
  ['--clients', '0'],
  ['--clients', '10001'],
  ['--messages', '10001'],
  ['--think', '601s'],
])('refuses %s %s', async (option, value) => {
  const args = ['localhost', '12345', option, value];
  await expect(
    swarmCommand(TEXTS.en, inWords).parseAsync(args, { from: 'user' }),
  ).rejects.toMatchObject({
    code: 'ERR_OPTION_VALUE',
    details: { option, value },
  });
});
