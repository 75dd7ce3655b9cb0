/** A SOAP fault of the simulated service, before it is written. */
export interface FaultSpec {
  readonly role: 'Sender' | 'Receiver';
  /** Local part, written after the envelope's prefix. */
  readonly subcode: string;
  /** `Erreur/@code` */
  readonly code: string;
  readonly severite: 'information' | 'avertissement' | 'erreur' | 'fatale' | 'fatal';
  /** Sentence for a user. */
  readonly reason: string;
  /** Sentence for a technician. Never holds data of the request. */
  readonly detail: string;
}

/**
 * Faults whose codes are known from the real service. Subcode, code, role and severity are exact; the sentences are ours.
 */
export const OFFICIAL_FAULTS = {
  idam: {
    role: 'Sender',
    subcode: 'siram_100',
    code: 'desir_550',
    severite: 'erreur',
    reason: '[SIM] Ce logiciel n’est pas autorisé à appeler le service. Contactez son éditeur.',
    detail: '[SIM] Numéro d’autorisation du logiciel (IDAM) inconnu.',
  },
  certificateName: {
    role: 'Sender',
    subcode: 'siram_100',
    code: 'DESIR_560',
    severite: 'erreur',
    reason: '[SIM] Niveau d’accès insuffisant pour ce service. Contactez l’éditeur du logiciel.',
    detail: '[SIM] Le CN du certificat client n’est pas exactement INSI-AUTO ou INSI-MANU.',
  },
  unavailable: {
    role: 'Sender',
    subcode: 'siram_40',
    code: 'desir_1020',
    severite: 'fatale',
    reason: '[SIM] Le service est momentanément indisponible. Recommencez plus tard.',
    detail: '[SIM] Service appelé indisponible.',
  },
  technicalTraits: {
    role: 'Receiver',
    subcode: 'siram_40',
    code: 'insi_102',
    severite: 'fatal',
    reason: '[SIM] Le service est momentanément inaccessible. Recommencez plus tard.',
    detail: '[SIM] Erreur technique de la recherche par traits d’identité.',
  },
  technicalVitale: {
    role: 'Receiver',
    subcode: 'siram_40',
    code: 'insi_101',
    severite: 'fatal',
    reason: '[SIM] Le service est momentanément inaccessible. Recommencez plus tard.',
    detail: '[SIM] Erreur technique de la recherche par carte Vitale.',
  },
} as const satisfies Record<string, FaultSpec>;

/**
 * Every refusal whose real code is unknown: check of the specification it belongs to, and what was wrong. The prefix `sim_`
 * keeps anybody from writing production logic on them.
 */
