/** Codes of JDV_HL7_ObservationInterpretation_CISIS (2.16.840.1.113883.1.11.78), all of the code system below. */
export const INTERPRETATIONS: ReadonlySet<string> = new Set([
  ...[
    '<',
    '>',
    'A',
    'AA',
    'B',
    'CAR',
    'D',
    'DET',
    'E',
    'EX',
    'EXP',
    'H',
    'HH',
    'HU',
    'HX',
    'I',
    'IE',
    'IND',
    'L',
    'LL',
  ],
  ...['LU', 'LX', 'N', 'NCL', 'ND', 'NEG', 'NR', 'NS', 'POS', 'R', 'RR', 'S', 'SDD', 'SYN-R', 'SYN-S', 'U', 'UNE', 'W'],
  'WR',
]);

export const INTERPRETATION_SYSTEM = '2.16.840.1.113883.5.83';
