import { runPoolService } from '@praktikum/server-program';
import { CHAT_SERVICE } from './chat-service.ts';

await runPoolService(CHAT_SERVICE);
