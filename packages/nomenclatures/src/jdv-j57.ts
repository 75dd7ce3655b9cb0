// Written by scripts/generate.ts from data/jdv-j57.csv: change the table, not this file.
import type { ConceptSet } from './concept.js';

/** The codes of JDV_J57. */
export type JdvJ57Code =
  | '10'
  | '11'
  | '31'
  | '42'
  | '43'
  | '44'
  | '45'
  | '52'
  | '60'
  | '90'
  | '95'
  | 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1';

/** JDV_J57 ClassCode DMP, OID 1.2.250.1.213.1.1.5.6, version 20230922. */
export const jdvJ57: ConceptSet<JdvJ57Code> = {
  id: 'JDV_J57',
  name: 'ClassCode_DMP',
  oid: '1.2.250.1.213.1.1.5.6',
  version: '20230922',
  date: '2023-09-22',
  source: 'ANS, terminologies de santé 1.12.0 (2026-08-05)',
  concepts: [
    { code: '10', system: '1.2.250.1.213.1.1.4.1', label: 'Compte rendu', status: 'active' },
    { code: '11', system: '1.2.250.1.213.1.1.4.1', label: 'Synthèse', status: 'active' },
    { code: '31', system: '1.2.250.1.213.1.1.4.1', label: 'Imagerie médicale', status: 'active' },
    { code: '42', system: '1.2.250.1.213.1.1.4.1', label: 'Prescription', status: 'active' },
    { code: '43', system: '1.2.250.1.213.1.1.4.1', label: 'Dispensation', status: 'active' },
    { code: '44', system: '1.2.250.1.213.1.1.4.1', label: 'Plan de soins, protocole de soins', status: 'active' },
    { code: '45', system: '1.2.250.1.213.1.1.4.1', label: 'Traitement administré', status: 'active' },
    { code: '52', system: '1.2.250.1.213.1.1.4.1', label: 'Certificat, déclaration', status: 'active' },
    { code: '60', system: '1.2.250.1.213.1.1.4.1', label: 'Données de remboursement', status: 'active' },
    { code: '90', system: '1.2.250.1.213.1.1.4.1', label: 'Autres documents déposés par le patient', status: 'active' },
    { code: '95', system: '1.2.250.1.213.1.1.4.1', label: 'Document de gestion', status: 'active' },
    { code: 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', system: 'URN', label: 'Digital Signature', status: 'active' },
  ],
};
