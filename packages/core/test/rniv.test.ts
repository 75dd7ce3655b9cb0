import { describe, expect, test } from 'vitest';
import { INS_OIDS } from '../src/ins-identifier.js';
import type { MatriculeIns } from '../src/matricule.js';
import {
  canQueryInsi,
  canTransmitIns,
  createIdentity,
  documentTrust,
  HIGH_TRUST_DOCUMENTS,
  type IdentityAttribute,
  type IdentityEvent,
  type IdentityState,
  RNIV_TRANSITIONS,
  type RnivStatus,
  statusOf,
  transition,
  VALIDATION_MODES,
  ZFD7_DOCUMENTS,
} from '../src/rniv.js';
import { at, ruth, zoe, zoeLocal, zoeTraits } from './fixtures.js';

/** Applies events that must all be taken. */
function after(...events: IdentityEvent[]): IdentityState {
  let state: IdentityState | undefined;
  for (const event of events) {
    const next = transition(state, event);
    if (!next.ok) throw new Error(`${event.type}: ${next.findings.map((f) => f.rule).join()}`);
    state = next.state;
  }
  if (!state) throw new Error('no event');
  return state;
}

const create: IdentityEvent = { type: 'create', at, traits: zoeLocal };
const found: IdentityEvent = {
  type: 'insiFound',
  at,
  ins: zoe,
  traits: zoeTraits,
  accepted: true,
  messageId: 'urn:uuid:1',
};
const checked: IdentityEvent = { type: 'documentChecked', at, document: { type: 'CN' }, coherent: true };
const apcv: IdentityEvent = { type: 'apcvRead', at, ins: zoe, traits: zoeTraits, accepted: true, genuine: true };

const STATES: Readonly<Record<RnivStatus, IdentityState>> = {
  PROV: after(create),
  RECUP: after(create, found),
  VALI: after(create, checked),
  QUAL: after(create, found, checked),
};
const STATUSES: readonly RnivStatus[] = ['PROV', 'RECUP', 'VALI', 'QUAL'];

/** Each event in each of its variants, and where it leads from PROV, RECUP, VALI, QUAL. A refusal is written `!rule`. */
type Row = readonly [name: string, event: IdentityEvent, outcomes: readonly [string, string, string, string]];
const same = ['PROV', 'RECUP', 'VALI', 'QUAL'] as const;
const all = (outcome: string) => [outcome, outcome, outcome, outcome] as const;
const differing = { ...zoeTraits, nomNaissance: 'ADRDEUX' };
const wrongKey = { matricule: '181036322045660' as MatriculeIns, oid: INS_OIDS.nir };

const ROWS: readonly Row[] = [
  ['create', create, all('!notApplicable')],
  ['insiFound, same traits', found, ['RECUP', 'RECUP', 'QUAL', 'QUAL']],
  ['insiFound, other traits', { ...found, traits: differing }, ['RECUP', 'RECUP', 'VALI', 'QUAL']],
  ['insiFound, not accepted', { ...found, accepted: false }, all('!accepted')],
  ['insiFound, wrong key', { ...found, ins: wrongKey }, all('!validIdentifier')],
  ['insiFound, no name', { ...found, traits: { ...zoeTraits, nomNaissance: '' } }, all('!completeTraits')],
  ['documentChecked, high trust', checked, ['VALI', 'QUAL', 'VALI', 'QUAL']],
  ['documentChecked, low trust', { ...checked, document: { type: 'PC' } }, all('!highTrust')],
  ['documentChecked, unknown', { ...checked, document: { type: 'X' } }, all('!highTrust')],
  ['documentChecked, AV by eye', { ...checked, document: { type: 'AV' } }, all('!highTrust')],
  ['documentChecked, other person', { ...checked, coherent: false }, all('!documentCoherent')],
  ['apcvRead', apcv, all('QUAL')],
  ['apcvRead, not genuine', { ...apcv, genuine: false }, all('!genuine')],
  ['apcvRead, not accepted', { ...apcv, accepted: false }, all('!accepted')],
  ['editTrait, used name', { type: 'editTrait', at, changes: { nomUtilise: 'X' }, confirmed: false }, same],
  ['editTrait, same value', { type: 'editTrait', at, changes: { nomNaissance: 'ADRUN' }, confirmed: false }, same],
  [
    'editTrait, unconfirmed',
    { type: 'editTrait', at, changes: { nomNaissance: 'X' }, confirmed: false },
    ['PROV', '!confirmed', '!confirmed', '!confirmed'],
  ],
  ['editTrait', { type: 'editTrait', at, changes: { nomNaissance: 'X' }, confirmed: true }, all('PROV')],
  [
    'editTrait, proved',
    { type: 'editTrait', at, changes: { nomNaissance: 'X' }, confirmed: true, documentProves: true },
    ['PROV', 'PROV', 'VALI', 'VALI'],
  ],
  ['verificationKo', { type: 'verificationKo', at }, ['!notApplicable', 'PROV', '!notApplicable', 'PROV']],
  [
    'verificationKo, proved',
    { type: 'verificationKo', at, documentProves: true },
    ['!notApplicable', 'PROV', '!notApplicable', 'VALI'],
  ],
  ['documentNotGenuine', { type: 'documentNotGenuine', at }, ['!notApplicable', '!notApplicable', 'PROV', 'RECUP']],
  ['setDouteuse', { type: 'setDouteuse', at }, all('PROV')],
  ['setFictive', { type: 'setFictive', at }, all('PROV')],
  ['setHomonyme', { type: 'setHomonyme', at }, same],
  ['clearDouteuse', { type: 'clearDouteuse', at }, all('!attributePresent')],
  ['clearFictive', { type: 'clearFictive', at }, all('!attributePresent')],
  ['clearHomonyme', { type: 'clearHomonyme', at }, all('!attributePresent')],
];

