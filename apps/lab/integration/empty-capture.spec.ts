import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { describeOnUnix } from '@praktikum/testing';
import { LabFolder } from './lab-run.ts';

/** The header of a pcap file in octal, and no packet: magic number, version 2.4, Ethernet. */
const EMPTY_CAPTURE = String.raw`\324\303\262\241\2\0\4\0\0\0\0\0\0\0\0\0\0\0\4\0\1\0\0\0`;

describeOnUnix('a capture without packets, such as one at an interface that sees none', () => {
  const lab = new LabFolder();
  beforeAll(() => {
    mkdirSync(lab.file('tools'));
    const script = `#!/bin/sh\nprintf '${EMPTY_CAPTURE}'\n`;
    writeFileSync(lab.file('tools', 'dumpcap'), script, { mode: 0o755 });
  });

  it.each([1, 2, 3, 4])(
    'is told as missing in experiment %i, and the rest is kept',
    async (number) => {
      const env = { PATH: lab.file('tools') };
      const { code } = await lab.run(['--only', String(number)], { env });
      expect(code).toBe(0);
      const { state, missing, exhibits } = lab.experiment(number);
      expect(state).toBe('partly');
      const empty = missing.find(
        ({ why }) => why.en === 'the capture holds no packets of this conversation.',
      );
      expect(empty?.what.en).toMatch(/^The capture of the traffic \(.*\.pcapng\)/);
      expect(empty?.why.id).toBe('rekaman itu tidak memuat satu paket pun dari percakapan ini.');
      expect(exhibits.map(({ kind }) => kind)).toContain('terminal');
    },
  );
});
