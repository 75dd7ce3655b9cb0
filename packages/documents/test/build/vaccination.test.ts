import { readFileSync } from 'node:fs';
import { text, walk } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { buildCda } from '../../src/cda.ts';
import { type ClinicalEntry, clinicalEntries, type ParsedCda, parseCda } from '../../src/cda-reader.ts';
import type { NotedVaccination, SubmissionDocument, VacContent } from '../../src/submission.ts';
import { sectionsOf, vaccinationFacts } from '../support/biology-facts.ts';
import { fixedOptions, sampleDocument, sampleSubmission } from '../support/sample.ts';

const SNOMED = '2.16.840.1.113883.6.96';
const ATC = { code: 'J07AM', displayName: 'vaccins tétaniques', codeSystem: '2.16.840.1.113883.6.73' };
const doctor = {
  idNat: '801234567897',
  name: { family: 'EXEMPLE', given: 'Lise' },
  specialty: {
    code: 'G15_10/SM26',
    displayName: 'Médecin - Qualifié en Médecine Générale (SM)',
    codeSystem: '1.2.250.1.213.1.1.4.5',
  },
  organization: { idNat: '1750803447', name: 'CABINET FICTIF' },
} as const;

const tetanus: NotedVaccination = {
  at: '2009-09-28',
  vaccine: {
    text: 'VACCIN TETANIQUE PASTEUR',
    code: { code: '68747507', displayName: 'VACCIN TETANIQUE PASTEUR', codeSystem: '1.2.250.1.213.2.3.1' },
    otherCodes: [
      ATC,
      { code: '3400932857241', displayName: 'VACCIN TETANIQUE PASTEUR', codeSystem: '1.2.250.1.213.2.3.2' },
    ],
    lot: '4456672',
  },
  series: 'initial',
  rank: 2,
  route: { code: '20035000', displayName: 'Voie intramusculaire', codeSystem: '0.4.0.127.0.16.1.1.2.1' },
  site: { code: '16217701000119102', displayName: 'deltoïde gauche', codeSystem: SNOMED },
  reactions: [
    {
      name: {
        text: 'Fièvre due à des médicaments',
        code: { code: 'R50.2', displayName: 'Fièvre due à des médicaments', codeSystem: '2.16.840.1.113883.6.3' },
      },
      since: '2009-09-28',
    },
  ],
  comment: 'Prise récente et ponctuelle de solupred (60mg) en une prise pendant 2 jours',
  by: { ...doctor },
  author: { professional: doctor },
};

function note(vaccination: NotedVaccination): SubmissionDocument {
  return {
    ...sampleDocument,
    type: { code: '87273-9', displayName: 'Note de vaccination', codeSystem: '2.16.840.1.113883.6.1' },
    body: { kind: 'structured', model: 'vac-note', content: { vaccination } },
  };
}

function history(content: VacContent): SubmissionDocument {
  return {
    ...sampleDocument,
    type: { code: '11369-6', displayName: 'Historique des vaccinations', codeSystem: '2.16.840.1.113883.6.1' },
    body: { kind: 'structured', model: 'vac', content },
  };
}

function built(one: SubmissionDocument): ParsedCda {
  const made = buildCda(one, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(JSON.stringify(made.findings.filter(({ severity }) => severity === 'error')));
  return parseCda(made.bytes);
}

const entriesOf = (parsed: ParsedCda): ClinicalEntry[] => sectionsOf(parsed).flatMap(clinicalEntries);

function refusals(one: SubmissionDocument): [string, string][] {
  const made = buildCda(one, sampleSubmission, fixedOptions(7));
  return made.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path }): [string, string] => [rule, path.join('.')]);
}

describeWithConformance('the official note of vaccination (VAC-NOTE 2023.01)', () => {
  it('says what the same content in our types says', () => {
    const theirs = parseCda(readFileSync(conformanceFile('cda/ExemplesCDA/VAC-NOTE_2023.01.xml')));
    const facts = (parsed: ParsedCda) =>
      entriesOf(parsed).flatMap((entry) => (entry.kind === 'immunization' ? [vaccinationFacts(entry)] : []));
    expect(facts(built(note(tetanus)))).toEqual(facts(theirs));
  });
});