/** The outcome in the notation of the table. */
function outcome(state: IdentityState, event: IdentityEvent): string {
  const next = transition(state, event);
  return next.ok ? statusOf(next.state) : `!${next.findings[0]?.rule.replace('rniv.', '')}`;
}

describe('status × event', () => {
  const cases = ROWS.flatMap(([name, event, outcomes]) =>
    STATUSES.map((status, i) => [status, name, outcomes[i] ?? '', event] as const),
  );
  test.each(cases)('%s, %s → %s', (status, _name, expected, event) => {
    const before = structuredClone(STATES[status]);
    expect(outcome(STATES[status], event)).toBe(expected);
    expect(STATES[status]).toEqual(before);
  });

  test('the table of the test has every event', () => {
    expect(new Set(ROWS.map(([, event]) => event.type))).toEqual(new Set(Object.keys(RNIV_TRANSITIONS)));
  });

  test('homonyme changes nothing but its own events', () => {
    for (const [name, event, outcomes] of ROWS) {
      STATUSES.forEach((status, i) => {
        const state: IdentityState = { ...STATES[status], attributes: ['homonyme'] };
        const expected = name === 'setHomonyme' ? '!attributeAbsent' : name === 'clearHomonyme' ? status : outcomes[i];
        expect(outcome(state, event), `${status}, ${name}`).toBe(expected);
      });
    }
  });
});

describe('status × event × blocking attributes', () => {
  /** Everything from these sets stays PROV or is refused; here, why. */
  const blocked: Readonly<
    Record<string, { attributes: IdentityAttribute[]; outcomes: Readonly<Record<string, string>> }>
  > = {
    douteuse: {
      attributes: ['douteuse'],
      outcomes: {
        insiFound: '!notDouteuse',
        documentChecked: '!notDouteuse',
        apcvRead: '!notDouteuse',
        setDouteuse: '!attributeAbsent',
        clearDouteuse: 'PROV',
        clearFictive: '!attributePresent',
        clearHomonyme: '!attributePresent',
      },
    },
    'douteuse and homonyme': {
      attributes: ['homonyme', 'douteuse'],
      outcomes: {
        insiFound: '!notDouteuse',
        documentChecked: '!notDouteuse',
        apcvRead: '!notDouteuse',
        setDouteuse: '!attributeAbsent',
        clearDouteuse: 'PROV',
        clearFictive: '!attributePresent',
        setHomonyme: '!attributeAbsent',
      },
    },
    fictive: {
      attributes: ['fictive'],
      outcomes: {
        insiFound: '!notFictive',
        documentChecked: '!notFictive',
        apcvRead: '!notFictive',
        setDouteuse: '!notFictive',
        clearDouteuse: '!attributePresent',
        setFictive: '!attributeAbsent',
        setHomonyme: '!notFictive',
        clearHomonyme: '!attributePresent',
      },
    },
  };
  const always: Readonly<Record<string, string>> = {
    create: '!notApplicable',
    verificationKo: '!notApplicable',
    documentNotGenuine: '!notApplicable',
  };

  for (const [name, { attributes, outcomes }] of Object.entries(blocked)) {
    // A state restored from elsewhere may hold both axes beside the attribute: it counts as PROV all the same.
    for (const axes of STATUSES) {
      test.each(ROWS)(`${name}, axes of ${axes}: %s`, (_, event) => {
        const state: IdentityState = { ...STATES[axes], attributes };
        expect(statusOf(state)).toBe('PROV');
        expect(outcome(state, event)).toBe(always[event.type] ?? outcomes[event.type] ?? 'PROV');
        const next = transition(state, event);
        for (const s of next.ok ? [state, next.state] : [state]) expect(canTransmitIns(s).ok).toBe(false);
      });
    }
  }

  test('fictive drops every other attribute', () => {
    expect(
      after(create, { type: 'setHomonyme', at }, { type: 'setDouteuse', at }, { type: 'setFictive', at }).attributes,
    ).toEqual(['fictive']);
    expect(after(create, { type: 'setHomonyme', at }, { type: 'setDouteuse', at }).attributes).toEqual([
      'homonyme',
      'douteuse',
    ]);
  });

  test('an INS hidden behind a doubt does not come back with it', () => {
    const restored: IdentityState = { ...STATES.QUAL, attributes: ['douteuse'] };
    const next = transition(restored, { type: 'clearDouteuse', at });
    expect(next.ok && [statusOf(next.state), next.state.ins, next.state.document]).toEqual([
      'PROV',
      undefined,
      undefined,
    ]);
    expect(next.ok && next.state.history).toMatchObject([{ matricule: zoe.matricule, reason: 'douteuse' }]);
  });
});

