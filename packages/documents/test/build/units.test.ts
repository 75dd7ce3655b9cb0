import { describe, expect, it } from 'vitest';
import { shownUnit, withUnit } from '../../src/models/units.ts';

describe('a UCUM unit for a French reader', () => {
  it.each([
    ['mm[Hg]', 'mmHg'],
    ['Cel', '°C'],
    ['m[IU]/L', 'mUI/L'],
    ['u[IU]/mL', 'µUI/mL'],
    ['ug/L', 'µg/L'],
    ['umol/L', 'µmol/L'],
    ['10*9/L', '10⁹/L'],
    ['10*-3', '10⁻³'],
    ['kg/m2', 'kg/m²'],
    ['/mm3', '/mm³'],
    ['/min', '/min'],
    ['mL/min', 'mL/min'],
    ['{drink}/d', 'verre(s)/jour'],
    ['{pack}/a', 'paquet(s)/an'],
    ['{tablet}', 'comprimé(s)'],
    ['{inconnu}', 'inconnu'],
    ['mg/g{creat}', 'mg/g'],
    ['lumen', 'lumen'],
    ['%', '%'],
    ['mGy.cm', 'mGy.cm'],
  ])('%s is %s', (unit, shown) => {
    expect(shownUnit(unit)).toBe(shown);
  });

  it('says nothing of a unit that there is not', () => {
    expect(withUnit('8', '{score}')).toBe('8');
    expect(withUnit('8')).toBe('8');
    expect(withUnit('8,5', 'kg')).toBe('8,5 kg');
  });
});
