import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { checkBiology, checkBiologyPatient, completeBiology } from './cr-bio-header.js';
import type { ModelDefinition } from './definition.js';
import { type Narrator, section, table } from './narrative.js';
import type { CrBioContent, LabResult } from './schema/cr-bio.js';
import { clinicalTime, decimal, shownDate, valueElement } from './values.js';

type Chapter = CrBioContent['chapters'][number];

const HEAD = ['Examen', 'Résultat', 'Valeurs de référence', 'Interprétation', 'Date'] as const;

/** The report of biology (CR-BIO 2024.01, IHE XD-LAB): a section for each chapter, its results in a sub-section. */
export const crBio: ModelDefinition<CrBioContent> = {
  templateIds: [{ root: '1.3.6.1.4.1.19376.1.3.3' }, { root: '1.2.250.1.213.1.1.1.55', extension: '2024.01' }],
  type: { code: '11502-2', displayName: "CR d'examens biologiques", codeSystem: SYSTEMS.loinc },
  exactLabel: true,
  title: "Compte rendu d'examens biologiques",
  pdfCopy: 'mandatory',
  complete: completeBiology,
  check: checkBiology,
  checkPatient: checkBiologyPatient,
  sections: (narrator, { chapters }) => chapters.map((chapter) => chapterSection(narrator, chapter)),
};

function chapterSection(narrator: Narrator, chapter: Chapter): XmlElementNode {
  const { code, title, results, comment } = chapter;
  const made = results.map((result) => resultOf(narrator, result));
  const act = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    h('code', codeAttributes(code)),
    h('statusCode', { code: 'completed' }),
    ...made.map(({ observation }) => h('entryRelationship', { typeCode: 'COMP' }, [observation])),
  ]);
  const report = h('section', {}, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.3.2.2' }),
    h('templateId', { root: '1.2.250.1.213.1.1.2.71' }),
    narrator.id(),
    h('code', codeAttributes(code)),
    h('title', {}, [title]),
    h('text', {}, [table(HEAD, made), comment !== undefined && h('paragraph', {}, [comment])]),
    h('entry', { typeCode: 'DRIV' }, [
      h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1' }),
      h('templateId', { root: '1.2.250.1.213.1.1.3.21' }),
      act,
    ]),
  ]);
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.3.3.2.1', '1.2.250.1.213.1.1.2.70'],
    code: { ...code },
    title,
    sections: [report],
  });
}

function resultOf(narrator: Narrator, result: LabResult) {
  const { code, label, at, interpretation, method, reference } = result;
  const anchor = narrator.anchor(label);
  const methodAnchor = method === undefined ? undefined : narrator.anchor(method);
  const { node, shown } = valueElement(result.value);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1.6' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.80' }),
    narrator.id(),
    h('code', codeAttributes(code), [anchor.originalText]),
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { value: clinicalTime(at) }),
    node,
    interpretation && h('interpretationCode', codeAttributes(interpretation)),
    methodAnchor && h('methodCode', {}, [methodAnchor.originalText]),
    reference && referenceRange(reference),
  ]);
  const cells = [
    h('content', {}, methodAnchor ? [anchor.content, ' (', methodAnchor.content, ')'] : [anchor.content]),
    shown,
    reference ? shownRange(reference) : '-',
    interpretation?.displayName ?? '-',
    shownDate(at),
  ];
  return { observation, cells };
}

type Reference = NonNullable<LabResult['reference']>;

function referenceRange({ low, high, unit }: Reference): XmlElementNode {
  const end = (local: string, value: number | undefined) =>
    value === undefined ? undefined : h(local, { value: decimal(value), unit });
  return h('referenceRange', { typeCode: 'REFV' }, [
    h('observationRange', { classCode: 'OBS', moodCode: 'EVN.CRT' }, [
      h('value', { 'xsi:type': 'IVL_PQ' }, [end('low', low), end('high', high)]),
      h('interpretationCode', { code: 'N', displayName: 'Normal', codeSystem: '2.16.840.1.113883.5.83' }),
    ]),
  ]);
}

function shownRange({ low, high, unit }: Reference): string {
  const side = (value: number) => decimal(value).replace('.', ',');
  if (low !== undefined && high !== undefined) return `${side(low)} – ${side(high)} ${unit}`;
  if (low !== undefined) return `≥ ${side(low)} ${unit}`;
  return high !== undefined ? `≤ ${side(high)} ${unit}` : '-';
}
