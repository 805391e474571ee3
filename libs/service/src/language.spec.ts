import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './language.ts';

describe('detectLanguage', () => {
  it.each([
    [['--lang', 'en'], { LANG: 'id_ID.UTF-8' }, 'en'],
    [['--lang=id'], { LANG: 'en_US.UTF-8' }, 'id'],
    [['x', '--lang', 'en', 'y'], {}, 'en'],
    [['--', '--lang', 'en'], {}, 'id'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_ALL: 'id_ID.UTF-8' }, 'id'],
    [[], { LC_MESSAGES: 'en_US', LANG: 'id_ID' }, 'en'],
    [[], { LANG: 'C.UTF-8' }, 'id'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'id'],
  ])('%j with %j speaks %s', (args, env, language) => {
    expect(detectLanguage(args, env)).toBe(language);
  });

  it('refuses a language that it does not have, and says which it has', () => {
    expect(() => detectLanguage(['--lang', 'fr'], {})).toThrow(
      expect.objectContaining({
        code: 'ERR_OPTION_VALUE',
        details: { option: '--lang', value: 'fr', accepts: 'id, en' },
      }),
    );
  });
});
