import type {
  AuditListInput,
  AuditListOutput,
  Capabilities,
  DatamatrixDecodeInput,
  DatamatrixDecodeOutput,
  DatamatrixGetInput,
  DatamatrixGetOutput,
  Derivation,
  DmpAccess,
  DmpAuthorisationsOutput,
  DmpAuthoriseInput,
  DmpConsent,
  DmpConsentSetInput,
  DmpDocument,
  DmpEmergencyOpenInput,
  DmpNewCountsInput,
  DmpNewCountsOutput,
  DmpPatientInput,
  DmpSearchInput,
  DmpSearchOutput,
  DmpSecretConnection,
  DmpSecretConnectionInput,
  DmpStatus,
  DmpUpdateInput,
  DmpUpdateOutput,
  DmpWebAccessInput,
  DmpWebAccessOutput,
  DocumentBytes,
  DocumentBytesInput,
  DocumentInput,
  DocumentIntegrateInput,
  DocumentIntegrateOutput,
  DocumentRendering,
  DocumentRenderingInput,
  EnvironmentView,
  GatewayEvent,
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
  NoticeAcknowledgeInput,
  NoticesOutput,
  OperationId,
  PatientView,
  RecordDocumentsInput,
  RecordDocumentsOutput,
  RecordRemoveInput,
  RecordRemoveOutput,
  SessionView,
  StatusOutput,
  Submission,
  SubmissionCancelInput,
  SubmissionCreateInput,
  SubmissionDeriveInput,
  SubmissionHoldInput,
  SubmissionHoldOutput,
  SubmissionListInput,
  SubmissionListOutput,
  SubmissionPauseInput,
  SubmissionPauseOutput,
  SubmissionPreviewInput,
  SubmissionPreviewOutput,
  SubmissionRefInput,
  SubmissionReplayInput,
  SubmissionReplayOutput,
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

/** Options of a preparation. */
export interface DeriveOptions extends CallOptions {
  /** The document, when `source.kind` is `file`. */
  readonly file?: Blob;
}

/** Options of the stream of events. */
export interface EventsOptions {
  /** Ends the stream: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onEvent: (event: GatewayEvent) => void;
  /** The stream is open: what happens from now on will be told. */
  readonly onOpen?: () => void;
  /** Identifier of the last event received: those that followed it come first. */
  readonly lastEventId?: string;
  /** Called with the identifier of each event, to give as `lastEventId` later. */
  readonly onEventId?: (id: string) => void;
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
  readonly notices: {
    due(options?: CallOptions): Promise<NoticesOutput>;
    acknowledge(input: NoticeAcknowledgeInput, options?: WriteOptions): Promise<NoticesOutput>;
  };
  readonly dmp: {
    status(input: DmpPatientInput, options?: CallOptions): Promise<DmpStatus>;
    access(input: DmpPatientInput, options?: CallOptions): Promise<DmpAccess>;
    authorise(input: DmpAuthoriseInput, options?: WriteOptions): Promise<DmpStatus>;
    readonly consent: {
      get(input: DmpPatientInput, options?: CallOptions): Promise<DmpConsent>;
      set(input: DmpConsentSetInput, options?: WriteOptions): Promise<DmpConsent>;
    };
    search(input: DmpSearchInput, options?: CallOptions): Promise<DmpSearchOutput>;
    newCounts(input: DmpNewCountsInput, options?: CallOptions): Promise<DmpNewCountsOutput>;
    readonly document: {
      get(input: DocumentInput, options?: CallOptions): Promise<DmpDocument>;
      rendering(input: DocumentRenderingInput, options?: CallOptions): Promise<DocumentRendering>;
      bytes(input: DocumentBytesInput, options?: CallOptions): Promise<DocumentBytes>;
      integrate(input: DocumentIntegrateInput, options?: WriteOptions): Promise<DocumentIntegrateOutput>;
    };
    update(input: DmpUpdateInput, options?: WriteOptions): Promise<DmpUpdateOutput>;
    authorisations(input: DmpPatientInput, options?: CallOptions): Promise<DmpAuthorisationsOutput>;
    /** Traces of this product about the DMP of a record. */
    history(input: DmpPatientInput, options?: CallOptions): Promise<AuditListOutput>;
    readonly emergency: {
      open(input: DmpEmergencyOpenInput, options?: CallOptions): Promise<DmpAccess>;
      close(input: DmpPatientInput, options?: CallOptions): Promise<DmpAccess>;
    };
    secretConnection(input: DmpSecretConnectionInput, options?: CallOptions): Promise<DmpSecretConnection>;
    webAccess(input: DmpWebAccessInput, options?: CallOptions): Promise<DmpWebAccessOutput>;
    /** Address of this server to open in a new tab (`noopener`) with the ticket of `webAccess`. */
    webAccessUrl(ticket: string): string;
  };
  readonly record: {
    documents(input: RecordDocumentsInput, options?: CallOptions): Promise<RecordDocumentsOutput>;
    remove(input: RecordRemoveInput, options?: WriteOptions): Promise<RecordRemoveOutput>;
  };
  readonly submission: {
    derive(input: SubmissionDeriveInput, options?: DeriveOptions): Promise<Derivation>;
    preview(input: SubmissionPreviewInput, options?: CallOptions): Promise<SubmissionPreviewOutput>;
    create(input: SubmissionCreateInput, options?: WriteOptions): Promise<Submission>;
    get(input: SubmissionRefInput, options?: CallOptions): Promise<Submission>;
    list(input?: SubmissionListInput, options?: CallOptions): Promise<SubmissionListOutput>;
    replay(input: SubmissionReplayInput, options?: WriteOptions): Promise<SubmissionReplayOutput>;
    cancel(input: SubmissionCancelInput, options?: WriteOptions): Promise<Submission>;
    hold(input: SubmissionHoldInput, options?: WriteOptions): Promise<SubmissionHoldOutput>;
    pause(input: SubmissionPauseInput, options?: CallOptions): Promise<SubmissionPauseOutput>;
  };
  /** Listens to what changes; resolves when the server ends the stream, rejects when it breaks: poll then. */
  events(options: EventsOptions): Promise<void>;
  readonly audit: {
    list(input?: AuditListInput, options?: CallOptions): Promise<AuditListOutput>;
    /** CSV text (UTF-8, `;`, one header line). */
    export(input?: AuditListInput, options?: CallOptions): Promise<string>;
  };
}
