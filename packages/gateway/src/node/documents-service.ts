import { createHash } from 'node:crypto';
import type { Clock } from '@socle-sante/core/time';
import { defaultRandom, type RandomBytes } from '@socle-sante/core/uuid';
import type { OfficialOptions, OfficialRules } from '@socle-sante/documents/official';
import { type PrepareOptions, prepareSubmission, type SetSigning } from '@socle-sante/documents/prepare';
import { validateCda } from '@socle-sante/documents/validate';
import { writeDocument } from '../handlers/deposit/write.js';
import type {
  ComposedDocument,
  DepositDefaults,
  DocumentsService,
  OfficialLayer,
} from '../handlers/documents-service.js';
import type { Session } from '../handlers/session.js';

/** How documents are prepared on the server. */
export interface DocumentsServiceOptions {
  /** What the site knows of the documents that a session deposits; `undefined` when it deposits none. */
  readonly defaults: (
    session: Session,
    patientRef: string,
  ) => DepositDefaults | undefined | Promise<DepositDefaults | undefined>;
  /** The key that signs the sets: that of the card in direct mode, the stamp of the structure in the others. */
  readonly signing: SetSigning | ((session: Session) => SetSigning | Promise<SetSigning>);
  /** Refuses test identities in production, and the reverse. */
  readonly environment?: 'production' | 'test';
  /** A TrueType font whose licence allows it to be put into files: with it texts are made PDF/A-1 on request. */
  readonly font?: Uint8Array;
  /**
   * The author's own layout as HTML, for documents that carry a stylesheet. A stylesheet is a program of somebody else: run it
   * where it can reach neither files nor network. Without it that mode is not offered.
   */
  readonly producerHtml?: (document: Uint8Array) => Promise<string | undefined>;
  /** A document that the software of the site composes from the record, under a key of the vendor's: structured content, file, or CDA. */
  readonly compose?: (
    session: Session,
    patientRef: string,
    ref: string,
  ) => ComposedDocument | undefined | Promise<ComposedDocument | undefined>;
  /**
   * The official rules, as a second layer of checks on every document, those that are brought and those that are written here:
   * `createOfficialRules` over the folder that
   * the site has (`@socle-sante/documents/official-folder`). Nothing official is in our packages.
   */
  readonly official?: Pick<OfficialRules, 'validate'>;
  /** For whom documents are checked: `officialTarget('DMP')`. */
  readonly officialTarget?: NonNullable<OfficialOptions['target']>;
  /** An error of the official layer stops the deposit. Default false: it is shown with its severity, and the deposit stays possible. */
  readonly officialBlocks?: boolean;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
}

/** The preparation of documents: built, described, signed by `prepareSubmission`; texts and images made PDF/A-1 on request. */
export function documentsService(options: DocumentsServiceOptions): DocumentsService {
  const { defaults, signing, environment, font, producerHtml, compose } = options;
  const clock = options.clock ?? (() => new Date());
  const random = options.random ?? defaultRandom;
  const common: PrepareOptions = {
    clock,
    random,
    hash: (algorithm, bytes) => Uint8Array.from(createHash(algorithm).update(bytes).digest()),
    base64: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString('base64'),
    ...(environment === undefined ? {} : { environment }),
  };
  return {
    defaults: async (session, patientRef) => defaults(session, patientRef),
    async prepare(submission, session) {
      const key = typeof signing === 'function' ? await signing(session) : signing;
      return prepareSubmission(submission, { ...common, signing: key });
    },
    write: (submission) => writeDocument(submission, common),
    ...(compose === undefined
      ? {}
      : { compose: async (session, patientRef, ref) => compose(session, patientRef, ref) }),
    async toPdfA(body, { title, date }) {
      // The libraries of the conversion are loaded at the first one.
      const { convertToPdfA1 } = await import('@socle-sante/documents/pdf-convert');
      return convertToPdfA1(body, { title, date, ...(font === undefined ? {} : { font }) });
    },
    ...(producerHtml === undefined ? {} : { producerHtml }),
    ...(options.official === undefined ? {} : { official: officialLayer(options.official, options) }),
  };
}

function officialLayer(
  rules: Pick<OfficialRules, 'validate'>,
  { officialTarget, officialBlocks = false }: DocumentsServiceOptions,
): OfficialLayer {
  return {
    blocks: officialBlocks,
    async check(document, { signal } = {}) {
      const native = validateCda(document);
      const report = await rules.validate(document, {
        native,
        values: 'hide',
        ...(signal === undefined ? {} : { signal }),
        ...(officialTarget === undefined ? {} : { target: officialTarget }),
      });
      return [...native, ...report.findings];
    },
  };
}
