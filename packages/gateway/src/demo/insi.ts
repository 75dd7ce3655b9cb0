import { isMatricule } from '@socle-sante/core/matricule';
import { nextStep, recordAnswer, startSequence } from '@socle-sante/ins/validate';
import type { InsiRegistry, LookupResult } from '@socle-sante/sandbox/insi';
import type { InsiService, InsiServiceAttempt, InsiServiceResult, ServiceCall } from '../handlers/services.js';
import { distort } from './answers.js';
import { demoFault } from './faults.js';
import { identityOf } from './people.js';
import type { DemoSettings } from './settings.js';

/** What the simulated services share. */
export interface DemoWorld {
  readonly settings: () => DemoSettings;
  readonly registry: InsiRegistry;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Waits as a national service does; rejects when the signal aborts. */
  readonly think: (signal: AbortSignal) => Promise<void>;
}

/** INSi by traits over the simulator's business core, with the sequence of the real client. */
export function demoInsi(world: DemoWorld): InsiService {
  return {
    async searchByTraits(query, call) {
      let state = startSequence({
        prenoms: query.listePrenoms,
        ...(query.lieuNaissance === undefined ? {} : { lieuNaissance: query.lieuNaissance }),
      });
      let found: InsiServiceResult | undefined;
      let hint = false;
      for (;;) {
        const step = nextStep(state);
        if (step.kind === 'found' && found) return found;
        if (step.kind === 'notFound') return { outcome: 'notFound', ...(hint ? { hint: 'sandbox' } : {}) };
        if (step.kind === 'multiple') return { outcome: 'multiple', next: step.next };
        if (step.kind !== 'call') throw demoFault('insi_102', world.newId());
        const { prenom, lieuNaissance } = step.attempt;
        const asked = {
          nomNaissance: query.nomNaissance,
          prenom,
          sexe: query.sexe,
          dateNaissance: query.dateNaissance,
        };
        const answer = await callOnce(
          world,
          call,
          { n: step.n, max: state.max, prenom, ...(lieuNaissance === undefined ? {} : { lieuNaissance }) },
          () => world.registry.lookup({ ...asked, ...(lieuNaissance === undefined ? {} : { lieuNaissance }) }),
        );
        hint ||= answer.hint;
        found = answer.found;
        state = recordAnswer(state, step.attempt, answer.cr);
      }
    },
  };
}

interface OneAnswer {
  readonly cr: '00' | '01' | '02';
  readonly found?: InsiServiceResult;
  readonly hint: boolean;
}

/** One call: wait, look up, tell. A fault of the scenario, and a wrong key, are rejected as the real client does. */
export async function callOnce(
  world: DemoWorld,
  call: ServiceCall,
  attempt: Pick<InsiServiceAttempt, 'n' | 'max' | 'prenom' | 'lieuNaissance'>,
  lookup: () => LookupResult,
): Promise<OneAnswer> {
  const messageId = world.newId();
  const start = world.now();
  const tell = (cr: InsiServiceAttempt['cr']) =>
    call.onAttempt?.({
      ...attempt,
      cr,
      messageId,
      at: world.now().toISOString(),
      durationMs: world.now().getTime() - start.getTime(),
    });
  await world.think(call.signal);
  const { fault, answer, mode } = world.settings();
  const forced = fault?.service === 'insi' ? fault.code : undefined;
  if (forced === '01' || forced === '02') {
    tell(forced);
    return { cr: forced, hint: false };
  }
  if (forced !== undefined && forced !== 'key') {
    tell('fault');
    throw demoFault(forced, messageId);
  }
  const result = lookup();
  // The test service answers a technical error for a person it does not know; production, CodeCR 01.
  if (result.kind === 'fault') {
    tell('01');
    return { cr: '01', hint: mode === 'bas' };
  }
  tell(result.code);
  if (result.code !== '00') return { cr: result.code, hint: mode === 'bas' && result.code === '01' };
  const identity = distort(identityOf(result.person, attempt.prenom), answer);
  if (forced === 'key' || !isMatricule(identity.ins.matricule)) throw demoFault('key', messageId);
  return { cr: '00', hint: false, found: { outcome: 'found', identity, messageId, at: world.now().toISOString() } };
}
