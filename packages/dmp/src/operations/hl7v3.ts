// The frame of the HL7 v3 messages of the DMP (TD0.2, TD0.5, TD1.3a, TD1.3b, TD1.4), as the sample messages v02.05.00 write it.

import { fromCdaId, type InsIdentifier } from '@socle-sante/core/ins-identifier';
import { uuidV4 } from '@socle-sante/core/uuid';
import {
  attribute,
  child,
  children,
  element,
  text,
  walk,
  type XmlElement,
  type XmlElementNode,
  type XmlNode,
} from '@socle-sante/wire/xml';
import type { DmpCallContext } from './operation.js';

export const V3 = 'urn:hl7-org:v3';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Code system of the reasons of a message. */
export const REASON_SYSTEM = '1.2.250.1.213.1.1.4.11';

export function v3(
  local: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  content: readonly (XmlNode | undefined | false)[] = [],
): XmlElementNode {
  return element({ prefix: '', namespace: V3, local }, attributes, content);
}

function nil(local: string): XmlElementNode {
  return element({ prefix: '', namespace: V3, local }, [
    { prefix: 'xsi', namespace: XSI, local: 'nil', value: 'true' },
  ]);
}

/** `yyyyMMddHHmmss`, UTC. */
export function v3Time(date: Date): string {
  return date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

/** A message of that interaction around its `controlActProcess`. */
export function v3Message(interaction: string, control: readonly XmlNode[], context: DmpCallContext): XmlElementNode {
  const { environment, software } = context;
  const device = (root: string, name: string) =>
    v3('device', { classCode: 'DEV', determinerCode: 'INSTANCE' }, [
      v3('id', { root }),
      v3('softwareName', {}, [name]),
    ]);
  return element(
    { prefix: '', namespace: V3, local: interaction },
    { ITSVersion: 'XML_1.0' },
    [
      v3('id', { root: `${software.oid}.1`, extension: uuidV4(context.random) }),
      v3('creationTime', { value: v3Time(context.at) }),
      v3('interactionId', { root: '2.16.840.1.113883.1.6', extension: interaction }),
      v3('processingCode', { code: environment.processingCode }),
      v3('processingModeCode', { code: 'T' }),
      v3('acceptAckCode', { code: 'AL' }),
      v3('receiver', { typeCode: 'RCV' }, [device(environment.receiverOid, 'DMP')]),
      v3('sender', { typeCode: 'SND' }, [device(software.oid, software.name)]),
      nil('attentionLine'),
      v3('controlActProcess', { classCode: 'CACT', moodCode: 'EVN' }, control),
    ],
    { xsi: XSI },
  );
}

/** `queryByParameter` with its identifier. */
export function v3Query(parameters: readonly XmlNode[], context: DmpCallContext): XmlElementNode {
  return v3('queryByParameter', {}, [
    v3('queryId', { root: `${context.software.oid}.2`, extension: uuidV4(context.random) }),
    v3('statusCode', { code: 'new' }),
    v3('parameterList', {}, parameters),
  ]);
}

/** Search of one patient by INS (TD0.2, TD1.3a). */
export function v3PatientQuery(
  reason: { readonly code: string; readonly label: string },
  patient: InsIdentifier,
  context: DmpCallContext,
): XmlElementNode {
  return v3Message(
    'PRPA_IN201307UV02',
    [
      v3('reasonCode', { code: reason.code, codeSystem: REASON_SYSTEM, displayName: reason.label }),
      v3Query(
        [
          nil('dataSource'),
          v3('patientIdentifier', {}, [
            v3('value', { root: patient.oid, extension: patient.matricule }),
            v3('semanticsText', {}, ['Patient.id']),
          ]),
        ],
        context,
      ),
    ],
    context,
  );
}

/** Every element of that name below, whatever stands between. */
export function below(root: XmlElement, local: string): XmlElement[] {
  return [...walk(root)].filter((item) => item !== root && item.namespace === V3 && item.local === local);
}

export function first(root: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let current: XmlElement | undefined = root;
  for (const local of path) current = current && child(current, V3, local);
  return current;
}

export function code(item: XmlElement | undefined): string | undefined {
  return item && attribute(item, 'code')?.trim();
}

/** `attentionLine` of that keyword. */
export function attention(root: XmlElement, keyword: string): XmlElement | undefined {
  const line = children(root, V3, 'attentionLine').find(
    (item) => code(child(item, V3, 'keyWordText'))?.toUpperCase() === keyword,
  );
  return line && child(line, V3, 'value');
}

/** A BL value; `undefined` when it is absent or says neither. */
export function boolean(item: XmlElement | undefined): boolean | undefined {
  const value = (item && (attribute(item, 'value') ?? text(item)))?.trim().toLowerCase();
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** Value of the observation of that code, wherever it stands (`administrativeObservation`, `queryMatchObservation`). */
export function observation(root: XmlElement, local: string, wanted: string): XmlElement | undefined {
  const found = below(root, local).find((item) => code(child(item, V3, 'code'))?.toUpperCase() === wanted);
  return found && child(found, V3, 'value');
}

/** The INS among identifiers: the old INS-C that replies still carry is passed over. */
export function insAmong(identifiers: readonly XmlElement[]): InsIdentifier | undefined {
  for (const item of identifiers) {
    const found = fromCdaId({ root: attribute(item, 'root') ?? '', extension: attribute(item, 'extension') ?? '' });
    if (found.ok) return found.value;
  }
  return undefined;
}

/** Acceptance of the message: the code may stand on the element or below it (TD0.5). */
export function acknowledged(root: XmlElement): string | undefined {
  const ack = child(root, V3, 'acknowledgement');
  if (ack === undefined) return undefined;
  const nested = child(ack, V3, 'typeCode');
  return (attribute(ack, 'typeCode') ?? code(nested))?.trim();
}

export function nameParts(item: XmlElement, local: string): string[] {
  return children(item, V3, local)
    .map((part) => text(part).trim())
    .filter((part) => part !== '');
}
