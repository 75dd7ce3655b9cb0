import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../../cda/tree.js';
import { codeAttributes } from '../../cda/values.js';
import type { Narrator } from '../narrative.js';
import type { LabReport } from '../schema/lab.js';
import { battery, isolate, remarksOf, tablesOf, together, unfinished } from './groups.js';
import { participationNodes, participationTexts } from './people.js';
import { labCode } from './results.js';

/** FR-CR-BIO-Sous-Chapitre (1.2.250.1.213.1.1.2.71), with its one entry FR-Resultats-examens-de-biologie-medicale (….3.21). */
export function reportSection(narrator: Narrator, report: LabReport): XmlElementNode {
  const { code, localCode, title, status = 'completed', notes = [], batteries = [], isolates = [] } = report;
  const told = together(
    tablesOf(narrator, report),
    ...batteries.map((group) => battery(narrator, group)),
    ...isolates.map((group) => isolate(narrator, group)),
    remarksOf(narrator, report),
  );
  const state = unfinished(status);
  const act = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    labCode(code, localCode),
    h('statusCode', { code: status }),
    ...participationNodes(report),
    ...told.statements.map((statement) => h('entryRelationship', { typeCode: 'COMP' }, [statement])),
    ...told.comments.map((comment) => h('entryRelationship', { typeCode: 'SUBJ' }, [comment])),
  ]);
  const paragraph = (text: string) => h('paragraph', {}, [text]);
  return h('section', {}, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.3.2.2' }),
    h('templateId', { root: '1.2.250.1.213.1.1.2.71' }),
    narrator.id(),
    h('code', codeAttributes(code)),
    h('title', {}, [title]),
    h('text', {}, [
      ...(state === undefined ? [] : [paragraph(`${title}${state}`)]),
      ...notes.map(paragraph),
      ...told.text,
      ...participationTexts(report).map(paragraph),
    ]),
    h('entry', { typeCode: 'DRIV' }, [
      h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1' }),
      h('templateId', { root: '1.2.250.1.213.1.1.3.21' }),
      act,
    ]),
  ]);
}

/** Whether a report holds something that its entry can say. */
export function saysSomething(report: Omit<LabReport, 'code' | 'title'>): boolean {
  const { specimens, results, batteries, isolates, images } = report;
  return [specimens, results, batteries, isolates, images].some((list) => (list?.length ?? 0) > 0);
}
