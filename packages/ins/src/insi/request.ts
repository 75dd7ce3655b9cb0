import { type Clock, defaultRandom, type RandomBytes, uuidV4 } from '@socle-sante/core';
import type { WireRequest } from '@socle-sante/wire';
import { encodeEnvelope, soapContentType } from '@socle-sante/wire/soap';
import { element, raw, type XmlElementNode, type XmlNode } from '@socle-sante/wire/xml';
import { type Couverture, contexteBam, contexteLps } from './contexts.js';
import { NS, qname } from './namespaces.js';
import type { LpsSoftware } from './software.js';

/** Everything that surrounds the body of one call. Made anew for each call: no identifier may serve twice. */
export interface InsiCallContext {
  readonly url: string;
  readonly software: LpsSoftware;
  /** Who sends: OU of the structure certificate, or CN of the card certificate. The same in both contexts. */
  readonly emetteur: string;
  /** `uuid:` and a version 4 UUID. The service echoes it in its faults: it is the key of any support request. */
  readonly messageId: string;
  readonly contextIds: { readonly bam: string; readonly lps: string };
  readonly at: Date;
  /** Serialised assertions in their order, PS first. Written unchanged: one more space would break their digest. */
  readonly assertions?: readonly string[];
  readonly couverture?: Couverture;
  readonly extraHttpHeaders?: Readonly<Record<string, string>>;
}

/** The part of a call context that does not change from one call to the next. */
export interface InsiSender {
  readonly url: string;
  readonly software: LpsSoftware;
  readonly emetteur: string;
}

/** A context with a new MessageID, new context identifiers and the time of the clock. */
export function newInsiCallContext(
  sender: InsiSender,
  sources: { readonly clock: Clock; readonly random?: RandomBytes },
  more: Partial<Pick<InsiCallContext, 'assertions' | 'couverture' | 'extraHttpHeaders'>> = {},
): InsiCallContext {
  const random = sources.random ?? defaultRandom;
  return {
    ...sender,
    messageId: `uuid:${uuidV4(random)}`,
    contextIds: { bam: uuidV4(random), lps: uuidV4(random) },
    at: sources.clock(),
    ...more,
  };
}

/** What distinguishes one operation from another on the wire. */
export interface InsiMessage {
  readonly operation: string;
  readonly action: string;
  readonly body: XmlElementNode;
}

/**
 * The whole HTTP request. Header blocks always stand in one order: Action, MessageID, ContexteBAM, ContexteLPS,
 * Security; the last is left out when there is no assertion (mutual TLS).
 */
export function encodeInsiRequest(message: InsiMessage, context: InsiCallContext): WireRequest {
  const { software, emetteur, at, contextIds } = context;
  const headers: XmlNode[] = [
    element(qname('wsa', 'Action'), {}, [message.action]),
    element(qname('wsa', 'MessageID'), {}, [context.messageId]),
    contexteBam({
      id: contextIds.bam,
      at,
      emetteur,
      ...(context.couverture ? { couverture: context.couverture } : {}),
    }),
    contexteLps({ id: contextIds.lps, at, emetteur, software }),
  ];
  const assertions = context.assertions ?? [];
  if (assertions.length > 0) headers.push(element(qname('wsse', 'Security'), {}, assertions.map(raw)));
  return {
    method: 'POST',
    url: context.url,
    headers: { ...context.extraHttpHeaders, 'content-type': soapContentType(message.action) },
    body: encodeEnvelope({
      headers,
      body: message.body,
      namespaces: { wsa: NS.wsa, ctxbam: NS.ctxbam, ctxlps: NS.ctxlps },
    }),
    operation: message.operation,
    // Nothing changes on the other side, but a repetition needs new identifiers: the client makes it, not the transport.
    safeToRepeat: false,
  };
}
