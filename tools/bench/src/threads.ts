import { start } from '@praktikum/service/start';

await start(new URL('./threads/program.ts', import.meta.url));
