import { isIPv4 } from 'node:net';
import { ownAddresses } from '@praktikum/service';

/** Whether an address belongs to the machine that this program runs on. */
export function isOwnAddress(address: string): boolean {
  return isLoopback(address) || isEveryAddress(address) || ownAddresses().includes(address);
}

/** 127.0.0.0/8 (RFC 1122) or ::1 (RFC 4291). */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}

/** To connect to 0.0.0.0 or :: is to connect to oneself, on the systems that allow it. */
function isEveryAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}