describe('the table itself', () => {
  test('where a row says it leads is what the axes give', () => {
    for (const [type, rule] of Object.entries(RNIV_TRANSITIONS)) {
      for (const row of rule.rows) {
        for (const from of row.from) {
          const start =
            from === 'NONE'
              ? { insi: false, document: false }
              : { insi: from === 'RECUP' || from === 'QUAL', document: from === 'VALI' || from === 'QUAL' };
          const insi = row.insi === 'keep' ? start.insi : row.insi === 'set';
          const document = row.document === 'keep' ? start.document : row.document === 'set';
          const doubtful = type === 'setDouteuse' || type === 'setFictive';
          const derived = doubtful ? 'PROV' : insi ? (document ? 'QUAL' : 'RECUP') : document ? 'VALI' : 'PROV';
          expect(row.to === 'same' ? from : row.to, `${type} from ${from}`).toBe(derived);
        }
      }
    }
  });
});

describe('what a transition leaves behind', () => {
  test('INSi overwrites the strict traits, never the used names, and says which', () => {
    const state = after({
      ...create,
      traits: {
        ...zoeLocal,
        nomNaissance: 'ADRUM',
        lieuNaissance: undefined,
        nomUtilise: 'Dupont',
        prenomUtilise: 'Zo',
      },
    });
    const next = transition(state, found);
    if (!next.ok) throw new Error('refused');
    expect(next.state.traits).toEqual({ ...zoeTraits, nomUtilise: 'Dupont', prenomUtilise: 'Zo' });
    expect(next.state).toMatchObject({
      ins: zoe,
      insi: true,
      collection: 'INSI',
      insiCall: { at, messageId: 'urn:uuid:1' },
    });
    expect(next.effects.map((e) => e.kind)).toEqual(['insStored', 'traitsOverwritten', 'traitsLocked']);
    expect(next.effects[1]?.diffs?.filter((d) => d.verdict !== 'same').map((d) => d.field)).toEqual([
      'nomNaissance',
      'lieuNaissance',
    ]);
  });

  test('what INSi does not give is kept', () => {
    const next = after(create, { ...found, traits: { ...zoeTraits, listePrenoms: '', lieuNaissance: undefined } });
    expect(next.traits).toMatchObject({ listePrenoms: 'ZOE', lieuNaissance: '63220' });
  });

  test('a lunar date from INSi is kept as received', () => {
    expect(
      after(create, { ...found, traits: { ...zoeTraits, dateNaissance: '1975-00-00' } }).traits.dateNaissance,
    ).toBe('1975-00-00');
  });

  test('a validated identity whose traits differ waits for the user, unchanged', () => {
    const next = transition(STATES.VALI, { ...found, traits: differing });
    if (!next.ok) throw new Error('refused');
    expect(next.state).toEqual(STATES.VALI);
    expect(next.effects).toMatchObject([
      { kind: 'arbitrate', diffs: [{ field: 'nomNaissance', verdict: 'different' }, {}, {}, {}, {}, {}] },
    ]);
  });

  test('doubt puts the INS in the history and nowhere else', () => {
    const next = transition(STATES.QUAL, { type: 'setDouteuse', at });
    if (!next.ok) throw new Error('refused');
    expect(next.state.ins).toBeUndefined();
    expect(next.state.insi).toBe(false);
    expect(next.state.document).toBeUndefined();
    expect(next.state.history).toEqual([
      { matricule: zoe.matricule, oid: zoe.oid, invalidatedAt: at, reason: 'douteuse' },
    ]);
    expect(next.effects.map((e) => e.kind)).toEqual(['insInvalidated', 'documentRemoved', 'insiBlocked']);
    const plain = transition(STATES.PROV, { type: 'setDouteuse', at });
    expect(plain.ok && plain.effects.map((e) => e.kind)).toEqual(['insiBlocked']);
  });

  test('a new INS sends the old one to the history, and the history of INSi is added once', () => {
    const history = [
      { matricule: '209076322083439', oid: INS_OIDS.nir, dateDebut: '2019-03-01', dateFin: '2019-02-28' },
    ];
    const state = after(create, { ...found, history }, { ...found, ins: ruth, history });
    expect(state.history).toEqual([
      history[0],
      { matricule: zoe.matricule, oid: zoe.oid, invalidatedAt: at, reason: 'replaced' },
    ]);
    expect(state.ins).toEqual(ruth);
  });

  test('the first prénom may be set to another beginning of the list without losing the status', () => {
    const list = { ...zoeTraits, listePrenoms: 'ZOE ANNE', premierPrenom: 'ZOE' };
    const state = after({ ...create, traits: { ...zoeLocal, ...list } }, { ...found, traits: list }, checked);
    const edit = (premierPrenom: string): string =>
      outcome(state, { type: 'editTrait', at, changes: { premierPrenom }, confirmed: false });
    expect(edit('ZOE ANNE')).toBe('QUAL');
    expect(edit('ANNE')).toBe('!confirmed');
    expect(edit('')).toBe('!confirmed');
  });

  test('an undetermined sex cannot come from INSi', () => {
    const state = createIdentity({ ...zoeLocal, sexe: 'I' });
    expect(outcome(state, found)).toBe('!sexeKnown');
    expect(canQueryInsi(state)).toMatchObject({ ok: false, reason: 'sexe' });
  });

  test('the appli carte Vitale excludes INSi, and loses both axes when it was not genuine', () => {
    const state = after(create, apcv);
    expect(state).toMatchObject({ document: { type: 'AV', trust: 'high' }, collection: 'AV' });
    expect(canQueryInsi(state)).toMatchObject({ ok: false, reason: 'apcv', finding: { rule: 'rniv.query.apcv' } });
    expect(outcome(state, found)).toBe('!notApcv');
    expect(outcome(state, { type: 'documentNotGenuine', at })).toBe('PROV');
    expect(
      outcome(state, { type: 'editTrait', at, changes: { sexe: 'M' }, confirmed: true, documentProves: true }),
    ).toBe('PROV');
    expect(canQueryInsi(after(create, apcv, checked)).ok).toBe(true);
  });

  test('create keeps how the traits came in', () => {
    expect(after({ ...create, collection: 'CB', birthDateCompletion: 'yearOnly' })).toEqual({
      traits: zoeLocal,
      insi: false,
      attributes: [],
      history: [],
      collection: 'CB',
      birthDateCompletion: 'yearOnly',
    });
    expect(after(create).collection).toBe('SM');
  });

  test('nothing but create applies to what does not exist, and an unknown event to nothing', () => {
    expect(transition(undefined, found)).toMatchObject({
      ok: false,
      findings: [{ rule: 'rniv.notApplicable', params: { status: 'NONE', event: 'insiFound' } }],
    });
    const unknown = { type: '__proto__', at } as unknown as IdentityEvent;
    expect(transition(STATES.QUAL, unknown)).toMatchObject({ ok: false, findings: [{ rule: 'rniv.notApplicable' }] });
  });

  test('every unmet requirement is told at once', () => {
    const next = transition(STATES.PROV, { ...apcv, genuine: false, accepted: false, ins: wrongKey });
    expect(!next.ok && next.findings.map((f) => f.rule)).toEqual([
      'rniv.genuine',
      'rniv.accepted',
      'rniv.validIdentifier',
    ]);
    expect(!next.ok && next.findings[0]?.ref).toEqual({
      document: 'RNIV 1',
      version: '2.0',
      section: '§4.1, §4.3.1, §4.3.4',
    });
  });
});

