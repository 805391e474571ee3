import { describeDialogue } from '@praktikum/testing';
import { GREETING, GREETING_SERVER } from './desks.ts';

await describeDialogue(GREETING_SERVER, GREETING);
