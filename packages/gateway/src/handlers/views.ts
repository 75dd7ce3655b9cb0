import { canQueryInsi, type IdentityEvent, type IdentityState, statusOf, transition } from '@socle-sante/core/rniv';
import type {
  ActionId,
  FormerIns,
  HistoryEntry,
  Lock,
  PatientRow,
  PatientView,
  TransitionType,
  TransitionView,
} from '../contract.js';
import { isMinorAt } from './calendar.js';
import { toInsView } from './ins-view.js';
import type { IdentityRecord } from './ports.js';
import { toTraits, traitFields } from './traits.js';

const transitionTypes: readonly TransitionType[] = [
  'documentChecked',
  'documentNotGenuine',
  'setDouteuse',
  'clearDouteuse',
  'setFictive',
  'clearFictive',
  'setHomonyme',
  'clearHomonyme',
];

/** What the views need to know of the site and of the session. */
export interface ViewContext {
  readonly superuser: boolean;
  /** `YYYY-MM-DD`, in France. */
  readonly today: string;
  /** A document type of high trust at this site, to try the transition with; none when the site has none. */
  readonly highTrustDocument?: string;
  readonly documents: Parameters<typeof transition>[2];
  /** Asks the vendor's rule for an act on this record. */
  readonly may: (action: ActionId) => Promise<boolean>;
}

/** A row of a list. */
export function toRow(record: IdentityRecord): PatientRow {
  const { state } = record;
  return {
    ref: record.patientRef,
    traits: toTraits(state.traits),
    ...usedNames(state),
    status: statusOf(state),
    attributes: [...state.attributes],
    ...(state.ins === undefined ? {} : { ins: toInsView(state.ins) }),
  };
}

/** A record with what this session may do on it. */
export async function toPatient(record: IdentityRecord, context: ViewContext): Promise<PatientView> {
  const { state } = record;
  const query = canQueryInsi(state);
  const transitions = openTransitions(state, context);
  const actions = await allowedActions(state, transitions, context);
  const kept = record.insi;
  return {
    ...toRow(record),
    version: record.version,
    axes: { insi: state.insi && state.ins !== undefined, document: state.document?.trust === 'high' },
    ...(kept === undefined || state.ins === undefined
      ? {}
      : { insi: { at: kept.at, ...(kept.messageId === undefined ? {} : { messageId: kept.messageId }) } }),
    ...(record.document === undefined || state.document === undefined
      ? {}
      : {
          document: {
            type: record.document.type,
            checkedOn: record.document.checkedOn,
            by: record.document.by,
            ...(record.document.expiresOn === undefined ? {} : { expiresOn: record.document.expiresOn }),
          },
        }),
    locks: locksOf(state, context.superuser),
    ...(query.ok ? {} : { insiBlock: query.reason }),
    ...(record.deceased === undefined ? {} : { deceased: record.deceased }),
    isMinor: isMinorAt(state.traits.dateNaissance, context.today),
    transitions: transitions.filter(({ type }) => actions.includes(`identity.${type}`)),
    actions,
  };
}

/** Former matricules, from INSi or invalidated here. */
export function toFormerIns(state: IdentityState): FormerIns[] {
  return state.history.map((entry) => ({
    ins: toInsView(entry),
    ...(entry.dateDebut === undefined ? {} : { from: entry.dateDebut }),
    ...(entry.dateFin === undefined ? {} : { to: entry.dateFin }),
    ...(entry.invalidatedAt === undefined ? {} : { invalidatedAt: entry.invalidatedAt }),
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
  }));
}

/** Strict traits are free while the identity is provisional (INS/va1.18, .47); the complementary ones always (INS/va1.48). */
export function locksOf(state: IdentityState, superuser: boolean): Record<string, Lock> {
  const strict: Lock = statusOf(state) === 'PROV' ? 'free' : superuser ? 'superuser' : 'locked';
  return {
    ...Object.fromEntries(traitFields.map((field) => [field, strict])),
    usedName: 'free',
    usedFirstName: 'free',
  };
}

/** The record after a change: one version more, one line of history more. The document goes when axis C goes. */
export function withChange(
  record: IdentityRecord,
  state: IdentityState,
  change: Omit<HistoryEntry, 'from' | 'to' | 'attributes'>,
): IdentityRecord {
  const { document, ...rest } = record;
  const line = { ...change, from: statusOf(record.state), to: statusOf(state), attributes: [...state.attributes] };
  return {
    ...rest,
    ...(document === undefined || state.document === undefined ? {} : { document }),
    state,
    version: record.version + 1,
    changes: [...record.changes, line],
  };
}

function usedNames({ traits }: IdentityState) {
  return {
    ...(traits.nomUtilise === undefined ? {} : { usedName: traits.nomUtilise }),
    ...(traits.prenomUtilise === undefined ? {} : { usedFirstName: traits.prenomUtilise }),
  };
}

/** Every transition that the state machine would take now, found by trying it. */
function openTransitions(state: IdentityState, context: ViewContext): TransitionView[] {
  return transitionTypes.flatMap((type) => {
    const event = trial(type, context.highTrustDocument);
    const tried = event === undefined ? undefined : transition(state, event, context.documents);
    if (!tried?.ok) return [];
    const to = statusOf(tried.state);
    const changed = to === statusOf(state) ? [] : (['statusChanged'] as const);
    return [{ type, to, effects: [...changed, ...tried.effects.map(({ kind }) => kind)] }];
  });
}

function trial(type: TransitionType, document: string | undefined): IdentityEvent | undefined {
  const at = '1970-01-01T00:00:00Z';
  if (type !== 'documentChecked') return { type, at };
  return document === undefined ? undefined : { type, at, document: { type: document }, coherent: true };
}

async function allowedActions(
  state: IdentityState,
  transitions: readonly TransitionView[],
  context: ViewContext,
): Promise<ActionId[]> {
  const free = statusOf(state) === 'PROV';
  const searchable = canQueryInsi(state).ok;
  const candidates: readonly (readonly [ActionId, boolean])[] = [
    ['identity.edit', true],
    ['identity.editLocked', !free && context.superuser],
    ...transitions.map(({ type }) => [`identity.${type}`, true] as const),
    ['identity.history', true],
    ['ins.search', searchable],
    ['ins.searchVitale', searchable],
    ['ins.accept', searchable],
    ['ins.verify', state.ins !== undefined],
    ['ins.matricule.view', state.ins !== undefined],
    ['ins.datamatrix', statusOf(state) === 'QUAL'],
    ['audit.list', true],
  ];
  const decided = await Promise.all(
    candidates.map(async ([action, possible]) => (possible && (await context.may(action)) ? [action] : [])),
  );
  return decided.flat();
}
