import type { FindingCatalogue } from '../finding.js';

const checkRecord = {
  fr: 'Comparez avec la réponse d’INSi ou avec un document d’identité. Une valeur inhabituelle peut être exacte.',
  en: 'Compare with the answer of INSi or an identity document. An unusual value may be right.',
} as const;

/** Texts of the rules on the matricule INS and its OID. */
export const insFindings: FindingCatalogue = {
  'ins.matricule.format': {
    fr: {
      title: 'Le matricule INS n’a pas la bonne forme ({length} caractères lus)',
      why: 'Un matricule INS compte 15 caractères : 13 pour le NIR ou le NIA, 2 pour la clé. Seule la Corse porte une lettre (2A ou 2B), en 6e et 7e position.',
      action: 'Ressaisissez le matricule ou recopiez-le depuis la réponse d’INSi.',
    },
    en: {
      title: 'The matricule INS does not have the right form ({length} characters read)',
      why: 'A matricule INS has 15 characters: 13 of the NIR or NIA, 2 of key. Only Corsica has a letter (2A or 2B), at positions 6 and 7.',
      action: 'Type the matricule again, or copy it from the answer of INSi.',
    },
  },
  'ins.matricule.keyMissing': {
    fr: {
      title: 'La clé du matricule INS manque',
      why: '13 caractères ont été lus ; les 2 chiffres de la clé permettent de détecter une erreur de saisie.',
      action:
        'Ajoutez les 2 chiffres de la clé. Ne la recalculez pas : elle doit venir de la même source que le matricule.',
    },
    en: {
      title: 'The key of the matricule INS is missing',
      why: '13 characters were read; the 2 digits of the key are what reveals a typing error.',
      action: 'Add the 2 digits of the key. Do not compute it: it must come from where the matricule came.',
    },
  },
  'ins.matricule.key': {
    fr: {
      title: 'La clé du matricule INS est fausse ({found} au lieu de {expected})',
      why: 'Un chiffre au moins est erroné : ce matricule pourrait désigner une autre personne.',
      action: 'Ne l’utilisez pas. Vérifiez la saisie ; si la valeur vient d’un service, signalez-la à votre support.',
    },
    en: {
      title: 'The key of the matricule INS is wrong ({found} instead of {expected})',
      why: 'At least one digit is wrong: this matricule could be that of someone else.',
      action: 'Do not use it. Check what was typed; if a service gave it, report it to your support.',
    },
  },
  'ins.matricule.sex': {
    fr: {
      title: 'Le premier chiffre du matricule est inhabituel ({value})',
      why: 'Les valeurs connues sont 1 et 2, et 3, 4, 7 ou 8 pour des numéros temporaires.',
      action: checkRecord.fr,
    },
    en: {
      title: 'The first digit of the matricule is unusual ({value})',
      why: 'Known values are 1 and 2, and 3, 4, 7 or 8 for temporary numbers.',
      action: checkRecord.en,
    },
  },
  'ins.matricule.month': {
    fr: {
      title: 'Le mois du matricule est inhabituel ({value})',
      why: 'Les mois vont de 01 à 12 ; 20 et au-delà signalent un état civil incomplet.',
      action: checkRecord.fr,
    },
    en: {
      title: 'The month of the matricule is unusual ({value})',
      why: 'Months go from 01 to 12; 20 and above mean an incomplete civil record.',
      action: checkRecord.en,
    },
  },
  'ins.matricule.department': {
    fr: {
      title: 'Le département du matricule est inhabituel ({value})',
      why: 'Les départements vont de 01 à 95, 2A, 2B, 97 et 98 ; 99 désigne l’étranger.',
      action: checkRecord.fr,
    },
    en: {
      title: 'The department of the matricule is unusual ({value})',
      why: 'Departments go from 01 to 95, 2A, 2B, 97 and 98; 99 is abroad.',
      action: checkRecord.en,
    },
  },
  'ins.matricule.commune': {
    fr: {
      title: 'La commune du matricule est inhabituelle ({value})',
      why: 'Aucune commune et aucun pays ne portent ce code.',
      action: checkRecord.fr,
    },
    en: {
      title: 'The commune of the matricule is unusual ({value})',
      why: 'No commune and no country has this code.',
      action: checkRecord.en,
    },
  },
  'ins.matricule.order': {
    fr: {
      title: 'Le numéro d’ordre du matricule est inhabituel ({value})',
      why: 'Les numéros d’ordre commencent à 001.',
      action: checkRecord.fr,
    },
    en: {
      title: 'The order number of the matricule is unusual ({value})',
      why: 'Order numbers start at 001.',
      action: checkRecord.en,
    },
  },
  'ins.matricule.traits.sex': {
    fr: {
      title: 'Le premier chiffre du matricule ne correspond pas au sexe',
      why: 'Un changement de sexe laisse parfois le matricule inchangé, mais il peut aussi s’agir d’une autre personne.',
      action: 'Vérifiez les autres traits avant d’accepter cette identité.',
    },
    en: {
      title: 'The first digit of the matricule does not agree with the sex',
      why: 'A change of sex may leave the matricule as it was, but this may also be someone else.',
      action: 'Check the other traits before you accept this identity.',
    },
  },
  'ins.matricule.traits.year': {
    fr: {
      title: 'L’année du matricule ne correspond pas à la date de naissance',
      why: 'Une date de naissance rectifiée laisse parfois le matricule inchangé, mais il peut aussi s’agir d’une autre personne.',
      action: 'Vérifiez la date de naissance sur un document d’identité.',
    },
    en: {
      title: 'The year of the matricule does not agree with the date of birth',
      why: 'A corrected date of birth may leave the matricule as it was, but this may also be someone else.',
      action: 'Check the date of birth on an identity document.',
    },
  },
  'ins.matricule.traits.month': {
    fr: {
      title: 'Le mois du matricule ne correspond pas à la date de naissance',
      why: 'Une date de naissance rectifiée laisse parfois le matricule inchangé, mais il peut aussi s’agir d’une autre personne.',
      action: 'Vérifiez la date de naissance sur un document d’identité.',
    },
    en: {
      title: 'The month of the matricule does not agree with the date of birth',
      why: 'A corrected date of birth may leave the matricule as it was, but this may also be someone else.',
      action: 'Check the date of birth on an identity document.',
    },
  },
  'ins.oid.unknown': {
    fr: {
      title: 'L’OID qui accompagne le matricule n’est pas celui d’une INS',
      why: 'L’OID dit si le matricule est un NIR ou un NIA : la forme du matricule ne le dit pas. Seuls quatre OID sont admis.',
      action: 'Reprenez l’OID donné par INSi ; ne le déduisez jamais du matricule.',
    },
    en: {
      title: 'The OID beside the matricule is not that of an INS',
      why: 'The OID says whether the matricule is a NIR or a NIA: its form does not. Only four OIDs are accepted.',
      action: 'Use the OID that INSi gave; never infer it from the matricule.',
    },
  },
  'ins.oid.insC': {
    fr: {
      title: 'Cet identifiant est un INS-C, obsolète',
      why: 'L’INS-C calculé ne doit plus être produit ni utilisé pour référencer des données de santé.',
      action: 'Recherchez l’INS de la personne dans INSi.',
    },
    en: {
      title: 'This identifier is an INS-C, which is obsolete',
      why: 'The computed INS-C must no longer be produced nor used to reference health data.',
      action: 'Search for the person’s INS in INSi.',
    },
  },
  'ins.oid.nss': {
    fr: {
      title: 'Cet identifiant est un numéro de sécurité sociale de facturation, pas une INS',
      why: 'Le numéro de facturation peut être celui d’un parent : il ne désigne pas forcément le patient.',
      action: 'Recherchez l’INS de la personne dans INSi.',
    },
    en: {
      title: 'This identifier is a social security number for billing, not an INS',
      why: 'The billing number may be that of a parent: it does not always stand for the patient.',
      action: 'Search for the person’s INS in INSi.',
    },
  },
  'ins.oid.notProduction': {
    fr: {
      title: 'Cette INS est une INS de test ou de démonstration ({oid})',
      why: 'Elle désigne une personne fictive et n’a pas sa place dans un dossier réel.',
      action: 'Retirez cette identité, ou utilisez un environnement de test.',
    },
    en: {
      title: 'This INS is for tests or demonstrations ({oid})',
      why: 'It stands for a fictitious person and has no place in a real record.',
      action: 'Remove this identity, or use a test environment.',
    },
  },
  'ins.hl7v2.notIns': {
    fr: {
      title: 'Cette répétition de PID-3 n’est pas une INS',
      why: 'Le quatrième composant doit porter l’OID de l’INS et le type ISO.',
      action: 'Cherchez l’INS dans les autres répétitions de PID-3.',
    },
    en: {
      title: 'This repetition of PID-3 is not an INS',
      why: 'The fourth component must bear the OID of the INS and the type ISO.',
      action: 'Look for the INS in the other repetitions of PID-3.',
    },
  },
  'ins.hl7v2.type': {
    fr: {
      title: 'Le type d’identifiant de PID-3 n’est pas INS (lu : « {found} »)',
      why: 'Le profil IHE PAM France demande INS en CX.5. L’OID étant celui d’une INS, la valeur a été lue quand même.',
      action: 'Signalez l’écart à l’éditeur qui a produit le message.',
    },
    en: {
      title: 'The identifier type in PID-3 is not INS (read: “{found}”)',
      why: 'The IHE PAM France profile asks for INS in CX.5. As the OID is that of an INS, the value was read all the same.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
  'ins.hl7v2.namespace': {
    fr: {
      title: 'L’autorité de l’INS n’a pas son nom officiel dans PID-3',
      why: 'CX.4.1 doit être ASIP-SANTE-INS-NIR ou ASIP-SANTE-INS-NIA selon l’OID.',
      action: 'Signalez l’écart à l’éditeur qui a produit le message.',
    },
    en: {
      title: 'The authority of the INS does not have its official name in PID-3',
      why: 'CX.4.1 must be ASIP-SANTE-INS-NIR or ASIP-SANTE-INS-NIA, as the OID says.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
  'ins.xds.notIns': {
    fr: {
      title: 'L’identifiant du patient n’est pas une INS',
      why: 'La métadonnée patientId doit porter le matricule, l’OID de l’INS et le type ISO.',
      action: 'N’intégrez pas le document sans avoir identifié le patient autrement.',
    },
    en: {
      title: 'The patient identifier is not an INS',
      why: 'The metadata patientId must bear the matricule, the OID of the INS and the type ISO.',
      action: 'Do not file the document before the patient is identified in another way.',
    },
  },
  'ins.xds.spelling': {
    fr: {
      title: 'L’INS n’est pas écrite comme le demandent les métadonnées XDS',
      why: 'CX.4.1 doit être vide et CX.5 doit être NH. La valeur a été lue quand même.',
      action: 'Signalez l’écart à l’éditeur qui a produit le document.',
    },
    en: {
      title: 'The INS is not spelled as XDS metadata ask',
      why: 'CX.4.1 must be empty and CX.5 must be NH. The value was read all the same.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
  'ins.fhir.nss': {
    fr: {
      title: 'Cet identifiant FHIR est un numéro de facturation, pas une INS',
      why: 'En fr-core 2.1, le type NH désigne le numéro de sécurité sociale, qui porte pourtant le même système que l’INS.',
      action: 'Cherchez un identifiant de type INS-NIR ou INS-NIA dans la ressource.',
    },
    en: {
      title: 'This FHIR identifier is a billing number, not an INS',
      why: 'In fr-core 2.1 the type NH is the social security number, though it has the system of the INS.',
      action: 'Look for an identifier of type INS-NIR or INS-NIA in the resource.',
    },
  },
  'ins.fhir.old': {
    fr: {
      title: 'Cette INS est une ancienne INS',
      why: 'L’usage « old » désigne un identifiant remplacé : il n’a de valeur que pour l’historique.',
      action: 'Utilisez l’identifiant en vigueur de la ressource.',
    },
    en: {
      title: 'This INS is a former one',
      why: 'The use “old” marks a replaced identifier: it counts for the history only.',
      action: 'Use the current identifier of the resource.',
    },
  },
  'ins.fhir.type': {
    fr: {
      title: 'Le type de l’identifiant FHIR ne correspond pas à son système',
      why: 'Le profil français demande un code de type (INS-NIR, INS-NIA…) en accord avec l’OID. L’OID a fait foi.',
      action: 'Signalez l’écart à l’éditeur qui a produit la ressource.',
    },
    en: {
      title: 'The type of the FHIR identifier does not agree with its system',
      why: 'The French profile asks for a type code (INS-NIR, INS-NIA…) that agrees with the OID. The OID was believed.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
};
