// Crockford's: without what is read as something else, and no U, so hardly a word. 32 divide 256: none is likelier.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const chars = 12;

/** How many an account gets. */
export const recoveryCodes = 10;

/** Random bytes that one needs. */
export const recoveryCodeBytes = chars;

/** A code to keep on paper, such as "k7m2-9qwx-4tzn": 60 bits from the bytes given. */
export function recoveryCode(randomBytes: Uint8Array): string {
  if (randomBytes.length !== recoveryCodeBytes) {
    throw new RangeError(`needs ${recoveryCodeBytes} bytes, got ${randomBytes.length}`);
  }
  const text = Array.from(randomBytes, (byte) => alphabet.charAt(byte % alphabet.length)).join("");
  return text.replace(/.{4}(?=.)/g, "$&-");
}
