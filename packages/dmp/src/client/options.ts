import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type { Exchange, ExchangeEvent } from '@socle-sante/wire/http';
import type { ClientIdentity, ClientIdentityInput, TlsOptions } from '@socle-sante/wire/tls';
import type { DmpCaller, VihfSource } from '../access.js';
import type { DmpEnvironment } from '../environments.js';

/** The software, as the HL7 v3 messages name it. */
export interface DmpSoftware {
  /** OID root of the vendor: identifiers of messages are made below it. */
  readonly oid: string;
  readonly name: string;
}

/** Who calls and how it is proved. */
export interface DmpAuthentication extends DmpCaller {
  /** Makes the signed assertion of each call. `@socle-sante/vihf` builds it from a certificate, a card or a PSC session. */
  readonly vihf: VihfSource;
}

/** What no published text settles (fact sheet §17). Each has a default and may be changed without a new version. */
export interface DmpWireOptions {
  /** `wsa:To`: address of the service, or the empty element of the sample messages. Default `endpoint`. */
  readonly to?: 'endpoint' | 'empty';
  /** Documents of one submission set, its signature not counted. Default 1. */
  readonly maxDocumentsPerSet?: number;
  /** Folders, and associations APND, XFRM and XFRM_RPLC. Default false: refused before they are sent. */
  readonly foldersAndTransformations?: boolean;
  /** Whether `bris_de_glace` needs a reason. Default true. */
  readonly reasonForBrisDeGlace?: boolean;
  /** Size of one document, in bytes. No limit is published. Default: none. */
  readonly maxDocumentBytes?: number;
  /** How the beginnings of AUTORISATION are read, in lower case. Default: valide, expire, interdit, non_existe. */
  readonly authorisationPrefixes?: Readonly<Record<string, 'valid' | 'expired' | 'denied' | 'none'>>;
  /** New status that un-archives a document. Default Approved, deduced and not seen on the wire. */
  readonly unarchivedStatus?: string;
  /** Quotes around the instants of a search. Default true; IHE knows both forms (CP-ITI-1260). */
  readonly quotedTimes?: boolean;
  /** Documents asked at once after a search by submission sets. Default 20. */
  readonly batchSize?: number;
  /** How far back the first search of a record goes, in years. At most 2. Default 2. */
  readonly firstSearchYears?: number;
}

/** How long each phase may last, in milliseconds. */
export interface DmpTimeouts {
  /** TCP and TLS. Default 10 000. */
  readonly connectMs?: number;
  /** A whole call that carries no document. Default 30 000. */
  readonly callMs?: number;
  /** From the last byte sent to the first byte of the answer, for calls that carry documents. Default 60 000. */
  readonly firstByteMs?: number;
  /** Longest silence while documents are sent or received. Default 30 000. */
  readonly stallMs?: number;
  /** A whole call that carries documents. Default 600 000. */
  readonly transferMs?: number;
}

/** When a call that failed is made again. Only calls that read, or that the DMP certainly did not treat. */
export interface DmpRetryPolicy {
  /** Waits before each repetition; their number is the number of repetitions. Default [500, 2000]. */
  readonly delaysMs?: readonly number[];
}

/** What is done when the answer of a deposit is lost, before the same message is sent again. */
export interface ResubmissionPolicy {
  /** Waits before asking whether it arrived; their number is the number of new attempts. Default [2000, 10000]. */
  readonly delaysMs?: readonly number[];
}

/** Options of {@link createDmpClient}. */
export interface DmpClientOptions {
  readonly environment: DmpEnvironment;
  readonly authentication: DmpAuthentication;
  readonly software: DmpSoftware;
  /** Trusted authorities and the authentication certificate (card or ORG AUTH_CLI). Needed unless `exchange` is given. */
  readonly tls?: Omit<TlsOptions, 'identity'> & { readonly identity?: ClientIdentity | ClientIdentityInput };
  /** Another transport: a simulator in the same process, a recorder. Documents are then held in memory. */
  readonly exchange?: Exchange;
  /** URL of an outbound HTTP proxy. */
  readonly proxy?: string;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
  /** Waits before a repetition. Default: a timer. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly timeouts?: DmpTimeouts;
  readonly retry?: DmpRetryPolicy | false;
  readonly resubmission?: ResubmissionPolicy | false;
  /** Largest answer, documents included. Default 256 MiB. */
  readonly maxAnswerBytes?: number;
  /** Sees each HTTP exchange, without bodies, patients nor tokens. */
  readonly onExchange?: (event: ExchangeEvent) => void;
  readonly wire?: DmpWireOptions;
}
