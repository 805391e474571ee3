import { join } from 'node:path';
import type { Dialogue } from '@praktikum/testing';

const fixture = (name: string) => ({
  name,
  path: join(import.meta.dirname, '..', 'fixtures', `${name}.ts`),
});

/** Its first listener speaks first, its second one answers later. */
export const GREETING_SERVER = fixture('greeting-server');

/** The other way round. */
export const LATE_SERVER = fixture('late-server');

export const GREETING: Dialogue = {
  greeting: 'Siap.\n',
  ask: (word) => ({ request: `ping ${word}\n`, answer: `pong ${word}\n` }),
  stall: 'pin',
  event: 'connection',
};

export const LATE: Dialogue = {
  ask: (word) => ({ request: `hitung ${word}\n`, answer: `hasil ${word}\n` }),
  slow: { request: 'lama\n', answer: 'lama\n' },
  stall: 'hitu',
  event: 'connection',
};
