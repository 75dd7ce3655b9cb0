import type { DmpExistence, DmpQueryResult, DmpRetrieved } from '../core/api.js';
import { type DmpRefusal, faultRefusal, registryRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import type { DmpOperation } from './namespaces.js';

/** Situations and faults that can be injected, by header `X-Sim-Scenario` or by configuration. */
export const DMP_SCENARIOS = [
  'no-dmp',
  'closed',
  'blocked-ps',
  'authorization-expired',
  'masked-documents',
  'duplicate',
  'partial-success',
  'partial-failure',
  'too-many-results',
  'altered-document',
  'busy',
  'technical',
  'unknown-error-code',
  'unknown-fault-code',
  'fault-multipart',
  'wrong-boundary',
  'http-503',
  'slow-answer',
  'slow-body',
  'timeout',
  'timeout-after-acceptance',
  'reset-during-request',
  'reset-during-answer',
] as const;

export type DmpScenarioName = (typeof DMP_SCENARIOS)[number];

export function isDmpScenario(name: string): name is DmpScenarioName {
  return (DMP_SCENARIOS as readonly string[]).includes(name);
}

const REGISTRY: ReadonlySet<DmpOperation> = new Set([
  'provideAndRegister',
  'storedQuery',
  'retrieve',
  'updateDocumentSet',
]);
const CONSULTATION: ReadonlySet<DmpOperation> = new Set(['storedQuery', 'retrieve', 'updateDocumentSet']);
const UNKNOWN_CODE = 'DMPCodeInconnuDuSimulateur';

/** What a scenario answers instead of the service, after every check passed; nothing when it lets the operation be. */
export function scenarioRefusals(
  scenario: DmpScenarioName | undefined,
  operation: DmpOperation,
  documents: readonly string[],
): readonly DmpRefusal[] {
  const registry = REGISTRY.has(operation);
  const either = (code: string, context: string, location?: string) =>
    registry
      ? registryRefusal(0, code, `scenario.${scenario}`, context, location === undefined ? {} : { location })
      : faultRefusal(0, code, `scenario.${scenario}`, context);
  const fault = (code: string, context: string) => [faultRefusal(0, code, `scenario.${scenario}`, context)];
  switch (scenario) {
    case 'no-dmp':
      return operation === 'findPatient' ? [] : [either('XDSUnknownPatientId', 'aucun DMP pour cet INS')];
    case 'closed':
      return operation === 'findPatient' ? [] : [either('XDSUnknownPatientId', 'le DMP est fermé')];
    case 'blocked-ps':
      return operation === 'findPatient' ? [] : fault(FAULT.rights, 'le patient a bloqué ce professionnel');
    case 'authorization-expired':
      return CONSULTATION.has(operation) ? fault(FAULT.rights, 'l’autorisation d’accès a expiré') : [];
    case 'masked-documents':
      return operation === 'retrieve'
        ? documents.map((id) => either('XDSDocumentUniqueIdError', 'document masqué', id))
        : [];
    case 'duplicate':
      return operation === 'provideAndRegister'
        ? [either('XDSDuplicateUniqueIdInRegistry', 'uniqueId déjà enregistré')]
        : [];
    case 'too-many-results':
      return operation === 'storedQuery'
        ? [either('XDSTooManyResults', 'trop de résultats : réduire la recherche')]
        : [];
    case 'partial-failure':
      return operation === 'provideAndRegister'
        ? documents
            .slice(documents.length > 1 ? 1 : 0)
            .map((id) => either('XDSRepositoryError', 'document non enregistré', id))
        : [];
    case 'busy':
      return registry
        ? [
            either(
              operation === 'storedQuery' || operation === 'updateDocumentSet'
                ? 'XDSRegistryBusy'
                : 'XDSRepositoryBusy',
              'service occupé',
            ),
          ]
        : fault(FAULT.technical, 'service occupé');
    case 'technical':
      return fault(FAULT.technical, 'erreur technique');
    case 'unknown-error-code':
      return [either(UNKNOWN_CODE, 'code que personne ne connaît')];
    case 'unknown-fault-code':
    case 'fault-multipart':
      return fault(scenario === 'fault-multipart' ? FAULT.rights : UNKNOWN_CODE, 'faute injectée');
    default:
      return [];
  }
}

/** TD0.2 and TD1.3a under a scenario. */
export function bendExistence(scenario: DmpScenarioName | undefined, found: DmpExistence): DmpExistence {
  switch (scenario) {
    case 'no-dmp':
      return { state: 'unknown', authorization: 'NON_EXISTE', treatingDoctor: false };
    case 'closed':
      return found.record
        ? { ...found, state: 'terminated', record: { ...found.record, status: 'terminated' } }
        : found;
    case 'blocked-ps':
      return { ...found, authorization: 'INTERDIT' };
    case 'authorization-expired':
      return { ...found, authorization: 'EXPIRE' };
    default:
      return found;
  }
}

/** Masked documents are not in a search. */
export function bendQuery(scenario: DmpScenarioName | undefined, result: DmpQueryResult): DmpQueryResult {
  if (scenario !== 'masked-documents') return result;
  const gone = new Set(result.entries.map(({ id }) => id));
  const associations = result.associations.filter(({ source, target }) => !gone.has(source) && !gone.has(target));
  return {
    sets: result.sets,
    entries: [],
    associations,
    objectRefs: [...result.sets, ...associations].map(({ id }) => id),
  };
}

/** Partial success of TD3.2: the first document comes, the others do not. */
export function bendRetrieve(scenario: DmpScenarioName | undefined, result: DmpRetrieved): DmpRetrieved {
  if (scenario !== 'partial-success') return result;
  const [first, ...others] = result.documents;
  const failed = others.length > 0 ? others : [];
  return {
    documents: first ? [first] : [],
    failures: [
      ...result.failures,
      ...failed.map(({ uniqueId }) =>
        registryRefusal(0, 'XDSRepositoryError', 'scenario.partial-success', 'document momentanément indisponible', {
          location: uniqueId,
        }),
      ),
      ...(failed.length === 0
        ? [registryRefusal(0, 'XDSRepositoryError', 'scenario.partial-success', 'un autre document est indisponible')]
        : []),
    ],
  };
}

/** The octets of a document with the last one changed: neither hash nor digest is right any more, the size is. */
export async function* altered(octets: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  for await (const chunk of octets) {
    if (held) yield held;
    held = chunk;
  }
  if (!held || held.length === 0) return;
  const copy = Uint8Array.from(held);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) === 0x20 ? 0x0a : 0x20;
  yield copy;
}
