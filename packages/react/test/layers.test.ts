import { type Finding, finding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { joinLayers, layerOf, ruleMessage } from '../src/common/FindingsList/layers.js';

const at = (found: Finding, pointer: string): Finding => ({ ...found, wire: { pointer } });
const official = (native?: string): Finding =>
  finding('official.assert', 'error', [], { message: 'M', pack: 'P', ...(native === undefined ? {} : { native }) });

describe('two layers in one list', () => {
  it('says whose a finding is, and what a published rule says', () => {
    expect(layerOf(official())).toBe('official');
    expect(layerOf(finding('cda.title', 'error'))).toBe('native');
    expect(ruleMessage(official())).toEqual({ text: 'M', pack: 'P', pattern: undefined });
    expect(ruleMessage(finding('official.fault', 'error', [], { message: 'M' }))).toBeUndefined();
  });

  it('makes one line of what both say at the same place, as heavy as the heavier', () => {
    const native = at(finding('cda.title', 'warning'), '/a[1]/b[2]');
    const joined = joinLayers([native, at(official('cda.title'), '/a/b[2]'), at(official('cda.title'), '/a/b[3]')]);
    expect(joined.map(({ finding: { rule, severity }, also }) => [rule, severity, also.length])).toEqual([
      ['cda.title', 'error', 1],
      ['official.assert', 'error', 0],
    ]);
  });

  it('keeps the list as it is when nothing is linked', () => {
    const list = [finding('cda.title', 'warning'), official()];
    expect(joinLayers(list).map((each) => each.finding)).toEqual(list);
  });
});
