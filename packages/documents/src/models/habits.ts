import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type Block, type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { Habit } from './schema/history.js';
import { clinicalTime, shownDate, valueElement } from './values.js';

/** FR-Habitus-mode-de-vie (1.2.250.1.213.1.1.2.141). */
export function habitsSection(narrator: Narrator, habits: readonly Habit[]): XmlElementNode {
  const lines = habits.map((item) => habitLine(narrator, item));
  return habitsSectionOf(narrator, [{ head: ['Type', 'Observation', 'Date', 'Commentaire'], lines }]);
}

/** The same section, of tables made elsewhere. */
export function habitsSectionOf(narrator: Narrator, blocks: readonly Block[]): XmlElementNode {
  return section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.15',
      '1.3.6.1.4.1.19376.1.5.3.1.3.16',
      '1.3.6.1.4.1.19376.1.5.3.1.3.16.1',
      '1.2.250.1.213.1.1.2.141',
    ],
    code: loinc('29762-2', 'Habitus, Mode de vie'),
    title: 'Mode de vie',
    blocks,
  });
}

function habitLine(narrator: Narrator, { what, value, at, comment }: Habit): Line {
  const anchor = narrator.anchor(what.displayName);
  const { node, shown } = valueElement(value);
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.33',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13.4',
      '1.2.250.1.213.1.1.3.52',
    ),
    narrator.id(),
    h('code', codeAttributes(what)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', at === undefined ? { nullFlavor: 'NA' } : { value: clinicalTime(at) }),
    node,
    ...relations(said),
  ]);
  return { cells: [anchor.content, shown, at !== undefined && shownDate(at), said?.shown], entry };
}

/** FR-Facteurs-de-risque-professionnels-non-code (1.2.250.1.213.1.1.2.74). */
export function occupationalRisksSection(narrator: Narrator, risks: readonly string[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.5.3.1', '1.2.250.1.213.1.1.2.74'],
    code: loinc('10161-8', 'Facteurs de risques professionnels'),
    title: 'Facteurs de risque professionnels',
    head: ['Facteur'],
    lines: risks.map((text) => ({ cells: [text] })),
  });
}
