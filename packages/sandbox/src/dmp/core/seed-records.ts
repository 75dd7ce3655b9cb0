import type { DmpStatus } from './metadata.js';
import type { SeedBody } from './seed-cda.js';
import { SEED_JPEG, SEED_TIFF } from './seed-images.js';
import { HIDDEN_FROM_PATIENT, HIDDEN_FROM_REPRESENTATIVES, MASKED } from './vocabulary.js';

export interface Seed {
  readonly type: readonly [code: string, label: string];
  readonly title: string;
  readonly body: SeedBody;
  /** Days before the start of the simulator. */
  readonly daysAgo: number;
  readonly author: 'physician' | 'other' | 'patient';
  readonly status?: DmpStatus;
  readonly visibility?: readonly string[];
  /** Index, in the same record, of the document that this one replaces. */
  readonly replaces?: number;
}

const text = (value: string): SeedBody => ({ kind: 'text', text: value });

/** Born the same day of the same mother: the name and the rank tell them apart. */
function twins(): Readonly<Record<string, readonly Seed[]>> {
  const names = { 'dmp-pat-plussept-lea': 'Léa', 'dmp-pat-plushuit-leo': 'Léo', 'dmp-pat-plushuitdemi-leon': 'Léon' };
  return Object.fromEntries(
    Object.entries(names).map(([persona, name]): [string, readonly Seed[]] => [
      persona,
      [
        {
          type: ['59283-2', 'CR d’examen de l’enfant'],
          title: `Examen de ${name}`,
          body: text(`Examen inventé de ${name}, né d’une grossesse multiple.`),
          daysAgo: 60,
          author: 'physician',
        },
      ],
    ]),
  );
}

/** A record that takes several pages: one document a week, of a few types. */
function many(count: number): readonly Seed[] {
  const types: readonly (readonly [string, string])[] = [
    ['11488-4', 'CR ou fiche de consultation ou de visite'],
    ['11502-2', 'CR d’examens biologiques'],
    ['57833-6', 'Prescription de produits de santé'],
    ['18748-4', 'CR d’imagerie médicale'],
    ['60591-5', 'Synthèse médicale'],
  ];
  return Array.from({ length: count }, (_, i): Seed => {
    const type = types[i % types.length] ?? ['11488-4', ''];
    return {
      type,
      title: `Document ${String(i + 1).padStart(3, '0')}`,
      body: text(`Document inventé numéro ${i + 1}.`),
      daysAgo: 1 + 7 * (count - 1 - i),
      author: i % 2 === 0 ? 'physician' : 'other',
    };
  });
}

