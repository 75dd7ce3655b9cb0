import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../cda/tree.js';
import { idNode } from '../cda/values.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { templates } from './remarks.js';
import type { MedicalDevice } from './schema/device.js';
import { clinicalTime, codedElement, shownDate } from './values.js';

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

/** The devices that were used or are there (FR-Dispositifs-medicaux 1.2.250.1.213.1.1.2.1). */
export function devicesSection(narrator: Narrator, devices: readonly MedicalDevice[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.7', '1.3.6.1.4.1.19376.1.5.3.1.1.5.3.5', '1.2.250.1.213.1.1.2.1'],
    code: loinc('46264-8', 'Dispositifs médicaux'),
    title: 'Dispositifs médicaux',
    head: ['Dispositif', 'Identifiant', 'Début', 'Fin'],
    lines: devices.map((device) => deviceLine(narrator, device)),
  });
}

function deviceLine(narrator: Narrator, device: MedicalDevice): Line {
  const { anchor, entry } = deviceEntry(narrator, device, { mood: 'EVN' });
  const { id, since, until } = device;
  const cells = [
    anchor.content,
    id && (id.extension ?? id.root),
    since !== undefined && shownDate(since),
    until !== undefined && shownDate(until),
  ];
  return { cells, entry };
}
