import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPlace, inForce } from '../src/common/CommuneCountryPicker/cog-port.js';
import { embeddedCog } from '../src/common/CommuneCountryPicker/embedded-cog.js';
import { declaresPdfA1, readZipDirectory, sniffKind } from '../src/common/FileDrop/file-kind.js';
import { inspectFile } from '../src/common/FileDrop/useFileDrop.js';
import {
  type LunarRules,
  noParts,
  partsOf,
  partsOfPaste,
  readLunar,
} from '../src/common/LunarDateField/lunar-parts.js';
import { groupMatricule } from '../src/common/MatriculeField/useMatricule.js';
import { certificateWarnings } from '../src/common/ServiceStatus/useServiceStatus.js';
import { moveInGrid } from '../src/common/VirtualGrid/grid-keys.js';

const rules: LunarRules = {
  mode: 'sanitary',
  unknownDay: false,
  unknownMonth: false,
  required: true,
  today: { year: 2026, month: 11, day: 21 },
};

describe('lunar date', () => {
  it('reads what people paste', () => {
    const wanted = { day: '31', month: '12', year: '1975' };
    for (const text of [
      '31/12/1975',
      '31-12-1975',
      '31.12.1975',
      '31 12 1975',
      '1975-12-31',
      '31121975',
      ' 31/12/1975 ',
    ]) {
      expect(partsOfPaste(text), text).toEqual(wanted);
    }
    for (const text of ['', 'hier', '31/12/75', '1975', '123456789']) expect(partsOfPaste(text), text).toBeUndefined();
  });

  it('completes what is unknown, and only that (Guide INS v3.0 EXI ID 11)', () => {
    const year = { ...noParts, year: '2009' };
    expect(readLunar(year, { ...rules, unknownDay: true, unknownMonth: true })).toMatchObject({
      raw: '2009-12-31',
      completed: { display: '31/12/2009', rule: 'yearOnly' },
    });
    expect(readLunar({ ...year, month: '05' }, { ...rules, unknownDay: true })).toMatchObject({ raw: '2009-05-01' });
    expect(readLunar({ ...year, day: '07' }, { ...rules, unknownMonth: true })).toMatchObject({ raw: '2009-01-07' });
    expect(readLunar({ day: '07', month: '05', year: '2009' }, rules)).toMatchObject({
      raw: '2009-05-07',
      completed: undefined,
    });
  });

  it('refuses what is outside, keeps what no calendar has', () => {
    const read = (day: string, month: string, year: string, change: Partial<LunarRules> = {}) =>
      readLunar({ day, month, year }, { ...rules, ...change });
    expect(read('32', '12', '1975').problems).toEqual(['range']);
    expect(read('31', '13', '1975').problems).toEqual(['range']);
    expect(read('31', '12', '75').problems).toEqual(['year']);
    expect(read('31', '12', '1849').problems).toEqual(['year']);
    expect(read('22', '11', '2026').problems).toEqual(['future']);
    expect(read('21', '11', '2026').problems).toEqual([]);
    expect(read('', '12', '1975').problems).toEqual(['incomplete']);
    expect(read('', '', '').problems).toEqual(['required']);
    expect(read('', '', '', { required: false }).problems).toEqual([]);
    expect(read('31', '02', '1997')).toMatchObject({ raw: '', problems: ['notInMonth'] });
    expect(read('29', '02', '2000').raw).toBe('2000-02-29');
    expect(read('29', '02', '1900').problems).toEqual(['notInMonth']);
    expect(read('00', '00', '2009', { mode: 'billing' })).toMatchObject({
      raw: '2009-00-00',
      isCalendarDate: false,
      problems: [],
    });
    expect(read('45', '20', '1952', { mode: 'billing' })).toMatchObject({ raw: '1952-20-45', problems: [] });
  });

  it('gives back the raw date it read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1850, max: 2025 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (y, m, d) => {
          const raw = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          return readLunar(partsOf(raw), rules).raw === raw;
        },
      ),
    );
  });
});

describe('matricule', () => {
  it('is written in the usual groups, whole or not', () => {
    expect(groupMatricule('275126322074974')).toBe('2 75 12 63 220 749 74');
    expect(groupMatricule('27512')).toBe('2 75 12');
    expect(groupMatricule('')).toBe('');
  });
});

