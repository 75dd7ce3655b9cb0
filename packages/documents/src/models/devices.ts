import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes, idNode } from '../cda/values.js';
import { ABSENCES, known } from './absences.js';
import { authorNode, performerNode, shownDoer } from './doers.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { MedicalDevice, PlacedDevice } from './schema/device.js';
import type { Known } from './schema/shared.js';
import { clinicalTime, coded, codedElement, shownDate } from './values.js';

/** What a prescription says of a device besides what it is. */
export interface DeviceDetails {
  readonly mood: 'EVN' | 'INT';
  /** Between the dates and the device, in the order of the schema. */
  readonly before?: readonly Child[];
  /** Inside the code. */
  readonly translations?: readonly Child[];
  readonly relations?: readonly XmlElementNode[];
}

/** A medical device (FR-Dispositif-medical 1.2.250.1.213.1.1.3.20): the text and the entry. */
export function deviceEntry(narrator: Narrator, device: MedicalDevice, details: DeviceDetails) {
  const { name, id, since, until } = device;
  const { mood, before = [], translations = [], relations = [] } = details;
  const anchor = narrator.anchor(name.text);
  const code = codedElement('code', name, anchor);
  const entry = h('supply', { classCode: 'SPLY', moodCode: mood }, [
    ...templates('2.16.840.1.113883.10.20.1.34', '1.2.250.1.213.1.1.3.20'),
    narrator.id(),
    anchor.text,
    period(since, until),
    ...before,
    h('participant', { typeCode: 'DEV' }, [
      h('participantRole', { classCode: 'MANU' }, [
        id && idNode(id),
        h('playingDevice', { classCode: 'DEV', determinerCode: 'INSTANCE' }, [
          {
            ...code,
            children: [...code.children, ...translations.filter((node) => node !== undefined && node !== false)],
          },
        ]),
      ]),
    ]),
    ...relations,
  ]);
  return { anchor, entry };
}

function period(since: string | undefined, until: string | undefined): XmlElementNode {
  if (since === undefined && until === undefined) return h('effectiveTime', { nullFlavor: 'UNK' });
  const end = (local: string, date: string | undefined) =>
    date !== undefined && h(local, { value: clinicalTime(date) });
  return h('effectiveTime', { 'xsi:type': 'IVL_TS' }, [end('low', since), end('high', until)]);
}

/** The devices that were used or are there (FR-Dispositifs-medicaux 1.2.250.1.213.1.1.2.1). An empty list says that none is known. */
export function devicesSection(narrator: Narrator, list: Known<PlacedDevice>): XmlElementNode {
  const { items, absent } = known(list, ABSENCES.devices);
  return section(narrator, {
    // CCD Medical Equipment: the official examples write 2.16.840.1.11383…, a slip for the arc of HL7 that all the others have.
    templateIds: ['2.16.840.1.113883.10.20.1.7', '1.3.6.1.4.1.19376.1.5.3.1.1.5.3.5', '1.2.250.1.213.1.1.2.1'],
    code: loinc('46264-8', 'Dispositifs médicaux'),
    title: 'Dispositifs médicaux',
    ...(absent
      ? { lines: [noDeviceLine(narrator, absent)] }
      : {
          head: ['Dispositif', 'Identifiant', 'Début', 'Fin', 'Posé ou remis par', 'Prescrit par', 'Commentaire'],
          lines: items.map((item) => deviceLine(narrator, item)),
        }),
  });
}

const OTHER = coded('GEN-092.02.02', 'Autre dispositif médical', SYSTEMS.taAsip, 'TA_ASIP');

function deviceLine(narrator: Narrator, device: PlacedDevice): Line {
  const { id, since, until, by, prescribedBy, comment } = device;
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  // Without a code, that of the CI-SIS for another device, beside its name.
  const name = { ...device.name, code: device.name.code ?? OTHER };
  const { anchor, entry } = deviceEntry(
    narrator,
    { ...device, name },
    {
      mood: 'EVN',
      before: [by && performerNode(by), prescribedBy && authorNode(prescribedBy, undefined)],
      relations: relations(said),
    },
  );
  const cells = [
    anchor.content,
    id && (id.extension ?? id.root),
    since !== undefined && shownDate(since),
    until !== undefined && shownDate(until),
    by && shownDoer(by),
    prescribedBy && shownDoer(prescribedBy),
    said?.shown,
  ];
  return { cells, entry };
}

/** That no device is known, or that nobody knows. */
function noDeviceLine(narrator: Narrator, absent: Coded): Line {
  const anchor = narrator.anchor(absent.displayName);
  const entry = h('supply', { classCode: 'SPLY', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.1.34', '1.2.250.1.213.1.1.3.20'),
    h('id', { nullFlavor: 'NA' }),
    anchor.text,
    h('effectiveTime', { nullFlavor: 'NA' }),
    h('participant', { typeCode: 'DEV' }, [
      h('participantRole', { classCode: 'MANU' }, [
        h('playingDevice', { classCode: 'DEV', determinerCode: 'INSTANCE' }, [
          h('code', codeAttributes(absent), [anchor.originalText]),
        ]),
      ]),
    ]),
  ]);
  return { cells: [anchor.content], entry };
}
