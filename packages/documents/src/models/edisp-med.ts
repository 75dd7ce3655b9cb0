import type { Finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { assignedEntity, type EntityInput } from '../cda/people.js';
import { h } from '../cda/tree.js';
import { codeAttributes, idNode, time } from '../cda/values.js';
import type { SubmissionDocument } from '../submission/types.js';
import { composedSection, proseAnchor } from './composed.js';
import type { ModelDefinition, Need } from './definition.js';
import { medicineNode, sameMedicineNode } from './medicine.js';
import { loinc, type Narrator } from './narrative.js';
import { treatmentPeriod } from './posology.js';
import { posologyOf, SUBSTITUTABLE, shownPeriod } from './prescribed-medicines.js';
import { component, type Fact, factsTable, instructionRelation } from './prescription-lines.js';
import { templates } from './remarks.js';
import type { Dispensed, EDispMedContent } from './schema/edisp-med.js';
import { coded, decimal, shownDate } from './values.js';

const TYPE = { code: '60593-1', displayName: 'Dispensation médicamenteuse', codeSystem: SYSTEMS.loinc } as const;

/** The rules want this code of who hands out, whatever pharmacist it is. */
const PHARMACIST = coded('G15_21', 'Pharmacien', '1.2.250.1.213.1.1.4.5');

/** The dispensation of medicines (eDISP-MED 2024.01, IHE PHARM DIS). */
export const eDispMed: ModelDefinition<EDispMedContent> = {
  templateIds: [
    { root: '1.3.6.1.4.1.19376.1.5.3.1.1.1' },
    { root: '1.3.6.1.4.1.19376.1.9.1.1.3' },
    { root: '1.2.250.1.213.1.1.1.54', extension: '2024.01' },
  ],
  type: TYPE,
  act: loinc(TYPE.code, TYPE.displayName),
  pdfCopy: 'mandatory',
  check: (_document, content, need) => checkDispensation(content, need),
  sections: (narrator, content, { document }) => [dispensationSection(narrator, content.dispensed, document)],
};

function checkDispensation({ dispensed }: EDispMedContent, need: Need): Finding[] {
  for (const [index, { changedPosology }] of dispensed.entries()) {
    if (!changedPosology) continue;
    const path = ['body', 'content', 'dispensed', index, 'changedPosology', 'posology', 'frequency'];
    need(changedPosology.posology.frequency !== undefined, path);
  }
  return [];
}

/** FR-Dispensation-medicaments (1.2.250.1.213.1.1.2.236). */
function dispensationSection(
  narrator: Narrator,
  dispensed: readonly Dispensed[],
  document: SubmissionDocument,
): XmlElementNode {
  const lines = dispensed.map((one) => dispensedLine(narrator, one));
  const dispenser = document.authors.find((author) => author.kind === 'professional');
  return composedSection(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.9.1.2.3', '2.16.840.1.113883.10.20.1.8', '1.2.250.1.213.1.1.2.236'],
    code: loinc('60590-7', 'Médicaments délivrés'),
    title: 'Médicaments délivrés',
    text: lines.map(({ facts }) => factsTable(facts)),
    ...(dispenser
      ? { author: authorOf({ ...dispenser, specialty: PHARMACIST }, dispenser.time ?? document.createdAt) }
      : {}),
    entries: lines.map(({ entry }) => entry),
  });
}

/** An author inside the body: an assigned author is written as an assigned entity. */
function authorOf(who: EntityInput, at: string): XmlElementNode {
  return h('author', {}, [h('time', { value: time(at) }), h('assignedAuthor', {}, assignedEntity(who).children)]);
}

