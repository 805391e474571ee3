import { describeDesk } from './describe-desk.ts';
import { GREETING, GREETING_SERVER } from './desks.ts';

await describeDesk(GREETING_SERVER, GREETING);
