import { expect, it } from '@jest/globals';
import { toolError } from './tool-error.ts';

it.each([
  [
    'Capturing on \'Loopback: lo\'\ndumpcap: You do not have permission to capture on device "lo".\n(socket: Operation not permitted)\n',
    'ERR_CAPTURE_PERMISSION',
  ],
  [
    "tcpdump: lo: You don't have permission to perform this capture on that device\n(socket: Operation not permitted)",
    'ERR_CAPTURE_PERMISSION',
  ],
  ['dumpcap: There is no device named "nosuch0".', 'ERR_CAPTURE_INTERFACE'],
  ['tcpdump: nosuch0: No such device exists\n(No such device exists)', 'ERR_CAPTURE_INTERFACE'],
  ['dumpcap: The file to which the capture would be saved is full.', 'ERR_CAPTURE_FAILED'],
])('recognises %j', (stderr, code) => {
  expect(toolError('dumpcap', stderr, 'lo').code).toBe(code);
});
