import type { Clock, InsOid, RandomBytes } from '@socle-sante/core';
import type { ClientIdentityInput, Exchange, ExchangeEvent, TlsOptions } from '@socle-sante/wire';
import type { AssertionAttributeNames, PsActivity } from '../assertions/saml.js';
import type { PsAssertionSigner } from '../assertions/signer.js';
import type { SignVitale } from '../assertions/vitale.js';
import type { InsiEnvironment, InsiEnvironmentName } from '../environments.js';
import type { LpsSoftware } from '../insi/software.js';
import type { InsiTrigger } from '../preflight.js';
import type { VerificationCodec } from '../verification/codec.js';
import type { VitaleReader } from '../vitale/reader.js';
import type { InsiAuditEvent } from './audit.js';
import type { RateLimit } from './rate-limit.js';
import type { RetryPolicy } from './retry.js';

/** Structure certificate over mutual TLS: hospitals, hosted software. Search by traits only. */
export interface CertificateAuthentication {
  readonly mode: 'certificate';
  /** The INSI-AUTO or INSI-MANU certificate and its key. May be left out only with a custom `exchange` and `emetteur`. */
  readonly identity?: ClientIdentityInput;
  /** Who launches the calls. It must be what the certificate says: it is never guessed. */
  readonly trigger: InsiTrigger;
  /** Default: the OU of the certificate. */
  readonly emetteur?: string;
}

/** Card of a professional, one-way TLS and a signed assertion; with a carte Vitale reader, the search by card too. */
export interface CpsAuthentication extends PsActivity {
  readonly mode: 'cps';
  readonly signer: PsAssertionSigner;
  readonly attributeNames?: Partial<AssertionAttributeNames>;
  /** How long an assertion may serve. Default 900 seconds. */
  readonly maxAgeSeconds?: number;
  /** Default `user`. */
  readonly trigger?: InsiTrigger;
}

/** Experimental, no claim of support: the transport of the Pro Santé Connect mode is not published. */
export interface PscAuthentication extends PsActivity {
  readonly mode: 'psc';
  readonly psId: string;
  readonly issuer?: string;
  readonly attributeNames?: Partial<AssertionAttributeNames>;
  /** Where to call; default: the address of the card mode. */
  readonly endpoint?: string;
  /** HTTP headers of each call, for the token. */
  readonly extraHttpHeaders?: () => Promise<Readonly<Record<string, string>>>;
}

/** How the client proves who calls. */
export type InsiAuthentication = CertificateAuthentication | CpsAuthentication | PscAuthentication;

/** Things that work against the published rules, or that nobody could confirm. Each must be asked for by name. */
export interface InsiExperimental {
  /** Allows `mode: 'psc'`. */
  readonly psc?: boolean;
  /** Allows the search by carte Vitale over mutual TLS or PSC. No public source says that the service accepts it. */
  readonly vitaleWithoutCard?: boolean;
}

/** Options of {@link createInsiClient}. Only the first four are needed. */
export interface InsiClientOptions {
  readonly environment: InsiEnvironment | InsiEnvironmentName;
  readonly authentication: InsiAuthentication;
  readonly software: LpsSoftware;
  /** Trusted authorities of the server, and the like. Needed unless `exchange` is given. */
  readonly tls?: Omit<TlsOptions, 'identity'>;
  /** Another transport: a simulator in the same process, a recorder. */
  readonly exchange?: Exchange;
  /** URL of an outbound HTTP proxy. */
  readonly proxy?: string;
  readonly vitaleReader?: VitaleReader;
  /** Default `when-possible`. */
  readonly signVitale?: SignVitale;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
  /** Waits before a repetition. Default: a timer. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** For each call. Default 30 000. */
  readonly timeoutMs?: number;
  /**
   * Repetitions of a call that failed before it was treated. Default 2; `false`: none. A `Retry-After` above 30 seconds is not
   * waited for: the error carries it.
   */
  readonly retry?: RetryPolicy | false;
  /** Sees each HTTP exchange, without bodies. */
  readonly onExchange?: (event: ExchangeEvent) => void;
  /** Receives one trace per call (who, when, what, which answer). Never the matricule nor the traits. */
  readonly onAudit?: (event: InsiAuditEvent) => void | Promise<void>;
  /** Off by default: the quotas of the service are not published. */
  readonly rateLimit?: RateLimit;
  /** Adds `reverifyAt` to results. No default: the period is not published. */
  readonly reverifyAfterDays?: number;
  /**
   * What `insi_102` means outside production, where the test base answers it for a person it does not hold. `notFound`
   * (default): as CodeCR 01, with a hint. `error`: an InsiTechnicalError, as in production.
   */
  readonly unknownInTestBase?: 'notFound' | 'error';
  /**
   * The test service answers the production OID `.8` for fictitious persons, while the DMP and MSSanté test platforms want
   * `.10`. Replaces `.8` in the result (never in `raw`). Refused in production.
   */
  readonly testOidMapping?: Extract<InsOid, '1.2.250.1.213.1.4.10' | '1.2.250.1.213.1.4.11'>;
  /** `enforce` (default): an error of the certificate check stops calls before they leave. `report`: only told. */
  readonly preflight?: 'enforce' | 'report';
  /** Wire format of WS_INS3 to WS_INS5, which is not published. No default. */
  readonly verificationCodec?: VerificationCodec;
  readonly experimental?: InsiExperimental;
}
