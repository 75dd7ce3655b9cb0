import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance, hasConformance } from '../../../tooling/src/conformance.ts';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { type InsiMode, PERSONAS } from '../../src/insi.ts';
import { psAssertion, security, vitaleAssertion } from '../support/assertion.ts';
import { codeCr, postTlsm, readFault } from '../support/client.ts';
import { traitsRequest } from '../support/requests.ts';
import { schemaError } from '../support/xsd.ts';

interface ExpectedCall {
  readonly prenom: string;
  readonly lieuNaissance?: string;
  readonly attendu: Readonly<
    Record<
      InsiMode,
      {
        readonly codeCR?: string;
        readonly fault?: {
          readonly role: string;
          readonly subcode: string;
          readonly code: string;
          readonly severite: string;
        };
      }
    >
  >;
}
interface ExpectedPersona {
  readonly id: string;
  readonly nomNaissance: string;
  readonly listePrenom: string | null;
  readonly sexe: string;
  readonly dateNaissance: string;
  readonly lieuNaissance: string | null;
  readonly matricule: string | null;
  readonly cle: string | null;
  readonly oid: string | null;
  readonly historique: readonly {
    readonly matricule: string;
    readonly cle: string;
    readonly dateDeb?: string;
    readonly dateFin?: string;
  }[];
  readonly historiqueCnda?: ExpectedPersona['historique'];
  readonly appels: readonly ExpectedCall[];
}
interface DmpPatient {
  readonly nomNaissance: string;
  readonly listePrenom: string;
  readonly sexe: string;
  readonly dateNaissance: string;
  readonly rangNaissance: number;
  readonly matricule: string;
  readonly cle: string;
}

const table = hasConformance
  ? (JSON.parse(readFileSync(conformanceFile('insi/personas.json'), 'utf8')) as {
      insi: ExpectedPersona[];
      dmp: DmpPatient[];
      cartesVitale: { carte: string; beneficiaires: [string, string, number][] }[];
    })
  : { insi: [], dmp: [], cartesVitale: [] };

/** Its matricule was never published, so the simulator does not know this person. */
const LEFT_OUT = 'adrdeux-laurent';
/** Invented matricule, or no person behind. */
const isPublished = (persona: ExpectedPersona) => persona.matricule !== null;

/** The two known departures of the official fault from the official schema. */
const FATAL = /'fatal'/;

