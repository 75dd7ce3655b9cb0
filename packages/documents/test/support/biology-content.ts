import type { Coded } from '@socle-sante/core/coded';
import { text } from '@socle-sante/wire/xml';
import {
  type CdaAssignedEntity,
  type CdaCode,
  type CdaInterval,
  type CdaPersonName,
  type CdaSection,
  type CdaStatement,
  type CdaValue,
  clinicalEntries,
  type ImmunizationEntry,
  type ParsedCda,
} from '../../src/cda-reader.ts';
import type {
  CrBioContent,
  LabBattery,
  LabIsolate,
  LabPerformer,
  LabReport,
  LabResult,
  LabSpecimen,
  LabValidation,
  LabValue,
  PersonName,
  Vaccination,
} from '../../src/submission.ts';
import { hasTemplate, sectionsOf, words } from './biology-facts.ts';

const LOINC = '2.16.840.1.113883.6.1';

/** The content of an official report of biology, said with our types: what a laboratory would have given for it. */
export function biologyContent(parsed: ParsedCda, image: Uint8Array): CrBioContent {
  const say = new Teller(parsed, image);
  const sections = sectionsOf(parsed);
  const of = (root: string) => sections.filter((section) => hasTemplate(section, root));
  const [reason] = of('1.2.250.1.213.1.1.2.128');
  const [nonConformity, conclusions] = split(of('1.2.250.1.213.1.1.2.73'), ({ title }) => title === 'Non conformité');
  return {
    ...(nonConformity[0] ? { nonConformity: bare(nonConformity[0]) } : {}),
    ...(reason ? { reason: say.reason(reason) } : {}),
    chapters: of('1.3.6.1.4.1.19376.1.3.3.2.1').map((section) => say.chapter(section)),
    vaccinations: sections
      .flatMap(clinicalEntries)
      .flatMap((entry) => (entry.kind === 'immunization' ? [say.vaccination(entry)] : [])),
    conclusions: conclusions.map((section) => ({ title: section.title ?? '', text: bare(section) })),
  };
}

function split<Item>(list: readonly Item[], first: (item: Item) => boolean): [Item[], Item[]] {
  return [list.filter(first), list.filter((item) => !first(item))];
}

function bare({ text: narrative }: CdaSection): string {
  return narrative ? text(narrative).replace(/\s+/g, ' ').trim() : '';
}

class Teller {
  readonly #parsed: ParsedCda;
  readonly #image: Uint8Array;

  constructor(parsed: ParsedCda, image: Uint8Array) {
    this.#parsed = parsed;
    this.#image = image;
  }

  chapter({ code, title = '', entries, sections }: CdaSection): CrBioContent['chapters'][number] {
    const reports = [...entries, ...sections.flatMap((section) => section.entries)].map(({ statement }) =>
      this.#report(needed(statement), title),
    );
    const chapter = { code: coded(code), title };
    const [only] = reports;
    const same = reports.length === 1 && only?.code.code === chapter.code.code;
    return same ? { ...only, ...chapter } : { ...chapter, subChapters: reports };
  }

