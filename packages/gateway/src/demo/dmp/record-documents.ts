import type { MemoryDocument } from '../../memory/records.js';
import { demoPatients } from '../patients.js';
import { letterPdf } from './letter-pdf.js';

const LOINC = '2.16.840.1.113883.6.1';
/** Arc of the invented documents of the simulator. */
const SIMULATED = '1.2.250.1.999.1.1.8121.1';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const LETTER = [
  'DOCUMENT INVENTE',
  '',
  'Chère consoeur, cher confrère,',
  '',
  'Patiente vue en consultation de suivi.',
  'État stable, tension artérielle 12/7.',
  'Traitement inchangé, contrôle dans trois mois.',
];

const REPORT = `Compte rendu de consultation (document inventé)

Motif : douleur du poignet droit depuis une semaine, sans traumatisme.
Examen : mobilité conservée, pas d'œdème. Repos, antalgique simple, radiographie si persistance.
`;

const letter = letterPdf('Lettre de liaison', LETTER);

/** Documents of the records before the demonstration starts. */
export function demoDocuments(): MemoryDocument[] {
  const document = (
    patientRef: string,
    documentRef: string,
    title: string,
    type: readonly [code: string, label: string],
    at: string,
    content: string | Uint8Array,
    more: Partial<MemoryDocument['document']> = {},
  ): MemoryDocument => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    return {
      patientRef,
      bytes,
      document: {
        documentRef,
        title,
        type: { code: type[0], system: LOINC, label: type[1] },
        at,
        mediaType: typeof content === 'string' ? 'text/plain' : 'application/pdf',
        size: bytes.byteLength,
        origin: 'own',
        version: '1',
        ...more,
      },
    };
  };
  const consultation = ['11488-4', 'CR ou fiche de consultation ou de visite'] as const;
  const { dominique, ruth, ali } = demoPatients;
  return [
    document(
      dominique,
      'd-0001',
      'Lettre de liaison',
      ['34133-9', "Synthèse d'épisode de soins"],
      '2026-11-12T09:30:00.000Z',
      letter,
    ),
    document(dominique, 'd-0002', 'Compte rendu de consultation', consultation, '2026-11-14T15:10:00.000Z', REPORT),
    // Filed from the DMP, where a corrected version has come since.
    document(
      dominique,
      'd-0003',
      'Ordonnance',
      ['57833-6', 'Prescription de produits de santé'],
      '2026-08-01T08:00:00.000Z',
      REPORT,
      { origin: 'dmp', uniqueId: `${SIMULATED}.1.3` },
    ),
    document(ruth, 'd-0004', 'Compte rendu de consultation', consultation, '2026-11-10T10:00:00.000Z', REPORT),
    document(ali, 'd-0005', 'Compte rendu de consultation', consultation, '2026-11-09T10:00:00.000Z', REPORT),
  ];
}
