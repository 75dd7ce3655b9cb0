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
import type { LdlEesContent, StructuredBody, SubmissionDocument } from '../../src/submission.ts';
import { fixedOptions, sampleDocument, sampleSubmission } from '../support/sample.ts';

const loinc = '2.16.840.1.113883.6.1';

function built(type: SubmissionDocument['type'], body: StructuredBody): ParsedCda {
  const made = buildCda({ ...sampleDocument, type, body }, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(made.findings.map(({ rule, path }) => `${rule} ${path.join('.')}`).join(' '));
  return parseCda(made.bytes);
}

function sectionsOf(parsed: ParsedCda): readonly CdaSection[] {
  return parsed.body.kind === 'structured' ? parsed.body.sections : [];
}

/** Entries of one kind, in a section known by its code. */
function entriesOf(parsed: ParsedCda, code: string): readonly ClinicalEntry[] {
  const found = sectionsOf(parsed).find((one) => one.code?.code === code);
  return found ? clinicalEntries(found) : [];
}

const said = (parsed: ParsedCda, code: string): string => {
  const found = sectionsOf(parsed).find((one) => one.code?.code === code)?.text;
  return found ? text(found) : '';
};

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
