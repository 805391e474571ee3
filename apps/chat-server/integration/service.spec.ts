import { join } from 'node:path';
import { describeDialogue, describeTlsAbuse, describeUnreadOutput } from '@praktikum/testing';
import { PING_DIALOGUE as dialogue } from './dialogue.ts';

const program = {
  name: 'chat-server',
  path: join(import.meta.dirname, '..', 'fixtures', 'without-data.js'),
};

await describeDialogue(program, dialogue);
describeUnreadOutput(program, dialogue);
describeTlsAbuse({ dialogue, program, args: ['--metrics', '0'], places: 4, reloads: true });
