import { describe } from '@jest/globals';
import { startServer } from '@praktikum/peers';
import { describeAbuse, describeServerProgram } from '@praktikum/testing';
import { LATE, LATE_SERVER } from './desks.ts';

const [program, dialogue] = [LATE_SERVER, LATE];

describe('a server that answers later', () => {
  describeServerProgram(program, { dialogue, reloads: true });
  describeAbuse({ dialogue, serves: 'all', start: () => startServer(program) });
});
