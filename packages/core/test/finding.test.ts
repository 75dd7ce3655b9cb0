import { describe, expect, test } from 'vitest';
import { checked, describeFinding, finding, hasErrors, under, worst } from '../src/finding.js';

describe('findings', () => {
  test('are plain data', () => {
    const ref = { document: 'SEL-MP-043', section: '§2' };
    expect(finding('a.b', 'error')).toEqual({ rule: 'a.b', severity: 'error', path: [], params: {} });
    expect(finding('a.b', 'info', ['x', 1], { n: 2 }, ref)).toEqual({
      rule: 'a.b',
      severity: 'info',
      path: ['x', 1],
      params: { n: 2 },
      ref,
    });
  });

  test('weigh', () => {
    const [e, w, i] = [finding('e', 'error'), finding('w', 'warning'), finding('i', 'info')];
    expect(hasErrors([i, w])).toBe(false);
    expect(hasErrors([i, e])).toBe(true);
    expect([worst([i, w, e]), worst([i, w]), worst([i]), worst([])]).toEqual(['error', 'warning', 'info', undefined]);
    expect(checked(1, [w])).toEqual({ ok: true, value: 1, findings: [w] });
    expect(checked(1, [w, e])).toEqual({ ok: false, findings: [w, e] });
  });

  test('move under an outer path', () => {
    expect(under(['a', 0], [finding('x', 'error', ['b'])])[0]?.path).toEqual(['a', 0, 'b']);
  });
});

describe('texts', () => {
  const catalogue = {
    x: { fr: { title: 'T {n} {missing}', why: 'W', action: 'A {rule}' }, en: { title: 'E', why: 'W', action: 'A' } },
  };

  test('are filled from the parameters; what is missing is seen', () => {
    expect(describeFinding(finding('x', 'error', [], { n: 3 }), 'fr', catalogue)).toEqual({
      title: 'T 3 {missing}',
      why: 'W',
      action: 'A x',
    });
    expect(describeFinding(finding('x', 'error', [], { n: '{rule}' }), 'fr', catalogue).title).toBe(
      'T {rule} {missing}',
    );
  });

  test('come from the first catalogue that has the rule', () => {
    expect(describeFinding(finding('x', 'error'), 'en', {}, catalogue).title).toBe('E');
  });

  test('never fail', () => {
    expect(describeFinding(finding('y', 'error'), 'fr').title).toBe('Anomalie signalée par la règle y');
    expect(describeFinding(finding('toString', 'error'), 'en', catalogue).title).toBe(
      'Problem reported by rule toString',
    );
    expect(describeFinding(finding('x', 'error'), 'de' as 'fr', catalogue).why).toBe('W');
  });
});
