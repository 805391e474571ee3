import { describe, expect, it } from '@jest/globals';
import { RIGHTS } from './system-remedies.ts';

describe('RIGHTS', () => {
  it.each(['id', 'en'] as const)('names the program that needs the right (%s)', (language) => {
    const of = (tool: string) => RIGHTS[language]('apt', tool).join('\n');
    expect(of('dumpcap')).toContain('$(command -v dumpcap)');
    expect(of('tshark')).toContain('$(command -v dumpcap)');
    expect(of('tcpdump')).toContain('$(command -v tcpdump)');
  });

  it('says that the group wireshark needs Wireshark', () => {
    expect(RIGHTS.en('apt', 'tcpdump').join()).toContain('apt-get install tshark');
    expect(RIGHTS.en('apt', 'dumpcap').join()).not.toContain('apt-get install');
  });
});
