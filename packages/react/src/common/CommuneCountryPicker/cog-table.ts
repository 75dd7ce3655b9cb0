// A small part of the official geographical code (COG, INSEE), enough for the demonstrations and the official test
// identities. It is not the COG: give the whole one through `CogPort`. Loaded only when the field is used.

/** `01 Ain` … one line each. */
export const departments = `01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes|07 Ardèche|08 Ardennes
09 Ariège|10 Aube|11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados|15 Cantal|16 Charente|17 Charente-Maritime|18 Cher|19 Corrèze
2A Corse-du-Sud|2B Haute-Corse|20 Corse|21 Côte-d’Or|22 Côtes-d’Armor|23 Creuse|24 Dordogne|25 Doubs|26 Drôme|27 Eure|28 Eure-et-Loir
29 Finistère|30 Gard|31 Haute-Garonne|32 Gers|33 Gironde|34 Hérault|35 Ille-et-Vilaine|36 Indre|37 Indre-et-Loire|38 Isère|39 Jura
40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire|44 Loire-Atlantique|45 Loiret|46 Lot|47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire
50 Manche|51 Marne|52 Haute-Marne|53 Mayenne|54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle|58 Nièvre|59 Nord|60 Oise|61 Orne
62 Pas-de-Calais|63 Puy-de-Dôme|64 Pyrénées-Atlantiques|65 Hautes-Pyrénées|66 Pyrénées-Orientales|67 Bas-Rhin|68 Haut-Rhin|69 Rhône
70 Haute-Saône|71 Saône-et-Loire|72 Sarthe|73 Savoie|74 Haute-Savoie|75 Paris|76 Seine-Maritime|77 Seine-et-Marne|78 Yvelines
79 Deux-Sèvres|80 Somme|81 Tarn|82 Tarn-et-Garonne|83 Var|84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne
90 Territoire de Belfort|91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|95 Val-d’Oise|971 Guadeloupe|972 Martinique
973 Guyane|974 La Réunion|975 Saint-Pierre-et-Miquelon|976 Mayotte|977 Saint-Barthélemy|978 Saint-Martin|986 Wallis-et-Futuna
987 Polynésie française|988 Nouvelle-Calédonie`;

/** Some communes. */
export const communes = `06088 Nice|13055 Marseille|14118 Caen|21231 Dijon|25056 Besançon|29019 Brest|2A004 Ajaccio|2B033 Bastia
30189 Nîmes|31555 Toulouse|33063 Bordeaux|34172 Montpellier|35238 Rennes|37261 Tours|38185 Grenoble|42218 Saint-Étienne|44109 Nantes
45234 Orléans|49007 Angers|51454 Reims|54395 Nancy|57463 Metz|59350 Lille|63113 Clermont-Ferrand|67482 Strasbourg|69123 Lyon|75056 Paris
76351 Le Havre|76540 Rouen|80021 Amiens|83137 Toulon|86194 Poitiers|87085 Limoges|93066 Saint-Denis|97411 Saint-Denis`;

/** Codes that the official test identities use and whose names the test files do not give. */
export const unnamedCommunes = '63220|2A020|2B020|85756';

/** Some countries. */
export const countries = `99101 Danemark|99103 Norvège|99104 Suède|99109 Allemagne|99110 Autriche|99122 Pologne|99123 Russie|99126 Grèce
99127 Italie|99131 Belgique|99132 Royaume-Uni|99134 Espagne|99135 Pays-Bas|99136 Irlande|99137 Luxembourg|99138 Monaco|99139 Portugal
99140 Suisse|99155 Ukraine|99205 Liban|99208 Turquie|99216 Chine|99223 Inde|99243 Viêt Nam|99322 Cameroun|99326 Côte d’Ivoire
99333 Madagascar|99335 Mali|99341 Sénégal|99350 Maroc|99351 Tunisie|99352 Algérie|99401 Canada|99404 États-Unis|99410 Haïti|99416 Brésil`;
