import type { XmlElementNode } from '@socle-sante/wire/xml';
import { ROOTS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeNode, nameNode } from '../cda/values.js';
import type { Doer } from './schema/shared.js';
import { clinicalTime } from './values.js';

/** Who did something, as a performer. */
export function performerNode(doer: Doer): XmlElementNode {
  return h('performer', { typeCode: 'PRF' }, [h('assignedEntity', {}, parts(doer))]);
}

/** Who did something, as an author; `at` when it was. */
export function authorNode(doer: Doer, at: string | undefined): XmlElementNode {
  return h('author', {}, [
    h('time', at === undefined ? { nullFlavor: 'UNK' } : { value: clinicalTime(at) }),
    h('assignedAuthor', {}, parts(doer)),
  ]);
}

function parts({ idNat, specialty, name, organization }: Doer): Child[] {
  return [
    h('id', idNat === undefined ? { nullFlavor: 'UNK' } : { root: ROOTS.professional, extension: idNat }),
    codeNode('code', specialty),
    h('addr', { nullFlavor: 'NAV' }),
    h('telecom', { nullFlavor: 'NAV' }),
    name && h('assignedPerson', {}, [nameNode(name)]),
    organization &&
      h('representedOrganization', {}, [
        organization.idNat !== undefined && h('id', { root: ROOTS.organization, extension: organization.idNat }),
        h('name', {}, [organization.name]),
      ]),
  ];
}

/** A person and a structure as a reader writes them: `DR Lise EXEMPLE (Hôpital fictif)`. */
export function shownDoer({ name, organization, specialty }: Doer): string {
  const person = name && [name.suffix ?? name.prefix, name.given, name.family].filter(Boolean).join(' ');
  const place = organization?.name;
  const who = person && place ? `${person} (${place})` : (person ?? place);
  return who ?? specialty?.displayName ?? 'Professionnel';
}
