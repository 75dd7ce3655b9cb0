import { elements, first, type SimElement, textOf } from './element.js';
import { Refused, refuse } from './faults.js';
import { actionOf, type InsiOperation, NS, operationOfAction } from './namespaces.js';
import { UUID } from './structure.js';
import { UnreadableXml, type XmlReader } from './xml-reader.js';

/** A SOAP 1.2 envelope, its parts told apart. */
export interface Message {
  readonly text: string;
  readonly root: SimElement;
  readonly headers: readonly SimElement[];
  readonly body: SimElement;
}

/** Check 3: well-formed, no DTD, SOAP 1.2 envelope with at most one Header and one Body that holds one element. */
export function readMessage(reader: XmlReader, bytes: Uint8Array): Message {
  let read: ReturnType<XmlReader>;
  try {
    read = reader(bytes);
  } catch (error) {
    if (error instanceof UnreadableXml) throw refuse('sim_xml', error.message);
    throw error;
  }
  const { root, text } = read;
  if (root.local !== 'Envelope' || root.namespace !== NS.soap)
    throw refuse('sim_xml', 'racine autre que l’enveloppe SOAP 1.2');
  const parts = elements(root);
  const header = first(root, NS.soap, 'Header');
  const body = first(root, NS.soap, 'Body');
  const expected = header ? [header, body] : [body];
  const strayText = root.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (!body || strayText || parts.length !== expected.length || parts.some((part, i) => part !== expected[i])) {
    throw refuse('sim_xml', 'l’enveloppe doit contenir un Header facultatif puis un Body');
  }
  const payload = elements(body);
  if (payload.length !== 1 || !payload[0]) throw refuse('sim_xml', 'le Body doit contenir un seul élément');
  return { text, root, headers: header ? elements(header) : [], body: payload[0] };
}

/** All the headers of that name. */
export function headersNamed(message: Message, namespace: string, local: string): SimElement[] {
  return message.headers.filter((header) => header.namespace === namespace && header.local === local);
}

const ROOTS: Readonly<Record<InsiOperation, readonly [string, string]>> = {
  rechercherInsAvecTraitsIdentite: [NS.traits, 'RECSANSVITALE'],
  rechercherInsAvecCarteVitale: [NS.vitale, 'RECVITALE'],
};

/** True when the body is the one of the operation. */
export function bodyFits(message: Message, operation: InsiOperation): boolean {
  const [namespace, local] = ROOTS[operation];
  return message.body.namespace === namespace && message.body.local === local;
}

/** Check 4: `wsa:Action`, else the `action` parameter of the Content-Type, else the root of the body. */
export function chooseOperation(message: Message, contentTypeAction: string | undefined): InsiOperation {
  const headers = headersNamed(message, NS.wsa, 'Action');
  if (headers.length > 1) throw refuse('sim_action', 'wsa:Action répété');
  const headerAction = textOf(headers[0])?.trim();
  if (headerAction !== undefined && contentTypeAction !== undefined && headerAction !== contentTypeAction) {
    throw refuse('sim_action', 'wsa:Action différent du paramètre action du Content-Type');
  }
  const action = headerAction ?? contentTypeAction;
  if (action !== undefined) {
    const operation = operationOfAction(action);
    if (!operation) throw refuse('sim_action', 'action inconnue');
    return operation;
  }
  const byRoot = (Object.keys(ROOTS) as InsiOperation[]).find((operation) => bodyFits(message, operation));
  if (!byRoot)
    throw refuse(
      'sim_action',
      `ni action ni corps connus ; par exemple ${actionOf('rechercherInsAvecTraitsIdentite')}`,
    );
  return byRoot;
}

/** The MessageID as sent, if there is exactly one that can be echoed; used by every fault. */
export function messageIdOf(message: Message): string | undefined {
  const headers = headersNamed(message, NS.wsa, 'MessageID');
  const value = headers.length === 1 ? textOf(headers[0])?.trim() : undefined;
  return value !== undefined && value.length <= 100 ? value : undefined;
}

/** Check 5: one MessageID, `uuid:<UUID>`, `urn:uuid:<UUID>` or bare. Answers the UUID in lower case. */
export function requireMessageId(message: Message): string {
  const headers = headersNamed(message, NS.wsa, 'MessageID');
  if (headers.length !== 1 || !headers[0])
    throw refuse('sim_messageid', headers.length === 0 ? 'MessageID absent' : 'MessageID répété');
  if (elements(headers[0]).length > 0) throw refuse('sim_messageid', 'MessageID sans texte simple');
  const uuid = (textOf(headers[0]) ?? '').trim().replace(/^(?:urn:)?uuid:/i, '');
  if (!UUID.test(uuid)) throw refuse('sim_messageid', 'MessageID sans forme d’UUID');
  return uuid.toLowerCase();
}

const KNOWN_HEADERS: readonly (readonly [string, string])[] = [
  [NS.wsa, 'Action'],
  [NS.wsa, 'MessageID'],
  [NS.bam, 'ContexteBAM'],
  [NS.lps, 'ContexteLPS'],
  [NS.wsse, 'Security'],
];

/** SOAP 1.2 part 1 §2.4: a header that must be understood and is not stops the processing. */
export function refuseUnknownMandatoryHeaders(message: Message): void {
  for (const header of message.headers) {
    if (KNOWN_HEADERS.some(([namespace, local]) => header.namespace === namespace && header.local === local)) continue;
    const must = header.attributes.some(
      ({ namespace, local, value }) =>
        namespace === NS.soap && local === 'mustUnderstand' && /^(?:true|1)$/.test(value.trim()),
    );
    if (must) throw refuse('sim_header');
  }
}

/** Runs a check and gives its refusal back instead of throwing it. */
export function refusalOf(check: () => void): Refused | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
