import type { Catalogue } from '@praktikum/service';

/** What is said of runs in general. */
interface RunTexts {
  readonly capture: (file: string) => string;
  readonly onThisMachine: string;
  readonly overTheNetwork: (endpoint: string) => string;
}

export const RUN_TEXTS: Catalogue<RunTexts> = {
  id: {
    capture: (file) => `Rekaman lalu lintas (${file})`,
    onThisMachine: 'Server dan client di komputer ini, lewat loopback.',
    overTheNetwork: (endpoint) => `Client di komputer ini, server di ${endpoint}.`,
  },
  en: {
    capture: (file) => `The capture of the traffic (${file})`,
    onThisMachine: 'Server and client on this machine, over the loopback.',
    overTheNetwork: (endpoint) => `Client on this machine, server at ${endpoint}.`,
  },
};
