import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts of the rules of the datamatrix. */
export const datamatrixFindings: FindingCatalogue = {
  'ins.datamatrix.notIns': {
    fr: {
      title: 'Ce code n’est pas un datamatrix INS',
      why: 'Un datamatrix INS commence par les lettres IS.',
      action: 'Visez le code qui porte la mention « INS à scanner ».',
    },
    en: {
      title: 'This code is not an INS datamatrix',
      why: 'An INS datamatrix begins with the letters IS.',
      action: 'Aim at the code captioned « INS à scanner ».',
    },
  },
  'ins.datamatrix.version': {
    fr: {
      title: 'Version de datamatrix INS inconnue',
      why: 'Seule la version 01 du format est publiée.',
      action: 'Saisissez les traits à la main et signalez le document à son émetteur.',
    },
    en: {
      title: 'Unknown version of the INS datamatrix',
      why: 'Only version 01 of the format is published.',
      action: 'Type the traits by hand and tell the issuer of the document.',
    },
  },
  'ins.datamatrix.truncated': {
    fr: {
      title: 'Lecture incomplète',
      why: 'L’en-tête du datamatrix INS compte 26 caractères, et la lecture en donne moins.',
      action: 'Lisez le code une nouvelle fois.',
    },
    en: {
      title: 'Incomplete reading',
      why: 'The header of the INS datamatrix has 26 characters, and fewer were read.',
      action: 'Scan the code again.',
    },
  },
  'ins.datamatrix.reserved': {
    fr: {
      title: 'Zone réservée non vide',
      why: 'Les 22 caractères réservés de l’en-tête doivent être des zéros.',
      action: 'Vérifiez les traits lus avec la personne et signalez le document à son émetteur.',
    },
    en: {
      title: 'Reserved zone not empty',
      why: 'The 22 reserved characters of the header must be zeros.',
      action: 'Check the traits with the person and tell the issuer of the document.',
    },
  },
  'ins.datamatrix.tooLong': {
    fr: {
      title: 'Texte trop long',
      why: 'Un datamatrix ne peut pas contenir plus de {max} caractères ; {length} ont été reçus.',
      action: 'Vérifiez que le lecteur n’a pas envoyé plusieurs codes à la suite.',
    },
    en: {
      title: 'Text too long',
      why: 'A Data Matrix symbol cannot hold more than {max} characters; {length} were received.',
      action: 'Check that the scanner did not send several codes in a row.',
    },
  },
  'ins.datamatrix.blockMissing': {
    fr: {
      title: 'Information {block} absente du datamatrix',
      why: 'Le matricule, l’OID, les prénoms, le nom, le sexe et la date de naissance sont obligatoires.',
      action: 'Lisez le code une nouvelle fois ; s’il est incomplet, saisissez les traits à la main.',
    },
    en: {
      title: 'Block {block} is missing',
      why: 'Matricule, OID, given names, name, sex and date of birth are mandatory.',
      action: 'Scan the code again; if it is incomplete, type the traits by hand.',
    },
  },
  'ins.datamatrix.duplicateBlock': {
    fr: {
      title: 'Information {block} présente deux fois',
      why: 'Chaque information ne figure qu’une fois ; la première a été gardée.',
      action: 'Vérifiez les traits lus avec la personne.',
    },
    en: {
      title: 'Block {block} stands twice',
      why: 'Each block occurs once; the first one was kept.',
      action: 'Check the traits with the person.',
    },
  },
  'ins.datamatrix.unknownBlock': {
    fr: {
      title: 'Information {block} inconnue',
      why: 'Le format ne définit pas ce bloc (position {position}).',
      action: 'Aucune action si les traits lus sont justes ; signalez le document à son émetteur.',
    },
    en: {
      title: 'Unknown block {block}',
      why: 'The format does not define this block (position {position}).',
      action: 'Nothing to do if the traits are right; tell the issuer of the document.',
    },
  },
  'ins.datamatrix.malformed': {
    fr: {
      title: 'Contenu illisible à la position {position}',
      why: 'Un identifiant de bloc était attendu à cet endroit.',
      action: 'Lisez le code une nouvelle fois, ou vérifiez le réglage du lecteur (clavier, séparateur).',
    },
    en: {
      title: 'Unreadable content at position {position}',
      why: 'A block identifier was expected there.',
      action: 'Scan again, or check the settings of the scanner (keyboard layout, separator).',
    },
  },
  'ins.datamatrix.length': {
    fr: {
      title: 'Longueur incorrecte pour {block}',
      why: '{expected} caractères au moins étaient attendus, {found} ont été lus.',
      action: 'Lisez le code une nouvelle fois.',
    },
    en: {
      title: 'Wrong length of {block}',
      why: 'At least {expected} characters were expected, {found} were read.',
      action: 'Scan the code again.',
    },
  },
  'ins.datamatrix.separatorLost': {
    fr: {
      title: 'Séparateur absent après {block}',
      why: 'Le lecteur n’a pas transmis le séparateur de groupe (GS).',
      action: 'Vérifiez les traits lus, et réglez le lecteur pour qu’il transmette le caractère GS.',
    },
    en: {
      title: 'Separator missing after {block}',
      why: 'The scanner did not transmit the group separator (GS).',
      action: 'Check the traits, and set the scanner to transmit GS.',
    },
  },
  'ins.datamatrix.separatorExtra': {
    fr: {
      title: 'Séparateur superflu à la position {position}',
      why: 'Le format ne place pas de séparateur après une information de longueur fixe ou pleine.',
      action: 'Aucune action : la lecture est juste.',
    },
    en: {
      title: 'Superfluous separator at position {position}',
      why: 'The format puts no separator after a value of fixed or full length.',
      action: 'Nothing to do: the reading is right.',
    },
  },
  'ins.datamatrix.sexe': {
    fr: {
      title: 'Sexe illisible',
      why: 'Le datamatrix INS n’admet que M et F.',
      action: 'Lisez le code une nouvelle fois, ou saisissez les traits à la main.',
    },
    en: {
      title: 'Unreadable sex',
      why: 'The INS datamatrix allows M and F only.',
      action: 'Scan again, or type the traits by hand.',
    },
  },
  'ins.datamatrix.case': {
    fr: {
      title: 'Majuscules et minuscules inversées',
      why: 'La touche Verrouillage majuscules était sans doute active pendant la lecture.',
      action: 'Vérifiez les traits lus et désactivez le verrouillage.',
    },
    en: {
      title: 'Upper and lower case swapped',
      why: 'Caps Lock was probably on during the scan.',
      action: 'Check the traits and switch Caps Lock off.',
    },
  },
  'ins.datamatrix.alias': {
    fr: {
      title: 'Équivalent du séparateur ignoré',
      why: 'Un équivalent fait seulement de lettres, chiffres ou espaces couperait les noms.',
      action: 'Choisissez un équivalent avec un caractère spécial, par exemple <GS>.',
    },
    en: {
      title: 'Separator alias ignored',
      why: 'An alias made only of letters, digits or spaces would cut names.',
      action: 'Choose an alias with a special character, for example <GS>.',
    },
  },
  'ins.datamatrix.noPlace': {
    fr: {
      title: 'Datamatrix sans lieu de naissance',
      why: 'Le lieu de naissance n’est pas connu ; cette information est facultative.',
      action: 'Complétez le lieu de naissance si vous le connaissez.',
    },
    en: {
      title: 'Datamatrix without a place of birth',
      why: 'The place of birth is not known; it is optional there.',
      action: 'Complete the place of birth if you know it.',
    },
  },
};
