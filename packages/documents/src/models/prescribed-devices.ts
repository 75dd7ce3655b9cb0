import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { composedSection } from './composed.js';
import { deviceEntry } from './devices.js';
import { loinc, type Narrator } from './narrative.js';
import { shownPeriod } from './prescribed-medicines.js';
import { type Fact, factsTable, flagOf } from './prescription-lines.js';
import type { PrescribedDevice } from './schema/ep-med-dm.js';

/** FR-Prescription-dispositifs-medicaux (1.2.250.1.213.1.1.2.222). */
export function prescribedDevicesSection(
  narrator: Narrator,
  devices: readonly PrescribedDevice[],
  at: string,
): XmlElementNode {
  const lines = devices.map((line) => deviceLine(narrator, line, at));
  return composedSection(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.222'],
    code: loinc('46264-8', 'Dispositifs médicaux'),
    title: 'Prescription de dispositifs médicaux',
    text: lines.map(({ facts }) => factsTable(facts)),
    entries: lines.map(({ entry }) => entry),
  });
}

function deviceLine(narrator: Narrator, line: PrescribedDevice, at: string) {
  const { name, otherCodes = [], start, end, renewals, packages, rentedDays } = line;
  const flags = (['ald', 'accidentTravail', 'prevention', 'nonRemboursable'] as const).map((flag) =>
    flagOf(narrator, flag, line[flag], at),
  );
  const { anchor, entry } = deviceEntry(
    narrator,
    { name, since: start, until: end },
    {
      mood: 'INT',
      before: [
        h('repeatNumber', { value: String(renewals) }),
        packages !== undefined && h('quantity', { value: String(packages) }),
        rentedDays !== undefined && h('expectedUseTime', {}, [h('width', { value: String(rentedDays), unit: 'd' })]),
      ],
      translations: otherCodes.map((code) => h('translation', codeAttributes(code))),
      relations: flags.map(({ relation }) => relation),
    },
  );
  const facts: Fact[] = [
    ['Dispositif médical', anchor.content],
    ['Codes', otherCodes.map(({ code, displayName }) => `${displayName} (${code})`).join(', ') || undefined],
    ['Durée', shownPeriod(start, end)],
    ['Durée de location', rentedDays !== undefined && `${rentedDays} jours`],
    ['Nombre de conditionnements', packages !== undefined && String(packages)],
    ['Renouvellements', String(renewals)],
    ...flags.map(({ fact }) => fact),
  ];
  return { facts, entry };
}
