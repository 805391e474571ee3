/** Options of several programs that errors of this library name as a remedy, as commander writes them. */
export const FLAGS = {
  force: '--force',
  cert: '--cert <file>',
  key: '--key <file>',
  passphraseFile: '--passphrase-file <file>',
} as const;
