import type { Coded } from '@socle-sante/core/coded';
import { toXdsCx } from '@socle-sante/core/ins-identifier';
import { element, type XmlElementNode } from '@socle-sante/wire/xml';
import type { VihfInput, VihfWireOptions } from './types.js';
import { AUTHN_CONTEXTS } from './types.js';
import {
  AIR_DECLARATION,
  HL7,
  NAMES,
  PURPOSE_SYSTEM,
  PURPOSE_SYSTEM_NAME,
  PURPOSES,
  RESOURCE,
  SAML,
  SECRET_CONNECTION,
  X509_SUBJECT_NAME,
  XS,
  XSI,
} from './vocabulary.js';

const saml = (local: string) => ({ prefix: 'saml2', namespace: SAML, local });

/** The assertion without its signature, which goes right after the Issuer. No white space: what is written is what is signed. */
export function vihfTree(
  input: VihfInput,
  at: { readonly id: string; readonly instant: Date; readonly issuer: string },
  wire: VihfWireOptions = {},
): XmlElementNode {
  const declaration = input.mode === 'INDIRECTE_RENFORCEE' ? (wire.authnContextDecl ?? AIR_DECLARATION) : false;
  const context = input.authnContext ?? AUTHN_CONTEXTS.smartcard;
  return element(
    saml('Assertion'),
    { ID: at.id, IssueInstant: at.instant.toISOString(), Version: '2.0' },
    [
      element(saml('Issuer'), { Format: X509_SUBJECT_NAME }, [at.issuer]),
      element(saml('Subject'), {}, [element(saml('NameID'), {}, [input.nameId])]),
      wire.validSeconds !== undefined &&
        element(saml('Conditions'), {
          NotBefore: at.instant.toISOString(),
          NotOnOrAfter: new Date(at.instant.getTime() + wire.validSeconds * 1000).toISOString(),
        }),
      element(saml('AuthnStatement'), { AuthnInstant: input.authnInstant.toISOString() }, [
        element(saml('AuthnContext'), {}, [
          element(saml('AuthnContextClassRef'), {}, [context]),
          declaration !== false && element(saml('AuthnContextDecl'), {}, [declaration]),
        ]),
      ]),
      element(saml('AttributeStatement'), {}, attributesOf(input, wire)),
    ],
    { saml2: SAML, xsi: XSI, xs: XS },
  );
}

function attributesOf(input: VihfInput, wire: VihfWireOptions): (XmlElementNode | false)[] {
  const purpose = input.purpose ?? 'normal';
  const named = input.mode !== 'DIRECTE' || wire.subjectIdInDirectMode === true;
  return [
    text(NAMES.version[0], input.version ?? '3.0'),
    text(wire.modeAttribute ?? NAMES.mode[0], input.mode),
    text(NAMES.structure[0], input.structure),
    text(NAMES.sector[0], `${input.sector.code}^${input.sector.codeSystem}`),
    named && input.subjectId !== undefined && text(NAMES.subjectId[0], input.subjectId),
    attribute(
      NAMES.roles[0],
      input.roles.map((role) => coded('Role', role)),
    ),
    input.patient !== undefined && text(NAMES.patient[0], toXdsCx(input.patient)),
    text(NAMES.resource[0], input.resource ?? RESOURCE),
    attribute(NAMES.purpose[0], [
      coded('PurposeOfUse', {
        code: purpose,
        codeSystem: PURPOSE_SYSTEM,
        codeSystemName: wire.purposeCodeSystemName ?? PURPOSE_SYSTEM_NAME,
        displayName: wire.purposeLabels?.[purpose] ?? PURPOSES[purpose],
      }),
    ]),
    input.reason !== undefined && text(NAMES.reason[0], input.reason),
    input.secretConnection === true &&
      text(wire.confidentialityAttribute ?? NAMES.confidentiality[0], SECRET_CONNECTION),
    input.software.id !== undefined && text(NAMES.softwareId[0], input.software.id),
    text(NAMES.softwareName[0], input.software.name),
    text(NAMES.softwareVersion[0], input.software.version),
    text(NAMES.homologation[0], input.software.homologation),
  ];
}

function attribute(name: string, values: readonly (XmlElementNode | string)[]): XmlElementNode {
  return element(
    saml('Attribute'),
    { Name: name },
    values.map((value) =>
      element(
        saml('AttributeValue'),
        typeof value === 'string' ? [{ prefix: 'xsi', namespace: XSI, local: 'type', value: 'xs:string' }] : {},
        [value],
      ),
    ),
  );
}

function text(name: string, value: string): XmlElementNode {
  return attribute(name, [value]);
}

function coded(local: 'Role' | 'PurposeOfUse', value: Coded): XmlElementNode {
  const { code, codeSystem, codeSystemName, displayName } = value;
  return element({ prefix: '', namespace: HL7, local }, [
    { prefix: 'xsi', namespace: XSI, local: 'type', value: 'CE' },
    { local: 'code', value: code },
    { local: 'codeSystem', value: codeSystem },
    ...(codeSystemName === undefined ? [] : [{ local: 'codeSystemName', value: codeSystemName }]),
    { local: 'displayName', value: displayName },
  ]);
}
