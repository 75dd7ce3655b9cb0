import { compareTraits, type TraitDiff } from './compare-traits.js';
import { type Finding, finding } from './finding.js';
import { checkFirstGivenName } from './given-names.js';
import { documentTrust, HIGH_TRUST_DOCUMENTS, type IdentityDocument } from './identity-documents.js';
import { type InsIdentifier, isInsOid, sameIns } from './ins-identifier.js';
import { isMatricule } from './matricule.js';
import type { IdentityEvent, IdentityState, InsHistoryEntry, InvalidationReason } from './rniv-state.js';
import { fromApcv, statusOf, transmissible } from './rniv-status.js';
import {
  type Condition,
  type EffectKind,
  type EventRule,
  type Requirement,
  RNIV_TRANSITIONS,
  type TransitionRow,
} from './rniv-table.js';
import type { TraitsLocaux } from './strict-traits.js';

export { documentTrust, HIGH_TRUST_DOCUMENTS, type IdentityDocument } from './identity-documents.js';
export {
  COLLECTION_METHODS,
  type CodeLabel,
  type CollectionMethod,
  VALIDATION_MODES,
  type ValidationMode,
  ZFD7_DOCUMENTS,
  type Zfd7Code,
} from './rniv-codes.js';
export type {
  AttributeEventType,
  DocumentCheck,
  DocumentTrust,
  IdentityAttribute,
  IdentityEvent,
  IdentityEventType,
  IdentityState,
  InsHistoryEntry,
  InsiCallTrace,
  InvalidationReason,
  RnivStatus,
} from './rniv-state.js';
export {
  canQueryInsi,
  canTransmitIns,
  type QueryDecision,
  type QueryRefusal,
  statusOf,
  type TransmitDecision,
  type TransmitRefusal,
} from './rniv-status.js';
export {
  type AxisChange,
  type Condition,
  type EffectKind,
  type EventRule,
  type Requirement,
  RNIV_TRANSITIONS,
  type TransitionRow,
} from './rniv-table.js';

/** An effect of a transition; `diffs` comes with the effects about traits. */
export interface Effect {
  readonly kind: EffectKind;
  readonly diffs?: readonly TraitDiff[];
}

