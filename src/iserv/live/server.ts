import type { World } from '../../world.ts';
import { answerUnclear, iservRefuses, iservUnreachable, type Oddity } from './failures.ts';

/** Milliseconds that one answer may take, and all of them; and how many bytes they may have: a city's users, not a flood. */
const limits = { answer: 30_000, whole: 300_000, megabytes: 64 };

/** What a request needs beside its place. */
interface Request {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** One IServ, asked over its own address alone: it follows no redirects, and waits and reads only so long. */
export class Server {
  readonly host: string;
  private readonly origin: string;
  private readonly world: World;
  private readonly whole: AbortSignal;
  private bytesLeft = limits.megabytes * 2 ** 20;

  constructor(world: World, origin: string) {
    this.world = world;
    this.origin = origin;
    this.host = new URL(origin).host;
    this.whole = world.deadline(limits.whole);
  }

  /**
   * What a place of this server answers, read as JSON.
   * @throws Failure `iserv-unreachable`, `iserv-refuses`, `iserv-answer-unclear`
   */
  async json(place: string, request: Request = {}): Promise<unknown> {
    const url = this.own(place);
    const signal = AbortSignal.any([this.whole, this.world.deadline(limits.answer)]);
    const headers = { Accept: 'application/ld+json, application/json;q=0.9', ...request.headers };
    let text: string;
    try {
      const response = await fetch(url, { ...request, headers, redirect: 'manual', signal });
      this.checkStatus(response);
      text = await this.textOf(response);
    } catch (error) {
      throw this.unreachable(error, signal);
    }
    try {
      return JSON.parse(text);
    } catch {
      throw this.odd('not-json');
    }
  }

  /** Where a link on one of its pages leads. @throws Failure `iserv-answer-unclear` if that is another server */
  placeOf(link: string, on: string): string {
    const page = this.own(on).href;
    return this.own(URL.canParse(link, page) ? new URL(link, page).href : link).href;
  }

  odd(because: Oddity, detail = '') {
    return answerUnclear({ host: this.host, because, detail });
  }

  /** An address of this server; relative ones are read from its root. */
  private own(place: string): URL {
    const url = URL.canParse(place, this.origin) ? new URL(place, this.origin) : undefined;
    if (url?.origin !== this.origin || url.username !== '') throw this.odd('elsewhere', url?.host ?? '');
    return url;
  }

  private checkStatus({ status, headers }: Response): void {
    const { host } = this;
    if (status === 401 || status === 403) throw iservRefuses({ host, status });
    if (status === 429 || status >= 500) throw iservUnreachable({ host, detail: String(status) });
    if (status >= 300 && status < 400) {
      const target = headers.get('location') ?? '';
      throw this.odd('redirect', URL.canParse(target, this.origin) ? new URL(target, this.origin).host : '');
    }
    if (status !== 200) throw this.odd('status', String(status));
  }

  private async textOf({ body }: Response): Promise<string> {
    const pieces: Uint8Array[] = [];
    for await (const piece of body ?? []) {
      this.bytesLeft -= piece.length;
      if (this.bytesLeft < 0) throw this.odd('too-long', `${limits.megabytes} MB`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  /** Why there was no answer; what was found wrong in one passes unchanged. */
  private unreachable(error: unknown, signal: AbortSignal): unknown {
    const { host } = this;
    if (signal.aborted) return iservUnreachable({ host, detail: 'timeout' });
    if (!(error instanceof TypeError)) return error;
    const { code = '', message = '' } = (error.cause ?? {}) as NodeJS.ErrnoException;
    return iservUnreachable({ host, detail: code || message || error.message });
  }
}
