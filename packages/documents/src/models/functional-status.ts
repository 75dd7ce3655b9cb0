import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Attributes, h } from '../cda/tree.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { FunctionalStatus } from './schema/ips-fr.js';
import type { CodedText, Value } from './schema/shared.js';
import { yesNo } from './simple-observation.js';
import { coded, codedElement, shownDate, span, valueElement } from './values.js';

const snomed = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.snomed, 'SNOMED CT');

type Group = 'mobility' | 'mentalState' | 'otherRisks';
type Signs<Key extends Group> = Readonly<Record<keyof NonNullable<FunctionalStatus[Key]>, Coded>>;

/** JDV_Deplacement_CISIS. */
const MOBILITY: Signs<'mobility'> = {
  falls: snomed('161898004', 'chutes'),
  wandering: snomed('50239007', 'errance'),
  absconding: snomed('248046000', 'fugue'),
  restraint: snomed('386423001', 'contention physique'),
};

/** JDV_EtatPsychique_CISIS. */
const MENTAL_STATE: Signs<'mentalState'> = {
  communicates: snomed('288575003', 'capable de communiquer'),
  oriented: snomed('247663003', 'bien orienté'),
  disoriented: snomed('62476001', 'désorienté(e)'),
  agitated: snomed('24199005', "sensation d'agitation"),
  uncooperative: snomed('248043008', 'comportement non-conciliant'),
  suicidal: snomed('425104003', 'comportement suicidaire'),
};

/** JDV_AutreRisque_CISIS. */
const OTHER_RISKS: Signs<'otherRisks'> = {
  pressureSores: snomed('285304000', "à risque d'escarre"),
  choking: snomed('249492002', 'fausse route alimentaire'),
};

const OTHER = coded('GEN-092.04.23', 'Autre statut fonctionnel', SYSTEMS.taAsip, 'TA_ASIP');

interface Item {
  readonly what: CodedText;
  readonly value: Value | boolean;
  readonly at?: string | undefined;
  readonly comment?: string | undefined;
}

interface Panel {
  readonly caption: string;
  readonly code: Attributes;
  readonly items: readonly Item[];
}

/** What was observed, then the groups that the rules of the IPS-FR know by their code (they give no label for it). */
function panelsOf({ observations = [], mobility, mentalState, otherRisks }: FunctionalStatus): Panel[] {
  const loincCode = (code: string) => ({ code, codeSystem: SYSTEMS.loinc });
  const panels = [
    { caption: 'Observations', code: { nullFlavor: 'NA' }, items: observations },
    { caption: 'Déplacement', code: loincCode('32452-5'), items: signItems(MOBILITY, mobility) },
    { caption: 'État psychique', code: loincCode('54511-1'), items: signItems(MENTAL_STATE, mentalState) },
    {
      caption: 'Autres risques',
      code: { code: 'GEN-092.04.24', codeSystem: SYSTEMS.taAsip },
      items: signItems(OTHER_RISKS, otherRisks),
    },
  ];
  return panels.filter(({ items }) => items.length > 0);
}

function signItems<Key extends string>(
  signs: Readonly<Record<Key, Coded>>,
  given: Readonly<Partial<Record<Key, boolean | undefined>>> | undefined,
): Item[] {
  return (Object.keys(signs) as Key[]).flatMap((key) => {
    const [code, value] = [signs[key], given?.[key]];
    return value === undefined ? [] : [{ what: { text: code.displayName, code }, value }];
  });
}

/** FR-Statut-fonctionnel (1.2.250.1.213.1.1.2.246); nothing when nothing was observed. */
export function functionalStatusSection(narrator: Narrator, status: FunctionalStatus): XmlElementNode | undefined {
  const made = panelsOf(status).map(({ caption, code, items }) => {
    const lines = items.map((item) => observationOf(narrator, item, status.at));
    return { block: { caption, head: HEAD, lines }, organizer: organizerOf(narrator, code, lines, status.at) };
  });
  if (made.length === 0) return undefined;
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.5', '2.16.840.1.113883.10.22.3.8', '1.2.250.1.213.1.1.2.246'],
    code: loinc('47420-5', 'Évaluation du statut fonctionnel'),
    title: 'Statut fonctionnel',
    entryType: 'COMP',
    blocks: made.map(({ block }) => block),
    entries: made.map(({ organizer }) => organizer),
  });
}

const HEAD = ['Type', 'Observation', 'Date', 'Commentaire'] as const;

/** FR-Groupe-de-questionnaires-d-evaluation (1.2.250.1.213.1.1.3.95). */
function organizerOf(
  narrator: Narrator,
  code: Attributes,
  lines: readonly Observed[],
  at: string | undefined,
): XmlElementNode {
  return h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.1.32', '1.3.6.1.4.1.19376.1.5.3.1.1.12.3.7', '1.2.250.1.213.1.1.3.95'),
    narrator.id(),
    h('code', code),
    h('statusCode', { code: 'completed' }),
    span({ since: at }, false),
    ...lines.map(({ observation }) => h('component', { typeCode: 'COMP' }, [observation])),
  ]);
}

type Observed = Line & { readonly observation: XmlElementNode };

/** FR-Evaluation (1.2.250.1.213.1.1.3.25). */
function observationOf(narrator: Narrator, item: Item, on: string | undefined): Observed {
  const { what, value, at = on, comment } = item;
  const anchor = narrator.anchor(what.text);
  const { node, shown } = typeof value === 'boolean' ? yesNo(value) : valueElement(value);
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.31',
      '1.3.6.1.4.1.19376.1.5.3.1.1.12.3.6',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13',
      '1.2.250.1.213.1.1.3.25',
    ),
    narrator.id(),
    codedElement('code', { text: what.text, code: what.code ?? OTHER }, anchor),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    span({ since: at }, false),
    node,
    ...relations(said),
  ]);
  return { observation, cells: [anchor.content, shown, at !== undefined && shownDate(at), said?.shown] };
}
