export { TestClient } from './client/test-client.ts';
export { makePipe, writerOf } from './named-pipe.ts';
export {
  bundleOf,
  endPrograms,
  runCommand,
  runToEnd,
  startCommand,
  startProgram,
} from './program/built-program.ts';
export type {
  LogEvent,
  ProgramOptions,
  ProgramResult,
  RunningProgram,
} from './program/built-program.ts';
export { startServer } from './program/built-server.ts';
export type { BuiltServer } from './program/built-server.ts';
export { scriptedServer } from './server/scripted-server.ts';
export type { ScriptedServer } from './server/scripted-server.ts';
