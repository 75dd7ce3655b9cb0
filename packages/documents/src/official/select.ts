import { type Finding, finding } from '@socle-sante/core/finding';
import {
  GENERIC_RULES,
  OFFICIAL_MODELS,
  type OfficialModel,
  type OfficialVersion,
  STRUCTURATION_MINIMALE,
} from './models.js';
import { DEFAULT_TARGET, type OfficialTarget } from './targets.js';

/** What says which rules a document must hold. */
export interface DocumentProfile {
  /** `ClinicalDocument/templateId`. */
  readonly templateIds: readonly { readonly root: string; readonly extension?: string }[];
  /** `ClinicalDocument/code/@code`. */
  readonly code?: string;
  /** `ClinicalDocument/effectiveTime/@value`, as written. */
  readonly effectiveTime?: string;
}

/** The rules of one version of a model. */
export interface SelectedModel {
  readonly model: string;
  readonly version: string;
  /** Path under `schematrons/`. */
  readonly file: string;
}

/** The schematrons to apply to one document, as paths under `schematrons/`. */
export interface OfficialSelection {
  readonly files: readonly string[];
  readonly model?: SelectedModel;
  /** Other versions that a document which states none may have been written for, newest first. */
  readonly alternatives: readonly SelectedModel[];
  /** What had to be assumed: version not stated, no rules for this model, … */
  readonly findings: readonly Finding[];
}

/**
 * Chooses the official rules of a document: the four generic schematrons, then that of its model, told by its `templateId` (codes
 * are shared between models), in the version that its `@extension` states. A document that states none gets the newest version
 * that existed at its own date (and the report says so).
 */
export function selectOfficialRules(
  document: DocumentProfile,
  target: OfficialTarget = DEFAULT_TARGET,
): OfficialSelection {
  const findings: Finding[] = [];
  if (target.needsDate === true && target.date === undefined) {
    findings.push(finding('official.target.noDate', 'info', [], { target: target.name }));
  }
  const files = GENERIC_RULES.filter(({ key }) => target.generic?.includes(key) ?? true).map(({ file }) => file);
  if (target.model === false) return { files, alternatives: [], findings };
  const found = modelOf(document);
  if (found === undefined) {
    const unknown = document.templateIds.find(({ root }) => isModel(root));
    if (unknown !== undefined) {
      findings.push(finding('official.model.unknown', 'warning', [], { templateId: shownOid(unknown.root) }));
    }
    return { files, alternatives: [], findings };
  }
  const { model, extension } = found;
  const choice = new Choice(model, extension, document.effectiveTime, target, findings);
  const selected = ({ version, file }: OfficialVersion): SelectedModel => ({ model: model.model, version, file });
  const version = choice.version();
  return {
    files: [...files, version.file],
    model: selected(version),
    alternatives: choice.alternatives.map(selected),
    findings,
  };
}

const FAMILY = STRUCTURATION_MINIMALE.slice(0, STRUCTURATION_MINIMALE.lastIndexOf('.'));

/** Templates of models stand beside that of the structuration minimale. */
function isModel(root: string): boolean {
  return root.startsWith(`${FAMILY}.`) && root !== STRUCTURATION_MINIMALE;
}

/** The model with the longest template among those of the document: a family (`….5`) stands beside its members (`….5.1`). */
function modelOf(document: DocumentProfile): { model: OfficialModel; extension?: string } | undefined {
  let best: { model: OfficialModel; extension?: string; length: number } | undefined;
  for (const { root, extension } of document.templateIds) {
    const model = OFFICIAL_MODELS.find(({ templateId }) => templateId === root);
    if (model === undefined || (best !== undefined && best.length >= root.length)) continue;
    best = { model, length: root.length, ...(extension === undefined ? {} : { extension }) };
  }
  if (best !== undefined || document.templateIds.some(({ root }) => isModel(root))) return best;
  const byCode = OFFICIAL_MODELS.find(({ templateId, code }) => templateId === undefined && code === document.code);
  return byCode === undefined ? undefined : { model: byCode };
}