describeWithConformance('official files', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ clock: () => new Date('2026-03-02T09:15:30Z') });
  });
  afterAll(() => sandbox.stop());

  describe.each(['bas', 'prod', 'cnda'] as const)('personas in %s mode', (mode) => {
    beforeAll(() => sandbox.insi.setMode(mode));
    const calls = table.insi
      .filter(({ id }) => id !== LEFT_OUT)
      .flatMap((persona) => persona.appels.map((call, i) => [`${persona.id} ${i + 1}`, persona, call] as const));

    it.each(calls)('%s', async (_name, persona, call) => {
      const request = traitsRequest({
        temps: '2026-03-02T09:15:00.000Z',
        traits: {
          nom: persona.nomNaissance,
          prenom: call.prenom,
          sexe: persona.sexe,
          date: persona.dateNaissance,
          ...(call.lieuNaissance === undefined ? {} : { lieu: call.lieuNaissance }),
        },
      });
      expect(schemaError(request)).toBeUndefined();
      const reply = await postTlsm(sandbox, request);
      const expected = call.attendu[mode];
      if (expected.fault) {
        expect(reply.status).toBe(500);
        expect(readFault(reply.text)).toMatchObject(expected.fault);
        expect(schemaError(reply.text)).toMatch(FATAL);
        return;
      }
      expect(schemaError(reply.text)).toBeUndefined();
      expect(reply.status).toBe(200);
      expect(codeCr(reply.text)).toBe(expected.codeCR);
      expect(reply.text.includes('<INDIVIDU>')).toBe(expected.codeCR === '00');
      if (expected.codeCR !== '00' || !isPublished(persona)) return;
      const value = (name: string) =>
        [...reply.text.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g'))].map((match) => match[1]);
      const history = mode === 'cnda' ? (persona.historiqueCnda ?? persona.historique) : persona.historique;
      expect(value('NumIdentifiant')).toEqual([persona.matricule, ...history.map((entry) => entry.matricule)]);
      expect(value('Cle')).toEqual([persona.cle, ...history.map((entry) => entry.cle)]);
      expect(value('OID')[0]).toBe(persona.oid);
      expect(value('DateDeb')).toEqual(history.flatMap((entry) => entry.dateDeb ?? []));
      expect(value('DateFin')).toEqual(history.flatMap((entry) => entry.dateFin ?? []));
      expect(value('NomNaissance')).toEqual([persona.nomNaissance]);
      expect(value('ListePrenom')).toEqual(persona.listePrenom === null ? [] : [persona.listePrenom]);
      expect(value('Sexe')).toEqual([persona.sexe]);
      expect(value('DateNaissance')).toEqual([persona.dateNaissance]);
      expect(value('LieuNaissance')).toEqual([persona.lieuNaissance]);
    });
  });

  it('knows the 95 patients of the DMP test set', () => {
    expect(table.dmp).toHaveLength(95);
    for (const patient of table.dmp) {
      const person = PERSONAS.find(({ matricule }) => matricule === patient.matricule);
      const { nomNaissance, sexe, dateNaissance, rangNaissance, cle } = patient;
      expect(person).toMatchObject({ nomNaissance, sexe, dateNaissance, rangNaissance, cle });
      expect([person?.listePrenom, ...(person?.prenomsRecherche ?? [])]).toContain(patient.listePrenom);
    }
  });

  it.each(table.dmp.map((patient) => [patient.matricule, patient] as const))(
    'answers 00 for the DMP patient %s',
    async (_m, patient) => {
      sandbox.insi.setMode('bas');
      const traits = {
        nom: patient.nomNaissance,
        prenom: patient.listePrenom,
        sexe: patient.sexe,
        date: patient.dateNaissance,
      };
      const reply = await postTlsm(sandbox, traitsRequest({ temps: '2026-03-02T09:15:00.000Z', traits }));
      expect(codeCr(reply.text)).toBe('00');
      expect(reply.text).toContain(`<NumIdentifiant>${patient.matricule}</NumIdentifiant><Cle>${patient.cle}</Cle>`);
      expect(schemaError(reply.text)).toBeUndefined();
    },
  );

  describe('samples', () => {
    const sample = (name: string) => readFileSync(conformanceFile(`insi/samples/${name}`));

    it.each(['request-traits.tlsm.valid.xml', 'request-traits.apostrophe.valid.xml'])(
      '%s is accepted',
      async (name) => {
        sandbox.insi.setMode('bas');
        expect(schemaError(sample(name))).toBeUndefined();
        const reply = await postTlsm(sandbox, sample(name));
        expect(reply.status, reply.text).toBe(200);
        expect(codeCr(reply.text)).toBe('00');
      },
    );

    it.each([
      ['request.invalid.children-order.xml', 'sim_body_schema'],
      ['request.invalid.no-couverture.xml', 'sim_ctx_couverture'],
      ['request.invalid.temps-not-datetime.xml', 'sim_ctx_schema'],
      ['request.invalid.unqualified-child.xml', 'sim_body_schema'],
    ])('%s is refused: %s', async (name, code) => {
      expect(schemaError(sample(name))).toBeDefined();
      const reply = await postTlsm(sandbox, sample(name));
      expect(readFault(reply.text)?.code).toBe(code);
      expect(schemaError(reply.text)).toBeUndefined();
    });
  });

  it('our hand-made assertions are valid against the official schemas', () => {
    const signed = psAssertion({ identity: sandbox.pki.identities['cps-sign'] });
    expect(schemaError(traitsRequest({}, (p) => (p.security = security(signed, vitaleAssertion()))))).toBeUndefined();
  });

  it('writes the same bytes as the service for a persona seen live', async () => {
    sandbox.insi.setMode('bas');
    const files: [string, string, string, string, string][] = [
      ['live-2022-10/cr00-adrtrois-dominique.xml', 'ADRTROIS', 'DOMINIQUE', 'F', '1997-02-26'],
      ['live-2022-10/cr00-ecetinsi-pierre-alain.xml', 'ECETINSI', 'PIERRE-ALAIN', 'M', '2009-07-14'],
      ['live-2022-10/cr02-several-identities.xml', 'DE VINCI', 'LEONARDO', 'M', '2014-02-01'],
    ];
    for (const [file, nom, prenom, sexe, date] of files) {
      const reply = await postTlsm(
        sandbox,
        traitsRequest({ temps: '2026-03-02T09:15:00.000Z', traits: { nom, prenom, sexe, date } }),
      );
      expect(reply.text.trim()).toBe(readFileSync(conformanceFile(`insi/responses/${file}`), 'utf8').trim());
    }
  });

  it('writes the same bytes as the file of the CNDA for test 2.04', async () => {
    sandbox.insi.setMode('cnda');
    const traits = { nom: 'ECETINSI', prenom: 'PIERRE-ALAIN', sexe: 'M', date: '2009-07-14' };
    const reply = await postTlsm(sandbox, traitsRequest({ temps: '2026-03-02T09:15:00.000Z', traits }));
    expect(reply.text.trim()).toBe(
      readFileSync(conformanceFile('insi/responses/cnda/TEST_2.04_cas2.as-delivered.xml'), 'utf8').trim(),
    );
  });
});
