import { type IdentityState, statusOf, type Transition, transition } from '@socle-sante/core/rniv';
import { type TraitsLocaux, validateTraits } from '@socle-sante/core/traits';
import type { IdentitySaveInput, IdentitySaveOutput, TraitField } from '../../contract.js';
import { dayInFrance } from '../calendar.js';
import { commit, loadVersion, note, type Operation, type OperationContext, patientFor } from '../context.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';
import type { IdentityRecord } from '../ports.js';
import { readTraits, traitFields, traitNames } from '../traits.js';
import { locksOf, withChange } from '../views.js';
import { effectsOf, refuseTransition } from './effects.js';

export const saveIdentity: Operation<'identity.save'> = async (input, context) => {
  const { traits, changes } = readTraits(input.traits, dayInFrance(context.now()));
  const wanted = withUsedNames(traits, input);
  const findings = validateTraits(wanted)
    .filter(({ severity }) => severity !== 'error')
    .map(safeFinding);
  const saved =
    input.patientRef === undefined || input.version === undefined
      ? await create(wanted, input, context)
      : await change({ ...input, patientRef: input.patientRef, version: input.version }, wanted, context);
  return { patient: await patientFor(context, saved.record), effects: saved.effects, changes, findings };
};

interface Saved {
  readonly record: IdentityRecord;
  readonly effects: IdentitySaveOutput['effects'];
}

async function create(traits: TraitsLocaux, input: IdentitySaveInput, context: OperationContext): Promise<Saved> {
  const at = context.at();
  const collection = input.collectedBy ?? 'SM';
  const created = transition(undefined, { type: 'create', at, traits, collection });
  if (!created.ok) throw refuseTransition(created.findings);
  const record: Omit<IdentityRecord, 'patientRef'> = {
    version: 1,
    state: created.state,
    collectedBy: collection,
    ...(input.deceased === undefined ? {} : { deceased: input.deceased }),
    changes: [{ at, by: context.session.displayName, event: 'create', to: statusOf(created.state), attributes: [] }],
  };
  const patientRef = await context.ports.identities.create(record);
  context.trace.patientRef = patientRef;
  context.trace.kind = 'identity.created';
  return { record: { ...record, patientRef }, effects: [] };
}

async function change(
  input: IdentitySaveInput & { readonly patientRef: string; readonly version: number },
  wanted: TraitsLocaux,
  context: OperationContext,
): Promise<Saved> {
  const record = await loadVersion(context, input.patientRef, input.version);
  const before = record.state.traits;
  // A list that was not typed again stays, as long as it still starts with the first first name.
  const traits =
    input.traits.firstNames === undefined && before.premierPrenom === wanted.premierPrenom
      ? { ...wanted, listePrenoms: before.listePrenoms }
      : wanted;
  const changed = traitFields.filter(
    (field) => (before[traitNames[field]] ?? '') !== (traits[traitNames[field]] ?? ''),
  );
  checkLocks(record.state, changed, input, context);
  const edited = transition(record.state, {
    type: 'editTrait',
    at: context.at(),
    // A place that was left out is a change too: the state machine must see it.
    changes: { ...traits, lieuNaissance: traits.lieuNaissance },
    confirmed: input.acknowledgeConsequences === true,
    // Rule 27 of the Guide INS: one status down. A document that does not bear the new value takes axis C with it.
    documentProves: input.documentProves ?? true,
  });
  if (!edited.ok) throw confirmation(edited, changed);
  const usedNames = (['usedName', 'usedFirstName'] as const).filter((field) => {
    const name = field === 'usedName' ? 'nomUtilise' : 'prenomUtilise';
    return (before[name] ?? '') !== (traits[name] ?? '');
  });
  const fields = [...changed, ...usedNames];
  note(context, { fields: fields.join(' ') });
  const state = withoutEmptied(edited.state, traits);
  const next = withChange(record, state, { at: context.at(), by: context.session.displayName, event: 'edit', fields });
  const stored: IdentityRecord = { ...next, ...(input.deceased === undefined ? {} : { deceased: input.deceased }) };
  await commit(context, stored, record.version);
  return { record: stored, effects: effectsOf(record.state, edited) };
}

function checkLocks(
  state: IdentityState,
  changed: readonly TraitField[],
  input: IdentitySaveInput,
  context: OperationContext,
): void {
  const locks = locksOf(state, context.session.superuser);
  const locked = changed.filter((field) => locks[field] === 'locked');
  if (locked.length > 0)
    throw fail('gateway.locked', { fields: Object.fromEntries(locked.map((field) => [`traits.${field}`, 'locked'])) });
  const guarded = changed.filter((field) => locks[field] === 'superuser');
  if (guarded.length > 0 && input.acknowledgeConsequences !== true) {
    throw fail('gateway.confirmationNeeded', {
      fields: Object.fromEntries(guarded.map((field) => [`traits.${field}`, 'superuser'])),
    });
  }
}

function confirmation(refused: Extract<Transition, { ok: false }>, changed: readonly TraitField[]) {
  if (!refused.findings.some(({ rule }) => rule === 'rniv.confirmed')) return refuseTransition(refused.findings);
  return fail('gateway.confirmationNeeded', {
    fields: Object.fromEntries(changed.map((field) => [`traits.${field}`, 'superuser'])),
  });
}

function withUsedNames(traits: TraitsLocaux, input: IdentitySaveInput): TraitsLocaux {
  return {
    ...traits,
    ...(input.usedName === undefined ? {} : { nomUtilise: input.usedName.trim() }),
    ...(input.usedFirstName === undefined ? {} : { prenomUtilise: input.usedFirstName.trim() }),
  };
}

/** A field that the form left out is emptied: the state machine only merges. */
function withoutEmptied(state: IdentityState, wanted: TraitsLocaux): IdentityState {
  const { nomUtilise, prenomUtilise, lieuNaissance, ...strict } = state.traits;
  return {
    ...state,
    traits: {
      ...strict,
      ...(lieuNaissance === undefined || wanted.lieuNaissance === undefined ? {} : { lieuNaissance }),
      ...(nomUtilise === undefined || wanted.nomUtilise === undefined ? {} : { nomUtilise }),
      ...(prenomUtilise === undefined || wanted.prenomUtilise === undefined ? {} : { prenomUtilise }),
    },
  };
}
