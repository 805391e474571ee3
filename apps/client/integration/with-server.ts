import type { Endpoint } from '@praktikum/protocol';
import { ScriptedServer, type ServerScript } from '@praktikum/peers';

/** Runs a test against a server that does what the test says, and closes it afterwards. */
export async function withServer(
  serve: ServerScript,
  test: (endpoint: Endpoint, server: ScriptedServer) => Promise<void>,
): Promise<void> {
  const server = await ScriptedServer.listen(serve);
  try {
    await test(server.endpoint, server);
  } catch (error) {
    await server.close().catch(() => undefined); // the test says more
    throw error;
  }
  await server.close();
}

export function lines(output: Uint8Array): string[] {
  return Buffer.from(output).toString().trimEnd().split('\n');
}
