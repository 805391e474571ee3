import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';

describe.each([[[]], [['swarm']], [['doctor']]])('%j --help', (command) => {
  it.each([
    ['id', 'Pemakaian: client', 'Status keluar:'],
    ['en', 'Usage: client', 'Exit status:'],
  ])('is in the language %s', async (language, usage, exitStatus) => {
    const args = [...command, '--help', '--lang', language];
    const { code, stdout, stderr } = await runToEnd('client', args);
    const text = stdout.toString();
    expect(text).toContain(usage);
    expect(text).toContain('--lang <id|en>');
    expect(text).toContain('--timeout <time>');
    expect(text).toContain(exitStatus);
    expect(text).toMatch(/^ {2}6 +\w/m); // a refused connection
    expect(text).not.toMatch(/^ {2}3 +\w/m); // a server's port that is in use
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text.includes('[options]')).toBe(language === 'en');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
