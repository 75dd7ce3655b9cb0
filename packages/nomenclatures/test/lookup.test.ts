import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_OUTSIDE_MODELS, formatOf, n1FormatOf } from '../src/ass-a11.js';
import { classOf } from '../src/ass-x04.js';
import { BINDINGS } from '../src/bindings.js';
import type { Concept, ConceptSet } from '../src/concept.js';
import { jdvJ02 } from '../src/jdv-j02.js';
import { jdvJ03 } from '../src/jdv-j03.js';
import { jdvJ04 } from '../src/jdv-j04.js';
import { jdvJ06 } from '../src/jdv-j06.js';
import { jdvJ07 } from '../src/jdv-j07.js';
import { jdvJ10 } from '../src/jdv-j10.js';
import { jdvJ57 } from '../src/jdv-j57.js';
import { jdvJ59 } from '../src/jdv-j59.js';
import { jdvJ60 } from '../src/jdv-j60.js';
import { jdvJ61 } from '../src/jdv-j61.js';
import { jdvJ62 } from '../src/jdv-j62.js';
import { jdvJ66 } from '../src/jdv-j66.js';
import { findConcept, isMember, toCoded } from '../src/lookup.js';
import { readConceptTable } from '../src/table.js';
import { everyList } from './lists.js';

const codes = (set: ConceptSet): string[] => set.concepts.map((concept) => concept.code);
const missing = (from: ConceptSet, to: ConceptSet): string[] =>
  codes(from).filter((code) => !new Set(codes(to)).has(code));

describe('findConcept and isMember', () => {
  it('tells the same code of two systems apart', () => {
    expect(findConcept(jdvJ59, '11', '1.2.250.1.213.2.2')?.label).toMatch(/^Hébergement complet/);
    expect(findConcept(jdvJ59, '11', '1.2.250.1.213.1.6.1.128')?.label).toBe('Centre postcure');
    expect(isMember(jdvJ59, '11', '1.2.250.1.71.4.2.4')).toBe(false);
  });

  it('finds nothing under a name that every object has', () => {
    expect(findConcept(jdvJ66, 'constructor')).toBeUndefined();
    expect(classOf('constructor')).toBeUndefined();
    expect(formatOf('toString')).toBeUndefined();
    expect(n1FormatOf('__proto__')).toBeUndefined();
  });

  it('does not offer a retired code, and still names it', () => {
    const set = readConceptTable(
      '# id: JDV_X\n# name: X\n# oid: 2.999\n# version: 1\n# date: 2026-01-01\n# source: test\ncode,system,label,status\nA,2.999.1,Ancien,retired\n',
    );
    expect(isMember(set, 'A')).toBe(false);
    expect(findConcept(set, 'A')?.label).toBe('Ancien');
  });

  it('writes a concept as a coded value', () => {
    const concept = findConcept(jdvJ66, '11490-0');
    expect(concept && toCoded(concept)).toEqual({
      code: '11490-0',
      codeSystem: '2.16.840.1.113883.6.1',
      displayName: "Lettre de liaison à la sortie d'un établissement de soins",
    });
    expect(toCoded({ code: 'A', system: '2.999', label: 'a', status: 'active', systemName: 'S' })).toMatchObject({
      codeSystemName: 'S',
    });
  });
});

describe('CI-SIS and DMP', () => {
  it('differ where the sheets say', () => {
    expect(missing(jdvJ04, jdvJ62)).toEqual(['ESSMS']);
    expect(missing(jdvJ02, jdvJ61)).toEqual(['SA66', 'SA67']);
    expect(missing(jdvJ59, jdvJ03)).toEqual(['25']);
    expect(missing(jdvJ03, jdvJ59)).toEqual(['SA66', 'SA67']);
    expect(missing(jdvJ06, jdvJ57)).toEqual(['99']);
    expect(missing(jdvJ66, jdvJ07)).toEqual([]);
    expect(missing(jdvJ07, jdvJ66)).toContain('EXPORT_DUI');
    for (const set of [jdvJ57, jdvJ60, jdvJ61, jdvJ62]) expect(missing(set, set)).toEqual([]);
  });

  it('binds fields to lists that exist', async () => {
    const lists = await everyList();
    const named = BINDINGS.flatMap((binding) => [binding.cisis, binding.dmp]).filter((id) => id !== undefined);
    // The one list of the DMP that no source gave: the table says what stands for it.
    expect([...new Set(named.filter((id) => !lists.has(id)))]).toEqual(['JDV_J56']);
    expect(new Set(BINDINGS.map((binding) => `${binding.where} ${binding.field}`)).size).toBe(BINDINGS.length);
  });
});