/** The choice of one version among those of a model. */
class Choice {
  /** What else an assumed version may be. */
  alternatives: readonly OfficialVersion[] = [];
  /** Versions that existed at the date of the target; the oldest one when none did. */
  readonly #allowed: readonly OfficialVersion[];

  constructor(
    private readonly model: OfficialModel,
    private readonly extension: string | undefined,
    private readonly effectiveTime: string | undefined,
    private readonly target: OfficialTarget,
    private readonly findings: Finding[],
  ) {
    const { versions } = model;
    const limit = target.date === undefined ? undefined : month(target.date);
    const inTime = versions.filter(({ version }) => limit === undefined || month(version) <= limit);
    this.#allowed = inTime.length > 0 ? inTime : versions.slice(0, 1);
    if (inTime.length === 0) this.#say('official.version.none', 'warning', { target: target.name });
  }

  version(): OfficialVersion {
    return this.#asked() ?? this.#newest() ?? this.#stated() ?? this.#assumed();
  }

  /** The version that the target names for the model. */
  #asked(): OfficialVersion | undefined {
    const wanted = this.target.versions?.[this.model.model];
    if (wanted === undefined) return undefined;
    const found = this.model.versions.find(({ version }) => version === wanted);
    if (found === undefined) this.#say('official.version.unknown', 'warning', { stated: shownVersion(wanted) });
    return found;
  }

  #newest(): OfficialVersion | undefined {
    if (this.target.choose !== 'newest') return undefined;
    const version = this.#last(this.#allowed);
    const stated = this.#ofDocument();
    if (stated !== undefined && stated !== version) {
      this.#say('official.version.other', 'info', { stated: stated.version, version: version.version });
    }
    return version;
  }

  #stated(): OfficialVersion | undefined {
    const stated = this.#ofDocument();
    if (stated === undefined || this.#allowed.includes(stated)) return stated;
    const version = this.#last(this.#allowed);
    this.#say('official.version.later', 'warning', {
      stated: stated.version,
      version: version.version,
      target: this.target.name,
    });
    return version;
  }

  /** The newest version that existed when the document was made. */
  #assumed(): OfficialVersion {
    const written = this.effectiveTime === undefined ? undefined : month(this.effectiveTime);
    const inTime = this.#allowed.filter(({ version }) => written === undefined || month(version) <= written);
    const version = this.#last(inTime.length > 0 ? inTime : this.#allowed.slice(0, 1));
    if (this.extension !== undefined) {
      this.#say('official.version.unknown', 'warning', {
        stated: shownVersion(this.extension),
        version: version.version,
      });
    } else if (this.model.versions.length > 1) {
      // A model of one version leaves nothing to guess.
      this.#say('official.version.notStated', 'info', { version: version.version });
      this.alternatives = this.#allowed.filter((each) => each !== version).reverse();
    }
    return version;
  }

  #ofDocument(): OfficialVersion | undefined {
    const { extension } = this;
    return this.model.versions.find(({ version, extension: own }) => (own ?? version) === extension);
  }

  #last(versions: readonly OfficialVersion[]): OfficialVersion {
    const last = versions.at(-1);
    if (last === undefined) throw new TypeError(`${this.model.model} has no version`);
    return last;
  }

  #say(rule: string, severity: 'warning' | 'info', params: Readonly<Record<string, string>>): void {
    this.findings.push(finding(rule, severity, [], { model: this.model.model, ...params }));
  }
}

/** `2024.01`, `2024-01-15`, `20240115…` → 202401. */
function month(date: string): number {
  return Number(date.replace(/\D/g, '').slice(0, 6).padEnd(6, '0'));
}

/** What a document states is shown when it has the form of a version: anything else may be of a person. */
function shownVersion(text: string): string {
  return /^\d{4}\.?\d{2}$/.test(text) ? text : '…';
}

function shownOid(text: string): string {
  return /^[0-9.]{1,64}$/.test(text) ? text : '…';
}
