import type { TestAuthorityName } from './authorities.js';
import type { CardFacts } from './extensions.js';
import { type NameTemplate, organisationName, personName } from './names.js';

/** What a leaf is for; decides key usage, extended key usage and extensions. */
type LeafKind = 'org-auth' | 'org-sign' | 'org-cipher' | 'server' | 'card-sign' | 'card-auth' | 'software-person-sign';
/** Which of the few keys of the PKI the leaf uses. `rogue` is the attacker's; a holder signs and authenticates with two keys. */
type LeafKey = 'organisation' | 'organisationStamp' | 'person' | 'personAuth' | 'rogue';

export interface LeafTemplate {
  readonly kind: LeafKind;
  readonly key: LeafKey;
  readonly issuer: TestAuthorityName | 'self';
  readonly subject: NameTemplate;
  /** CN of the subject, repeated for whoever writes a configuration. */
  readonly commonName: string;
  /** Structure id (OU of a structure) or PS id (CN of a card): what `Emetteur` must be. */
  readonly emetteur: string;
  readonly when?: 'expired' | 'notYetValid';
  readonly revoked?: true;
  readonly card?: CardFacts;
  readonly serverNames?: readonly string[];
}

/** The structure of the simulator: "1" + a FINESS that does not exist. */
export const TEST_STRUCTURE_ID = '10B0999999';
/** The physician of the simulator: "8" + an RPPS of the range never attributed, with a right Luhn key. */
export const TEST_PS_ID = '899900000003';
const TEST_NURSE_ID = '899900000011';
const TEST_STAFF_ID = '10B0999999/CPE00001';
/** A second physician, of another structure: to see what belongs to whom. */
export const OTHER_PS_ID = '899900000029';
/** A second structure, without any link to the first. */
export const OTHER_STRUCTURE_ID = '10B0888888';

function organisation(commonName: string, over: Partial<LeafTemplate> = {}): LeafTemplate {
  return {
    kind: 'org-auth',
    key: 'organisation',
    issuer: 'organisations',
    subject: organisationName({
      commonName,
      structure: TEST_STRUCTURE_ID,
      name: 'CENTRE DE SANTÉ DU SIMULATEUR',
      department: 'Rhône (69)',
    }),
    commonName,
    emetteur: TEST_STRUCTURE_ID,
    ...over,
  };
}

const PHYSICIAN = personName({ idNat: TEST_PS_ID, surname: 'EXEMPLE', givenName: 'ALIX', title: 'Médecin' });
const PHYSICIAN_CARD: CardFacts = {
  cardType: 0,
  cardNumber: '8025000001/2800000000',
  profession: 10,
  savoirFaire: ['SM26'],
};

function physician(kind: LeafKind, over: Partial<LeafTemplate> = {}): LeafTemplate {
  return {
    kind,
    key: 'person',
    issuer: 'fortPersonnes',
    subject: PHYSICIAN,
    commonName: TEST_PS_ID,
    emetteur: TEST_PS_ID,
    card: PHYSICIAN_CARD,
    ...over,
  };
}

const OTHER_PHYSICIAN: Partial<LeafTemplate> = {
  subject: personName({ idNat: OTHER_PS_ID, surname: 'MODELE', givenName: 'NOA', title: 'Médecin' }),
  commonName: OTHER_PS_ID,
  emetteur: OTHER_PS_ID,
  card: { cardType: 0, cardNumber: '8025000001/2800000004', profession: 10, savoirFaire: ['SM54'] },
};

const STAFF: Partial<LeafTemplate> = {
  subject: personName({
    idNat: TEST_STAFF_ID,
    surname: 'SECRETARIAT',
    givenName: 'CAMILLE',
    title: "Employé d'une structure",
  }),
  commonName: TEST_STAFF_ID,
  emetteur: TEST_STAFF_ID,
  card: { cardType: 2, cardNumber: '8025000001/2800000002' },
};

const DMP_STRUCTURE = 'DMP SIMULATEUR';
/** The stamp has the subject of the authentication certificate, and another key (IGC-Santé: ORG AUTH_CLI and ORG SIGN). */
function stamp(over: Partial<LeafTemplate> = {}): LeafTemplate {
  return organisation(DMP_STRUCTURE, { kind: 'org-sign', key: 'organisationStamp', ...over });
}

function otherStructure(kind: LeafKind, key: LeafKey): LeafTemplate {
  return organisation(DMP_STRUCTURE, {
    kind,
    key,
    subject: organisationName({
      commonName: DMP_STRUCTURE,
      structure: OTHER_STRUCTURE_ID,
      name: 'AUTRE STRUCTURE DU SIMULATEUR',
      department: 'Marne (51)',
    }),
    emetteur: OTHER_STRUCTURE_ID,
  });
}

