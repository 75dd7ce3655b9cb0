// The one table of the error codes of the DMP that are known: what each means, who can mend it, whether the same message may
// go again, what the user should do. Sources: IHE ITI TF-3 table 4.2.4.1-2; sample messages v02.05.00; public connector
// documentation. The complete list (SEL-MP-037, annex A7-1) is not public: a code stays an open string everywhere.

import type { Audience, UserText } from '@socle-sante/core/error';
import type { Locale, SourceRef } from '@socle-sante/core/finding';

/**
 * What a code amounts to. `busy`: the service is overloaded; `technical`: it failed; `message`: what was sent is wrong; `stale`: an
 * identifier, a version or a status is out of date; `duplicate`: registered before; `config`: software, certificate or VIHF.
 */
export type DmpCodeKind =
  | 'ok'
  | 'busy'
  | 'technical'
  | 'message'
  | 'stale'
  | 'duplicate'
  | 'patient'
  | 'query'
  | 'policy'
  | 'rights'
  | 'config'
  | 'warning';

/**
 * `no`; `sameLater`: the same message, same identifiers, after a growing wait; `afterCheck`: only once TD3.1b has told whether it
 * arrived; `afterRefresh`: after the entry was read again and the user confirmed.
 */
export type DmpRetryAdvice = 'no' | 'sameLater' | 'afterCheck' | 'afterRefresh';

/** One row of the table. */
export interface DmpCodeEntry {
  /** As received. */
  readonly code: string;
  /** `registry`: rs:RegistryError; `fault`: subcode of a SOAP fault; `status`: answer of a specific service. */
  readonly family: 'registry' | 'fault' | 'status';
  readonly kind: DmpCodeKind;
  readonly retry: DmpRetryAdvice;
  readonly audience: Audience;
  /** What it means, for the developer. */
  readonly meaning: Readonly<Record<Locale, string>>;
  readonly user: Readonly<Record<Locale, UserText>>;
  readonly ref: SourceRef;
}

const IHE: SourceRef = { document: 'IHE ITI Technical Framework', section: 'Volume 3, table 4.2.4.1-2' };
const SAMPLES: SourceRef = { document: 'DMP_LPS_Exemple de messages', version: '02.05.00' };
const CONNECTORS: SourceRef = { document: 'Public connector documentation of the DMP (DevBox Santé)' };

interface KindTexts {
  readonly retry: DmpRetryAdvice;
  readonly audience: Audience;
  readonly fr: readonly [title: string, action: string];
  readonly en: readonly [title: string, action: string];
}

const KINDS: Readonly<Record<DmpCodeKind, KindTexts>> = {
  ok: {
    retry: 'no',
    audience: 'user',
    fr: ['Demande acceptée par le DMP', 'Aucune action'],
    en: ['Accepted by the DMP', 'Nothing to do'],
  },
  busy: {
    retry: 'sameLater',
    audience: 'user',
    fr: ['DMP momentanément saturé', 'Rien n’est perdu : la même demande peut repartir plus tard'],
    en: ['DMP busy for the moment', 'Nothing is lost: the same request may go again later'],
  },
  technical: {
    retry: 'sameLater',
    audience: 'user',
    fr: ['Erreur technique du DMP', 'Réessayez plus tard ; si cela dure, contactez votre support'],
    en: ['Technical error of the DMP', 'Try again later; if it lasts, contact your support'],
  },
  message: {
    retry: 'no',
    audience: 'vendor',
    fr: ['Le DMP refuse la description du document', 'Corrigez ce que la réponse signale, puis renvoyez'],
    en: ['The DMP refuses the description of the document', 'Correct what the answer points out, then send again'],
  },
  stale: {
    retry: 'afterRefresh',
    audience: 'user',
    fr: ['Le document a changé dans le DMP entre-temps', 'Relisez la liste des documents, puis recommencez'],
    en: ['The document changed in the DMP meanwhile', 'Read the list of documents again, then retry'],
  },
  duplicate: {
    retry: 'afterCheck',
    audience: 'user',
    fr: ['Cet identifiant est déjà dans le DMP', 'Vérifiez si le document y est déjà avant tout nouvel envoi'],
    en: ['This identifier is already in the DMP', 'Check whether the document is there before sending again'],
  },
  patient: {
    retry: 'no',
    audience: 'user',
    fr: ['Le patient ne correspond pas', 'Vérifiez l’identité et l’existence du DMP de ce patient'],
    en: ['The patient does not match', 'Check the identity and whether this patient has a DMP'],
  },
  query: {
    retry: 'no',
    audience: 'vendor',
    fr: ['Le DMP refuse la recherche', 'Modifiez les critères ; si cela dure, contactez votre support'],
    en: ['The DMP refuses the search', 'Change the criteria; if it lasts, contact your support'],
  },
  policy: {
    retry: 'no',
    audience: 'user',
    fr: ['Règle du DMP non respectée', 'Cette action n’est pas permise sur ce document'],
    en: ['A rule of the DMP forbids it', 'This action is not allowed on this document'],
  },
  rights: {
    retry: 'no',
    audience: 'user',
    fr: ['Accès refusé par le DMP', 'Vos droits, ou un choix du patient, ne permettent pas cette action'],
    en: ['Access refused by the DMP', 'Your rights, or a choice of the patient, do not allow this action'],
  },
  config: {
    retry: 'no',
    audience: 'admin',
    fr: ['Le DMP ne reconnaît pas ce logiciel ou cette situation d’exercice', 'Contactez votre support'],
    en: ['The DMP does not recognise this software or this work situation', 'Contact your support'],
  },
  warning: {
    retry: 'no',
    audience: 'vendor',
    fr: ['Accepté avec une remarque du DMP', 'Aucune action'],
    en: ['Accepted with a remark of the DMP', 'Nothing to do'],
  },
};

