/** What a component meets on screen, and what the product around it must still do. */
export interface Requirement {
  readonly ids: readonly string[];
  readonly host?: string;
}

/** Requirements by component (Ségur wave 2, télésurveillance « DMN INS », guide d'implémentation INS, CNDA). */
export const requirements: Readonly<Record<string, Requirement>> = {
  AuditTrail: {
    ids: [
      'INS/va1.27',
      'INS/va1.46',
      'INS/va1.49',
      'SSI/IAM.91',
      'DMN INS 3',
      'DMN INS 4',
      'DMN INS 17',
      'DMN INS 26',
      'DMN INS 41',
    ],
    host: 'Donner à la passerelle un `AuditSink` durable, et décider de la durée de conservation.',
  },
  MatriculeField: {
    ids: ['INS/va1.41'],
    host: 'Ne pas copier la valeur dans une adresse, un journal ou un stockage du navigateur.',
  },
  LunarDateField: {
    ids: ['EXI ID 11', 'EXI ID 12'],
    host: 'Conserver la règle de complétion avec la date, et la date de facturation à part.',
  },
  PrintSheet: { ids: ['DOC/va1.03', 'INS/va1.15'], host: 'Fournir la mention de la structure dans `site.print`.' },
  EnvironmentBanner: { ids: [], host: 'La placer en premier dans la page (`banner` du fournisseur).' },
  IdentityForm: {
    ids: [
      'INS/va1.01',
      'INS/va1.21',
      'INS/va1.22',
      'INS/va1.28',
      'INS/va1.31',
      'INS/va1.48',
      'INS/va1.56',
      'DMN INS 1',
      'DMN INS 11',
      'DMN INS 12',
      'DMN INS 15',
      'DMN INS 16',
      'DMN INS 31',
    ],
  },
  IdentityDuplicates: {
    ids: ['INS/va1.02', 'INS/va1.25', 'INS/va1.41', 'DMN INS 7', 'DMN INS 8', 'DMN INS 9', 'DMN INS 10'],
  },
  InsSearchForm: {
    ids: [
      'INS/va1.06',
      'INS/va1.20',
      'INS/va1.32',
      'INS/va1.34',
      'INS/va1.35',
      'INS/va1.38',
      'DMN INS 6',
      'DMN INS 28',
      'DMN INS 37',
      'DMN INS 38',
      'DMN INS 40',
      'CNDA 2.03',
      'CNDA 2.05',
      'CNDA 2.06',
      'CNDA 2.07',
      'CNDA 2.08',
    ],
  },
  InsVitalePanel: { ids: ['INS/va1.06', 'INS/va1.20', 'INS/va1.34', 'CNDA 1.01', 'CNDA 1.02', 'CNDA 1.03'] },
  InsComparison: {
    ids: [
      'INS/va1.28',
      'INS/va1.31',
      'INS/va1.51',
      'INS/va1.52',
      'DMN INS 13',
      'DMN INS 14',
      'DMN INS 15',
      'DMN INS 16',
      'EXI ID 10',
      'CNDA 2.04',
    ],
  },
  IdentityStatusPanel: {
    ids: [
      'INS/va1.18',
      'INS/va1.20',
      'INS/va1.40',
      'INS/va1.43',
      'INS/va1.44',
      'INS/va1.45',
      'INS/va1.47',
      'INS/va1.54',
      'INS/va1.55',
      'INS/va1.60',
      'EXI SI 07',
      'EXI SI 09',
      'EXI SI 22',
    ],
  },
  IdentityBanner: {
    ids: ['INS/va1.36', 'INS/va1.39', 'INS/va1.50', 'DMN INS 2', 'DMN INS 3', 'DMN INS 5', 'SC.DMP/UX.11'],
  },
  InsDatamatrix: {
    ids: [
      'INS/va1.03',
      'INS/va1.10',
      'INS/va1.15',
      'INS/va1.53',
      'INS/va1.59',
      'DMN INS 34.2',
      'DMN INS 42',
      'DMN INS 43',
      'DMN INS 44',
      'EXI DIF 02',
    ],
  },
  JustificatifCapture: {
    ids: [
      'INS/va1.23',
      'INS/va1.26',
      'INS/va1.33',
      'INS/va1.42',
      'INS/va1.55',
      'DMN INS 18',
      'DMN INS 19',
      'DMN INS 20',
      'DMN INS 21',
      'DMN INS 46',
      'EXI ID 19',
    ],
    host: 'Brancher un stockage chiffré avant d’activer la conservation d’une copie, et la supprimer à l’échéance.',
  },
};
