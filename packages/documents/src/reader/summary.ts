import type { InsOidKind } from '@socle-sante/core/ins-identifier';
import type { CdaCode, CdaInterval, CdaPersonName, CdaTime } from './data-types.js';
import { compact } from './dom.js';
import type {
  CdaAssignedEntity,
  CdaAuthorKind,
  CdaDevice,
  CdaOrganization,
  CdaPatientTraits,
  CdaPerson,
} from './header.js';
import type { CdaModel, CdaWrapper, ParsedCda } from './parsed.js';

/** A code with what to show: its label, else the code. */
export interface SummaryCode {
  readonly code?: string;
  readonly codeSystem?: string;
  readonly label: string;
}

/** A date as written (HL7 `TS`), and its instant when the zone is known. */
export interface SummaryTime {
  readonly raw: string;
  readonly instant?: string;
}

/** Who acts: name to show, professional identifier, specialty, organisation. */
export interface SummaryActor {
  /** Name of the person, else of the device, else of the organisation. */
  readonly name?: string;
  readonly id?: string;
  readonly specialty?: SummaryCode;
  readonly function?: SummaryCode;
  readonly organization?: string;
  readonly organizationId?: string;
  readonly setting?: SummaryCode;
  readonly time?: SummaryTime;
}

/** What a person needs of the header, as plain data that can travel: no tree, no bytes. */
export interface HeaderSummary {
  readonly id?: string;
  readonly setId?: string;
  readonly version?: string;
  readonly title?: string;
  readonly type?: SummaryCode;
  readonly created?: SummaryTime;
  readonly confidentiality?: SummaryCode;
  readonly language?: string;
  readonly model: CdaModel;
  readonly wrapper: CdaWrapper;
  readonly patient?: {
    readonly traits: CdaPatientTraits;
    readonly ins: readonly {
      readonly matricule: string;
      readonly oid: string;
      readonly kind: InsOidKind;
      /** The matricule has its right length and key. */
      readonly valid: boolean;
    }[];
    readonly localIds: readonly { readonly root: string; readonly extension?: string }[];
  };
  readonly authors: readonly (SummaryActor & { readonly kind: CdaAuthorKind })[];
  readonly legalAuthenticator?: SummaryActor;
  readonly authenticators: readonly SummaryActor[];
  readonly custodian?: { readonly name?: string; readonly id?: string };
  readonly recipients: readonly SummaryActor[];
  readonly participants: readonly (SummaryActor & { readonly typeCode?: string })[];
  readonly acts: readonly {
    readonly code?: SummaryCode;
    readonly start?: SummaryTime;
    readonly stop?: SummaryTime;
    readonly performer?: SummaryActor;
  }[];
  readonly encounter?: {
    readonly code?: SummaryCode;
    readonly start?: SummaryTime;
    readonly stop?: SummaryTime;
    readonly facility?: SummaryCode;
    readonly facilityName?: string;
    readonly responsible?: SummaryActor;
  };
  /** Documents that this one replaces (`RPLC`) or refers to. */
  readonly related: readonly { readonly typeCode?: string; readonly id?: string; readonly version?: string }[];
}

