// TD3.1a and TD3.1b: search in the registry (ITI-18).

import { type Finding, finding } from '@socle-sante/core/finding';
import { decodeRegistryObjects, type RegistryObjects, XDS_NAMESPACES } from '@socle-sante/documents/xds';
import { attribute, element, type XmlElement } from '@socle-sante/wire/xml';
import type { RegistryError } from '../errors.js';
import { unexpected } from './answer.js';
import { define } from './define.js';
import type { DmpOperation } from './operation.js';
import {
  isTime,
  type QueryValue,
  queryText,
  REQUIRED_PARAMETERS,
  STORED_QUERIES,
  type StoredQuery,
} from './queries.js';
import { readOutcome } from './registry-response.js';

/** Answer of a search. */
export interface QueryAnswer {
  readonly objects: RegistryObjects;
  /** Oddities of the metadata: the objects are usable all the same. */
  readonly findings: readonly Finding[];
  /** Something is missing: the registry says so, or found more than it gave. */
  readonly partial: boolean;
  /** `totalResultCount`, when the registry gives it. */
  readonly total?: number;
  readonly errors: readonly RegistryError[];
  readonly messageId: string;
}

const EMPTY: RegistryObjects = {
  submissionSets: [],
  documentEntries: [],
  folders: [],
  associations: [],
  objectRefs: [],
};

function search(transaction: 'TD3.1a' | 'TD3.1b'): DmpOperation<StoredQuery, QueryAnswer> {
  return define({
    transaction,
    service: 'registry',
    action: 'urn:ihe:iti:2007:RegistryStoredQuery',
    repeatable: true,
    validate(input) {
      const findings: Finding[] = [];
      const given = (name: string): boolean => {
        const value = input.parameters[name];
        return value !== undefined && value.length > 0;
      };
      for (const alternatives of REQUIRED_PARAMETERS[input.query] ?? []) {
        if (alternatives.filter(given).length !== 1)
          findings.push(
            finding('dmp.query.parameter', 'error', ['parameters'], {
              query: input.query,
              parameter: alternatives.join(' | '),
            }),
          );
      }
      if (transaction === 'TD3.1b' && (input.query !== 'GetDocuments' || input.returnType !== 'ObjectRef'))
        findings.push(finding('dmp.query.reference', 'error', ['query']));
      return findings;
    },
    body(input, { wire }) {
      const written = (name: string, value: QueryValue): string =>
        wire?.quotedTimes === false && isTime(name) && typeof value === 'string' ? value : queryText(value);
      const query = (local: string) => ({ prefix: 'query', namespace: XDS_NAMESPACES.query, local });
      const rim = (local: string) => ({ prefix: '', namespace: XDS_NAMESPACES.rim, local });
      const slots = Object.entries(input.parameters).flatMap(([name, value]) =>
        value === undefined || value.length === 0
          ? []
          : [
              element(rim('Slot'), { name: `$${name}` }, [
                element(rim('ValueList'), {}, [element(rim('Value'), {}, [written(name, value)])]),
              ]),
            ],
      );
      return element(query('AdhocQueryRequest'), {}, [
        element(query('ResponseOption'), { returnComposedObjects: 'true', returnType: input.returnType }),
        element(rim('AdhocQuery'), { id: STORED_QUERIES[input.query] }, slots),
      ]);
    },
    read(body, { messageId }) {
      if (body.local !== 'AdhocQueryResponse' || body.namespace !== XDS_NAMESPACES.query)
        throw unexpected('AdhocQueryResponse', messageId);
      const { partial, errors } = readOutcome(body, messageId);
      const { objects, findings } = decodeRegistryObjects(body);
      // No list at all is how some registries say that nothing was found.
      const none = findings.some(({ rule }) => rule === 'documents.xds.noObjects');
      const read = none ? EMPTY : objects;
      const total = totalOf(body);
      return {
        objects: read,
        findings: none ? [] : findings,
        partial: partial || (total !== undefined && total > countOf(read)),
        ...(total === undefined ? {} : { total }),
        errors,
        messageId,
      };
    },
  });
}

/** ITI-18 has no pages: a count above what came means a cut list, not a next page to ask for. */
function totalOf(body: XmlElement): number | undefined {
  const value = attribute(body, 'totalResultCount')?.trim() ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function countOf({ submissionSets, documentEntries, folders, associations, objectRefs }: RegistryObjects): number {
  return submissionSets.length + documentEntries.length + folders.length + associations.length + objectRefs.length;
}

/** TD3.1a: any stored query, whole objects. */
export const storedQuery: DmpOperation<StoredQuery, QueryAnswer> = search('TD3.1a');
/** TD3.1b: GetDocuments by uniqueId, references only. Allowed in indirect mode and to staff. */
export const referenceQuery: DmpOperation<StoredQuery, QueryAnswer> = search('TD3.1b');
