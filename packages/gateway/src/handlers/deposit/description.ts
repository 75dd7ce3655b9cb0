import type { Coded as CoreCoded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import type { Author, Professional, SubmissionDocument } from '@socle-sante/documents/submission';
import { jdvJ66 } from '@socle-sante/nomenclatures/jdv-j66';
import { toCoded as conceptCoded } from '@socle-sante/nomenclatures/lookup';
import type { DepositVisibility, Derivation, DerivedField, DerivedSource } from '../../contract.js';
import { toCoded } from '../dmp/row.js';
import type { StoredDraft } from '../document-ports.js';
import type { ComposedDocument, DepositDefaults } from '../documents-service.js';
import type { Detected } from './detect.js';

/** One value and where it comes from. */
interface Derived<Value> {
  readonly value: Value;
  readonly source: DerivedSource;
}

/** Everything that the user need not type, and what was typed. */
export interface Described {
  readonly type?: Derived<CoreCoded>;
  readonly title?: Derived<string>;
  readonly actStart: Derived<string>;
  readonly actEnd?: Derived<string>;
  readonly act?: Derived<CoreCoded>;
  readonly author?: Derived<{ readonly key?: string; readonly name: string; readonly person: Author }>;
  readonly signer?: Derived<{ readonly key?: string; readonly name: string; readonly person: Signatory }>;
  readonly setting?: Derived<CoreCoded>;
  readonly comments?: Derived<string>;
  /** What the document, or who composed it, says: shown, and not changed here. */
  readonly fixed: ReadonlySet<DerivedField>;
  readonly findings: readonly Finding[];
}

type Signatory = SubmissionDocument['legalAuthenticator']['signatory'];

/** Types that a professional may deposit: neither those of the patient, nor the signature. */
export function depositTypes(siteTypes: readonly { readonly code: string }[] | undefined): readonly CoreCoded[] {
  const all = jdvJ66.concepts.filter(
    ({ code, status }) => status === 'active' && !/^(?:EXPPAT_|DOCPAT|urn:)/.test(code),
  );
  const wanted = siteTypes && new Set(siteTypes.map(({ code }) => code));
  return all.filter(({ code }) => wanted === undefined || wanted.has(code)).map((concept) => conceptCoded(concept));
}

/** Derives the description of a document from the document, from what the site knows, and from what the user typed. */
export function describe(
  draft: Pick<StoredDraft, 'description' | 'createdAt' | 'replaces' | 'composed'>,
  detected: Detected,
  defaults: DepositDefaults,
  types: readonly CoreCoded[],
  record: { readonly title?: string; readonly type?: { readonly code: string } },
): Described {
  const { description, composed } = draft;
  const own = composed?.document;
  const findings: Finding[] = [];
  const choice = <Item>(
    field: string,
    list: readonly Item[],
    key: string | undefined,
    keyOf: (item: Item) => string,
  ) => {
    if (key === undefined) return undefined;
    const found = list.find((item) => keyOf(item) === key);
    if (found === undefined) findings.push(finding('deposit.choice', 'error', [field], { field }));
    return found;
  };
  const codeOf = ({ code }: CoreCoded) => code;
  const written = detected.kind === 'cda' ? detected.document.header : undefined;
  const ofDocument =
    written?.type?.code === undefined
      ? undefined
      : { code: written.type.code, codeSystem: written.type.codeSystem ?? '', displayName: written.type.label };
  const type = derived<CoreCoded>(
    [ofDocument, 'document'],
    [own?.type, 'record'],
    [choice('type', types, description.type, codeOf), 'user'],
    [types.find(({ code }) => code === record.type?.code), 'record'],
    [defaults.type, 'site'],
  );
  if (type === undefined) findings.push(finding('deposit.type', 'error', ['type']));
  const [act] = written?.acts ?? [];
  const [ownAct] = own?.acts ?? [];
  const actEnd = derived<string>(
    [act?.stop?.instant, 'document'],
    [description.actEnd, 'user'],
    [ownAct?.stop, 'record'],
  );
  const actStart = derived<string>(
    [act?.start?.instant, 'document'],
    [description.actStart, 'user'],
    [ownAct?.start, 'record'],
  ) ?? {
    value: draft.createdAt,
    source: 'default' as const,
  };
  if (actEnd && Date.parse(actEnd.value) < Date.parse(actStart.value))
    findings.push(finding('deposit.act', 'error', ['actEnd']));
  const [firstAuthor] = defaults.authors;
  const [firstSigner] = defaults.signers;
  const [firstSetting] = defaults.settings;
  const keyOf = ({ key }: { readonly key: string }) => key;
  return {
    ...(type === undefined ? {} : { type }),
    ...named(
      'title',
      derived<string>(
        [written?.title, 'document'],
        [description.title, 'user'],
        [draft.replaces?.title, 'replaced'],
        [own?.title, 'record'],
        [record.title, 'record'],
        [type?.value.displayName, 'default'],
      ),
    ),
    actStart,
    ...named('actEnd', actEnd),
    ...named(
      'act',
      derived([ownAct?.code, 'record'], [choice('act', defaults.acts ?? [], description.act, codeOf), 'user']),
    ),
    ...named(
      'author',
      derived<NonNullable<Described['author']>['value']>(
        [composed && authorOf(composed), 'record'],
        [choice('author', defaults.authors, description.author, keyOf), 'user'],
        [firstAuthor, 'session'],
      ),
    ),
    ...named(
      'signer',
      derived<NonNullable<Described['signer']>['value']>(
        [composed && signerOf(composed), 'record'],
        [choice('signer', defaults.signers, description.signer, keyOf), 'user'],
        [firstSigner, 'session'],
      ),
    ),
    ...named(
      'setting',
      derived(
        [ownAct?.performer?.organization.setting, 'record'],
        [choice('setting', defaults.settings, description.setting, codeOf), 'user'],
        [firstSetting, 'structure'],
      ),
    ),
    ...named('comments', derived<string>([description.comments, 'user'], [own?.comments, 'record'])),
    fixed: fixedBy(detected, composed),
    findings,
  };
}

/** What a form does not change: the header of a CDA document that was brought; who speaks, in one that the site's software composed. */
function fixedBy(detected: Detected, composed: ComposedDocument | undefined): ReadonlySet<DerivedField> {
  if (detected.kind === 'cda') return new Set<DerivedField>(['act', 'author', 'signer', 'setting']);
  const own = composed?.document;
  const [act] = own?.acts ?? [];
  const said: readonly (readonly [DerivedField, unknown])[] = [
    ['type', own?.type],
    ['act', act?.code],
    ['author', own?.authors],
    ['signer', own?.legalAuthenticator],
    ['setting', act?.performer],
  ];
  return new Set(said.flatMap(([field, value]) => (value === undefined ? [] : [field])));
}

const fullName = ({ name }: Pick<Professional, 'name'>): string =>
  [name?.family, name?.given].filter(Boolean).join(' ');

function authorOf({ document }: ComposedDocument): NonNullable<Described['author']>['value'] | undefined {
  const [person] = document.authors ?? [];
  if (!person) return undefined;
  switch (person.kind) {
    case 'professional':
      return { name: fullName(person), person };
    case 'patient':
      return { name: '', person };
    default:
      return { name: person.organization.name ?? '', person };
  }
}

function signerOf({ document }: ComposedDocument): NonNullable<Described['signer']>['value'] | undefined {
  const signatory = document.legalAuthenticator?.signatory;
  return signatory && { name: 'kind' in signatory ? '' : fullName(signatory), person: signatory };
}

/** What a composed document says of who must not see it, as the form says it. */
export function visibilityOf(composed: ComposedDocument | undefined): DepositVisibility {
  const { maskedFromProfessionals, hiddenFromPatient, hiddenFromLegalRepresentatives } =
    composed?.document.visibility ?? {};
  return {
    ...(maskedFromProfessionals ? { maskPro: true } : {}),
    ...(hiddenFromPatient ? { hidePatient: true } : {}),
    ...(hiddenFromLegalRepresentatives ? { hideLegal: true } : {}),
  };
}

/** The first candidate that is there. */
function derived<Value>(
  ...candidates: readonly (readonly [value: Value | undefined, source: DerivedSource])[]
): Derived<Value> | undefined {
  const found = candidates.find(([value]) => value !== undefined);
  return found?.[0] === undefined ? undefined : { value: found[0], source: found[1] };
}

function named<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
}

