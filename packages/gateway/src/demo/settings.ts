import type { Latency } from './random.js';

/** Profiles of the demonstration. */
export type DemoRole = 'medecin' | 'secretaire' | 'identitovigilance' | 'support';

/** A failure of a simulated service, by its official or stable code. */
export interface DemoFault {
  readonly service: 'insi' | 'vitale' | 'verification' | 'dmp';
  /**
   * `01`, `02`, `desir_550`, `DESIR_560`, `desir_1020`, `insi_101`, `insi_102`, `key`, `timeout`, `tls`…; for the DMP
   * `DMPAccessDeniedByRightsService`, `XDSRepositoryMetadataError`, `XDSRepositoryBusy`, `503`, `timeout`…
   */
  readonly code: string;
}

/** What INSi does to every identity that it finds. */
export type DemoAnswer = 'asIs' | 'differs' | 'partial' | 'nia' | 'histories' | 'incompleteDate';

/** How the demonstration behaves now. */
export interface DemoSettings {
  readonly fault?: DemoFault;
  readonly answer: DemoAnswer;
  /** Unknown persons: `prod` CodeCR 01, `bas` the technical error of the vendors' test service. */
  readonly mode: 'prod' | 'bas';
  /** No network: every request fails as in a page that is offline. */
  readonly offline: boolean;
  /** Requests are never answered. */
  readonly silent: boolean;
  /** Milliseconds added to each call of a service. */
  readonly slow: number;
  readonly session: 'open' | 'expired';
  readonly rights: 'all' | 'none' | 'readOnly';
  readonly role: DemoRole;
  readonly environment: 'simulator' | 'bac-a-sable' | 'production' | 'mixed';
  /** Another user changes the record just before each write. */
  readonly conflict: boolean;
  /** A sequence already runs for every record. */
  readonly busy: boolean;
  /** The server speaks another major version of the contract. */
  readonly contract: 'same' | 'other';
  /** The store of records breaks. */
  readonly broken: boolean;
  /** Without reader, verification and list of imported identities. */
  readonly bare: boolean;
  /** Number of rows of the journal and of the list of imported identities. */
  readonly rows: 'few' | '10k';
  /** Card in the reader, by its name; `none` for an empty reader. */
  readonly card: string;
  readonly latency?: Latency;
  /** What TD0.2 says of every patient. */
  readonly dmpStatus: 'asIs' | 'none' | 'closed' | 'notAuthorised' | 'blocked' | 'treatingDoctor';
  /** What becomes of a document that is read: bytes that are not those announced, the identity of somebody else. */
  readonly dmpDocument: 'asIs' | 'mismatch' | 'otherPerson';
  /** What the official rules of the site say of a CDA document that is brought: nothing, remarks, remarks that stop the deposit. */
  readonly official: 'none' | 'findings' | 'blocking';
  /** How the doctor is authenticated. */
  readonly dmpMode: 'DIRECTE' | 'INDIRECTE' | 'INDIRECTE_RENFORCEE';
  /** The session serves the régulation (centre 15). */
  readonly regulation: boolean;
  /** Answers of the DMP that are not whole. */
  readonly dmpPartial: boolean;
  /** Every patient opposed the emergency access. */
  readonly emergencyOpposed: boolean;
  /** The users belong to the care team of the patients. */
  readonly careTeam: boolean;
  /** Choices that the records start with. */
  readonly consent: 'none' | 'refused' | 'opposed';
  /** Nobody has read the notice of traceability yet. */
  readonly firstLogin: boolean;
}

export const nominal: DemoSettings = {
  answer: 'asIs',
  mode: 'prod',
  offline: false,
  silent: false,
  slow: 0,
  session: 'open',
  rights: 'all',
  role: 'medecin',
  environment: 'simulator',
  conflict: false,
  busy: false,
  contract: 'same',
  broken: false,
  bare: false,
  rows: 'few',
  card: 'insi-01',
  dmpStatus: 'asIs',
  dmpDocument: 'asIs',
  official: 'none',
  dmpMode: 'DIRECTE',
  regulation: false,
  dmpPartial: false,
  emergencyOpposed: false,
  careTeam: true,
  consent: 'none',
  firstLogin: false,
};
