import { INS_OIDS, type InsIdentifier, parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import { createIdentity, type IdentityState, transition } from '@socle-sante/core/rniv';
import type { TraitsLocaux } from '@socle-sante/core/traits';
import { describe, expect, it } from 'vitest';
import { createGateway, createMemoryPorts } from '../src/handlers.js';
import { bodyOf, post } from './support.js';

// Two official test identities that a careless import could mix.
const zoe: TraitsLocaux = {
  nomNaissance: 'ADRUN',
  listePrenoms: 'ZOE',
  premierPrenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
  lieuNaissance: '63220',
};
const ruth: TraitsLocaux = {
  nomNaissance: 'NESSI',
  listePrenoms: 'RUTH ISABELLE',
  premierPrenom: 'RUTH',
  sexe: 'F',
  dateNaissance: '1977-07-14',
  lieuNaissance: '63220',
};
const ins = (matricule: string): InsIdentifier => {
  const parsed = parseInsIdentifier({ matricule, oid: INS_OIDS.nir });
  if (!parsed.ok) throw new Error('matricule');
  return parsed.value;
};
const ZOE = ins('275126322074974');
const RUTH = ins('277076322082910');
const at = '2026-11-16T09:00:00.000Z';

function recovered(traits: TraitsLocaux, identifier: InsIdentifier): IdentityState {
  const { sexe, ...strict } = traits;
  const event = { type: 'insiFound', at, ins: identifier, accepted: true } as const;
  const done = transition(createIdentity(traits), { ...event, traits: { ...strict, sexe: sexe === 'F' ? 'F' : 'M' } });
  if (!done.ok) throw new Error('insiFound');
  return done.state;
}

/** A gateway with one record, one imported identity said to be that patient's, and a service that confirms it. */
async function verified(known: IdentityState, imported: { ins: InsIdentifier; traits: TraitsLocaux }) {
  const ports = createMemoryPorts({
    session: { userRef: 'u-1', displayName: 'Agent', userKind: 'identitovigilance', superuser: false },
    records: [{ patientRef: 'p-1', version: 1, state: known, changes: [] }],
    imported: [{ row: 'r-1', ...imported, origin: 'x', receivedAt: at, patientRef: 'p-1', state: 'todo' }],
  });
  const gateway = createGateway({
    ports,
    services: {
      insi: { searchByTraits: () => Promise.reject(new Error('not called')) },
      verification: { verify: async () => ({ outcome: 'ok', at }) },
    },
    authorize: () => ({ allowed: true }),
    environment: { kind: 'test', services: [] },
  });
  const { error } = await bodyOf(await gateway(post('/ins/verify', { row: 'r-1' })));
  return { code: error?.code, state: (await ports.identities.get('p-1'))?.state };
}

describe('an imported identity that INSi confirms', () => {
  it('completes the record that it was attached to when it is the same person', async () => {
    const { code, state } = await verified(createIdentity({ ...zoe, nomNaissance: 'Adrun' }), {
      ins: ZOE,
      traits: zoe,
    });
    expect(code).toBeUndefined();
    expect(state).toMatchObject({ ins: ZOE, insi: true, traits: zoe });
  });

  it('never overwrites the traits of a record that says something else: nobody compared them', async () => {
    const { code, state } = await verified(createIdentity(ruth), { ins: ZOE, traits: zoe });
    expect(code).toBe('gateway.arbitrate');
    expect(state).toEqual(createIdentity(ruth));
  });

  it('never replaces the INS of a record by another one', async () => {
    const known = recovered(zoe, ZOE);
    const { code, state } = await verified(known, { ins: RUTH, traits: zoe });
    expect(code).toBe('gateway.arbitrate');
    expect(state).toEqual(known);
  });
});

describe('a record held for one INSi sequence', () => {
  it('is not let go by a sequence that lasted longer than its hold', async () => {
    let now = Date.parse(at);
    const ports = createMemoryPorts({
      session: { userRef: 'u-1', displayName: 'Agent', userKind: 'x', superuser: false },
      records: [{ patientRef: 'p-1', version: 1, state: createIdentity(zoe), changes: [] }],
      clock: () => new Date(now),
    });
    const ends: (() => void)[] = [];
    const gateway = createGateway({
      ports,
      services: { insi: { searchByTraits: () => new Promise((r) => ends.push(() => r({ outcome: 'notFound' }))) } },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'test', services: [] },
      clock: () => new Date(now),
    });
    const search = async () => gateway(post('/ins/search', { patientRef: 'p-1' }));
    const first = await search();
    now += 6 * 60_000;
    const second = await search();
    ends[0]?.();
    await first.text();
    expect((await search()).status).toBe(409);
    ends[1]?.();
    await second.text();
    const third = await search();
    expect(third.status).toBe(200);
    ends[2]?.();
    await third.text();
  });
});
