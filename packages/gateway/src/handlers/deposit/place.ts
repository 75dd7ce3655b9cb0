import type { Finding } from '@socle-sante/core/finding';
import type { DepositStep, DerivedField } from '../../contract.js';

/** Where in the form a finding is mended. */
export interface Place {
  readonly step: DepositStep;
  readonly field?: DerivedField;
  readonly path: readonly (string | number)[];
}

const inForm = (field: DerivedField): Place => ({ step: 'description', field, path: ['documents', 0, field] });

/** Of the layers that read the whole document. */
export function isOfContent({ rule }: Finding): boolean {
  return /^(?:official|cda)\./.test(rule) || rule === 'deposit.officialUnavailable';
}

/** The place of a finding on the submission: its path says the field, or the step. */
export function placeOf({ path }: Finding): Place {
  const inside = path[0] === 'documents' ? path.slice(2) : path;
  const [first] = inside;
  if (first === 'body') return { step: 'document', path };
  if (first === 'visibility') return { step: 'visibility', path };
  if (first === 'patient' || first === 'vendor' || first === 'submitter' || first === 'contentType')
    return { step: 'check', path: [] };
  const field = fieldOf(inside.join('.'));
  if (field !== undefined) return inForm(field);
  // Of what the site knows, or of who composed the document: nothing in the form mends it, and no place is given to go to.
  return path.length > 1 ? { step: 'check', path: [] } : { step: 'description', path };
}

/** What is said of several places of the site, once: a remark told four times is read by nobody. */
export function once<One extends Pick<Finding, 'rule' | 'severity' | 'params'> & Place>(
  findings: readonly One[],
): One[] {
  const said = new Set<string>();
  return findings.filter((one) => {
    if (one.severity === 'error' || one.step !== 'check' || one.rule.startsWith('official.')) return true;
    const key = JSON.stringify([one.rule, one.severity, one.params]);
    return !said.has(key) && said.add(key);
  });
}

/** Paths of a document of a submission, and the names that the form itself uses. */
const fields: readonly (readonly [RegExp, DerivedField])[] = [
  [/^type\b/, 'type'],
  [/^title\b/, 'title'],
  [/^(?:acts\.0\.start|actStart)\b/, 'actStart'],
  [/^(?:acts\.0\.stop|actEnd)\b/, 'actEnd'],
  [/^(?:acts\.0\.code|act)$/, 'act'],
  [/^(?:acts\.0\.performer\.organization\.setting|setting)\b/, 'setting'],
  // Another person may be chosen; what that person is comes from the site.
  [/^(?:authors?(?:\.0)?|authors\.0\.(?:kind|name|specialty)\b.*)$/, 'author'],
  [/^(?:legalAuthenticator(?:\.signatory(?:\.(?:kind|name|specialty)\b.*)?)?|signer)$/, 'signer'],
  [/^comments\b/, 'comments'],
];

const fieldOf = (path: string): DerivedField | undefined => fields.find(([form]) => form.test(path))?.[1];

/** Native rules on the header, then elements of the document, and what of the form they were written from. */
const rules: readonly (readonly [RegExp, DerivedField])[] = [
  [/^cda\.header\.title\b/, 'title'],
  [/^cda\.header\.code\b/, 'type'],
  [/^cda\.header\.firstAct\.effectiveTime\b/, 'actStart'],
  [/^cda\.author\b/, 'author'],
  [/^cda\.legalAuthenticator\b/, 'signer'],
];
const elements: readonly (readonly [RegExp, DerivedField])[] = [
  [/^\/ClinicalDocument\/title\b/, 'title'],
  [/^\/ClinicalDocument\/code\b/, 'type'],
  [/^\/ClinicalDocument\/author\b/, 'author'],
  [/^\/ClinicalDocument\/legalAuthenticator\b/, 'signer'],
  [/^\/ClinicalDocument\/documentationOf\/serviceEvent\/effectiveTime\/high\b/, 'actEnd'],
  [/^\/ClinicalDocument\/documentationOf\/serviceEvent\/effectiveTime\b/, 'actStart'],
  [/^\/ClinicalDocument\/documentationOf\/serviceEvent\/code\b/, 'act'],
  [/^\/ClinicalDocument\/documentationOf\/serviceEvent\/performer\/.*standardIndustryClassCode\b/, 'setting'],
];

/**
 * The place of a finding on a document that was written from this form: the native rule that says it, or that the official
 * rule repeats, else the element that it points at. A field that is not editable mends nothing; nor does anything when the document
 * was brought as it is (`editable` then answers no).
 */
export function placeOfContent(found: Finding, editable: (field: DerivedField) => boolean): Place {
  const native = found.rule.startsWith('official.') ? found.params['native'] : found.rule;
  // The first of its name is written with or without its position.
  const pointer = (found.wire?.pointer ?? '').replaceAll('[1]', '');
  const field =
    (typeof native === 'string' ? rules.find(([rule]) => rule.test(native))?.[1] : undefined) ??
    elements.find(([element]) => element.test(pointer))?.[1];
  return field !== undefined && editable(field) ? inForm(field) : { step: 'check', path: [] };
}
