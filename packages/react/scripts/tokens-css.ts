import { type ColorRole, colorRoles, colors, densities, fontSizes, spaces, type ThemeName } from '../src/tokens.js';

const rem = (units: number): string => `calc(${units} * var(--sc-unit))`;

function references(): string[] {
  return (Object.keys(colors) as ThemeName[]).flatMap((theme) =>
    colorRoles.map((role) => `--sc-ref-${theme}-${role}: ${colors[theme][role].toLowerCase()};`),
  );
}

function roles(theme: ThemeName): string[] {
  return colorRoles.map((role: ColorRole) => `--sc-sys-${role}: var(--sc-ref-${theme}-${role});`);
}

const rule = (selector: string, lines: readonly string[], indent = ''): string =>
  `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line}`).join('\n')}\n${indent}}\n`;

/** The text of `src/styles/tokens.css`. */
export function tokensCss(): string {
  const light = [
    ...roles('light'),
    'color-scheme: light;',
    '--sc-sys-stroke: 1px;',
    '--sc-sys-link-line: none;',
    '--sc-sys-shadow: 0 8px 32px rgb(11 27 38 / 24%);',
    '--sc-sys-backdrop: rgb(11 27 38 / 48%);',
  ];
  const dark = [
    ...roles('dark'),
    'color-scheme: dark;',
    '--sc-sys-shadow: 0 8px 32px rgb(0 0 0 / 64%);',
    '--sc-sys-backdrop: rgb(0 0 0 / 64%);',
  ];
  const contrast = [...roles('contrast'), '--sc-sys-stroke: 2px;', '--sc-sys-link-line: underline;'];
  const scale = [
    '--sc-unit: 1rem;',
    '--sc-sys-font: inherit;',
    '--sc-sys-font-mono: ui-monospace, "SFMono-Regular", "Liberation Mono", Menlo, Consolas, monospace;',
    '--sc-sys-radius: calc(0.25 * var(--sc-unit));',
    '--sc-sys-motion: 120ms;',
    ...Object.entries(fontSizes).map(([name, size]) => `--sc-sys-size-${name}: ${rem(size)};`),
    ...spaces.map((space) => `--sc-sys-space-${space}: ${rem(space / 16)};`),
  ];
  const density = (name: keyof typeof densities): string[] => {
    const value = densities[name];
    return [
      `--sc-sys-row: ${rem(value.row)};`,
      `--sc-sys-target: ${rem(value.target)};`,
      `--sc-sys-text-size: ${rem(value.text)};`,
      `--sc-sys-leading: ${value.leading};`,
      `--sc-sys-gap: ${rem(value.gap)};`,
      `--sc-sys-pad: ${rem(value.pad)};`,
    ];
  };
  return [
    '/* Written from src/tokens.ts by scripts/write-tokens.ts. Edit the table, not this file. */\n',
    rule('.sc-theme', [...references(), ...scale]),
    rule('.sc-theme', light),
    rule('.sc-theme:where([data-sc-theme="dark"])', dark),
    rule('.sc-theme:where([data-sc-theme="contrast"])', [
      'color-scheme: light;',
      '--sc-sys-shadow: none;',
      '--sc-sys-backdrop: rgb(0 0 0 / 72%);',
      ...contrast,
    ]),
    `@media (prefers-color-scheme: dark) {\n${rule('.sc-theme:where([data-sc-theme="auto"])', dark, '  ')}}\n`,
    rule('.sc-density', density('comfortable')),
    rule('.sc-density:where([data-sc-density="compact"])', density('compact')),
    rule('.sc-density:where([data-sc-density="clinical"])', density('clinical')),
    `@media (prefers-reduced-motion: reduce) {\n${rule('.sc-theme', ['--sc-sys-motion: 0ms;'], '  ')}}\n`,
  ].join('\n');
}
