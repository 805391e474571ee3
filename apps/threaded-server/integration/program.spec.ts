import { expect, it } from '@jest/globals';
import { shellCommand, startCommand, type ProgramResult } from '@praktikum/peers';
import { describeServerProgram, describeWith, REPLY } from '@praktikum/testing';

describeServerProgram('threaded-server', { dialogue: REPLY, reloads: true });

/** Node itself needs so many; what the program needs more differs between kernels (io_uring or not). */
const FEWEST = 26;
const ENOUGH = 64;

describeWith('bash', 'with too few descriptors for its workers', () => {
  it('says so, and how to raise the limit, at every limit below the first that is enough', async () => {
    let limit = FEWEST;
    for (; limit < ENOUGH; limit += 1) {
      const refused = await resultUnlessListening(limit);
      if (!refused) break;
      expect(refused.stderr).toMatch(/ulimit -n 65536\n\(EMFILE, status keluar 11\)\n$/);
      expect(refused.code).toBe(11);
    }
    expect(limit).toBeGreaterThan(FEWEST);
    expect(limit).toBeLessThan(ENOUGH);
  });
});

/** How the server ended with so many descriptors; undefined when it listens. */
async function resultUnlessListening(limit: number): Promise<ProgramResult | undefined> {
  const command = shellCommand('threaded-server', ['127.0.0.1', '0', '--workers', '2']);
  const program = startCommand('bash', ['-c', `ulimit -n ${limit} && exec ${command}`]);
  const refused = await program.event('listening').then(
    () => undefined,
    () => program.toEnd(),
  );
  if (!refused) await program.stop('SIGKILL');
  return refused;
}
