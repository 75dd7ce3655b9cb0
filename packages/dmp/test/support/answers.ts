import type { WireRequest, WireResponse } from '@socle-sante/wire/http';
import { bytes } from './sample.js';

export const RELATES = 'urn:uuid:6d0f2f8e-0a53-4f0e-9a0a-0d2d2f3c1a11';

/** An answer of the DMP around that body, with prefixes that nobody here uses. */
export function soap(body: string, relatesTo: string | undefined = RELATES): string {
  const relates = relatesTo === undefined ? '' : `<a:RelatesTo>${relatesTo}</a:RelatesTo>`;
  return `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><S:Header><a:Action>urn:whatever</a:Action><a:MessageID>urn:uuid:1</a:MessageID>${relates}</S:Header><S:Body>${body}</S:Body></S:Envelope>`;
}

export function http(xml: string, more: Partial<WireResponse> = {}): WireResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/soap+xml; charset=UTF-8' },
    body: bytes(xml),
    elapsedMs: 1,
    ...more,
  };
}

export function fault(subcode: string | undefined, reason: string, role = 'Sender'): string {
  const sub = subcode === undefined ? '' : `<S:Subcode><S:Value>d:${subcode}</S:Value></S:Subcode>`;
  return `<S:Fault xmlns:d="urn:d"><S:Code><S:Value>S:${role}</S:Value>${sub}</S:Code><S:Reason><S:Text xml:lang="fr">${reason}</S:Text></S:Reason></S:Fault>`;
}

const RS = 'urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0';

export interface SaidError {
  readonly code: string;
  readonly context?: string;
  readonly severity?: 'Error' | 'Warning';
}

function errorList(errors: readonly SaidError[]): string {
  if (errors.length === 0) return '';
  const items = errors.map(
    ({ code, context = '', severity = 'Error' }) =>
      `<r:RegistryError errorCode="${code}" codeContext="${context}" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:${severity}" location=""/>`,
  );
  return `<r:RegistryErrorList>${items.join('')}</r:RegistryErrorList>`;
}

export function registry(status: 'Success' | 'Failure' | 'PartialSuccess', errors: readonly SaidError[] = []): string {
  const prefix = status === 'PartialSuccess' ? 'urn:ihe:iti:2007' : 'urn:oasis:names:tc:ebxml-regrep';
  return `<r:RegistryResponse xmlns:r="${RS}" status="${prefix}:ResponseStatusType:${status}">${errorList(errors)}</r:RegistryResponse>`;
}

export function objectRefs(ids: readonly string[]): string {
  const refs = ids.map((id) => `<ObjectRef id="${id}"/>`).join('');
  return `<q:AdhocQueryResponse xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0" status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"><RegistryObjectList>${refs}</RegistryObjectList></q:AdhocQueryResponse>`;
}

/** MessageID of a request, wherever it stands in the body. */
export function messageIdOf(request: WireRequest): string {
  const text = new TextDecoder('latin1').decode(request.body ?? new Uint8Array());
  return /<wsa:MessageID>([^<]+)</.exec(text)?.[1] ?? '';
}
