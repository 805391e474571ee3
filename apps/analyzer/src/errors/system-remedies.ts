import type { Catalogue } from '@praktikum/service';

type Remedies = (system: string) => readonly string[];

const INSTALL_COMMANDS: Readonly<Record<string, string>> = {
  apt: 'sudo apt-get install tshark',
  dnf: 'sudo dnf install wireshark-cli',
  pacman: 'sudo pacman -S wireshark-cli',
  zypper: 'sudo zypper install wireshark',
  apk: 'sudo apk add tshark',
  darwin: 'brew install --cask wireshark',
};

/** What may be installed here to record traffic. */
export const INSTALL: Catalogue<Remedies> = {
  id: (system) =>
    system === 'win32'
      ? [
          'Pasang Wireshark dari https://www.wireshark.org, bersama Npcap.',
          'Di pemasang Npcap biarkan "Support loopback traffic" tercentang.',
        ]
      : [`Pasang Wireshark: ${INSTALL_COMMANDS[system] ?? 'paket tshark atau tcpdump'}`],
  en: (system) =>
    system === 'win32'
      ? [
          'Install Wireshark from https://www.wireshark.org, together with Npcap.',
          'In the installer of Npcap leave "Support loopback traffic" ticked.',
        ]
      : [`Install Wireshark: ${INSTALL_COMMANDS[system] ?? 'the package tshark or tcpdump'}`],
};

const GROUP = 'sudo usermod -aG wireshark $USER';
const DEBIAN = 'sudo dpkg-reconfigure wireshark-common';

/** tshark captures through dumpcap: it is dumpcap that needs the right. */
function capabilities(tool: string): string {
  const program = tool === 'tcpdump' ? tool : 'dumpcap';
  return `sudo setcap cap_net_raw,cap_net_admin=ep $(command -v ${program})`;
}

/** How a user here gets the right to record traffic with a tool. */
export const RIGHTS: Catalogue<(system: string, tool: string) => readonly string[]> = {
  id: (system, tool) => {
    if (system === 'win32')
      return ['Jalankan terminal sebagai administrator, atau pasang ulang Npcap.'];
    if (system === 'darwin') return ['Pasang ChmodBPF dari paket Wireshark, lalu masuk kembali.'];
    return [
      // The group is only for dumpcap.
      ...(tool === 'tcpdump' ? INSTALL.id(system) : []),
      ...(system === 'apt' ? [`Izinkan bukan root: ${DEBIAN} (jawab Yes)`] : []),
      `Masuk ke grup wireshark: ${GROUP}, lalu keluar dan masuk kembali.`,
      `Atau beri hak kepada programnya: ${capabilities(tool)}`,
    ];
  },
  en: (system, tool) => {
    if (system === 'win32') return ['Run the terminal as administrator, or install Npcap again.'];
    if (system === 'darwin')
      return ['Install ChmodBPF from the Wireshark package, and log in again.'];
    return [
      ...(tool === 'tcpdump' ? INSTALL.en(system) : []),
      ...(system === 'apt' ? [`Allow it without root: ${DEBIAN} (answer Yes)`] : []),
      `Join the group wireshark: ${GROUP}, then log out and in again.`,
      `Or give the program the right: ${capabilities(tool)}`,
    ];
  },
};
