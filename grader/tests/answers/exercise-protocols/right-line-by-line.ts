// Reads the stream as a browser does: line by line, with what is known of the event so far.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of } = answerWith();

export async function newestOf(stream: string): Promise<number | null> {
  let newest: number | null = null;
  let event = 'message';
  let data: string[] = [];
  for (const line of stream.split(/\r\n|\n/).slice(0, -1)) {
    if (line === '') {
      if (event === 'change') newest = JSON.parse(data.join('\n')).reading.pm2_5;
      event = 'message';
      data = [];
      continue;
    }
    const colon = line.indexOf(':');
    const [field, value] = [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return newest;
}
