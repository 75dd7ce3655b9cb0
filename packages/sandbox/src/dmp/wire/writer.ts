/** Text of an attribute or of an element. */
export function escapeText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

type AttributeValue = string | number | undefined;

/** One element; children are markup already. Attributes without value are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  children: readonly string[] | string = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  const content = typeof children === 'string' ? children : children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** The old identifier that the DMP still gives beside the INS, and that nobody may use: an invented one, of 22 digits. */
export const OLD_IDENTIFIER_OID = '1.2.250.1.213.1.4.2';
export const oldIdentifier = (matricule: string): string => `0${matricule.replace(/\D/g, '0')}000000`.slice(0, 22);

/** One element with text. */
export const leaf = (name: string, value: string, attributes: Readonly<Record<string, AttributeValue>> = {}): string =>
  tag(name, attributes, escapeText(value));
