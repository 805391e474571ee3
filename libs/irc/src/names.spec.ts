import { describe, expect, it } from '@jest/globals';
import { isChannelName, isNick } from './names.ts';

const UNFIT_EVERYWHERE = ['\0', '\x07', '\n', '\r', '\x7f', '\x85', ' ', '\u00a0', '\u3000'].concat(
  ['\u2028', '\u200b', '\u202e', '\ufeff', '\ud83d', ','],
);

describe('isNick', () => {
  it.each([
    ['ani'],
    ['Ani_7'],
    ['[a]\\`^{|}-_'],
    ['_7'],
    ['a:b#&+%~$'],
    ['é'],
    ['愛'],
    ['e\u0301'],
    ['😀'],
  ])('accepts %j', (nick) => {
    expect(isNick(nick)).toBe(true);
  });

  it.each([
    [''],
    ['7a'],
    ['-a'],
    ['$a'],
    [':a'],
    ['#a'],
    ['&a'],
    ['+a'],
    ['%a'],
    ['~a'],
    ['@a'],
    ['!a'],
  ])('refuses %j, which begins with what it must not', (nick) => {
    expect(isNick(nick)).toBe(false);
  });

  it.each(['*', '?', '!', '@', '.', ...UNFIT_EVERYWHERE].map((character) => [character]))(
    'refuses %j within',
    (character) => {
      expect(isNick(`a${character}b`)).toBe(false);
      expect(isNick(`ab${character}`)).toBe(false);
    },
  );

  it('counts bytes, not characters', () => {
    expect(isNick('éé', 4)).toBe(true);
    expect(isNick('éé', 3)).toBe(false);
  });
});

describe('isChannelName', () => {
  it.each([['#a'], ['##'], ['#kelas-7.b'], ['#a:b!@*?'], ['#愛😀']])('accepts %j', (name) => {
    expect(isChannelName(name)).toBe(true);
  });

  it.each([[''], ['#'], ['a'], ['&a'], ['a#'], [' #a'], ['0']])('refuses %j', (name) => {
    expect(isChannelName(name)).toBe(false);
  });

  it.each(UNFIT_EVERYWHERE.map((character) => [character]))('refuses %j within', (character) => {
    expect(isChannelName(`#a${character}b`)).toBe(false);
    expect(isChannelName(`#a${character}`)).toBe(false);
  });

  it('counts bytes, not characters', () => {
    expect(isChannelName('#é', 3)).toBe(true);
    expect(isChannelName('#é', 2)).toBe(false);
  });
});