export type Transition =
  | { readonly ok: true; readonly state: IdentityState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export interface TransitionOptions {
  /** The site's documents and their trust (EXI ID 19). */
  readonly documents?: readonly IdentityDocument[];
}

/** A provisional identity: the event `create` without its envelope. */
export function createIdentity(
  traits: TraitsLocaux,
  extra: Pick<IdentityState, 'collection' | 'birthDateCompletion'> = {},
): IdentityState {
  return { traits, insi: false, attributes: [], history: [], collection: 'SM', ...extra };
}

/**
 * Applies an event. Pure: the state given is left as it is. `undefined` is the identity that does not exist yet, and only
 * takes `create`. A refusal says each reason: `rniv.notApplicable`, or `rniv.<requirement>` of the table.
 */
export function transition(
  state: IdentityState | undefined,
  event: IdentityEvent,
  options: TransitionOptions = {},
): Transition {
  const rule = Object.hasOwn(RNIV_TRANSITIONS, event.type) ? RNIV_TRANSITIONS[event.type] : undefined;
  if (!rule) return refused(['notApplicable'], state, event);
  if (event.type === 'create' || state === undefined) {
    if (event.type !== 'create' || state !== undefined) return refused(['notApplicable'], state, event);
    const { collection, birthDateCompletion } = event;
    const extra = { ...(collection ? { collection } : {}), ...(birthDateCompletion ? { birthDateCompletion } : {}) };
    return { ok: true, state: createIdentity(event.traits, extra), effects: [] };
  }
  const context: Context = {
    state,
    event,
    documents: options.documents ?? HIGH_TRUST_DOCUMENTS,
    diffs: diffsOf(state, event),
  };
  const status = statusOf(state);
  const row = rule.rows.find((r) => r.from.includes(status) && conditions[r.when](context));
  if (!row) return refused(['notApplicable'], state, event);
  const failures = [...rule.requires, ...(row.requires ?? [])].filter((r) => !requirements[r](context));
  if (failures.length > 0) return refused(failures, state, event);
  const effects = row.effects
    .filter((kind) => kind !== 'insInvalidated' || state.ins !== undefined)
    .filter((kind) => kind !== 'documentRemoved' || state.document !== undefined)
    .map(
      (kind): Effect =>
        kind === 'arbitrate' || kind === 'traitsOverwritten' ? { kind, diffs: context.diffs } : { kind },
    );
  return { ok: true, state: apply(context, rule, row), effects };
}

interface Context {
  readonly state: IdentityState;
  readonly event: IdentityEvent;
  readonly documents: readonly IdentityDocument[];
  readonly diffs: readonly TraitDiff[];
}

const requirements: Readonly<Record<Requirement, (c: Context) => boolean>> = {
  notDouteuse: ({ state }) => !state.attributes.includes('douteuse'),
  notFictive: ({ state }) => !state.attributes.includes('fictive'),
  notApcv: ({ state }) => !fromApcv(state),
  sexeKnown: ({ state }) => state.traits.sexe === 'F' || state.traits.sexe === 'M',
  accepted: ({ event }) => !('accepted' in event) || event.accepted === true,
  genuine: ({ event }) => event.type !== 'apcvRead' || event.genuine === true,
  validIdentifier: ({ event }) => !('ins' in event) || (isMatricule(event.ins.matricule) && isInsOid(event.ins.oid)),
  completeTraits: ({ event }) => !('ins' in event) || transmissible(event.traits) !== undefined,
  highTrust: ({ event, documents }) =>
    event.type !== 'documentChecked' || documentTrust(event.document.type, documents) === 'high',
  documentCoherent: ({ event }) => event.type !== 'documentChecked' || event.coherent === true,
  confirmed: ({ event }) => event.type !== 'editTrait' || event.confirmed === true,
  attributeAbsent: ({ state, event }) => !hasAttributeOf(state, event),
  attributePresent: ({ state, event }) => hasAttributeOf(state, event),
};

const conditions: Readonly<Record<Condition, (c: Context) => boolean>> = {
  always: () => true,
  coherent: ({ diffs }) => diffs.every((d) => d.verdict !== 'different'),
  differs: ({ diffs }) => diffs.some((d) => d.verdict === 'different'),
  harmless: ({ state, event }) => event.type === 'editTrait' && isHarmless(state.traits, event.changes),
  // What was read from the appli carte Vitale cannot prove another value.
  proved: ({ state, event }) =>
    'documentProves' in event && event.documentProves === true && state.document?.type !== 'AV',
  apcv: ({ state }) => fromApcv(state),
};

/** The state after a row of the table. */
function apply({ state, event, documents }: Context, rule: EventRule, row: TransitionRow): IdentityState {
  const { ins: oldIns, document: oldDocument, ...rest } = state;
  const found = row.insi === 'set' && 'ins' in event ? event : undefined;
  const ins = row.insi === 'keep' ? oldIns : found?.ins;
  const document =
    row.document === 'keep' ? oldDocument : row.document === 'set' ? documentOf(event, documents) : undefined;
  const history = [...state.history];
  const lost = oldIns !== undefined && (ins === undefined || !sameIns(oldIns, ins)) ? oldIns : undefined;
  if (lost && rule.reason) history.push(invalidated(lost, event.at, rule.reason));
  if (found?.type === 'insiFound')
    history.push(...(found.history ?? []).filter((h) => !history.some((known) => sameEntry(known, h))));
  return {
    ...rest,
    traits: traitsAfter(state.traits, event, found !== undefined),
    ...(ins === undefined ? {} : { ins }),
    ...(document === undefined ? {} : { document }),
    insi: row.insi === 'keep' ? state.insi : row.insi === 'set',
    attributes: attributesAfter(state, rule),
    history,
    ...(found ? { collection: found.type === 'apcvRead' ? ('AV' as const) : ('INSI' as const) } : {}),
    ...(found?.type === 'insiFound'
      ? { insiCall: { at: found.at, ...(found.messageId === undefined ? {} : { messageId: found.messageId }) } }
      : {}),
  };
}

/** INSi replaces the strict traits that it gives; the used names stay (EXI ID 08). */
function traitsAfter(traits: TraitsLocaux, event: IdentityEvent, overwrite: boolean): TraitsLocaux {
  if (event.type === 'editTrait') return { ...traits, ...event.changes };
  if (!overwrite || !('ins' in event)) return traits;
  const { nomNaissance, listePrenoms, premierPrenom, sexe, dateNaissance, lieuNaissance } = event.traits;
  return {
    ...traits,
    nomNaissance,
    premierPrenom,
    sexe,
    dateNaissance,
    ...(listePrenoms ? { listePrenoms } : {}),
    ...(lieuNaissance ? { lieuNaissance } : {}),
  };
}

function documentOf(event: IdentityEvent, documents: readonly IdentityDocument[]): IdentityState['document'] {
  if (event.type === 'apcvRead') return { type: 'AV', date: event.at, trust: 'high' };
  if (event.type !== 'documentChecked') return undefined;
  const { type, expiry } = event.document;
  return { type, date: event.at, trust: documentTrust(type, documents), ...(expiry === undefined ? {} : { expiry }) };
}

function attributesAfter(state: IdentityState, { attribute }: EventRule): IdentityState['attributes'] {
  if (attribute?.only) return [attribute.only];
  if (attribute?.add) return [...state.attributes, attribute.add];
  return attribute?.remove ? state.attributes.filter((a) => a !== attribute.remove) : state.attributes;
}

function hasAttributeOf(state: IdentityState, event: IdentityEvent): boolean {
  const { attribute } = RNIV_TRANSITIONS[event.type];
  const name = attribute?.add ?? attribute?.remove ?? attribute?.only;
  return name !== undefined && state.attributes.includes(name);
}

function diffsOf(state: IdentityState, event: IdentityEvent): readonly TraitDiff[] {
  return 'ins' in event ? compareTraits(state.traits, event.traits) : [];
}

/** True when no strict trait changes, or only the first prénom and it is still a beginning of the list. */
function isHarmless(traits: TraitsLocaux, changes: Partial<TraitsLocaux>): boolean {
  const strict = ['nomNaissance', 'listePrenoms', 'premierPrenom', 'sexe', 'dateNaissance', 'lieuNaissance'] as const;
  const changed = strict.filter((field) => field in changes && changes[field] !== traits[field]);
  if (changed.length === 0) return true;
  if (changed.length > 1 || changed[0] !== 'premierPrenom' || !changes.premierPrenom) return false;
  const first = checkFirstGivenName(traits.listePrenoms, changes.premierPrenom);
  return first.coherent && !first.ambiguous;
}

function invalidated(ins: InsIdentifier, invalidatedAt: string, reason: InvalidationReason): InsHistoryEntry {
  return { matricule: ins.matricule, oid: ins.oid, invalidatedAt, reason };
}

function sameEntry(a: InsHistoryEntry, b: InsHistoryEntry): boolean {
  return (
    a.matricule === b.matricule &&
    a.oid === b.oid &&
    a.dateDebut === b.dateDebut &&
    a.dateFin === b.dateFin &&
    a.reason === b.reason
  );
}

function refused(
  reasons: readonly (Requirement | 'notApplicable')[],
  state: IdentityState | undefined,
  event: IdentityEvent,
): Transition {
  const status = state ? statusOf(state) : 'NONE';
  const source = Object.hasOwn(RNIV_TRANSITIONS, event.type) ? RNIV_TRANSITIONS[event.type].source : undefined;
  return {
    ok: false,
    findings: reasons.map((r) => finding(`rniv.${r}`, 'error', [], { status, event: event.type }, source)),
  };
}
