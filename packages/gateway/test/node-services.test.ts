import { SocleUnreachableError } from '@socle-sante/core/error';
import { createIdentity, type IdentityState } from '@socle-sante/core/rniv';
import type { InsiClient } from '@socle-sante/ins';
import { describe, expect, it } from 'vitest';
import { createDemoGateway, demoPatients } from '../src/demo.js';
import { createGateway, type GatewayServices } from '../src/handlers.js';
import { insiService, verificationService, vitaleService } from '../src/node.js';
import { bodyOf, post, testClock } from './support.js';

type FoundResult = Extract<Awaited<ReturnType<InsiClient['searchByTraits']>>, { outcome: 'found' }>;

const state: IdentityState = createIdentity({
  nomNaissance: 'EXEMPLE',
  listePrenoms: 'ANNA',
  premierPrenom: 'ANNA',
  sexe: 'F',
  dateNaissance: '1990-05-06',
});
const query = {
  nomNaissance: 'EXEMPLE',
  listePrenoms: 'ANNA MARIE',
  sexe: 'F',
  dateNaissance: '1990-05-06',
  state,
} as const;
const call = { signal: new AbortController().signal, operator: 'u-1' };

const snapshot = {
  ins: { matricule: '290051234567858', oid: '1.2.250.1.213.1.4.8' },
  traits: {
    nomNaissance: 'EXEMPLE',
    listePrenoms: 'ANNA MARIE',
    premierPrenom: 'ANNA',
    ambiguous: false,
    sexe: 'F',
    dateNaissance: { raw: '1990-05-06', year: 1990, month: 5, day: 6, isCalendarDate: true },
  },
  history: [{ matricule: '190051234567800', oid: '1.2.250.1.213.1.4.8', dateDebut: '2020-01-01', findings: [] }],
  raw: { codeCR: '00', insHisto: [] },
  findings: [],
  messageId: 'm-1',
  at: '2026-11-16T09:00:00.000Z',
};
const found = { outcome: 'found', identity: snapshot, attempts: [], diff: () => [] } as unknown as FoundResult;

describe('insiService', () => {
  it('sends the whole list of prénoms, the record and who asks; gives back what was received', async () => {
    const asked: unknown[] = [];
    const service = insiService({
      searchByTraits: async (input) => {
        asked.push(input);
        return found;
      },
    });
    const result = await service.searchByTraits(query, call);
    expect(asked).toMatchObject([
      { traits: { nomNaissance: 'EXEMPLE', prenoms: 'ANNA MARIE' }, state, operator: 'u-1', signal: call.signal },
    ]);
    expect(result).toMatchObject({
      outcome: 'found',
      messageId: 'm-1',
      identity: { dateNaissance: '1990-05-06', history: [{ dateDebut: '2020-01-01' }], raw: { codeCR: '00' } },
    });
  });

  it('keeps the other outcomes', async () => {
    const answer = (result: object) =>
      insiService({
        searchByTraits: async () => ({ attempts: [], truncated: false, ...result }) as unknown as FoundResult,
      });
    expect(await answer({ outcome: 'notFound', hint: 'sandbox' }).searchByTraits(query, call)).toEqual({
      outcome: 'notFound',
      hint: 'sandbox',
    });
    expect(await answer({ outcome: 'multiple', next: 'lieuNaissance' }).searchByTraits(query, call)).toEqual({
      outcome: 'multiple',
      next: 'lieuNaissance',
    });
  });
});

describe('vitaleService', () => {
  const card = {
    serial: '000099001001',
    type: 'V2',
    nature: 'T',
    assure: { num: '2770763220829', cle: '10' },
    beneficiaries: [
      { index: 1, nom: 'DE VINCI', prenom: 'RUTH', dateNaissance: '1977-07-14', rangNaissance: 1 },
      { index: 2 },
    ],
  };

  it('keeps the card on the server, and forgets it after 20 minutes', async () => {
    const clock = testClock();
    const searches: unknown[] = [];
    const service = vitaleService(
      {
        readVitale: async () => card as never,
        searchByVitale: async (input) => {
          searches.push(input);
          return found;
        },
      },
      { clock, newId: () => 'r-1' },
    );
    const reading = await service.read(call);
    expect(reading).toEqual({
      readingRef: 'r-1',
      readAt: '2026-11-16T09:00:00.000Z',
      expiresAt: '2026-11-16T09:20:00.000Z',
      beneficiaries: [
        { index: 1, name: 'DE VINCI', firstName: 'RUTH', birthDate: '1977-07-14', rank: 1 },
        { index: 2, name: '', firstName: '', birthDate: '', rank: 1 },
      ],
    });
    expect(JSON.stringify(reading)).not.toContain('2770763220829');
    await service.searchByVitale({ readingRef: 'r-1', beneficiaryIndex: 1, state }, call);
    expect(searches).toMatchObject([{ beneficiaryIndex: 1, card, state, operator: 'u-1' }]);
    const other = service.searchByVitale(
      { readingRef: 'r-1', beneficiaryIndex: 1, state },
      { ...call, operator: 'u-2' },
    );
    await expect(other).rejects.toMatchObject({ code: 'insi.vitale.expired' });
    clock.advance(20 * 60_000);
    const late = service.searchByVitale({ readingRef: 'r-1', beneficiaryIndex: 1, state }, call);
    await expect(late).rejects.toMatchObject({ code: 'insi.vitale.expired', audience: 'user' });
    expect(searches).toHaveLength(1);
  });
});