type Meaning = readonly [fr: string, en: string];

function entry(
  code: string,
  family: DmpCodeEntry['family'],
  kind: DmpCodeKind,
  [fr, en]: Meaning,
  ref: SourceRef,
  own: Partial<Pick<DmpCodeEntry, 'user' | 'audience' | 'retry'>> = {},
): DmpCodeEntry {
  const texts = KINDS[kind];
  return {
    code,
    family,
    kind,
    retry: own.retry ?? texts.retry,
    audience: own.audience ?? texts.audience,
    meaning: { fr, en },
    user: own.user ?? {
      fr: { title: texts.fr[0], action: texts.fr[1] },
      en: { title: texts.en[0], action: texts.en[1] },
    },
    ref,
  };
}

const registry = (code: string, kind: DmpCodeKind, meaning: Meaning, own?: Parameters<typeof entry>[5]): DmpCodeEntry =>
  entry(code, 'registry', kind, meaning, IHE, own);

/** Every code that is known. */
export const DMP_CODES: readonly DmpCodeEntry[] = Object.freeze([
  registry('XDSMissingDocument', 'message', [
    'Une fiche n’a pas d’octets : aucune partie ne porte ce document',
    'An entry has no bytes: no part carries this document',
  ]),
  registry('XDSMissingDocumentMetadata', 'message', ['Un document n’a pas de fiche', 'A document has no entry']),
  registry('XDSRepositoryError', 'technical', ['Erreur interne de l’entrepôt', 'Internal error of the repository']),
  registry('XDSRegistryError', 'technical', ['Erreur interne du registre', 'Internal error of the registry']),
  registry('XDSRegistryNotAvailable', 'busy', [
    'L’entrepôt ne joint pas le registre',
    'The repository cannot reach the registry',
  ]),
  registry('XDSRepositoryBusy', 'busy', ['Entrepôt saturé', 'Repository busy']),
  registry('XDSRegistryBusy', 'busy', ['Registre saturé', 'Registry busy']),
  registry('XDSRepositoryOutOfResources', 'busy', ['Entrepôt sans ressources', 'Repository out of resources']),
  registry('XDSRegistryOutOfResources', 'busy', ['Registre sans ressources', 'Registry out of resources']),
  registry('XDSRepositoryMetadataError', 'message', [
    'Métadonnées invalides pour l’entrepôt : codeContext dit lesquelles',
    'Metadata invalid for the repository: codeContext says which',
  ]),
  registry('XDSRegistryMetadataError', 'message', [
    'Métadonnées invalides pour le registre : codeContext dit lesquelles',
    'Metadata invalid for the registry: codeContext says which',
  ]),
  registry('XDSRepositoryDuplicateUniqueIdInMessage', 'message', [
    'Le même uniqueId deux fois dans le lot',
    'The same uniqueId twice in the set',
  ]),
  registry('XDSRegistryDuplicateUniqueIdInMessage', 'message', [
    'Le même uniqueId deux fois dans le lot',
    'The same uniqueId twice in the set',
  ]),
  registry('XDSDuplicateUniqueIdInRegistry', 'duplicate', ['uniqueId déjà enregistré', 'uniqueId already registered'], {
    user: {
      fr: { title: 'Ce document est déjà dans le DMP', action: 'Aucune action' },
      en: { title: 'This document is already in the DMP', action: 'Nothing to do' },
    },
  }),
  registry('XDSNonIdenticalHash', 'duplicate', [
    'uniqueId déjà enregistré avec un autre contenu',
    'uniqueId already registered with another content',
  ]),
  registry('XDSNonIdenticalSize', 'duplicate', [
    'uniqueId déjà enregistré avec une autre taille',
    'uniqueId already registered with another size',
  ]),
  registry('XDSPatientIdDoesNotMatch', 'patient', [
    'patientId différent entre le lot, les fiches, le VIHF ou les fiches désignées',
    'patientId differs between set, entries, VIHF or referenced entries',
  ]),
  registry('XDSUnknownPatientId', 'patient', ['Pas de DMP pour cet INS', 'No record for this INS'], {
    user: {
      fr: {
        title: 'Pas de DMP pour cette personne',
        action: 'Le document reste dans le dossier ; MSSanté reste possible',
      },
      en: { title: 'No DMP for this person', action: 'The document stays in the record; MSSanté remains possible' },
    },
  }),
  registry('XDSRegistryDeprecatedDocumentError', 'stale', [
    'Lien vers une version remplacée : relire la référence, puis recommencer une fois après accord de l’utilisateur',
    'Association to a deprecated version: read the reference again, then retry once after the user confirmed',
  ]),
  registry('UnresolvedReferenceException', 'stale', [
    'entryUUID inconnu, souvent périmé après une mise à jour',
    'entryUUID unknown, often stale after an update',
  ]),
  registry('XDSDocumentUniqueIdError', 'query', [
    'uniqueId inconnu de l’entrepôt (un entryUUID a peut-être été envoyé)',
    'uniqueId unknown to the repository (an entryUUID may have been sent)',
  ]),
  registry('XDSUnknownRepositoryId', 'query', ['repositoryUniqueId inconnu', 'Wrong repositoryUniqueId']),
  registry('XDSStoredQueryMissingParam', 'query', ['Paramètre de recherche absent', 'Search parameter missing']),
  registry('XDSStoredQueryParamNumber', 'query', ['Paramètre répété à tort', 'Parameter wrongly repeated']),
  registry('XDSUnknownStoredQuery', 'query', ['Recherche inconnue', 'Unknown query']),
  registry('XDSTooManyResults', 'query', ['Trop de résultats', 'Too many results'], {
    audience: 'user',
    user: {
      fr: { title: 'Trop de documents correspondent', action: 'Réduisez la période ou ajoutez un critère' },
      en: { title: 'Too many documents match', action: 'Shorten the period or add a criterion' },
    },
  }),
  registry('XDSResultNotSinglePatient', 'query', [
    'La réponse concernerait plusieurs patients',
    'The answer would concern several patients',
  ]),
  registry('XDSMetadataUpdateError', 'message', ['Mise à jour refusée', 'Update refused']),
  registry('XDSMetadataUpdateOperationError', 'message', [
    'Opération de mise à jour inconnue',
    'Unknown update operation',
  ]),
  registry('XDSMetadataVersionError', 'stale', ['PreviousVersion périmé', 'PreviousVersion is stale']),
  registry('XDSPatientIDReconciliationError', 'patient', [
    'patientId modifié par la mise à jour',
    'patientId changed by the update',
  ]),
  registry('UnmodifiableMetadataError', 'message', ['Attribut non modifiable', 'Attribute that may not change']),
  registry('XDSMetadataIdentifierError', 'stale', ['Identifiant incohérent', 'Inconsistent identifier']),
  registry('XDSInvalidRequestException', 'message', ['Demande invalide', 'Invalid request']),
  registry('XDSMetadataAnnotationError', 'message', ['Annotation refusée', 'Annotation refused']),
  registry('LocalPolicyRestrictionError', 'policy', ['Règle locale du DMP', 'Local policy of the DMP']),
  registry('InvalidDocumentContent', 'message', ['Contenu du document refusé', 'Content of the document refused']),
  registry('XDSExtraMetadataNotSaved', 'warning', ['Métadonnées en plus non gardées', 'Extra metadata not kept']),
  entry(
    'DMPInvalidCertificate',
    'fault',
    'config',
    [
      'VIHF signé par un certificat qui n’est pas de signature (souvent celui d’authentification), ou non reconnu',
      'VIHF signed with a certificate that is not a signature one (often the authentication one), or not trusted',
    ],
    CONNECTORS,
    {
      user: {
        fr: {
          title: 'Signature refusée par le DMP',
          action: 'Contactez votre support : mauvais certificat de signature',
        },
        en: { title: 'Signature refused by the DMP', action: 'Contact your support: wrong signature certificate' },
      },
    },
  ),
  entry(
    'DMPAccessDeniedByRightsService',
    'fault',
    'rights',
    ['Matrice des droits ou décision du patient', 'Rights matrix or decision of the patient'],
    CONNECTORS,
  ),
  entry('DMPOk', 'status', 'ok', ['Accepté', 'Accepted'], SAMPLES),
  entry('DMPFound', 'status', 'ok', ['Le DMP existe déjà (TD1.1)', 'The record already exists (TD1.1)'], SAMPLES),
  entry(
    'DMPPatientAccessAlreadyExists',
    'status',
    'ok',
    ['Transaction éteinte (TD1.5)', 'Dead transaction (TD1.5)'],
    SAMPLES,
  ),
  entry(
    'DMPPatientAccessOTPAlreadyExists',
    'status',
    'ok',
    ['Transaction éteinte (TD1.5)', 'Dead transaction (TD1.5)'],
    SAMPLES,
  ),
]);

