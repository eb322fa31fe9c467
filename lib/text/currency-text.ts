/** In what an amount is stated. */
export const currencyText = {
  CNY: "人民币",
  USD: "美元",
} as const satisfies Record<"CNY" | "USD", string>;
