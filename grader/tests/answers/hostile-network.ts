// Tries to reach anything but Open-Meteo.
import * as dgram from 'node:dgram';
import * as dns from 'node:dns';
import * as http from 'node:http';
import * as net from 'node:net';

const reached: string[] = [];
const attempts: (() => Promise<unknown>)[] = [
  async () => {
    const response = await fetch('https://example.com/');
    if (response.ok) return response.text();
    throw new Error(String(response.status));
  },
  () => talk(net.connect(53, '1.1.1.1')),
  () => talk(net.connect(22, '127.0.0.1')),
  () => talk(net.connect('/var/run/docker.sock')),
  () => dns.promises.resolve4('example.com'),
  () =>
    new Promise((done, fail) =>
      dgram.createSocket('udp4').send('x', 53, '1.1.1.1', (error) => (error ? fail(error) : done(1))),
    ),
  () => new Promise((done, fail) => http.createServer().listen(8080, '0.0.0.0').on('listening', done).on('error', fail)),
];

/** Every connection ends at the sealed service. Whoever answers in other words than HTTP's is somebody else. */
function talk(socket: net.Socket): Promise<unknown> {
  const query = Buffer.from('001c00010100000100000000000007657861 6d706c6503636f6d0000010001'.replace(' ', ''), 'hex');
  return new Promise((done, fail) => {
    socket.on('connect', () => socket.write(query));
    socket.on('data', (data) => (data.toString().startsWith('HTTP/') ? fail(new Error('sealed')) : done(data)));
    socket.on('error', fail);
  });
}

export async function hourlyPm25() {
  for (const [i, attempt] of attempts.entries()) {
    try {
      await Promise.race([attempt(), new Promise((_, fail) => setTimeout(fail, 500, new Error('late')))]);
      reached.push(`REACHED ${i}`);
      console.log(`REACHED ${i}`);
    } catch {}
  }
  return reached;
}
export const compareCities = hourlyPm25;
export const showCities = hourlyPm25;
