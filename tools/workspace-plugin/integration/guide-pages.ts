import { join } from 'node:path';

/** The folders of the guide, by the language of their pages. */
export const GUIDE_FOLDERS = { id: 'docs/panduan', en: 'docs/guide' } as const;

/** A page of the guide in both languages: names in their folders. */
export interface GuidePage {
  readonly id: string;
  readonly en: string;
}

/** All pages, in the order in which they are read; the first one has the contents. */
export const GUIDE_PAGES: readonly GuidePage[] = [
  { id: 'README.md', en: 'README.md' },
  { id: 'langkah-1-persiapan.md', en: 'step-1-preparation.md' },
  { id: 'langkah-2-server.md', en: 'step-2-server.md' },
  { id: 'langkah-3-client.md', en: 'step-3-client.md' },
  { id: 'langkah-4-multi-thread.md', en: 'step-4-threads.md' },
  { id: 'langkah-5-lalu-lintas.md', en: 'step-5-traffic.md' },
  { id: 'laporan.md', en: 'report.md' },
  { id: 'konkurensi.md', en: 'concurrency.md' },
  { id: 'udp.md', en: 'udp.md' },
  { id: 'tls.md', en: 'tls.md' },
  { id: 'chat.md', en: 'chat.md' },
  { id: 'masalah.md', en: 'troubleshooting.md' },
  { id: 'tantangan.md', en: 'challenges.md' },
  { id: 'guru.md', en: 'teacher.md' },
];

/** The path of a page in the workspace. */
export function guidePath(page: GuidePage, language: keyof GuidePage): string {
  return join(GUIDE_FOLDERS[language], page[language]);
}