/** The fields as the page shows them. */
export function toFields(described: Described): Derivation['fields'] {
  const field = (
    name: DerivedField,
    found: Derived<unknown> | undefined,
    value?: string,
    key?: string,
  ): Derivation['fields'][number] => ({
    field: name,
    ...(value === undefined || value === '' ? {} : { value }),
    ...(key === undefined ? {} : { key }),
    ...(found === undefined ? {} : { source: found.source }),
    editable: !described.fixed.has(name) && found?.source !== 'document',
  });
  const { type, title, actStart, actEnd, act, author, signer, setting, comments } = described;
  return [
    field('type', type, type?.value.displayName, type?.value.code),
    field('title', title, title?.value),
    field('actStart', actStart, actStart.value),
    field('actEnd', actEnd, actEnd?.value),
    field('act', act, act?.value.displayName, act?.value.code),
    field('author', author, author?.value.name, author?.value.key),
    field('signer', signer, signer?.value.name, signer?.value.key),
    field('setting', setting, setting?.value.displayName, setting?.value.code),
    field('comments', comments, comments?.value),
  ];
}

export function toChoices(defaults: DepositDefaults, types: readonly CoreCoded[]): Derivation['choices'] {
  return {
    types: types.map(toCoded),
    authors: defaults.authors.map(({ key, name }) => ({ key, name })),
    signers: defaults.signers.map(({ key, name }) => ({ key, name })),
    settings: defaults.settings.map(toCoded),
    acts: (defaults.acts ?? []).map(toCoded),
  };
}