describe('verificationService', () => {
  const identity = { ...query, premierPrenom: 'ANNA' };

  it('asks for an INS that may be one, and answers KO at once for one that cannot', async () => {
    const asked: unknown[] = [];
    const service = verificationService(
      {
        verifyIns: async (input, options) => {
          asked.push(input, options);
          return { outcome: 'ok', messageId: 'm-2', at: '2026-11-16T09:00:00.000Z' };
        },
      },
      { clock: testClock() },
    );
    const ins = { matricule: '275126322074974', oid: '1.2.250.1.213.1.4.8' };
    expect(await service.verify({ ...identity, ins }, call)).toEqual({
      outcome: 'ok',
      messageId: 'm-2',
      at: '2026-11-16T09:00:00.000Z',
    });
    expect(asked).toMatchObject([{ ins, prenom: 'ANNA', sexe: 'F' }, { operator: 'u-1' }]);
    const wrong = { ...ins, matricule: '275126322074973' };
    expect(await service.verify({ ...identity, ins: wrong }, call)).toEqual({
      outcome: 'ko',
      at: '2026-11-16T09:00:00.000Z',
    });
    expect(asked).toHaveLength(2);
  });
});

describe('errors of a service on their way to a page', () => {
  const demo = createDemoGateway({ clock: testClock(), latency: false });
  const gateway = (insi: GatewayServices['insi']) =>
    createGateway({
      ports: demo.ports,
      services: { insi },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'test', services: [] },
    });

  async function lastEvent(reason: unknown): Promise<string> {
    const failing = gateway({ searchByTraits: () => Promise.reject(reason) });
    const response = await failing(post('/ins/search', { patientRef: demoPatients.corse }));
    return (await response.text()).split('\n\n').at(-2) ?? '';
  }

  it('drops an official sentence that repeats an identity', async () => {
    const make = (reason: string) => {
      const error = new SocleUnreachableError({ code: 'insi.unavailable', service: 'insi', message: 'down' });
      return Object.defineProperty(error, 'fault', { value: { reason } });
    };
    expect(await lastEvent(make('service fermé'))).toContain('"official":"service fermé"');
    const quoting = await lastEvent(make('pas de Anthony ici'));
    expect(quoting).toContain('insi.unavailable');
    expect(quoting).not.toMatch(/Anthony|official/);
    expect(await lastEvent(make('matricule 180032B02040123 refusé'))).not.toContain('180032B020401');
  });

  it('says nothing of an exception but a reference', async () => {
    const event = await lastEvent(new Error('cannot read properties of CORSE ANTHONY'));
    expect(event).toContain('gateway.internal');
    expect(event).not.toMatch(/CORSE|ANTHONY|cannot read/);
  });

  it('answers 422 for a refusal, 424 for an answer that is refused, 503 and 504 for no answer', async () => {
    const vitale = (reason: unknown): GatewayServices => ({
      insi: { searchByTraits: () => Promise.reject(reason) },
      vitale: { searchByVitale: () => Promise.reject(reason) },
    });
    const statuses: number[] = [];
    for (const code of ['insi.unavailable', 'timeout']) {
      const reason = new SocleUnreachableError({ code, service: 'insi', message: 'x' });
      const made = createGateway({
        ports: demo.ports,
        services: vitale(reason),
        authorize: () => ({ allowed: true }),
        environment: { kind: 'test', services: [] },
      });
      const response = await made(
        post('/ins/search-vitale', { patientRef: demoPatients.houilles, readingRef: 'r', beneficiaryIndex: 1 }),
      );
      expect((await bodyOf(response)).error).toMatchObject({ code });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([503, 504]);
  });
});