  #report(act: CdaStatement, title: string): LabReport {
    const below = act.relations.flatMap(({ statement }) => statement ?? []);
    const organizers = below.filter(({ kind }) => kind === 'organizer');
    const [batteries, isolates] = split(organizers, ({ classCode }) => classCode === 'BATTERY');
    return {
      code: coded(act.code),
      localCode: optional(act.code?.translations[0]),
      title,
      status: act.statusCode as LabReport['status'],
      ...this.#people(act),
      ...this.#inside(below),
      batteries: batteries.map((one) => this.#battery(one)),
      isolates: isolates.map((one) => this.#isolate(one)),
    };
  }

  #inside(below: readonly CdaStatement[]) {
    const note = below.find(({ kind, code }) => kind === 'act' && code?.code === '48767-8');
    return {
      specimens: below.filter(({ kind }) => kind === 'procedure').map((one) => this.#specimen(one)),
      results: below.filter(({ kind }) => kind === 'observation').map((one) => this.#result(one)),
      images: below.filter(({ kind }) => kind === 'observationMedia').map(() => ({ content: this.#image })),
      comment: note && this.#words({ originalTextReference: note.textReference, translations: [], qualifiers: [] }),
    };
  }

  #battery(group: CdaStatement): LabBattery {
    const below = group.relations.flatMap(({ statement }) => statement ?? []);
    const label = group.code && this.#words(group.code);
    return {
      ...(label === undefined || group.code?.originalTextReference === undefined ? {} : { label }),
      code: optional(group.code),
      localCode: optional(group.code?.translations[0]),
      status: group.statusCode as LabBattery['status'],
      at: instant(group.effectiveTime),
      ...this.#people(group),
      ...this.#inside(below),
    };
  }

  #isolate(group: CdaStatement): LabIsolate {
    const germ = group.specimens[0]?.code;
    const below = group.relations.flatMap(({ statement }) => statement ?? []);
    const [tests] = below.filter(({ kind }) => kind === 'organizer').map((one) => this.#battery(one));
    return {
      germ: { text: this.#words(germ) ?? '', code: optional(germ) },
      taxonomy: optional(germ?.translations[0]),
      status: group.statusCode as LabIsolate['status'],
      at: instant(group.effectiveTime),
      results: below.filter(({ kind }) => kind === 'observation').map((one) => this.#result(one)),
      antibiogram: tests?.results,
    };
  }

  #specimen(taken: CdaStatement): LabSpecimen {
    const sample = taken.participants.find(({ typeCode }) => typeCode === 'PRD');
    const received = taken.relations.find(({ statement }) => statement?.code?.code === 'SPRECEIVE')?.statement;
    const [performer] = taken.performers;
    const material = sample?.playing?.code;
    return {
      material: { text: this.#words(material) ?? '', code: optional(material) },
      act: taken.code && { text: this.#words(taken.code) ?? '', code: optional(taken.code) },
      collectedAt: instant(taken.effectiveTime),
      collectedBy: performer?.entity && professional(performer.entity),
      site: optional(taken.targetSiteCodes[0]),
      receivedAt: instant(received?.effectiveTime),
    };
  }

  #result(found: CdaStatement): LabResult {
    const [range] = found.referenceRanges;
    const [method] = found.methodCodes;
    const named = method?.originalTextReference === undefined ? undefined : this.#words(method);
    const material = (typeCode: string) => {
      const code = found.participants.find((one) => one.typeCode === typeCode)?.playing?.code;
      return code && { text: this.#words(code) ?? '', code: optional(code) };
    };
    const bounds = range?.value?.type === 'range' ? range.value : undefined;
    return {
      code: optional(found.code),
      localCode: optional(found.code?.translations[0]),
      label: this.#words(found.code) ?? '',
      at: needed(instant(found.effectiveTime)),
      status: found.statusCode as LabResult['status'],
      value: this.#value(found.values[0]),
      interpretation: optional(found.interpretationCodes[0]),
      method: named,
      methodCode: optional(method),
      reference: bounds && {
        low: bounds.low?.value,
        high: bounds.high?.value,
        unit: bounds.low?.unit ?? bounds.high?.unit,
      },
      previous: found.relations
        .filter(({ typeCode }) => typeCode === 'REFR')
        .flatMap(({ statement }) => statement ?? [])
        .map((one) => ({ at: needed(instant(one.effectiveTime)), value: needed(this.#value(one.values[0])) })),
      kit: material('DEV'),
      medium: material('CSM'),
      ...this.#people(found),
    };
  }

  #value(value: CdaValue | undefined): LabValue | undefined {
    switch (value?.type) {
      case 'quantity':
        return { kind: 'quantity', value: needed(value.quantity.value), unit: needed(value.quantity.unit) };
      case 'number':
        return { kind: 'number', value: value.raw };
      case 'range': {
        const { low, high } = value;
        const bound = needed(low ?? high);
        const equal = bound.inclusive === false ? '' : ('=' as const);
        const comparator = low ? (`>${equal}` as const) : (`<${equal}` as const);
        return { kind: 'quantity', value: needed(bound.value), unit: needed(bound.unit), comparator };
      }
      case 'coded': {
        const code = optional(value.code);
        const said = value.code.originalTextReference === undefined ? undefined : this.#words(value.code);
        return { kind: 'coded', code, text: said };
      }
      default:
        return undefined;
    }
  }

  #people({ performers, participants }: CdaStatement): { performer?: LabPerformer; validation?: LabValidation } {
    const [performer] = performers;
    const who = participants.find(({ typeCode }) => typeCode === 'AUTHEN');
    const where = performer?.entity?.organization;
    return {
      performer: performer?.entity &&
        where && {
          at: needed(instant(performer.time)),
          professional: professional(performer.entity),
          organization: {
            idNat: needed(where.ids[0]?.extension),
            name: needed(where.names[0]),
            setting: coded(where.standardIndustryClassCode),
          },
        },
      validation: who && {
        at: needed(instant(who.time)),
        professional: { idNat: needed(who.ids[0]?.extension), name: { family: 'EXEMPLE', suffix: 'DR' } },
      },
    };
  }

  reason({ entries }: CdaSection): CrBioContent['reason'] {
    const codes = entries
      .flatMap(({ statement }) => statement?.values ?? [])
      .flatMap((one) => (one.type === 'coded' ? [one.code] : []));
    const [context, ...problems] = codes.map((code) => ({ text: needed(code.displayName), code: optional(code) }));
    return { context: needed(context), problems: problems.map((name) => ({ name })) };
  }

  vaccination({
    absent,
    code,
    when,
    product,
    route,
    sites,
    rank,
    reactions,
    comments,
    performer,
  }: ImmunizationEntry): Vaccination {
    const [said] = comments;
    return {
      vaccine: {
        text: product?.names[0] ?? this.#words(product?.code) ?? '',
        code: optional(product?.code),
        otherCodes: product?.code?.translations.map(coded),
        lot: product?.lotNumber,
      },
      notDone: absent,
      series: ({ INITIMMUNIZ: 'initial', BOOSTER: 'booster' } as const)[code?.code ?? ''] ?? 'unspecified',
      at: when?.value ? instant(when)?.slice(0, 10) : undefined,
      route: optional(route),
      site: optional(sites[0]),
      rank: rank === undefined ? undefined : Number(rank),
      reactions: reactions.map(({ problem, period }) => ({
        name: { text: this.#words(problem) ?? '', code: optional(problem) },
        since: period && instant({ value: period.low })?.slice(0, 10),
      })),
      comment: said && this.#words({ originalTextReference: said.textReference, translations: [], qualifiers: [] }),
      by: performer?.entity && {
        idNat: performer.entity.ids[0]?.extension,
        name: nameOf(performer.entity.person?.names[0]),
      },
    };
  }

  #words(code: CdaCode | undefined): string | undefined {
    return words(this.#parsed, code);
  }
}

function professional(entity: CdaAssignedEntity) {
  return {
    idNat: needed(entity.ids[0]?.extension),
    name: nameOf(entity.person?.names[0]),
    specialty: optional(entity.code),
  };
}

function nameOf(name: CdaPersonName | undefined): PersonName {
  const part = (list: CdaPersonName['given'] = []) => list[0]?.text;
  return {
    family: part(name?.family) ?? 'EXEMPLE',
    given: part(name?.given),
    prefix: part(name?.prefixes) as PersonName['prefix'],
    suffix: part(name?.suffixes) as PersonName['suffix'],
  };
}

function optional(code: CdaCode | undefined): Coded | undefined {
  return code?.code === undefined ? undefined : coded(code);
}

function coded(code: CdaCode | undefined): Coded {
  return {
    code: needed(code?.code),
    codeSystem: code?.codeSystem ?? LOINC,
    // An official example leaves the label of some interpretations out.
    displayName: code?.displayName ?? needed(code?.code),
  };
}

/** A date to the second, with its offset; an official example has neither everywhere. */
function instant(when: CdaInterval | undefined): string | undefined {
  const raw = (when?.value ?? when?.high ?? when?.low)?.raw;
  const parts = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:([+-]\d\d)(\d\d))?$/.exec(raw ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minutes, seconds = '00', hours = '+01', rest = '00'] = parts;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minutes}:${seconds}${hours}:${rest}`;
}

function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The example lacks something.');
  return value;
}
