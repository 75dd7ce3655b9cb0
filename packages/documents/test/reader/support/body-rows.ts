import type { CdaStatement, ParsedCda } from '../../../src/cda-reader.js';
import {
  allSections,
  allStatements,
  allTimings,
  codes,
  extensions,
  lows,
  parts,
  type Row,
  roots,
  some,
  telecoms,
  times,
} from './values.js';

/** What the typed sections and entries say, and where libxml2 finds it. */
export function bodyRows({ body }: ParsedCda): Row[] {
  const sections = body.kind === 'structured' ? allSections(body.sections) : [];
  const statements = allStatements(sections.flatMap((section) => section.entries.map((entry) => entry.statement)));
  const of = (kind: CdaStatement['kind']): CdaStatement[] => statements.filter((item) => item.kind === kind);
  const values = of('observation').flatMap((item) => item.values);
  const coded = values.flatMap((value) => (value.type === 'coded' ? [value.code] : []));
  const quantities = values.flatMap((value) => (value.type === 'quantity' ? [value.quantity] : []));
  const ranges = values.flatMap((value) => (value.type === 'range' ? [value] : []));
  const timings = allTimings(statements.flatMap((item) => item.timings));
  const subjects = [...new Set([...sections, ...statements].map((item) => item.subject))].flatMap(some);
  // Statements are compared as multisets: XPath gives document order, links are read by kind.
  return [
    ['section code', '//h:section/h:code/@code', codes(sections.map((s) => s.code))],
    ['section title', '//h:section/h:title[normalize-space()]', sections.flatMap((s) => some(s.title))],
    ['section template', '//h:section/h:templateId/@root', roots(sections.flatMap((s) => s.templateIds))],
    [
      'entry type',
      '//h:section/h:entry/@typeCode',
      sections.flatMap((s) => s.entries.flatMap((e) => some(e.typeCode))),
    ],
    ...(
      ['act', 'observation', 'organizer', 'procedure', 'supply', 'substanceAdministration', 'encounter'] as const
    ).flatMap((kind): Row[] => [
      [`${kind} class`, `//h:entry//h:${kind}/@classCode`, of(kind).flatMap((s) => some(s.classCode))],
      [`${kind} mood`, `//h:entry//h:${kind}/@moodCode`, of(kind).flatMap((s) => some(s.moodCode))],
      [`${kind} id`, `//h:entry//h:${kind}/h:id/@root`, roots(of(kind).flatMap((s) => s.ids))],
      [`${kind} template`, `//h:entry//h:${kind}/h:templateId/@root`, roots(of(kind).flatMap((s) => s.templateIds))],
      [`${kind} code`, `//h:entry//h:${kind}/h:code/@code`, codes(of(kind).map((s) => s.code))],
      [`${kind} status`, `//h:entry//h:${kind}/h:statusCode/@code`, of(kind).flatMap((s) => some(s.statusCode))],
      [
        `${kind} low`,
        `//h:entry//h:${kind}/h:effectiveTime[1]/h:low/@value`,
        lows(of(kind).map((s) => s.effectiveTime)),
      ],
      [
        `${kind} text`,
        `//h:entry//h:${kind}/h:text/h:reference/@value`,
        of(kind).flatMap((s) => some(s.textReference)),
      ],
      [
        `${kind} author`,
        `//h:entry//h:${kind}/h:author/h:assignedAuthor/h:id/@extension`,
        of(kind).flatMap((s) => extensions(s.authors.flatMap((a) => a.ids))),
      ],
      [
        `${kind} participant`,
        `//h:entry//h:${kind}/h:participant/@typeCode`,
        of(kind).flatMap((s) => s.participants.flatMap((p) => some(p.typeCode))),
      ],
      [
        `${kind} playing`,
        `//h:entry//h:${kind}/h:participant/h:participantRole/*[starts-with(local-name(), 'playing')]/h:code/@code`,
        of(kind).flatMap((s) => codes(s.participants.map((p) => p.playing?.code))),
      ],
    ]),
    ['value code', '//h:entry//h:observation/h:value[not(@unit)]/@code', codes(coded)],
    [
      'value system',
      '//h:entry//h:observation/h:value[@code]/@codeSystem',
      coded.flatMap((c) => (c.code === undefined ? [] : some(c.codeSystem))),
    ],
    [
      'value translation',
      '//h:entry//h:observation/h:value/h:translation[@code]/@code',
      codes([...coded, ...quantities].flatMap((c) => c.translations)),
    ],
    [
      'quantity',
      "//h:entry//h:observation/h:value[contains(@xsi:type, 'PQ') and not(contains(@xsi:type, 'IVL')) and not(contains(@xsi:type, 'RTO'))]/@value",
      quantities.flatMap((q) => some(q.value)),
    ],
    [
      'unit',
      "//h:entry//h:observation/h:value[contains(@xsi:type, 'PQ') and not(contains(@xsi:type, 'IVL')) and not(contains(@xsi:type, 'RTO'))]/@unit",
      quantities.flatMap((q) => some(q.unit)),
    ],
    [
      'interpretation',
      '//h:entry//h:observation/h:interpretationCode/@code',
      codes(of('observation').flatMap((s) => s.interpretationCodes)),
    ],
    [
      'product',
      '//h:entry//h:manufacturedProduct/h:manufacturedMaterial/h:code/@code',
      codes(statements.map((s) => s.product?.code)),
    ],
    [
      'product name',
      '//h:entry//h:manufacturedProduct/h:manufacturedMaterial/h:name[normalize-space()]',
      statements.flatMap((s) => s.product?.names ?? []),
    ],
    [
      'lot',
      '//h:entry//h:manufacturedMaterial/h:lotNumberText[normalize-space()]',
      statements.flatMap((s) => some(s.product?.lotNumber)),
    ],
    ['route', '//h:entry//h:routeCode/@code', codes(statements.map((s) => s.routeCode))],
    ['dose', '//h:entry//h:doseQuantity/h:low/@value', statements.flatMap((s) => some(s.doseQuantity?.low?.value))],
    [
      'specimen',
      '//h:entry//h:specimenPlayingEntity/h:code/@code',
      codes(statements.flatMap((s) => s.specimens.map((p) => p.code))),
    ],
    [
      'external',
      '//h:entry//h:reference/*[starts-with(local-name(), "external")]/h:id/@root',
      roots(statements.flatMap((s) => s.references.flatMap((r) => r.ids))),
    ],
    [
      'link',
      '//h:entry//h:entryRelationship/@typeCode',
      statements.flatMap((s) =>
        s.relations.flatMap((r) => (r.typeCode !== undefined && s.kind !== 'organizer' ? [r.typeCode] : [])),
      ),
    ],
    [
      'author of a section',
      '//h:section/h:author/h:assignedAuthor/h:id/@extension',
      extensions(sections.flatMap((s) => s.authors.flatMap((a) => a.ids))),
    ],
    ['subject code', '//h:subject/h:relatedSubject/h:code/@code', codes(subjects.map((s) => s.code))],
    ['subject class', '//h:subject/h:relatedSubject/@classCode', subjects.flatMap((s) => some(s.classCode))],
    ['subject id', '//h:relatedSubject/h:subject/sdtc:id/@extension', extensions(subjects.flatMap((s) => s.ids))],
    [
      'subject family',
      '//h:relatedSubject/h:subject/h:name/h:family',
      parts(
        subjects.flatMap((s) => s.names),
        'family',
      ),
    ],
    [
      'subject gender',
      '//h:relatedSubject/h:subject/h:administrativeGenderCode/@code',
      codes(subjects.map((s) => s.gender)),
    ],
    ['subject birth', '//h:relatedSubject/h:subject/h:birthTime/@value', times(subjects.map((s) => s.birthTime))],
    [
      'subject twins',
      '//h:relatedSubject/h:subject/sdtc:multipleBirthOrderNumber/@value',
      subjects.flatMap((s) => some(s.multipleBirthOrder)),
    ],
    [
      'of a subject',
      '//h:entry//*[self::h:act or self::h:encounter or self::h:observation or self::h:observationMedia or self::h:organizer or self::h:procedure or self::h:regionOfInterest or self::h:substanceAdministration or self::h:supply][ancestor-or-self::*[h:subject]]/@moodCode',
      statements.flatMap((s) => (s.subject === undefined ? [] : some(s.moodCode))),
    ],
    [
      'condition',
      '//h:precondition/h:criterion/h:code/@code',
      codes(statements.flatMap((s) => s.preconditions.map((c) => c.code))),
    ],
    [
      'condition met',
      "//h:precondition/h:criterion/h:value[@xsi:type[contains(., 'BL')]]/@value",
      statements.flatMap((s) =>
        s.preconditions.flatMap((c) => (c.value?.type === 'boolean' ? some(c.value.value).map(String) : [])),
      ),
    ],
    [
      'condition text',
      '//h:precondition/h:criterion/h:text/h:reference/@value',
      statements.flatMap((s) => s.preconditions.flatMap((c) => some(c.textReference))),
    ],
    ['most', '//h:maxDoseQuantity/h:numerator/@value', statements.flatMap((s) => some(s.maxDose?.numerator?.value))],
    ['independent', '//h:independentInd/@value', statements.flatMap((s) => some(s.independent)).map(String)],
    [
      'period',
      '//h:entry//*[self::h:effectiveTime or self::h:comp]/h:period/@value',
      timings.flatMap((t) => (t.type === 'periodic' ? some(t.period?.value) : [])),
    ],
    [
      'operator',
      '//h:effectiveTime/@operator | //h:effectiveTime/h:comp/@operator',
      timings.flatMap((t) => some(t.operator)),
    ],
    [
      'timing low',
      '//h:entry//h:effectiveTime/descendant-or-self::*[self::h:effectiveTime or self::h:comp]/h:low/@value',
      lows(timings.map((t) => (t.type === 'interval' ? t.interval : undefined))),
    ],
    [
      'bound of a range',
      "//h:entry//h:observation/h:value[contains(@xsi:type, 'IVL_') and not(contains(@xsi:type, 'IVL_TS'))]/*[self::h:low or self::h:high]/@value",
      ranges.flatMap((r) => [...some(r.low?.value), ...some(r.high?.value)]),
    ],
    [
      'value of a qualifier',
      '//h:entry//h:observation/h:value/h:qualifier/h:value/@value',
      coded.flatMap((c) => c.qualifiers.flatMap((q) => some(q.value?.value))),
    ],
    [
      'yes or no',
      "//h:entry//h:observation/h:value[contains(@xsi:type, 'BL')]/@value",
      values.flatMap((v) => (v.type === 'boolean' ? some(v.value).map(String) : [])),
    ],
    [
      'number',
      "//h:entry//h:observation/h:value[@xsi:type[. = 'INT' or . = 'cda:INT' or . = 'REAL' or . = 'cda:REAL']]/@value",
      values.flatMap((v) => (v.type === 'number' && v.raw !== '' ? [v.raw] : [])),
    ],
    [
      'role telecom',
      '//h:entry//h:participantRole/h:telecom/@value',
      telecoms(statements.flatMap((s) => s.participants.flatMap((p) => p.telecoms))),
    ],
    [
      'informant',
      '//h:entry//h:informant/h:relatedEntity/@classCode',
      statements.flatMap((s) => s.informants.flatMap((i) => (i.kind === 'related' ? some(i.classCode) : []))),
    ],
    [
      'mode',
      '//h:entry//h:performer/h:modeCode/@code',
      codes(statements.flatMap((s) => s.performers.map((p) => p.modeCode))),
    ],
    ['media', '//h:observationMedia/@ID', of('observationMedia').flatMap((s) => some(s.media?.id))],
  ];
}
