import { attribute, elements, walk, type XmlElement } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import { clinicalEntries, parseCda } from '../../src/cda-reader.ts';
import { narrativeOf } from '../../src/render.ts';
import type { EDispMedContent, EpMedDmContent, PrescribedMedicine, SubmissionDocument } from '../../src/submission.ts';
import { fixedOptions, sampleDocument, samplePdf, sampleSubmission } from '../support/sample.ts';

const LOINC = '2.16.840.1.113883.6.1';
const tablets = (value: number) => ({ value, unit: '{tablet}', label: 'cp' });

const line: PrescribedMedicine = {
  id: { root: '2.999.8', extension: '1' },
  medicine: {
    text: 'PARACETAMOL 500 mg, comprimé',
    code: { code: '63107752', displayName: 'PARACETAMOL 500 mg, comprimé', codeSystem: '1.2.250.1.213.2.3.1' },
    name: 'PARACETAMOL 500 mg',
  },
  start: '2026-01-15',
  end: '2026-01-20',
  text: '1 à 2 comprimés 3 fois par jour',
  posology: {
    frequency: { said: '3 fois par jour', timings: [{ kind: 'interval', every: { value: 8, unit: 'h' } }] },
    dose: { low: tablets(1), high: tablets(2) },
  },
  renewals: 3,
  quantity: { value: 2, unit: '30009000', label: 'boîtes' },
  notSubstitutable: 'Marge thérapeutique étroite',
  ald: true,
  accidentTravail: false,
  prevention: false,
  nonRemboursable: false,
  horsAmm: false,
};

function prescription(content: EpMedDmContent, more: Partial<SubmissionDocument> = {}): SubmissionDocument {
  return {
    ...sampleDocument,
    type: { code: '57833-6', displayName: 'Prescription de produits de santé', codeSystem: LOINC },
    acts: sampleDocument.acts.map((act) => ({ ...act, stop: '2026-07-15T10:00:00+02:00' })),
    body: { kind: 'structured', model: 'ep-med-dm', content, pdfCopy: samplePdf },
    ...more,
  };
}

