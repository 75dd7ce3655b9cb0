import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h, hx } from '../../cda/tree.js';
import { codeAttributes } from '../../cda/values.js';
import { commentAct } from '../comments.js';
import { type Anchor, type Cell, type Line, type Narrator, stacked } from '../narrative.js';
import type { LabReference, LabResult, PreviousResult } from '../schema/lab.js';
import type { CodedText } from '../schema/shared.js';
import { clinicalTime, shownDate } from '../values.js';
import { participationNodes, participationTexts } from './people.js';
import { labValueElement, rangeValue, shownRange } from './values.js';

export const RESULT_HEAD = [
  'Examen',
  'Résultat',
  'Valeurs de référence',
  'Interprétation',
  'Date',
  'Antériorités',
  'Matériel',
  'Commentaire',
] as const;

/** A result: its line in the text, and its data (FR-Resultat-examens-de-biologie-element-clinique-pertinent 1.2.250.1.213.1.1.3.80). */
export function resultLine(narrator: Narrator, result: LabResult): Line & { readonly entry: XmlElementNode } {
  const { code, localCode, label, at, status = 'completed', interpretation, reference, comment } = result;
  const anchor = narrator.anchor(label);
  const method = methodOf(narrator, result);
  const value = result.value && labValueElement(narrator, result.value);
  const range = reference && referenceOf(narrator, reference);
  const kit = result.kit && materialOf(narrator, result.kit, 'DEV', 'MANU');
  const medium = result.medium && materialOf(narrator, result.medium, 'CSM', 'ADTV');
  const note = comment === undefined ? undefined : narrator.anchor(comment);
  const previous = (result.previous ?? []).map((one) => previousOf(narrator, result, anchor, one));
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1.6' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.80' }),
    narrator.id(),
    labCode(code, localCode, anchor),
    h('statusCode', { code: status }),
    h('effectiveTime', { value: clinicalTime(at) }),
    value?.node,
    interpretation && h('interpretationCode', codeAttributes(interpretation)),
    method?.node,
    ...participationNodes(result),
    kit?.node,
    medium?.node,
    ...previous.map(({ relation }) => relation),
    note && h('entryRelationship', { typeCode: 'SUBJ' }, [commentAct(note)]),
    range?.node,
  ]);
  const who = participationTexts(result);
  const cells: Cell[] = [
    h('content', {}, method ? [anchor.content, ' (', method.shown, ')'] : [anchor.content]),
    value?.shown ?? (status === 'aborted' ? 'Examen non réalisé' : '-'),
    stacked([
      ...(range ? [range.shown] : []),
      ...(result.otherReferences ?? []).map((other) => [shownReference(other)]),
    ]),
    interpretation?.displayName,
    shownDate(at),
    stacked(previous.map(({ shown }) => shown)),
    stacked([...(kit ? [[kit.shown]] : []), ...(medium ? [[medium.shown]] : [])]),
    stacked([...(note ? [[note.content]] : []), ...who.map((one) => [one])]),
  ];
  return { cells, entry };
}

/** What was measured: LOINC, and the code that waits for one or that of the laboratory as translation. */
export function labCode(code: Coded | undefined, localCode: Coded | undefined, anchor?: Anchor): XmlElementNode {
  return h('code', code ? codeAttributes(code) : {}, [
    anchor?.originalText,
    localCode && h('translation', codeAttributes(localCode)),
  ]);
}

function methodOf(narrator: Narrator, { method, methodCode }: LabResult) {
  if (method !== undefined) {
    const anchor = narrator.anchor(method);
    const node = h('methodCode', methodCode ? codeAttributes(methodCode) : {}, [anchor.originalText]);
    return { node, shown: anchor.content };
  }
  return methodCode && { node: h('methodCode', codeAttributes(methodCode)), shown: methodCode.displayName };
}

/** A kit, a device, a medium: what took part in the examination. */
function materialOf(narrator: Narrator, material: CodedText, typeCode: 'DEV' | 'CSM', classCode: 'MANU' | 'ADTV') {
  const anchor = narrator.anchor(material.text);
  const node = h('participant', { typeCode }, [
    h('participantRole', { classCode }, [h('playingDevice', {}, [namedCode('code', material, anchor)])]),
  ]);
  return { node, shown: anchor.content };
}

/** An earlier result: the same code, its date, its value. */
function previousOf(
  narrator: Narrator,
  { code, localCode }: LabResult,
  anchor: Anchor,
  { at, value, interpretation }: PreviousResult,
): { readonly relation: XmlElementNode; readonly shown: readonly Child[] } {
  const { node, shown } = labValueElement(narrator, value);
  const relation = h('entryRelationship', { typeCode: 'REFR' }, [
    h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
      labCode(code, localCode, anchor),
      h('statusCode', { code: 'completed' }),
      h('effectiveTime', { value: clinicalTime(at) }),
      node,
      interpretation && h('interpretationCode', codeAttributes(interpretation)),
    ]),
  ]);
  const how = interpretation ? ` (${interpretation.displayName})` : '';
  return { relation, shown: [shown, `${how}, ${shownDate(at)}`] };
}

const NORMAL = { code: 'N', displayName: 'Normal', codeSystem: '2.16.840.1.113883.5.83' } as const;

/** The usual values as data; when words say more than the numbers, the data point to them. */
function referenceOf(narrator: Narrator, reference: LabReference) {
  const { low, high, unit, text, criteria } = reference;
  const told = shownReference(reference);
  const anchor = text !== undefined || criteria?.text !== undefined ? narrator.anchor(told) : undefined;
  const node = h('referenceRange', { typeCode: 'REFV' }, [
    h('observationRange', { classCode: 'OBS', moodCode: 'EVN.CRT' }, [
      anchor?.text,
      (low !== undefined || high !== undefined) && rangeValue(low, high, unit),
      h('interpretationCode', NORMAL),
      criteria?.sexe !== undefined &&
        hx('lab', 'precondition', { typeCode: 'PRCN' }, [
          hx('lab', 'criterion', { classCode: 'COND', moodCode: 'EVN' }, [
            hx('lab', 'value', { value: criteria.sexe }),
          ]),
        ]),
    ]),
  ]);
  return { node, shown: [anchor?.content ?? told] };
}

const SEXES = { F: 'femme', M: 'homme', I: 'sexe indéterminé' } as const;

function shownReference({ low, high, unit, text, criteria }: LabReference): string {
  const values = [shownRange(low, high, unit), text].filter(Boolean).join(', ');
  const whom = [criteria?.sexe && SEXES[criteria.sexe], criteria?.text].filter(Boolean).join(', ');
  return whom === '' ? values : `${values} (${whom})`;
}

/** A code that points to its words; the words alone when nothing codes them. */
export function namedCode(local: string, { code }: CodedText, anchor: Anchor, translation?: Coded): XmlElementNode {
  return h(local, code ? codeAttributes(code) : {}, [
    anchor.originalText,
    translation && h('translation', codeAttributes(translation)),
  ]);
}