describe('places', () => {
  const signal = new AbortController().signal;
  const search = (text: string, kind: 'commune' | 'country' = 'commune') =>
    embeddedCog.search({ text, kind, limit: 50, signal }).then((places) => places.map((place) => place.code));

  it('ignores case, accents, hyphens and abbreviations', async () => {
    expect(foldPlace('Saint-Étienne')).toBe('saint etienne');
    for (const text of ['saint etienne', 'ST-ETIENNE', 'Saint-Étienne', 'etienne'])
      expect(await search(text), text).toContain('42218');
    expect(await search('allem', 'country')).toEqual(['99109']);
    expect(await search('allem')).toEqual([]);
  });

  it('finds by code, Corsica included; a code without name stays a code', async () => {
    expect(await search('2b033')).toEqual(['2B033']);
    expect(await embeddedCog.find('63220', {})).toEqual({ code: '63220', kind: 'commune', department: 'Puy-de-Dôme' });
    expect(await embeddedCog.find('97105', {})).toMatchObject({ department: 'Guadeloupe' });
    expect(await embeddedCog.find('99999', {})).toMatchObject({ kind: 'unknown' });
    expect(await embeddedCog.find('00123', {})).toBeUndefined();
  });

  it('keeps the communes in force at the birth', () => {
    const place = { code: '12345', kind: 'commune', from: '1943-01-01', to: '2018-12-31' } as const;
    expect(inForce(place, '1980-05-01')).toBe(true);
    expect(inForce(place, '2019-01-01')).toBe(false);
    // A lunar date excludes nothing.
    expect(inForce(place, '2020-00-00')).toBe(true);
  });
});

/** An archive without content: its directory only, as a hostile file could have it. */
function zip(
  entries: readonly { name: string; size?: number; packed?: number; flags?: number }[],
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: number[] = [];
  const u16 = (n: number) => [n & 255, (n >> 8) & 255];
  const u32 = (n: number) => [...u16(n & 0xffff), ...u16(Math.floor(n / 65_536) & 0xffff)];
  for (const { name, size = 10, packed = 10, flags = 0 } of entries) {
    const bytes = encoder.encode(name);
    parts.push(
      ...u32(0x02014b50),
      ...u16(20),
      ...u16(20),
      ...u16(flags),
      ...u16(0),
      ...u32(0),
      ...u32(0),
      ...u32(packed),
      ...u32(size),
    );
    parts.push(...u16(bytes.length), ...u16(0), ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(0), ...bytes);
  }
  const head = [...u32(0x04034b50), ...u32(0), ...u32(0)];
  const end = [
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...u16(entries.length),
    ...u16(entries.length),
    ...u32(parts.length),
    ...u32(head.length),
    ...u16(0),
  ];
  return new Uint8Array([...head, ...parts, ...end]);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('files', () => {
  it('are known by their content', () => {
    expect(sniffKind(bytesOf('%PDF-1.4'))).toBe('pdf');
    expect(sniffKind(bytesOf('<?xml version="1.0"?>\n<!-- c --><ClinicalDocument xmlns="urn:hl7-org:v3">'))).toBe(
      'cda',
    );
    expect(sniffKind(bytesOf('\uFEFF<hl7:ClinicalDocument xmlns:hl7="urn:hl7-org:v3">'))).toBe('cda');
    expect(sniffKind(bytesOf('<html>'))).toBe('xml');
    expect(sniffKind(bytesOf('{\\rtf1'))).toBe('rtf');
    expect(sniffKind(bytesOf('Bonjour, été'))).toBe('txt');
    expect(sniffKind(new Uint8Array([0, 1, 2]))).toBe('unknown');
    expect(sniffKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image');
    expect(sniffKind(zip([{ name: 'IHE_XDM/SUBSET01/METADATA.XML' }]))).toBe('xdm-zip');
    expect(sniffKind(zip([{ name: 'a.txt' }]))).toBe('zip');
  });

  it('say whether a PDF declares PDF/A-1', () => {
    expect(declaresPdfA1(bytesOf('<pdfaid:part>1</pdfaid:part>'))).toBe(true);
    expect(declaresPdfA1(bytesOf('pdfaid:part="1"'))).toBe(true);
    expect(declaresPdfA1(bytesOf('<pdfaid:part>3</pdfaid:part>'))).toBe(false);
  });

  it('refuse archives that would hurt', () => {
    for (const name of ['../x', 'a/../../x', '/etc/x', '\\x', 'C:/x', 'a\u0000b']) {
      expect(readZipDirectory(zip([{ name }])), name).toEqual({ ok: false, problem: 'zipTraversal' });
    }
    expect(readZipDirectory(zip([{ name: 'a..b/c.txt' }])).ok).toBe(true);
    expect(readZipDirectory(zip([{ name: 'bomb', size: 400_000_000, packed: 400 }]))).toEqual({
      ok: false,
      problem: 'zipLimits',
    });
    expect(readZipDirectory(zip(Array.from({ length: 1001 }, (_, i) => ({ name: `f${i}` }))))).toEqual({
      ok: false,
      problem: 'zipLimits',
    });
    expect(readZipDirectory(zip(Array.from({ length: 1000 }, (_, i) => ({ name: `f${i}` })))).ok).toBe(true);
    expect(readZipDirectory(zip([{ name: 'secret', flags: 1 }]))).toEqual({ ok: false, problem: 'zipUnreadable' });
    expect(readZipDirectory(bytesOf('PK'))).toEqual({ ok: false, problem: 'zipUnreadable' });
  });

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        sniffKind(bytes);
        readZipDirectory(bytes);
        sniffKind(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes, 0x50, 0x4b, 5, 6, ...bytes]));
      }),
    );
  });

  it('are hashed and judged without being sent', async () => {
    const file = await inspectFile(new File(['abc'], 'x.pdf'), 'k', { accept: ['txt'] });
    expect(file).toMatchObject({
      kind: 'txt',
      problems: [],
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect((await inspectFile(new File(['abc'], 'x.pdf'), 'k', { accept: ['pdf'] })).problems).toEqual([
      { code: 'type', severity: 'error' },
    ]);
    expect((await inspectFile(new File(['abc'], 'x'), 'k', { accept: ['txt'], maxBytes: 2 })).problems[0]?.code).toBe(
      'big',
    );
    expect((await inspectFile(new File([], 'x'), 'k', { accept: ['txt'] })).problems[0]?.code).toBe('empty');
  });
});

