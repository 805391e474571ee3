import { existsSync } from 'node:fs';

/** Systems on which installing and rights differ; Linux by its package manager. */
type OwnSystem = 'apt' | 'dnf' | 'pacman' | 'zypper' | 'apk' | 'linux' | 'darwin' | 'win32';

const PACKAGE_MANAGERS = {
  apt: '/usr/bin/apt-get',
  dnf: '/usr/bin/dnf',
  pacman: '/usr/bin/pacman',
  zypper: '/usr/bin/zypper',
  apk: '/sbin/apk',
} as const;

/** The system this program runs on. */
export function ownSystem(): OwnSystem {
  const { platform } = process;
  if (platform === 'win32' || platform === 'darwin') return platform;
  const managers = Object.entries(PACKAGE_MANAGERS) as [keyof typeof PACKAGE_MANAGERS, string][];
  return managers.find(([, path]) => existsSync(path))?.[0] ?? 'linux';
}
