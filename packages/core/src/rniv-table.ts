import type { SourceRef } from './finding.js';
import type { IdentityAttribute, IdentityEventType, InvalidationReason, RnivStatus } from './rniv-state.js';

/** What must hold for an event to be taken at all. Each failure is the finding `rniv.<name>`. */
export type Requirement =
  | 'notDouteuse'
  | 'notFictive'
  | 'notApcv'
  | 'sexeKnown'
  | 'accepted'
  | 'genuine'
  | 'validIdentifier'
  | 'completeTraits'
  | 'highTrust'
  | 'documentCoherent'
  | 'confirmed'
  | 'attributeAbsent'
  | 'attributePresent';

/** What chooses between two rows of the same event and status. */
export type Condition = 'always' | 'coherent' | 'differs' | 'harmless' | 'proved' | 'apcv';

/** What a transition does to an axis. */
export type AxisChange = 'keep' | 'set' | 'clear';

/** What the caller must know or do after the transition. */
export type EffectKind =
  | 'traitsOverwritten'
  | 'traitsLocked'
  | 'insStored'
  | 'insInvalidated'
  | 'insiBlocked'
  | 'documentStored'
  | 'documentRemoved'
  | 'arbitrate'
  | 'alertIdentitovigilance';

export interface TransitionRow {
  readonly from: readonly (RnivStatus | 'NONE')[];
  /** The first row whose condition holds is taken. */
  readonly when: Condition;
  /** Where it leads: what the axes give, written here to be read and tested. `same`: the status does not change. */
  readonly to: RnivStatus | 'same';
  readonly insi: AxisChange;
  readonly document: AxisChange;
  /** Row-level requirements, besides those of the event. */
  readonly requires?: readonly Requirement[];
  readonly effects: readonly EffectKind[];
}

export interface EventRule {
  readonly requires: readonly Requirement[];
  /** Attributes after the event: one added, one removed, or only one left. */
  readonly attribute?: {
    readonly add?: IdentityAttribute;
    readonly remove?: IdentityAttribute;
    readonly only?: IdentityAttribute;
  };
  /** Recorded in the history when the row clears the INS. */
  readonly reason?: InvalidationReason;
  readonly rows: readonly TransitionRow[];
  /** The text behind the rule; absent where we chose, for lack of a text that we could read. */
  readonly source?: SourceRef;
}

const rniv1 = (section?: string): SourceRef => ({
  document: 'RNIV 1',
  version: '2.0',
  ...(section ? { section } : {}),
});
const guide = (section: string): SourceRef => ({ document: 'Guide d’implémentation INS', version: '3.0', section });

const ALL: readonly RnivStatus[] = ['PROV', 'RECUP', 'VALI', 'QUAL'];
const free: readonly TransitionRow[] = [
  { from: ALL, when: 'always', to: 'same', insi: 'keep', document: 'keep', effects: [] },
];
const toDoubt: readonly TransitionRow[] = [
  {
    from: ALL,
    when: 'always',
    to: 'PROV',
    insi: 'clear',
    document: 'clear',
    effects: ['insInvalidated', 'documentRemoved', 'insiBlocked'],
  },
];

/** Both axes are cleared again: a record restored from elsewhere may hold an INS beside its doubt, which must not come back. */
const fromDoubt: readonly TransitionRow[] = [
  {
    from: ALL,
    when: 'always',
    to: 'PROV',
    insi: 'clear',
    document: 'clear',
    effects: ['insInvalidated', 'documentRemoved'],
  },
];

/**
 * The state machine of RNIV 1 v2.0 in one table: to change a rule, edit here. The status itself is never written: it is
 * derived from the two axes and the attributes. Events marked « Choix » have no text that we could read behind them.
 */
