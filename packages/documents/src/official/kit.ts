import type { RunLimits, SchematronVerdict, XDocument } from '@socle-sante/schematron';

/** How one schematron is applied. */
export interface PackRunOptions {
  readonly signal?: AbortSignal;
  readonly limits?: RunLimits;
}

/** One compiled schematron of the kit. */
export interface OfficialPack {
  /** Applies it. The verdict says what was mended in the kit. */
  validate(document: XDocument, options?: PackRunOptions): SchematronVerdict | Promise<SchematronVerdict>;
}

/** What the XML schema refuses. */
export interface XsdError {
  /** With values of the document. */
  readonly message: string;
  /** The same, `…` for each value. */
  readonly template: string;
  /** From 1. */
  readonly line?: number;
}

/** The kit that the user has, compiled on the user's machine: see the entry `official-folder`. */
export interface OfficialKit {
  /**
   * @param file path under `schematrons/`
   * @returns `undefined` when the kit does not have it
   */
  open(file: string): Promise<OfficialPack | undefined>;
  /** Checks against the XML schema of the kit; absent when the kit has none, or no engine for it. */
  readonly xsd?: (bytes: Uint8Array) => Promise<readonly XsdError[]>;
  /** Whether the kit has the terminologies that the rules of vocabulary read. */
  readonly terminologies: boolean;
}
