import { describe, expect, it } from '@jest/globals';
import { parseWhoOptions } from './who-options.ts';

const ALL = [...'tcuihsnfdlaor'];

describe('parseWhoOptions', () => {
  it.each([
    ['', { operatorsOnly: false, token: '0' }],
    ['o', { operatorsOnly: true, token: '0' }],
    ['%tcuihsnfdlaor,123', { operatorsOnly: false, fields: ALL, token: '123' }],
    ['%roaldfnshiuct,123', { operatorsOnly: false, fields: ALL, token: '123' }],
    ['o%nt,7', { operatorsOnly: true, fields: ['t', 'n'], token: '7' }],
    ['%nn', { operatorsOnly: false, fields: ['n'], token: '0' }],
    ['%', { operatorsOnly: false, fields: [], token: '0' }],
    ['%zn', { operatorsOnly: false, fields: ['n'], token: '0' }],
    ['%t,1234', { operatorsOnly: false, fields: ['t'], token: '0' }],
    ['%t,x', { operatorsOnly: false, fields: ['t'], token: '0' }],
    ['%t,1,2', { operatorsOnly: false, fields: ['t'], token: '0' }],
    ['xyz', { operatorsOnly: false, token: '0' }],
  ])('reads %j', (text, options) => {
    expect(parseWhoOptions(text)).toEqual(options);
  });
});
