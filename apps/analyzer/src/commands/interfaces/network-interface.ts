/** An interface that can be recorded. */
export interface NetworkInterface {
  readonly name: string;
  /** What the system calls it besides, on Windows and macOS. */
  readonly description: string;
  readonly addresses: readonly string[];
  readonly loopback: boolean;
}

/** The list of `dumpcap -D -M`: tab separated name, description, friendly name, type, addresses, kind. */
export function parseDumpcapList(text: string): NetworkInterface[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [numbered = '', vendor = '', friendly = '', , addresses = '', kind = ''] =
      line.split('\t');
    const [, name] = /^\d+\. (.+)$/.exec(numbered) ?? [];
    if (name === undefined) return [];
    return [
      {
        name,
        description: friendly || vendor,
        addresses: addresses.split(',').filter((address) => address !== ''),
        loopback: kind === 'loopback',
      },
    ];
  });
}

/**
 * The list of `tcpdump -D`, `3.lo [Up, Running, Loopback]`, and of `tshark -D`, `3. lo (Loopback)`;
 * `addressesOf` adds what they do not say.
 */
export function parseTcpdumpList(
  text: string,
  addressesOf: (name: string) => readonly string[],
): NetworkInterface[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, description = '', flags = ''] =
      /^\d+\. ?(\S+)(?: \((.*)\))?(?: \[(.*)\])?$/.exec(line) ?? [];
    if (name === undefined) return [];
    const loopback = /loopback/i.test(`${flags} ${description}`);
    return [{ name, description, addresses: addressesOf(name), loopback }];
  });
}
