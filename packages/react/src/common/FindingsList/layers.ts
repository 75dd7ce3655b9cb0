import type { Finding, Severity } from '@socle-sante/core/finding';

/** Who speaks: the rules of the product, or those that an authority publishes (`official.*`). */
export type Layer = 'native' | 'official';

export function layerOf({ rule }: Pick<Finding, 'rule'>): Layer {
  return rule.startsWith('official.') ? 'official' : 'native';
}

/** What a published rule says, in the words and the language of its author. */
export interface RuleMessage {
  readonly text: string;
  readonly pack: string;
  readonly pattern: string | undefined;
}

/** The message of a finding that quotes a published rule; `undefined` for the others, whose text is in a catalogue. */
export function ruleMessage({ rule, params }: Pick<Finding, 'rule' | 'params'>): RuleMessage | undefined {
  const { message, pack, pattern } = params;
  if (!/\.(?:assert|report)$/.test(rule) || typeof message !== 'string' || message === '') return undefined;
  return { text: message, pack: String(pack ?? ''), pattern: pattern === undefined ? undefined : String(pattern) };
}

/** A finding, and what the official layer says of the same. */
export interface JoinedFinding {
  readonly finding: Finding;
  readonly also: readonly RuleMessage[];
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * One line for what both layers say: the official finding names the native rule in `params.native`, and both are at the same place
 * (`wire.pointer`, the position of the first of its name left out). The line is the native one, as heavy as the heavier of the two.
 */
export function joinLayers(findings: readonly Finding[]): readonly JoinedFinding[] {
  if (!findings.some(({ params }) => params['native'] !== undefined)) {
    return findings.map((finding) => ({ finding, also: [] }));
  }
  const natives = new Map<string, number>();
  for (const [index, finding] of findings.entries()) {
    const key = `${placeOf(finding)} ${finding.rule}`;
    if (layerOf(finding) === 'native' && !natives.has(key)) natives.set(key, index);
  }
  const said = new Map<number, Finding[]>();
  const gone = new Set<number>();
  for (const [index, finding] of findings.entries()) {
    const native = natives.get(`${placeOf(finding)} ${finding.params['native'] ?? ''}`);
    if (layerOf(finding) !== 'official' || native === undefined) continue;
    said.set(native, [...(said.get(native) ?? []), finding]);
    gone.add(index);
  }
  return findings.flatMap((finding, index): JoinedFinding[] => {
    if (gone.has(index)) return [];
    const same = said.get(index) ?? [];
    const severity = order.find((one) => [finding, ...same].some((each) => each.severity === one)) ?? finding.severity;
    const wire = finding.wire?.line === undefined ? (same[0]?.wire ?? finding.wire) : finding.wire;
    return [
      {
        finding: same.length === 0 ? finding : { ...finding, severity, ...(wire === undefined ? {} : { wire }) },
        also: same.flatMap((each) => ruleMessage(each) ?? []),
      },
    ];
  });
}

function placeOf({ wire }: Finding): string {
  return (wire?.pointer ?? '').replaceAll('[1]', '');
}
