import { attribute, child, children, childText, elements, text, type XmlElement } from '../xml/tree.js';
import { element, type XmlNode } from '../xml/write.js';
import { SOAP12, XML_NS } from './namespaces.js';

/** A SOAP 1.2 fault (SOAP 1.2 Part 1 §5.4), read leniently: prefixes are not resolved, only local parts are kept. */
export interface SoapFault {
  /** Local part of Code/Value: `Sender`, `Receiver`, `VersionMismatch`, `MustUnderstand`, `DataEncodingUnknown`, or what came. */
  readonly code: string;
  /** Local parts of the nested Subcode values, outermost first. */
  readonly subcodes: readonly string[];
  readonly reason: readonly { readonly lang: string; readonly text: string }[];
  readonly node?: string;
  readonly role?: string;
  /** Child elements of Detail. */
  readonly detail: readonly XmlElement[];
}

/**
 * Reads a Fault element. Values of Code and Subcode are QNames in the specification, yet real services use the prefix of
 * the envelope for codes that are not in its namespace: what stands after the colon is taken as text.
 */
export function readFault(fault: XmlElement): SoapFault {
  const codeElement = child(fault, SOAP12, 'Code');
  const subcodes: string[] = [];
  let level = codeElement && child(codeElement, SOAP12, 'Subcode');
  while (level !== undefined) {
    subcodes.push(localPart(childText(level, SOAP12, 'Value') ?? ''));
    level = child(level, SOAP12, 'Subcode');
  }
  const reason = child(fault, SOAP12, 'Reason');
  const detail = child(fault, SOAP12, 'Detail');
  const node = childText(fault, SOAP12, 'Node');
  const role = childText(fault, SOAP12, 'Role');
  return {
    code: localPart((codeElement && childText(codeElement, SOAP12, 'Value')) ?? ''),
    subcodes,
    reason: (reason === undefined ? [] : children(reason, SOAP12, 'Text')).map((item) => ({
      lang: attribute(item, 'lang', XML_NS) ?? '',
      text: text(item).trim(),
    })),
    ...(node === undefined ? {} : { node }),
    ...(role === undefined ? {} : { role }),
    detail: detail === undefined ? [] : elements(detail),
  };
}

/** The sentence of the fault in that language, else the first one, else an empty string. */
export function faultReason(fault: Pick<SoapFault, 'reason'>, lang: string): string {
  const wanted = lang.toLowerCase();
  const found = fault.reason.find((item) => item.lang.toLowerCase().split('-')[0] === wanted);
  return (found ?? fault.reason[0])?.text ?? '';
}

/** What a server writes in a Fault. */
export interface FaultParts {
  readonly code: string;
  readonly subcodes?: readonly string[];
  readonly reason: readonly { readonly lang: string; readonly text: string }[];
  readonly detail?: readonly XmlNode[];
  /** Prefix of SOAP 1.2, also used in the code values. Default `soap`. */
  readonly prefix?: string;
}

/** Writes a Fault element, to be the body of {@link encodeEnvelope}. Used by simulators. */
export function faultElement(parts: FaultParts): XmlNode {
  const prefix = parts.prefix ?? 'soap';
  const name = (local: string) => ({ prefix, namespace: SOAP12, local });
  const value = (code: string) => element(name('Value'), {}, [`${prefix}:${code}`]);
  const nested = (codes: readonly string[]): XmlNode | undefined => {
    const [first, ...rest] = codes;
    return first === undefined ? undefined : element(name('Subcode'), {}, [value(first), nested(rest)]);
  };
  return element(name('Fault'), {}, [
    element(name('Code'), {}, [value(parts.code), nested(parts.subcodes ?? [])]),
    element(
      name('Reason'),
      {},
      parts.reason.map((item) =>
        element(name('Text'), [{ prefix: 'xml', namespace: XML_NS, local: 'lang', value: item.lang }], [item.text]),
      ),
    ),
    (parts.detail?.length ?? 0) > 0 && element(name('Detail'), {}, parts.detail),
  ]);
}

function localPart(value: string): string {
  return value.slice(value.lastIndexOf(':') + 1).trim();
}
