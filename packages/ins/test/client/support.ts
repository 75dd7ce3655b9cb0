import type { Clock, RandomBytes } from '@socle-sante/core';
import type { Exchange, WireRequest, WireResponse } from '@socle-sante/wire';
import { NS } from '../../src/insi/namespaces.js';
import type { InsiCallContext } from '../../src/insi/request.js';
import type { LpsSoftware } from '../../src/insi/software.js';

/** Not a real installation: invented identifiers only. */
export const SOFTWARE: LpsSoftware = {
  idam: 'XX00000000000',
  version: '2.1.0',
  instance: '3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7',
  nom: 'urn:lps:demo-lps:2.1.0',
};

export const NOW = new Date('2026-03-02T09:15:00.000Z');
export const fixedClock: Clock = () => NOW;

/** A clock that a test moves. */
export function movingClock(start = NOW): { clock: Clock; advance(ms: number): void } {
  let now = start.getTime();
  return {
    clock: () => new Date(now),
    advance(ms) {
      now += ms;
    },
  };
}

/** Deterministic octets: every run gives the same identifiers. */
export function seededRandom(seed = 1): RandomBytes {
  let state = seed >>> 0;
  return (n) =>
    Uint8Array.from({ length: n }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

export function callContext(more: Partial<InsiCallContext> = {}): InsiCallContext {
  return {
    url: 'https://insi.invalid/lps',
    software: SOFTWARE,
    emetteur: '10B0999999',
    messageId: 'uuid:7c0e3c52-6a0e-4a6b-9a55-2d5f3a1f9b10',
    contextIds: { bam: '0a4f2c11-5d0e-4b0e-8a8f-1f2d3c4b5a69', lps: '5d1b7a90-9f4e-4a52-9d3b-0c9a8b7c6d5e' },
    at: NOW,
    ...more,
  };
}

export function answer(body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/soap+xml; charset=utf-8', ...headers },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    elapsedMs: 5,
  };
}

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';

export function envelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

export interface PersonaXml {
  readonly num?: string;
  readonly cle?: string | undefined;
  readonly oid?: string;
  readonly tiq?: Readonly<Record<string, string>>;
  readonly histo?: string;
}

/** ADRUN ZOE, the official smoke test identity, unless told otherwise. */
export function resultat00(person: PersonaXml = {}): string {
  const { num = '2751263220749', oid = '1.2.250.1.213.1.4.8', histo = '' } = person;
  const cle = 'cle' in person ? person.cle : '74';
  const tiq = person.tiq ?? {
    NomNaissance: 'ADRUN',
    ListePrenom: 'ZOE',
    Sexe: 'F',
    DateNaissance: '1975-12-31',
    LieuNaissance: '63220',
  };
  const traits = Object.entries(tiq)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
  const key = cle === undefined ? '' : `<Cle>${cle}</Cle>`;
  return `<RESULTAT xmlns="${NS.res}"><CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR><INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>${num}</NumIdentifiant>${key}</IdIndividu><OID>${oid}</OID></INSACTIF>${histo}<TIQ>${traits}</TIQ></INDIVIDU></RESULTAT>`;
}

export function resultatCr(code: string, label = 'libelle'): string {
  return `<RESULTAT xmlns="${NS.res}"><CR><CodeCR>${code}</CodeCR><LibelleCR>${label}</LibelleCR></CR></RESULTAT>`;
}

export interface FaultXml {
  readonly prefix?: string;
  readonly role?: string;
  readonly subcode?: string;
  readonly lang?: string;
  readonly reason?: string;
  readonly code?: string;
  readonly severite?: string;
  readonly messageID?: string;
  readonly detail?: string;
}

export function faultXml(fault: FaultXml = {}): string {
  const { prefix: p = 'soap', role = 'Sender', subcode = 'siram_100', lang = 'fr', code = 'desir_550' } = fault;
  const id = fault.messageID === undefined ? '' : ` messageID="${fault.messageID}"`;
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP}"><env:Body xmlns:env="${SOAP}"${p === 'env' ? '' : ` xmlns:${p}="${SOAP}"`}><${p}:Fault><${p}:Code><${p}:Value>${p}:${role}</${p}:Value><${p}:Subcode><${p}:Value>soap:${subcode}</${p}:Value></${p}:Subcode></${p}:Code><${p}:Reason><${p}:Text xml:lang="${lang}">${fault.reason ?? 'phrase du service'}</${p}:Text></${p}:Reason><${p}:Detail><siram:Erreur xmlns:siram="urn:siram" code="${code}"${id} severite="${fault.severite ?? 'erreur'}">${fault.detail ?? 'phrase technique'}</siram:Erreur></${p}:Detail></${p}:Fault></env:Body></soap:Envelope>`;
}

/** A transport that answers from a list, and keeps what it was asked. */
export function scriptedExchange(
  ...answers: readonly (WireResponse | Error | ((request: WireRequest) => WireResponse | Promise<WireResponse>))[]
): Exchange & { readonly requests: WireRequest[]; readonly inFlight: { max: number } } {
  const requests: WireRequest[] = [];
  const inFlight = { now: 0, max: 0 };
  const exchange: Exchange = async (request) => {
    const next = answers[requests.length];
    requests.push(request);
    inFlight.now += 1;
    inFlight.max = Math.max(inFlight.max, inFlight.now);
    try {
      await Promise.resolve();
      if (next === undefined) throw new Error(`No answer prepared for request ${requests.length}.`);
      if (next instanceof Error) throw next;
      return typeof next === 'function' ? await next(request) : next;
    } finally {
      inFlight.now -= 1;
    }
  };
  return Object.assign(exchange, { requests, inFlight });
}

export function bodyText(request: WireRequest | undefined): string {
  return new TextDecoder().decode(request?.body ?? new Uint8Array());
}
