import type { Locale } from '@socle-sante/core';

/**
 * Who makes a requirement true: this package alone, this package and the host product together, or the host product
 * alone.
 */
export type RequirementShare = 'package' | 'shared' | 'host';

/** One official requirement on the INS, in our own words, and what answers it in this kit. */
export interface InsRequirement {
  /** Official id, as the source writes it. */
  readonly id: string;
  /** Document that states it. */
  readonly source: string;
  readonly statement: Readonly<Record<Locale, string>>;
  readonly share: RequirementShare;
  /** Exported names that answer it, as `entry#name` below `@socle-sante/`. Empty for `host`. */
  readonly features: readonly string[];
  /** Related requirements of the Ségur reference sets, first wave. */
  readonly segur: readonly string[];
}

const LEXICAL = 'Guide d’intégration INSi SEL-MP-043 §2';
const GUIDE = 'Guide d’implémentation INS v3.0';
const RNIV = 'RNIV 1 v2.0';
const SEGUR = 'Dossier de spécifications Ségur, vague 1';

function row(
  id: string,
  source: string,
  share: RequirementShare,
  fr: string,
  en: string,
  features: readonly string[],
  segur: readonly string[] = [],
): InsRequirement {
  return { id, source, statement: { fr, en }, share, features, segur };
}

/**
 * The requirements on the INS that are known to us, as data: a product shows it, a dossier of evidence is built from
 * it. It is a plain array: filter it, extend it with the ids of your own reference set. Ids that no public source gave
 * (the rest of the Ségur chapter INS/va1, the re-verification period, the call quotas) are not here.
 */
