import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts about the form of the assertion, its issuer and its certificate. */
export const assertionFindings: FindingCatalogue = {
  'vihf.xml.malformed': {
    fr: {
      title: 'Le document n’est pas du XML acceptable ({code})',
      why: 'Un VIHF est une assertion SAML 2.0 en XML bien formé, sans DTD.',
      action: 'Reprenez l’assertion d’origine, octet pour octet.',
    },
    en: {
      title: 'The document is not acceptable XML ({code})',
      why: 'A VIHF is a SAML 2.0 assertion in well-formed XML, without a DTD.',
      action: 'Take the original assertion again, byte for byte.',
    },
  },
  'vihf.assertion.absent': {
    fr: {
      title: 'Aucune assertion, ou plusieurs',
      why: 'Un message porte une assertion SAML 2.0 et une seule.',
      action: 'Mettez une seule assertion dans l’en-tête de sécurité.',
    },
    en: {
      title: 'No assertion, or several',
      why: 'A message carries exactly one SAML 2.0 assertion.',
      action: 'Put exactly one assertion in the security header.',
    },
  },
  'vihf.assertion.id': {
    fr: {
      title: 'L’identifiant de l’assertion n’est pas un nom XML',
      why: 'Un identifiant qui commence par un chiffre (UUID nu) ne peut pas être signé.',
      action: 'Écrivez « _ » puis un UUID.',
    },
    en: {
      title: 'The ID of the assertion is not an XML name',
      why: 'An ID that begins with a digit (a bare UUID) cannot be signed.',
      action: 'Write “_” then a UUID.',
    },
  },
  'vihf.assertion.samlVersion': {
    fr: {
      title: 'La version de SAML n’est pas 2.0',
      why: 'Le VIHF est une assertion SAML 2.0.',
      action: 'Écrivez Version="2.0".',
    },
    en: {
      title: 'The SAML version is not 2.0',
      why: 'The VIHF is a SAML 2.0 assertion.',
      action: 'Write Version="2.0".',
    },
  },
  'vihf.assertion.missing': {
    fr: {
      title: '{element} manque dans l’assertion',
      why: 'Le DMP refuse une assertion incomplète ou non signée.',
      action: 'Ajoutez {element}.',
    },
    en: {
      title: '{element} is missing in the assertion',
      why: 'The DMP refuses an assertion that is incomplete or not signed.',
      action: 'Add {element}.',
    },
  },
  'vihf.assertion.order': {
    fr: {
      title: 'Les parties de l’assertion ne sont pas dans l’ordre du schéma',
      why: 'La signature vient juste après l’émetteur ; l’ordre attendu est {expected}.',
      action: 'Remettez les parties dans cet ordre avant de signer.',
    },
    en: {
      title: 'The parts of the assertion are not in the order of the schema',
      why: 'The signature comes right after the issuer; the expected order is {expected}.',
      action: 'Put the parts in that order before signing.',
    },
  },
  'vihf.assertion.issueInstant': {
    fr: {
      title: 'La date d’émission n’est pas une date UTC',
      why: 'IssueInstant s’écrit en UTC et finit par Z ; une heure locale marquée Z serait fausse.',
      action: 'Écrivez l’instant en UTC, par exemple 2026-09-01T06:35:00.120Z.',
    },
    en: {
      title: 'The instant of issue is not a UTC instant',
      why: 'IssueInstant is written in UTC and ends with Z; a local time marked Z would be wrong.',
      action: 'Write the instant in UTC, for example 2026-09-01T06:35:00.120Z.',
    },
  },
  'vihf.assertion.clock': {
    fr: {
      title: 'L’assertion est décalée de {seconds} s',
      why: 'L’écart admis avec l’horloge du service est de {maxSkewSeconds} s.',
      action: 'Synchronisez l’horloge du poste (NTP) et faites une nouvelle assertion à chaque appel.',
    },
    en: {
      title: 'The assertion is {seconds} s off',
      why: 'The accepted gap with the clock of the service is {maxSkewSeconds} s.',
      action: 'Synchronise the clock (NTP), and make a new assertion for each call.',
    },
  },
  'vihf.conditions.audience': {
    fr: {
      title: 'Une restriction d’audience est posée',
      why: 'Le VIHF n’en porte pas.',
      action: 'Retirez AudienceRestriction.',
    },
    en: {
      title: 'An audience restriction is set',
      why: 'The VIHF carries none.',
      action: 'Remove AudienceRestriction.',
    },
  },
  'vihf.conditions.dates': {
    fr: {
      title: 'L’assertion n’est pas dans sa période de validité',
      why: 'Ses conditions la limitent à une autre période.',
      action: 'Faites une nouvelle assertion.',
    },
    en: {
      title: 'The assertion is outside its period of validity',
      why: 'Its conditions limit it to another period.',
      action: 'Make a new assertion.',
    },
  },
  'vihf.attribute.duplicate': {
    fr: {
      title: 'L’attribut {attribute} est présent deux fois',
      why: 'Le service ne peut pas savoir lequel croire.',
      action: 'Ne gardez qu’un attribut {attribute}.',
    },
    en: {
      title: 'The attribute {attribute} is present twice',
      why: 'The service cannot know which one to believe.',
      action: 'Keep one attribute {attribute}.',
    },
  },
  'vihf.attribute.obsolete': {
    fr: {
      title: 'L’attribut {attribute} ne s’envoie plus',
      why: 'Il vient d’un ancien kit.',
      action: 'Retirez {attribute}.',
    },
    en: {
      title: 'The attribute {attribute} is no longer sent',
      why: 'It comes from an old kit.',
      action: 'Remove {attribute}.',
    },
  },
  'vihf.attribute.shape': {
    fr: {
      title: 'L’attribut {attribute} n’a pas la forme attendue',
      why: 'Les rôles et le mode d’accès sont des éléments HL7 codés, les autres attributs un texte, chacun une fois.',
      action: 'Écrivez {attribute} sous la forme attendue.',
    },
    en: {
      title: 'The attribute {attribute} has not the expected shape',
      why: 'Roles and purpose are coded HL7 elements, the other attributes one text each.',
      action: 'Write {attribute} in the expected shape.',
    },
  },
  'vihf.attribute.unknown': {
    fr: {
      title: 'L’attribut {attribute} n’est pas un attribut du VIHF',
      why: 'Le DMP l’ignore, ou le refuse : ce n’est pas documenté.',
      action: 'Vérifiez son orthographe, ou retirez-le.',
    },
    en: {
      title: 'The attribute {attribute} is not an attribute of the VIHF',
      why: 'The DMP ignores or refuses it: this is not documented.',
      action: 'Check its spelling, or remove it.',
    },
  },
  'vihf.issuer.format': {
    fr: {
      title: 'Le format de l’émetteur n’est pas X509SubjectName',
      why: 'L’émetteur est le nom du certificat qui signe.',
      action: 'Écrivez Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName".',
    },
    en: {
      title: 'The format of the issuer is not X509SubjectName',
      why: 'The issuer is the name of the certificate that signs.',
      action: 'Write Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName".',
    },
  },
  'vihf.issuer.subject': {
    fr: {
      title: 'L’émetteur n’est pas le titulaire du certificat de signature',
      why: 'Le service compare le nom écrit et celui du certificat.',
      action: 'Laissez la bibliothèque écrire l’émetteur à partir du certificat.',
    },
    en: {
      title: 'The issuer is not the holder of the signature certificate',
      why: 'The service compares the written name with that of the certificate.',
      action: 'Let the library write the issuer from the certificate.',
    },
  },
  'vihf.issuer.tls': {
    fr: {
      title: 'L’émetteur n’est pas le titulaire du certificat de connexion',
      why: 'Le certificat d’authentification et celui de signature ont le même nom.',
      action: 'Utilisez les deux certificats du même titulaire.',
    },
    en: {
      title: 'The issuer is not the holder of the connection certificate',
      why: 'The authentication and the signature certificates have the same name.',
      action: 'Use the two certificates of the same holder.',
    },
  },
  'vihf.certificate.absent': {
    fr: {
      title: 'La signature ne montre pas son certificat',
      why: 'Le service y lit qui a signé.',
      action: 'Signez avec le certificat dans KeyInfo.',
    },
    en: {
      title: 'The signature does not show its certificate',
      why: 'The service reads there who signed.',
      action: 'Sign with the certificate in KeyInfo.',
    },
  },
  'vihf.certificate.authentication': {
    fr: {
      title: 'Le certificat est celui de l’authentification',
      why: 'Une carte et une structure ont deux certificats ; le VIHF se signe avec l’autre.',
      action: 'Choisissez le certificat de signature (carte) ou le cachet ORG SIGN (structure).',
    },
    en: {
      title: 'The certificate is the authentication one',
      why: 'A card and a structure have two certificates; the VIHF is signed with the other one.',
      action: 'Choose the signature certificate (card) or the ORG SIGN stamp (structure).',
    },
  },
  'vihf.certificate.expired': {
    fr: {
      title: 'Le certificat de signature a expiré',
      why: 'Le DMP refuse une signature faite après cette date.',
      action: 'Renouvelez le certificat ou la carte.',
    },
    en: {
      title: 'The signature certificate has expired',
      why: 'The DMP refuses a signature made after that date.',
      action: 'Renew the certificate or the card.',
    },
  },
  'vihf.certificate.notYetValid': {
    fr: {
      title: 'Le certificat de signature n’est pas encore valable',
      why: 'Sa période de validité n’a pas commencé.',
      action: 'Vérifiez l’heure du poste, ou attendez le début de validité.',
    },
    en: {
      title: 'The signature certificate is not valid yet',
      why: 'Its period of validity has not begun.',
      action: 'Check the time of the machine, or wait.',
    },
  },
  'vihf.certificate.usage': {
    fr: {
      title: 'Le certificat n’est pas fait pour signer',
      why: 'Ses usages ne comprennent ni signature ni non-répudiation.',
      action: 'Choisissez le certificat de signature.',
    },
    en: {
      title: 'The certificate is not made to sign',
      why: 'Its key usages hold neither signature nor non-repudiation.',
      action: 'Choose the signature certificate.',
    },
  },
};
