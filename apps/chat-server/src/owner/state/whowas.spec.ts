import { describe, expect, it } from '@jest/globals';
import { Whowas } from './whowas.ts';

const user = (realname: string) => ({ nick: 'Ani', username: 'a', host: 'h', realname, leftAt: 0 });

describe('Whowas', () => {
  it('remembers the last ones, so many of them', () => {
    const whowas = new Whowas(3);
    for (const name of ['satu', 'dua', 'tiga', 'empat']) whowas.add('ani', user(name));
    whowas.add('budi', user('lima'));
    expect(whowas.find('ani').map(({ realname }) => realname)).toEqual(['empat', 'tiga']);
  });

  it('can be switched off', () => {
    const whowas = new Whowas(0);
    whowas.add('ani', user('satu'));
    expect(whowas.find('ani')).toEqual([]);
  });
});
