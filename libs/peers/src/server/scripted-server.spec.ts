import { expect, it } from '@jest/globals';
import { ScriptedClient } from '../client/scripted-client.ts';
import { ScriptedServer } from './scripted-server.ts';

it('keeps what its script fails with for whoever closes it, and leaves that client', async () => {
  const cause = new Error('unlucky');
  const server = await ScriptedServer.listen(async (_, number) => {
    if (number === 1) throw cause;
  });
  const first = await ScriptedClient.connect(server.endpoint);
  await first.receiveOutcome();
  const second = await ScriptedClient.connect(server.endpoint);
  await expect(server.close()).rejects.toMatchObject({ code: 'ERR_PEER_SCRIPT', cause });
  await second.receiveOutcome();
});