export const INS_REQUIREMENTS: readonly InsRequirement[] = [
  row(
    'EF_INS01_03',
    LEXICAL,
    'package',
    'Transformer ou refuser les caractères non admis avant l’appel.',
    'Transform or refuse the characters that are not allowed before the call.',
    ['core/traits#normalizeName', 'core/traits#validateName'],
    ['INS/va1.56'],
  ),
  row(
    'EF_INS10_01',
    LEXICAL,
    'package',
    'Profil lexical du nom de naissance.',
    'Lexical profile of the birth name.',
    ['core/traits#normalizeName', 'core/traits#validateName'],
    ['INS/va1.56'],
  ),
  row(
    'EF_INS10_02',
    LEXICAL,
    'package',
    'Profil lexical du prénom.',
    'Lexical profile of the given name.',
    ['core/traits#normalizeName', 'core/traits#validateName'],
    ['INS/va1.56'],
  ),
  row('EF_INS25_04', LEXICAL, 'package', 'INSi ne rend que les sexes F et M.', 'INSi only returns the sexes F and M.', [
    'core/traits#TraitsIns',
    'ins/validate#validateTraitsRecherche',
  ]),
  row(
    'EXI ID 08',
    GUIDE,
    'shared',
    'Le nom et le prénom utilisés ne sont jamais remplis automatiquement depuis INSi.',
    'The used name and given name are never filled automatically from INSi.',
    ['core/rniv#transition'],
  ),
  row(
    'EXI ID 10',
    GUIDE,
    'package',
    'Le premier prénom doit être cohérent avec la liste des prénoms ; sinon alerter.',
    'The first given name must agree with the list of given names; otherwise warn.',
    ['core/traits#checkFirstGivenName'],
    ['INS/va1.51'],
  ),
  row(
    'EXI ID 11',
    GUIDE,
    'package',
    'Compléter une date de naissance incomplète selon la règle nationale.',
    'Complete an incomplete date of birth by the national rule.',
    ['core/lunar-date#completeBirthDate'],
  ),
  row(
    'EXI PP 19',
    RNIV,
    'package',
    'Compléter une date de naissance incomplète selon la règle nationale.',
    'Complete an incomplete date of birth by the national rule.',
    ['core/lunar-date#completeBirthDate'],
  ),
  row(
    'EXI ID 12',
    GUIDE,
    'shared',
    'Pas de date incomplète dans l’identité sanitaire ; la date de facturation est conservée à part.',
    'No incomplete date in the health identity; the billing date is kept apart.',
    ['core/lunar-date#parseDateLunaire', 'ins/hl7v2#encodeZfd'],
    ['INS/va1.28'],
  ),
  row(
    'EXI ID 19',
    GUIDE,
    'shared',
    'La liste des documents d’identité et leur niveau de confiance sont paramétrables.',
    'The list of identity documents and their trust level can be set.',
    ['core/rniv#HIGH_TRUST_DOCUMENTS'],
    ['INS/va1.23', 'INS/va1.26'],
  ),
  row(
    'EXI ID 24',
    GUIDE,
    'package',
    'Une identité douteuse est provisoire, son INS est invalidée, INSi n’est plus appelé.',
    'A doubtful identity is provisional, its INS is invalidated, INSi is no longer called.',
    ['core/rniv#transition', 'core/rniv#canQueryInsi'],
    ['INS/va1.20', 'INS/va1.44'],
  ),
  row(
    'EXI ID 26',
    GUIDE,
    'package',
    'Une identité fictive est provisoire, son INS est invalidée, INSi n’est plus appelé.',
    'A fictitious identity is provisional, its INS is invalidated, INSi is no longer called.',
    ['core/rniv#transition', 'core/rniv#canQueryInsi'],
    ['INS/va1.20', 'INS/va1.44'],
  ),
  row(
    'EXI SI 09',
    RNIV,
    'package',
    'Les attributs douteux et fictif interdisent tout autre statut que provisoire et tout appel à INSi.',
    'The attributes doubtful and fictitious forbid every status but provisional, and every call to INSi.',
    ['core/rniv#transition', 'core/rniv#canQueryInsi'],
    ['INS/va1.20', 'INS/va1.44'],
  ),
  row(
    'EXI SI 22',
    RNIV,
    'package',
    'L’INS d’une identité devenue douteuse ou fictive est invalidée.',
    'The INS of an identity that became doubtful or fictitious is invalidated.',
    ['core/rniv#transition'],
    ['INS/va1.44'],
  ),
  row(
    'EXI ID 29',
    GUIDE,
    'package',
    'Seule une identité qualifiée transmet le matricule INS et son OID.',
    'Only a qualified identity transmits the matricule INS and its OID.',
    ['core/rniv#canTransmitIns'],
    ['INS/va1.53', 'INS/va1.59'],
  ),
  row(
    'EXI SI 08',
    RNIV,
    'package',
    'Seule une identité qualifiée référence des données de santé avec le matricule INS.',
    'Only a qualified identity references health data with the matricule INS.',
    ['core/rniv#canTransmitIns'],
    ['INS/va1.53', 'INS/va1.59'],
  ),
  row(
    'INS/va1.53',
    SEGUR,
    'package',
    'Une identité récupérée ne porte ni matricule ni OID dans un message PAM ou une archive IHE_XDM.',
    'A récupérée identity carries neither matricule nor OID in a PAM message or an IHE_XDM archive.',
    ['ins/hl7v2#encodePid', 'ins/cda#encodeRecordTarget', 'ins/xds#encodeXdsPatient', 'ins/fhir#encodePatient'],
    ['INS/va1.59'],
  ),
  row(
    'EXI SI 07',
    RNIV,
    'package',
    'Un seul des quatre statuts à la fois.',
    'Exactly one of the four statuses at a time.',
    ['core/rniv#statusOf'],
    ['INS/va1.40', 'INS/va1.43', 'INS/va1.45', 'INS/va1.54'],
  ),
  row(
    'EXI REC 02',
    GUIDE,
    'package',
    'Importer une identité par la lecture du datamatrix INS.',
    'Import an identity by reading the INS datamatrix.',
    ['ins/datamatrix#decodeDatamatrix'],
  ),
  row(
    'EXI REC 08',
    GUIDE,
    'shared',
    'Conserver sans changement les données rendues par INSi, avec l’historique.',
    'Keep unchanged the data that INSi returned, with the history.',
    ['ins#InsiSnapshot'],
    ['INS/va1.35', 'INS/va1.52'],
  ),
  row(
    'EXI DIF 02',
    GUIDE,
    'shared',
    'Imprimer le datamatrix INS et l’INS en clair sur la première page des documents.',
    'Print the INS datamatrix and the INS in clear on the first page of documents.',
    ['ins/datamatrix#encodeDatamatrix', 'ins/datamatrix#describeDatamatrix'],
    ['INS/va1.03', 'INS/va1.10', 'INS/va1.15'],
  ),
  row('EXI PP 17', RNIV, 'host', 'Procédure de recueil du nom utilisé.', 'Procedure to collect the used name.', []),
  row(
    'EXI PP 18',
    RNIV,
    'host',
    'Procédure de recueil du prénom utilisé.',
    'Procedure to collect the used given name.',
    [],
  ),
  row(
    'SENTINELLE.20',
    SEGUR,
    'package',
    'À la réception d’un document portant une INS qualifiée, rechercher le patient connu.',
    'On receipt of a document with a qualified INS, look for the known patient.',
    ['ins/validate#matchIncoming'],
  ),
  row(
    'INS/CONF',
    SEGUR,
    'shared',
    'Preuve de conformité délivrée par le CNDA.',
    'Proof of conformity delivered by the CNDA.',
    ['sandbox#startSandbox'],
  ),
  row(
    'RNIV traces',
    RNIV,
    'shared',
    'Tracer qui, quand, par quelle méthode et avec quel document.',
    'Trace who, when, by which method and with which document.',
    ['core/rniv#transition', 'ins#InsiAttempt'],
    ['INS/va1.27', 'INS/va1.38', 'INS/va1.46', 'INS/va1.49'],
  ),
];

/** The rows that answer one id, either as their own id or as a related Ségur id. */
export function findRequirements(id: string): readonly InsRequirement[] {
  return INS_REQUIREMENTS.filter((requirement) => requirement.id === id || requirement.segur.includes(id));
}
