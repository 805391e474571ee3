import type { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedServer } from '@praktikum/peers';

/** Runs a test against a server that does what the test says, and closes it afterwards. */
export async function withServer(
  serve: (socket: Socket, number: number) => unknown,
  test: (endpoint: Endpoint, server: ScriptedServer) => Promise<void>,
): Promise<void> {
  const server = await ScriptedServer.listen((socket, number) => void serve(socket, number));
  try {
    await test(server.endpoint, server);
  } finally {
    await server.close();
  }
}

export function lines(output: Uint8Array): string[] {
  return Buffer.from(output).toString().trimEnd().split('\n');
}
