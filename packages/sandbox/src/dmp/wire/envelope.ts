import { attributeOf, elements, first, type SimElement, textOf } from '../../insi/element.js';
import { type DmpRefusal, DmpRefused, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { ANONYMOUS, FAULT_ACTION, NS, OPERATIONS, type OperationShape } from './namespaces.js';
import { leaf, tag } from './writer.js';

/** A request envelope, its parts told apart. */
export interface DmpEnvelope {
  readonly root: SimElement;
  readonly bytes: Uint8Array;
  readonly headers: readonly SimElement[];
  readonly payload: SimElement;
}

const refuse = (check: number, code: string, reason: string, context: string): DmpRefused =>
  new DmpRefused([faultRefusal(check, code, reason, context)]);

/** Check 2: a SOAP 1.2 envelope with one Header and one Body that holds one element. */
export function readEnvelope(root: SimElement, bytes: Uint8Array): DmpEnvelope {
  if (root.local !== 'Envelope' || root.namespace !== NS.soap)
    throw refuse(2, FAULT.request, 'soap.version', 'racine autre que l’enveloppe SOAP 1.2');
  const header = first(root, NS.soap, 'Header');
  const body = first(root, NS.soap, 'Body');
  const expected = header ? [header, body] : [body];
  const parts = elements(root);
  const payload = body ? elements(body) : [];
  if (
    !body ||
    parts.length !== expected.length ||
    parts.some((part, i) => part !== expected[i]) ||
    payload.length !== 1 ||
    !payload[0]
  )
    throw refuse(
      2,
      FAULT.request,
      'soap.parts',
      'l’enveloppe doit contenir un Header puis un Body avec un seul élément',
    );
  return { root, bytes, headers: header ? elements(header) : [], payload: payload[0] };
}

export interface Addressing {
  readonly messageId: string | undefined;
  readonly action: string | undefined;
}

/** What can be read of the addressing, whatever it is worth: to relate a fault to its request. */
export function addressingOf(envelope: DmpEnvelope): Addressing {
  const value = (local: string) => {
    const found = envelope.headers.filter((h) => h.namespace === NS.wsa && h.local === local);
    const text = textOf(found[0])?.trim();
    return found.length === 1 && text !== undefined && text !== '' && text.length <= 200 ? text : undefined;
  };
  return { messageId: value('MessageID'), action: value('Action') };
}

const KNOWN_HEADERS = new Set([NS.wsa, NS.wsse] as string[]);
const UUID_URN = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Check 3: MessageID, To, ReplyTo, Action once each; the action belongs to the service. */
export function checkAddressing(
  envelope: DmpEnvelope,
  service: string,
  contentTypeAction: string | undefined,
): { readonly shape: OperationShape; readonly refusals: readonly DmpRefusal[] } {
  const refusals: DmpRefusal[] = [];
  const header = (local: string) => envelope.headers.filter((h) => h.namespace === NS.wsa && h.local === local);
  for (const local of ['MessageID', 'To', 'ReplyTo', 'Action']) {
    const count = header(local).length;
    if (count !== 1)
      refusals.push(
        faultRefusal(
          3,
          count === 0 ? FAULT.addressing : FAULT.addressingInvalid,
          count === 0 ? `addressing.${local}` : 'addressing.repeated',
          count === 0
            ? `A required header representing a Message Addressing Property is not present (${local})`
            : `en-tête wsa:${local} répété`,
          { from: 'dmp' },
        ),
      );
  }
  const { messageId, action } = addressingOf(envelope);
  if (messageId !== undefined && !UUID_URN.test(messageId))
    refusals.push(
      faultRefusal(3, FAULT.addressingInvalid, 'addressing.messageId', 'MessageID : urn:uuid: attendu', {
        from: 'strict',
      }),
    );
  const replyTo = textOf(first(header('ReplyTo')[0], NS.wsa, 'Address'))?.trim();
  if (header('ReplyTo').length === 1 && replyTo !== ANONYMOUS)
    refusals.push(
      faultRefusal(3, FAULT.addressingInvalid, 'addressing.replyTo', 'ReplyTo : adresse anonyme attendue', {
        from: 'dmp',
      }),
    );
  const to = textOf(header('To')[0])?.trim() ?? '';
  if (header('To').length === 1 && to !== '' && !isAddressOf(to, service))
    refusals.push(
      faultRefusal(3, FAULT.destination, 'addressing.to', 'To : adresse de ce service, ou élément vide, attendue', {
        from: 'strict',
      }),
    );
  for (const h of envelope.headers) {
    const must = /^(?:true|1)$/.test(attributeOf(h, 'mustUnderstand', NS.soap) ?? '');
    if (must && !KNOWN_HEADERS.has(h.namespace))
      refusals.push(faultRefusal(3, 'MustUnderstand', 'addressing.mustUnderstand', 'en-tête obligatoire inconnu'));
    if (must && h.namespace === NS.wsse)
      refusals.push(
        faultRefusal(3, 'MustUnderstand', 'addressing.security', 'wsse:Security ne porte pas mustUnderstand', {
          from: 'strict',
        }),
      );
  }
  const byRoot = shapeOfBody(envelope, service);
  const byAction = OPERATIONS.find((shape) => shape.service === service && shape.action === action);
  if (action !== undefined && !byAction)
    throw refuse(3, FAULT.action, 'addressing.action', 'wsa:Action étrangère à ce service');
  const shape = byAction ?? byRoot;
  if (!shape || shape !== byRoot)
    throw new DmpRefused([
      ...refusals,
      faultRefusal(3, FAULT.action, 'addressing.body', 'corps étranger à l’action ou au service'),
    ]);
  if (contentTypeAction !== undefined && contentTypeAction !== '' && contentTypeAction !== shape.action)
    refusals.push(
      faultRefusal(
        3,
        FAULT.addressingInvalid,
        'addressing.contentType',
        'paramètre action du Content-Type différent de wsa:Action',
        { from: 'dmp' },
      ),
    );
  return { shape, refusals };
}

/** Host and port may be those of a front-end; the service is the last step of the path. */
function isAddressOf(to: string, service: string): boolean {
  return URL.canParse(to) && new URL(to).pathname.split('/').at(-1) === service;
}

/** The operation that the body alone would be, to answer a refusal in the form of its service. */
export function shapeOfBody({ payload }: DmpEnvelope, service: string): OperationShape | undefined {
  return OPERATIONS.find(
    ({ service: s, root }) => s === service && root[0] === payload.namespace && root[1] === payload.local,
  );
}

const DECLARATIONS = `xmlns:soap="${NS.soap}" xmlns:wsa="${NS.wsa}"`;

interface ReplyHeader {
  readonly action: string;
  readonly messageId: string;
  readonly relatesTo: string | undefined;
}

function envelope({ action, messageId, relatesTo }: ReplyHeader, body: string): Uint8Array {
  const header = [
    leaf('wsa:Action', action),
    leaf('wsa:MessageID', messageId),
    leaf('wsa:To', ANONYMOUS),
    ...(relatesTo === undefined ? [] : [leaf('wsa:RelatesTo', relatesTo)]),
  ];
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope ${DECLARATIONS}>${tag('soap:Header', {}, header)}${tag('soap:Body', {}, body)}</soap:Envelope>`,
  );
}

/** A reply. */
export function writeReply(header: ReplyHeader, payload: string): Uint8Array {
  return envelope(header, payload);
}

const WSA_CODES = new Set<string>([FAULT.addressing, FAULT.addressingInvalid, FAULT.action, FAULT.destination]);
/** WS-Addressing 1.0 SOAP binding §6.4.1: what is wrong with an invalid header, by reason. */
const ADDRESSING_DETAIL: Readonly<Record<string, string>> = {
  'addressing.repeated': 'InvalidCardinality',
  'addressing.messageIdReused': 'DuplicateMessageID',
  'addressing.contentType': 'ActionMismatch',
  'addressing.replyTo': 'OnlyAnonymousAddressSupported',
};
const STANDARD = new Set(['MustUnderstand', 'VersionMismatch']);

/** A fault: Sender unless the simulator itself fails; the sub-code says what. */
export function writeFault(
  header: Omit<ReplyHeader, 'action'>,
  fault: {
    readonly code: string;
    readonly context: string;
    readonly reason?: string;
    readonly receiver?: boolean;
  },
): Uint8Array {
  const detail = ADDRESSING_DETAIL[fault.reason ?? ''];
  const subcode = WSA_CODES.has(fault.code)
    ? `<soap:Value>wsa:${fault.code}</soap:Value>${detail === undefined ? '' : tag('soap:Subcode', {}, leaf('soap:Value', `wsa:${detail}`))}`
    : `<soap:Value xmlns:dmp="urn:sim:dmp">dmp:${escapeName(fault.code)}</soap:Value>`;
  const code = STANDARD.has(fault.code)
    ? leaf('soap:Value', `soap:${fault.code}`)
    : `${leaf('soap:Value', fault.receiver ? 'soap:Receiver' : 'soap:Sender')}${tag('soap:Subcode', {}, subcode)}`;
  return envelope(
    { ...header, action: FAULT_ACTION },
    tag('soap:Fault', {}, [
      tag('soap:Code', {}, code),
      tag('soap:Reason', {}, leaf('soap:Text', fault.context, { 'xml:lang': 'fr' })),
    ]),
  );
}

/** A code is written as a QName. */
const escapeName = (code: string) => code.replace(/[^\w.-]/g, '_');