export const RNIV_TRANSITIONS: Readonly<Record<IdentityEventType, EventRule>> = {
  create: {
    requires: [],
    source: rniv1(),
    rows: [{ from: ['NONE'], when: 'always', to: 'PROV', insi: 'keep', document: 'keep', effects: [] }],
  },
  insiFound: {
    requires: ['notFictive', 'notDouteuse', 'notApcv', 'sexeKnown', 'accepted', 'validIdentifier', 'completeTraits'],
    reason: 'replaced',
    source: rniv1('EXI REC 08, EXI SI 08'),
    rows: [
      {
        from: ['PROV', 'RECUP'],
        when: 'always',
        to: 'RECUP',
        insi: 'set',
        document: 'keep',
        effects: ['insStored', 'traitsOverwritten', 'traitsLocked'],
      },
      {
        from: ['VALI', 'QUAL'],
        when: 'coherent',
        to: 'QUAL',
        insi: 'set',
        document: 'keep',
        effects: ['insStored', 'traitsOverwritten', 'traitsLocked'],
      },
      { from: ['VALI', 'QUAL'], when: 'differs', to: 'same', insi: 'keep', document: 'keep', effects: ['arbitrate'] },
    ],
  },
  documentChecked: {
    requires: ['notFictive', 'notDouteuse', 'highTrust', 'documentCoherent'],
    source: guide('EXI ID 19'),
    rows: [
      {
        from: ['PROV', 'VALI'],
        when: 'always',
        to: 'VALI',
        insi: 'keep',
        document: 'set',
        effects: ['documentStored', 'traitsLocked'],
      },
      {
        from: ['RECUP', 'QUAL'],
        when: 'always',
        to: 'QUAL',
        insi: 'keep',
        document: 'set',
        effects: ['documentStored', 'traitsLocked'],
      },
    ],
  },
  apcvRead: {
    requires: ['notFictive', 'notDouteuse', 'genuine', 'accepted', 'validIdentifier', 'completeTraits'],
    reason: 'replaced',
    source: rniv1('§4.1, §4.3.1, §4.3.4'),
    rows: [
      {
        from: ALL,
        when: 'always',
        to: 'QUAL',
        insi: 'set',
        document: 'set',
        effects: ['insStored', 'documentStored', 'traitsOverwritten', 'traitsLocked'],
      },
    ],
  },
  // Choix: the exact target is not settled. The document stays only if it proves the new value.
  editTrait: {
    requires: [],
    reason: 'traitEdited',
    rows: [
      { from: ALL, when: 'harmless', to: 'same', insi: 'keep', document: 'keep', effects: [] },
      { from: ['PROV'], when: 'always', to: 'PROV', insi: 'keep', document: 'keep', effects: [] },
      {
        from: ['RECUP'],
        when: 'always',
        to: 'PROV',
        insi: 'clear',
        document: 'clear',
        requires: ['confirmed'],
        effects: ['insInvalidated'],
      },
      {
        from: ['VALI'],
        when: 'proved',
        to: 'VALI',
        insi: 'keep',
        document: 'keep',
        requires: ['confirmed'],
        effects: [],
      },
      {
        from: ['VALI'],
        when: 'always',
        to: 'PROV',
        insi: 'keep',
        document: 'clear',
        requires: ['confirmed'],
        effects: ['documentRemoved'],
      },
      {
        from: ['QUAL'],
        when: 'proved',
        to: 'VALI',
        insi: 'clear',
        document: 'keep',
        requires: ['confirmed'],
        effects: ['insInvalidated'],
      },
      {
        from: ['QUAL'],
        when: 'always',
        to: 'PROV',
        insi: 'clear',
        document: 'clear',
        requires: ['confirmed'],
        effects: ['insInvalidated', 'documentRemoved'],
      },
    ],
  },
  // Choix: as for an edited trait, with an alert.
  verificationKo: {
    requires: [],
    reason: 'verificationKo',
    rows: [
      {
        from: ['RECUP'],
        when: 'always',
        to: 'PROV',
        insi: 'clear',
        document: 'clear',
        effects: ['insInvalidated', 'alertIdentitovigilance'],
      },
      {
        from: ['QUAL'],
        when: 'proved',
        to: 'VALI',
        insi: 'clear',
        document: 'keep',
        effects: ['insInvalidated', 'alertIdentitovigilance'],
      },
      {
        from: ['QUAL'],
        when: 'always',
        to: 'PROV',
        insi: 'clear',
        document: 'clear',
        effects: ['insInvalidated', 'documentRemoved', 'alertIdentitovigilance'],
      },
    ],
  },
  // Choix: axis C is removed; what came from the appli carte Vitale loses both axes.
  documentNotGenuine: {
    requires: [],
    reason: 'notGenuine',
    rows: [
      {
        from: ['VALI'],
        when: 'always',
        to: 'PROV',
        insi: 'keep',
        document: 'clear',
        effects: ['documentRemoved', 'alertIdentitovigilance'],
      },
      {
        from: ['QUAL'],
        when: 'apcv',
        to: 'PROV',
        insi: 'clear',
        document: 'clear',
        effects: ['insInvalidated', 'documentRemoved', 'alertIdentitovigilance'],
      },
      {
        from: ['QUAL'],
        when: 'always',
        to: 'RECUP',
        insi: 'keep',
        document: 'clear',
        effects: ['documentRemoved', 'alertIdentitovigilance'],
      },
    ],
  },
  setDouteuse: {
    requires: ['notFictive', 'attributeAbsent'],
    attribute: { add: 'douteuse' },
    reason: 'douteuse',
    rows: toDoubt,
    source: rniv1('EXI SI 09, EXI SI 22'),
  },
  clearDouteuse: {
    requires: ['attributePresent'],
    attribute: { remove: 'douteuse' },
    reason: 'douteuse',
    rows: fromDoubt,
    source: rniv1('EXI SI 09'),
  },
  setFictive: {
    requires: ['attributeAbsent'],
    attribute: { only: 'fictive' },
    reason: 'fictive',
    rows: toDoubt,
    source: rniv1('EXI SI 09, EXI SI 22'),
  },
  clearFictive: {
    requires: ['attributePresent'],
    attribute: { remove: 'fictive' },
    reason: 'fictive',
    rows: fromDoubt,
    source: rniv1('EXI SI 09'),
  },
  setHomonyme: {
    requires: ['notFictive', 'attributeAbsent'],
    attribute: { add: 'homonyme' },
    rows: free,
    source: rniv1(),
  },
  clearHomonyme: {
    requires: ['attributePresent'],
    attribute: { remove: 'homonyme' },
    rows: free,
    source: rniv1(),
  },
};
