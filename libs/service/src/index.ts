export { createCommand, withDefault } from './arguments/command-line.ts';
export { addEndpointArguments, readEndpoint } from './arguments/endpoint-arguments.ts';
export { FLAGS } from './arguments/flags.ts';
export { addLogArguments } from './arguments/log-arguments.ts';
export type { LogArguments } from './arguments/log-arguments.ts';
export {
  choiceOption,
  countOption,
  durationOption,
  formatDuration,
  percentOption,
} from './arguments/options.ts';
export { isImpossibleName } from './network/look-up-error.ts';
export { addressesForOthers, ownAddresses } from './network/own-addresses.ts';
export { findPortHolder } from './network/port-holder.ts';
export type { PortHolder } from './network/port-holder.ts';
export { joinErrors, logWords } from './errors/error-table.ts';
export type {
  ErrorEntry,
  ErrorTable,
  Explanation,
  LogWords,
  ProgramErrors,
} from './errors/error-table.ts';
export { explain } from './errors/explain.ts';
export type { Explain } from './errors/explain.ts';
export { fileReason } from './errors/file-reasons.ts';
export { NAME_ERRORS } from './errors/name-errors.ts';
export { tlsMaterialErrors } from './errors/tls-material-errors.ts';
export { createLogger } from './log/logger.ts';
export { RepeatedLines } from './log/repeated-lines.ts';
export type { Logger, LogOptions } from './log/logger.ts';
export type { Catalogue, Language } from './language.ts';
export { PROGRAM_TEXTS } from './texts.ts';
export type { ProgramTexts } from './texts.ts';
export { createKeyLog } from './files/create-key-log.ts';
export { makeFolder } from './files/make-folder.ts';
export { isPipe } from './files/is-pipe.ts';
export { openInput } from './files/open-input.ts';
export type { InputFile } from './files/open-input.ts';
export { outputError, requireWritable, writeOutput } from './files/output-file.ts';
export { paint } from './terminal/paint.ts';
export { PatientOutput } from './terminal/patient-output.ts';
export { printLine } from './terminal/print-line.ts';
export { terminalWidth } from './terminal/terminal-width.ts';
export { wrapRemedy, wrapText } from './terminal/wrap-text.ts';
export { endWithProcess } from './program/end-with-process.ts';
export { roundedJson } from './program/rounded-json.ts';
export { runProgram } from './program/run-program.ts';
export { runInterruptible } from './program/run-interruptible.ts';
export { runServer } from './program/run-server.ts';
export type { Reloaded } from './texts.ts';
export type { RunningServer } from './program/run-server.ts';
export { readWholeFile } from './files/read-whole-file.ts';
export { replaceFile } from './files/replace-file.ts';
export { readTlsFile } from './files/tls-file.ts';
export { exposedText, printExposed, readTlsSecret } from './files/tls-secret.ts';
export type { ExposedSecret } from './files/tls-secret.ts';
export { readAuthorities, readTlsKeyPairs } from './files/tls-material.ts';
export type { TlsKeyPair } from './files/tls-material.ts';
