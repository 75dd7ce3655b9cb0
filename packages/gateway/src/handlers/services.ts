import type { IdentityState } from '@socle-sante/core/rniv';
import type { VitaleReading } from '../contract.js';
import type { DmpService } from './dmp-service.js';
import type { DocumentsService } from './documents-service.js';
import type { InsiIdentity, ReceivedIns } from './ports.js';

/** Traits to send to INSi, already normalised and checked. */
export interface InsiTraitsQuery {
  readonly nomNaissance: string;
  /** Birth list, separated by one space, in order. */
  readonly listePrenoms: string;
  readonly sexe: 'F' | 'M';
  readonly dateNaissance: string;
  /** Sent only after several identities answered. */
  readonly lieuNaissance?: string;
}

/** One call of a sequence. */
export interface InsiServiceAttempt {
  readonly n: number;
  readonly max: number;
  readonly prenom: string;
  readonly lieuNaissance?: string;
  readonly cr: '00' | '01' | '02' | 'other' | 'fault';
  readonly messageId?: string;
  /** ISO instant. */
  readonly at: string;
  readonly durationMs?: number;
}

/** How a search ends when the service answered. A failure is a rejected `SocleError`. */
export type InsiServiceResult =
  | { readonly outcome: 'found'; readonly identity: InsiIdentity; readonly messageId?: string; readonly at: string }
  | { readonly outcome: 'notFound'; readonly hint?: 'sandbox' }
  | { readonly outcome: 'multiple'; readonly next: 'prenoms' | 'lieuNaissance' };

/** Options of a call to a service. */
export interface ServiceCall {
  readonly signal: AbortSignal;
  /** Opaque key of the user who asks, for the service's own trace. */
  readonly operator: string;
  readonly onAttempt?: (attempt: InsiServiceAttempt) => void;
}

/** INSi by traits. `insiService(client)` of `@socle-sante/gateway/node` makes one from the real client. */
export interface InsiService {
  /** `state` is the record's: the client applies its own guard on it. */
  searchByTraits(
    query: InsiTraitsQuery & { readonly state: IdentityState },
    call: ServiceCall,
  ): Promise<InsiServiceResult>;
}

/** INSi by carte Vitale, and the reader when it is behind the server. */
export interface VitaleService {
  /** Reads the card; rejects with `insi.vitale.absent`, `insi.vitale.unreadable`. Absent when the reader is on the workstation. */
  read?(call: ServiceCall): Promise<VitaleReading>;
  /**
   * Searches with a former reading. Rejects with `insi.vitale.swapped` when another card, or other data at this index, is
   * in the reader, and with `insi.vitale.expired` after 20 minutes (CNDA 1.02, 1.03).
   */
  searchByVitale(
    query: { readonly readingRef: string; readonly beneficiaryIndex: number; readonly state: IdentityState },
    call: ServiceCall,
  ): Promise<InsiServiceResult>;
}

/** Verification of an INS with its traits (WS_INS3). */
export interface VerificationService {
  verify(
    query: {
      readonly ins: ReceivedIns;
      readonly nomNaissance: string;
      readonly premierPrenom: string;
      readonly listePrenoms: string;
      readonly sexe: 'F' | 'M';
      readonly dateNaissance: string;
      readonly lieuNaissance?: string;
    },
    call: ServiceCall,
  ): Promise<{ readonly outcome: 'ok' | 'ko'; readonly messageId?: string; readonly at: string }>;
}

/** The national services, as the handlers see them. */
export interface GatewayServices {
  readonly insi: InsiService;
  readonly vitale?: VitaleService;
  readonly verification?: VerificationService;
  readonly dmp?: DmpService;
  readonly documents?: DocumentsService;
}
