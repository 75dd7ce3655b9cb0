import crochetsSeuls from './crochets-seuls.tsx?raw';
import deposer from './deposer.tsx?raw';
import dossierDmp from './dossier-dmp.tsx?raw';
import lireDocuments from './lire-documents.tsx?raw';
import requeteSeule from './requete-seule.ts?raw';

/** An example that is a whole file: compiled with the repository and run as a story. */
export interface Recipe {
  readonly file: string;
  readonly code: string;
}

export const recipes = {
  'dossier-dmp': { file: 'dossier-dmp.tsx', code: dossierDmp },
  'lire-documents': { file: 'lire-documents.tsx', code: lireDocuments },
  deposer: { file: 'deposer.tsx', code: deposer },
  'crochets-seuls': { file: 'crochets-seuls.tsx', code: crochetsSeuls },
  'requete-seule': { file: 'requete-seule.ts', code: requeteSeule },
} as const satisfies Readonly<Record<string, Recipe>>;

/** The recipes in which a component stands. */
export function recipesOf(component: string): readonly Recipe[] {
  return Object.values(recipes).filter(({ code }) => code.includes(`<${component}`));
}
