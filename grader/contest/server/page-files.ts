import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { PAGE_POLICY, type PageRoute } from '../pages/pages.ts';

/** Smaller ones are sent as they are. */
const WORTH_PACKING = 1_000;

interface Kept {
  readonly plain: Buffer;
  readonly packed: Buffer | undefined;
  readonly tag: string;
}

/**
 * The pages and their files. Only paths on the list exist; each file is read and packed once, and a browser that has it
 * is told so.
 */
export function pageFiles(app: FastifyInstance, routes: readonly PageRoute[]): void {
  for (const { path, file, type } of routes) {
    const cache: { kept?: Kept } = {};
    app.get(path, { schema: { hide: true } }, (request, reply) => {
      cache.kept ??= keep(readFileSync(file));
      const { plain, packed, tag } = cache.kept;
      reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'accept-encoding');
      reply.header('content-security-policy', PAGE_POLICY);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      if (packed && takesGzip) return reply.header('content-encoding', 'gzip').type(type).send(packed);
      return reply.type(type).send(plain);
    });
  }
}

const keep = (plain: Buffer): Kept => ({
  plain,
  packed: plain.length > WORTH_PACKING ? gzipSync(plain) : undefined,
  tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
});
