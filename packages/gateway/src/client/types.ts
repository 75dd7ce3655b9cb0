import type {
  AuditListInput,
  AuditListOutput,
  Capabilities,
  DatamatrixDecodeInput,
  DatamatrixDecodeOutput,
  DatamatrixGetInput,
  DatamatrixGetOutput,
  EnvironmentView,
  IdentityChangeOutput,
  IdentityDuplicatesInput,
  IdentityDuplicatesOutput,
  IdentityGetInput,
  IdentityHistoryOutput,
  IdentitySaveInput,
  IdentitySaveOutput,
  IdentitySearchInput,
  IdentitySearchOutput,
  IdentityTransitionInput,
  InsAcceptInput,
  InsAcceptOutput,
  InsAttempt,
  InsSearchInput,
  InsSearchOutput,
  InsSearchVitaleInput,
  InsVerifyInput,
  InsVerifyListInput,
  InsVerifyListOutput,
  InsVerifyOutput,
  MatriculeViewInput,
  MatriculeViewOutput,
  Meta,
  OperationId,
  PatientView,
  SessionView,
  StatusOutput,
  VitaleReading,
} from '../contract.js';

/** Options of every call. */
export interface CallOptions {
  /** Aborts the call; the server sees it and stops what it was doing. */
  readonly signal?: AbortSignal;
  /** Receives what stands beside the data: instant, source, reference. */
  readonly onMeta?: (meta: Meta) => void;
}

/** Options of a write. */
export interface WriteOptions extends CallOptions {
  /** Same key, same first answer. One is made for each call when absent. */
  readonly idempotencyKey?: string;
}

/** Options of the INSi search. */
export interface SearchOptions extends CallOptions {
  /** Called as each call to INSi ends. */
  readonly onAttempt?: (attempt: InsAttempt) => void;
}

/** What one call was, redacted: no body, no header, no name. */
export interface ClientExchange {
  readonly operation: OperationId;
  readonly outcome: 'success' | 'error' | 'aborted';
  /** HTTP status of the last answer; absent when there was none. */
  readonly status?: number;
  readonly elapsedMs: number;
  /** Code of the `UiError`. */
  readonly code?: string;
  readonly messageId?: string;
}

/** How a client is made. */
export interface GatewayClientOptions {
  /** Where the handlers are mounted: `/socle`, or an absolute URL. */
  readonly baseUrl: string;
  /** Replaces the network: `demo.fetch`, a test double, a native shell. */
  readonly fetch?: (input: Request) => Promise<Response>;
  /** Milliseconds without an answer (for a stream: without a byte) before `gateway.timeout`. Default 30 000. */
  readonly timeout?: number;
  /** Milliseconds before a read is sent again, by attempt from 1. Default 300, then 600. */
  readonly retryDelay?: (attempt: number) => number;
  readonly onExchange?: (exchange: ClientExchange) => void;
  /** Makes idempotency keys. Default `crypto.randomUUID` or `crypto.getRandomValues`. */
  readonly newKey?: () => string;
  /** Milliseconds, for `elapsedMs`. Default `performance.now`. */
  readonly now?: () => number;
}

/** The browser client: one method per operation. Every method rejects with a `GatewayError`, or the signal's reason when aborted. */
export interface GatewayClient {
  readonly session: {
    get(options?: CallOptions): Promise<SessionView>;
    capabilities(options?: CallOptions): Promise<Capabilities>;
  };
  readonly environment: { get(options?: CallOptions): Promise<EnvironmentView> };
  readonly status: { get(options?: CallOptions): Promise<StatusOutput> };
  readonly identity: {
    get(input: IdentityGetInput, options?: CallOptions): Promise<PatientView>;
    search(input: IdentitySearchInput, options?: CallOptions): Promise<IdentitySearchOutput>;
    save(input: IdentitySaveInput, options?: WriteOptions): Promise<IdentitySaveOutput>;
    transition(input: IdentityTransitionInput, options?: WriteOptions): Promise<IdentityChangeOutput>;
    history(input: IdentityGetInput, options?: CallOptions): Promise<IdentityHistoryOutput>;
    duplicates(input?: IdentityDuplicatesInput, options?: CallOptions): Promise<IdentityDuplicatesOutput>;
  };
  readonly ins: {
    search(input: InsSearchInput, options?: SearchOptions): Promise<InsSearchOutput>;
    searchVitale(input: InsSearchVitaleInput, options?: CallOptions): Promise<InsSearchOutput>;
    accept(input: InsAcceptInput, options?: WriteOptions): Promise<InsAcceptOutput>;
    verify(input: InsVerifyInput, options?: WriteOptions): Promise<InsVerifyOutput>;
    verifyList(input?: InsVerifyListInput, options?: CallOptions): Promise<InsVerifyListOutput>;
    readonly datamatrix: {
      decode(input: DatamatrixDecodeInput, options?: CallOptions): Promise<DatamatrixDecodeOutput>;
      get(input: DatamatrixGetInput, options?: CallOptions): Promise<DatamatrixGetOutput>;
    };
    readonly matricule: {
      view(input: MatriculeViewInput, options?: CallOptions): Promise<MatriculeViewOutput>;
    };
    readonly vitale: { read(options?: CallOptions): Promise<VitaleReading> };
  };
  readonly audit: {
    list(input?: AuditListInput, options?: CallOptions): Promise<AuditListOutput>;
    /** CSV text (UTF-8, `;`, one header line). */
    export(input?: AuditListInput, options?: CallOptions): Promise<string>;
  };
}
