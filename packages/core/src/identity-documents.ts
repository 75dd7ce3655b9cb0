import type { Locale } from './finding.js';
import { VALIDATION_MODES, ZFD7_DOCUMENTS, type Zfd7Code } from './rniv-codes.js';
import type { DocumentTrust } from './rniv-state.js';

/** One type of identity document, and how far it is trusted. */
export interface IdentityDocument {
  /** Code of `VALIDATION_MODES`, or of `ZFD7_DOCUMENTS` when the first list does not have the document. */
  readonly code: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly trust: DocumentTrust;
  /** What must come with it for the trust to hold. */
  readonly condition?: 'withParentDocument' | 'nursingHome';
  /** The code in HL7 v2 table 9004, when there is one. */
  readonly zfd7?: Zfd7Code;
}

/**
 * The documents of RNIV and their level of trust. It is a parameter (EXI ID 19): a site copies it, edits it and passes its own
 * to `transition`. Low-trust documents are listed so that a screen can say why they do not count. The appli carte Vitale is
 * not in it: it is read, not looked at (event `apcvRead`).
 */
export const HIGH_TRUST_DOCUMENTS: readonly IdentityDocument[] = [
  /* @__PURE__ */ row('CN', 'high', { zfd7: 'CN' }),
  /* @__PURE__ */ row('PA', 'high', { zfd7: 'PA' }),
  /* @__PURE__ */ row('CS', 'high', { zfd7: 'CS' }),
  /* @__PURE__ */ row('eCN', 'high'),
  /* @__PURE__ */ row('IN', 'high'),
  /* @__PURE__ */ row('AN', 'high', { zfd7: 'AN', condition: 'withParentDocument' }),
  /* @__PURE__ */ row('LEP', 'high', { zfd7: 'LE', condition: 'withParentDocument' }),
  /* @__PURE__ */ row('CC', 'high', { zfd7: 'CC' }),
  /* @__PURE__ */ row('LECV', 'high', { zfd7: 'LE', condition: 'nursingHome' }),
  /* @__PURE__ */ row('ANCV', 'high', { zfd7: 'AN', condition: 'nursingHome' }),
  /* @__PURE__ */ row('PC', 'low', { zfd7: 'PC' }),
  /* @__PURE__ */ row('CE', 'low', { zfd7: 'CE' }),
  /* @__PURE__ */ row('CM', 'low', { zfd7: 'CM' }),
];

/** The trust of a type of document; `low` when the table does not have it. */
export function documentTrust(code: string, table: readonly IdentityDocument[] = HIGH_TRUST_DOCUMENTS): DocumentTrust {
  return table.find((d) => d.code === code)?.trust ?? 'low';
}

function row(
  code: string,
  trust: DocumentTrust,
  extra: Pick<IdentityDocument, 'zfd7' | 'condition'> = {},
): IdentityDocument {
  const known = [...VALIDATION_MODES, ...ZFD7_DOCUMENTS].find((d) => d.code === code);
  return { code, label: known?.label ?? { fr: code, en: code }, trust, ...extra };
}
