export { TestCertificates } from './test-certificates.ts';
export {
  describeEachAccept,
  describeReuseport,
  HAS_REUSEPORT,
  itEachAccept,
  itEachAcceptOnUnix,
} from './accept-modes.ts';
export { describeOnUnix, itOnUnix } from './on-unix.ts';
export {
  describeWith,
  describeWithFullDisk,
  describeWithSmallDisk,
  FULL_DISK,
} from './installed.ts';
export { capturingSuite } from './capturing-suite.ts';
export { guideProgram } from './guide-program.ts';
export { drawnColors, drawsText } from './drawn-colors.ts';
export { ask, ECHO, LINE_ECHO, REPLY } from './dialogue.ts';
export type { Dialogue } from './dialogue.ts';
export { describeAbuse } from './abuse-suite.ts';
export { describeDialogue } from './dialogue-suite.ts';
export { describePortAbuse } from './port-abuse-suite.ts';
export { describeTlsAbuse } from './tls-abuse-suite.ts';
export { describeUnreadOutput } from './unread-output-suite.ts';
export { describeErrorTable } from './error-table-suite.ts';
export { describeServerProgram } from './server-program-suite.ts';
export { describeStress } from './stress/stress-suite.ts';
