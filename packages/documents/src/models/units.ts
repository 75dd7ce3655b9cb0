/** What stands between braces in the units of the CI-SIS examples, for a French reader; another annotation is shown as it is. */
const ANNOTATIONS: Readonly<Record<string, string>> = {
  tablet: 'comprimé(s)',
  capsule: 'gélule(s)',
  drink: 'verre(s)',
  pack: 'paquet(s)',
  cigarette: 'cigarette(s)',
  dose: 'dose(s)',
  puff: 'bouffée(s)',
  // The measure says that it is a score.
  score: '',
};

/** Atoms of UCUM whose code is not what people write. */
const ATOMS: readonly (readonly [RegExp, string])[] = [
  [/mm\[Hg\]/g, 'mmHg'],
  [/\[degF\]/g, '°F'],
  [/\bCel\b/g, '°C'],
  [/\[(?:IU|iU)\]/g, 'UI'],
  [/\[pH\]/g, 'pH'],
  [/\[drp\]/g, 'goutte(s)'],
  [/\[in_(?:us|uk|i)\]/g, 'po'],
  [/\[lb_av\]/g, 'lb'],
  [/\[oz_av\]/g, 'oz'],
  [/(?<![A-Za-z])u(?=(?:g|L|l|mol|m|UI|kat)(?![a-z]))/g, 'µ'],
];

/** A period at the end of a rate: `{drink}/d`. */
const PERIODS: Readonly<Record<string, string>> = { d: 'jour', wk: 'semaine', mo: 'mois', a: 'an' };

const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A UCUM unit as a French reader writes it: `m[IU]/L` is `mUI/L`, `10*9/L` is `10⁹/L`, `{drink}/d` is `verre(s)/jour`. The data keep the code. */
export function shownUnit(unit: string): string {
  const annotated = unit.replace(/([^/.{}]*)\{([^{}]*)\}/g, (_, before: string, word: string) =>
    // After an atom, an annotation says nothing of the unit: `g{creat}`; alone, it is the unit.
    before === '' || before === '1' ? (ANNOTATIONS[word] ?? word) : before,
  );
  const powers = annotated.replace(
    /10[*^](-?)(\d+)/g,
    (_, sign: string, digits: string) =>
      `10${sign === '' ? '' : '⁻'}${[...digits].map((digit) => POWERS[Number(digit)] ?? '').join('')}`,
  );
  const atoms = ATOMS.reduce((text, [form, shown]) => text.replace(form, shown), powers);
  const areas = atoms.replace(/(?<=[a-zµ])[23](?=$|[./])/g, (digit) => POWERS[Number(digit)] ?? digit);
  return areas.replace(/\/(d|wk|mo|a)$/, (whole, period: string) => `/${PERIODS[period] ?? whole}`);
}

/** A number that is already written for a reader, and its unit. */
export function withUnit(shown: string, unit = ''): string {
  return `${shown} ${shownUnit(unit)}`.trimEnd();
}