/** What stands in the record of each of these personas. Everything is invented. */
export const SEED_RECORDS: Readonly<Record<string, readonly Seed[]>> = {
  'dmp-pat-trois-dominique': [
    {
      type: ['11488-4', 'CR ou fiche de consultation ou de visite'],
      title: 'Compte rendu de consultation',
      body: text(
        'Consultation de suivi. Patiente fictive, texte inventé. Tension artérielle 12/7. Pas de changement de traitement.',
      ),
      daysAgo: 400,
      author: 'physician',
    },
    {
      type: ['11502-2', 'CR d’examens biologiques'],
      title: 'Bilan biologique',
      body: {
        kind: 'table',
        caption: 'Biochimie (valeurs inventées)',
        head: ['Analyse', 'Résultat', 'Unité', 'Intervalle de référence'],
        rows: [
          ['Glycémie à jeun', '5,1', 'mmol/L', '3,9 à 5,5'],
          ['Créatinine', '68', 'µmol/L', '45 à 84'],
          ['Potassium', '4,2', 'mmol/L', '3,5 à 5,0'],
        ],
      },
      daysAgo: 210,
      author: 'other',
    },
    {
      type: ['57833-6', 'Prescription de produits de santé'],
      title: 'Ordonnance',
      body: text(
        'Ordonnance inventée : paracétamol 500 mg, un comprimé jusqu’à trois fois par jour en cas de douleur, cinq jours.',
      ),
      daysAgo: 120,
      author: 'physician',
      status: 'Deprecated',
    },
    {
      type: ['57833-6', 'Prescription de produits de santé'],
      title: 'Ordonnance (version corrigée)',
      body: text(
        'Ordonnance inventée : paracétamol 500 mg, un comprimé jusqu’à trois fois par jour en cas de douleur, trois jours.',
      ),
      daysAgo: 119,
      author: 'physician',
      replaces: 2,
    },
    {
      type: ['34112-3', 'CR hospitalier (séjour)'],
      title: 'Compte rendu de séjour',
      body: text('Séjour inventé de deux jours pour bilan. Sortie à domicile, état stable.'),
      daysAgo: 90,
      author: 'other',
      visibility: [MASKED],
    },
    {
      type: ['60568-3', 'CR d’anatomie et de cytologie pathologiques'],
      title: 'Compte rendu d’anatomopathologie',
      body: text('Prélèvement fictif, résultat inventé ; consultation d’annonce à prévoir.'),
      daysAgo: 20,
      author: 'other',
      visibility: [HIDDEN_FROM_PATIENT],
    },
    {
      type: ['18748-4', 'CR d’imagerie médicale'],
      title: 'Radiographie du poignet droit',
      body: text('Pas de lésion osseuse visible. Compte rendu inventé.'),
      daysAgo: 900,
      author: 'other',
      status: 'Archived',
    },
    {
      type: ['EXPPAT_3', 'Directives anticipées'],
      title: 'Directives anticipées',
      body: text('Document inventé, déposé par la patiente.'),
      daysAgo: 300,
      author: 'patient',
    },
  ],
  'patb-quatre-laurence': [
    {
      type: ['60591-5', 'Synthèse médicale'],
      title: 'Synthèse médicale',
      body: {
        kind: 'table',
        caption: 'Pathologies en cours (inventées)',
        head: ['Problème', 'Depuis'],
        rows: [
          ['Hypertension artérielle', '2015'],
          ['Arthrose du genou', '2019'],
        ],
      },
      daysAgo: 60,
      author: 'physician',
    },
    {
      type: ['11490-0', 'Lettre de liaison à la sortie d’un établissement de soins'],
      title: 'Lettre de liaison à la sortie',
      body: {
        kind: 'pdf',
        lines: ['Lettre de liaison (invention)', 'Sortie ce jour, traitement inchange.', 'Controle dans trois mois.'],
      },
      daysAgo: 10,
      author: 'other',
    },
  ],
  'adrun-zoe': [
    {
      type: ['87273-9', 'Note de vaccination'],
      title: 'Note de vaccination',
      body: text('Rappel dTP inventé, lot SIM-0001, bien toléré.'),
      daysAgo: 700,
      author: 'physician',
    },
    {
      type: ['11488-4', 'CR ou fiche de consultation ou de visite'],
      title: 'Compte rendu de consultation',
      body: text('Consultation inventée pour un certificat. Examen normal.'),
      daysAgo: 30,
      author: 'other',
    },
  ],
  'dmp-pat-seize-veronique': [
    {
      type: ['57833-6', 'Prescription de produits de santé'],
      title: 'Ordonnance, première version',
      body: text('Ordonnance inventée : un comprimé le matin.'),
      daysAgo: 50,
      author: 'physician',
      status: 'Deprecated',
    },
    {
      type: ['57833-6', 'Prescription de produits de santé'],
      title: 'Ordonnance, deuxième version',
      body: text('Ordonnance inventée : un comprimé matin et soir.'),
      daysAgo: 49,
      author: 'physician',
      status: 'Deprecated',
      replaces: 0,
    },
    {
      type: ['57833-6', 'Prescription de produits de santé'],
      title: 'Ordonnance, troisième version',
      body: text('Ordonnance inventée : deux comprimés le soir.'),
      daysAgo: 48,
      author: 'physician',
      replaces: 1,
    },
    {
      type: ['11488-4', 'CR ou fiche de consultation ou de visite'],
      title: 'Compte rendu supprimé',
      body: text('Compte rendu inventé, déposé par erreur puis supprimé.'),
      daysAgo: 40,
      author: 'physician',
      status: 'Deleted',
    },
    {
      type: ['34112-3', 'CR hospitalier (séjour)'],
      title: 'Compte rendu masqué par son auteur',
      body: text('Compte rendu inventé, masqué à la demande de la patiente.'),
      daysAgo: 30,
      author: 'physician',
      visibility: [MASKED],
    },
    {
      type: ['60568-3', 'CR d’anatomie et de cytologie pathologiques'],
      title: 'Compte rendu masqué et non visible',
      body: text('Compte rendu inventé, avant une consultation d’annonce.'),
      daysAgo: 5,
      author: 'other',
      visibility: [MASKED, HIDDEN_FROM_PATIENT],
    },
    {
      type: ['DOCPAT03', 'CR déposé par le patient'],
      title: 'Compte rendu numérisé par la patiente',
      body: { kind: 'jpeg', base64: SEED_JPEG },
      daysAgo: 3,
      author: 'patient',
    },
  ],
  'dmp-pat-vingt-olivier': [
    {
      type: ['11488-4', 'CR ou fiche de consultation ou de visite'],
      title: 'Corps en texte',
      body: text('Texte inventé, avec des accents : été, œuvre, naïf.'),
      daysAgo: 5,
      author: 'physician',
    },
    {
      type: ['11490-0', 'Lettre de liaison à la sortie d’un établissement de soins'],
      title: 'Corps en PDF',
      body: { kind: 'pdf', lines: ['Lettre inventee'] },
      daysAgo: 4,
      author: 'other',
    },
    {
      type: ['34112-3', 'CR hospitalier (séjour)'],
      title: 'Corps en RTF',
      body: {
        kind: 'rtf',
        base64: btoa("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs24 S\\'e9jour invent\\'e9.\\par}"),
      },
      daysAgo: 3,
      author: 'other',
    },
    {
      type: ['52040-3', 'Document encapsulant une image d’illustration non DICOM'],
      title: 'Corps en JPEG',
      body: { kind: 'jpeg', base64: SEED_JPEG },
      daysAgo: 2,
      author: 'physician',
    },
    {
      type: ['52040-3', 'Document encapsulant une image d’illustration non DICOM'],
      title: 'Corps en TIFF',
      body: { kind: 'tiff', base64: SEED_TIFF },
      daysAgo: 1,
      author: 'physician',
    },
  ],
  'dmp-parhasard-gaspard': [
    {
      type: ['11369-6', 'Historique des vaccinations'],
      title: 'Historique des vaccinations',
      body: {
        kind: 'table',
        caption: 'Vaccinations (inventées)',
        head: ['Date', 'Vaccin'],
        rows: [
          ['2012', 'Hexavalent'],
          ['2023', 'dTcaP'],
        ],
      },
      daysAgo: 1500,
      author: 'physician',
    },
    {
      type: ['11488-4', 'CR ou fiche de consultation ou de visite'],
      title: 'Consultation confidentielle',
      body: text('Consultation inventée, que le mineur ne veut pas montrer à ses représentants.'),
      daysAgo: 15,
      author: 'physician',
      visibility: [HIDDEN_FROM_REPRESENTATIVES],
    },
  ],
  'dmp-corse-figatellix': [
    {
      type: ['11488-4', 'CR ou fiche de consultation ou de visite'],
      title: 'Compte rendu de consultation',
      body: text('Consultation inventée d’une personne née en Corse.'),
      daysAgo: 12,
      author: 'physician',
    },
  ],
  ...twins(),
  'dmp-pat-onze-patrick': many(300),
};
