import { describe, expect, it } from '@jest/globals';
import { ChannelRegister } from './channel-register.ts';
import { Channel } from './channel.ts';

const CLASS = '#kelas';

function makeRegister(): (name: string, account: string) => boolean {
  const register = new ChannelRegister(undefined, CLASS, (text) => text);
  let number = 0;
  return (name, account) => register.save(new Channel(++number, name, name, 0), { [account]: 'o' });
}

describe('ChannelRegister', () => {
  it('keeps no more channels of one account than so many', () => {
    const keep = makeRegister();
    for (let at = 0; at < 20; at++) expect(keep(`#c${at}`, 'budi')).toBe(true);
    expect(keep('#c20', 'budi')).toBe(false);
    expect(keep('#c20', 'ani')).toBe(true);
    expect(keep('#c20', 'budi')).toBe(true); // it is there already
    expect(keep('#c0', 'budi')).toBe(true);
    expect(keep(CLASS, 'budi')).toBe(true);
  });

  it('keeps no more channels in all than so many', () => {
    const keep = makeRegister();
    for (let at = 0; at < 10_000; at++) expect(keep(`#c${at}`, `akun${at}`)).toBe(true);
    expect(keep('#terlalu', 'banyak')).toBe(false);
    expect(keep(CLASS, 'guru')).toBe(true);
  });
});
