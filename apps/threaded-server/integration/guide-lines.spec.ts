import { expect } from '@jest/globals';
import { ScriptedClient, startProgram } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';

itOnUnix('prints the lines of the guide, word for word, in both languages', async () => {
  for (const language of ['id', 'en']) {
    const args = ['127.0.0.1', '0', '--log-format', 'pretty', '--lang', language];
    const program = startProgram('threaded-server', args);
    const first = await program.line(/^Server berjalan di 127\.0\.0\.1:\d+$/);
    const port = Number(first.split(':')[1]);
    const client = await ScriptedClient.connect({ host: '127.0.0.1', port });
    const address = `127.0.0.1:${client.socket.localPort}`;
    client.socket.end('Ini pesan dari client');
    await client.receiveToEnd();
    await program.line(/^Dari /);
    const { stdout, code } = await program.stop('SIGINT');
    const lines = stdout.toString().split('\n');
    expect(lines).toContain(`Koneksi dari ${address} telah diterima.`);
    expect(lines).toContain(`Dari ${address}: Ini pesan dari client`);
    expect(lines.at(-2)).toBe('Menghentikan server...');
    expect(code).toBe(0);
  }
});
