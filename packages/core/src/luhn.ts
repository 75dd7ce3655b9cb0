/** Sum of the Luhn algorithm (ISO/IEC 7812-1 annex B) over a string of digits, the last one being the key. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/** True when the last digit is the Luhn key of the others. The caller has checked that there are only digits. */
export function luhnHolds(digits: string): boolean {
  return luhnSum(digits) % 10 === 0;
}