export const SIM_CODES = {
  sim_tls_absent: [2, 'Aucun certificat client présenté.'],
  sim_tls_authority: [2, 'Certificat client d’une autorité non admise.'],
  sim_tls_expired: [2, 'Certificat client expiré.'],
  sim_tls_not_yet_valid: [2, 'Certificat client pas encore valide.'],
  sim_tls_revoked: [2, 'Certificat client révoqué.'],
  sim_tls_usage: [2, 'Certificat client sans usage d’authentification client.'],
  sim_xml: [3, 'Message illisible : XML ou enveloppe SOAP 1.2 incorrects.'],
  sim_action: [4, 'Action absente, inconnue, répétée ou contradictoire.'],
  sim_messageid: [5, 'MessageID absent, répété ou sans forme d’UUID.'],
  sim_messageid_replay: [5, 'MessageID déjà reçu.'],
  sim_header: [6, 'En-tête inconnu marqué mustUnderstand.'],
  sim_ctx_missing: [6, 'ContexteBAM ou ContexteLPS absent ou répété.'],
  sim_ctx_schema: [6, 'Contexte non conforme à son schéma.'],
  sim_ctx_version: [6, 'Version de contexte inattendue (BAM 01_02, LPS 01_00).'],
  sim_ctx_temps: [6, 'Temps sans fuseau ou trop éloigné de l’heure du service.'],
  sim_ctx_couverture: [6, 'Élément COUVERTURE absent.'],
  sim_ctx_emetteur: [6, 'Emetteur absent, différent entre les contextes, ou différent de l’identité authentifiée.'],
  sim_ctx_lps: [6, 'Bloc LPS incomplet (IDAM avec R="4", Version, Instance, Nom).'],
  sim_assertion_count: [8, 'Nombre ou ordre des assertions incorrect.'],
  sim_assertion_schema: [8, 'Security ou assertion PS non conforme.'],
  sim_assertion_id: [8, 'Identifiant d’élément répété dans le message.'],
  sim_assertion_position: [8, 'La signature doit suivre immédiatement Issuer et être unique.'],
  sim_assertion_algorithm: [8, 'Algorithme de signature, de condensé ou de transformation non admis.'],
  sim_assertion_reference: [8, 'La signature doit porter une seule référence, vers l’assertion.'],
  sim_assertion_certificate: [8, 'Certificat de signature absent ou illisible.'],
  sim_assertion_authority: [8, 'Certificat de signature d’une autorité non admise.'],
  sim_assertion_dates: [8, 'Certificat de signature hors de ses dates.'],
  sim_assertion_revoked: [8, 'Certificat de signature révoqué.'],
  sim_assertion_usage: [8, 'Certificat sans usage de signature (nonRepudiation).'],
  sim_assertion_non_nominative: [8, 'Carte non nominative : SN et GN absents du certificat.'],
  sim_assertion_signature: [8, 'Signature de l’assertion incorrecte.'],
  sim_assertion_issuer: [8, 'Issuer différent du sujet du certificat.'],
  sim_assertion_nameid: [8, 'NameID différent de l’identifiant du certificat.'],
  sim_assertion_namequalifier: [8, 'NameQualifier différent du type de la carte.'],
  sim_assertion_attribute: [8, 'Attribut identifiantFacturation absent ou vide.'],
  sim_assertion_expired: [8, 'Assertion trop ancienne.'],
  sim_assertion_future: [8, 'Assertion datée du futur.'],
  sim_assertion_replay: [8, 'Assertion déjà utilisée.'],
  sim_vitale_mode: [9, 'La recherche par carte Vitale demande une assertion PS : écouteur cpx.'],
  sim_vitale_schema: [9, 'Assertion VITALE non conforme.'],
  sim_vitale_issuer: [9, 'Issuer de l’assertion VITALE différent de l’identifiant du PS.'],
  sim_vitale_expired: [9, 'Assertion VITALE de plus de vingt minutes.'],
  sim_vitale_serial: [9, 'Numéro de série de carte inconnu.'],
  sim_vitale_swapped: [9, 'La carte de l’assertion n’est pas celle de la demande.'],
  sim_body_schema: [10, 'Corps non conforme à son schéma ou à l’opération.'],
  sim_body_missing: [10, 'Trait obligatoire absent du corps.'],
  sim_lexical: [10, 'Valeur hors du profil lexical.'],
} as const satisfies Record<string, readonly [check: number, reason: string]>;

export type SimCode = keyof typeof SIM_CODES;

/** A refusal of the simulator; carries the fault to send. Internal: it never leaves the service. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly fault: FaultSpec,
    readonly check: number,
  ) {
    super(fault.code);
  }
}

/** A refusal with a `sim_` code. `precision` names elements and rules, never values. */
export function refuse(code: SimCode, precision?: string): Refused {
  const [check, sentence] = SIM_CODES[code];
  const family = code.split('_').slice(0, 2).join('_');
  return new Refused(
    {
      role: 'Sender',
      subcode: family,
      code,
      severite: 'erreur',
      reason: `[SIM] ${sentence}`,
      detail: `[SIM] ${precision ?? sentence}`,
    },
    check,
  );
}
