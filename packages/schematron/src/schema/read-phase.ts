import { type Context, unexpected } from './context.js';
import type { SchemaElement } from './element.js';
import type { Let, Phase, SchemaPattern } from './model.js';
import { readLet } from './read-let.js';
import { optional, required } from './reading.js';

/** What a phase may name. */
export interface Activatable {
  readonly patterns: readonly SchemaPattern[];
  /** Ids of abstract patterns: naming one activates nothing, and is no fault. */
  readonly abstracts: ReadonlySet<string>;
}

/** The phases of a schema (ISO/IEC 19757-3 §5.4.11); two of one id are one that has the patterns of both. */
export function readPhases(context: Context, schema: SchemaElement, named: Activatable): readonly Phase[] {
  const ids = new Set(named.patterns.map(({ id }) => id));
  const phases = new Map<string, Phase>();
  for (const element of schema.elements()) {
    if (!element.is('phase')) continue;
    const phase = readPhase(context, element, ids, named.abstracts);
    const other = phases.get(phase.id);
    if (other === undefined) phases.set(phase.id, phase);
    else {
      phases.set(phase.id, {
        ...other,
        active: [...new Set([...other.active, ...phase.active])],
        lets: [...other.lets, ...phase.lets],
      });
      context.reading.report({
        code: 'id.duplicate',
        subject: phase.id,
        message: `two phases have the id "${phase.id}": read as one that has the patterns of both`,
        place: element.attributePlace('id'),
        incomplete: false,
      });
    }
  }
  return [...phases.values()];
}

function readPhase(
  context: Context,
  element: SchemaElement,
  ids: ReadonlySet<string | undefined>,
  abstracts: ReadonlySet<string>,
): Phase {
  const { reading } = context;
  const id = required(reading, element, 'id').trim();
  const active = new Set<string>();
  const lets: Let[] = [];
  for (const child of element.elements()) {
    if (child.is('let')) lets.push(readLet(context, child));
    else if (child.is('active')) {
      const pattern = optional(child, 'pattern') ?? required(reading, child, 'pattern');
      if (ids.has(pattern)) active.add(pattern);
      else if (abstracts.has(pattern)) {
        reading.report({
          code: 'phase.abstract',
          subject: pattern,
          message: `the phase "${id}" names the abstract pattern "${pattern}", which does not run by itself`,
          place: child.attributePlace('pattern'),
          incomplete: false,
        });
      } else {
        const message = `the phase "${id}" names the pattern "${pattern}", which does not exist: it checks nothing`;
        reading.missing('phase.missing', pattern, message, child, 'pattern');
      }
    } else if (!child.is('p') && !child.is('title')) unexpected(context, child, element);
  }
  return { id, active: [...active], lets, place: element.place };
}
