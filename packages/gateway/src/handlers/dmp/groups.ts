import type { DocumentGroup } from '../../contract.js';

const group = (id: string, fr: string, en: string, types: string[]): DocumentGroup => ({
  id,
  labels: { fr, en },
  types,
});

/** Groups of types for the counts of new documents: the minimum list of the Ségur requirement DMP/UX.17. The last takes the rest. */
export const defaultDocumentGroups: readonly DocumentGroup[] = [
  group('liaison', 'Lettres de liaison', 'Discharge and liaison letters', ['34133-9', '11490-0', '18761-7']),
  group('hospitalisation', 'Comptes rendus d’hospitalisation', 'Hospital reports', ['34112-3', '34105-7', '34120-6']),
  group('vsm', 'Synthèses médicales', 'Medical summaries', ['60591-5', 'SYNTH']),
  group('biologie', 'Biologie', 'Laboratory', ['11502-2', 'BIL_AUTO']),
  group('imagerie', 'Imagerie', 'Imaging', ['18748-4', '52040-3', 'IMG-KOS']),
  group('prescription', 'Prescriptions et dispensations', 'Prescriptions and dispensations', [
    '57833-6',
    '57828-6',
    '57832-8',
    '61357-0',
    '60593-1',
    'PRESC-BIO',
    'PRESC-INF',
    'PRESC-KINE',
    'DISP_AUT',
  ]),
  group('vaccination', 'Vaccination', 'Vaccination', ['11369-6', '87273-9', '45044-5']),
  group('rcp', 'Réunions de concertation (RCP)', 'Multidisciplinary meetings', ['28653-4', '51969-4']),
  group('autres', 'Autres documents', 'Other documents', []),
];
