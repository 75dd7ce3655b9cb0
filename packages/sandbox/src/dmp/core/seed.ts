import { uuidUrn } from '@socle-sante/core/uuid';
import { DMP_REPOSITORY } from './api.js';
import type { DmpAuthor, DmpCode } from './metadata.js';
import { matriculeOf, OTHER_PHYSICIAN, PHYSICIAN } from './patients.js';
import type { StoredEntry } from './record.js';
import { type SeedBody, seedCda } from './seed-cda.js';
import { SEED_RECORDS } from './seed-records.js';
import { documentContent } from './sha1.js';
import type { DmpStore } from './store.js';
import { classOfType } from './value-sets.js';
import { ASSOCIATION, HIDDEN_FROM_PATIENT, HIDDEN_FROM_REPRESENTATIVES, MASKED, SYSTEM } from './vocabulary.js';

/** Arc of the invented documents; fictitious, under the arc of the samples. */
const ARC = '1.2.250.1.999.1.1.8121';

const PEOPLE = {
  physician: {
    xcn: `${PHYSICIAN}^EXEMPLE^ALIX^^^^^^&${SYSTEM.professionals}&ISO^D^^^IDNPS`,
    xon: `CENTRE DE SANTÉ DU SIMULATEUR^^^^^&${SYSTEM.structures}&ISO^IDNST^^^10B0999999`,
    specialty: 'G15_10/SM26^Médecin - Qualifié en Médecine Générale (SM)^1.2.250.1.213.1.1.4.5',
    id: PHYSICIAN,
    structure: '10B0999999',
  },
  other: {
    xcn: `${OTHER_PHYSICIAN}^MODELE^NOA^^^^^^&${SYSTEM.professionals}&ISO^D^^^IDNPS`,
    xon: `AUTRE STRUCTURE DU SIMULATEUR^^^^^&${SYSTEM.structures}&ISO^IDNST^^^10B0888888`,
    specialty: 'G15_10/SM54^Médecin - Médecine générale (SM)^1.2.250.1.213.1.1.4.5',
    id: OTHER_PHYSICIAN,
    structure: '10B0888888',
  },
} as const;

const CLASS_LABELS: Readonly<Record<string, string>> = {
  '10': 'Compte rendu',
  '11': 'Synthèse',
  '31': 'Imagerie médicale',
  '42': 'Prescription',
  '52': 'Certificat, déclaration',
  '90': 'Documents du patient',
};
const VISIBILITY_LABELS: Readonly<Record<string, string>> = {
  [MASKED]: 'Masqué aux professionnels de santé',
  [HIDDEN_FROM_PATIENT]: 'Non visible par le patient',
  [HIDDEN_FROM_REPRESENTATIVES]: 'Non visible par les représentants légaux du patient',
};
const FORMATS: Readonly<Record<SeedBody['kind'], readonly [code: string, label: string]>> = {
  text: ['urn:ihe:iti:xds-sd:text:2008', 'Document à corps non structuré en texte brut'],
  pdf: ['urn:ihe:iti:xds-sd:pdf:2008', 'Document à corps non structuré en Pdf/A-1'],
  rtf: ['urn:ihe:iti-fr:xds-sd:rtf:2010', 'Document à corps non structuré en RTF'],
  jpeg: ['urn:ihe:iti-fr:xds-sd:jpeg:2010', 'Document à corps non structuré en JPEG'],
  tiff: ['urn:ihe:iti-fr:xds-sd:tiff:2010', 'Document à corps non structuré en TIFF'],
  table: ['urn:asipSante:modelesHorsProfils:2011', 'Modèles de documents hors profils IHE et CI-SIS'],
};

const dtm = (date: Date) => date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
const code = (value: string, codeSystem: string, displayName: string): DmpCode => ({
  code: value,
  codeSystem,
  displayName,
});

/** A UUID that is the same at every start, so that demonstrations and tests can name the document. */
function seedUuid(record: number, index: number, kind: number): string {
  const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');
  return uuidUrn(`5eed${hex(record, 4)}-${hex(index, 4)}-4000-8000-${hex(kind, 12)}`);
}

type Changes = Parameters<DmpStore['commit']>[0];
/** The last ones made: some hundred documents with their digests, the same for whoever starts at the same instant. */
let made: { readonly key: string; readonly changes: Changes } | undefined;

/** Puts the invented documents in the records. */
export function seedDocuments(store: DmpStore, now: Date, oid: string): void {
  const key = `${now.getTime()} ${oid}`;
  made = made?.key === key ? made : { key, changes: changesOf(store, now, oid) };
  store.commit(made.changes);
}

