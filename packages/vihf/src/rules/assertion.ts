import { type Finding, finding } from '@socle-sante/core/finding';
import { namesSubject } from '../dn.js';
import type { VihfView } from '../types.js';
import { NAMES, OBSOLETE_NAMES, X509_SUBJECT_NAME } from '../vocabulary.js';
import { checkSignatureCertificate } from './certificate.js';
import { readInstant } from './claims.js';
import { REF, type VihfContext } from './context.js';
import { clip } from './roles.js';

/** Children of the assertion, in the order of the schema; the signature comes right after the Issuer. */
const ORDER = ['Issuer', 'Signature', 'Subject', 'Conditions', 'AuthnStatement', 'AttributeStatement'];
const REQUIRED = ['Issuer', 'Signature', 'Subject', 'AuthnStatement', 'AttributeStatement'];
const MULTIPLE: readonly string[] = NAMES.roles;

/** The rules of the written form: identifier, dates, order, issuer, names of the attributes. */
export function checkAssertion(view: VihfView, context: VihfContext): Finding[] {
  const findings: Finding[] = [];
  const error = (rule: string, path: Finding['path'], params: Finding['params'] = {}) =>
    findings.push(finding(rule, 'error', path, params, REF));
  // An NCName of ASCII characters: a bare UUID that starts with a digit is not one.
  if (!/^[A-Za-z_][\w.-]*$/.test(view.id ?? '')) error('vihf.assertion.id', ['id']);
  if (view.samlVersion !== '2.0') error('vihf.assertion.samlVersion', ['samlVersion']);
  checkOrder(view.order, error);
  checkDates(view, context, error);
  if (view.conditions?.audience) error('vihf.conditions.audience', ['conditions']);
  findings.push(...checkAttributes(view), ...checkIssuer(view, context));
  return findings;
}

type AddError = (rule: string, path: Finding['path'], params?: Finding['params']) => void;

function checkOrder(order: readonly string[], error: AddError): void {
  for (const name of REQUIRED) if (!order.includes(name)) error('vihf.assertion.missing', [name], { element: name });
  const places = order.map((name) => ORDER.indexOf(name));
  const sorted = places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
  if (!sorted) error('vihf.assertion.order', [], { expected: ORDER.join(', ') });
}

function checkDates(view: VihfView, context: VihfContext, error: AddError): void {
  const issued = readInstant(view.issueInstant ?? '');
  if (issued === undefined) {
    error('vihf.assertion.issueInstant', ['issueInstant']);
    return;
  }
  const { now, maxSkewSeconds = 300 } = context;
  if (now === undefined) return;
  const seconds = Math.round((now.getTime() - issued.getTime()) / 1000);
  if (Math.abs(seconds) > maxSkewSeconds) error('vihf.assertion.clock', ['issueInstant'], { seconds, maxSkewSeconds });
  const from = readInstant(view.conditions?.notBefore ?? '');
  const until = readInstant(view.conditions?.notOnOrAfter ?? '');
  const skew = maxSkewSeconds * 1000;
  if ((from && now.getTime() + skew < from.getTime()) || (until && now.getTime() - skew >= until.getTime())) {
    error('vihf.conditions.dates', ['conditions']);
  }
}

function checkAttributes(view: VihfView): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  const groups: readonly (readonly string[])[] = Object.values(NAMES);
  for (const { name, values } of view.attributes) {
    const group = groups.find((names) => names.includes(name));
    const params = { attribute: clip(name) };
    if (group === undefined) {
      const rule = OBSOLETE_NAMES.includes(name) ? 'vihf.attribute.obsolete' : 'vihf.attribute.unknown';
      findings.push(finding(rule, 'warning', ['attributes'], params, REF));
      continue;
    }
    const key = group[0] ?? name;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) === 2) findings.push(finding('vihf.attribute.duplicate', 'error', ['attributes'], params, REF));
    const coded = key === NAMES.roles[0] || key === NAMES.purpose[0];
    const wrong = values.length === 0 || values.some((value) => coded !== (typeof value === 'object'));
    const many = values.length > 1 && !MULTIPLE.includes(key);
    // The confidentiality code is seen as a text and as a coded element.
    if ((wrong && key !== NAMES.confidentiality[0]) || many) {
      findings.push(finding('vihf.attribute.shape', 'error', ['attributes'], params, REF));
    }
  }
  return findings;
}

function checkIssuer(view: VihfView, context: VihfContext): Finding[] {
  const findings: Finding[] = [];
  const error = (rule: string) => findings.push(finding(rule, 'error', ['issuer'], {}, REF));
  if (view.issuer.format !== X509_SUBJECT_NAME) error('vihf.issuer.format');
  const certificate = context.certificate ?? view.signature?.certificate;
  if (certificate === undefined) {
    if (view.signature !== undefined) error('vihf.certificate.absent');
  } else {
    findings.push(...checkSignatureCertificate(certificate, context.now));
    if (!namesSubject(view.issuer.name, certificate.subject)) error('vihf.issuer.subject');
  }
  const { tlsCertificate } = context;
  if (tlsCertificate !== undefined && !namesSubject(view.issuer.name, tlsCertificate.subject)) error('vihf.issuer.tls');
  return findings;
}
