import type { DemoSettings } from './settings.js';

/** One situation to show: what a toolbar lists, and what it changes. */
export interface DemoScenario {
  readonly id: string;
  readonly labels: { readonly fr: string; readonly en: string };
  readonly settings: Partial<DemoSettings>;
}

const insi = (code: string) => ({ fault: { service: 'insi', code } as const });
const dmp = (code: string) => ({ fault: { service: 'dmp', code } as const });
const scenario = <Id extends string>(id: Id, fr: string, en: string, settings: Partial<DemoSettings>) => ({
  id,
  labels: { fr, en },
  settings,
});

/** Every situation of the screens: one per official code of INSi, those of the gateway, of the data, of the card, then those of the DMP. */
export const demoScenarios = [
  scenario('nominal', 'Tout va bien', 'All is well', {}),
  scenario('insi.01', 'INSi : aucune identité', 'INSi: no identity', insi('01')),
  scenario('insi.02', 'INSi : plusieurs identités', 'INSi: several identities', insi('02')),
  scenario('insi.desir_550', 'INSi : logiciel non autorisé', 'INSi: software not authorised', insi('desir_550')),
  scenario('insi.desir_560', 'INSi : certificat refusé', 'INSi: certificate refused', insi('DESIR_560')),
  scenario('insi.desir_1020', 'INSi indisponible', 'INSi unavailable', insi('desir_1020')),
  scenario('insi.insi_102', 'INSi : erreur technique', 'INSi: technical error', insi('insi_102')),
  scenario('insi.insi_101', 'INSi par carte : erreur technique', 'INSi by card: technical error', insi('insi_101')),
  scenario('insi.key', 'INSi : clé du matricule fausse', 'INSi: wrong key', insi('key')),
  scenario('insi.timeout', 'INSi ne répond pas', 'INSi does not answer', insi('timeout')),
  scenario('insi.tls', 'Connexion sécurisée refusée', 'Secure connection refused', insi('tls')),
  scenario('insi.unknown', 'INSi : code inconnu', 'INSi: unknown code', insi('siram_999')),
  scenario('bas', 'Bac à sable : personnes inconnues en erreur', 'Sandbox: unknown persons in error', {
    mode: 'bas',
    environment: 'bac-a-sable',
  }),
  scenario('identity-differs', 'L’identité reçue diffère', 'The identity received differs', { answer: 'differs' }),
  scenario('partial', 'Réponse sans liste de prénoms ni lieu', 'Answer without list nor place', { answer: 'partial' }),
  scenario('nia', 'Matricule provisoire (NIA)', 'Provisional number (NIA)', { answer: 'nia' }),
  scenario('histories', 'Historique de matricules', 'Former matricules', { answer: 'histories' }),
  scenario('incomplete-date', 'Date de naissance incomplète', 'Incomplete birth date', { answer: 'incompleteDate' }),
  scenario('slow', 'Services lents', 'Slow services', { slow: 6_000 }),
  scenario('offline', 'Hors ligne', 'Offline', { offline: true }),
  scenario('timeout', 'Le serveur ne répond pas', 'The server does not answer', { silent: true }),
  scenario('expired', 'Session expirée', 'Session expired', { session: 'expired' }),
  scenario('denied', 'Actions non permises', 'Not permitted', { rights: 'none' }),
  scenario('read-only', 'Lecture seule', 'Read only', { rights: 'readOnly' }),
  scenario('conflict', 'Fiche modifiée entre-temps', 'Record changed meanwhile', { conflict: true }),
  scenario('busy', 'Interrogation déjà en cours', 'A query already runs', { busy: true }),
  scenario('contract', 'Version incompatible du serveur', 'Incompatible server', { contract: 'other' }),
  scenario('internal', 'Erreur du serveur', 'Server error', { broken: true }),
  scenario('bare', 'Sans lecteur ni vérification', 'No reader, no verification', { bare: true }),
  scenario('production', 'Environnement de production', 'Production environment', { environment: 'production' }),
  scenario('mixed', 'Environnements mélangés', 'Mixed environments', { environment: 'mixed' }),
  scenario('twins', 'Carte Vitale avec des jumeaux', 'Card with twins', { card: '04' }),
  scenario('vitale-absent', 'Pas de carte Vitale', 'No card', { card: 'none' }),
  scenario('vitale-swapped', 'Carte changée', 'Card swapped', { fault: { service: 'vitale', code: 'swapped' } }),
  scenario('vitale-expired', 'Lecture de carte trop ancienne', 'Card reading too old', {
    fault: { service: 'vitale', code: 'expired' },
  }),
  scenario('vitale-unreadable', 'Carte illisible', 'Unreadable card', {
    fault: { service: 'vitale', code: 'unreadable' },
  }),
  scenario('verification-ko', 'Vérification : non conforme', 'Verification: does not match', {
    fault: { service: 'verification', code: 'ko' },
  }),
  scenario('first-login', 'Première connexion', 'First login', { firstLogin: true }),
  scenario('dmp.none', 'Pas de DMP', 'No DMP', { dmpStatus: 'none' }),
  scenario('dmp.closed', 'DMP fermé', 'DMP closed', { dmpStatus: 'closed' }),
  scenario('dmp.not-authorised', 'DMP ouvert, non autorisé', 'DMP open, not authorised', {
    dmpStatus: 'notAuthorised',
  }),
  scenario('dmp.blocked', 'Professionnel bloqué par le patient', 'Professional blocked by the patient', {
    dmpStatus: 'blocked',
  }),
  scenario('dmp.treating-doctor', 'Médecin traitant', 'Treating doctor', { dmpStatus: 'treatingDoctor' }),
  scenario('dmp.denied', 'Accès refusé par le DMP', 'Access refused by the DMP', dmp('DMPAccessDeniedByRightsService')),
  scenario('dmp.consent-unknown', 'Hors équipe de soins, consentement à recueillir', 'Consent to collect', {
    careTeam: false,
  }),
  scenario('dmp.consent-refused', 'Consultation refusée par le patient', 'Consultation refused by the patient', {
    consent: 'refused',
  }),
  scenario('dmp.feeding-opposed', 'Opposition à l’alimentation', 'Opposition to feeding', { consent: 'opposed' }),
  scenario('dmp.indirect', 'Authentification indirecte', 'Indirect authentication', { dmpMode: 'INDIRECTE' }),
  scenario('dmp.air', 'Authentification indirecte renforcée', 'Reinforced indirect authentication', {
    dmpMode: 'INDIRECTE_RENFORCEE',
  }),
  scenario('dmp.regulation', 'Régulation (centre 15)', 'Régulation (centre 15)', { regulation: true }),
  scenario(
    'dmp.emergency',
    'Urgence : consentement impossible à recueillir',
    'Emergency: consent cannot be collected',
    {
      careTeam: false,
      dmpStatus: 'notAuthorised',
    },
  ),
  scenario('dmp.emergency-opposed', 'Opposition au bris de glace', 'Opposition to emergency access', {
    careTeam: false,
    dmpStatus: 'notAuthorised',
    emergencyOpposed: true,
  }),
  scenario('dmp.partial', 'Réponse partielle du DMP', 'Partial answer of the DMP', { dmpPartial: true }),
  scenario('dmp.mismatch', 'Document : empreinte différente', 'Document: digest differs', { dmpDocument: 'mismatch' }),
  scenario('dmp.other-person', 'Document d’une autre personne', 'Document about somebody else', {
    dmpDocument: 'otherPerson',
  }),
  scenario('official.findings', 'Règles officielles : anomalies', 'Official rules: findings', { official: 'findings' }),
  scenario('official.blocking', 'Règles officielles : dépôt arrêté', 'Official rules: deposit stopped', {
    official: 'blocking',
  }),
  scenario('dmp.503', 'DMP indisponible', 'DMP unavailable', dmp('503')),
  scenario('dmp.timeout', 'Le DMP ne répond pas', 'The DMP does not answer', dmp('timeout')),
  scenario(
    'dmp.certificate',
    'Signature refusée par le DMP',
    'Signature refused by the DMP',
    dmp('DMPInvalidCertificate'),
  ),
  scenario(
    'dmp.metadata',
    'Dépôt refusé : description',
    'Deposit refused: metadata',
    dmp('XDSRepositoryMetadataError'),
  ),
  scenario('dmp.busy', 'Dépôt : DMP saturé', 'Deposit: DMP busy', dmp('XDSRepositoryBusy')),
  scenario(
    'dmp.duplicate',
    'Dépôt : document déjà présent',
    'Deposit: already there',
    dmp('XDSDuplicateUniqueIdInRegistry'),
  ),
  scenario(
    'dmp.non-identical',
    'Dépôt : autre contenu sous ce numéro',
    'Deposit: other content',
    dmp('XDSNonIdenticalHash'),
  ),
  scenario('dmp.stale', 'Document modifié entre-temps', 'Document changed meanwhile', dmp('XDSMetadataVersionError')),
  scenario('dmp.document-gone', 'Document introuvable', 'Document not found', dmp('XDSDocumentUniqueIdError')),
  scenario('dmp.too-many', 'Trop de documents', 'Too many documents', dmp('XDSTooManyResults')),
  scenario('dmp.unknown', 'DMP : code inconnu', 'DMP: unknown code', dmp('DMPErreurInconnue')),
  scenario('10k-rows', '10 000 lignes', '10,000 rows', { rows: '10k' }),
] as const;

export type DemoScenarioId = (typeof demoScenarios)[number]['id'];

/** What a scenario changes. */
export function settingsOf(id: DemoScenarioId): Partial<DemoSettings> {
  return demoScenarios.find((one) => one.id === id)?.settings ?? {};
}
