import type { DocumentRow } from '@socle-sante/gateway/contract';

/** Invented documents, as the server gives them, for the states of the components. */
const base = {
  type: { code: '11488-4', system: '2.16.840.1.113883.6.1', label: 'CR ou fiche de consultation ou de visite' },
  class: { code: '10', system: '1.2.250.1.213.1.1.4.1', label: 'Compte rendu' },
  title: 'Compte rendu de consultation',
  actStart: '2026-11-12T08:30:00Z',
  createdAt: '2026-11-12T09:05:00Z',
  authors: [
    {
      kind: 'professional',
      name: 'EXEMPLE Camille',
      specialty: 'Médecin - Médecine générale (SM)',
      structure: 'CABINET FICTIF',
    },
  ],
  origin: 'pro',
  visibility: ['normal'],
  status: 'approved',
  mediaType: 'application/pdf',
  size: 184_320,
  actions: ['open', 'integrate'],
} as const;

/** One row for each thing that a list must tell apart. */
export const sampleRows: readonly DocumentRow[] = [
  { ...copy(), handle: 'row-1', actions: ['open', 'integrate', 'replace', 'mask', 'delete'], origin: 'own' },
  {
    ...copy(),
    handle: 'row-2',
    type: { code: '11502-2', system: '2.16.840.1.113883.6.1', label: 'CR d’examens biologiques' },
    title: 'Compte rendu d’examens biologiques',
    createdAt: '2026-11-10T16:40:00Z',
    actStart: '2026-11-10T07:15:00Z',
    filed: { at: '2026-11-11T08:00:00Z', version: '1' },
  },
  {
    ...copy(),
    handle: 'row-3',
    type: {
      code: '11490-0',
      system: '2.16.840.1.113883.6.1',
      label: 'Lettre de liaison à la sortie d’un établissement de soins',
    },
    class: base.class,
    title: 'Lettre de liaison à la sortie',
    createdAt: '2026-10-30T11:00:00Z',
    actStart: '2026-10-24T06:00:00Z',
    actEnd: '2026-10-30T09:00:00Z',
    visibility: ['masked-pro', 'hidden-patient'],
    actions: ['open', 'unmask', 'show', 'archive'],
  },
  {
    ...copy(),
    handle: 'row-4',
    type: { code: 'EXPPAT_2', system: '1.2.250.1.213.1.1.4.12', label: 'Autre document du patient' },
    class: { code: '90', system: '1.2.250.1.213.1.1.4.1', label: 'Documents du patient' },
    title: 'Mes allergies',
    createdAt: '2026-09-02T18:20:00Z',
    actStart: '2026-09-02T18:20:00Z',
    authors: [{ kind: 'patient', name: 'Le patient' }],
    origin: 'patient',
    actions: ['open', 'integrate'],
  },
  {
    ...copy(),
    handle: 'row-5',
    title: 'Compte rendu de consultation (première version)',
    createdAt: '2026-06-01T09:00:00Z',
    actStart: '2026-06-01T08:00:00Z',
    status: 'deprecated',
    actions: ['open'],
  },
];

function copy(): Omit<DocumentRow, 'handle'> {
  return {
    ...base,
    authors: base.authors.map((author) => ({ ...author })),
    visibility: [...base.visibility],
    actions: [...base.actions],
  };
}
