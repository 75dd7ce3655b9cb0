import {
  compose,
  createHttpExchange,
  type Exchange,
  type HttpExchange,
  observeStream,
  type StreamExchange,
  streamOver,
  withObserver,
} from '@socle-sante/wire/http';
import { type ClientIdentity, type ClientIdentityInput, loadClientIdentity } from '@socle-sante/wire/tls';
import { DmpInputError } from '../errors.js';
import type { DmpClientOptions } from './options.js';

/** The two ways out: small messages, and messages that carry documents. */
export interface Transport {
  readonly exchange: Exchange;
  readonly stream: StreamExchange;
  close(): Promise<void>;
}

const MAX_ANSWER = 256 * 1_048_576;
/** A list of documents, without the documents. */
const MAX_PLAIN_ANSWER = 64 * 1_048_576;

/** @throws DmpInputError, IdentityError for options that cannot work. */
export function createTransport(options: DmpClientOptions): Transport {
  const { onExchange, clock, timeouts = {} } = options;
  const timed = clock === undefined ? {} : { clock };
  const observed = (exchange: Exchange): Exchange =>
    onExchange === undefined ? exchange : compose(exchange, withObserver(onExchange, timed));
  const observedStream = (exchange: StreamExchange): StreamExchange =>
    onExchange === undefined ? exchange : observeStream(exchange, onExchange, timed);
  if (options.exchange !== undefined) {
    const { exchange } = options;
    return { exchange: observed(exchange), stream: observedStream(streamOver(exchange)), close: async () => undefined };
  }
  if (options.tls === undefined) {
    throw new DmpInputError({
      code: 'dmp.input.options',
      message: 'Give tls (authorities and authentication certificate), or a custom exchange.',
      audience: 'vendor',
    });
  }
  if (!isProtected(options.environment.baseUrl)) {
    throw new DmpInputError({
      code: 'dmp.input.options',
      message: 'The address of the DMP must be https.',
      audience: 'vendor',
    });
  }
  const { identity, ...tls } = options.tls;
  const maxAnswer = options.maxAnswerBytes ?? MAX_ANSWER;
  const http: HttpExchange = createHttpExchange({
    tls: { ...tls, ...(identity === undefined ? {} : { identity: loaded(identity) }) },
    ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
    timeoutMs: timeouts.callMs ?? 30_000,
    connectTimeoutMs: timeouts.connectMs ?? 10_000,
    maxResponseBytes: Math.min(MAX_PLAIN_ANSWER, maxAnswer),
    ...timed,
  });
  const stream: StreamExchange = (request, context) =>
    http.stream(request, {
      timeoutMs: timeouts.transferMs ?? 600_000,
      stallMs: timeouts.stallMs ?? 30_000,
      firstByteMs: timeouts.firstByteMs ?? 60_000,
      maxResponseBytes: maxAnswer,
      ...context,
    });
  return { exchange: observed(http), stream: observedStream(stream), close: () => http.close() };
}

function loaded(identity: ClientIdentity | ClientIdentityInput): ClientIdentity {
  return 'certificatePem' in identity ? identity : loadClientIdentity(identity);
}

/** TLS, or a relay on this very machine. */
function isProtected(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
