import { expect } from '@jest/globals';
import { ScriptedClient, startProgram } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';

itOnUnix('prints the lines of the guide, word for word, in both languages', async () => {
  for (const language of ['id', 'en']) {
    const args = ['127.0.0.1', '0', '--log-format', 'pretty', '--lang', language];
    const program = startProgram('simple-server', args);
    const first = await program.line(/^Memulai server di 127\.0\.0\.1 port \d+$/);
    const client = await ScriptedClient.connect({
      host: '127.0.0.1',
      port: Number(first.split(' ')[5]),
    });
    const address = `127.0.0.1:${client.socket.localPort}`;
    client.socket.end('Ini pesan dari client');
    await client.receiveToEnd();
    await program.line(/^Tidak ada data/);
    const { stdout } = await program.stop('SIGINT');
    const isHint = (line: string) => /^(Cobalah|Try it) /.test(line); // of ours, between them
    const lines = stdout.toString().split('\n');
    expect(lines.filter((line) => !isHint(line)).slice(0, 7)).toEqual([
      first,
      'Menunggu koneksi...',
      `Koneksi dari ${address}`,
      'Diterima: Ini pesan dari client',
      'Mengirim balik ke client',
      `Tidak ada data dari ${address}`,
      'Menunggu koneksi...',
    ]);
  }
});
