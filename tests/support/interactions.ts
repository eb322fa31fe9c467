// How many times somebody has to act: clicks, fills, choices and key presses, as a practised person needs them.
import type { Locator, Page } from "@playwright/test";

const acts = ["click", "fill", "check", "selectOption", "press"] as const;
type Act = (typeof acts)[number];
type Counted = Pick<Locator, Act>;

/** The page by its labels and roles, where each act counts. */
export function countInteractions(page: Page) {
  const log: string[] = [];
  const counted = (locator: Locator, name: string): Counted =>
    new Proxy(locator, {
      get(target, property) {
        const value = Reflect.get(target, property);
        if (typeof value !== "function") return value;
        if (!acts.some((act) => act === property)) return value.bind(target);
        return (...args: unknown[]) => {
          log.push(`${String(property)} ${name}`);
          return value.apply(target, args);
        };
      },
    });
  return {
    field: (label: string) => counted(page.getByLabel(label), label),
    button: (name: string) => counted(page.getByRole("button", { name }), name),
    link: (locator: Locator, name: string) => counted(locator, name),
    /** What was done so far, in order. */
    log: () => [...log],
  };
}
