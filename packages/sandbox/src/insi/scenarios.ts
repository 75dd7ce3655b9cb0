import {
  type AnswerStyle,
  CURRENT_FAULT_STYLE,
  type FaultStyle,
  type ResultAnswer,
  writeFault,
  writeResult,
} from './answers.js';
import { type FaultSpec, OFFICIAL_FAULTS } from './faults.js';

/** Faults and drifts that can be injected, by header `X-Sim-Scenario` or by configuration. */
export const SCENARIOS = [
  'unavailable',
  'technical',
  'timeout',
  'http-503-html',
  'truncated-xml',
  'empty-body',
  'fault-en-S',
  'fault-fr-soap',
  'severite-fatal',
  'severite-fatale',
  'no-messageid',
  'default-ns-recsans',
  'histo-out-of-order',
  'bad-key',
  'no-listeprenom',
  'empty-listeprenom',
  'prenom-only',
  'cr-99',
  'ok-without-individu',
  'xxe-probe',
  'slow-first-byte',
] as const;

export type ScenarioName = (typeof SCENARIOS)[number];

export function isScenario(name: string): name is ScenarioName {
  return (SCENARIOS as readonly string[]).includes(name);
}

/** What the checks and the lookup decided, before a scenario touches it. */
export type Decision =
  | { readonly kind: 'result'; readonly answer: ResultAnswer; readonly style: AnswerStyle }
  | { readonly kind: 'fault'; readonly fault: FaultSpec };

/** A written answer. */
interface Rendered {
  readonly status: number;
  readonly xml: string;
}

/**
 * The service behind the door fails: `unavailable` and `technical` replace a decision that the checks allowed. The four scenarios
 * about the look of a fault turn a success into the technical fault, so that there is one to look at.
 */
export function replaceOutcome(
  decision: Decision,
  scenario: ScenarioName | undefined,
  technical: FaultSpec = OFFICIAL_FAULTS.technicalTraits,
): Decision {
  if (decision.kind === 'fault') {
    return restyleSeverity(decision, scenario);
  }
  switch (scenario) {
    case 'unavailable':
      return { kind: 'fault', fault: OFFICIAL_FAULTS.unavailable };
    case 'technical':
    case 'fault-en-S':
    case 'fault-fr-soap':
    case 'no-messageid':
      return { kind: 'fault', fault: technical };
    case 'severite-fatal':
    case 'severite-fatale':
      return restyleSeverity({ kind: 'fault', fault: technical }, scenario);
    default:
      return {
        ...decision,
        answer: alterAnswer(decision.answer, scenario),
        style: scenario === 'default-ns-recsans' ? 'recsans' : decision.style,
      };
  }
}

function restyleSeverity(
  decision: { readonly kind: 'fault'; readonly fault: FaultSpec },
  scenario: ScenarioName | undefined,
): Decision {
  if (scenario === 'severite-fatal') return { kind: 'fault', fault: { ...decision.fault, severite: 'fatal' } };
  if (scenario === 'severite-fatale') return { kind: 'fault', fault: { ...decision.fault, severite: 'fatale' } };
  return decision;
}

/** Drifts of a result that were seen, or that nobody promised would not be. */
function alterAnswer(answer: ResultAnswer, scenario: ScenarioName | undefined): ResultAnswer {
  if (scenario === 'cr-99') return { code: '99', libelle: 'Code inconnu du simulateur' };
  if (scenario === 'ok-without-individu') return { code: '00', libelle: 'OK' };
  const who = answer.individual;
  if (!who) return answer;
  const { listePrenom, prenom, ...rest } = who;
  const firstPrenom = prenom ?? listePrenom?.split(' ')[0];
  const withPrenom = prenom === undefined ? {} : { prenom };
  switch (scenario) {
    case 'histo-out-of-order':
      return {
        ...answer,
        individual: {
          ...who,
          historique: [
            { ...who.actif, dateDeb: '2019-03-01', dateFin: '2019-02-28' },
            { ...who.actif, dateDeb: '2008-01-01', dateFin: '2012-12-31' },
            { ...who.actif, dateDeb: '2016-01-01', dateFin: '2018-12-31' },
          ],
        },
      };
    case 'bad-key':
      return { ...answer, individual: { ...who, actif: { ...who.actif, cle: wrongKey(who.actif.cle) } } };
    case 'no-listeprenom':
      return { ...answer, individual: { ...rest, ...withPrenom } };
    case 'empty-listeprenom':
      return { ...answer, individual: { ...rest, ...withPrenom, listePrenom: '' } };
    case 'prenom-only':
      return { ...answer, individual: { ...rest, ...(firstPrenom === undefined ? {} : { prenom: firstPrenom }) } };
    default:
      return answer;
  }
}

/** Another key between 01 and 97. */
function wrongKey(key: string): string {
  return String((Number(key) % 97) + 1).padStart(2, '0');
}

/** Writes the decision, spelt as the scenario wants. */
export function render(
  decision: Decision,
  messageId: string | undefined,
  scenario: ScenarioName | undefined,
  probeUrl: string,
): Rendered {
  if (decision.kind === 'fault') {
    return { status: 500, xml: writeFault(decision.fault, messageId, faultStyle(scenario)) };
  }
  const xml = writeResult(decision.answer, decision.style);
  return { status: 200, xml: scenario === 'xxe-probe' ? addProbe(xml, probeUrl) : xml };
}

function faultStyle(scenario: ScenarioName | undefined): FaultStyle {
  switch (scenario) {
    case 'fault-en-S':
      return { prefix: 'S', lang: 'en', withMessageId: false };
    case 'no-messageid':
      return { ...CURRENT_FAULT_STYLE, withMessageId: false };
    default:
      return CURRENT_FAULT_STYLE;
  }
}

/** An external entity that points back at the simulator: a client that loads it is seen in the log. */
function addProbe(xml: string, probeUrl: string): string {
  return xml
    .replace('?>\n', `?>\n<!DOCTYPE soap:Envelope [<!ENTITY probe SYSTEM "${probeUrl}"><!ENTITY label "OK">]>`)
    .replace(/LibelleCR>[^<]*</, 'LibelleCR>&label;&probe;<');
}