/** The header of a document for the screen: every value is the one that the document carries. */
export function headerSummary(parsed: ParsedCda): HeaderSummary {
  const { header, model, wrapper } = parsed;
  const { patient, encounter, legalAuthenticator: legal, custodian } = header;
  return compact<HeaderSummary>({
    id: header.id?.extension === undefined ? header.id?.root : `${header.id.root ?? ''}^${header.id.extension}`,
    setId: header.setId?.root,
    version: header.version,
    title: header.title,
    type: code(header.code),
    created: time(header.effectiveTime),
    confidentiality: code(header.confidentialityCode),
    language: header.languageCode,
    model,
    wrapper,
    patient:
      patient === undefined
        ? undefined
        : {
            traits: patient.traits,
            ins: patient.ins.map(({ id, kind, identifier }) => ({
              matricule: id.extension ?? '',
              oid: id.root ?? '',
              kind,
              valid: identifier !== undefined,
            })),
            localIds: patient.localIds.map((id) =>
              compact<{ root: string; extension?: string }>({ root: id.root ?? '', extension: id.extension }),
            ),
          },
    authors: header.authors.map((author) => ({
      ...actor(author, { device: author.device, function: author.functionCode, time: author.time }),
      kind: author.kind,
    })),
    legalAuthenticator: legal?.entity === undefined ? undefined : actor(legal.entity, { time: legal.time }),
    authenticators: header.authenticators.flatMap((item) =>
      item.entity === undefined ? [] : [actor(item.entity, { time: item.time })],
    ),
    custodian:
      custodian === undefined
        ? undefined
        : compact<{ name?: string; id?: string }>({ name: custodian.names[0], id: custodian.ids[0]?.extension }),
    recipients: header.informationRecipients.map((item) => actor(item)),
    participants: header.participants.map((item) =>
      compact<SummaryActor & { typeCode?: string }>({
        ...actor(item, { function: item.functionCode }),
        typeCode: item.typeCode,
      }),
    ),
    acts: header.serviceEvents.map((event) => {
      const [performer] = event.performers;
      return compact<HeaderSummary['acts'][number]>({
        code: code(event.code),
        ...interval(event.effectiveTime),
        performer: performer?.entity === undefined ? undefined : actor(performer.entity),
      });
    }),
    encounter:
      encounter === undefined
        ? undefined
        : compact<NonNullable<HeaderSummary['encounter']>>({
            code: code(encounter.code),
            ...interval(encounter.effectiveTime),
            facility: code(encounter.facility?.code),
            facilityName: encounter.facility?.name,
            responsible: encounter.responsibleParty === undefined ? undefined : actor(encounter.responsibleParty),
          }),
    related: header.relatedDocuments.map((item) =>
      compact<HeaderSummary['related'][number]>({
        typeCode: item.typeCode,
        id: item.ids[0]?.root,
        version: item.version,
      }),
    ),
  });
}

/** A name as one line: civility, given, family, title in brackets. */
export function personDisplayName(person: CdaPerson | undefined): string | undefined {
  const name = person?.names[0];
  if (name === undefined) return undefined;
  const join = (parts: CdaPersonName['given']): string => parts.map((part) => part.text).join(' ');
  const text = [join(name.prefixes), join(name.given), join(name.family)].filter((part) => part !== '').join(' ');
  const suffix = join(name.suffixes);
  const whole = text === '' ? (name.text ?? '') : text;
  if (whole === '') return undefined;
  return suffix === '' ? whole : `${whole} (${suffix})`;
}

/** National identifiers of professionals (PS_IdNat) and structures (Struct_IdNat): shown before others. */
const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';

type Entity = Omit<CdaAssignedEntity, 'organization'> & { readonly organization?: CdaOrganization };

function actor(
  entity: Pick<Entity, 'ids' | 'person' | 'organization'> & { readonly code?: CdaCode },
  extra: {
    readonly device?: CdaDevice | undefined;
    readonly function?: CdaCode | undefined;
    readonly time?: CdaTime | undefined;
  } = {},
): SummaryActor {
  const organizationIds = entity.organization?.ids ?? [];
  const device = [extra.device?.manufacturerModelName, extra.device?.softwareName].filter((part) => part !== undefined);
  return compact<SummaryActor>({
    name: personDisplayName(entity.person) ?? (device.length > 0 ? device.join(' ') : entity.organization?.names[0]),
    id: (entity.ids.find(({ root }) => root === PROFESSIONALS) ?? entity.ids[0])?.extension,
    specialty: code(entity.code),
    function: code(extra.function),
    organization: entity.organization?.names[0],
    organizationId: (organizationIds.find(({ root }) => root === STRUCTURES) ?? organizationIds[0])?.extension,
    setting: code(entity.organization?.standardIndustryClassCode),
    time: time(extra.time),
  });
}

function code(value: CdaCode | undefined): SummaryCode | undefined {
  const label = value?.displayName ?? value?.originalText ?? value?.code;
  return value === undefined || label === undefined
    ? undefined
    : compact<SummaryCode>({ code: value.code, codeSystem: value.codeSystem, label });
}

function time(value: CdaTime | undefined): SummaryTime | undefined {
  return value?.raw === undefined ? undefined : compact<SummaryTime>({ raw: value.raw, instant: value.instant });
}

function interval(value: CdaInterval | undefined): { start: SummaryTime | undefined; stop: SummaryTime | undefined } {
  return { start: time(value?.low ?? value?.value), stop: time(value?.high) };
}
