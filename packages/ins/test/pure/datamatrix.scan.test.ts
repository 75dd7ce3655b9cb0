import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDatamatrix, GS } from '../../src/datamatrix.ts';
import { ZOE, ZOE_MATRICULE } from './support.ts';

const HEADER = 'IS010000000000000000000000';
const BLOCKS = {
  S1: 'S1275126322074974',
  S2: 'S21.2.250.1.213.1.4.8',
  S3: 'S3ZOE',
  S4: 'S4ADRUN',
  S5: 'S5F',
  S6: 'S631-12-1975',
  S7: 'S763220',
};
const FULL = `${HEADER}${BLOCKS.S1}${BLOCKS.S2}${GS}${BLOCKS.S3}${GS}${BLOCKS.S4}${GS}${BLOCKS.S5}${BLOCKS.S6}${BLOCKS.S7}`;

const rules = (read: { readonly findings: readonly { readonly rule: string }[] }) => read.findings.map((f) => f.rule);
const identity = { ins: { matricule: ZOE_MATRICULE }, traits: ZOE };

describe('datamatrix, what scanners do', () => {
  it('takes the blocks in any order, the final separator being there or not', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.values(BLOCKS), { minLength: 7, maxLength: 7 }),
        fc.boolean(),
        (blocks, last) => {
          const variable = (block: string) => /^S[234]/.test(block);
          const text = blocks.map((b, i) => b + (variable(b) && (last || i < blocks.length - 1) ? GS : '')).join('');
          const read = decodeDatamatrix(HEADER + text, { mode: 'strict' });
          expect(read.findings).toEqual([]);
          expect(read).toMatchObject({ ok: true, value: identity });
        },
      ),
    );
  });

  it('accepts a superfluous separator after any block', () => {
    const read = decodeDatamatrix(
      HEADER +
        Object.values(BLOCKS)
          .map((block) => block + GS)
          .join(''),
    );
    expect(read).toMatchObject({ ok: true, value: identity });
    expect(read.findings.every((f) => f.severity === 'info')).toBe(true);
  });

  it('drops AIM prefixes and what a keyboard wedge adds', () => {
    for (const text of [`]d1${FULL}`, `]d2${GS}${FULL}`, `${FULL}\r\n`, `\t${FULL}\t`, `${FULL}${GS}\r`]) {
      expect(decodeDatamatrix(text, { mode: 'strict' })).toMatchObject({ ok: true, value: identity });
    }
  });

  it('knows the usual spellings of the separator, and those of the site', () => {
    for (const alias of ['<GS>', '<gs>', '{GS}', '<F8>', '\\x1D', '\\X1d', '\\u001d', '^]', '\u241d']) {
      const read = decodeDatamatrix(FULL.replaceAll(GS, alias), { mode: 'strict' });
      expect(read, alias).toMatchObject({ ok: true, value: identity });
    }
    expect(decodeDatamatrix(FULL.replaceAll(GS, '§'), { mode: 'strict' }).ok).toBe(false);
    expect(decodeDatamatrix(FULL.replaceAll(GS, '§'), { mode: 'strict', gsAliases: ['§'] })).toMatchObject({
      ok: true,
    });
  });

  it('refuses an alias that would cut inside a name', () => {
    const read = decodeDatamatrix(FULL, { gsAliases: ['A', ' ', '', '0'] });
    expect(read).toMatchObject({ ok: true, value: identity });
    expect(rules(read)).toContain('ins.datamatrix.alias');
  });

  it('recovers when the separators were lost, in lenient mode only', () => {
    for (const lost of ['', ' ']) {
      const text = FULL.replaceAll(GS, lost);
      const read = decodeDatamatrix(text);
      expect(read).toMatchObject({ ok: true, value: identity });
      expect(rules(read)).toEqual(Array(3).fill('ins.datamatrix.separatorLost'));
      const strict = decodeDatamatrix(text, { mode: 'strict' });
      expect(strict.ok).toBe(false);
    }
  });

  it('recovers in any order of the blocks, with production and test OIDs', () => {
    const order = fc.shuffledSubarray(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'] as const, {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(order, fc.constantFrom('8', '9', '10', '11'), (ids, arc) => {
        const blocks = { ...BLOCKS, S2: `S21.2.250.1.213.1.4.${arc}` };
        const read = decodeDatamatrix(HEADER + ids.map((id) => blocks[id]).join(''));
        expect(read).toMatchObject({ ok: true, value: { ins: { oid: `1.2.250.1.213.1.4.${arc}` }, traits: ZOE } });
      }),
    );
  });

  it('puts right a text typed with Caps Lock', () => {
    const swapped = [...FULL].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('');
    const read = decodeDatamatrix(swapped);
    expect(read).toMatchObject({ ok: true, value: identity });
    expect(rules(read)).toContain('ins.datamatrix.case');
    expect(decodeDatamatrix(swapped, { mode: 'strict' }).ok).toBe(false);
  });

  it('passes over an unknown block in lenient mode, and refuses it in strict mode', () => {
    const text = `${FULL}S9HELLO WORLD 42${GS}`.replace(BLOCKS.S5, `X1${'z'.repeat(30)}${GS}${BLOCKS.S5}`);
    const read = decodeDatamatrix(text);
    expect(read).toMatchObject({ ok: true, value: identity });
    expect(read.unknown.map((block) => block.id)).toEqual(['X1', 'S9']);
    expect(rules(decodeDatamatrix(text, { mode: 'strict' }))).toContain('ins.datamatrix.unknownBlock');
  });
});

