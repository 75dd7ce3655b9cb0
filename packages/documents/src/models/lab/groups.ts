import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../../cda/tree.js';
import { idNode } from '../../cda/values.js';
import { commentAct } from '../comments.js';
import { loinc, type Narrator, table } from '../narrative.js';
import type { LabBattery, LabImage, LabIsolate, LabResult, LabSpecimen } from '../schema/lab.js';
import { clinicalTime, shownDate } from '../values.js';
import { imageOf } from './images.js';
import { participationNodes, participationTexts } from './people.js';
import { labCode, namedCode, RESULT_HEAD, resultLine } from './results.js';
import { SPECIMEN_HEAD, specimenLine } from './specimens.js';

/** What is said of results: its part of the text, and the statements that say the same. */
export interface Told {
  readonly text: readonly Child[];
  /** Each with its own content: results, specimens, batteries, images. */
  readonly statements: readonly XmlElementNode[];
  /** Comments, which are related in another way. */
  readonly comments: readonly XmlElementNode[];
}

export interface Group {
  readonly specimens?: readonly LabSpecimen[];
  readonly results?: readonly LabResult[];
}

/** Specimens and results, each in a table. */
export function tablesOf(narrator: Narrator, { specimens = [], results = [] }: Group): Told {
  const samples = specimens.map((specimen) => specimenLine(narrator, specimen));
  const lines = results.map((result) => resultLine(narrator, result));
  return {
    text: [samples.length > 0 && table(SPECIMEN_HEAD, samples), lines.length > 0 && table(RESULT_HEAD, lines)],
    statements: [...samples, ...lines].map(({ entry }) => entry),
    comments: [],
  };
}

/** Images, and a comment on all that comes before it. */
export function remarksOf(
  narrator: Narrator,
  { images = [], comment }: { readonly images?: readonly LabImage[]; readonly comment?: string },
): Told {
  const made = images.map((image) => imageOf(narrator, image));
  const note = comment === undefined ? undefined : narrator.anchor(comment);
  return {
    text: [...made.map(({ paragraph }) => paragraph), note && h('paragraph', {}, [note.content])],
    statements: made.map(({ media }) => media),
    comments: note ? [commentAct(note)] : [],
  };
}

/** Several parts, one after the other. */
export function together(...parts: readonly Told[]): Told {
  return {
    text: parts.flatMap(({ text }) => text),
    statements: parts.flatMap(({ statements }) => statements),
    comments: parts.flatMap(({ comments }) => comments),
  };
}

const paragraphs = (texts: readonly string[]): XmlElementNode[] => texts.map((text) => h('paragraph', {}, [text]));

function components({ statements, comments }: Told): XmlElementNode[] {
  return [...statements, ...comments].map((statement) => h('component', {}, [statement]));
}

/** FR-Batterie-examens-de-biologie-medicale (1.2.250.1.213.1.1.3.78). */
export function battery(narrator: Narrator, group: LabBattery): Told {
  const { label, code, localCode, status = 'completed', at } = group;
  const said = label ?? code?.displayName ?? localCode?.displayName;
  const anchor = said === undefined ? undefined : narrator.anchor(said);
  const inner = together(tablesOf(narrator, group), remarksOf(narrator, group));
  const organizer = h('organizer', { classCode: 'BATTERY', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1.4' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.78' }),
    anchor && labCode(code, localCode, anchor),
    h('statusCode', { code: status }),
    at !== undefined && h('effectiveTime', { value: clinicalTime(at) }),
    ...participationNodes(group),
    ...components(inner),
  ]);
  const dated = at === undefined ? '' : ` (${shownDate(at)})`;
  return {
    text: [
      anchor && h('paragraph', { styleCode: 'Bold' }, [anchor.content, dated !== '' && dated, unfinished(status)]),
      ...inner.text,
      ...paragraphs(participationTexts(group)),
    ],
    statements: [organizer],
    comments: [],
  };
}

/** FR-Isolat-microbiologique (1.2.250.1.213.1.1.3.79). */
export function isolate(narrator: Narrator, group: LabIsolate): Told {
  const { germ, taxonomy, id, status = 'completed', at, results, antibiogram = [], batteries = [], performer } = group;
  const anchor = narrator.anchor(germ.text);
  const tests = [
    ...(antibiogram.length > 0 ? [{ code: loinc('18769-0', 'Antibiogramme'), results: antibiogram }] : []),
    ...batteries,
  ];
  const inner = together(
    tablesOf(narrator, { results }),
    ...tests.map((test) => battery(narrator, test)),
    remarksOf(narrator, group),
  );
  const organizer = h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1.5' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.79' }),
    h('statusCode', { code: status }),
    at !== undefined && h('effectiveTime', { value: clinicalTime(at) }),
    h('specimen', { typeCode: 'SPC' }, [
      h('specimenRole', { classCode: 'SPEC' }, [
        id ? idNode(id) : narrator.id(),
        h('specimenPlayingEntity', { classCode: 'MIC' }, [namedCode('code', germ, anchor, taxonomy)]),
      ]),
    ]),
    ...participationNodes({ performer }),
    ...components(inner),
  ]);
  return {
    text: [
      h('paragraph', { styleCode: 'Bold' }, ['Isolat : ', anchor.content, unfinished(status)]),
      ...inner.text,
      ...paragraphs(participationTexts({ performer })),
    ],
    statements: [organizer],
    comments: [],
  };
}

const STATES = { completed: '', active: ' — résultats partiels', aborted: ' — examen abandonné' } as const;

/** That more results will come, or that none will. */
export function unfinished(status: keyof typeof STATES): string | undefined {
  return STATES[status] === '' ? undefined : STATES[status];
}