const BY_CODE = new Map(DMP_CODES.map((item) => [item.code.toLowerCase(), item]));

/** The row of a code, whatever its case; `undefined` for one that the table does not know. */
export function findDmpCode(code: string): DmpCodeEntry | undefined {
  return BY_CODE.get(code.trim().toLowerCase());
}

/** A sentence that the DMP puts in a fault or an error without a code of its own. */
export interface DmpSentence {
  /** A part of the sentence, compared without case nor accents. */
  readonly part: string;
  readonly kind: DmpCodeKind;
  readonly user: Readonly<Record<Locale, UserText>>;
}

/** Sentences seen in public material (DevBox Santé FAQ). */
export const DMP_SENTENCES: readonly DmpSentence[] = Object.freeze([
  sentence('structure introuvable ou inactive', 'config', [
    ['Structure inconnue du DMP', 'Vérifiez l’identifiant de la structure (FINESS, RPPS-rang) avec votre support'],
    ['Structure unknown to the DMP', 'Check the identifier of the structure (FINESS, RPPS rank) with your support'],
  ]),
  sentence('ps et structure non lies', 'config', [
    [
      'Vous n’avez pas d’activité connue dans cette structure',
      'Choisissez une autre activité, ou faites corriger le RPPS',
    ],
    ['You have no known activity in this structure', 'Choose another activity, or have the RPPS corrected'],
  ]),
  sentence('aucune specialite dans le vihf', 'config', [
    [
      'Le savoir-faire manque dans l’authentification',
      'Choisissez l’activité avec sa spécialité ; sinon contactez votre support',
    ],
    [
      'The specialty is missing in the authentication',
      'Choose the activity with its specialty; else contact your support',
    ],
  ]),
  sentence('aucun authorinstitution ne correspond', 'message', [
    [
      'La structure de l’auteur n’est pas celle de l’utilisateur',
      'Choisissez comme structure de l’auteur celle de votre activité en cours',
    ],
    ['The structure of the author is not that of the user', 'Choose the structure of the current activity as author'],
  ]),
  sentence('message addressing property is not present', 'config', [
    ['Message incomplet', 'Contactez votre éditeur : un en-tête WS-Addressing manque'],
    ['Incomplete message', 'Contact your vendor: a WS-Addressing header is missing'],
  ]),
]);

/** The row of the first known sentence found in a text. */
export function findDmpSentence(text: string): DmpSentence | undefined {
  const plain = fold(text);
  return DMP_SENTENCES.find((item) => plain.includes(item.part));
}

function sentence(
  part: string,
  kind: DmpCodeKind,
  [fr, en]: readonly [readonly [string, string], readonly [string, string]],
): DmpSentence {
  return { part, kind, user: { fr: { title: fr[0], action: fr[1] }, en: { title: en[0], action: en[1] } } };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text of a kind, for a code that the table does not know. */
export function kindTexts(kind: DmpCodeKind): Readonly<Record<Locale, UserText>> {
  const { fr, en } = KINDS[kind];
  return { fr: { title: fr[0], action: fr[1] }, en: { title: en[0], action: en[1] } };
}
