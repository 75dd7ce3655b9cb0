import { type Exchange, type WireRequest, type WireResponse, WireUnreachableError } from '@socle-sante/wire/http';
import { decodeMultipart } from '@socle-sante/wire/multipart';
import { createDmpClient, type DmpCall, type DmpClientOptions, type DmpMode } from '../../src/index.js';
import { fault, http, objectRefs, registry, type SaidError, soap } from './answers.js';
import { ASSERTION, counterRandom, ENVIRONMENT, VENDOR } from './sample.js';

/** What the next deposit meets. `lostAnswer`: registered, and the answer never comes. */
export type Trouble =
  | 'lostAnswer'
  | 'lostRequest'
  | 'garbage'
  | 'busy'
  | 'unreachable'
  | 'http503'
  | { readonly refuse: readonly SaidError[] }
  | { readonly partial: readonly SaidError[]; readonly without: readonly string[] };

/** A registry of a few lines, to hold the client against: not the simulator, which has its own tests. */
export function fakeDmp(troubles: Trouble[] = []) {
  const registered = new Map<string, string>();
  const sent: { transaction: string; request: WireRequest; uniqueIds: string[] }[] = [];
  let queryTroubles: ('unreachable' | 'fault')[] = [];

  const exchange: Exchange = async (request) => {
    const type = request.headers['content-type'] ?? '';
    const raw = request.body ?? new Uint8Array();
    const xml = new TextDecoder().decode(type.startsWith('multipart') ? decodeMultipart(raw, type).root.body : raw);
    const messageId = /<wsa:MessageID>([^<]+)</.exec(xml)?.[1] ?? '';
    const uniqueIds = [
      ...xml.matchAll(/identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab" value="([^"]+)"/g),
    ].map((m) => m[1] ?? '');
    sent.push({ transaction: request.operation, request: { ...request, body: raw }, uniqueIds });
    const answer = (body: string): WireResponse => http(soap(body, messageId));
    if (request.operation === 'TD3.1b') {
      const trouble = queryTroubles.shift();
      if (trouble === 'unreachable') throw new WireUnreachableError({ code: 'network.refused' });
      if (trouble === 'fault') return answer(fault('DMPAccessDeniedByRightsService', 'non'));
      const asked = /\('([^']+)'\)/.exec(xml)?.[1] ?? '';
      const found = registered.get(asked);
      return answer(objectRefs(found === undefined ? [] : [found]));
    }
    if (request.operation !== 'TD2.1' && request.operation !== 'TD2.2') return answer(registry('Success'));
    const trouble = troubles.shift();
    const keep = (without: readonly string[] = []) => {
      for (const id of uniqueIds) {
        if (!without.includes(id))
          registered.set(id, `urn:uuid:00000000-0000-4000-8000-${String(registered.size).padStart(12, '0')}`);
      }
    };
    if (trouble === 'lostRequest') throw new WireUnreachableError({ code: 'network.reset' });
    if (trouble === 'unreachable') throw new WireUnreachableError({ code: 'network.refused' });
    if (trouble === 'busy') return answer(registry('Failure', [{ code: 'XDSRepositoryBusy' }]));
    if (trouble === 'http503') return { status: 503, headers: {}, body: new Uint8Array(), elapsedMs: 1 };
    if (typeof trouble === 'object' && 'refuse' in trouble) return answer(registry('Failure', trouble.refuse));
    if (uniqueIds.some((id) => registered.has(id)))
      return answer(registry('Failure', [{ code: 'XDSDuplicateUniqueIdInRegistry', context: uniqueIds[0] ?? '' }]));
    if (typeof trouble === 'object') {
      keep(trouble.without);
      return answer(registry('PartialSuccess', trouble.partial));
    }
    keep();
    if (trouble === 'lostAnswer') throw new WireUnreachableError({ code: 'timeout', phase: 'firstByte', limit: 1 });
    if (trouble === 'garbage')
      return {
        status: 200,
        headers: { 'content-type': 'multipart/related; boundary=nope' },
        body: new TextEncoder().encode('--other\r\n'),
        elapsedMs: 1,
      };
    return answer(registry('Success'));
  };
  return {
    exchange,
    registered,
    sent,
    troubleQueries: (list: ('unreachable' | 'fault')[]) => {
      queryTroubles = list;
    },
    deposits: () => sent.filter(({ transaction }) => transaction === 'TD2.1' || transaction === 'TD2.2'),
  };
}

export function clientOver(
  exchange: Exchange,
  more: Partial<DmpClientOptions> & { mode?: DmpMode; staff?: boolean } = {},
) {
  const calls: DmpCall[] = [];
  const waits: number[] = [];
  const { mode = 'DIRECTE', staff, ...options } = more;
  const client = createDmpClient({
    environment: ENVIRONMENT,
    authentication: {
      mode,
      ...(staff === undefined ? {} : { staff }),
      vihf: async (call) => {
        calls.push(call);
        return ASSERTION;
      },
    },
    software: { oid: VENDOR, name: 'Demo LPS' },
    exchange,
    random: counterRandom(),
    clock: () => new Date('2026-09-01T06:35:00Z'),
    sleep: async (ms) => {
      waits.push(ms);
    },
    ...options,
  });
  return { client, calls, waits };
}
