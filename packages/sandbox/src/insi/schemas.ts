import { DATE, DATE_TIME, type ElementRule } from './structure.js';

const NIR13 = /^\d{6}[AB0-9]\d{6}$/;
const KEY = /^\d{2}$/;

const optional = (name: string, over: Partial<ElementRule> = {}): ElementRule => ({ name, min: 0, max: 1, ...over });
const required = (name: string, over: Partial<ElementRule> = {}): ElementRule => ({ name, min: 1, max: 1, ...over });

/** ctxbam:ContexteBAM (ROOT_ctxbam_CTXBAM_V01_02.xsd). COUVERTURE is optional here: its absence has its own code. */
export const CONTEXTE_BAM: ElementRule = required('ContexteBAM', {
  attributes: { Version: { required: true }, Nature: { value: /^CTXBAM$/ } },
  children: [
    required('Id'),
    required('Temps', { value: DATE_TIME, collapse: true }),
    optional('Emetteur'),
    optional('DateRef', { value: DATE_TIME, collapse: true }),
    optional('COUVERTURE', {
      children: [
        optional('GrandRegime'),
        optional('Organisme'),
        optional('CodeCentre'),
        optional('ASSURE', {
          children: [
            optional('Id', { children: [optional('Num', { value: NIR13 }), optional('Cle', { value: KEY })] }),
          ],
        }),
        optional('BENEFICIAIRE', {
          children: [
            optional('Nir', {
              children: [
                optional('Num', { value: NIR13 }),
                optional('Cle', { value: KEY }),
                optional('DateCertification', { value: DATE, collapse: true }),
              ],
            }),
            optional('DateNai', { value: /^\d{4}-\d{2}-\d{2}$/ }),
            optional('Rang', { value: /^[+-]?\d+$/, collapse: true }),
            optional('Porteur', { value: /^\d$/ }),
          ],
        }),
      ],
    }),
  ],
});

/** ctxlps:ContexteLPS (ROOT_ctxlps_CTXLPS_V01_00.xsd). */
export const CONTEXTE_LPS: ElementRule = required('ContexteLPS', {
  attributes: { Version: { required: true }, Nature: { value: /^CTXLPS$/ } },
  children: [
    required('Id'),
    required('Temps', { value: DATE_TIME, collapse: true }),
    optional('Emetteur'),
    optional('LPS', {
      children: [
        optional('IDAM', { attributes: { R: {} } }),
        optional('Version'),
        optional('Instance'),
        optional('Nom'),
      ],
    }),
  ],
});

/** rs:RECSANSVITALE (INSi_RECSANS_INS.xsd). */
export const RECSANSVITALE: ElementRule = required('RECSANSVITALE', {
  children: [
    optional('NomNaissance'),
    optional('Prenom', { max: Number.POSITIVE_INFINITY }),
    optional('Sexe'),
    optional('DateNaissance'),
    optional('LieuNaissance'),
  ],
});

const matricule = (name: string) =>
  optional(name, { children: [optional('NumIdentifiant'), optional('Cle'), optional('TypeMatricule')] });

/** rv:RECVITALE (INSi_RECVITALE_INS.xsd). */
export const RECVITALE: ElementRule = required('RECVITALE', {
  children: [
    matricule('MatriculeIndividu'),
    matricule('MatriculeOD'),
    optional('NomNaissance'),
    optional('DateNaissance'),
    optional('RangNaissance'),
  ],
});

const ASSERTION_ATTRIBUTES = {
  ID: { required: true, value: /^[A-Za-z_][\w.-]*$/ },
  IssueInstant: { required: true, value: DATE_TIME },
  Version: { required: true, value: /^2\.0$/ },
} as const;

/**
 * The PS assertion as signed, its signature taken out: no Conditions, no AuthnStatement (this is not a VIHF).
 */
export const PS_ASSERTION: ElementRule = required('Assertion', {
  attributes: ASSERTION_ATTRIBUTES,
  children: [
    required('Issuer', {
      attributes: { Format: { required: true, value: /^urn:oasis:names:tc:SAML:1\.1:nameid-format:X509SubjectName$/ } },
      value: /\S/,
    }),
    required('Subject', {
      children: [required('NameID', { attributes: { NameQualifier: { required: true } }, value: /\S/ })],
    }),
    required('AttributeStatement', {
      children: [
        {
          name: 'Attribute',
          min: 1,
          max: Number.POSITIVE_INFINITY,
          attributes: { Name: { required: true, value: /\S/ }, NameFormat: {}, FriendlyName: {} },
          children: [{ name: 'AttributeValue', min: 1, max: Number.POSITIVE_INFINITY }],
        },
      ],
    }),
  ],
});

/** The VITALE assertion, its optional signature taken out: Issuer without Format, no attribute. */
export const VITALE_ASSERTION: ElementRule = required('Assertion', {
  attributes: ASSERTION_ATTRIBUTES,
  children: [
    required('Issuer', { value: /\S/ }),
    required('Subject', {
      children: [
        required('NameID', { attributes: { NameQualifier: { required: true, value: /^VITALE$/ } }, value: /^\d{12}$/ }),
      ],
    }),
  ],
});
