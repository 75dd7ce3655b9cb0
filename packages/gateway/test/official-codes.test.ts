import { describe, expect, it } from 'vitest';
import { describeUiError, errorTexts, gatewayErrorCodes, type UiError } from '../src/contract.js';
import { type DemoScenarioId, demoPatients, demoScenarios } from '../src/demo.js';
import { refusal, stage } from './support.js';

const patientRef = demoPatients.corse;

/** Scenario → error that the page gets, and the row of the table of texts. */
const faults: readonly (readonly [DemoScenarioId, Partial<UiError>, string, string])[] = [
  [
    'insi.desir_550',
    { officialCode: 'desir_550', retryable: false, audience: 'vendor' },
    'Logiciel non autorisé par l’Assurance Maladie',
    'Software not authorised by the Assurance Maladie',
  ],
  [
    'insi.desir_560',
    { officialCode: 'DESIR_560', retryable: false, audience: 'admin' },
    'Certificat refusé par INSi',
    'Certificate refused by INSi',
  ],
  [
    'insi.desir_1020',
    { officialCode: 'desir_1020', retryable: true, audience: 'user' },
    'INSi est indisponible',
    'INSi is unavailable',
  ],
  [
    'insi.insi_102',
    { officialCode: 'insi_102', retryable: true, audience: 'user' },
    'Erreur technique de la recherche',
    'Technical error of the search',
  ],
  [
    'insi.key',
    { code: 'insi.protocol.matriculeKey', retryable: false },
    'Le matricule reçu est incohérent',
    'The matricule received is inconsistent',
  ],
  [
    'insi.timeout',
    { code: 'timeout', retryable: true },
    'Le service ne répond pas à temps',
    'The service does not answer in time',
  ],
  [
    'insi.tls',
    { code: 'tls.unknownAuthority', audience: 'admin' },
    'Connexion sécurisée refusée',
    'Secure connection refused',
  ],
  ['insi.unknown', { officialCode: 'siram_999' }, 'Erreur technique d’INSi', 'Technical error of INSi'],
  [
    'denied',
    { code: 'gateway.forbidden', reason: 'profile' },
    'Action non permise pour votre profil',
    'Not permitted for your profile',
  ],
  ['expired', { code: 'gateway.expired' }, 'Session expirée', 'Session expired'],
  ['offline', { code: 'gateway.offline', retryable: true }, 'Pas de réseau', 'No network'],
  [
    'busy',
    { code: 'gateway.busy', retryable: true },
    'Une interrogation est déjà en cours pour ce dossier',
    'A query already runs for this record',
  ],
  [
    'contract',
    { code: 'gateway.contract', audience: 'vendor' },
    'Version incompatible du serveur',
    'Incompatible version of the server',
  ],
  ['internal', { code: 'gateway.internal', audience: 'vendor' }, 'Erreur du serveur', 'Server error'],
];

describe('official codes', () => {
  it.each(faults)('%s', async (scenario, expected, fr, en) => {
    const { demo, client } = stage();
    demo.set({ scenario });
    const error = await refusal(client.ins.search({ patientRef }));
    expect(error).toMatchObject(expected);
    expect(describeUiError(error, 'fr').title).toBe(fr);
    expect(describeUiError(error, 'en').title).toBe(en);
    for (const locale of ['fr', 'en'] as const) expect(describeUiError(error, locale).action).not.toMatch(/[{}]/);
  });

  it('quotes the sentence of the service, with a reference', async () => {
    const { demo, client } = stage();
    demo.set({ scenario: 'insi.desir_1020' });
    const error = await refusal(client.ins.search({ patientRef }));
    expect(error.official).toBe('[SIM] service indisponible');
    expect(error.messageId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers 01 and 02 as results, not as errors', async () => {
    const { demo, client } = stage();
    demo.set({ scenario: 'insi.01' });
    expect(await client.ins.search({ patientRef })).toMatchObject({ outcome: 'notFound', attempts: [{ cr: '01' }] });
    demo.set({ scenario: 'insi.02' });
    expect(await client.ins.search({ patientRef })).toMatchObject({ outcome: 'multiple', next: 'firstNames' });
    demo.set({ scenario: 'bas' });
    expect(await client.ins.search({ patientRef: demoPatients.houilles })).toMatchObject({
      outcome: 'notFound',
      hint: 'sandbox',
    });
  });

  it.each([
    ['vitale-absent', 'insi.vitale.absent', 'Aucune carte Vitale dans le lecteur'],
    ['vitale-unreadable', 'insi.vitale.unreadable', 'Carte Vitale illisible'],
  ] as const)('%s', async (scenario, code, title) => {
    const { demo, client } = stage();
    demo.set({ scenario });
    const error = await refusal(client.ins.vitale.read());
    expect(error.code).toBe(code);
    expect(describeUiError(error, 'fr').title).toBe(title);
  });

  it.each([
    ['vitale-swapped', 'insi.vitale.swapped'],
    ['vitale-expired', 'insi.vitale.expired'],
    ['insi.insi_101', 'insi.technical'],
  ] as const)('%s, during a search by card', async (scenario, code) => {
    const { demo, client } = stage();
    const { readingRef } = await client.ins.vitale.read();
    demo.set({ scenario });
    const error = await refusal(client.ins.searchVitale({ patientRef, readingRef, beneficiaryIndex: 1 }));
    expect(error.code).toBe(code);
  });

  it('has a text in both languages for every code of the gateway', () => {
    for (const code of gatewayErrorCodes) {
      const row = errorTexts[code];
      expect(row?.fr.title, code).toBeTruthy();
      expect(row?.en.title, code).toBeTruthy();
    }
    for (const row of Object.values(errorTexts)) {
      for (const { title, action } of [row.fr, row.en]) expect(title.length * action.length).toBeGreaterThan(0);
    }
  });

  it('falls back on the last row, and takes the vendor’s own texts first', () => {
    const error: UiError = {
      code: 'dmp.strange',
      service: 'dmp',
      officialCode: 'XDSx',
      retryable: false,
      audience: 'user',
      messageId: 'm-1',
    };
    expect(describeUiError(error, 'fr')).toEqual({
      title: 'Erreur dmp (XDSx)',
      action: 'Réessayez ou transmettez la référence m-1 au support',
    });
    const own = { xdsx: { fr: { title: 'À nous', action: '{messageId}' }, en: { title: 'Ours', action: '' } } };
    expect(describeUiError(error, 'fr', own)).toEqual({ title: 'À nous', action: 'm-1' });
    expect(describeUiError({ ...error, officialCode: 'constructor' }, 'en').title).toBe('Error dmp (constructor)');
  });

  it('says each guard in its own words', () => {
    const blocked: UiError = { code: 'gateway.blocked', service: 'gateway', retryable: false, audience: 'user' };
    expect(describeUiError({ ...blocked, params: { attribute: 'douteuse' } }, 'fr').title).toBe(
      'Appel INSi bloqué : identité douteuse',
    );
    expect(describeUiError({ ...blocked, params: { attribute: 'sexe' } }, 'fr').title).toBe(
      'Appel INSi impossible : sexe indéterminé',
    );
  });

  it('names every scenario in both languages, once', () => {
    expect(new Set(demoScenarios.map(({ id }) => id)).size).toBe(demoScenarios.length);
    for (const { labels } of demoScenarios) expect(labels.fr && labels.en).toBeTruthy();
  });
});
