import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith();
