import { text } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import { type CdaSection, clinicalEntries, type ParsedCda, parseCda } from '../../src/cda-reader.ts';
import { type IpsFrContent, parseSubmission, type SubmissionDocument } from '../../src/submission.ts';
import { validateCda } from '../../src/validate.ts';
import { fixedOptions, sampleDocument, samplePdf, sampleSubmission } from '../support/sample.ts';

const loinc = '2.16.840.1.113883.6.1';
const summary = { code: '60591-5', displayName: 'Synthèse médicale', codeSystem: loinc };
const urgency = { code: '74207-2', displayName: "Document de liaison d'urgence", codeSystem: loinc };

const none: IpsFrContent = { problems: [], procedures: [], allergies: [], treatments: [], devices: [] };

function ips(content: IpsFrContent, header: Partial<SubmissionDocument> = {}): SubmissionDocument {
  return { ...sampleDocument, type: summary, ...header, body: { kind: 'structured', model: 'ips-fr', content } };
}

function tried(document: SubmissionDocument) {
  return buildCda(document, sampleSubmission, fixedOptions(7));
}

function read(document: SubmissionDocument): ParsedCda {
  const made = tried(document);
  if (!made.ok) throw new Error(made.findings.map(({ rule, path }) => `${rule} ${path.join('.')}`).join(' '));
  return parseCda(made.bytes);
}

