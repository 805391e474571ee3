export { ScriptedClient } from './client/scripted-client.ts';
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
export { startServer } from './program/started-server.ts';
export type { StartedServer } from './program/started-server.ts';
export { ScriptedServer } from './server/scripted-server.ts';
