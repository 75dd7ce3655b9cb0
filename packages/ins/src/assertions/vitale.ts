// The assertion of a carte Vitale, second in the header of WS_INS1. Its signature is optional in the GIE example kit, off by
// default there; whether the production wants it is not known. Source: GIE SESAM-Vitale example kit 2.06.01.

import { createHash } from 'node:crypto';
import { type Clock, defaultRandom, type RandomBytes, uuidV4 } from '@socle-sante/core';
import { canonicalize } from '@socle-sante/wire/c14n';
import { element, serializeXml, type XmlElementNode } from '@socle-sante/wire/xml';
import { InsiConfigError } from '../insi/errors.js';
import { NS } from '../insi/namespaces.js';
import { normalizeVitaleSerial, type VitaleCard, type VitaleCardType } from '../vitale/card.js';
import type { VitaleReader, VitaleSignature } from '../vitale/reader.js';
import { serializeAssertion } from './saml.js';

/** `never`; `when-possible`: signed when the reader can; `require`: refused when it cannot. */
export type SignVitale = 'never' | 'when-possible' | 'require';

/** Signature algorithm of each generation of cards. */
export const VITALE_SIGNATURE_METHODS: Readonly<Record<VitaleCardType, string>> = Object.freeze({
  V1IGEA: 'http://www.sesam-vitale.fr/xmldsig/2011/06/V1IGEA-SHA256/20',
  V1SCOT: 'http://www.sesam-vitale.fr/xmldsig/2011/06/V1SCOT-SHA256/6',
  V2: 'http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256',
});

/** Namespace of the inner `KeyInfo`. */
export const VITALE_KEYINFO_NS = 'http://www.sesam-vitale.fr/xmldsig/2011/12/vitale';

const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** What is needed to build one. */
export interface VitaleAssertionInput {
  readonly card: VitaleCard;
  readonly reader?: Pick<VitaleReader, 'sign'>;
  /** CN of the professional's certificate. */
  readonly issuer: string;
  readonly signVitale?: SignVitale;
  readonly clock: Clock;
  readonly random?: RandomBytes;
}

/** A Vitale assertion, signed or not. */
export interface VitaleAssertion {
  readonly xml: string;
  readonly id: string;
  readonly issuedAt: Date;
  /** Serial number of the card on 12 digits. */
  readonly serial: string;
  readonly signed: boolean;
}

/**
 * Builds the assertion of a card; signs it as `signVitale` says (default `when-possible`).
 * @throws InsiConfigError `insi.vitale.signature` when a signature is required and the card did not give it.
 */
export async function buildVitaleAssertion(input: VitaleAssertionInput): Promise<VitaleAssertion> {
  const policy = input.signVitale ?? 'when-possible';
  const at = input.clock();
  const id = `_${uuidV4(input.random ?? defaultRandom)}`;
  const serial = normalizeVitaleSerial(input.card.serial);
  const unsigned = serializeAssertion({ id, at, issuer: input.issuer, nameId: serial, nameQualifier: 'VITALE' });
  const base = { id, issuedAt: at, serial };
  if (policy === 'never') return { ...base, xml: unsigned, signed: false };
  try {
    const signature = await signature8(unsigned, id, input);
    const after = unsigned.indexOf('</Issuer>') + '</Issuer>'.length;
    return { ...base, xml: unsigned.slice(0, after) + signature + unsigned.slice(after), signed: true };
  } catch (cause) {
    if (policy === 'when-possible') return { ...base, xml: unsigned, signed: false };
    throw new InsiConfigError({
      code: 'insi.vitale.signature',
      origin: 'argument',
      message: 'The carte Vitale did not sign and signVitale is "require".',
      cause,
    });
  }
}

async function signature8(unsigned: string, id: string, input: VitaleAssertionInput): Promise<string> {
  const { card, reader } = input;
  if (!reader?.sign) throw new Error('The reader cannot sign.');
  const digest = sha256(await canonicalize(unsigned, { method: 'exc-c14n' }));
  const signedInfo = signedInfoNode(id, card.type, digest.toString('base64'));
  const octets = await canonicalize(serializeXml(signedInfo), { method: 'exc-c14n' });
  const signature = await reader.sign(sha256(octets));
  if (signature.value.length !== 8) throw new Error('A Vitale signature is 8 octets long.');
  return serializeXml(
    ds('Signature', {}, [
      signedInfo,
      ds('SignatureValue', {}, [Buffer.from(signature.value).toString('base64')]),
      ds('KeyInfo', {}, [vitaleKeyInfo(card, signature)]),
    ]),
  );
}

function signedInfoNode(id: string, type: VitaleCardType, digest: string): XmlElementNode {
  return ds('SignedInfo', {}, [
    ds('CanonicalizationMethod', { Algorithm: EXC_C14N }),
    ds('SignatureMethod', { Algorithm: VITALE_SIGNATURE_METHODS[type] }),
    ds('Reference', { URI: `#${id}` }, [
      ds('Transforms', {}, [ds('Transform', { Algorithm: ENVELOPED }), ds('Transform', { Algorithm: EXC_C14N })]),
      ds('DigestMethod', { Algorithm: SHA256 }),
      ds('DigestValue', {}, [digest]),
    ]),
  ]);
}

function vitaleKeyInfo(card: VitaleCard, signature: VitaleSignature): XmlElementNode {
  const part = (local: string, text: string | undefined): XmlElementNode | undefined =>
    text === undefined ? undefined : element({ prefix: '', namespace: VITALE_KEYINFO_NS, local }, {}, [text]);
  return element({ prefix: '', namespace: VITALE_KEYINFO_NS, local: 'KeyInfo' }, {}, [
    part('Type', card.type),
    part('Nature', card.nature),
    part('NumSerieLogique', card.serial),
    card.type === 'V1SCOT' && part('NumFabricant', signature.numFabricant),
    card.type === 'V2' && part('CleMere', signature.cleMere),
  ]);
}

function ds(
  local: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (XmlElementNode | string | undefined | false)[] = [],
): XmlElementNode {
  return element({ prefix: '', namespace: NS.ds, local }, attributes, children);
}

function sha256(octets: Uint8Array): Buffer {
  return createHash('sha256').update(octets).digest();
}
