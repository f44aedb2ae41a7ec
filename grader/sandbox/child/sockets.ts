import { Duplex } from 'node:stream';
import type { Task, VirtualClock } from './clock.ts';

/** Stands in the place of `net.connect` (http) and `tls.connect` (https), with their arguments. */
export type Connector = (scheme: Scheme, args: readonly unknown[]) => VirtualSocket;
export type Scheme = 'http' | 'https';

/** On a network each arrival is a turn of the event loop of its own, and clients count on that. */
const arrive = setImmediate;

const ADDRESS = '192.0.2.1';

/**
 * One end of a connection that never leaves the process. It does what clients ask of a `net.Socket` or a
 * `tls.TLSSocket`; what is encrypted outside is plain here. Its timeout runs on the virtual clock.
 */
export class VirtualSocket extends Duplex {
  connecting = false;
  readonly encrypted: boolean;
  readonly authorized: boolean;
  readonly alpnProtocol = false;
  readonly remoteAddress = ADDRESS;
  readonly remoteFamily = 'IPv4';
  readonly remotePort: number;
  readonly localAddress = '127.0.0.1';
  readonly localPort = 0;
  /** Scheme and host as the client wrote them. */
  readonly origin: string;
  timeout = 0;
  bytesRead = 0;
  bytesWritten = 0;
  readonly #clock: VirtualClock;
  #peer: VirtualSocket | undefined;
  #drained: (() => void) | undefined;
  #quiet: Task | undefined;

  constructor(end: { clock: VirtualClock; origin: string; isClient: boolean }) {
    // As a real socket: when the service has said all, a client says goodbye as well.
    super({ allowHalfOpen: !end.isClient });
    this.#clock = end.clock;
    this.origin = end.origin;
    this.encrypted = end.origin.startsWith('https:');
    this.authorized = this.encrypted;
    this.remotePort = this.encrypted ? 443 : 80;
  }

  /** Ties two ends together. */
  static pair(clock: VirtualClock, origin: string): { client: VirtualSocket; service: VirtualSocket } {
    const client = new VirtualSocket({ clock, origin, isClient: true });
    const service = new VirtualSocket({ clock, origin, isClient: false });
    client.#peer = service;
    service.#peer = client;
    return { client, service };
  }

  override _read(): void {
    const peer = this.#peer;
    if (peer === undefined) return;
    const resume = peer.#drained;
    peer.#drained = undefined;
    resume?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    const peer = this.#peer;
    this.bytesWritten += chunk.length;
    this.#touch();
    arrive(() => {
      if (peer === undefined || peer.destroyed) {
        done(reset());
        return;
      }
      peer.bytesRead += chunk.length;
      peer.#touch();
      if (peer.push(chunk)) done();
      else this.#drained = done;
    });
  }

  override _final(done: (error?: Error) => void): void {
    const peer = this.#peer;
    arrive(() => {
      if (peer && !peer.destroyed) peer.push(null);
      done();
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.setTimeout(0);
    const peer = this.#peer;
    this.#peer = undefined;
    arrive(() => {
      if (peer && !peer.destroyed && !peer.readableEnded) peer.push(null);
    });
    done(error);
  }

  /** From the service's end: gives the client a reason that a network never gives. */
  refuse(reason: string): void {
    this.#peer?.destroy(new Error(reason));
  }

  setTimeout(ms: number, done?: () => void): this {
    this.timeout = ms;
    if (done) {
      if (ms > 0) this.once('timeout', done);
      else this.removeListener('timeout', done);
    }
    this.#touch();
    return this;
  }

  #touch(): void {
    if (this.#quiet) this.#clock.remove(this.#quiet);
    this.#quiet = undefined;
    if (!(this.timeout > 0)) return;
    const task: Task = this.#clock.add(
      this.timeout,
      () => {
        this.#quiet = undefined;
        this.emit('timeout');
      },
      false,
    );
    this.#quiet = task;
  }

  get readyState(): string {
    if (this.connecting) return 'opening';
    return this.destroyed ? 'closed' : 'open';
  }

  get pending(): boolean {
    return this.connecting;
  }

  address(): object {
    return { address: this.localAddress, family: 'IPv4', port: this.localPort };
  }

  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', this.destroy);
  }

  resetAndDestroy(): this {
    return this.destroy(reset());
  }

  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  getPeerCertificate(): object {
    return {};
  }
  getProtocol(): string {
    return 'TLSv1.3';
  }
  getCipher(): object {
    return { name: 'TLS_AES_256_GCM_SHA384', version: 'TLSv1.3' };
  }
  getSession(): undefined {}
  isSessionReused(): boolean {
    return false;
  }
  setServername(): void {}
}

const reset = (): Error =>
  Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
