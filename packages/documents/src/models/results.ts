import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes, codeNode } from '../cda/values.js';
import { performerNode, shownDoer } from './doers.js';
import { type Block, type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { ResultGroup } from './schema/ips-fr.js';
import { at, decimal, shownDate, shownQuantity, valueElement } from './values.js';

type Result = ResultGroup['results'][number];

/** The kinds that FR-Resultats knows. */
const KINDS: Readonly<Record<ResultGroup['kind'], Coded>> = {
  biology: loinc('26436-6', 'Biologie polyvalente'),
  imaging: loinc('18748-4', 'Imagerie'),
  cytology: loinc('26438-2', 'Cytologie'),
  pathology: loinc('27898-6', 'Pathologie'),
  genetics: loinc('26435-8', 'Génétique humaine'),
};

/** FR-Resultats (1.2.250.1.213.1.1.2.244): a table and an organizer (….3.208) for each group. */
export function resultsSection(narrator: Narrator, groups: readonly ResultGroup[]): XmlElementNode {
  const made = groups.map((group) => groupOf(narrator, group));
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.244'],
    code: loinc('30954-2', 'Résultats d’examens'),
    title: 'Résultats',
    blocks: made.map(({ block }) => block),
    entries: made.map(({ organizer }) => organizer),
  });
}

function groupOf(narrator: Narrator, group: ResultGroup): { block: Block; organizer: XmlElementNode } {
  const { kind, by, results } = group;
  const lines = results.map((result) => resultLine(narrator, result, group.at));
  const organizer = h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    ...templates('1.2.250.1.213.1.1.3.208'),
    narrator.id(),
    h('code', codeAttributes(KINDS[kind])),
    h('statusCode', { code: 'completed' }),
    at(group.at),
    by && performerNode(by),
    ...lines.map(({ observation }) => h('component', {}, [observation])),
  ]);
  const caption = by ? `${KINDS[kind].displayName} – ${shownDoer(by)}` : KINDS[kind].displayName;
  const head = ['Date', 'Examen', 'Résultat', 'Interprétation', 'Valeurs de référence', 'Localisation', 'Commentaire'];
  return { block: { caption, head, lines }, organizer };
}

/** FR-Resultat (1.2.250.1.213.1.1.3.209). */
function resultLine(
  narrator: Narrator,
  result: Result,
  on: string | undefined,
): Line & { readonly observation: XmlElementNode } {
  const { what, interpretation, site, reference, comment } = result;
  const when = result.at ?? on;
  const { node, shown } = valueElement(result.value);
  const anchor = narrator.anchor(what.displayName);
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const range = reference && referenceRange(reference);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48', '1.2.250.1.213.1.1.3.209'),
    narrator.id(),
    h('code', codeAttributes(what)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    at(when),
    node,
    codeNode('interpretationCode', interpretation),
    codeNode('targetSiteCode', site),
    ...relations(said),
    range?.node,
  ]);
  const cells = [
    when !== undefined && shownDate(when),
    anchor.content,
    shown,
    interpretation?.displayName,
    range?.shown,
    site?.displayName,
    said?.shown,
  ];
  return { observation, cells };
}

function referenceRange({ low, high, unit }: NonNullable<Result['reference']>) {
  const bound = (local: string, value: number | undefined) =>
    value !== undefined && h(local, { value: decimal(value), unit });
  const shownBound = (sign: string, value: number | undefined) =>
    value === undefined ? [] : [`${sign} ${shownQuantity({ value, unit })}`];
  return {
    node: h('referenceRange', { typeCode: 'REFV' }, [
      h('observationRange', {}, [h('value', { 'xsi:type': 'IVL_PQ' }, [bound('low', low), bound('high', high)])]),
    ]),
    shown: [...shownBound('≥', low), ...shownBound('≤', high)].join(', '),
  };
}
