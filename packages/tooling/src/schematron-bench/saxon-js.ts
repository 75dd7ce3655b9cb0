/** Placeholder. */
export async function benchSaxonJs(_b: unknown, say: (t: string) => void): Promise<void> {
  say('x');
}