function refusals(document: SubmissionDocument): string[] {
  return tried(document)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

const sectionsOf = ({ body }: ParsedCda): readonly CdaSection[] => (body.kind === 'structured' ? body.sections : []);

function section(parsed: ParsedCda, code: string): CdaSection {
  const found = sectionsOf(parsed).find((one) => one.code?.code === code);
  if (!found) throw new Error(`There is no section ${code}.`);
  return found;
}

const said = (parsed: ParsedCda, code: string): string => {
  const narrative = section(parsed, code).text;
  return narrative ? text(narrative) : '';
};

describe('the International Patient Summary', () => {
  it('has its five sections when nothing is known, and says that there is nothing', () => {
    const parsed = read(ips(none));
    expect(sectionsOf(parsed).map((one) => [one.code?.code, one.text && text(one.text)])).toEqual([
      ['11450-4', 'Pas de problème connu'],
      ['47519-4', "Pas d'acte ou intervention connu"],
      ['48765-2', "Pas d'allergie/hypersensibilité connue"],
      ['10160-0', 'Pas de traitement médicamenteux connu'],
      ['46264-8', 'Pas de dispositif médical connu'],
    ]);
    expect(parsed.header.templateIds.map(({ root }) => root)).toContain('2.16.840.1.113883.10.22.1.1');
  });

  it('says that nobody knows, which is another thing', () => {
    const unknown = 'noInformation' as const;
    const parsed = read(
      ips({
        problems: unknown,
        procedures: unknown,
        allergies: unknown,
        treatments: unknown,
        devices: unknown,
        vaccinations: unknown,
      }),
    );
    expect(sectionsOf(parsed).map((one) => one.text && text(one.text))).toEqual([
      "Pas d'information sur les problèmes",
      "Pas d'information sur les actes et interventions",
      'Pas d’information sur les allergies/hypersensibilités',
      "Pas d'information sur les traitements médicamenteux",
      "Pas d'information sur les dispositifs médicaux",
      "Pas d'information sur les vaccins",
    ]);
  });

  it('is the document of urgency too, and no other type', () => {
    expect(read(ips(none, { type: urgency })).header.code?.code).toBe('74207-2');
    expect(refusals(ips(none, { type: sampleDocument.type }))).toEqual(['documents.model.type type']);
  });

  it('leaves out what holds nothing', () => {
    const parsed = read(
      ips({
        ...none,
        watchPoints: [],
        functionalStatus: { mobility: {} },
        pregnancies: {},
        carePlan: { treatments: [] },
        advanceDirectives: { wishes: [] },
        results: [],
      }),
    );
    expect(sectionsOf(parsed)).toHaveLength(5);
  });

  it('tells the plan in a table for each sort of thing', () => {
    const parsed = read(
      ips({
        ...none,
        carePlan: {
          treatments: [{ product: { text: 'ROSUVASTATINE 5 mg' } }],
          examinations: [{ what: { text: 'LDL' }, at: '2026-06', goal: { kind: 'quantity', value: 1, unit: 'g/L' } }],
          encounters: [
            {
              kind: { code: 'AMB', displayName: 'Ambulatoire', codeSystem: '2.16.840.1.113883.5.4' },
              place: { name: 'CH fictif', telephone: '01 58 45 32 00' },
            },
          ],
          vaccinations: [{ vaccine: { text: 'BCG' }, start: '2026-02', end: '2026-03' }],
        },
      }),
    );
    expect(said(parsed, '18776-5')).toContain('Traitements médicamenteuxMédicamentROSUVASTATINE 5 mg');
    expect(said(parsed, '18776-5')).toContain('06/2026LDL1 g/L');
    expect(clinicalEntries(section(parsed, '18776-5')).map(({ kind }) => kind)).toContain('treatment');
  });

  it('tells what a medicine is made of', () => {
    const product = {
      text: 'LEVOTHYROX 75',
      form: { code: '10219000', displayName: 'Comprimé', codeSystem: '0.4.0.127.0.16.1.1.2.1' },
      generic: { code: 'H03AA01', displayName: 'lévothyroxine sodique', codeSystem: '2.16.840.1.113883.6.73' },
      substances: [
        {
          code: { code: '100000091647', displayName: 'LÉVOTHYROXINE', codeSystem: '2.16.840.1.113883.3.6905.2' },
          strength: { of: { value: 75, unit: 'ug' }, per: { value: 1, unit: '1' } },
        },
      ],
    };
    const parsed = read(ips({ ...none, treatments: [{ product, posology: '1 le matin' }] }));
    expect(said(parsed, '10160-0')).toContain('Comprimé, lévothyroxine sodique, LÉVOTHYROXINE 75 µg');
    expect(clinicalEntries(section(parsed, '10160-0'))).toMatchObject([
      { kind: 'treatment', product: { names: ['LEVOTHYROX 75'] } },
    ]);
  });

  it('gives what has no code the one of the CI-SIS, beside its name', () => {
    const parsed = read(
      ips({ ...none, procedures: [{ name: { text: 'Ponction' } }], devices: [{ name: { text: 'Corset' } }] }),
    );
    expect(section(parsed, '47519-4').entries[0]?.statement?.code?.code).toBe('GEN-092.04.13');
    expect(said(parsed, '46264-8')).toContain('Corset');
  });

  it('tells directives, and holds what the patient wrote', () => {
    const parsed = read(
      ips({
        ...none,
        advanceDirectives: {
          wishes: [{ what: 'lifeSupport', accepted: false, since: '2018' }],
          others: [{ text: 'Être accompagné' }],
          document: { pdf: samplePdf, since: '2024-04-01' },
        },
      }),
    );
    expect(said(parsed, '42348-3')).toContain('Maintient artificiel en vieNon autorisé2018');
    expect(said(parsed, '42348-3')).toContain('Autre directiveÊtre accompagné');
    expect(refusals(ips({ ...none, advanceDirectives: { document: { pdf: new Uint8Array([1]) } } }))).toEqual([
      'documents.pdf.notPdf body.content.advanceDirectives.document.pdf',
    ]);
  });

  it('tells how the patient fares, by groups', () => {
    const parsed = read(
      ips({
        ...none,
        functionalStatus: {
          at: '2026-01-10',
          mobility: { falls: true, wandering: false },
          otherRisks: { choking: true },
        },
      }),
    );
    const groups = section(parsed, '47420-5').entries.map(({ statement }) => statement?.code?.code);
    expect(groups).toEqual(['32452-5', 'GEN-092.04.24']);
    expect(said(parsed, '47420-5')).toContain('chutesOui10/01/2026erranceNon10/01/2026');
  });

  it('informs the médecin traitant and the preferred establishment, each once', () => {
    const doctor = {
      type: 'INF',
      class: 'PROV',
      function: { code: 'PCP', displayName: 'Médecin traitant', codeSystem: '2.16.840.1.113883.5.88' },
      name: { family: 'EXEMPLE' },
    } as const;
    const made = tried(ips(none, { participants: [doctor] }));
    expect(made.ok && made.document.participants?.[0]?.function?.displayName).toBe('Médecin Traitant');
    expect(refusals(ips(none, { participants: [doctor, doctor] }))).toEqual(['documents.ips.informed participants.1']);
    const { function: _, ...nobody } = doctor;
    expect(refusals(ips(none, { participants: [nobody] }))).toEqual(['documents.ips.informed participants.0']);
  });

  it('is fit for the DMP', () => {
    const made = tried(ips(none));
    const errors = made.ok
      ? validateCda(made.bytes, { profile: 'dmp', environment: 'test' }).filter(({ severity }) => severity === 'error')
      : made.findings;
    expect(errors).toEqual([]);
  });

  it('is read from JSON, its directives with it', () => {
    const pdf = { base64: Buffer.from(samplePdf).toString('base64') };
    const body = {
      kind: 'structured',
      model: 'ips-fr',
      content: { ...none, advanceDirectives: { document: { pdf } } },
    };
    const { patient: _, ...rest } = sampleSubmission;
    const parsed = parseSubmission({ ...rest, patient: sampleSubmission.patient, documents: [{ ...ips(none), body }] });
    const [document] = parsed.ok ? parsed.value.documents : [];
    expect(document?.body).toMatchObject({ content: { advanceDirectives: { document: { pdf: samplePdf } } } });
  });
});
