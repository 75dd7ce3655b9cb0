import type { WireRequest } from '@socle-sante/wire/http';
import { encodeEnvelope, SOAP12, WSA } from '@socle-sante/wire/soap';
import { element, raw, type XmlElementNode, type XmlNode } from '@socle-sante/wire/xml';
import type { DmpTransaction } from '../access.js';
import { type DmpService, dmpServiceUrl } from '../environments.js';
import type { DmpCallContext } from './operation.js';

const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const ANONYMOUS = 'http://www.w3.org/2005/08/addressing/anonymous';

const wsa = (local: string, children: readonly XmlNode[], mustUnderstand = false): XmlElementNode =>
  element(
    { prefix: 'wsa', namespace: WSA, local },
    mustUnderstand ? [{ prefix: 'soap', namespace: SOAP12, local: 'mustUnderstand', value: 'true' }] : [],
    children,
  );

/**
 * The SOAP 1.2 envelope of any request: MessageID, To, ReplyTo, Action, Security, in this order. `mustUnderstand` stands, in the SOAP
 * namespace, on ReplyTo and Action only; Security holds the assertion alone (sample messages v02.05.00).
 */
export function encodeMessage(
  about: { readonly service: DmpService; readonly action: string },
  body: XmlElementNode,
  context: DmpCallContext,
): Uint8Array {
  const to = context.wire?.to === 'empty' ? [] : [dmpServiceUrl(context.environment, about.service)];
  return encodeEnvelope({
    headers: [
      wsa('MessageID', [context.messageId]),
      wsa('To', to),
      wsa('ReplyTo', [wsa('Address', [ANONYMOUS])], true),
      wsa('Action', [about.action], true),
      element({ prefix: 'wsse', namespace: WSSE, local: 'Security' }, {}, [raw(context.assertion)]),
    ],
    body,
    namespaces: { wsa: WSA, wsse: WSSE },
  });
}

/** The HTTP request of a call that carries no document. */
export function encodeCall(
  about: {
    readonly transaction: DmpTransaction;
    readonly service: DmpService;
    readonly action: string;
  },
  body: XmlElementNode,
  context: DmpCallContext,
): WireRequest {
  return {
    method: 'POST',
    url: dmpServiceUrl(context.environment, about.service),
    headers: { 'content-type': `application/soap+xml; charset=UTF-8; action="${about.action}"` },
    body: encodeMessage(about, body, context),
    operation: about.transaction,
    // A repetition needs another MessageID and another assertion: the client makes it, not the transport.
    safeToRepeat: false,
  };
}
