import type { NarrativeNode } from '@socle-sante/documents/render';
import type { DmpDocument, DocumentHeader } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { sampleRows } from '../../testing/document-rows.js';

const [row] = sampleRows as readonly [DmpDocument['row']];
const author = {
  kind: 'professional',
  name: 'EXEMPLE Camille',
  specialty: 'Médecin - Médecine générale (SM)',
  structure: 'CABINET FICTIF',
} as const;

const header: DocumentHeader = {
  title: 'Compte rendu de consultation',
  type: row.type,
  createdAt: '2026-11-12T09:05:00Z',
  language: 'fr-FR',
  confidentiality: { code: 'N', system: '2.16.840.1.113883.5.25', label: 'Normal' },
  patient: {
    birthName: 'ADRUN',
    firstName: 'ZOE',
    sex: 'F',
    birthDate: '1975-12-31',
    ins: { masked: '2 75 12 ••• ••• ••• ••', nature: 'NIR', oidKind: 'test' },
  },
  authors: [author],
  legalAuthenticator: author,
  custodian: 'CABINET FICTIF',
  acts: [{ start: '2026-11-12T08:30:00Z', performer: author }],
  encounter: { facility: { code: 'SA07', system: '1.2.250.1.71.4.2.4', label: 'Cabinet individuel' } },
  others: [],
};

const text = (value: string): NarrativeNode => ({ kind: 'text', text: value });
const cell = (value: string, header = false, scope?: 'col' | 'row') => ({
  header,
  headers: [],
  columnSpan: 1,
  rowSpan: 1,
  styles: [],
  children: [text(value)],
  ...(scope ? { scope } : {}),
});
const tableRow = (...cells: ReturnType<typeof cell>[]) => ({ styles: [], cells });

const base = {
  row,
  header,
  integrity: 'ok',
  identityCheck: { verdict: 'same', fields: [] },
  versions: [],
  findings: [],
} as const;

const structured: DmpDocument = {
  ...copy(),
  header: { ...header, title: 'Compte rendu d’examens biologiques' },
  body: {
    kind: 'n3',
    model: 'CR-BIO',
    truncated: false,
    medias: [],
    sections: [
      {
        level: 2,
        title: 'Biochimie',
        pdfCopy: false,
        sections: [],
        nodes: [
          {
            kind: 'table',
            styles: [],
            columns: 3,
            bordered: true,
            caption: [text('Résultats du 10/11/2026')],
            head: [
              tableRow(cell('Analyse', true, 'col'), cell('Résultat', true, 'col'), cell('Référence', true, 'col')),
            ],
            bodies: [
              [
                tableRow(cell('Glycémie à jeun', true, 'row'), cell('5,1 mmol/L'), cell('3,9 à 5,5')),
                tableRow(cell('Créatinine', true, 'row'), cell('72 µmol/L'), cell('45 à 84')),
              ],
            ],
            foot: [],
          },
          {
            kind: 'paragraph',
            id: 'c1',
            styles: [],
            children: [
              { kind: 'content', styles: ['bold'], children: [text('Conclusion : ')] },
              text('bilan sans particularité. '),
              {
                kind: 'link',
                target: { kind: 'refused' },
                children: [text('lien d’un document hostile')],
              },
            ],
          },
        ],
      },
      {
        level: 2,
        title: 'Commentaire',
        pdfCopy: false,
        sections: [],
        nodes: [
          {
            kind: 'list',
            ordered: false,
            items: [
              { styles: [], children: [text('Prélèvement à jeun')] },
              { styles: [], children: [text('Échantillon conforme')] },
            ],
          },
        ],
      },
    ],
  },
  renderings: ['native', 'producer'],
};

/** What a document of the DMP may be. */
export const dmpDocumentViewerStates = defineStates<DmpDocument>()({
  structured,
  text: {
    ...copy(),
    body: { kind: 'n1', mediaType: 'text/plain', size: 42, text: 'Consultation du 12/11/2026.\nExamen normal.' },
    renderings: ['native'],
  },
  mismatch: { ...structured, integrity: 'mismatch' },
  otherPerson: {
    ...structured,
    identityCheck: { verdict: 'different', fields: ['birthName', 'birthDate'] },
    row: { ...row, actions: ['open', 'integrate'] },
  },
  localCopy: { ...structured, localCopy: { documentRef: 'd-1', at: '2026-11-13T08:00:00Z', version: '1' } },
  versions: {
    ...structured,
    versions: [
      { handle: 'row-1', version: '2', createdAt: '2026-11-12T09:05:00Z', status: 'approved', current: true },
      { handle: 'row-0', version: '1', createdAt: '2026-11-11T17:00:00Z', status: 'deprecated', current: false },
    ],
  },
  kos: { ...copy(), body: { kind: 'kos', studyUid: '1.2.3.4' }, renderings: ['native'] },
  unsupported: { ...copy(), body: { kind: 'unsupported', mediaType: 'application/msword' }, renderings: ['native'] },
});

function copy(): Omit<DmpDocument, 'body' | 'renderings'> {
  return { ...base, identityCheck: { ...base.identityCheck, fields: [] }, versions: [], findings: [] };
}
