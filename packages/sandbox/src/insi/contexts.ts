import { attributeOf, first, type SimElement, textOf } from './element.js';
import { headersNamed, type Message } from './envelope.js';
import { OFFICIAL_FAULTS, Refused, refuse } from './faults.js';
import { NS } from './namespaces.js';
import { CONTEXTE_BAM, CONTEXTE_LPS } from './schemas.js';
import { type ElementRule, UUID, violation } from './structure.js';

/** What later checks need of the two contexts. */
export interface Contexts {
  readonly bam: SimElement;
  readonly lps: SimElement;
  readonly bamId: string;
  readonly lpsId: string;
  readonly idam: string;
}

interface ContextPolicy {
  readonly now: Date;
  /** Tolerated distance between `Temps` and now; `undefined` tolerates all. */
  readonly maxSkewMinutes: number | undefined;
  /** OU of the client certificate (tlsm) or NameID of the PS assertion (cpx); undefined when it cannot be read yet. */
  readonly expectedEmetteur: string | undefined;
}

function one(message: Message, namespace: string, local: string, rule: ElementRule): SimElement {
  const [context, second] = headersNamed(message, namespace, local);
  if (!context || second) throw refuse('sim_ctx_missing', `${local} ${context ? 'répété' : 'absent'}`);
  const problem = violation(context, rule);
  if (problem) throw refuse('sim_ctx_schema', `${local} : ${problem}`);
  return context;
}

function checkTime(context: SimElement, namespace: string, policy: ContextPolicy): void {
  const temps = (textOf(first(context, namespace, 'Temps')) ?? '').trim();
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(temps)) throw refuse('sim_ctx_temps', `${context.local} : Temps sans fuseau`);
  const distance = Math.abs(Date.parse(temps) - policy.now.getTime());
  if (Number.isNaN(distance) || !isCalendarDay(temps))
    throw refuse('sim_ctx_temps', `${context.local} : Temps n’est pas une date du calendrier`);
  if (policy.maxSkewMinutes !== undefined && distance > policy.maxSkewMinutes * 60_000) {
    throw refuse(
      'sim_ctx_temps',
      `${context.local} : Temps à plus de ${policy.maxSkewMinutes} minutes de l’heure du service`,
    );
  }
}

/** The schema type xsd:dateTime has no 30 February; `Date.parse` is not so strict. */
function isCalendarDay(dateTime: string): boolean {
  const [year = 0, month = 0, day = 0] = dateTime.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function checkLps(lps: SimElement): string {
  const block = first(lps, NS.lps, 'LPS');
  const filled = (name: string) => (textOf(first(block, NS.lps, name)) ?? '').trim() !== '';
  for (const name of ['IDAM', 'Version', 'Instance', 'Nom']) {
    if (!filled(name)) throw refuse('sim_ctx_lps', `LPS/${name} absent ou vide`);
  }
  const idam = first(block, NS.lps, 'IDAM');
  if (!idam || attributeOf(idam, 'R') !== '4') throw refuse('sim_ctx_lps', 'LPS/IDAM sans l’attribut R="4"');
  if (!UUID.test((textOf(first(block, NS.lps, 'Instance')) ?? '').trim()))
    throw refuse('sim_ctx_lps', 'LPS/Instance n’est pas un UUID');
  return (textOf(idam) ?? '').trim();
}

/** Check 6: both contexts, their versions, times, COUVERTURE, Emetteur. */
export function checkContexts(message: Message, policy: ContextPolicy): Contexts {
  const bam = one(message, NS.bam, 'ContexteBAM', CONTEXTE_BAM);
  const lps = one(message, NS.lps, 'ContexteLPS', CONTEXTE_LPS);
  if (attributeOf(bam, 'Version') !== '01_02') throw refuse('sim_ctx_version', 'ContexteBAM : Version attendue 01_02');
  if (attributeOf(lps, 'Version') !== '01_00') throw refuse('sim_ctx_version', 'ContexteLPS : Version attendue 01_00');
  const id = (context: SimElement, namespace: string) => {
    const value = (textOf(first(context, namespace, 'Id')) ?? '').trim();
    if (!UUID.test(value)) throw refuse('sim_ctx_schema', `${context.local} : Id n’est pas un UUID`);
    return value.toLowerCase();
  };
  const bamId = id(bam, NS.bam);
  const lpsId = id(lps, NS.lps);
  checkTime(bam, NS.bam, policy);
  checkTime(lps, NS.lps, policy);
  if (!first(bam, NS.bam, 'COUVERTURE')) throw refuse('sim_ctx_couverture');
  const emetteurs = [textOf(first(bam, NS.bam, 'Emetteur')), textOf(first(lps, NS.lps, 'Emetteur'))];
  if (!emetteurs[0] || emetteurs[0] !== emetteurs[1])
    throw refuse('sim_ctx_emetteur', 'Emetteur absent ou différent entre BAM et LPS');
  if (policy.expectedEmetteur !== undefined && emetteurs[0] !== policy.expectedEmetteur) {
    throw refuse(
      'sim_ctx_emetteur',
      'Emetteur différent de l’identité authentifiée (OU du certificat client, ou NameID de l’assertion)',
    );
  }
  return { bam, lps, bamId, lpsId, idam: checkLps(lps) };
}

/** Check 7: the authorization number of the software is in the list. */
export function checkIdam(contexts: Contexts, allowed: readonly string[]): void {
  if (!allowed.includes(contexts.idam)) throw new Refused(OFFICIAL_FAULTS.idam, 7);
}