describe('transmission', () => {
  test('only a qualified identity, with its traits', () => {
    expect(canTransmitIns(STATES.QUAL)).toEqual({ ok: true, ins: zoe, traits: zoeTraits });
    for (const status of ['PROV', 'RECUP', 'VALI'] as const) {
      expect(canTransmitIns(STATES[status])).toMatchObject({
        ok: false,
        reason: 'status',
        status,
        finding: { rule: 'rniv.transmit.status' },
      });
    }
  });

  test('a restored state is not believed', () => {
    expect(canTransmitIns({ ...STATES.QUAL, ins: wrongKey })).toMatchObject({ ok: false, reason: 'identifier' });
    expect(
      canTransmitIns({ ...STATES.QUAL, ins: { ...zoe, oid: '1.2.250.1.213.1.4.2' as typeof zoe.oid } }),
    ).toMatchObject({ ok: false, reason: 'identifier' });
    expect(canTransmitIns({ ...STATES.QUAL, traits: { ...zoeLocal, sexe: 'I' } })).toMatchObject({
      ok: false,
      reason: 'traits',
    });
    expect(canTransmitIns({ ...STATES.QUAL, traits: { ...zoeLocal, nomNaissance: '' } })).toMatchObject({
      ok: false,
      reason: 'traits',
    });
    expect(canTransmitIns({ ...STATES.QUAL, document: { type: 'PC', date: at, trust: 'low' } })).toMatchObject({
      ok: false,
      reason: 'status',
      status: 'RECUP',
    });
    expect(canTransmitIns({ ...STATES.QUAL, ins: undefined })).toMatchObject({
      ok: false,
      reason: 'status',
      status: 'VALI',
    });
    expect(canTransmitIns({ ...STATES.QUAL, attributes: ['douteuse'] })).toMatchObject({
      ok: false,
      reason: 'douteuse',
    });
    expect(canTransmitIns({ ...STATES.QUAL, attributes: ['fictive'] })).toMatchObject({ ok: false, reason: 'fictive' });
  });

  test('INSi may be called from every status but with no doubt', () => {
    for (const status of STATUSES) {
      expect(canQueryInsi(STATES[status])).toEqual({ ok: true });
      expect(canQueryInsi({ ...STATES[status], attributes: ['homonyme'] })).toEqual({ ok: true });
      expect(canQueryInsi({ ...STATES[status], attributes: ['douteuse', 'homonyme'] })).toMatchObject({
        ok: false,
        reason: 'douteuse',
      });
      expect(canQueryInsi({ ...STATES[status], attributes: ['fictive'] })).toMatchObject({
        ok: false,
        reason: 'fictive',
      });
    }
  });
});

