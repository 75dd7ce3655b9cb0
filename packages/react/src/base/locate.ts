/** The name of a path in the page: `['traits', 'birthName']` is `traits.birthName`. */
export function pathName(path: readonly (string | number)[]): string {
  return path.join('.');
}

const reachable = 'input:not([type="hidden"]), select, textarea, button, [tabindex]';

/**
 * Focuses the field of a path: the element that carries `data-sc-path`, or the first control inside it. The longest known
 * beginning of the path is taken, so that a finding inside a field finds the field. True when something was focused.
 */
export function focusPath(page: Document | ShadowRoot, path: readonly (string | number)[]): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const name = pathName(path.slice(0, length));
    const found = [...page.querySelectorAll<HTMLElement>('[data-sc-path]')].find(
      (one) => one.dataset['scPath'] === name,
    );
    if (!found) continue;
    const target = found.matches(reachable) ? found : (found.querySelector<HTMLElement>(reachable) ?? found);
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
    return true;
  }
  return false;
}
