/** Where a package stands. Imports only go down; a `service` never imports another service. */
export interface Floor {
  readonly level: number;
  readonly kind?: 'service';
  /** Packages that it may import besides those of the floors below. */
  readonly also?: readonly string[];
  /** When set, the only packages that it may import. */
  readonly only?: readonly string[];
}

// A package on the side stands above everything it may need, and nothing may import it but what says so in `also`.
const SIDE = 99;

/**
 * The floors of the house. A package that is not in this table does not pass the check: adding one is a decision.
 * Packages of later releases are here already, so that the table is read as a plan.
 */
export const FLOORS: Readonly<Record<string, Floor>> = {
  core: { level: 0 },
  nomenclatures: { level: 0, also: ['core'] },
  wire: { level: 1 },
  schematron: { level: 1 },
  documents: { level: 2 },
  vihf: { level: 2 },
  ins: { level: 3, kind: 'service' },
  dmp: { level: 3, kind: 'service' },
  mssante: { level: 3, kind: 'service' },
  annuaire: { level: 3, kind: 'service' },
  'pro-sante-connect': { level: 3, kind: 'service' },
  telesurveillance: { level: 3, kind: 'service' },
  conformite: { level: 4 },
  outbox: { level: 4 },
  // The in-browser demonstration runs on the simulators' business cores.
  gateway: { level: 5, also: ['sandbox'] },
  react: { level: 6 },
  // Shares no codec with a client: a mistake made on both sides would cancel out.
  sandbox: { level: SIDE, only: ['core', 'nomenclatures', 'wire', 'schematron'] },
  cli: { level: SIDE, also: ['sandbox'] },
  interop: { level: SIDE, also: ['sandbox', 'cli'] },
  tooling: { level: SIDE },
};

/** Entries that a browser may load (`.` is the package itself): they reach no Node built-in and only such entries of other packages. */
export const BROWSER_ENTRIES: Readonly<Record<string, 'all' | readonly string[]>> = {
  core: 'all',
  nomenclatures: 'all',
  wire: ['./xml', './soap', './multipart', './c14n-stream', './certificate'],
  schematron: ['.', './compile', './runtime', './worker'],
  documents: [
    '.',
    './validate',
    './messages',
    './xds',
    './submission',
    './identity',
    './patient',
    './cda-reader',
    './cda',
    './render',
    './pdf',
    './official-rules',
    './official',
    './xades',
    './xdm',
    './pdf-convert',
    './prepare',
  ],
  vihf: ['./messages'],
  ins: [
    './validate',
    './messages',
    './datamatrix',
    './hl7v2',
    './cda',
    './xds',
    './fhir',
    './mailbox',
    './requirements',
  ],
  dmp: ['./validate', './messages', './rights', './codes', './journey', './web-access'],
  sandbox: ['./insi', './dmp'],
  gateway: ['.', './contract', './handlers', './client', './demo'],
  react: 'all',
};

/** Libraries known to run in a browser. One that is not here, reached from a browser entry, does not pass the check. */
export const BROWSER_LIBRARIES: readonly string[] = [
  '@cantoo/pdf-lib',
  '@internationalized/date',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'bwip-js',
  'fflate',
  'fontkit',
  'ky',
  'react',
  'react-aria-components',
  'react-dom',
  'saxes',
  'zod',
  'zxing-wasm',
];