function changesOf(store: DmpStore, now: Date, oid: string): Changes {
  const changes: Changes[number][] = [];
  Object.entries(SEED_RECORDS).forEach(([persona, seeds], record) => {
    const matricule = matriculeOf(persona);
    const patient = store.patients.get(matricule);
    if (!patient) return;
    const patientId = { extension: matricule, oid };
    seeds.forEach((seed, index) => {
      const at = new Date(now.getTime() - seed.daysAgo * 24 * 3_600_000);
      const uniqueId = `${ARC}.1.${record + 1}.${index + 1}`;
      const person = seed.author === 'patient' ? undefined : PEOPLE[seed.author];
      const patientXcn = `${matricule}^${patient.birthName}^${patient.givenNames.split(' ')[0] ?? ''}^^^^^^&${oid}&ISO^D^^^NH`;
      const author: DmpAuthor = person
        ? { person: person.xcn, institutions: [person.xon], roles: [], specialties: [person.specialty] }
        : {
            person: patientXcn,
            institutions: [],
            roles: [],
            specialties: [`EXP_PATIENT^Expression personnelle du patient^${SYSTEM.various}`],
          };
      const [typeCode, typeLabel] = seed.type;
      const classCode = classOfType(typeCode) ?? '10';
      const entryUuid = seedUuid(record + 1, index + 1, 1);
      const setId = seedUuid(record + 1, index + 1, 2);
      const content = documentContent(
        seedCda({
          uniqueId,
          patient,
          oid,
          type: seed.type,
          title: seed.title,
          at,
          person,
          body: seed.body,
          replaces: seed.replaces === undefined ? undefined : `${ARC}.1.${record + 1}.${seed.replaces + 1}`,
        }),
      );
      const [formatCode, formatLabel] = FORMATS[seed.body.kind];
      const entry: StoredEntry = {
        id: entryUuid,
        logicalId: entryUuid,
        version: '1',
        status: seed.status ?? 'Approved',
        uniqueId,
        patientId,
        sourcePatientId: `${matricule}^^^&${oid}&ISO^NH`,
        sourcePatientInfo: [
          `PID-5|${patient.birthName}^${patient.givenNames.split(' ')[0] ?? ''}^^^^^L`,
          `PID-7|${patient.birthDate.replace(/-/g, '')}`,
          `PID-8|${patient.sex}`,
        ],
        mimeType: 'text/xml',
        hash: content.sha1,
        size: content.size,
        creationTime: dtm(at),
        serviceStartTime: dtm(at),
        languageCode: 'fr-FR',
        authors: [author],
        legalAuthenticator: person?.xcn ?? patientXcn,
        title: seed.title,
        classCode: code(classCode, SYSTEM.classFr, CLASS_LABELS[classCode] ?? ''),
        typeCode: code(typeCode, /^\d/.test(typeCode) ? SYSTEM.loinc : SYSTEM.typeFr, typeLabel),
        formatCode: code(formatCode, seed.body.kind === 'table' ? SYSTEM.formatFr : SYSTEM.formatIhe, formatLabel),
        confidentiality: [
          code('N', SYSTEM.confidentiality, 'Normal'),
          ...(seed.visibility ?? []).map((value) => code(value, SYSTEM.visibility, VISIBILITY_LABELS[value] ?? '')),
        ],
        healthcareFacilityType: person
          ? code('SA05', SYSTEM.sector, 'Centre de santé')
          : code('EXP_PATIENT', SYSTEM.various, 'Expression personnelle du patient'),
        practiceSetting: person
          ? code('AMBULATOIRE', SYSTEM.practice, 'Ambulatoire')
          : code('EXP_PATIENT', SYSTEM.various, 'Expression personnelle du patient'),
        events: [],
        referenceIds: [],
        repositoryUniqueId: DMP_REPOSITORY,
        patient: matricule,
        depositor: { userId: person?.id ?? matricule, structure: person?.structure ?? '', byPatient: !person },
        current: true,
        setId,
        registeredAt: at.toISOString(),
      };
      const association = (kind: number, type: string, source: string, target: string, original: boolean) => {
        const id = seedUuid(record + 1, index + 1, kind);
        const value = {
          id,
          type,
          source,
          target,
          patient: matricule,
          ...(original ? { submissionSetStatus: 'Original' } : {}),
        };
        return { collection: 'associations' as const, id, value };
      };
      changes.push(
        {
          collection: 'sets',
          id: setId,
          value: {
            id: setId,
            uniqueId: `${ARC}.2.${record + 1}.${index + 1}`,
            sourceId: `${ARC}.7`,
            patientId,
            submissionTime: dtm(at),
            contentType: person
              ? code('07', '1.2.250.1.213.2.2', 'Consultations soins externes')
              : code('EXP_PATIENT', SYSTEM.various, 'Expression personnelle du patient'),
            authors: [author],
            title: seed.title,
            status: 'Approved',
            patient: matricule,
            registeredAt: at.toISOString(),
          },
        },
        { collection: 'contents', id: uniqueId, value: content },
        { collection: 'entries', id: entryUuid, value: entry },
        association(3, ASSOCIATION.hasMember, setId, entryUuid, true),
        ...(seed.replaces === undefined
          ? []
          : [association(4, ASSOCIATION.replaces, entryUuid, seedUuid(record + 1, seed.replaces + 1, 1), false)]),
      );
    });
  });
  return changes;
}