/** FR-Traitement-dispense (1.2.250.1.213.1.1.3.204). */
function dispensedLine(narrator: Narrator, one: Dispensed) {
  const { medicine, quantity } = one;
  const product = proseAnchor(narrator, medicine.text);
  const prescription = one.prescription && prescriptionOf(narrator, one.prescription);
  const told = (text: string | undefined) => (text === undefined ? undefined : proseAnchor(narrator, text));
  const patient = told(one.patientInstructions);
  const changed = one.changedPosology && changedOf(narrator, one.changedPosology);
  const instead = told(one.genericInstead);
  // As soon as a line has a related entry, the rules want a note among them.
  const related = prescription ?? patient ?? changed ?? instead;
  const notes = told(one.notes ?? (related && 'Aucune note.'));
  const entry = h('supply', { classCode: 'SPLY', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.34',
      '1.3.6.1.4.1.19376.1.5.3.1.4.7.3',
      '1.3.6.1.4.1.19376.1.9.1.3.4',
      '1.2.250.1.213.1.1.3.204',
    ),
    one.id ? idNode(one.id) : narrator.id(),
    product.text,
    h('quantity', { value: decimal(quantity.value), unit: quantity.unit }),
    h('product', {}, [medicineNode(medicine, product)]),
    prescription?.relation,
    patient && instructionRelation('patient', patient.text),
    notes && instructionRelation('notes', notes.text),
    changed?.relation,
    instead &&
      component(
        h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
          ...templates('1.3.6.1.4.1.19376.1.9.1.3.9.2', '1.2.250.1.213.1.1.3.206'),
          h('code', codeAttributes(SUBSTITUTABLE), [instead.originalText]),
          h('statusCode', { code: 'completed' }),
        ]),
      ),
  ]);
  const facts: Fact[] = [
    ['Médicament', product.content],
    ['Quantité délivrée', `${decimal(quantity.value).replace('.', ',')} ${quantity.label}`],
    ['Numéro de lot', medicine.lot],
    ['Péremption', medicine.expires !== undefined && shownDate(medicine.expires)],
    ['Prescription', prescription?.shown],
    ...(changed?.facts ?? []),
    ['Substitution', instead?.content],
    ['Instructions au patient', patient?.content],
    ['Notes du dispensateur', notes?.content],
  ];
  return { facts, entry };
}

/** FR-Reference-item-prescription (1.2.250.1.213.1.1.3.90). */
function prescriptionOf(narrator: Narrator, { line, document, at, author }: NonNullable<Dispensed['prescription']>) {
  const { name } = author;
  const who = [name.suffix, name.given, name.family].filter((part) => part !== undefined).join(' ');
  const anchor = narrator.anchor(`${who}, ${shownDate(at.slice(0, 10))}`);
  const reference = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'INT' }, [
    ...templates('1.3.6.1.4.1.19376.1.9.1.3.11', '1.2.250.1.213.1.1.3.90'),
    idNode(line),
    h(
      'code',
      {
        code: 'PREItem',
        displayName: 'Prescription Item',
        codeSystem: '1.3.6.1.4.1.19376.1.9.2.2',
        codeSystemName: 'IHE Pharmacy Item Type List',
      },
      [anchor.originalText],
    ),
    h('consumable', {}, [
      h('manufacturedProduct', {}, [
        h('manufacturedMaterial', { nullFlavor: 'NA' }, [h('name', { nullFlavor: 'NA' })]),
      ]),
    ]),
    authorOf(author, at),
    h('reference', { typeCode: 'XCRPT' }, [h('externalDocument', {}, [idNode(document)])]),
  ]);
  return {
    shown: anchor.content,
    relation: h('entryRelationship', { typeCode: 'REFR', inversionInd: 'false' }, [reference]),
  };
}

/** The posology that the dispenser changed (FR-Traitement 1.2.250.1.213.1.1.3.42, IHE PHARM Dosage Instructions). */
function changedOf(narrator: Narrator, { text, start, end, posology }: NonNullable<Dispensed['changedPosology']>) {
  const said = proseAnchor(narrator, text);
  const made = posologyOf(narrator, posology, { start, end });
  const administration = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'INT' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.24',
      '1.3.6.1.4.1.19376.1.5.3.1.4.7',
      '1.2.250.1.213.1.1.3.42',
      '1.3.6.1.4.1.19376.1.9.1.3.6',
      '1.3.6.1.4.1.19376.1.5.3.1.4.7.1',
    ),
    narrator.id(),
    said.text,
    h('statusCode', { code: 'completed' }),
    treatmentPeriod({ start, end }),
    ...made.frequency,
    ...made.rest,
    sameMedicineNode(),
  ]);
  const facts: Fact[] = [
    ['Posologie modifiée', said.content],
    ['Durée du traitement', shownPeriod(start, end)],
    ...made.facts,
  ];
  return { facts, relation: component(administration) };
}
