/** The same document about somebody else: the names and the number of the patient are changed, as if it had been misfiled. */
export function otherPerson(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const changed = text.replace(/<recordTarget[\s\S]*?<\/recordTarget>/, (target) =>
    target
      .replace(/(<family[^>]*>)[^<]*(<\/family>)/g, '$1AUTRE-PERSONNE$2')
      .replace(/(<given[^>]*>)[^<]*(<\/given>)/g, '$1CAMILLE$2')
      .replace(/(<birthTime[^>]*value=")\d+/g, '$119500101'),
  );
  return new TextEncoder().encode(changed);
}
