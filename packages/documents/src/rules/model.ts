import type { Severity, SourceRef } from '@socle-sante/core/finding';
import type { ConceptSet } from '@socle-sante/nomenclatures';
import type { XmlElement } from '@socle-sante/wire/xml';

/** Namespace of CDA R2. */
export const HL7 = 'urn:hl7-org:v3';
/** Namespace of the HL7 extensions (deceased, multiple birth). */
export const SDTC = 'urn:hl7-org:sdtc';
/** Namespace of `xsi:type`. */
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Blocks of the header. A rule identifier is `cda.{section}.{element}.{aspect}`. */
export type Section =
  | 'header'
  | 'recordTarget'
  | 'author'
  | 'dataEnterer'
  | 'informant'
  | 'custodian'
  | 'informationRecipient'
  | 'legalAuthenticator'
  | 'authenticator'
  | 'participant'
  | 'inFulfillmentOf'
  | 'documentationOf'
  | 'relatedDocument'
  | 'authorization'
  | 'componentOf'
  | 'addr'
  | 'telecom';

/** Data types of HL7 V3 that the header uses. */
export type DataType =
  | 'ANY'
  | 'II'
  | 'CD'
  | 'CE'
  | 'CV'
  | 'CS'
  | 'CR'
  | 'BL'
  | 'ED'
  | 'ST'
  | 'SC'
  | 'TS'
  | 'IVXB_TS'
  | 'IVL_TS'
  | 'INT'
  | 'INT.POS'
  | 'TEL'
  | 'AD'
  | 'EN'
  | 'PN'
  | 'ON';

/** Form of an attribute: text that is not empty, code without space, OID, identifier, instant, integer. */
export type AttributeForm = 'st' | 'cs' | 'oid' | 'uid' | 'ts' | 'int';

/** What is asked of one attribute. */
export interface AttributeRule {
  readonly name: string;
  readonly required?: boolean;
  readonly form?: AttributeForm;
  /** The only value when the attribute is there. */
  readonly fixedIfPresent?: string;
  /** Every word of the attribute is a code of this list; its system is not looked at. */
  readonly set?: ConceptSet;
}

/** What a check of its own may do. */
export interface Reporter {
  /** Says something of the element being looked at. */
  report(rule: string, severity: Severity, params?: Readonly<Record<string, string | number>>, ref?: SourceRef): void;
  /** The `ClinicalDocument`. */
  readonly document: XmlElement;
  /** Every `recordTarget` that it holds, wherever it stands. */
  readonly recordTargets: readonly XmlElement[];
}

/** A check that the table cannot say. */
export type Check = (element: XmlElement, reporter: Reporter) => void;

/** One data type looks at one element; `siblings` are the other children of its parent that bear the same local name. */
export type TypeCheck = (element: XmlElement, siblings: readonly XmlElement[], reporter: Reporter) => void;

/** One element of a template: how often it may stand there, what its type is, what it holds. */
export interface ElementRule {
  readonly section: Section;
  readonly namespace: string;
  readonly local: string;
  /** Name of this element in rule identifiers and texts, unique in its section. */
  readonly alias: string;
  /** Elements of that name that this rule speaks of; the others are left alone. */
  readonly when?: (element: XmlElement) => boolean;
  /** Elements that count for `min` and `max`, when not those of `when`. */
  readonly countWhen?: (element: XmlElement) => boolean;
  readonly min: number;
  readonly max: number;
  readonly type?: DataType;
  /** False where an element that has a type may state any other by `xsi:type`. */
  readonly xsiType: boolean;
  readonly attributes: readonly AttributeRule[];
  readonly checks: readonly Check[];
  /** What it may hold. Where something is described, what is not is worth a word. */
  readonly children: readonly ElementRule[];
}

/** What one writes of an element; the rest has its usual value. */
export interface ElementSpec {
  readonly namespace?: string;
  readonly alias?: string;
  readonly when?: (element: XmlElement) => boolean;
  readonly countWhen?: (element: XmlElement) => boolean;
  readonly min?: number;
  readonly max?: number;
  readonly type?: DataType;
  readonly attributes?: Readonly<Record<string, string | Omit<AttributeRule, 'name'>>>;
  readonly checks?: readonly Check[];
  readonly children?: readonly ElementRule[];
}

/** Writes elements of one section. `attributes: { value: 'ts!' }` is a form, and `!` when the attribute must be there. */
export function section(name: Section): (local: string, spec?: ElementSpec) => ElementRule {
  return (local, spec = {}) => ({
    section: name,
    namespace: spec.namespace ?? HL7,
    local,
    alias: spec.alias ?? local,
    ...(spec.when === undefined ? {} : { when: spec.when }),
    ...(spec.countWhen === undefined ? {} : { countWhen: spec.countWhen }),
    min: spec.min ?? 0,
    max: spec.max ?? Number.POSITIVE_INFINITY,
    ...(spec.type === undefined ? {} : { type: spec.type }),
    xsiType: spec.type !== undefined && spec.type !== 'ANY',
    attributes: Object.entries(spec.attributes ?? {}).map(([attribute, asked]) => attributeRule(attribute, asked)),
    checks: spec.checks ?? [],
    children: spec.children ?? [],
  });
}

function attributeRule(name: string, asked: string | Omit<AttributeRule, 'name'>): AttributeRule {
  if (typeof asked !== 'string') return { name, ...asked };
  const form = asked.replace('!', '');
  return { name, required: asked.endsWith('!'), ...(isForm(form) ? { form } : {}) };
}

function isForm(word: string): word is AttributeForm {
  return ['st', 'cs', 'oid', 'uid', 'ts', 'int'].includes(word);
}

/** Exactly once. */
export const ONCE = { min: 1, max: 1 } as const;
/** At most once. */
export const UPTO_ONE = { max: 1 } as const;
