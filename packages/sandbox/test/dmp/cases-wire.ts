import { assertion, type Case, depositOf, dmp, query } from './check-tools.ts';
import { ACTION, envelope, findDocuments, type Message, plain, retrieveRequest, swap } from './message.ts';

const REQUEST = 'DMPInvalidRequest';
const INVALID = 'InvalidAddressingHeader';
const include = (id: string, cid: string) =>
  `<xds:Document id="${id}"><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${cid}"/></xds:Document>`;
const inline = (id: string, cid: string) => swap(include(id, cid), `<xds:Document id="${id}">PGEvPg==</xds:Document>`);
const ROOT_TYPE = 'application/xop+xml; charset=UTF-8; type="application/soap+xml"';
/** The root part alone, as a plain message. */
const asPlain = (message: Message): Message => {
  const text = Buffer.from(message.body).toString('latin1');
  const root = text.slice(text.indexOf('\r\n\r\n') + 4, text.indexOf('\r\n--b-essai', 10));
  return { ...message, contentType: 'application/soap+xml; charset=UTF-8', body: Buffer.from(root, 'latin1') };
};
const messageId = /<wsa:MessageID>.*?<\/wsa:MessageID>/;

const MIME: readonly (readonly [string, string, () => Message])[] = [
  [
    'one part for two documents',
    'mime.cidTwice',
    () => depositOf({ body: 'x'.repeat(100_000), payload: swap('cid:sig1@essai', 'cid:doc1%40essai') }),
  ],
  [
    'a document inside the envelope',
    'mime.inline',
    () =>
      depositOf({
        payload: inline('D1', 'doc1%40essai'),
        multipart: swap(/--b-essai\r\nContent-Type: text\/xml.*?doc1@essai.*?(?=--b-essai\r\n)/s, ''),
      }),
  ],
  [
    'an include beside text',
    'mime.mixed',
    () =>
      depositOf({
        payload: swap(include('D1', 'doc1%40essai'), include('D1', 'doc1%40essai').replace('</xds:', 'AA==</xds:')),
      }),
  ],
  [
    'a deposit without parts',
    'mime.plain',
    () => asPlain(depositOf({ payload: (text) => inline('SIG1', 'sig1@essai')(inline('D1', 'doc1%40essai')(text)) })),
  ],
  [
    'two Document of one id',
    'mime.documentId',
    () => depositOf({ payload: swap('Document id="SIG1"', 'Document id="D1"') }),
  ],
  [
    'a part in base64',
    'mime.encoding',
    () => depositOf({ multipart: swap(/binary(?=\r\nContent-ID: <doc1)/, 'base64') }),
  ],
  ['a Content-ID twice', 'mime.contentId', () => depositOf({ multipart: swap('<sig1@essai>', '<doc1@essai>') })],
  [
    'the Content-ID of the root twice',
    'mime.contentId',
    () => depositOf({ multipart: swap('<sig1@essai>', '<root@essai>') }),
  ],
  [
    'start without brackets',
    'mime.startBrackets',
    () => depositOf({ contentType: swap('<root@essai>', 'root@essai') }),
  ],
  [
    'Content-ID without brackets',
    'mime.contentIdBrackets',
    () => depositOf({ multipart: swap('<sig1@essai>', 'sig1@essai') }),
  ],
  ['no start', 'mime.start', () => depositOf({ contentType: swap(' start="<root@essai>";', '') })],
  [
    'no start-info',
    'mime.startInfo',
    () => depositOf({ contentType: swap(' start-info="application/soap+xml";', '') }),
  ],
  ['a root that is not XOP', 'mime.rootType', () => depositOf({ multipart: swap(ROOT_TYPE, 'text/xml') })],
  ['a root in Cp1252', 'mime.charset', () => depositOf({ multipart: swap('charset=UTF-8', 'charset=Cp1252') })],
  [
    'an envelope in Latin-1',
    'mime.charset',
    () => ({ ...query(), contentType: 'application/soap+xml; charset=ISO-8859-1' }),
  ],
  ['no boundary', 'mime.boundary', () => depositOf({ contentType: swap('boundary="b-essai"', 'boundary=""') })],
  ['no end', 'mime.multipart', () => depositOf({ multipart: swap(/--b-essai--\r\n$/, '') })],
  [
    'a part with a search',
    'mime.unused',
    () => {
      const root = envelope(ACTION.query, assertion(), findDocuments());
      return {
        service: 'registry',
        uniqueId: '',
        contentType:
          'multipart/related; boundary="b"; type="application/xop+xml"; start="<r>"; start-info="application/soap+xml"',
        body: Buffer.from(
          `--b\r\nContent-Type: ${ROOT_TYPE}\r\nContent-ID: <r>\r\n\r\n${root}\r\n--b\r\nContent-ID: <x>\r\n\r\nx\r\n--b--`,
        ),
      };
    },
  ],
  [
    'no Header',
    'soap.parts',
    () => plain('registry', ACTION.query, '', findDocuments(), swap('</soap:Envelope>', '<x/></soap:Envelope>')),
  ],
];

/** Checks 2 and 3, beyond the first cases: MIME and WS-Addressing. */
export const WIRE_CASES: readonly Case[] = [
  ...MIME.map(([name, reason, message]): Case => ({ check: 2, name, message, fault: REQUEST, reason })),
  ...(
    [
      ['MessageID twice', INVALID, 'addressing.repeated', swap(/(<wsa:MessageID>.*?<\/wsa:MessageID>)/, '$1$1')],
      [
        'MessageID that is no UUID',
        INVALID,
        'addressing.messageId',
        swap(messageId, '<wsa:MessageID>urn:x:1</wsa:MessageID>'),
      ],
      ['ReplyTo elsewhere', INVALID, 'addressing.replyTo', swap('/addressing/anonymous', '/addressing/none')],
      [
        'To of another service',
        'DestinationUnreachable',
        'addressing.to',
        swap('invalid/registry<', 'invalid/repository<'),
      ],
      [
        'unknown header that must be understood',
        undefined,
        'addressing.mustUnderstand',
        swap('<wsse:Security>', '<x:y xmlns:x="urn:x" soap:mustUnderstand="true"/><wsse:Security>'),
      ],
      [
        'mustUnderstand on Security',
        undefined,
        'addressing.security',
        swap('<wsse:Security>', '<wsse:Security soap:mustUnderstand="1">'),
      ],
    ] as const
  ).map(
    ([name, fault, reason, edit]): Case => ({
      check: 3,
      name,
      reason,
      ...(fault === undefined ? {} : { fault }),
      message: () => plain('registry', ACTION.query, assertion(), findDocuments(), edit),
    }),
  ),
  {
    check: 3,
    name: 'MessageID used twice',
    message: async () => {
      const known = `<wsa:MessageID>urn:uuid:${crypto.randomUUID()}</wsa:MessageID>`;
      const message = () => plain('registry', ACTION.query, assertion(), findDocuments(), swap(messageId, known));
      await dmp().inside(message());
      return message();
    },
    fault: INVALID,
    reason: 'addressing.messageIdReused',
  },
  {
    check: 3,
    name: 'action of the Content-Type',
    message: () => ({ ...query(), contentType: `application/soap+xml; charset=UTF-8; action="${ACTION.update}"` }),
    fault: INVALID,
    reason: 'addressing.contentType',
  },
  {
    check: 3,
    name: 'body of another action',
    message: () => plain('registry', ACTION.query, assertion(), retrieveRequest(['1.2.3'])),
    fault: 'ActionNotSupported',
    reason: 'addressing.body',
  },
];
