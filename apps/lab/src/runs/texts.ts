import type { Catalogue } from '@praktikum/service';

/** What is said of runs in general. */
export interface RunTexts {
  readonly capture: (file: string) => string;
  readonly captureEnded: string;
  readonly captureHung: string;
  readonly checkTool: string;
  readonly captureEmpty: string;
  readonly captureAgain: string;
  readonly onThisMachine: string;
  readonly overTheNetwork: (endpoint: string) => string;
  readonly besideOurs: (endpoint: string) => string;
}

export const RUN_TEXTS: Catalogue<RunTexts> = {
  id: {
    capture: (file) => `Rekaman lalu lintas (${file})`,
    captureEnded: 'program perekam berhenti sebelum waktunya, dan tidak menyimpan apa pun.',
    captureHung: 'program perekam tidak merekam apa pun dan tidak selesai; lab yang mengakhirinya.',
    checkTool: 'Periksa program perekamnya: node praktikum analyzer interfaces',
    captureEmpty: 'rekaman itu tidak memuat satu paket pun dari percakapan ini.',
    captureAgain: 'Ulangi percobaan ini.',
    onThisMachine: 'Server dan client di komputer ini, lewat loopback.',
    overTheNetwork: (endpoint) => `Client di komputer ini, server di ${endpoint}.`,
    besideOurs: (endpoint) =>
      `Client di komputer ini; server di ${endpoint}, dibandingkan dengan kedua server di komputer ini.`,
  },
  en: {
    capture: (file) => `The capture of the traffic (${file})`,
    captureEnded: 'the capture tool ended too early and has kept nothing.',
    captureHung: 'the capture tool recorded nothing and did not end; the lab has ended it.',
    checkTool: 'Check the tool: node praktikum analyzer interfaces',
    captureEmpty: 'the capture holds no packets of this conversation.',
    captureAgain: 'Repeat this experiment.',
    onThisMachine: 'Server and client on this machine, over the loopback.',
    overTheNetwork: (endpoint) => `Client on this machine, server at ${endpoint}.`,
    besideOurs: (endpoint) =>
      `Clients on this machine; the server at ${endpoint}, compared with both servers on this machine.`,
  },
};