describe('certificates', () => {
  it('warn at 60, 30 and 7 days', () => {
    const days = [61, 60, 31, 30, 8, 7, 0, -1];
    const warnings = certificateWarnings({
      service: 'insi',
      state: 'ok',
      certificates: days.map((d) => ({ name: `c${d}`, expiresAt: '2026-12-01T00:00:00Z', days: d })),
    });
    expect(warnings.map((one) => [one.days, one.severity])).toEqual([
      [60, 'info'],
      [31, 'info'],
      [30, 'warning'],
      [8, 'warning'],
      [7, 'danger'],
      [0, 'danger'],
      [-1, 'danger'],
    ]);
  });
});

describe('keyboard of a grid', () => {
  const shape = { rows: 100, columns: 4, page: 10, first: -1 } as const;
  const press = (key: string, row: number, column: number, ctrlKey = false) =>
    moveInGrid({ row, column }, { key, ctrlKey, metaKey: false }, shape);

  it('moves as the ARIA pattern says', () => {
    expect(press('ArrowDown', 0, 1)).toEqual({ row: 1, column: 1 });
    expect(press('ArrowUp', 0, 1)).toEqual({ row: -1, column: 1 });
    expect(press('ArrowLeft', 0, 0)).toEqual({ row: 0, column: 0 });
    expect(press('Home', 5, 3)).toEqual({ row: 5, column: 0 });
    expect(press('End', 5, 0, true)).toEqual({ row: 99, column: 3 });
    expect(press('PageDown', 95, 0)).toEqual({ row: 99, column: 0 });
    expect(press('PageUp', 5, 0)).toEqual({ row: 0, column: 0 });
    expect(press('x', 5, 0)).toBeUndefined();
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 60 }), (moves) => {
        let at = { row: 0, column: 0 };
        for (const [key, ctrlKey] of moves) at = press(key, at.row, at.column, ctrlKey) ?? at;
        return at.row >= -1 && at.row < 100 && at.column >= 0 && at.column < 4;
      }),
    );
  });
});
