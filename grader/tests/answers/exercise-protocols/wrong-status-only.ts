// JSON-RPC refuses with status 200.
import { answerWith, right } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  refusal: (answer) => (answer.line.includes(' 200') ? undefined : right.refusal(answer)),
  jsonValue: (content) => ('jsonrpc' in content ? content.result.pm2_5 : content.pm2_5),
});
