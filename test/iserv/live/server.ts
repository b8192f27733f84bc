import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Account } from '../model.ts';

/** What a client was told, and how the server is asked to behave. */
type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** IServ's interface for reading users on the loopback, as those who use it describe it; and as badly as a test wants it. */
export class Wire {
  readonly secret = 'geheim+nis%1';
  readonly client = 'schulkonto';
  readonly asked: string[] = [];
  /** Users on a page; all as a plain list without it. */
  pageSize: number | undefined = 2;
  /** What a place answers otherwise than it should, by the beginning of its path. */
  readonly bad = new Map<string, Answer>();
  users: Account[] = [];
  origin = '';

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => {
        body += piece;
      });
      request.on('end', () => this.answer(request, response, body));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return this;
  }

  /** One user as the interface shows them. */
  shown({ account, givenName, familyName, class: name, importId, groups }: Account) {
    return {
      user: account,
      firstname: givenName,
      lastname: familyName,
      auxInfo: name || null,
      emailAddress: `${account}@see.example`,
      importId: importId || null,
      groups,
      deleted: false,
    };
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { url = '', headers } = request;
    this.asked.push(url);
    const bad = [...this.bad].find(([place]) => url.startsWith(place))?.[1];
    if (bad) bad(request, response, body);
    else if (url === '/.well-known/openid-configuration') json(response, { token_endpoint: `${this.origin}/token` });
    else if (url === '/token') this.login(headers.authorization, response, body);
    else if (url.startsWith('/iserv/idm/api/v1/users?')) this.list(new URL(url, this.origin), headers, response);
    else json(response, {}, 404);
  }

  private login(authorization: string | undefined, response: ServerResponse, body: string): void {
    const [client, secret] = Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64')
      .toString()
      .split(':');
    const right = client === this.client && decodeURIComponent(secret ?? '') === this.secret;
    const asked = new URLSearchParams(body);
    const fits = asked.get('grant_type') === 'client_credentials' && asked.get('scope') === 'iserv:idm:api-read';
    json(response, right && fits ? { access_token: 'abc', token_type: 'Bearer' } : {}, right && fits ? 200 : 401);
  }

  private list(url: URL, headers: IncomingMessage['headers'], response: ServerResponse): void {
    const all = this.users.map((user) => this.shown(user));
    if (headers.authorization !== 'Bearer abc') json(response, {}, 401);
    else if (this.pageSize === undefined) json(response, all);
    else this.page(url, all, this.pageSize, response);
  }

  private page(url: URL, all: readonly unknown[], size: number, response: ServerResponse): void {
    const page = Number(url.searchParams.get('page') ?? '1');
    const from = (page - 1) * size;
    url.searchParams.set('page', String(page + 1));
    json(response, {
      'hydra:member': all.slice(from, from + size),
      'hydra:totalItems': all.length,
      'hydra:view': from + size < all.length ? { 'hydra:next': url.pathname + url.search } : {},
    });
  }
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}
