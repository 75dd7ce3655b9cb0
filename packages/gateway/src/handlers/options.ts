import type { RandomBytes } from '@socle-sante/core/uuid';
import type { EnvironmentView } from '../contract.js';
import type { OriginRule } from './origin.js';
import type { GatewayPorts } from './ports.js';
import type { GatewayServices } from './services.js';
import type { Authorize } from './session.js';

/** An exception that was no business answer. The message is left out: it could quote an identity. */
export interface GatewayFault {
  readonly operation: string;
  /** The reference that the page shows. */
  readonly reference: string;
  /** Name of the error class. */
  readonly name: string;
  /** `at` lines of its stack. */
  readonly frames: readonly string[];
}

/** How a gateway is made. */
export interface GatewayOptions extends OriginRule {
  readonly ports: GatewayPorts;
  readonly services: GatewayServices;
  /** Who may do what. Required: nothing is allowed without it. */
  readonly authorize: Authorize;
  /** Where the services are. `mixed` is computed when absent. */
  readonly environment: Omit<EnvironmentView, 'mixed'> & { readonly mixed?: boolean };
  /** Where the handlers are mounted. Default `/socle`. */
  readonly basePath?: string;
  readonly clock?: () => Date;
  readonly random?: RandomBytes;
  /** Milliseconds that an INSi result waits for the user. Default 15 minutes. */
  readonly snapshotTtlMs?: number;
  /** Milliseconds between two comments of a stream. Default 15 000. */
  readonly heartbeatMs?: number;
  readonly limits?: {
    /** INSi sequences that one user may start in a minute, in this process. Off by default. */
    readonly insiPerMinute?: number;
    /** Consultations of the DMP (searches, readings, changes) of one user in a minute, in this process. Off by default. */
    readonly dmpPerMinute?: number;
    /** Octets of one document. No official figure is published; default 100 MB, so that a server is not exhausted. */
    readonly maxDocumentBytes?: number;
    /** Octets of a request body. Default 32 kB. */
    readonly maxBodyBytes?: number;
  };
  /**
   * 32 octets that seal the handles of documents. Servers of one site share it; made at random when absent: the handles then
   * end with the process.
   */
  readonly handleKey?: Uint8Array;
  /** Certificates whose end is shown in the state of their service. */
  readonly certificates?: () => readonly {
    readonly service: string;
    readonly name: string;
    readonly expiresAt: string;
  }[];
  /** Told of every exception that was no business answer. */
  readonly onFault?: (fault: GatewayFault) => void;
}
