import { text } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import {
  type CdaSection,
  type ClinicalEntry,
  clinicalEntries,
  type ParsedCda,
  parseCda,
} from '../../src/cda-reader.ts';
import type {
  LdlEesContent,
  StructuredBody,
  SubmissionDocument,
  TlmDaContent,
  VsmContent,
} from '../../src/submission.ts';
import { fixedOptions, sampleDocument, sampleSubmission } from '../support/sample.ts';

const loinc = '2.16.840.1.113883.6.1';

function built(
  type: SubmissionDocument['type'],
  body: StructuredBody,
  header: Partial<SubmissionDocument> = {},
): ParsedCda {
  const made = buildCda({ ...sampleDocument, ...header, type, body }, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(made.findings.map(({ rule, path }) => `${rule} ${path.join('.')}`).join(' '));
  return parseCda(made.bytes);
}

function sectionsOf(parsed: ParsedCda): readonly CdaSection[] {
  return parsed.body.kind === 'structured' ? parsed.body.sections : [];
}

/** A section at any depth, by its code: the last of those that have it. */
function sectionOf(parsed: ParsedCda, code: string): CdaSection | undefined {
  const all = (list: readonly CdaSection[]): CdaSection[] => list.flatMap((one) => [one, ...all(one.sections)]);
  return all(sectionsOf(parsed)).findLast((one) => one.code?.code === code);
}

function entriesOf(parsed: ParsedCda, code: string): readonly ClinicalEntry[] {
  const found = sectionOf(parsed, code);
  return found ? clinicalEntries(found) : [];
}

const said = (parsed: ParsedCda, code: string): string => {
  const found = sectionOf(parsed, code)?.text;
  return found ? text(found) : '';
};

/** The rules of the errors, with their places. */
function refusals(
  type: SubmissionDocument['type'],
  body: StructuredBody,
  header: Partial<SubmissionDocument> = {},
): string[] {
  const made = buildCda({ ...sampleDocument, ...header, type, body }, sampleSubmission, fixedOptions(7));
  return made.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

describe('the letter of admission', () => {
  const type = {
    code: '18761-7',
    displayName: "Note de transfert (dont lettre de liaison à l'entrée en établissement de soins)",
    codeSystem: loinc,
  };
  const body = (content: LdlEesContent) => built(type, { kind: 'structured', model: 'ldl-ees', content });
  const whole: LdlEesContent = {
    reason: 'Douleur thoracique',
    admissionTreatments: [
      {
        product: { text: 'PLAVIX 75 mg', lot: 'A1' },
        posology: '1 comprimé le matin',
        doseMax: { value: 2, unit: '{tablet}' },
        stopReason: 'Saignement',
        comment: 'Dernière prise hier',
      },
    ],
    allergies: [
      {
        agent: { text: 'Pénicilline' },
        kind: 'medicamenteuse',
        criticality: 'high',
        certainty: 'confirmed',
        reactions: [{ name: { text: 'Œdème' }, severity: 'severe' }],
      },
    ],
    comment: 'Appeler la famille',
  };

  it('has its four sections in order, and its act', () => {
    const parsed = body(whole);
    expect(sectionsOf(parsed).map((one) => one.code?.code)).toEqual(['42349-1', '42346-7', '48765-2', '55112-7']);
    expect(parsed.header.serviceEvents[0]?.code?.code).toBe('IMP');
    expect(said(parsed, '55112-7')).toContain('Appeler la famille');
    expect(said(parsed, '42346-7')).toContain('Saignement');
  });

  it('is read back: treatment, allergy, reaction', () => {
    const parsed = body(whole);
    expect(entriesOf(parsed, '42346-7')).toMatchObject([{ kind: 'treatment', dose: {} }]);
    expect(entriesOf(parsed, '48765-2')).toMatchObject([
      {
        kind: 'allergyConcern',
        entries: [
          {
            kind: 'allergy',
            agentNames: ['Pénicilline'],
            reactions: [{ kind: 'problem', severity: { code: '24484000' } }],
          },
        ],
      },
    ]);
  });

  it('tells that there is none from that nobody knows', () => {
    const none = body({ reason: 'Chute', admissionTreatments: [], allergies: [] });
    const unknown = body({ reason: 'Chute', admissionTreatments: 'noInformation', allergies: 'noInformation' });
    expect([said(none, '42346-7'), said(none, '48765-2'), said(none, '55112-7')]).toEqual([
      'Pas de traitement médicamenteux connu',
      "Pas d'allergie/hypersensibilité connue",
      'Aucun commentaire.',
    ]);
    expect([said(unknown, '42346-7'), said(unknown, '48765-2')]).toEqual([
      "Pas d'information sur les traitements médicamenteux",
      'Pas d’information sur les allergies/hypersensibilités',
    ]);
  });
});

const telemedicine = {
  acts: [
    {
      ...sampleDocument.acts[0],
      code: { code: 'TCG', displayName: 'Téléconsultation', codeSystem: '1.2.250.1.215.200.3.3' },
    },
  ],
};

describe('the request of an act of telemedicine', () => {
  const type = { code: '75496-0', displayName: "Demande d'acte de télémédecine", codeSystem: loinc };
  const body = (content: TlmDaContent): StructuredBody => ({ kind: 'structured', model: 'tlm-da', content });

  it('tells the history as a text, and nothing of what was not given', () => {
    const content: TlmDaContent = { history: { text: 'Toux depuis un mois' }, treatments: 'noInformation' };
    const parsed = built(type, body(content), telemedicine);
    expect(sectionsOf(parsed).map((one) => one.code?.code)).toEqual(['46612-8', '10160-0']);
    expect(said(parsed, '34117-2')).toBe('Toux depuis un mois');
  });

  it('tells it in lists, with devices, measures and pregnancies', () => {
    const content: TlmDaContent = {
      history: {
        activeProblems: [{ name: { text: 'Asthme' }, severity: 'moderate', health: 'well', comment: 'Stable' }],
        pastIllnesses: [],
        procedures: [{ name: { text: 'Appendicectomie' }, at: '2010', by: { organization: { name: 'CH fictif' } } }],
        allergies: [],
        familyHistory: 'noInformation',
      },
      treatments: [],
      devices: [{ name: { text: 'Stent' }, since: '2019-07', by: { organization: { name: 'CH fictif' } } }],
      vitalSigns: [{ code: '29463-7', value: 59, unit: 'kg', at: '2026-01-14' }],
      pregnancies: { status: 'pregnant', deliveryAt: '2026-05-03', livingChildren: 0 },
    };
    const parsed = built(type, body(content), telemedicine);
    expect(entriesOf(parsed, '11450-4')).toMatchObject([
      { kind: 'problemConcern', status: 'active', entries: [{ kind: 'problem', severity: { code: '6736007' } }] },
    ]);
    expect(entriesOf(parsed, '11348-0')).toMatchObject([{ entries: [{ absent: true }] }]);
    expect(entriesOf(parsed, '47519-4')).toMatchObject([{ kind: 'procedure', status: 'completed' }]);
    expect(entriesOf(parsed, '8716-3')).toMatchObject([
      { kind: 'vitalSigns', measures: [{ quantity: { value: '59', unit: 'kg' } }] },
    ]);
    expect(said(parsed, '46264-8')).toContain('CH fictif');
    expect(said(parsed, '10157-6')).toBe("Pas d'information sur les problèmes");
    expect(said(parsed, '10162-6')).toBe(
      "ObservationPrécisionStatut de grossesseenceinteDate estimée de l'accouchement03/05/2026Nombre d'enfants vivants0",
    );
  });

  it('refuses another act, a unit, dates that no calendar has', () => {
    const content: TlmDaContent = { history: { text: 'Toux' }, treatments: [] };
    expect(refusals(type, body(content))).toEqual(['documents.telemedicine.act acts.0.code']);
    const wrong: TlmDaContent = {
      ...content,
      vitalSigns: [{ code: '20564-1', value: 97, unit: 'kPa' }],
      pregnancies: { deliveryAt: '2026-02-30' },
      devices: [{ name: { text: 'Stent' }, since: '2020', until: '2019' }],
    };
    expect(refusals(type, body(wrong), telemedicine).sort()).toEqual([
      'documents.model.unit body.content.vitalSigns.0.unit',
      'documents.period.order body.content.devices.0',
      'documents.time.value body.content.pregnancies.deliveryAt',
    ]);
  });
});

describe('the medical summary', () => {
  const type = { code: 'SYNTH', displayName: 'Synthèse', codeSystem: '1.2.250.1.213.1.1.4.12' };
  const content: VsmContent = {
    activeProblems: [],
    pastIllnesses: 'noInformation',
    surgeries: [
      {
        name: { text: 'Pontage' },
        at: '2018-01-14',
        reason: { text: 'Infarctus' },
        by: { name: { family: 'EXEMPLE', suffix: 'PR' } },
      },
    ],
    allergies: [],
    habits: [],
    occupationalRisks: [],
    familyHistory: [],
    watchPoints: [],
    treatments: 'noInformation',
  };

  it('has a code for what is absent and for what nobody knows', () => {
    const parsed = built(type, { kind: 'structured', model: 'vsm', content });
    const problem = (code: string) => ({ entries: [{ kind: 'problem', problem: { code } }] });
    expect(entriesOf(parsed, '11450-4')).toMatchObject([problem('no-known-problems')]);
    expect(entriesOf(parsed, '11348-0')).toMatchObject([problem('no-problem-info')]);
    expect(said(parsed, '48765-2')).toBe("Pas d'allergie/hypersensibilité connue");
    expect(said(parsed, '10160-0')).toBe("Pas d'information sur les traitements médicamenteux");
  });

  it('tells who operated, and why', () => {
    const parsed = built(type, { kind: 'structured', model: 'vsm', content });
    expect(said(parsed, '47519-4')).toBe('DateActeRéalisé parMotif14/01/2018PontagePR EXEMPLEInfarctus');
  });
});
