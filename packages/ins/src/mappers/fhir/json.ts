// Reading of JSON that may be anything: no access throws, nothing of the wrong kind gets through.

export type Json = Readonly<Record<string, unknown>>;

/** An object, or an empty one. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects of an array; anything else gives an empty one. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

/** A non-empty text, trimmed. */
export function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The texts of an array. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(string).filter((text) => text !== undefined) : [];
}

/** The extensions of that address. */
export function extensions(holder: unknown, url: string): Json[] {
  return objects(object(holder)['extension']).filter((extension) => extension['url'] === url);
}

/** The codes of a CodeableConcept. */
export function codes(concept: unknown): string[] {
  return objects(object(concept)['coding'])
    .map((coding) => string(coding['code']))
    .filter((code) => code !== undefined);
}
