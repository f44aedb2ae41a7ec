import type { FastifyRequest } from 'fastify';
import { opensConsole } from '../store/contests.ts';
import type { Database } from '../store/database.ts';
import { type Member, memberOf } from '../store/people.ts';
import { Refusal } from './problems.ts';

/** Names of the cookies that pages have; programs send `Authorization: Bearer`. */
export const TOKEN_COOKIE = 'airlab_token';
export const CONSOLE_COOKIE = 'airlab_console';

/** Strict: no other site can use them. Not `secure`: a classroom has no certificate. */
export const COOKIE = { httpOnly: true, sameSite: 'strict', path: '/', maxAge: 24 * 60 * 60 } as const;

/** Longer ones are not ours, and need not be looked up. */
const LONGEST = 200;

/** Who asks, and whether the console may be used. */
export class Access {
  readonly #database: Database;
  readonly #contest: string;

  constructor(database: Database, contest: string) {
    this.#database = database;
    this.#contest = contest;
  }

  /** The person behind a request, if there is one. */
  async memberOf(request: FastifyRequest): Promise<Member | undefined> {
    const token = this.tokenOf(request);
    return token === undefined ? undefined : this.memberWith(token);
  }

  tokenOf(request: FastifyRequest): string | undefined {
    return secretOf(request, TOKEN_COOKIE);
  }

  memberWith(token: string): Promise<Member | undefined> {
    return memberOf(this.#database, this.#contest, token);
  }

  /** @throws Refusal `NOT_JOINED` */
  async member(request: FastifyRequest): Promise<Member> {
    const member = await this.memberOf(request);
    if (member) return member;
    throw new Refusal(401, 'NOT_JOINED', 'This token belongs to nobody in the contest.', {
      hint: 'Join again: grade join CODE --name NICK. With the PIN of the instructor you come back as yourself.',
    });
  }

  /** @throws Refusal `NOT_INSTRUCTOR` */
  async instructor(request: FastifyRequest): Promise<void> {
    if (await this.isInstructor(secretOf(request, CONSOLE_COOKIE))) return;
    throw new Refusal(401, 'NOT_INSTRUCTOR', 'The console needs its secret.', {
      hint: 'Open the address that "grade compete" printed, with all that stands behind the #.',
    });
  }

  async isInstructor(secret: string | undefined): Promise<boolean> {
    if (secret === undefined || secret.length > LONGEST) return false;
    return opensConsole(this.#database, this.#contest, secret);
  }
}

function secretOf(request: FastifyRequest, cookie: string): string | undefined {
  const [, bearer] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  const secret = bearer ?? request.cookies[cookie];
  return secret !== undefined && secret.length <= LONGEST ? secret : undefined;
}
