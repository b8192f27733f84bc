import type { App } from '../../app.ts';
import { clean } from '../../csv/cells.ts';
import { isAccount } from '../../users/rules.ts';
import type { IservUser } from '../users.ts';
import { type Login, loginOf } from './login.ts';
import { Server } from './server.ts';

/** What is asked of each user, and nothing more. */
const attributes = ['user', 'firstname', 'lastname', 'auxInfo', 'emailAddress', 'importId', 'groups', 'deleted'];

const firstPage = `/iserv/idm/api/v1/users?deleted=false&_attributes=${attributes.join(',')}`;

/**
 * All users of IServ, over its interface for reading: as it is described by those who use it, and never tried against a
 * real one. What does not look as described stops everything, for whoever is missing counts as not being in IServ.
 * @throws Failure `iserv-not-configured`, `no-iserv-secret`, `iserv-secret-readable-by-others`, `iserv-secret-unusable`,
 * `iserv-unreachable`, `iserv-refuses`, `iserv-answer-unclear`
 */
export async function readLiveUsers(app: App): Promise<{ host: string; users: IservUser[] }> {
  const login = loginOf(app);
  const server = new Server(app.world, login.origin);
  const headers = { Authorization: `Bearer ${await tokenFrom(server, login)}` };
  const listed: unknown[] = [];
  const read = new Set<string>();
  for (let place: string | undefined = firstPage; place !== undefined; ) {
    if (read.has(place)) throw server.odd('in-a-ring');
    read.add(place);
    const page = pageOf(server, await server.json(place, { headers }));
    for (const item of page.items) listed.push(item);
    const isShort = page.next === undefined && page.total !== undefined && page.total !== listed.length;
    if (isShort) throw server.odd('incomplete', `${listed.length}, ${page.total}`);
    place = page.next === undefined ? undefined : server.placeOf(page.next, place);
  }
  return { host: server.host, users: usersOf(server, listed) };
}

/** Logs in by OAuth2's client credentials (RFC 6749, 4.4), at the place that OpenID Connect's discovery names. */
async function tokenFrom(server: Server, { client, secret }: Login): Promise<string> {
  const found = fieldsOf(await server.json('/.well-known/openid-configuration'));
  if (typeof found.token_endpoint !== 'string') throw server.odd('no-login');
  const credentials = `${encodeURIComponent(client)}:${encodeURIComponent(secret)}`;
  const answer = await server.json(found.token_endpoint, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'iserv:idm:api-read' }).toString(),
  });
  const token = fieldsOf(answer).access_token;
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw server.odd('no-login');
  return token;
}

/** A plain list, or one page of Hydra's; how many there are on all its pages, where it says so. */
function pageOf(server: Server, answer: unknown): { items: unknown[]; next?: string; total?: number } {
  if (Array.isArray(answer)) return { items: answer };
  const fields = fieldsOf(answer);
  const items = fields['hydra:member'];
  if (!Array.isArray(items)) throw server.odd('no-list');
  const next = fieldsOf(fields['hydra:view'])['hydra:next'];
  const total = fields['hydra:totalItems'];
  return {
    items,
    ...(typeof next === 'string' ? { next } : {}),
    ...(typeof total === 'number' ? { total } : {}),
  };
}

function usersOf(server: Server, listed: readonly unknown[]): IservUser[] {
  const users = new Map<string, IservUser>();
  for (const [at, item] of listed.entries()) {
    const fields = fieldsOf(item);
    const number = String(at + 1);
    const account = typeof fields.user === 'string' ? fields.user.toLowerCase() : '';
    if (!isAccount(account)) throw server.odd('no-account', number);
    if (users.has(account)) throw server.odd('twice', number);
    const [givenName, familyName, name, importId] = [
      textOf(fields.firstname),
      textOf(fields.lastname),
      textOf(fields.auxInfo),
      textOf(fields.importId),
    ];
    if ([givenName, familyName, name, importId].includes(undefined)) throw server.odd('no-name', number);
    if (fields.deleted) continue;
    const mail = textOf(fields.emailAddress);
    users.set(account, {
      account,
      givenName: givenName ?? '',
      familyName: familyName ?? '',
      importId: importId || null,
      class: name || null,
      mail: mail === undefined ? undefined : mail.toLowerCase() || null,
      groups: groupsOf(fields.groups),
      role: undefined,
      status: undefined,
      lastLogin: undefined,
    });
  }
  return [...users.values()];
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A text, or a number where programs take one for the other; empty where there is none, undefined where nothing was said. */
function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  return typeof value === 'string' || typeof value === 'number' ? clean(String(value)) : undefined;
}

/** Names of groups, or groups that have one; undefined where it can't be told. */
function groupsOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : [undefined]).map((one) => textOf(fieldsOf(one).name ?? one));
  return names.includes(undefined) ? undefined : names.join(',');
}
