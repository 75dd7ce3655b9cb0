import { type DmpRefusal, DmpRefused, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import {
  MULTIPART_BOUNDS,
  type PartHeaders,
  parseMediaType,
  readMultipart,
  UnreadableMultipart,
} from './multipart-read.js';
import type { Spool, SpooledPart } from './spool.js';
import { ENVELOPE_BOUNDS } from './xml.js';

/** A received body: the envelope, and the other parts by Content-ID. */
export interface ReceivedBody {
  readonly envelope: Uint8Array;
  readonly parts: ReadonlyMap<string, SpooledPart>;
  readonly multipart: boolean;
  /** `action` parameter of the Content-Type. */
  readonly action: string | undefined;
  readonly refusals: readonly DmpRefusal[];
  readonly bytes: number;
  discard(): Promise<void>;
}

export interface BodyBounds {
  /** Octets of one part. */
  readonly partBytes: number;
  readonly totalBytes: number;
}

const refuse = (reason: string, context: string) =>
  new DmpRefused([faultRefusal(2, FAULT.request, `mime.${reason}`, context)]);

/** UTF-8, or nothing said. */
const isUtf8 = (type: { readonly parameters: ReadonlyMap<string, string> } | undefined) =>
  /^utf-?8$/i.test(type?.parameters.get('charset') ?? 'utf-8');
const isBracketed = (contentId: string) => /^<.+>$/.test(contentId.trim());
const bare = (contentId: string) => contentId.trim().replace(/^<|>$/g, '');

/** Content-Type that the services accept; undefined: HTTP 415. */
export function acceptedType(value: string | undefined): ReturnType<typeof parseMediaType> {
  const type = parseMediaType(value ?? '');
  return type?.name === 'application/soap+xml' || type?.name === 'multipart/related' ? type : undefined;
}

/** Check 2, MIME: a plain envelope, or `multipart/related` with an XOP root. Documents go to the spool as they come. */
export async function receiveBody(
  source: AsyncIterable<Uint8Array>,
  type: NonNullable<ReturnType<typeof parseMediaType>>,
  spool: Spool,
  bounds: BodyBounds,
): Promise<ReceivedBody> {
  let total = 0;
  async function* counted() {
    try {
      for await (const chunk of source) {
        total += chunk.length;
        if (total > bounds.totalBytes) throw refuse('size', 'message trop grand');
        yield chunk;
      }
    } catch (error) {
      // The client left: nobody reads the answer, the log says why.
      throw error instanceof DmpRefused ? error : refuse('interrupted', 'message interrompu');
    }
  }
  const action = type.parameters.get('action') ?? undefined;
  const refusals: DmpRefusal[] = [];
  const note = (reason: string, context: string) =>
    refusals.push(faultRefusal(2, FAULT.request, `mime.${reason}`, context, { from: 'strict' }));
  if (!isUtf8(type)) note('charset', 'Content-Type : charset=UTF-8 attendu');
  if (type.name === 'application/soap+xml') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of counted()) {
      if (total > ENVELOPE_BOUNDS.bytes) throw refuse('size', 'enveloppe trop grande');
      chunks.push(Uint8Array.from(chunk));
    }
    const envelope = Buffer.concat(chunks);
    return {
      envelope,
      parts: new Map(),
      multipart: false,
      action,
      refusals,
      bytes: total,
      discard: async () => undefined,
    };
  }

  const boundary = type.parameters.get('boundary') ?? '';
  if (!/^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(boundary))
    throw refuse('boundary', 'paramètre boundary absent ou mal formé');
  if (type.parameters.get('type')?.toLowerCase() !== 'application/xop+xml')
    note('type', 'paramètre type : application/xop+xml attendu');
  if (type.parameters.get('start-info')?.split(';')[0]?.trim().toLowerCase() !== 'application/soap+xml')
    note('startInfo', 'paramètre start-info : application/soap+xml attendu');

  const received: { readonly headers: PartHeaders; readonly part: SpooledPart }[] = [];
  const discard = async () => {
    for (const { part } of received) await part.discard();
  };
  let open: ReturnType<Spool['writer']> | undefined;
  try {
    await readMultipart(
      counted(),
      boundary,
      (headers) => {
        const writer = spool.writer();
        open = writer;
        let size = 0;
        return {
          async write(chunk) {
            size += chunk.length;
            if (size > bounds.partBytes) throw refuse('size', 'partie MIME trop grande');
            await writer.write(chunk);
          },
          async end() {
            open = undefined;
            received.push({ headers, part: await writer.finish() });
          },
        };
      },
      MULTIPART_BOUNDS,
    );
    return await assemble(received, type.parameters.get('start'), refusals, note, { action, bytes: total, discard });
  } catch (error) {
    if (open) await (await open.finish()).discard();
    await discard();
    if (error instanceof UnreadableMultipart) throw refuse('multipart', error.message);
    throw error;
  }
}

async function assemble(
  received: readonly { readonly headers: PartHeaders; readonly part: SpooledPart }[],
  start: string | undefined,
  refusals: DmpRefusal[],
  note: (reason: string, context: string) => void,
  common: Pick<ReceivedBody, 'action' | 'bytes' | 'discard'>,
): Promise<ReceivedBody> {
  const idOf = (headers: PartHeaders) => bare(headers.get('content-id') ?? '');
  const root = start === undefined ? received[0] : received.find(({ headers }) => idOf(headers) === bare(start));
  if (!root) throw refuse('root', 'partie racine introuvable (paramètre start)');
  if (start === undefined) note('start', 'paramètre start absent');
  else if (!isBracketed(start)) note('startBrackets', 'paramètre start : Content-ID entre < et > attendu');
  if (received.some(({ headers }) => !isBracketed(headers.get('content-id') ?? '')))
    note('contentIdBrackets', 'Content-ID entre < et > attendu');
  const type = parseMediaType(root.headers.get('content-type') ?? '');
  if (
    type?.name !== 'application/xop+xml' ||
    type.parameters.get('type')?.split(';')[0]?.trim().toLowerCase() !== 'application/soap+xml'
  )
    note('rootType', 'partie racine : application/xop+xml; type="application/soap+xml" attendu');
  if (!isUtf8(type)) note('charset', 'partie racine : charset=UTF-8 attendu');
  if (root.part.size > ENVELOPE_BOUNDS.bytes) throw refuse('size', 'enveloppe trop grande');
  const parts = new Map<string, SpooledPart>();
  for (const one of received) {
    if (one === root) continue;
    const id = idOf(one.headers);
    if (id === '' || parts.has(id) || id === idOf(root.headers))
      throw refuse('contentId', 'Content-ID absent ou répété');
    const encoding = (one.headers.get('content-transfer-encoding') ?? 'binary').toLowerCase();
    if (!['binary', '8bit', '7bit'].includes(encoding))
      throw refuse('encoding', 'Content-Transfer-Encoding : binary attendu');
    parts.set(id, one.part);
  }
  return { envelope: await root.part.head(root.part.size), parts, multipart: true, refusals, ...common };
}
