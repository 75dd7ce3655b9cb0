import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts about what the assertion claims. */
export const claimFindings: FindingCatalogue = {
  'vihf.claim.missing': {
    fr: { title: '{claim} manque', why: 'Le DMP refuse un VIHF sans cet attribut.', action: 'Renseignez {claim}.' },
    en: { title: '{claim} is missing', why: 'The DMP refuses a VIHF without this attribute.', action: 'Give {claim}.' },
  },
  'vihf.version.unknown': {
    fr: {
      title: 'La version du VIHF n’est pas connue',
      why: 'Les versions acceptées ici sont {accepted}.',
      action: 'Écrivez l’une d’elles.',
    },
    en: {
      title: 'The VIHF version is not known',
      why: 'The versions accepted here are {accepted}.',
      action: 'Write one of them.',
    },
  },
  'vihf.resource.value': {
    fr: {
      title: 'La ressource n’est pas celle du service',
      why: 'Ressource_URN doit être {expected}.',
      action: 'Écrivez {expected}.',
    },
    en: {
      title: 'The resource is not that of the service',
      why: 'Ressource_URN must be {expected}.',
      action: 'Write {expected}.',
    },
  },
  'vihf.mode.value': {
    fr: {
      title: 'Le mode d’authentification n’est pas connu',
      why: 'Les modes sont DIRECTE, INDIRECTE et INDIRECTE_RENFORCEE.',
      action: 'Écrivez l’un des trois.',
    },
    en: {
      title: 'The authentication mode is not known',
      why: 'The modes are DIRECTE, INDIRECTE and INDIRECTE_RENFORCEE.',
      action: 'Write one of the three.',
    },
  },
  'vihf.authn.direct': {
    fr: {
      title: 'Le contexte d’authentification n’est pas celui d’une carte',
      why: 'En mode DIRECTE, l’utilisateur s’est authentifié par sa carte.',
      action: 'Écrivez SmartcardPKI, ou changez de mode.',
    },
    en: {
      title: 'The authentication context is not that of a card',
      why: 'In DIRECTE mode, the user authenticated with a card.',
      action: 'Write SmartcardPKI, or change the mode.',
    },
  },
  'vihf.authn.indirect': {
    fr: {
      title: 'Le contexte d’authentification est celui d’une carte',
      why: 'Dans ce mode, il dit comment l’utilisateur s’est connecté au logiciel.',
      action: 'Écrivez le moyen employé : mot de passe, certificat, second facteur.',
    },
    en: {
      title: 'The authentication context is that of a card',
      why: 'In this mode, it says how the user logged in to the software.',
      action: 'Write the means that was used: password, certificate, second factor.',
    },
  },
  'vihf.authn.declaration': {
    fr: {
      title: 'La déclaration d’authentification renforcée manque',
      why: 'Le mode INDIRECTE_RENFORCEE porte AuthnContextDecl ; son contenu n’est pas publié.',
      action: 'Gardez la valeur par défaut, ou celle que l’homologation vous a donnée.',
    },
    en: {
      title: 'The declaration of reinforced authentication is missing',
      why: 'The INDIRECTE_RENFORCEE mode carries AuthnContextDecl; its content is not published.',
      action: 'Keep the default value, or the one given at homologation.',
    },
  },
  'vihf.authn.instant': {
    fr: {
      title: 'La date de connexion n’est pas une date UTC',
      why: 'AuthnInstant s’écrit en UTC et finit par Z.',
      action: 'Écrivez l’instant de connexion en UTC.',
    },
    en: {
      title: 'The instant of login is not a UTC instant',
      why: 'AuthnInstant is written in UTC and ends with Z.',
      action: 'Write the instant of login in UTC.',
    },
  },
  'vihf.authn.future': {
    fr: {
      title: 'La date de connexion est dans le futur',
      why: 'L’utilisateur s’est connecté avant l’appel.',
      action: 'Vérifiez l’horloge, et la conversion en UTC.',
    },
    en: {
      title: 'The instant of login is in the future',
      why: 'The user logged in before the call.',
      action: 'Check the clock, and the conversion to UTC.',
    },
  },
  'vihf.nameId.format': {
    fr: {
      title: 'L’identifiant de l’utilisateur n’a pas de forme reconnue',
      why: 'Il ne contient ni espace ni plus de 100 caractères.',
      action: 'Prenez l’identifiant national, ou celui de la structure (30B…/identifiant).',
    },
    en: {
      title: 'The identifier of the user has no known form',
      why: 'It holds no space and at most 100 characters.',
      action: 'Take the national identifier, or that of the structure (30B…/identifier).',
    },
  },
  'vihf.nameId.form': {
    fr: {
      title: 'L’identifiant de l’utilisateur a une forme inhabituelle',
      why: 'Les identifiants nationaux commencent par un chiffre qui dit leur nature, et le RPPS a une clé.',
      action: 'Vérifiez-le ; en test, c’est admis.',
    },
    en: {
      title: 'The identifier of the user has an unusual form',
      why: 'National identifiers begin with a digit that says their kind, and an RPPS has a key.',
      action: 'Check it; on a test platform it is accepted.',
    },
  },
  'vihf.nameId.card': {
    fr: {
      title: 'L’utilisateur n’est pas le titulaire de la carte',
      why: 'En mode DIRECTE, l’identifiant est celui du certificat de la carte.',
      action: 'Prenez l’identifiant lu sur la carte.',
    },
    en: {
      title: 'The user is not the holder of the card',
      why: 'In DIRECTE mode, the identifier is that of the certificate of the card.',
      action: 'Take the identifier read on the card.',
    },
  },
  'vihf.subjectId.patient': {
    fr: {
      title: 'Le nom de l’utilisateur contient un matricule',
      why: 'Cet attribut nomme l’utilisateur, jamais le patient.',
      action: 'Écrivez le nom et le prénom de l’utilisateur.',
    },
    en: {
      title: 'The name of the user contains a matricule',
      why: 'This attribute names the user, never the patient.',
      action: 'Write the name of the user.',
    },
  },
  'vihf.structure.format': {
    fr: {
      title: 'L’identifiant de la structure n’a pas de forme reconnue',
      why: 'Il ne contient ni espace ni plus de 100 caractères.',
      action: 'Prenez l’identifiant de la carte, du certificat ou de l’annuaire.',
    },
    en: {
      title: 'The identifier of the structure has no known form',
      why: 'It holds no space and at most 100 characters.',
      action: 'Take the identifier of the card, of the certificate or of the directory.',
    },
  },
  'vihf.structure.form': {
    fr: {
      title: 'L’identifiant de la structure a une forme inhabituelle',
      why: 'Un Struct_IdNat commence par 1 (FINESS), 2 (SIREN), 3 (SIRET), 4 (RPPS) ou 0 (ADELI).',
      action: 'Vérifiez-le ; en test, c’est admis.',
    },
    en: {
      title: 'The identifier of the structure has an unusual form',
      why: 'A Struct_IdNat begins with 1 (FINESS), 2 (SIREN), 3 (SIRET), 4 (RPPS) or 0 (ADELI).',
      action: 'Check it; on a test platform it is accepted.',
    },
  },
  'vihf.structure.card': {
    fr: {
      title: 'La structure n’est pas une de celles de la carte',
      why: 'En mode DIRECTE, elle vient de l’activité choisie sur la carte.',
      action: 'Choisissez une activité de la carte.',
    },
    en: {
      title: 'The structure is not one of those of the card',
      why: 'In DIRECTE mode, it comes from the activity chosen on the card.',
      action: 'Choose an activity of the card.',
    },
  },
  'vihf.structure.certificate': {
    fr: {
      title: 'La structure n’est pas celle du certificat',
      why: 'Elle doit être l’OU du certificat, ou un établissement de la même entité juridique.',
      action: 'Prenez le certificat de cette structure.',
    },
    en: {
      title: 'The structure is not that of the certificate',
      why: 'It must be the OU of the certificate, or an establishment of the same legal entity.',
      action: 'Take the certificate of this structure.',
    },
  },
  'vihf.structure.entity': {
    fr: {
      title: 'La structure diffère de celle du certificat',
      why: 'C’est admis si le certificat est celui de son entité juridique (EJ) : les deux sont des FINESS.',
      action: 'Vérifiez le lien entre les deux.',
    },
    en: {
      title: 'The structure differs from that of the certificate',
      why: 'It is accepted when the certificate is that of its legal entity (EJ): both are FINESS numbers.',
      action: 'Check the link between the two.',
    },
  },
  'vihf.sector.value': {
    fr: {
      title: 'Le secteur d’activité {code} n’est pas dans la liste',
      why: 'Le DMP attend un code de JDV_J61 avec son système.',
      action: 'Choisissez un secteur de JDV_J61.',
    },
    en: {
      title: 'The sector of activity {code} is not in the list',
      why: 'The DMP expects a code of JDV_J61 with its system.',
      action: 'Choose a sector of JDV_J61.',
    },
  },
  'vihf.role.value': {
    fr: {
      title: 'Le rôle {code} n’est pas dans la liste',
      why: 'Le DMP attend un code de JDV_J65 avec son système.',
      action: 'Choisissez un rôle de JDV_J65.',
    },
    en: {
      title: 'The role {code} is not in the list',
      why: 'The DMP expects a code of JDV_J65 with its system.',
      action: 'Choose a role of JDV_J65.',
    },
  },
  'vihf.role.label': {
    fr: {
      title: 'Le libellé du rôle {code} n’est pas l’officiel',
      why: 'Le libellé de la liste est « {expected} ».',
      action: 'Reprenez ce libellé.',
    },
    en: {
      title: 'The label of the role {code} is not the official one',
      why: 'The label of the list is “{expected}”.',
      action: 'Take this label.',
    },
  },
  'vihf.role.count': {
    fr: {
      title: '{count} rôles sont donnés',
      why: 'Un utilisateur a un rôle, ou deux.',
      action: 'Ne gardez que ceux de l’activité choisie.',
    },
    en: {
      title: '{count} roles are given',
      why: 'A user has one role, or two.',
      action: 'Keep those of the chosen activity.',
    },
  },
  'vihf.role.first': {
    fr: {
      title: 'Le rôle {code} ne peut pas être le premier',
      why: 'Le premier rôle est la profession, ou ce qui en tient lieu.',
      action: 'Mettez la profession en premier.',
    },
    en: {
      title: 'The role {code} cannot be the first',
      why: 'The first role is the profession, or what stands for it.',
      action: 'Put the profession first.',
    },
  },
  'vihf.role.secondMissing': {
    fr: {
      title: 'Il faut un second rôle à la profession {code}',
      why: 'Un médecin donne son savoir-faire, un pharmacien sa section, un professionnel à rôle son rôle.',
      action: 'Ajoutez celui de l’activité choisie.',
    },
    en: {
      title: 'The profession {code} needs a second role',
      why: 'A médecin gives his savoir-faire, a pharmacien his section, a professional by role his role.',
      action: 'Add the one of the chosen activity.',
    },
  },
  'vihf.role.secondSystem': {
    fr: {
      title: 'Le second rôle n’est pas de la bonne liste',
      why: 'Celui de la profession {code} vient du système {expected}.',
      action: 'Choisissez-le dans ce système.',
    },
    en: {
      title: 'The second role is not of the right list',
      why: 'The one of the profession {code} comes from the system {expected}.',
      action: 'Choose it there.',
    },
  },
  'vihf.role.secondUnexpected': {
    fr: {
      title: 'La profession {code} n’a pas de second rôle',
      why: 'Il ne s’envoie que pour les professions qui en ont un.',
      action: 'Retirez le second rôle.',
    },
    en: {
      title: 'The profession {code} has no second role',
      why: 'It is sent only for the professions that have one.',
      action: 'Remove the second role.',
    },
  },
  'vihf.patient.missing': {
    fr: { title: 'Le patient manque', why: 'L’appel concerne un dossier.', action: 'Donnez l’INS du patient.' },
    en: { title: 'The patient is missing', why: 'The call is about a record.', action: 'Give the INS of the patient.' },
  },
  'vihf.patient.other': {
    fr: {
      title: 'Le patient de l’assertion n’est pas celui du message',
      why: 'Le service compare les deux.',
      action: 'Faites une assertion pour ce patient.',
    },
    en: {
      title: 'The patient of the assertion is not that of the message',
      why: 'The service compares the two.',
      action: 'Make an assertion for this patient.',
    },
  },
  'vihf.purpose.value': {
    fr: {
      title: 'Le mode d’accès n’est pas connu',
      why: 'Les modes sont normal, bris_de_glace et centre_15, ainsi écrits.',
      action: 'Écrivez l’un des trois.',
    },
    en: {
      title: 'The access mode is not known',
      why: 'The modes are normal, bris_de_glace and centre_15, so written.',
      action: 'Write one of the three.',
    },
  },
  'vihf.purpose.system': {
    fr: {
      title: 'Le système du mode d’accès n’est pas le bon',
      why: 'Il est {expected}.',
      action: 'Écrivez {expected}.',
    },
    en: {
      title: 'The code system of the access mode is not the right one',
      why: 'It is {expected}.',
      action: 'Write {expected}.',
    },
  },
  'vihf.reason.missing': {
    fr: {
      title: 'Le motif du bris de glace manque',
      why: 'L’accès est tracé avec sa raison ; l’obligation n’est pas publiée, elle se débraye.',
      action: 'Saisissez pourquoi le dossier est ouvert.',
    },
    en: {
      title: 'The reason for breaking the glass is missing',
      why: 'The access is traced with its reason; the obligation is not published and can be switched off.',
      action: 'Enter why the record is opened.',
    },
  },
  'vihf.reason.unexpected': {
    fr: {
      title: 'Un motif accompagne un accès qui n’en demande pas',
      why: 'Mode_Acces_Raison ne s’envoie qu’avec bris_de_glace.',
      action: 'Retirez le motif.',
    },
    en: {
      title: 'A reason goes with an access that needs none',
      why: 'Mode_Acces_Raison is sent with bris_de_glace only.',
      action: 'Remove the reason.',
    },
  },
  'vihf.secretConnection.value': {
    fr: {
      title: 'La connexion secrète n’est pas codée comme attendu',
      why: 'Le seul code est {expected}.',
      action: 'Écrivez {expected}.',
    },
    en: {
      title: 'The secret connection is not coded as expected',
      why: 'The only code is {expected}.',
      action: 'Write {expected}.',
    },
  },
  'vihf.secretConnection.adult': {
    fr: {
      title: 'La connexion secrète est réservée aux mineurs',
      why: 'Elle cache l’accès à leurs représentants légaux.',
      action: 'Retirez-la.',
    },
    en: {
      title: 'The secret connection is for minors only',
      why: 'It hides the access from their legal representatives.',
      action: 'Remove it.',
    },
  },
};
