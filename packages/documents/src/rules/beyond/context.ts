import type { Severity, SourceRef } from '@socle-sante/core/finding';
import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaProfile } from '../../validate.js';
import { HL7 } from '../model.js';
import type { Report } from '../report.js';
import type { Survey } from '../survey.js';
import { kids } from '../xml.js';

/** What the checks that go beyond the official rules are given. */
export interface Beyond {
  readonly document: XmlElement;
  readonly report: Report;
  readonly survey: Survey;
  /** Long base64 texts that were left out of the tree. */
  readonly elided: ReadonlyMap<XmlElement, Uint8Array>;
  readonly profile: CdaProfile;
  readonly environment?: 'production' | 'test' | undefined;
  /** What is known of the version that this document replaces. */
  readonly previous?: { readonly setId?: string; readonly versionNumber?: number } | undefined;
}

/** From the document to an element, both included. */
export type Trail = readonly XmlElement[];

/** Every way along a path of HL7 names. */
export function trails(document: XmlElement, ...path: readonly string[]): Trail[] {
  return follow([[document]], ...path);
}

/** Goes on from elements already reached. */
export function follow(from: readonly Trail[], ...path: readonly string[]): Trail[] {
  let current: Trail[] = [...from];
  for (const local of path) {
    current = current.flatMap((trail) => {
      const last = trail.at(-1);
      if (last === undefined) return [];
      return kids(last)
        .filter((node) => node.local === local && node.namespace === HL7)
        .map((node): Trail => [...trail, node]);
    });
  }
  return current;
}

/** The element at the end of a way. */
export function end(trail: Trail): XmlElement {
  return trail[trail.length - 1] as XmlElement;
}

export const CORE: SourceRef = {
  document: 'CI-SIS, volet Structuration minimale de documents de santé',
  version: '1.16',
};
export const DMP: SourceRef = { document: 'Guide d’intégration DMP', version: 'SEL-MP-037' };
export const RNIV: SourceRef = { document: 'Référentiel national d’identitovigilance', section: 'RNIV 1' };
export const INS: SourceRef = { document: 'Guide d’implémentation de l’INS dans les logiciels', version: '3.0' };

/** The weight of what only the DMP refuses. */
export function forDmp(profile: CdaProfile): Severity {
  return profile === 'dmp' ? 'error' : 'warning';
}
