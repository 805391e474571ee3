import type { NumberedClient } from './client.ts';
import type { ClosedConnection, CloseReason } from './closed-connection.ts';

/**
 * Clients, column by column. The serializer of a message writes the names of the members of every
 * object anew: as objects, the news of a short connection cost both threads twice as much.
 */
export interface ClientColumns {
  readonly id: number[];
  readonly host: string[];
  readonly port: number[];
  readonly listener: string[];
}

/** Connections that have ended, column by column. */
export interface ClosedColumns {
  readonly id: number[];
  readonly reason: CloseReason[];
  readonly code: (string | undefined)[];
  readonly bytesRead: number[];
  readonly bytesWritten: number[];
}

export function noClients(): ClientColumns {
  return { id: [], host: [], port: [], listener: [] };
}

export function addClient(columns: ClientColumns, { id, remote, listener }: NumberedClient): void {
  columns.id.push(id);
  columns.host.push(remote.host);
  columns.port.push(remote.port);
  columns.listener.push(listener);
}

export function clientsOf({ id, host, port, listener }: ClientColumns): NumberedClient[] {
  return id.map((id, at) => ({
    id,
    remote: { host: host[at]!, port: port[at]! },
    listener: listener[at]!,
  }));
}

export function noneClosed(): ClosedColumns {
  return { id: [], reason: [], code: [], bytesRead: [], bytesWritten: [] };
}

export function addClosed(columns: ClosedColumns, id: number, closed: ClosedConnection): void {
  columns.id.push(id);
  columns.reason.push(closed.reason);
  columns.code.push(closed.code);
  columns.bytesRead.push(closed.bytesRead);
  columns.bytesWritten.push(closed.bytesWritten);
}

export function closedOf(columns: ClosedColumns): { id: number; closed: ClosedConnection }[] {
  return columns.id.map((id, at) => {
    const code = columns.code[at];
    const closed = {
      reason: columns.reason[at]!,
      ...(code === undefined ? {} : { code }),
      bytesRead: columns.bytesRead[at]!,
      bytesWritten: columns.bytesWritten[at]!,
    };
    return { id, closed };
  });
}
