import { isSocleError } from '@socle-sante/core/error';
import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import {
  type Deviation,
  DocumentError,
  LimitError,
  type RunLimits,
  readDocument,
  type XDocument,
} from '@socle-sante/schematron';
import { officialFindings, packName } from './findings.js';
import type { OfficialKit, XsdError } from './kit.js';
import { NativeLayer } from './layers.js';
import { TERMINOLOGY_RULES } from './models.js';
import { documentProfile } from './profile.js';
import type { OfficialChange, OfficialPackReport, OfficialReport, OfficialStepReport } from './report.js';
import { type OfficialSelection, type SelectedModel, selectOfficialRules } from './select.js';
import { documentSubtree } from './subtree.js';
import { DEFAULT_TARGET, type OfficialTarget } from './targets.js';

/** How to check one document. */
export interface OfficialOptions {
  /** {@link DEFAULT_TARGET} by default. */
  readonly target?: OfficialTarget;
  /** Stops between rules: the promise is then rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Values of the document in messages: `hide` by default. */
  readonly values?: 'hide' | 'show';
  /** What `validateCda` found in the same document: an assertion that says the same at the same place names it in `params.native`. */
  readonly native?: readonly Finding[];
  /** Bounds of each schematron. */
  readonly limits?: RunLimits;
}

/** How to compare. */
export type OfficialComparison = Pick<OfficialOptions, 'signal' | 'values' | 'limits'>;

/** The official rules, ready. */
export interface OfficialRules {
  validate(input: Uint8Array, options?: OfficialOptions): Promise<OfficialReport>;
  /** What changes for each document from one target to another: a date, a version of a model, fewer schematrons. */
  compare(
    documents: readonly { readonly file: string; readonly bytes: Uint8Array }[],
    before: OfficialTarget,
    after: OfficialTarget,
    options?: OfficialComparison,
  ): Promise<OfficialChange[]>;
}

/** How many errors of the XML schema are told. */
const MOST_XSD = 50;

/**
 * The rules that the French authorities publish (ANS, ContenuCDA), as a layer beside the native ones: the XML schema first (rules
 * may stop an engine on what the schema refuses), then the schematrons, chosen by `templateId`, code and date, then the
 * vocabularies. What goes wrong inside a rule is a finding, not an exception.
 */
export function createOfficialRules(kit: OfficialKit): OfficialRules {
  const validate = (input: Uint8Array, options: OfficialOptions = {}): Promise<OfficialReport> =>
    new Check(kit, options).run(input);
  return {
    validate,
    async compare(documents, before, after, options = {}) {
      const changes: OfficialChange[] = [];
      for (const { file, bytes } of documents) {
        const first = await validate(bytes, { ...options, target: before });
        const second = await validate(bytes, { ...options, target: after });
        changes.push(changeOf(file, first, second));
      }
      return changes;
    },
  };
}

/** What one schematron said; without report when it could not be applied. */
interface Applied {
  readonly findings: readonly Finding[];
  readonly report?: OfficialPackReport;
}

class Check {
  readonly #findings: Finding[] = [];
  readonly #steps: OfficialStepReport[] = [];
  readonly #packs: OfficialPackReport[] = [];
  readonly #native: NativeLayer | undefined;

  constructor(
    private readonly kit: OfficialKit,
    private readonly options: OfficialOptions,
  ) {
    this.#native = options.native === undefined ? undefined : new NativeLayer(options.native);
  }

  async run(given: Uint8Array): Promise<OfficialReport> {
    this.options.signal?.throwIfAborted();
    const input = documentSubtree(given);
    const target = this.options.target ?? DEFAULT_TARGET;
    const document = this.#read(input);
    if (document === undefined) {
      this.#skip('notWellFormed', 'xsd', 'rules', 'vocabularies');
      return this.#report(target, { files: [], alternatives: [], findings: [] });
    }
    const profile = documentProfile(document);
    if (profile === undefined) this.#findings.push(finding('cda.document.root', 'error'));
    const selection = selectOfficialRules(profile ?? { templateIds: [] }, target);
    const valid = await this.#schema(input);
    const applied = await this.#rules(document, selection, valid);
    await this.#vocabularies(document, valid);
    return this.#report(target, applied);
  }

