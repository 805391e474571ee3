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
const CAPABILITIES = 'sudo setcap cap_net_raw,cap_net_admin=ep $(command -v dumpcap)';

/** How a user here gets the right to record traffic. */
export const RIGHTS: Catalogue<Remedies> = {
  id: (system) => {
    if (system === 'win32')
      return ['Jalankan terminal sebagai administrator, atau pasang ulang Npcap.'];
    if (system === 'darwin') return ['Pasang ChmodBPF dari paket Wireshark, lalu masuk kembali.'];
    const again = `Masuk ke grup wireshark: ${GROUP}, lalu keluar dan masuk kembali.`;
    return [
      ...(system === 'apt'
        ? ['Izinkan bukan root: sudo dpkg-reconfigure wireshark-common (jawab Yes)']
        : []),
      again,
      `Atau beri hak kepada dumpcap: ${CAPABILITIES}`,
    ];
  },
  en: (system) => {
    if (system === 'win32') return ['Run the terminal as administrator, or install Npcap again.'];
    if (system === 'darwin')
      return ['Install ChmodBPF from the Wireshark package, and log in again.'];
    return [
      ...(system === 'apt'
        ? ['Allow it without root: sudo dpkg-reconfigure wireshark-common (answer Yes)']
        : []),
      `Join the group wireshark: ${GROUP}, then log out and in again.`,
      `Or give dumpcap the right: ${CAPABILITIES}`,
    ];
  },
};
