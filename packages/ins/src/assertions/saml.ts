// The SAML pieces shared by the three assertions. Default namespace and no white space: what is serialised here is
// what is signed.

import { element, serializeXml, type XmlElementNode } from '@socle-sante/wire/xml';
import { NS } from '../insi/namespaces.js';

/** Names of attributes on the wire: the sources disagree on case and spelling, so each can be replaced. */
export interface AssertionAttributeNames {
  readonly identifiantFacturation: string;
  readonly codeSpecialiteAMO: string;
  readonly secteurActivite: string;
  readonly gipProfessionCode: string;
}

/** Default spelling, that of the example of the guide SEL-MP-043. */
export const ATTRIBUTE_NAMES: AssertionAttributeNames = Object.freeze({
  identifiantFacturation: 'identifiantFacturation',
  codeSpecialiteAMO: 'codeSpecialiteAMO',
  secteurActivite: 'secteurActivite',
  gipProfessionCode: 'gipProfessionCode',
});

/** What the assertion says of the professional's activity. */
export interface PsActivity {
  /** Establishment: FINESS géographique, else SIRET. Others: billing number of the Assurance Maladie. */
  readonly identifiantFacturation: string;
  /** Physicians and trainees. */
  readonly codeSpecialiteAMO?: string;
  /** `SA05`, `SA07`…, when the card has several activities. */
  readonly secteurActivite?: string;
  /** With several professions (Pro Santé Connect). */
  readonly gipProfessionCode?: string;
}

/** The content of an assertion before it is signed. */
export interface AssertionContent {
  readonly id: string;
  readonly at: Date;
  readonly issuer: string;
  readonly issuerFormat?: string;
  readonly nameId: string;
  readonly nameQualifier: string;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[];
}

/** The assertion, as a tree. */
export function assertionTree(content: AssertionContent): XmlElementNode {
  const attributes = content.attributes ?? [];
  return saml('Assertion', { ID: content.id, IssueInstant: content.at.toISOString(), Version: '2.0' }, [
    saml('Issuer', { Format: content.issuerFormat }, [content.issuer]),
    saml('Subject', {}, [saml('NameID', { NameQualifier: content.nameQualifier }, [content.nameId])]),
    attributes.length > 0 &&
      saml(
        'AttributeStatement',
        {},
        attributes.map(({ name, value }) => saml('Attribute', { Name: name }, [saml('AttributeValue', {}, [value])])),
      ),
  ]);
}

/** The assertion, serialised. */
export function serializeAssertion(content: AssertionContent): string {
  return serializeXml(assertionTree(content));
}

/** The attributes of an activity, in the order of the guide, under the names in force. */
export function activityAttributes(
  activity: PsActivity,
  names: Partial<AssertionAttributeNames> = {},
): { name: string; value: string }[] {
  const spelled = { ...ATTRIBUTE_NAMES, ...names };
  const order = ['identifiantFacturation', 'codeSpecialiteAMO', 'secteurActivite', 'gipProfessionCode'] as const;
  return order.flatMap((key) => {
    const value = activity[key];
    return value === undefined || value === '' ? [] : [{ name: spelled[key], value }];
  });
}

function saml(
  local: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (XmlElementNode | string | false)[],
): XmlElementNode {
  return element({ prefix: '', namespace: NS.saml, local }, attributes, children);
}
