// No vowels, so no words; nothing that looks like something else. The lengths divide 256: no letter is likelier.
const upper = "BCDFGHJKMNPQRTVW";
const lower = "bcdfghjkmnpqrtvw";
const digits = "23456789";
const groupForm = [upper, lower, lower, digits] as const;
const groups = 5;

/** Whose it is; shown once, to be handed over and changed at first use. */
export type OneTimePassword = { name: string; oneTimePassword: string };

/** Random bytes that oneTimePassword needs. */
export const oneTimePasswordBytes = groups * groupForm.length;

/** A password to read out once and change at first use, such as "Kmt7-Pwd4-…": 75 bits from the bytes given. */
export function oneTimePassword(randomBytes: Uint8Array): string {
  if (randomBytes.length !== oneTimePasswordBytes) {
    throw new RangeError(`needs ${oneTimePasswordBytes} bytes, got ${randomBytes.length}`);
  }
  const chars = Array.from(randomBytes, (byte, index) => charAt(index, byte));
  return chars.join("").replace(/.{4}(?=.)/g, "$&-");
}

function charAt(index: number, byte: number): string {
  const alphabet = groupForm[index % groupForm.length] ?? lower;
  return alphabet.charAt(byte % alphabet.length);
}
