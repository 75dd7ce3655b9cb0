/** The three looks that have their own colours; `auto` follows the system between `light` and `dark`. */
export type ThemeName = 'light' | 'dark' | 'contrast';
export type Theme = ThemeName | 'auto';
export type Density = 'comfortable' | 'compact' | 'clinical';

/** Colours by role. A theme changes these and nothing else. */
export const colorRoles = [
  'surface',
  'surface-1',
  'surface-2',
  'text',
  'text-muted',
  'text-disabled',
  'border',
  'border-subtle',
  'accent',
  'accent-hover',
  'on-accent',
  'success',
  'success-soft',
  'warning',
  'warning-soft',
  'danger',
  'danger-soft',
  'on-danger',
  'info',
  'info-soft',
  'validated',
  'validated-soft',
  'difference',
  'focus',
  'focus-gap',
] as const;
export type ColorRole = (typeof colorRoles)[number];

/** Values of the roles, theme by theme. `styles/tokens.css` is written from this table. */
export const colors: Readonly<Record<ThemeName, Readonly<Record<ColorRole, string>>>> = {
  light: {
    surface: '#FFFFFF',
    'surface-1': '#F4F6F8',
    'surface-2': '#E8ECF0',
    text: '#17212B',
    'text-muted': '#4B5A67',
    'text-disabled': '#6B7883',
    border: '#75838F',
    'border-subtle': '#CDD5DC',
    accent: '#0B5C7A',
    'accent-hover': '#084A63',
    'on-accent': '#FFFFFF',
    success: '#0E6637',
    'success-soft': '#E3F4E9',
    warning: '#7A4800',
    'warning-soft': '#FFF2D9',
    danger: '#A11A1A',
    'danger-soft': '#FCEAE8',
    'on-danger': '#FFFFFF',
    info: '#0A5190',
    'info-soft': '#E4EFFA',
    validated: '#5B3A9B',
    'validated-soft': '#EFE9FA',
    difference: '#FFE9A8',
    focus: '#0B1B26',
    'focus-gap': '#FFFFFF',
  },
  dark: {
    surface: '#0F1720',
    'surface-1': '#16212C',
    'surface-2': '#203040',
    text: '#EDF2F6',
    'text-muted': '#B4C1CC',
    'text-disabled': '#8B9AA7',
    border: '#8C9DAB',
    'border-subtle': '#34475A',
    accent: '#74C5E1',
    'accent-hover': '#9AD8EE',
    'on-accent': '#07222E',
    success: '#7FD8A0',
    'success-soft': '#123322',
    warning: '#F3C065',
    'warning-soft': '#3A2A0B',
    danger: '#FF9F96',
    'danger-soft': '#451A18',
    'on-danger': '#2B0706',
    info: '#93C8F7',
    'info-soft': '#102F4C',
    validated: '#C6B0F5',
    'validated-soft': '#2B2147',
    difference: '#5A4300',
    focus: '#FFFFFF',
    'focus-gap': '#0F1720',
  },
  contrast: {
    surface: '#FFFFFF',
    'surface-1': '#FFFFFF',
    'surface-2': '#FFFFFF',
    text: '#000000',
    'text-muted': '#000000',
    'text-disabled': '#3A3A3A',
    border: '#000000',
    'border-subtle': '#000000',
    accent: '#00364A',
    'accent-hover': '#000000',
    'on-accent': '#FFFFFF',
    success: '#003F1D',
    'success-soft': '#FFFFFF',
    warning: '#4A2B00',
    'warning-soft': '#FFFFFF',
    danger: '#7A0000',
    'danger-soft': '#FFFFFF',
    'on-danger': '#FFFFFF',
    info: '#00305C',
    'info-soft': '#FFFFFF',
    validated: '#3A1A78',
    'validated-soft': '#FFFFFF',
    difference: '#FFE9A8',
    focus: '#000000',
    'focus-gap': '#FFFFFF',
  },
};

/** Sizes of a density, in units of `--sc-unit` (1 unit = 16 px by default). */
export interface DensityValues {
  /** Height of a row of a list. */
  readonly row: number;
  /** Smallest side of anything that is clicked. */
  readonly target: number;
  /** Body text. */
  readonly text: number;
  readonly leading: number;
  /** Gap between the parts of a component. */
  readonly gap: number;
  /** Inner margin of a panel. */
  readonly pad: number;
}

export const densities: Readonly<Record<Density, DensityValues>> = {
  comfortable: { row: 2.75, target: 2.75, text: 1, leading: 1.5, gap: 1, pad: 1.25 },
  compact: { row: 2.25, target: 2, text: 1, leading: 1.5, gap: 0.75, pad: 0.875 },
  clinical: { row: 1.75, target: 1.5, text: 0.875, leading: 1.4, gap: 0.5, pad: 0.625 },
};

/** Text sizes, in units. */
export const fontSizes = {
  legend: 0.8125,
  clinical: 0.875,
  body: 1,
  large: 1.125,
  title: 1.375,
  display: 1.75,
} as const;

/** Space scale, in pixels at the default unit. */
export const spaces = [2, 4, 8, 12, 16, 24, 32, 48] as const;

/** Name of the custom property of a role: `colorVar('accent')` is `--sc-sys-accent`. */
export function colorVar(role: ColorRole): `--sc-sys-${ColorRole}` {
  return `--sc-sys-${role}`;
}
