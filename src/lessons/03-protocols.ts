import type { Lesson } from '../teaching/lesson.ts';
import { choose } from './03-protocols/choose.ts';
import { dayInMegabytes } from './03-protocols/day.ts';
import { eightMessages } from './03-protocols/messages.ts';
import { sixLines } from './03-protocols/parsons.ts';
import { predictions, recall } from './03-protocols/questions.ts';
import { askedSocket } from './03-protocols/socket.ts';

/** One value through eight protocols: their bytes, their price, and which to choose. */
export const lesson: Lesson = {
  number: '03',
  title: 'Protocols',
  objectives: [
    { says: 'count what one value costs on the wire', provedBy: '3.3' },
    { says: 'ask through a connection that stays open', provedBy: '3.4' },
    { says: 'put together the client of a stream', provedBy: '3.5' },
    { says: 'know a protocol by its message', provedBy: '3.8' },
    { says: 'choose a protocol for a need', provedBy: '3.9' },
    { says: 'read one value out of four protocols', provedBy: 'exercise-protocols' },
  ],
  predictions,
  checks: [dayInMegabytes, askedSocket, sixLines, eightMessages, choose],
  recall,
};
