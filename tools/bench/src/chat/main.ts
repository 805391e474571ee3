import { start } from '@praktikum/service/start';

await start(new URL('./program.ts', import.meta.url));
