import { CodedError } from '@praktikum/protocol';

/** @throws CodedError `ERR_PLATFORM` where CPU time and memory of servers do not stand in /proc */
export function requireLinux(): void {
  if (process.platform === 'linux') return;
  throw new CodedError('ERR_PLATFORM', 'the bench runs on Linux only', {
    details: { platform: process.platform },
  });
}
