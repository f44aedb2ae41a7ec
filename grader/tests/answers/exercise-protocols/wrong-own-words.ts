// What the service said is lost.
import { answerWith, right } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  refusal: (answer) => (right.refusal(answer) === undefined ? undefined : 'the service refused'),
});
