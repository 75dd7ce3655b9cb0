declare module 'virtual:packs' {
  /** Compiled packs beside the page; see build/pack-plugin.ts. */
  export const packs: readonly {
    readonly key: string;
    readonly label: { readonly fr: string; readonly en: string };
    readonly layer: 'native' | 'official';
    readonly source?: string;
    readonly version?: string;
    readonly address: string;
  }[];
}

declare module '*.css';
