/**
 * After a gesture that took away what had the focus: gives it to the first element found inside `root`, unless something else has it by
 * then. A dialog gives the focus back on the next frame, so this waits for the one after.
 */
export function refocus(root: HTMLElement | null, ...selectors: readonly string[]): void {
  if (root === null) return;
  const page = root.ownerDocument;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (page.activeElement !== null && page.activeElement !== page.body) return;
      for (const selector of selectors) {
        const found = root.querySelector<HTMLElement>(selector);
        if (found === null) continue;
        found.focus();
        if (page.activeElement === found) return;
      }
    }),
  );
}
