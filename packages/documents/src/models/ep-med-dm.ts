import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { sniff } from '../narrative/sniff.js';
import type { ServiceEvent } from '../submission/header.js';
import type { SubmissionDocument, SubmissionPatient } from '../submission/types.js';
import { composedSection } from './composed.js';
import type { ModelContext, ModelDefinition, Need } from './definition.js';
import { freeTextSection } from './free-texts.js';
import { imageOf } from './lab/images.js';
import { loinc, type Narrator } from './narrative.js';
import { some } from './needs.js';
import { pregnanciesSection, tellsPregnancies } from './pregnancies.js';
import { prescribedDevicesSection } from './prescribed-devices.js';
import { medicinesSection } from './prescribed-medicines.js';
import type { EpMedDmContent } from './schema/ep-med-dm.js';
import { coded } from './values.js';
import { checkVitalSigns, vitalSignsSection } from './vital-signs.js';

const KINDS = {
  bizone: ['MED-1096', 'Prescription bizone'],
  medicamentsException: ['MED-1097', "Prescription médicaments d'exception"],
  ordonnanceSecurisee: ['MED-1098', 'Ordonnance sécurisée'],
  grandAppareillage: ['MED-1132', 'Prescription grand appareillage'],
  executionADomicile: ['MED-1094', 'Exécution à domicile'],
  executionEnUrgence: ['MED-1095', 'Exécution en urgence'],
  affectionMilitaire: ['MED-1159', 'Affection militaire'],
} as const;

const TYPE = { code: '57833-6', displayName: 'Prescription de produits de santé', codeSystem: SYSTEMS.loinc } as const;

/** The prescription of medicines and of devices (eP-MED-DM 2024.01, IHE PHARM PRE). */
export const epMedDm: ModelDefinition<EpMedDmContent> = {
  templateIds: [
    { root: '1.3.6.1.4.1.19376.1.9.1.1.1' },
    { root: '1.3.6.1.4.1.19376.1.5.3.1.1.1' },
    { root: '1.2.250.1.213.1.1.1.39', extension: '2024.01' },
  ],
  type: TYPE,
  act: loinc(TYPE.code, TYPE.displayName),
  pdfCopy: 'mandatory',
  complete: withKinds,
  check: checkPrescription,
  checkPatient,
  sections: prescriptionSections,
};

/** The kinds of prescription, said in the header once. */
function withKinds(document: SubmissionDocument): SubmissionDocument {
  const { acts, body } = document;
  if (body.kind !== 'structured' || body.model !== 'ep-med-dm') return document;
  const said = new Set(acts.map(({ code }) => code?.code));
  const more: ServiceEvent[] = (body.content.kinds ?? [])
    .map((kind) => KINDS[kind])
    .filter(([code], index, all) => !said.has(code) && all.findIndex(([other]) => other === code) === index)
    .map(([code, label]) => ({ information: true, code: coded(code, label, SYSTEMS.taAsip, 'TA_ASIP') }));
  return more.length === 0 ? document : { ...document, acts: [...acts, ...more] };
}

function checkPrescription(document: SubmissionDocument, content: EpMedDmContent, need: Need): Finding[] {
  const { medicines = [], devices = [], vitalSigns, barcode } = content;
  const [act] = document.acts;
  const path = ['body', 'content'];
  need(act?.stop !== undefined, ['acts', 0, 'stop']);
  // The author has a profession and a structure: any of the authors will do, but a patient.
  need(
    document.authors.some(({ kind }) => kind !== 'patient'),
    ['authors', 0, 'specialty'],
  );
  const findings: Finding[] = [];
  if (!some(medicines) && !some(devices)) findings.push(finding('documents.prescription.empty', 'error', path));
  for (const [index, line] of medicines.entries()) {
    const at = [...path, 'medicines', index];
    if (line.steps && line.delayed) findings.push(notHere([...at, 'delayed'], 'delayed'));
    for (const field of ['frequency', 'dose', 'rate'] as const) {
      // A posology in several steps says them in each step.
      if (line.steps && line.posology?.[field]) findings.push(notHere([...at, 'posology', field], field));
    }
    if (line.delayed && line.delayed.length === undefined) {
      need(line.start !== undefined, [...at, 'start']);
      need(line.end !== undefined, [...at, 'end']);
    }
    if (line.delayed?.length && line.end !== undefined) findings.push(notHere([...at, 'end'], 'end'));
  }
  if (vitalSigns) findings.push(...checkVitalSigns(vitalSigns.measures, [...path, 'vitalSigns', 'measures']));
  if (barcode && !/^image\/(?:jpeg|png|gif)$/.test(sniff(barcode) ?? '')) {
    findings.push(finding('documents.prescription.barcode', 'error', [...path, 'barcode']));
  }
  return findings;
}

function notHere(path: readonly (string | number)[], field: string): Finding {
  return finding('documents.model.notHere', 'error', path, { field });
}

/** The address and the telephone of the patient are mandatory; a null value says that they are not known. */
function checkPatient({ addresses, telecoms }: SubmissionPatient): Finding[] {
  return Object.entries({ addresses, telecoms }).flatMap(([field, list]) =>
    some(list)
      ? []
      : [
          finding('documents.model.missing', 'error', ['body', 'model'], {
            model: 'ep-med-dm',
            field: `patient.${field}`,
          }),
        ],
  );
}

function prescriptionSections(
  narrator: Narrator,
  content: EpMedDmContent,
  { createdAt }: ModelContext,
): XmlElementNode[] {
  const { barcode, medicines = [], devices = [], comment, vitalSigns, pregnancies } = content;
  return [
    ...(barcode ? [barcodeSection(narrator, barcode)] : []),
    ...(some(medicines) ? [medicinesSection(narrator, medicines, createdAt)] : []),
    ...(some(devices) ? [prescribedDevicesSection(narrator, devices, createdAt)] : []),
    ...(comment === undefined ? [] : [freeTextSection(narrator, 'Commentaire', comment)]),
    ...(vitalSigns
      ? [vitalSignsSection(narrator, vitalSigns.measures, { title: 'Signes vitaux', at: vitalSigns.at })]
      : []),
    ...(tellsPregnancies(pregnancies) ? [pregnanciesSection(narrator, pregnancies)] : []),
  ];
}

/** FR-Code-a-barres (1.2.250.1.213.1.1.2.223). */
function barcodeSection(narrator: Narrator, content: Uint8Array): XmlElementNode {
  const { paragraph, media } = imageOf(narrator, { content });
  return composedSection(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.223'],
    code: loinc('57723-9', 'Numéro de code à barres unique'),
    title: 'Code 2D de la prescription',
    text: [paragraph],
    entries: [media],
  });
}