describe('documents', () => {
  test('published levels of trust', () => {
    expect(HIGH_TRUST_DOCUMENTS.filter((d) => d.trust === 'high').map((d) => d.code)).toEqual([
      'CN',
      'PA',
      'CS',
      'eCN',
      'IN',
      'AN',
      'LEP',
      'CC',
      'LECV',
      'ANCV',
    ]);
    expect(documentTrust('PC')).toBe('low');
    expect(documentTrust('nothing')).toBe('low');
    expect(HIGH_TRUST_DOCUMENTS.find((d) => d.code === 'AN')).toMatchObject({
      condition: 'withParentDocument',
      zfd7: 'AN',
    });
  });

  test('every row has a label and known codes', () => {
    const modes = VALIDATION_MODES.map((m) => m.code as string);
    const zfd7 = ZFD7_DOCUMENTS.map((d) => d.code as string);
    expect(modes).toEqual(['CN', 'PA', 'CS', 'eCN', 'IN', 'AV', 'LECV', 'AN', 'LEP', 'CC', 'ANCV']);
    expect(zfd7).toEqual(['AN', 'CC', 'CE', 'CM', 'CN', 'CS', 'LE', 'PA', 'PC']);
    for (const d of HIGH_TRUST_DOCUMENTS) {
      expect(d.label.fr).not.toBe(d.code);
      expect([...modes, ...zfd7]).toContain(d.code);
    }
  });

  test('the table is a parameter', () => {
    const documents = [
      ...HIGH_TRUST_DOCUMENTS.filter((d) => d.code !== 'IN'),
      { code: 'X', trust: 'high', label: { fr: 'Essai', en: 'Trial' } } as const,
    ];
    expect(
      transition(STATES.PROV, { ...checked, document: { type: 'X', expiry: '2030-01-01' } }, { documents }),
    ).toMatchObject({
      ok: true,
      state: { document: { type: 'X', date: at, trust: 'high', expiry: '2030-01-01' } },
    });
    expect(transition(STATES.PROV, { ...checked, document: { type: 'IN' } }, { documents }).ok).toBe(false);
  });
});
