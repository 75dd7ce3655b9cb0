import { attributeOf, elements, first, named, type SimElement } from '../../insi/element.js';
import type { DmpQuery, DmpQueryName } from '../core/api.js';
import { type DmpRefusal, DmpRefused, registryRefusal } from '../core/refusal.js';
import { QUERY_NAMES } from './ebxml-schemes.js';
import { NS } from './namespaces.js';

/** Parameters whose value is a number, without quotes. */
const NUMBERS = /Time(?:From|To)$|^\$MetadataLevel$/;

/** Check 19: an ITI-18 request as the core reads it. Strings are in single quotes, lists in parentheses. */
export function readQuery(request: SimElement): { readonly query: DmpQuery; readonly refusals: readonly DmpRefusal[] } {
  const refusals: DmpRefusal[] = [];
  const option = first(request, NS.query, 'ResponseOption');
  const adhoc = first(request, NS.rim, 'AdhocQuery');
  const refuse = (code: string, reason: string, context: string) =>
    new DmpRefused([registryRefusal(19, code, `query.${reason}`, context)]);
  if (!adhoc) throw refuse('XDSRegistryError', 'absent', 'AdhocQuery absent');
  const name = QUERY_NAMES[(attributeOf(adhoc, 'id') ?? '').replace(/^urn:uuid:/i, '').toLowerCase()];
  if (name === undefined) throw refuse('XDSUnknownStoredQuery', 'unknown', 'requête stockée inconnue');
  const returnType = (option && attributeOf(option, 'returnType')) ?? 'ObjectRef';
  if (returnType !== 'LeafClass' && returnType !== 'ObjectRef')
    throw refuse('XDSRegistryError', 'returnType', 'returnType : LeafClass ou ObjectRef');
  if (option && attributeOf(option, 'returnComposedObjects') !== 'true')
    refusals.push(
      registryRefusal(19, 'XDSRegistryError', 'query.composed', 'returnComposedObjects : true attendu', {
        from: 'strict',
      }),
    );

  const parameters: Record<string, (readonly string[])[]> = {};
  for (const slot of named(adhoc, NS.rim, 'Slot')) {
    const slotName = attributeOf(slot, 'name') ?? '';
    const texts = named(slot, NS.rim, 'ValueList')
      .flatMap((list) => named(list, NS.rim, 'Value'))
      .map((value) =>
        value.children
          .filter((child): child is string => typeof child === 'string')
          .join('')
          .trim(),
      );
    const values: string[] = [];
    for (const text of texts) {
      const parsed = NUMBERS.test(slotName) ? parseNumber(text) : parseValue(text, isList(slotName, name));
      if (!parsed)
        refusals.push(
          registryRefusal(
            19,
            'XDSStoredQueryParamNumber',
            'query.quotes',
            `valeur mal formée, apostrophes et parenthèses : ${slotName}`,
            { from: 'dmp' },
          ),
        );
      values.push(...(parsed ?? lenientValue(text)));
    }
    const known = Object.hasOwn(parameters, slotName) ? parameters[slotName] : undefined;
    if (known) known.push(values);
    else
      Object.defineProperty(parameters, slotName, {
        value: [values],
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return { query: { query: name as DmpQueryName, parameters, returnType }, refusals };
}

/** Single-valued strings carry no parentheses; the others always do. */
const isList = (name: string, query: string) =>
  (query === 'GetFolders' && name.startsWith('$XDSFolder')) ||
  !/PatientId$|^\$patientId$|SubmissionSetAuthorPerson$|SubmissionSet(?:EntryUUID|UniqueId)$|Folder(?:EntryUUID|UniqueId)$|^\$homeCommunityId$/.test(
    name,
  );

function parseNumber(text: string): string[] | undefined {
  const plain = /^'(\d+)'$/.exec(text)?.[1] ?? text;
  return /^\d{1,14}$/.test(plain) ? [plain] : undefined;
}

const lenientValue = (text: string) =>
  text
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map((part) => part.trim().replace(/^'|'$/g, '').replace(/''/g, "'"))
    .filter((part) => part !== '');

/** `'a'`, or `('a','b')`; undefined when it is neither. One value alone is accepted without parentheses for ids. */
function parseValue(text: string, list: boolean): string[] | undefined {
  const single = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
  if (single !== undefined)
    return list && !/^urn:uuid:|^[0-9.]+$/.test(single) ? undefined : [single.replace(/''/g, "'")];
  if (!list || !text.startsWith('(') || !text.endsWith(')')) return undefined;
  const values: string[] = [];
  const item = /\s*'((?:[^']|'')*)'\s*(,|$)/y;
  const inside = text.slice(1, -1);
  while (item.lastIndex < inside.length) {
    const match = item.exec(inside);
    if (!match) return undefined;
    values.push((match[1] ?? '').replace(/''/g, "'"));
    if (match[2] === '' && item.lastIndex < inside.length) return undefined;
  }
  return values.length > 0 && !/,\s*$/.test(inside) ? values : undefined;
}

/** ITI-43: the documents asked for. */
export function readRetrieve(request: SimElement): { repositoryUniqueId?: string; documentUniqueId: string }[] {
  const text = (parent: SimElement, local: string) => {
    const found = first(parent, NS.xds, local);
    return found?.children
      .filter((child): child is string => typeof child === 'string')
      .join('')
      .trim();
  };
  return elements(request)
    .filter(({ namespace, local }) => namespace === NS.xds && local === 'DocumentRequest')
    .map((document) => {
      const repositoryUniqueId = text(document, 'RepositoryUniqueId');
      return {
        documentUniqueId: text(document, 'DocumentUniqueId') ?? '',
        ...(repositoryUniqueId === undefined || repositoryUniqueId === '' ? {} : { repositoryUniqueId }),
      };
    });
}