  #read(input: Uint8Array): XDocument | undefined {
    try {
      return readDocument(input);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      const { line, column } = error;
      this.#findings.push({
        ...finding('official.unreadable', 'error', [], { reason: error.code }),
        ...(line === undefined ? {} : { wire: { line, ...(column === undefined ? {} : { column }) } }),
      });
      return undefined;
    }
  }

  /** The answer of the XML schema; `true` also when there is none to ask. */
  async #schema(input: Uint8Array): Promise<boolean> {
    if (this.kit.xsd === undefined) {
      this.#skip('noSchema', 'xsd');
      return true;
    }
    let errors: readonly XsdError[];
    try {
      errors = await this.kit.xsd(input);
    } catch (error) {
      this.#findings.push(notApplied('CDA_extended.xsd', error));
      this.#steps.push({ step: 'xsd', state: 'failed' });
      return true;
    }
    for (const { message, template, line } of errors.slice(0, MOST_XSD)) {
      const shown = this.options.values === 'show' ? message : template;
      const found = finding('official.xsd', 'error', [], { message: shown });
      this.#findings.push(line === undefined ? found : { ...found, wire: { line } });
    }
    if (errors.length > MOST_XSD) {
      this.#findings.push(finding('official.xsd.more', 'error', [], { count: errors.length - MOST_XSD }));
    }
    this.#steps.push({ step: 'xsd', state: errors.length === 0 ? 'passed' : 'failed' });
    return errors.length === 0;
  }

  async #rules(document: XDocument, selection: OfficialSelection, valid: boolean): Promise<OfficialSelection> {
    const own: Finding[] = [];
    const { model } = selection;
    let used = selection;
    for (const file of selection.files) {
      let applied = await this.#apply(document, file, valid);
      const other = file === model?.file ? await this.#other(document, selection, applied.findings, valid) : undefined;
      if (model !== undefined && other !== undefined) {
        applied = other.applied;
        used = recognised(selection, model, other.model);
      }
      own.push(...this.#keep(applied));
    }
    this.#findings.push(...used.findings, ...own);
    this.#steps.push({ step: 'rules', state: hasErrors(own) ? 'failed' : 'passed' });
    return used;
  }

  /** A document that does not say its version, and fails the one that was assumed, may have been written for another. */
  async #other(
    document: XDocument,
    { alternatives }: OfficialSelection,
    found: readonly Finding[],
    valid: boolean,
  ): Promise<{ readonly model: SelectedModel; readonly applied: Applied } | undefined> {
    if (!hasErrors(found)) return undefined;
    for (const model of alternatives) {
      const applied = await this.#apply(document, model.file, valid);
      if (applied.report !== undefined && !hasErrors(applied.findings)) return { model, applied };
    }
    return undefined;
  }

  async #vocabularies(document: XDocument, valid: boolean): Promise<void> {
    if (!this.kit.terminologies) {
      this.#skip('noVocabulary', 'vocabularies');
      return;
    }
    const own = this.#keep(await this.#apply(document, TERMINOLOGY_RULES, valid));
    this.#findings.push(...own);
    this.#steps.push({ step: 'vocabularies', state: hasErrors(own) ? 'failed' : 'passed' });
  }

  async #apply(document: XDocument, file: string, valid: boolean): Promise<Applied> {
    const { signal, limits, values } = this.options;
    signal?.throwIfAborted();
    try {
      const pack = await this.kit.open(file);
      if (pack === undefined) return { findings: [finding('official.pack.missing', 'warning', [], { file })] };
      signal?.throwIfAborted();
      const verdict = await pack.validate(document, {
        ...(signal === undefined ? {} : { signal }),
        ...(limits === undefined ? {} : { limits }),
      });
      const found = officialFindings(file, verdict, {
        ...(values === undefined ? {} : { values }),
        ...(this.#native === undefined ? {} : { native: this.#native }),
      });
      // A rule that stops on what the schema refuses says nothing new.
      const findings = valid ? found : found.filter(({ rule }) => rule !== 'official.fault');
      return { findings, report: { file, verdict } };
    } catch (error) {
      signal?.throwIfAborted();
      return { findings: [notApplied(file, error)] };
    }
  }

  #keep({ findings, report }: Applied): readonly Finding[] {
    if (report !== undefined) this.#packs.push(report);
    return findings;
  }

  #skip(why: NonNullable<OfficialStepReport['why']>, ...steps: OfficialStepReport['step'][]): void {
    for (const step of steps) this.#steps.push({ step, state: 'skipped', why });
  }

  #report(target: OfficialTarget, selection: OfficialReport['selection']): OfficialReport {
    const all = this.#packs.flatMap(({ verdict }) => verdict.deviations);
    const deviations = new Map(all.map((each): [string, Deviation] => [`${each.code}\n${each.subject}`, each]));
    const applied = new Set(this.#packs.map(({ file }) => file));
    return {
      target,
      findings: this.#findings,
      steps: this.#steps,
      selection,
      packs: this.#packs,
      complete:
        selection.files.length > 0 &&
        !this.#findings.some(({ rule }) => rule === 'official.pack.refused') &&
        selection.files.every((file) => applied.has(file)) &&
        !all.some(({ incomplete }) => incomplete) &&
        this.#packs.every(({ verdict }) => verdict.faults.every(({ recovered }) => recovered === true)),
      deviations: [...deviations.values()],
    };
  }
}

/** The same selection with the version that the document passes in the place of the one that was assumed. */
function recognised(selection: OfficialSelection, assumed: SelectedModel, passed: SelectedModel): OfficialSelection {
  return {
    files: selection.files.map((file) => (file === assumed.file ? passed.file : file)),
    model: passed,
    alternatives: [],
    findings: [
      ...selection.findings.filter(({ rule }) => rule !== 'official.version.notStated'),
      finding('official.version.recognised', 'info', [], {
        model: passed.model,
        version: passed.version,
        assumed: assumed.version,
      }),
    ],
  };
}

/** Rules that could not be applied: never a silent pass. */
function notApplied(file: string, error: unknown): Finding {
  const pack = packName(file);
  if (error instanceof LimitError) return finding('official.bound', 'error', [], { pack, code: error.code });
  if (isSocleError(error) && /^(?:schema|pack|documents\.official)\./.test(error.code)) {
    return finding('official.pack.refused', 'error', [], { pack, code: error.code });
  }
  throw error;
}

function changeOf(file: string, before: OfficialReport, after: OfficialReport): OfficialChange {
  const keys = (report: OfficialReport): Set<string> => new Set(report.findings.map(keyOf));
  const [old, fresh] = [keys(before), keys(after)];
  const gone = before.findings.filter((found) => !fresh.has(keyOf(found)));
  return {
    file,
    valid: [!hasErrors(before.findings), !hasErrors(after.findings)],
    versions: [before.selection.model?.version, after.selection.model?.version],
    gone,
    fresh: after.findings.filter((found) => !old.has(keyOf(found))),
    same: before.findings.length - gone.length,
  };
}

/** Two versions of a rule are the same when they say the same at the same place. */
function keyOf({ rule, severity, wire, params }: Finding): string {
  return JSON.stringify([rule, severity, wire?.pointer, wire?.line, params['message'] ?? params]);
}
