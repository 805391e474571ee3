import type { ProgramResult } from '@praktikum/peers';

/** @throws Error with what a program said when it could not do its work */
export function requireSuccess({ code, signal, stderr }: ProgramResult): void {
  if (code !== 0) throw new Error(`a program ended with ${signal ?? code}:\n${stderr}`);
}
