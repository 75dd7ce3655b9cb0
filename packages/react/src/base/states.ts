/** The states of a component, each with the props that show it: read by the states matrix and by the tests. */
export type States<P> = Readonly<Record<string, P>>;

/** Declares the states of a component: `defineStates<Props>()({ loading: {…}, error: {…} })`. */
export function defineStates<P>() {
  return <const S extends States<P>>(states: S): S => states;
}
