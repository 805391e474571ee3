import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { describeWith, startCommand, TestClient } from '@praktikum/testing';

const BUNDLE = join(import.meta.dirname, '..', 'dist', 'main.js');

describeWith('script', 'on a terminal', () => {
  it('every thread prints lines for people, not JSON', async () => {
    const command = `"${process.execPath}" "${BUNDLE}" 127.0.0.1 0`;
    const program = startCommand('script', ['-qefc', command, '/dev/null']);
    const listening = await program.line(/^Server berjalan di 127\.0\.0\.1:\d+\r$/);
    const client = await TestClient.connect({
      host: '127.0.0.1',
      port: Number(/\d+\r$/.exec(listening)?.[0].trim()),
    });
    await client.send('Halo');
    await program.line(/^Dari 127\.0\.0\.1:\d+: Halo\r$/);
    expect(program.stdout).not.toContain('{"level"');
    client.close();
    await program.stop('SIGKILL');
  });
});
