import { child, childText, type XmlElement } from '../xml/tree.js';
import { element, type XmlNode } from '../xml/write.js';
import { WSA } from './namespaces.js';

/** WS-Addressing 1.0 properties beyond Action and MessageID. Each is left out when absent. */
export interface AddressingOptions {
  readonly to?: string;
  /** Address of the reply; `http://www.w3.org/2005/08/addressing/anonymous` for the same connection. */
  readonly replyTo?: string;
  readonly relatesTo?: string;
  /** Prefix. Default `wsa`. */
  readonly prefix?: string;
}

/** Header blocks in a fixed order: Action, MessageID, RelatesTo, To, ReplyTo. */
export function addressing(action: string, messageId: string, options: AddressingOptions = {}): XmlNode[] {
  const prefix = options.prefix ?? 'wsa';
  const block = (local: string, children: readonly XmlNode[]) =>
    element({ prefix, namespace: WSA, local }, {}, children);
  const blocks = [block('Action', [action]), block('MessageID', [messageId])];
  if (options.relatesTo !== undefined) blocks.push(block('RelatesTo', [options.relatesTo]));
  if (options.to !== undefined) blocks.push(block('To', [options.to]));
  if (options.replyTo !== undefined) blocks.push(block('ReplyTo', [block('Address', [options.replyTo])]));
  return blocks;
}

/** What WS-Addressing says in the header blocks of a message. */
export interface AddressingProperties {
  readonly action?: string;
  readonly messageId?: string;
  readonly relatesTo?: string;
  readonly to?: string;
  readonly replyTo?: string;
}

/** Reads the WS-Addressing blocks among header blocks, in any order. The first of each counts. */
export function readAddressing(headers: readonly XmlElement[]): AddressingProperties {
  const one = (local: string) => headers.find((item) => item.namespace === WSA && item.local === local);
  const value = (local: string) => {
    const found = one(local);
    return found === undefined
      ? undefined
      : found.children
          .filter((node) => typeof node === 'string')
          .join('')
          .trim();
  };
  const replyTo = one('ReplyTo');
  const address = replyTo && child(replyTo, WSA, 'Address') && childText(replyTo, WSA, 'Address');
  return defined({
    action: value('Action'),
    messageId: value('MessageID'),
    relatesTo: value('RelatesTo'),
    to: value('To'),
    replyTo: address,
  });
}

function defined(properties: AddressingProperties): AddressingProperties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
