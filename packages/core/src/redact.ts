/** What stands in place of what was hidden. */
const HIDDEN = '•••';

/**
 * Elements whose text is personal: INSi requests and answers, CDA and FHIR XML names, passwords and tokens of SOAP headers.
 * The local name is enough: prefixes drift.
 */
const XML_ELEMENTS = [
  'NomNaissance',
  'NomUsage',
  'NomUtilise',
  'NomPatronymique',
  'Nom',
  'Prenom',
  'Prenoms',
  'ListePrenom',
  'PrenomUtilise',
  'DateNaissance',
  'LieuNaissance',
  'DateNai',
  'NumIdentifiant',
  'Cle',
  'MatriculeIndividu',
  'MatriculeOD',
  'Nir',
  'NumSerieCarte',
  'name',
  'family',
  'given',
  'county',
  'Password',
  'Signature',
  'SignatureValue',
  'X509Certificate',
].join('|');

const JSON_KEYS = [
  'nomNaissance',
  'nomUtilise',
  'nomUsage',
  'listePrenoms',
  'listePrenom',
  'premierPrenom',
  'prenoms',
  'prenom',
  'prenomUtilise',
  'dateNaissance',
  'lieuNaissance',
  'matricule',
  'family',
  'given',
  'birthDate',
  'password',
  'passphrase',
  'client_secret',
  'access_token',
  'refresh_token',
  'id_token',
  'privateKey',
].join('|');

/** Each pattern reads the text once: no nested repetition, every open repetition is bounded or stops at a delimiter. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, `[PEM ${HIDDEN}]`],
  [new RegExp(`<((?:[A-Za-z0-9_-]{1,40}:)?(?:${XML_ELEMENTS}))((?:\\s[^<>]{0,400})?)>[^<]+`, 'g'), `<$1$2>${HIDDEN}`],
  [
    new RegExp(`"(${JSON_KEYS})"(\\s{0,8}:\\s{0,8})(?:"(?:[^"\\\\]|\\\\.)*(?:"|$)|\\[[^\\]]*(?:\\]|$))`, 'g'),
    `"$1"$2"${HIDDEN}"`,
  ],
  [/\b(password|passphrase|client_secret|access_token|refresh_token|id_token)=[^\s&;,]+/gi, `$1=${HIDDEN}`],
  [/\bPID(?:-\d{1,2})?\|[^\r\n<]*/g, `PID|${HIDDEN}`],
  [/\b(Bearer|Basic|DPoP)\s{1,8}[A-Za-z0-9._~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){0,3}/g, `[JWT ${HIDDEN}]`],
  [/[A-Za-z0-9._%+-]{1,64}@patient\.mssante\.fr/gi, `${HIDDEN}@patient.mssante.fr`],
  // Datamatrix INS: the matricule follows its block identifier, whose digit would hide its beginning.
  [/S1[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{8}/gi, `S1${HIDDEN}`],
  // Matricule with or without its key, bare or grouped. Runs of 14 digits are left: SIRET and HL7 timestamps.
  [/(?<![0-9])[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{6}(?:[0-9]{2})?(?![0-9])/gi, HIDDEN],
  [/(?<![0-9])[0-9]{16,}/g, HIDDEN],
  [
    /(?<![0-9])[0-9][ .\u00a0\u202f-][0-9]{2}[ .\u00a0\u202f-][0-9]{2}[ .\u00a0\u202f-](?:[0-9]{2}|2[AB])[ .\u00a0\u202f-][0-9]{3}[ .\u00a0\u202f-][0-9]{3}(?:[ .\u00a0\u202f-][0-9]{2})?(?![0-9])/gi,
    HIDDEN,
  ],
];

/**
 * Hides what must not be written in a log or an error: matricules (13 or 15 characters, grouped or not), patient mailboxes,
 * PEM blocks, bearer tokens, passwords, PID segments, and the text of XML elements and JSON members that hold identity traits.
 * It works on form, so a name in free text is not seen: never put one there.
 */
export function redact(text: string): string {
  let result = text;
  for (const [pattern, replacement] of PATTERNS) result = result.replace(pattern, replacement);
  return result;
}
