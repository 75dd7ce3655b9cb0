import { type RandomBytes, uuidV4 } from '@socle-sante/core/uuid';
import type { AuditEntry, ConsentEntry, SiteView } from '../contract.js';
import type { ConsentStore, NoticeStore, RecordStore, SubmissionStore } from '../handlers/document-ports.js';
import type { GatewayPorts, IdentityRecord, ImportedIdentity } from '../handlers/ports.js';
import type { Session } from '../handlers/session.js';
import { createMemoryAudit, type MemoryAudit } from './audit.js';
import { createMemoryConsents } from './consents.js';
import { defaultSite } from './default-site.js';
import { createMemoryIdentityStore } from './identity-store.js';
import { createMemoryNotices } from './notices.js';
import { createMemoryRecords, type MemoryDocument } from './records.js';
import { createMemorySubmissions } from './submissions.js';
import { createMemoryTransient } from './transient.js';
import { createMemoryWorklist } from './worklist.js';

/** What the reference ports start with. */
export interface MemoryPortsOptions {
  /** Who is signed in: one session for every request, or the vendor's own way to find it. */
  readonly session: Session | ((request: Request) => Session | undefined | Promise<Session | undefined>);
  readonly records?: readonly IdentityRecord[];
  readonly imported?: readonly ImportedIdentity[];
  readonly audit?: readonly AuditEntry[];
  readonly site?: Partial<SiteView>;
  /** Documents of the records. */
  readonly documents?: readonly MemoryDocument[];
  /** Choices of the patients, by record; oldest first. */
  readonly consents?: ReadonlyMap<string, readonly ConsentEntry[]>;
  /** Who belongs to the care team of whom. Default everybody. */
  readonly careTeam?: (patientRef: string, userRef: string) => boolean;
  /** `userRef` and identifier of the notice, a space between → ISO instant. */
  readonly acknowledged?: ReadonlyMap<string, string>;
  readonly clock?: () => Date;
  readonly random?: RandomBytes;
}

/** Every port, in the memory of this process: for a first page, tests and demonstrations. */
export interface MemoryPorts extends GatewayPorts {
  readonly audit: MemoryAudit;
  readonly consents: ConsentStore;
  readonly records: RecordStore;
  readonly submissions: SubmissionStore;
  readonly notices: NoticeStore;
}

export function createMemoryPorts(options: MemoryPortsOptions): MemoryPorts {
  const now = options.clock ?? (() => new Date());
  const { session } = options;
  const site: SiteView = { ...defaultSite, ...options.site };
  return {
    identities: createMemoryIdentityStore(options.records ?? [], () => `p-${uuidV4(options.random)}`),
    audit: createMemoryAudit(options.audit),
    users: { resolve: async (request) => (typeof session === 'function' ? session(request) : session) },
    site: { get: async () => site },
    transient: createMemoryTransient(now),
    worklist: createMemoryWorklist(options.imported ?? []),
    consents: createMemoryConsents(options.consents, options.careTeam),
    records: createMemoryRecords(options.documents ?? [], () => `d-${uuidV4(options.random)}`),
    submissions: createMemorySubmissions(now),
    notices: createMemoryNotices(options.acknowledged),
  };
}