describe('datamatrix, what is refused', () => {
  const cases: readonly [string, string, string][] = [
    ['nothing', '', 'ins.datamatrix.notIns'],
    ['a 2D-Doc', 'DC04FR0000011F551EDD0001', 'ins.datamatrix.notIns'],
    ['another version', FULL.replace('IS01', 'IS02'), 'ins.datamatrix.version'],
    ['a header cut short', 'IS0100000000', 'ins.datamatrix.truncated'],
    ['a wrong key', FULL.replace(ZOE_MATRICULE, '275126322074975'), 'ins.matricule.key'],
    ['an unknown OID', FULL.replace('213.1.4.8', '213.1.4.7'), 'ins.oid.unknown'],
    ['the OID of the INS-C', FULL.replace('213.1.4.8', '213.1.4.2'), 'ins.oid.insC'],
    ['an undetermined sex', FULL.replace('S5F', 'S5I'), 'ins.datamatrix.sexe'],
    ['a date in another order', FULL.replace('31-12-1975', '1975-12-31'), 'date.lunaire.format'],
    ['no name', FULL.replace(`${BLOCKS.S4}${GS}`, ''), 'ins.datamatrix.blockMissing'],
    ['an empty name', FULL.replace('S4ADRUN', 'S4'), 'ins.datamatrix.length'],
    ['two names', `${FULL}${BLOCKS.S4}X`, 'ins.datamatrix.duplicateBlock'],
    ['a matricule cut short', FULL.replace(ZOE_MATRICULE, `2751263220${GS}`), 'ins.datamatrix.length'],
    ['a place that is no code', FULL.replace('S763220', 'S7PARIS'), 'cog.format'],
    ['text after the end', `${FULL}?!`, 'ins.datamatrix.malformed'],
    ['several codes in a row', FULL.repeat(30), 'ins.datamatrix.tooLong'],
  ];
  it.each(cases)('%s', (_what, text, rule) => {
    const read = decodeDatamatrix(text);
    expect(read.ok).toBe(false);
    expect(rules(read)).toContain(rule);
  });

  it('a header with something in its reserved zone: warning, or error in strict mode', () => {
    const text = FULL.replace('IS010', 'IS017');
    expect(decodeDatamatrix(text)).toMatchObject({ ok: true });
    expect(rules(decodeDatamatrix(text, { mode: 'strict' }))).toContain('ins.datamatrix.reserved');
  });

  it('names outside the lexical profile: warning, or error in strict mode', () => {
    const text = FULL.replace('ADRUN', 'Adrün');
    expect(decodeDatamatrix(text)).toMatchObject({ ok: true, value: { traits: { nomNaissance: 'Adrün' } } });
    expect(decodeDatamatrix(text, { mode: 'strict' }).ok).toBe(false);
  });
});
