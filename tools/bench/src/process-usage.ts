import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';

/** Linux counts CPU time in this unit for programs, whatever the kernel's own clock (proc(5)). */
const TICKS_PER_SECOND = 100;

/** CPU time of a process and of its children, in microseconds, user and system together. */
export function cpuMicros(pid: number): number {
  const ticks = familyOf(pid).map((each) => {
    // The name, in brackets, may hold spaces; utime and stime are fields 14 and 15.
    const [, fields = ''] = readProc(each, 'stat').split(/\) /);
    const [utime = 0, stime = 0] = fields.split(' ').slice(11, 13).map(Number);
    return utime + stime;
  });
  return (sum(ticks) * 1_000_000) / TICKS_PER_SECOND;
}

/** CPU time that all processors have spent on anything since the start of the machine, in microseconds. */
export function machineCpuMicros(): number {
  const busy = cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq);
  return sum(busy) * 1000;
}

/** Memory of a process and of its children in KiB; a page that several share counts in parts (PSS). */
export function memoryKiB(pid: number): number {
  return sum(
    familyOf(pid).map((each) => {
      const [, kib = '0'] = /^Pss:\s+(\d+) kB/m.exec(readProc(each, 'smaps_rollup')) ?? [];
      return Number(kib);
    }),
  );
}

function familyOf(pid: number): number[] {
  const children = tasksOf(pid).flatMap((task) =>
    readProc(pid, `task/${task}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Empty for a process, or a thread, that has just ended. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