describe('associations', () => {
  it('give every type of the DMP a class of the DMP, but one', () => {
    const without = jdvJ66.concepts.filter((concept) => classOf(concept.code) === undefined);
    expect(without.map((concept) => concept.code)).toEqual(['101881-1']);
    for (const { code } of jdvJ66.concepts) {
      const found = classOf(code);
      if (found !== undefined) expect(findConcept(jdvJ57, found.code, found.system)).toEqual(found);
    }
    expect(classOf('E1762')?.system).toBe('URN');
  });

  it('take the class of a type that they do not know', () => {
    const implants: Concept = { code: '52', system: '1.2.250.1.213.1.1.4.1', label: 'Certificat', status: 'active' };
    expect(classOf('101881-1', { '101881-1': implants })).toBe(implants);
  });

  it('give a model its format', () => {
    expect(formatOf('1.2.250.1.213.1.1.1.13')?.code).toBe('urn:asip:ci-sis:vsm:2012');
    expect(formatOf('1.2.250.1.213.1.1.1.29')?.code).toBe('urn:asip:ci-sis:ldl-ses:2017');
    expect(formatOf('1.2.250.1.213.1.1.1.55')).toEqual(findConcept(jdvJ60, 'urn:ihe:lab:xd-lab:2008'));
    expect(formatOf('1.2.250.1.213.1.1.1.59')).toBeUndefined();
    expect(findConcept(jdvJ60, FORMAT_OUTSIDE_MODELS.code)).toEqual(FORMAT_OUTSIDE_MODELS);
  });

  it('give an N1 body its format', () => {
    for (const type of ['application/pdf', 'text/plain', 'text/rtf', 'image/jpeg', 'image/tiff', 'IMAGE/TIFF']) {
      const format = n1FormatOf(type);
      expect(format && findConcept(jdvJ60, format.code, format.system)).toEqual(format);
      expect(format && findConcept(jdvJ10, format.code, format.system)).toEqual(format);
    }
    expect(n1FormatOf('text/html')).toBeUndefined();
  });
});

describe('readConceptTable', () => {
  const HEADER = '# id: JDV_X\n# name: X\n# oid: 2.999\n# version: 1\n# date: 2026-01-01\n# source: s\n';
  const text = fc
    .string({ minLength: 1 })
    .map((value) => value.replace(/[\n\r]/g, ' ').trim())
    .filter((value) => value !== '');
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

  it('reads back any text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ code: text, system: text, label: text })), (rows) => {
        const lines = rows.map((row) => [row.code, row.system, row.label].map(quoted).join(',').concat(',active'));
        const set = readConceptTable(`${HEADER}code,system,label,status\n${lines.join('\n')}\n`);
        expect(set.concepts).toEqual(rows.map((row) => ({ ...row, status: 'active' })));
      }),
    );
  });

  it.each([
    ['a header line', HEADER.replace('# oid: 2.999\n', ''), /no oid/],
    ['the columns', `${HEADER}code;label\n`, /line 7/],
    ['a value', `${HEADER}code,system,label,status\nA,,b,active\n`, /line 8/],
    ['a status', `${HEADER}code,system,label,status\nA,2,b,new\n`, /line 8/],
    ['a closing quote', `${HEADER}code,system,label,status\n"A,2,b,active\n`, /line 8/],
    ['everything', '', /no id/],
  ])('says that %s is missing', (_, table, message) => {
    expect(() => readConceptTable(table)).toThrow(message);
  });
});