describe('a note of vaccination', () => {
  it('has the first professional of the authors of the document for author, and the act of the model', () => {
    const parsed = built(note({ ...tetanus, author: undefined }));
    const [entry] = entriesOf(parsed);
    expect(entry?.statement.authors.map(({ ids }) => ids[0]?.extension)).toEqual(['899900000017']);
    expect(parsed.header.serviceEvents[0]?.code?.code).toBe('87273-9');
  });

  it('is refused without its CIS, its ATC code, its lot, a known route, a site of the list', () => {
    const { text: name } = tetanus.vaccine;
    const at = 'body.content.vaccination';
    expect(refusals(note({ ...tetanus, vaccine: { text: name } }))).toEqual([
      ['documents.model.missing', `${at}.vaccine.code`],
      ['documents.model.missing', `${at}.vaccine.otherCodes`],
      ['documents.model.missing', `${at}.vaccine.lot`],
    ]);
    const elsewhere = { code: '368209003', displayName: 'bras droit', codeSystem: SNOMED };
    expect(refusals(note({ ...tetanus, route: elsewhere, site: elsewhere }))).toEqual([
      ['documents.vaccination.set', `${at}.route`],
      ['documents.vaccination.set', `${at}.site`],
    ]);
    expect(refusals(note({ ...tetanus, vaccine: { ...tetanus.vaccine, code: ATC } }))).toEqual([
      ['documents.vaccination.system', `${at}.vaccine.code`],
    ]);
    const { specialty: _none, ...unknown } = doctor;
    expect(refusals(note({ ...tetanus, author: { professional: unknown } }))).toEqual([
      ['documents.model.missing', `${at}.author`],
      ['documents.model.missing', `${at}.author.professional.specialty`],
    ]);
  });
});

describe('a history of vaccinations', () => {
  const vaccine = { text: 'Vaccin contre la grippe', otherCodes: [{ ...ATC, code: 'J07BB' }] };

  it('tells what was not done and why, what is planned, advised, or to avoid', () => {
    const parsed = built(
      history({
        vaccinations: [{ vaccine, notDone: true, at: '2025-10-15', reason: { text: 'Refus du patient' } }],
        planned: [
          { vaccine, start: '2026-10-01', end: '2026-12-31', series: 'booster', rank: 3 },
          { vaccine, intent: 'proposed', avoid: true, comment: 'Antécédent d’allergie' },
        ],
      }),
    );
    expect(parsed.header.serviceEvents[0]?.code?.code).toBe('11369-6');
    const said = text(parsed.document);
    for (const what of ['Non réalisée', 'Refus du patient', 'Prévue', 'À ne pas administrer', 'Rappel de vaccin']) {
      expect(said).toContain(what);
    }
    const [refused, planned, advised] = entriesOf(parsed);
    expect(refused).toMatchObject({ kind: 'immunization', absent: true, when: { value: { raw: '20251015' } } });
    expect(planned).toMatchObject({
      kind: 'plannedImmunization',
      mood: 'INT',
      absent: false,
      rank: '3',
      when: { low: { raw: '20261001' }, high: { raw: '20261231' } },
    });
    expect(advised).toMatchObject({ kind: 'plannedImmunization', mood: 'PRP', absent: true });
  });

  it.each([
    [[], 'no-known-immunizations', 'Pas de vaccin connu'],
    ['noInformation' as const, 'no-immunization-info', 'Pas d’information sur les vaccins'],
  ])('says that nothing is known: %j', (vaccinations, code, said) => {
    const parsed = built(history({ vaccinations }));
    expect(entriesOf(parsed)).toMatchObject([{ kind: 'immunization', code: { code }, when: { nullFlavor: 'NA' } }]);
    expect(text(parsed.document).replaceAll("'", '’')).toContain(said);
  });

  it('gives each reaction a rank or a comment beside it, for the official rule of the relations', () => {
    const parsed = built(
      history({ vaccinations: [{ vaccine, at: '2025-10-15', reactions: [{ name: { text: 'Fièvre' } }] }] }),
    );
    const codes = [...walk(parsed.document)].filter(({ local }) => local === 'code');
    expect(codes.flatMap(({ attributes }) => attributes.map(({ value }) => value))).toContain('48767-8');
  });
});
