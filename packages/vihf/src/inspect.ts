import type { Coded } from '@socle-sante/core/coded';
import { type CertificateInfo, readCertificate } from '@socle-sante/wire/tls';
import {
  attribute,
  child,
  children,
  childText,
  descend,
  elements,
  parseXml,
  text,
  walk,
  type XmlElement,
} from '@socle-sante/wire/xml';
import { VihfFormatError } from './errors.js';
import type { VihfAttribute, VihfClaims, VihfView } from './types.js';
import { type ClaimName, DSIG, NAMES, SAML } from './vocabulary.js';

/**
 * Reads an assertion: alone, or the only one of a SOAP message. Nothing is verified (`verifyVihf`) nor judged
 * (`validateVihf`): a wrong claim is read as it is written.
 *
 * @throws XmlError when it is not acceptable XML; VihfFormatError `vihf.notAnAssertion`.
 */
export function inspectVihf(xml: string | Uint8Array): VihfView {
  return viewOf(findAssertion(parseXml(xml)));
}

/** The assertion of a document: its root, or the only one that it holds. */
export function findAssertion(root: XmlElement): XmlElement {
  const found = [...walk(root)].filter((item) => item.namespace === SAML && item.local === 'Assertion');
  const [only] = found;
  if (only === undefined) throw new VihfFormatError('There is no SAML 2.0 assertion in the document.');
  if (found.length > 1)
    throw new VihfFormatError(`There are ${found.length} assertions in the document, one is expected.`);
  return only;
}

/** Reads a parsed assertion. */
export function viewOf(assertion: XmlElement): VihfView {
  const issuer = child(assertion, SAML, 'Issuer');
  const conditions = child(assertion, SAML, 'Conditions');
  const signature = child(assertion, DSIG, 'Signature');
  const attributes = children(assertion, SAML, 'AttributeStatement')
    .flatMap((statement) => children(statement, SAML, 'Attribute'))
    .map(readAttribute);
  const format = issuer && attribute(issuer, 'Format');
  return {
    ...optional('id', attribute(assertion, 'ID')),
    ...optional('issueInstant', attribute(assertion, 'IssueInstant')),
    ...optional('samlVersion', attribute(assertion, 'Version')),
    issuer: { ...optional('format', format), name: issuer === undefined ? '' : text(issuer).trim() },
    order: elements(assertion).map((item) => item.local),
    claims: claimsOf(assertion, attributes),
    attributes,
    ...(conditions === undefined ? {} : { conditions: readConditions(conditions) }),
    ...(signature === undefined ? {} : { signature: readSignature(signature) }),
  };
}

function claimsOf(assertion: XmlElement, attributes: readonly VihfAttribute[]): VihfClaims {
  const statement = child(assertion, SAML, 'AuthnStatement');
  const context = statement && child(statement, SAML, 'AuthnContext');
  const subject = child(assertion, SAML, 'Subject');
  const values = (name: ClaimName) => {
    const names: readonly string[] = NAMES[name];
    return attributes.filter((item) => names.includes(item.name)).flatMap((item) => item.values);
  };
  const one = (name: ClaimName) => values(name).find((value) => typeof value === 'string');
  const sector = one('sector');
  const [purpose] = values('purpose').filter(isCoded);
  const [confidentiality] = values('confidentiality');
  return {
    ...optional('version', one('version')),
    ...optional('mode', one('mode')),
    ...optional('nameId', subject && childText(subject, SAML, 'NameID')?.trim()),
    ...optional('subjectId', one('subjectId')),
    ...optional('structure', one('structure')),
    ...optional('sector', sector === undefined ? undefined : sectorOf(sector)),
    roles: values('roles').filter(isCoded),
    ...optional('patient', one('patient')),
    ...optional('resource', one('resource')),
    ...optional('purpose', purpose),
    ...optional('reason', one('reason')),
    ...optional('confidentiality', isCoded(confidentiality) ? confidentiality.code : confidentiality),
    software: {
      ...optional('id', one('softwareId')),
      ...optional('name', one('softwareName')),
      ...optional('version', one('softwareVersion')),
      ...optional('homologation', one('homologation')),
    },
    ...optional('authnInstant', statement && attribute(statement, 'AuthnInstant')),
    ...optional('authnContext', context && childText(context, SAML, 'AuthnContextClassRef')?.trim()),
    ...optional('authnContextDecl', context && childText(context, SAML, 'AuthnContextDecl')?.trim()),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

function isCoded(value: string | Coded | undefined): value is Coded {
  return typeof value === 'object';
}

function sectorOf(written: string): { readonly code: string; readonly codeSystem: string } {
  const at = written.indexOf('^');
  return at === -1
    ? { code: written, codeSystem: '' }
    : { code: written.slice(0, at), codeSystem: written.slice(at + 1) };
}

function readAttribute(item: XmlElement): VihfAttribute {
  return {
    name: attribute(item, 'Name') ?? '',
    values: children(item, SAML, 'AttributeValue').flatMap((value): (string | Coded)[] => {
      const inside = elements(value);
      return inside.length === 0 ? [text(value)] : inside.map(readCoded);
    }),
  };
}

function readCoded(item: XmlElement): Coded {
  return {
    code: attribute(item, 'code') ?? '',
    codeSystem: attribute(item, 'codeSystem') ?? '',
    displayName: attribute(item, 'displayName') ?? '',
    ...optional('codeSystemName', attribute(item, 'codeSystemName')),
  };
}

function readConditions(conditions: XmlElement): NonNullable<VihfView['conditions']> {
  return {
    ...optional('notBefore', attribute(conditions, 'NotBefore')),
    ...optional('notOnOrAfter', attribute(conditions, 'NotOnOrAfter')),
    audience: child(conditions, SAML, 'AudienceRestriction') !== undefined,
  };
}

function readSignature(signature: XmlElement): NonNullable<VihfView['signature']> {
  const algorithm = (...path: string[]) => {
    const found = descend(signature, DSIG, ...path);
    return (found && attribute(found, 'Algorithm')) ?? '';
  };
  const offered = descend(signature, DSIG, 'KeyInfo', 'X509Data', 'X509Certificate');
  return {
    method: algorithm('SignedInfo', 'SignatureMethod'),
    digest: algorithm('SignedInfo', 'Reference', 'DigestMethod'),
    ...optional('certificate', offered && certificateOf(text(offered))),
  };
}

function certificateOf(base64: string): CertificateInfo | undefined {
  try {
    return readCertificate(new Uint8Array(Buffer.from(base64, 'base64')));
  } catch {
    return undefined;
  }
}