function built(one: SubmissionDocument) {
  const made = buildCda(one, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return { made, parsed: parseCda(made.bytes) };
}

const errors = (one: SubmissionDocument, submission = sampleSubmission): string[] =>
  buildCda(one, submission, fixedOptions(7))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path.join('.')}`)
    .sort();

const find = (root: XmlElement, local: string): XmlElement[] => [...walk(root)].filter((node) => node.local === local);

describe('a prescription', () => {
  it('says each line as data, and reads back', () => {
    const { parsed } = built(prescription({ medicines: [line] }));
    if (parsed.body.kind !== 'structured') throw new Error('no body');
    const [section] = parsed.body.sections;
    const [entry] = section ? clinicalEntries(section) : [];
    expect(entry).toMatchObject({
      kind: 'treatment',
      mood: 'INT',
      dose: { low: { value: '1', unit: '{tablet}' }, high: { value: '2', unit: '{tablet}' } },
      product: { code: { code: '63107752', codeSystem: '1.2.250.1.213.2.3.1' } },
    });
    const [administration] = find(parsed.document, 'substanceAdministration');
    if (!administration) throw new Error('no entry');
    expect(elements(administration).find(({ local }) => local === 'id')).toMatchObject({
      attributes: expect.arrayContaining([expect.objectContaining({ local: 'extension', value: '1' })]),
    });
    expect(find(administration, 'repeatNumber').map((node) => attribute(node, 'value'))).toEqual(['3']);
    const act = find(administration, 'act').find(({ attributes }) => attributes.some(({ value }) => value === 'DEF'));
    expect(act && find(act, 'code').map((node) => attribute(node, 'code'))).toEqual(['N']);
    const shown = JSON.stringify(narrativeOf(parsed));
    for (const text of ['1 cp', '2 cp', '3 fois par jour', 'Non substituable', 'boîtes']) expect(shown).toContain(text);
  });

  it('says its kinds in the header, once', () => {
    const content: EpMedDmContent = { medicines: [line], kinds: ['bizone', 'executionEnUrgence', 'bizone'] };
    const { made, parsed } = built(prescription(content));
    expect(parsed.header.serviceEvents.map(({ classCode, code }) => [classCode, code?.code])).toEqual([
      [undefined, '57833-6'],
      ['INFO', 'MED-1096'],
      ['INFO', 'MED-1095'],
    ]);
    const again = buildCda(made.document, sampleSubmission, fixedOptions(7));
    expect(again.ok && again.bytes).toEqual(made.bytes);
  });

  it('has its steps in order, each with its own times', () => {
    const { frequency, dose } = line.posology ?? {};
    const step = (start: string) => ({
      text: `dès le ${start}`,
      start,
      length: { value: 2, unit: 'd' },
      frequency,
      dose,
    });
    const items = [step('2026-01-15'), step('2026-01-17')];
    const { parsed } = built(
      prescription({ medicines: [{ ...line, posology: {}, steps: { kind: 'progressive', items } }] }),
    );
    expect(find(parsed.document, 'sequenceNumber').map((node) => attribute(node, 'value'))).toEqual(['1', '2']);
    const lows = find(parsed.document, 'comp').flatMap((node) => find(node, 'low'));
    expect(lows.map((node) => attribute(node, 'value'))).toEqual(['20260115', '20260117']);
  });

  it('is refused with the place of what is wrong', () => {
    const at = 'body.content';
    expect(errors(prescription({}))).toEqual([`documents.prescription.empty ${at}`]);
    const { addresses: _, ...patient } = sampleSubmission.patient;
    expect(errors(prescription({ medicines: [line] }), { ...sampleSubmission, patient })).toEqual([
      'documents.model.missing body.model',
    ]);
    const items = [{ text: 'un pas' }];
    const wrong = prescription(
      {
        medicines: [
          { ...line, steps: { kind: 'split', items }, delayed: {} },
          {
            ...line,
            id: { root: 'ligne 1' },
            end: '2026-13-01',
            renewableUntil: '2026-02-30',
            delayed: { length: { value: 5, unit: 'd' } },
          },
        ],
        barcode: Uint8Array.of(1, 2, 3),
        vitalSigns: { at: '2026-01-15', measures: [{ code: '29463-7', value: 70, unit: 'stone' }] },
      },
      { acts: sampleDocument.acts },
    );
    expect(errors(wrong)).toEqual([
      `documents.id.form ${at}.medicines.1.id`,
      'documents.model.missing acts.0.stop',
      `documents.model.notHere ${at}.medicines.0.delayed`,
      `documents.model.notHere ${at}.medicines.0.posology.dose`,
      `documents.model.notHere ${at}.medicines.0.posology.frequency`,
      `documents.model.notHere ${at}.medicines.1.end`,
      `documents.model.unit ${at}.vitalSigns.measures.0.unit`,
      `documents.prescription.barcode ${at}.barcode`,
      `documents.time.value ${at}.medicines.1.end`,
      `documents.time.value ${at}.medicines.1.renewableUntil`,
    ]);
  });
});

describe('a dispensation', () => {
  const dispensation = (content: EDispMedContent): SubmissionDocument => ({
    ...sampleDocument,
    type: { code: '60593-1', displayName: 'Dispensation médicamenteuse', codeSystem: LOINC },
    body: { kind: 'structured', model: 'edisp-med', content, pdfCopy: samplePdf },
  });
  const author = { idNat: '899900000017', name: { family: 'EXEMPLE', given: 'Lise' } };
  const handed = {
    medicine: { ...line.medicine, lot: '12345', expires: '2030-12' },
    quantity: { value: 2, unit: '30009000', label: 'boîtes' },
    prescription: {
      line: { root: '2.999.8', extension: '1' },
      document: { root: '2.999.9' },
      at: '2026-01-15T10:00:00+01:00',
      author,
    },
  };

  it('names the line of the prescription, the lot and what was handed out', () => {
    const { parsed } = built(dispensation({ dispensed: [handed] }));
    expect(parsed.header.serviceEvents[0]?.code?.code).toBe('60593-1');
    const [reference] = find(parsed.document, 'substanceAdministration');
    if (!reference) throw new Error('no reference');
    const ids = find(reference, 'id').map((node) => [attribute(node, 'root'), attribute(node, 'extension')]);
    expect(ids).toContainEqual(['2.999.8', '1']);
    expect(ids).toContainEqual(['2.999.9', undefined]);
    const shown = JSON.stringify(narrativeOf(parsed));
    for (const text of ['2 boîtes', '12345', '12/2030', 'Lise EXEMPLE', 'Aucune note']) expect(shown).toContain(text);
  });

  it('is refused with the place of what is wrong', () => {
    const changed = { text: 'matin', start: '2026-01-20', end: '2026-01-15', posology: {} };
    const medicine = { ...handed.medicine, expires: '2030-13' };
    const wrong = { ...handed.prescription, author: { ...author, idNat: 'a b' }, at: '2026-02-30T10:00:00+01:00' };
    const at = 'body.content.dispensed.0';
    expect(
      errors(dispensation({ dispensed: [{ ...handed, medicine, prescription: wrong, changedPosology: changed }] })),
    ).toEqual([
      `documents.id.form ${at}.prescription.author.idNat`,
      `documents.model.missing ${at}.changedPosology.posology.frequency`,
      `documents.period.order ${at}.changedPosology`,
      `documents.time.value ${at}.medicine.expires`,
      `documents.time.value ${at}.prescription.at`,
    ]);
  });
});
