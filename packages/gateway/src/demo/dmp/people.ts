import type { Coded } from '@socle-sante/core/coded';
import type { UpdateAuthor } from '@socle-sante/dmp';
import type { Organization, Professional, ProfessionalAuthor } from '@socle-sante/documents/submission';
import type { DmpCaller } from '@socle-sante/sandbox/dmp';
import type { DmpProfile } from '../../handlers/dmp-service.js';
import type { DepositDefaults } from '../../handlers/documents-service.js';
import type { DemoRole, DemoSettings } from '../settings.js';

// Everybody and everything here is invented: the arc 1.2.250.1.999 is that of the samples.

/** OID of the vendor of the demonstration. */
const VENDOR = '1.2.250.1.999.1.1.8121.42';
const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';

const coded = (code: string, codeSystem: string, displayName: string): Coded => ({ code, codeSystem, displayName });

const generalPractice = coded('G15_10/SM26', '1.2.250.1.213.1.1.4.5', 'Médecin - Qualifié en Médecine Générale (SM)');
const ambulatory = coded('AMBULATOIRE', '1.2.250.1.213.1.1.4.9', 'Ambulatoire');
const consultation = coded('07', '1.2.250.1.213.2.2', 'Consultations soins externes');
const healthCentre = coded('SA05', '1.2.250.1.71.4.2.4', 'Centre de santé');

const structure: Organization = {
  idNat: '1510999998',
  name: 'CABINET M TEST',
  setting: ambulatory,
  addresses: [{ lines: ['12 RUE DES TILLEULS', '51000 CHALONS-EN-CHAMPAGNE'] }],
  telecoms: [{ value: 'tel:0300000000', use: 'WP' }],
};

const doctor: Professional = {
  idNat: '899900000003',
  name: { family: 'TEST0000001', given: 'CAMILLE', prefix: 'MME', suffix: 'DR' },
  specialty: generalPractice,
  addresses: structure.addresses ?? [],
  telecoms: structure.telecoms ?? [],
  organization: structure,
};

const colleague: Professional = {
  ...doctor,
  idNat: '899900000029',
  name: { family: 'MODELE', given: 'NOA', prefix: 'M', suffix: 'DR' },
};

const author = (professional: Professional): ProfessionalAuthor => ({
  ...professional,
  kind: 'professional',
  specialty: generalPractice,
  organization: structure,
});

/** What the site of the demonstration knows of the documents that it deposits. */
export const demoDefaults: DepositDefaults = {
  vendor: { oid: VENDOR, instance: '1' },
  submitter: author(doctor),
  contentType: consultation,
  authors: [
    { key: 'a-1', name: 'TEST0000001 Camille', person: author(doctor) },
    { key: 'a-2', name: 'MODELE Noa', person: author(colleague) },
  ],
  signers: [
    { key: 's-1', name: 'TEST0000001 Camille', person: doctor },
    { key: 's-2', name: 'MODELE Noa', person: colleague },
  ],
  settings: [ambulatory],
  encounter: { facility: { type: healthCentre, name: 'CABINET M TEST' } },
  performer: {
    professional: {
      idNat: doctor.idNat,
      name: doctor.name,
      specialty: generalPractice,
      telecoms: doctor.telecoms ?? [],
    },
    organization: { ...structure, setting: ambulatory },
  },
  type: coded('11488-4', '2.16.840.1.113883.6.1', 'CR ou fiche de consultation ou de visite'),
};

const hospitalStructure: Organization = {
  ...structure,
  idNat: '1510888887',
  name: 'HOPITAL TEST',
  setting: coded('ETABLISSEMENT', '1.2.250.1.213.1.1.4.9', 'Etablissement de santé'),
};
const hospitalDoctor: ProfessionalAuthor = { ...author(colleague), organization: hospitalStructure };

/** Where the documents that others deposited come from. */
export const hospital = {
  author: hospitalDoctor,
  performer: {
    professional: {
      idNat: colleague.idNat,
      name: colleague.name,
      specialty: generalPractice,
      addresses: colleague.addresses ?? [],
      telecoms: colleague.telecoms ?? [],
    },
    organization: {
      ...hospitalStructure,
      setting: coded('ETABLISSEMENT', '1.2.250.1.213.1.1.4.9', 'Etablissement de santé'),
    },
  },
  encounter: {
    facility: { type: coded('SA01', '1.2.250.1.71.4.2.4', 'Etablissement public de santé'), name: 'HOPITAL TEST' },
    responsible: colleague,
  },
  caller: {
    mode: 'DIRECTE',
    userId: colleague.idNat,
    userName: 'MODELE NOA',
    roles: [
      coded('10', '1.2.250.1.71.1.2.7', 'Médecin'),
      coded('SM26', '1.2.250.1.71.4.2.5', 'Qualifié en médecine générale'),
    ],
    structure: hospitalStructure.idNat,
  },
} as const satisfies {
  readonly author: ProfessionalAuthor;
  readonly performer: DepositDefaults['performer'];
  readonly encounter: DepositDefaults['encounter'];
  readonly caller: DmpCaller;
};

const updateAuthor: UpdateAuthor = {
  author: {
    person: {
      id: doctor.idNat,
      family: doctor.name.family,
      given: 'CAMILLE',
      authority: PROFESSIONALS,
      nameType: 'D',
      idType: 'IDNPS',
    },
    institutions: [{ name: structure.name, authority: STRUCTURES, idType: 'IDNST', id: structure.idNat }],
    roles: [],
    specialties: [generalPractice],
  },
  contentType: consultation,
  sourceId: `${VENDOR}.1`,
};

/** Who a role of the demonstration is for the DMP. */
export function demoProfile(role: DemoRole, settings: DemoSettings): DmpProfile | undefined {
  if (role === 'support') return undefined;
  const common = { structureIdNat: structure.idNat, author: updateAuthor, secretConnection: true };
  if (role !== 'medecin') return { ...common, mode: 'DIRECTE', profile: 'staff' };
  return {
    ...common,
    mode: settings.dmpMode,
    profile: settings.dmpMode === 'INDIRECTE' ? 'structure' : 'medecin',
    userIdNat: doctor.idNat,
    ...(settings.regulation ? { regulation: true } : {}),
  };
}

/** The same, in the words of the simulator. */
export function demoCaller(role: DemoRole, settings: DemoSettings): DmpCaller {
  const staff = role !== 'medecin';
  return {
    mode: staff ? 'DIRECTE' : settings.dmpMode,
    userId: staff ? '399900000001/SEC1' : doctor.idNat,
    userName: staff ? 'SECRETARIAT TEST' : 'TEST0000001 CAMILLE',
    roles: staff
      ? [coded('SECRETARIAT_MEDICAL', '1.2.250.1.213.1.1.4.6', 'Secrétariat médical')]
      : [
          coded('10', '1.2.250.1.71.1.2.7', 'Médecin'),
          coded('SM26', '1.2.250.1.71.4.2.5', 'Qualifié en médecine générale'),
        ],
    structure: structure.idNat,
    sector: healthCentre,
  };
}
