import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes, contactNodes, nameNode } from '../cda/values.js';
import { ta } from './cse-codes.js';
import { NIR, shownContact, shownRelative } from './cse-people.js';
import { loinc, type Narrator, section, stacked } from './narrative.js';
import { templates } from './remarks.js';
import type { CseCs8Content } from './schema/cse-cs8.js';

/** JDV_CouvertureSociale_CISIS. */
const KINDS: Readonly<Record<CseCs8Content['coverage']['kind'], Coded>> = {
  puma: ta('GEN-105', 'Protection universelle maladie (PUMa)'),
  ame: ta('GEN-107', 'Aide médicale de l’état (AME)'),
  none: ta('GEN-108', 'Aucune'),
};

/** FR-Couvertures-sociales (1.2.250.1.213.1.1.2.79). */
export function coverageSection(narrator: Narrator, { coverage, mother }: CseCs8Content): XmlElementNode {
  const { kind, insurer, insured = mother } = coverage;
  const code = KINDS[kind];
  const anchor = narrator.anchor(code.displayName);
  const payer = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.1.26', '1.3.6.1.4.1.19376.1.5.3.1.4.18', '1.2.250.1.213.1.1.3.94'),
    narrator.id(),
    h('code', codeAttributes(code)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    insurer &&
      h('performer', { typeCode: 'PRF' }, [
        h('assignedEntity', { classCode: 'ASSIGNED' }, [
          narrator.id(),
          h('code', { code: 'GUAR', displayName: 'Garant', codeSystem: '2.16.840.1.113883.5.110' }),
          ...contactNodes(insurer),
          h('representedOrganization', {}, [h('name', {}, [insurer.name])]),
        ]),
      ]),
    h('participant', { typeCode: 'HLD' }, [
      h('participantRole', { classCode: 'INDIV' }, [
        h('id', insured.nir === undefined ? { nullFlavor: 'UNK' } : { root: NIR, extension: insured.nir }),
        ...contactNodes(insured),
        h('playingEntity', {}, [nameNode(insured.name)]),
      ]),
    ]),
  ]);
  const entry = h('act', { classCode: 'ACT', moodCode: 'DEF' }, [
    ...templates('2.16.840.1.113883.10.20.1.20', '1.3.6.1.4.1.19376.1.5.3.1.4.17', '1.2.250.1.213.1.1.3.61'),
    narrator.id(),
    h('code', loinc('48768-6', 'Couverture sociale')),
    h('statusCode', { code: 'completed' }),
    h('entryRelationship', { typeCode: 'COMP' }, [payer]),
  ]);
  const cells = [
    anchor.content,
    insurer && stacked([[insurer.name], ...shownContact(insurer)]),
    stacked([shownRelative(insured), ...(insured.nir === undefined ? [] : [[`NIR ${insured.nir}`]])]),
  ];
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.9', '1.3.6.1.4.1.19376.1.5.3.1.1.5.3.7', '1.2.250.1.213.1.1.2.79'],
    code: loinc('48768-6', 'Couvertures sociales'),
    title: 'Couverture sociale',
    head: ['Couverture', 'Organisme', 'Assuré'],
    lines: [{ cells, entry }],
  });
}
