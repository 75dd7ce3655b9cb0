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
  readonly source: string;
}

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
 * derived from the two axes and the attributes. Rows marked « choix » have no text that we could read behind them.
 */
export const RNIV_TRANSITIONS: Readonly<Record<IdentityEventType, EventRule>> = {
  create: {
    requires: [],
    source: 'RNIV 1 v2.0',
    rows: [{ from: ['NONE'], when: 'always', to: 'PROV', insi: 'keep', document: 'keep', effects: [] }],
  },
  insiFound: {
    requires: ['notFictive', 'notDouteuse', 'notApcv', 'sexeKnown', 'accepted', 'validIdentifier', 'completeTraits'],
    reason: 'replaced',
    source: 'Guide d’implémentation INS v3.0, EXI REC 08; RNIV 1 v2.0 EXI SI 08',
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
    source: 'RNIV 1 v2.0; EXI ID 19',
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
    source: 'RNIV 1 v2.0 §4.1, §4.3.1, §4.3.4',
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
  editTrait: {
    requires: [],
    reason: 'traitEdited',
    source: 'choix: the exact target is not settled; the document stays only if it proves the new value',
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
  verificationKo: {
    requires: [],
    reason: 'verificationKo',
    source: 'choix: as for an edited trait, with an alert',
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
  documentNotGenuine: {
    requires: [],
    reason: 'notGenuine',
    source: 'choix: axis C is removed; what came from the appli carte Vitale loses both axes',
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
    source: 'EXI SI 09, EXI SI 22, EXI ID 24',
  },
  clearDouteuse: {
    requires: ['attributePresent'],
    attribute: { remove: 'douteuse' },
    reason: 'douteuse',
    rows: fromDoubt,
    source: 'EXI SI 09',
  },
  setFictive: {
    requires: ['attributeAbsent'],
    attribute: { only: 'fictive' },
    reason: 'fictive',
    rows: toDoubt,
    source: 'EXI SI 09, EXI SI 22, EXI ID 26',
  },
  clearFictive: {
    requires: ['attributePresent'],
    attribute: { remove: 'fictive' },
    reason: 'fictive',
    rows: fromDoubt,
    source: 'EXI SI 09',
  },
  setHomonyme: {
    requires: ['notFictive', 'attributeAbsent'],
    attribute: { add: 'homonyme' },
    rows: free,
    source: 'RNIV 1 v2.0',
  },
  clearHomonyme: {
    requires: ['attributePresent'],
    attribute: { remove: 'homonyme' },
    rows: free,
    source: 'RNIV 1 v2.0',
  },
};
