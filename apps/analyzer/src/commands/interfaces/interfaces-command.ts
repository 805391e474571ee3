import { spawnSync } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import type { Command } from 'commander';
import { choiceOption, createCommand, printLine } from '@praktikum/service';
import { type CaptureTool, findCaptureTool } from '../../capture/recording/capture-tool.ts';
import { toolError } from '../../capture/recording/tool-error.ts';
import type { Texts } from '../texts.ts';
import { type NetworkInterface, parseDumpcapList, parseTcpdumpList } from './network-interface.ts';
import type { InterfacesTexts } from './texts.ts';

/** `analyzer interfaces`: what can be recorded, and which of it is the loopback. */
export function interfacesCommand(texts: Texts): Command {
  return createCommand('interfaces', texts)
    .description(texts.interfaces.description)
    .option('--json', texts.json)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'))
    .action(({ json }: { readonly json?: boolean }) => {
      const found = listInterfaces(findCaptureTool());
      if (json) printLine(JSON.stringify(found, undefined, 2));
      else for (const line of table(found, texts.interfaces)) printLine(line);
    });
}

/**
 * How long a tool may take to list the interfaces.
 * @unit ms
 * @against a tool, or a driver, that never answers
 * @provenBy ../../../integration/capture.spec.ts: is not waited for when it is to list the interfaces
 */
const LIST_TIMEOUT_MS = 15_000;

function listInterfaces(tool: CaptureTool): NetworkInterface[] {
  const args = tool.name === 'dumpcap' ? ['-D', '-M'] : ['-D'];
  const { status, stdout, stderr, error } = spawnSync(tool.path, args, {
    ...{ encoding: 'utf8', windowsHide: true },
    ...{ timeout: LIST_TIMEOUT_MS, killSignal: 'SIGKILL' },
  });
  if (status !== 0) throw toolError(tool.name, stderr || (error?.message ?? ''), '-');
  if (tool.name !== 'dumpcap') return parseTcpdumpList(stdout, addressesOf);
  return parseDumpcapList(stdout);
}

function addressesOf(name: string): string[] {
  return (networkInterfaces()[name] ?? []).map(({ address }) => address);
}

function table(found: readonly NetworkInterface[], texts: InterfacesTexts): string[] {
  if (found.length === 0) return [texts.nothing];
  const width = Math.max(...found.map(({ name }) => name.length)) + 2;
  const rows = found.map(({ name, description, addresses, loopback }) => {
    const what = loopback ? texts.loopback : description || (name === 'any' ? texts.any : '');
    return `${name.padEnd(width)}${[what, addresses.join(', ')].filter(Boolean).join('  ')}`.trimEnd();
  });
  const own = found.find(({ loopback }) => loopback);
  return [...rows, ...(own ? ['', texts.use(own.name)] : [])];
}
