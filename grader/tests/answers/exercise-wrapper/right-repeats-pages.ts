// Asks again also when a web page came: a login page may go away.
import { trouble, wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  unreadable: (asked, text) => trouble(`${asked}: HTML, not JSON: ${text.slice(0, 20)}`),
});
