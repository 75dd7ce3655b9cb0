import { type ElementRule, type ElementSpec, UPTO_ONE } from '../model.js';

type Maker = (local: string, spec?: ElementSpec) => ElementRule;

/** A point in time, whose value must be there. */
export function instant(el: Maker, spec: ElementSpec = {}): ElementRule {
  const made = el('time', { type: 'TS', attributes: { value: 'ts!' }, ...spec });
  return { ...made, checks: [...made.checks, childless(made)] };
}

/** A point in time that may lack its value. */
export function optionalInstant(el: Maker, local: string, spec: ElementSpec = {}): ElementRule {
  const made = el(local, { type: 'TS', ...spec });
  return { ...made, checks: [...made.checks, childless(made)] };
}

/** No element inside (a TS is an attribute). */
function childless({ section, alias }: ElementRule): ElementRule['checks'][number] {
  return (element, reporter) => {
    if (element.children.some((node) => typeof node !== 'string'))
      reporter.report(`cda.${section}.${alias}.child`, 'error');
  };
}

/** An interval with its two bounds, each at most once; `low` and `high` say what is asked of their value. */
export function interval(el: Maker, local: string, spec: ElementSpec & { low?: string; high?: string }): ElementRule {
  const { low = 'ts', high = 'ts', ...rest } = spec;
  return el(local, {
    type: 'IVL_TS',
    ...rest,
    children: [
      el('low', { ...UPTO_ONE, type: 'IVXB_TS', attributes: { value: low } }),
      el('high', { ...UPTO_ONE, type: 'IVXB_TS', attributes: { value: high } }),
    ],
  });
}