/**
 * The leaves, by role. Each faulty one has exactly one defect. `serverNames` of the servers are filled by
 * {@link createTestPki}.
 */
export const LEAF_TEMPLATES = {
  'insi-auto': organisation('INSI-AUTO'),
  'insi-manu': organisation('INSI-MANU'),
  'insi-manu-lower': organisation('insi-manu'),
  'insi-manu-underscore': organisation('INSI_MANU'),
  authCli: organisation('DMP-SIMULATEUR'),
  expired: organisation('INSI-MANU', { when: 'expired' }),
  notYetValid: organisation('INSI-MANU', { when: 'notYetValid' }),
  revoked: organisation('INSI-MANU', { revoked: true }),
  wrongAuthority: organisation('INSI-MANU', { issuer: 'unknown' }),
  otherGamme: organisation('INSI-MANU', { issuer: 'otherGamme' }),
  forgedAuthority: organisation('INSI-MANU', { issuer: 'forgedOrganisations' }),
  sign: organisation('CACHET SIMULATEUR', { kind: 'org-sign' }),
  'sign-expired': organisation('CACHET SIMULATEUR', { kind: 'org-sign', when: 'expired' }),
  'sign-self-signed': organisation('CACHET SIMULATEUR', { kind: 'org-sign', issuer: 'self', key: 'rogue' }),
  'cps-sign': physician('card-sign'),
  'cps-auth': physician('card-auth', { key: 'personAuth' }),
  'cps-sign-expired': physician('card-sign', { when: 'expired' }),
  'cps-sign-revoked': physician('card-sign', { revoked: true }),
  'cps-sign-self-signed': physician('card-sign', { issuer: 'self', key: 'rogue' }),
  'person-software-sign': {
    kind: 'software-person-sign',
    key: 'person',
    issuer: 'elementairePersonnes',
    subject: PHYSICIAN,
    commonName: TEST_PS_ID,
    emetteur: TEST_PS_ID,
  },
  'cpf-sign': physician('card-sign', {
    subject: personName({ idNat: TEST_NURSE_ID, surname: 'ESSAI', givenName: 'ÉLOÏSE', title: 'Infirmier' }),
    commonName: TEST_NURSE_ID,
    emetteur: TEST_NURSE_ID,
    card: { cardType: 1, cardNumber: '8025000001/2800000001', profession: 60 },
  }),
  'cpe-sign': physician('card-sign', STAFF),
  'cpe-auth': physician('card-auth', { ...STAFF, key: 'personAuth' }),
  'cpe-non-nominative': physician('card-sign', {
    subject: personName({ idNat: '10B0999999/CPE00002', title: "Employé d'une structure" }),
    commonName: '10B0999999/CPE00002',
    emetteur: '10B0999999/CPE00002',
    card: { cardType: 2, cardNumber: '8025000001/2800000003' },
  }),
  'org-auth-cli': organisation(DMP_STRUCTURE),
  'org-sign': stamp(),
  'org-auth-cli-expired': organisation(DMP_STRUCTURE, { when: 'expired' }),
  'org-auth-cli-revoked': organisation(DMP_STRUCTURE, { revoked: true }),
  'org-auth-cli-wrongAuthority': organisation(DMP_STRUCTURE, { issuer: 'unknown' }),
  'org-sign-expired': stamp({ when: 'expired' }),
  'org-sign-revoked': stamp({ revoked: true }),
  'org-sign-wrongAuthority': stamp({ issuer: 'unknown' }),
  'org-sign-wrongUsage': stamp({ kind: 'org-cipher' }),
  'other-org-auth-cli': otherStructure('org-auth', 'organisation'),
  'other-org-sign': otherStructure('org-sign', 'organisationStamp'),
  'other-cps-auth': physician('card-auth', { ...OTHER_PHYSICIAN, key: 'personAuth' }),
  'other-cps-sign': physician('card-sign', OTHER_PHYSICIAN),
  server: organisation('localhost', { kind: 'server' }),
  'server-wrong-host': organisation('autre.simulateur.invalid', {
    kind: 'server',
    serverNames: ['autre.simulateur.invalid'],
  }),
  'server-expired': organisation('localhost', { kind: 'server', when: 'expired' }),
  'server-wrong-authority': organisation('localhost', { kind: 'server', issuer: 'unknown' }),
} as const satisfies Record<string, LeafTemplate>;

/** Role of a test identity. */
export type TestRole = keyof typeof LEAF_TEMPLATES;
/** All the roles, in the order of the table. */
export const TEST_ROLES = Object.keys(LEAF_TEMPLATES) as readonly TestRole[];
