import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { base64, type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type Anchor, type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { AdvanceDirectives } from './schema/directives.js';
import { clinicalTime, coded, shownDate } from './values.js';

type Wish = NonNullable<AdvanceDirectives['wishes']>[number];

/** JDV_TypeDirectiveAnticipee_CISIS. */
const WISHES: Readonly<Record<Wish['what'], Coded>> = {
  lifeSupport: loinc('75789-8', 'Maintient artificiel en vie'),
  resuscitation: loinc('75779-9', 'Réanimation cardiaque et respiratoire'),
  ventilation: loinc('75787-2', 'Assistance respiratoire'),
  nutrition: loinc('77352-3', 'Alimentation et hydratation artificielles'),
  dialysis: coded('MED-295', 'Dialyse rénale', SYSTEMS.taAsip, 'TA_ASIP'),
  surgery: coded('387713003', 'intervention chirurgicale', SYSTEMS.snomed, 'SNOMED CT'),
  deepSedation: coded(
    'MED-298',
    'Sédation profonde et continue associée à un traitement de la douleur',
    SYSTEMS.taAsip,
    'TA_ASIP',
  ),
};
const OTHER = loinc('75793-0', 'Autre directive');
const DOCUMENT = loinc('42348-3', 'Directives anticipées');

/** True when there is at least one directive. */
export function tellsDirectives(directives: AdvanceDirectives | undefined): directives is AdvanceDirectives {
  const { wishes = [], others = [], document } = directives ?? {};
  return wishes.length > 0 || others.length > 0 || document !== undefined;
}

/** FR-Directives-anticipees (1.2.250.1.213.1.1.2.157). */
export function directivesSection(narrator: Narrator, directives: AdvanceDirectives): XmlElementNode {
  const { wishes = [], others = [], document } = directives;
  const lines = [
    ...wishes.map((wish) => wishLine(narrator, wish)),
    ...others.map((other) => {
      const anchor = narrator.anchor(other.text);
      return directiveLine(narrator, other, { code: OTHER, anchor, cells: [OTHER.displayName, anchor.content] });
    }),
    ...(document ? [documentLine(narrator, document)] : []),
  ];
  return section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.1',
      '1.3.6.1.4.1.19376.1.5.3.1.3.34',
      '1.3.6.1.4.1.19376.1.5.3.1.3.35',
      '1.2.250.1.213.1.1.2.157',
    ],
    code: loinc('42348-3', 'Directives anticipées'),
    title: 'Directives anticipées',
    head: ['Directive', 'Précision', 'Date', 'Fin', 'Commentaire'],
    lines,
  });
}

function wishLine(narrator: Narrator, wish: Wish): Line {
  const code = WISHES[wish.what];
  const anchor = narrator.anchor(wish.accepted ? 'Autorisé' : 'Non autorisé');
  const value = h('value', { 'xsi:type': 'BL', value: String(wish.accepted) });
  return directiveLine(narrator, wish, { code, anchor, cells: [code.displayName, anchor.content], inner: [value] });
}

function documentLine(narrator: Narrator, document: NonNullable<AdvanceDirectives['document']>): Line {
  const anchor = narrator.anchor('Document du patient');
  const media = narrator.mediaId();
  const held = h('entryRelationship', { typeCode: 'COMP' }, [
    h('observationMedia', { classCode: 'OBS', moodCode: 'EVN', ID: media }, [
      h('value', { mediaType: 'application/pdf', representation: 'B64' }, [base64(document.pdf)]),
    ]),
  ]);
  return directiveLine(narrator, document, {
    code: DOCUMENT,
    anchor,
    cells: [anchor.content, h('renderMultiMedia', { referencedObject: media })],
    inner: [held],
  });
}

interface Told {
  readonly code: Coded;
  readonly anchor: Anchor;
  readonly cells: readonly Child[];
  /** After the dates. */
  readonly inner?: readonly Child[];
}

/** FR-Directive-anticipee (1.2.250.1.213.1.1.3.54). */
function directiveLine(
  narrator: Narrator,
  { since, until, comment }: Pick<Wish, 'since' | 'until' | 'comment'>,
  { code, anchor, cells, inner = [] }: Told,
): Line {
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const end = (local: string, date: string | undefined, nullFlavor: string) =>
    h(local, date === undefined ? { nullFlavor } : { value: clinicalTime(date) });
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.17',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13.7',
      '1.2.250.1.213.1.1.3.54',
    ),
    narrator.id(),
    h('code', codeAttributes(code)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', {}, [end('low', since, 'UNK'), end('high', until, 'NA')]),
    ...inner,
    ...relations(said),
  ]);
  const dates = [since, until].map((date) => (date === undefined ? undefined : shownDate(date)));
  return { cells: [...cells, ...dates, said?.shown], entry };
}
