// The two contexts that every teleservice of the Assurance Maladie wants in its header.
// Sources: ROOT_ctxbam_CTXBAM_V01_02.xsd, ROOT_ctxlps_CTXLPS_V01_00.xsd (order and cardinalities).

import { element, type XmlElementNode } from '@socle-sante/wire/xml';
import { qname } from './namespaces.js';
import type { LpsSoftware } from './software.js';

/** A number and its key in the BAM context: `\d{6}[AB0-9]\d{6}` and two digits. */
export interface ContexteNir {
  readonly num: string;
  readonly cle: string;
}

/** What `COUVERTURE` says; empty for a search by traits, but present. */
export interface Couverture {
  readonly grandRegime?: string;
  readonly organisme?: string;
  readonly codeCentre?: string;
  readonly assure?: ContexteNir;
  readonly beneficiaire?: {
    readonly nir?: ContexteNir & { readonly dateCertification?: string };
    /** Lunar date allowed. */
    readonly dateNai?: string;
    readonly rang?: number;
    /** One digit. */
    readonly porteur?: string;
  };
}

/** What both contexts share: an own identifier, the time of the call, who sends. */
export interface ContexteCommun {
  /** UUID, new for each call. */
  readonly id: string;
  readonly at: Date;
  readonly emetteur: string;
}

/** `xsd:dateTime` in UTC with milliseconds, the only form that every known client sends. */
export function contexteTemps(at: Date): string {
  return at.toISOString();
}

/** `ctxbam:ContexteBAM`, version 01_02. */
export function contexteBam(input: ContexteCommun & { readonly couverture?: Couverture }): XmlElementNode {
  return element(qname('ctxbam', 'ContexteBAM'), { Nature: 'CTXBAM', Version: '01_02' }, [
    bam('Id', input.id),
    bam('Temps', contexteTemps(input.at)),
    bam('Emetteur', input.emetteur),
    couverture(input.couverture ?? {}),
  ]);
}

/** `ctxlps:ContexteLPS`, version 01_00. */
export function contexteLps(input: ContexteCommun & { readonly software: LpsSoftware }): XmlElementNode {
  const { software } = input;
  return element(qname('ctxlps', 'ContexteLPS'), { Nature: 'CTXLPS', Version: '01_00' }, [
    lps('Id', input.id),
    lps('Temps', contexteTemps(input.at)),
    lps('Emetteur', input.emetteur),
    element(qname('ctxlps', 'LPS'), {}, [
      element(qname('ctxlps', 'IDAM'), { R: '4' }, [software.idam]),
      lps('Version', software.version),
      lps('Instance', software.instance),
      lps('Nom', software.nom),
    ]),
  ]);
}

function couverture(c: Couverture): XmlElementNode {
  const { assure, beneficiaire } = c;
  return element(qname('ctxbam', 'COUVERTURE'), {}, [
    optional('GrandRegime', c.grandRegime),
    optional('Organisme', c.organisme),
    optional('CodeCentre', c.codeCentre),
    assure && group('ASSURE', [group('Id', [bam('Num', assure.num), bam('Cle', assure.cle)])]),
    beneficiaire &&
      group('BENEFICIAIRE', [
        beneficiaire.nir &&
          group('Nir', [
            bam('Num', beneficiaire.nir.num),
            bam('Cle', beneficiaire.nir.cle),
            optional('DateCertification', beneficiaire.nir.dateCertification),
          ]),
        optional('DateNai', beneficiaire.dateNai),
        beneficiaire.rang === undefined ? undefined : bam('Rang', String(beneficiaire.rang)),
        optional('Porteur', beneficiaire.porteur),
      ]),
  ]);
}

function bam(local: string, text: string): XmlElementNode {
  return element(qname('ctxbam', local), {}, [text]);
}

function lps(local: string, text: string): XmlElementNode {
  return element(qname('ctxlps', local), {}, [text]);
}

function group(local: string, children: readonly (XmlElementNode | undefined | false)[]): XmlElementNode {
  return element(qname('ctxbam', local), {}, children);
}

function optional(local: string, text: string | undefined): XmlElementNode | undefined {
  return text === undefined || text === '' ? undefined : bam(local, text);
}
