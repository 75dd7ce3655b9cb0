import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleStyles } from '../scripts/styles.js';
import { tokensCss } from '../scripts/tokens-css.js';
import { type ColorRole, colors, type ThemeName } from '../src/tokens.js';
import { contrast } from './contrast.js';

const src = join(import.meta.dirname, '../src');
const sheets = assembleStyles(src);
const css = sheets['styles.css'] ?? '';

/** Every selector of a sheet, at-rules opened. */
function selectors(text: string): string[] {
  return [...text.matchAll(/([^{}]+)\{/g)]
    .map((match) => (match[1] ?? '').split(';').at(-1)?.trim() ?? '')
    .filter((head) => head !== '' && !head.startsWith('@'))
    .flatMap((head) => splitList(head));
}

/** Splits at the commas that are not inside brackets. */
function splitList(head: string): string[] {
  return head.split(/,(?![^(]*\))/).map((part) => part.trim());
}

describe('isolation', () => {
  it.each(['styles.css', 'styles.layered.css', 'print.css'])('every rule of %s begins with .sc-', (name) => {
    const list = selectors(sheets[name] ?? '');
    expect(list.length).toBeGreaterThan(5);
    expect(list.filter((selector) => !selector.startsWith('.sc-'))).toEqual([]);
  });

  it('has no element selector, no universal one, no id, no !important', () => {
    for (const selector of selectors(css)) {
      const bare = selector.replace(/\[[^\]]*\]/g, '').replace(/::?[a-z-]+(\((?:[^()]|\([^()]*\))*\))?/g, '');
      expect(bare, selector).not.toMatch(/(^|[\s>+~])(?:[a-z*#])/);
    }
    expect(css).not.toContain('!important');
  });

  it('names no colour outside the tokens, but the black and white of paper and of symbols', () => {
    const components = css.slice(css.indexOf('.sc-root')).replace(/\.sc-sheet[^{]*\{[^}]*\}/g, '');
    const named = components.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(named.filter((colour) => !/^#(?:f{3}|0{3}|f{6}|0{6})$/i.test(colour))).toEqual([]);
  });

  it('asks nothing of the network and ships no font', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/);
  });

  it('uses only custom properties that exist', () => {
    const declared = new Set([...css.matchAll(/(--sc-[a-z0-9-]+)\s*:/g)].map((match) => match[1]));
    const used = [...css.matchAll(/var\((--sc-(?:sys|ref)-[a-z0-9-]+|--sc-unit)/g)].map((match) => match[1] ?? '');
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  });

  it('puts the same rules in layers', () => {
    const layered = sheets['styles.layered.css'] ?? '';
    expect(layered.startsWith('@layer socle.tokens, socle.base, socle.components;')).toBe(true);
    expect(selectors(layered)).toEqual(selectors(css));
  });
});

describe('tokens', () => {
  it('tokens.css is what the table says', () => {
    expect(readFileSync(join(src, 'styles/tokens.css'), 'utf8')).toBe(tokensCss());
  });

  /** Values as the browser resolves them, read from the sheet and not from the table. */
  function themeOf(theme: ThemeName): (role: ColorRole) => string {
    const at = css.indexOf(
      theme === 'light'
        ? '--sc-sys-surface: var(--sc-ref-light-surface)'
        : `.sc-theme:where([data-sc-theme="${theme}"])`,
    );
    const block = css.slice(at, css.indexOf('}', at));
    return (role) => {
      const reference = new RegExp(`--sc-sys-${role}: var\\((--sc-ref-[a-z0-9-]+)\\)`).exec(block)?.[1] ?? 'none';
      return new RegExp(`${reference}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? '';
    };
  }

  const surfaces: ColorRole[] = ['surface', 'surface-1', 'surface-2'];
  const tones = ['success', 'warning', 'danger', 'info', 'validated'] as const;

  it.each(Object.keys(colors) as ThemeName[])('%s: texts reach 4.5, controls and focus 3', (theme) => {
    const of = themeOf(theme);
    const texts: [ColorRole, ColorRole][] = [
      ...surfaces.flatMap((surface): [ColorRole, ColorRole][] => [
        ['text', surface],
        ['text-muted', surface],
        ['accent', surface],
        ['accent-hover', surface],
      ]),
      ...tones.flatMap((tone): [ColorRole, ColorRole][] => [
        [tone, 'surface'],
        [tone, 'surface-1'],
        [tone, `${tone}-soft`],
        ['text', `${tone}-soft`],
        ['text-muted', `${tone}-soft`],
        ['accent', `${tone}-soft`],
      ]),
      ['on-accent', 'accent'],
      ['on-accent', 'accent-hover'],
      ['on-danger', 'danger'],
      ['text', 'difference'],
      ['text-disabled', 'surface'],
    ];
    const controls: [ColorRole, ColorRole][] = [
      ...surfaces.flatMap((surface): [ColorRole, ColorRole][] => [
        ['border', surface],
        ['text-disabled', surface],
      ]),
      ...tones.map((tone): [ColorRole, ColorRole] => [tone, 'surface-2']),
      ['focus', 'focus-gap'],
      ['danger', 'surface'],
    ];
    const low = (pairs: [ColorRole, ColorRole][], least: number): string[] =>
      pairs
        .map(([front, back]) => [`${front} on ${back}`, contrast(of(front), of(back))] as const)
        .filter(([, ratio]) => !(ratio >= least))
        .map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`);
    expect(low(texts, 4.5)).toEqual([]);
    expect(low(controls, 3)).toEqual([]);
  });

  it('keeps the published ratios of the design', () => {
    const light = themeOf('light');
    const dark = themeOf('dark');
    expect(contrast(light('text'), light('surface'))).toBeCloseTo(16.29, 1);
    expect(contrast(dark('text'), dark('surface'))).toBeCloseTo(16.01, 1);
    expect(contrast(light('border'), light('surface'))).toBeCloseTo(3.89, 1);
    expect(contrast(light('on-accent'), light('accent'))).toBeCloseTo(7.43, 1);
    expect(contrast(dark('validated'), dark('validated-soft'))).toBeCloseTo(7.74, 1);
  });
});
