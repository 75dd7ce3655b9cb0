import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import { attribute, child, children, text, type XmlElement } from '@socle-sante/wire/xml';
import { decodeSpecialty, decodeXcn, decodeXon } from './hl7.js';
import type { XdsAuthor, XdsSlots } from './types.js';
import { XDS_NAMESPACES } from './uris.js';

const RIM = XDS_NAMESPACES.rim;
const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * One registry object while it is read: its slots, names, classifications and identifiers by scheme, and the list where
 * everything odd is told. Reading is tolerant: what is missing is read as empty and told, nothing is thrown.
 */
export class ObjectReader {
  readonly slots: ReadonlyMap<string, readonly string[]>;
  private readonly used = new Set<string>();
  private readonly classifications: readonly XmlElement[];
  private readonly identifiers: readonly XmlElement[];

  constructor(
    readonly element: XmlElement,
    private readonly path: readonly (string | number)[],
    private readonly findings: Finding[],
  ) {
    this.classifications = children(element, RIM, 'Classification');
    this.identifiers = children(element, RIM, 'ExternalIdentifier');
    this.slots = this.readSlots(element, []);
  }

  tell(rule: string, severity: 'error' | 'warning', field: string): void {
    const { line, column } = this.element;
    const base = finding(rule, severity, [...this.path, field], { field });
    this.findings.push({ ...base, wire: { line, column } });
  }

  attribute(name: string): string | undefined {
    const value = attribute(this.element, name)?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  /** Value of `Name` or `Description`: the French one first, else the first. */
  localized(local: 'Name' | 'Description', from: XmlElement = this.element): string | undefined {
    const holder = child(from, RIM, local);
    const strings = holder === undefined ? [] : children(holder, RIM, 'LocalizedString');
    const french = strings.find((item) => attribute(item, 'lang', XML)?.toLowerCase().startsWith('fr'));
    const chosen = french ?? strings[0];
    return chosen === undefined ? undefined : attribute(chosen, 'value');
  }

  version(): string | undefined {
    const info = child(this.element, RIM, 'VersionInfo');
    return info === undefined ? undefined : attribute(info, 'versionName');
  }

  /** All the values of a slot. */
  values(name: string): readonly string[] {
    this.used.add(name);
    return this.slots.get(name) ?? [];
  }

  /** The value of a slot that has one. */
  value(name: string): string | undefined {
    const values = this.values(name);
    if (values.length > 1) this.tell('documents.xds.repeated', 'warning', name);
    const value = values[0]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  required(name: string): string {
    const value = this.value(name);
    if (value === undefined) this.tell('documents.xds.missing', 'error', name);
    return value ?? '';
  }

  /** Slots that nobody asked for. */
  extra(): XdsSlots {
    return Object.fromEntries([...this.slots].filter(([name]) => !this.used.has(name)));
  }

  identifier(scheme: string, field: string): string | undefined {
    const found = this.identifiers.filter((item) => same(attribute(item, 'identificationScheme'), scheme));
    if (found.length > 1) this.tell('documents.xds.repeated', 'warning', field);
    const value = found[0] === undefined ? undefined : attribute(found[0], 'value')?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  hasIdentifier(scheme: string): boolean {
    return this.identifiers.some((item) => same(attribute(item, 'identificationScheme'), scheme));
  }

  hasMarker(node: string): boolean {
    return this.classifications.some((item) => same(attribute(item, 'classificationNode'), node));
  }

  codes(scheme: string, field: string): Coded[] {
    return this.of(scheme).map((item) => this.coded(item, field));
  }

  code(scheme: string, field: string): Coded {
    const found = this.of(scheme);
    const [first] = found;
    if (found.length > 1) this.tell('documents.xds.repeated', 'warning', field);
    if (first !== undefined) return this.coded(first, field);
    this.tell('documents.xds.missing', 'error', field);
    return { code: '', codeSystem: '', displayName: '' };
  }

  authors(scheme: string): XdsAuthor[] {
    return this.of(scheme).map((item) => {
      const slots = this.readSlots(item, ['author']);
      const [person, ...more] = (slots.get('authorPerson') ?? []).map(decodeXcn);
      if (more.length > 0) this.tell('documents.xds.repeated', 'warning', 'authorPerson');
      return {
        ...(person === undefined ? {} : { person }),
        institutions: (slots.get('authorInstitution') ?? []).map(decodeXon).filter(isDefined),
        roles: (slots.get('authorRole') ?? []).filter((role) => role !== ''),
        specialties: (slots.get('authorSpecialty') ?? []).map(decodeSpecialty).filter(isDefined),
      };
    });
  }

  private of(scheme: string): XmlElement[] {
    return this.classifications.filter((item) => same(attribute(item, 'classificationScheme'), scheme));
  }

  private coded(item: XmlElement, field: string): Coded {
    const code = attribute(item, 'nodeRepresentation')?.trim() ?? '';
    const codeSystem = this.readSlots(item, [field]).get('codingScheme')?.[0]?.trim() ?? '';
    if (code === '' || codeSystem === '') this.tell('documents.xds.code', 'error', field);
    return { code, codeSystem, displayName: this.localized('Name', item) ?? '' };
  }

  private readSlots(holder: XmlElement, where: readonly string[]): Map<string, readonly string[]> {
    const out = new Map<string, readonly string[]>();
    for (const slot of children(holder, RIM, 'Slot')) {
      const name = attribute(slot, 'name') ?? '';
      const list = child(slot, RIM, 'ValueList');
      const values = list === undefined ? [] : children(list, RIM, 'Value').map(text);
      if (name === '') this.tell('documents.xds.missing', 'warning', 'Slot');
      else if (out.has(name)) this.tell('documents.xds.repeated', 'warning', [...where, name].join('.'));
      else out.set(name, values);
    }
    return out;
  }
}

function same(value: string | undefined, urn: string): boolean {
  return value?.trim().toLowerCase() === urn;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
