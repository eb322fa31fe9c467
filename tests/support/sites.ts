// The two servers that `npm test` starts for the journeys, and who can sign in there.
import { type BrowserContext, expect, type Page } from "@playwright/test";

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with npm test`);
  return value;
}

/** The facts of 2015, as on the first day. */
export const facts = {
  url: given("E2E_URL"),
  databaseUrl: given("E2E_DATABASE_URL"),
  password: given("ADMIN_PASSWORD"),
};

/** The demo: its clock stands at 2017-06-30. */
export const demo = {
  url: given("E2E_DEMO_URL"),
  password: given("DEMO_PASSWORD"),
};

/** Types name and password on the page of a sign-in form, and waits for the page after it. */
export async function fillSignIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("用户名").fill(name);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Signs in to the demo. */
export async function signInToDemo(page: Page, name: string): Promise<void> {
  await page.goto(`${demo.url}/sign-in`);
  await fillSignIn(page, name, demo.password);
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
const sessions = new Map<string, Cookies>();

/** The same, once for all tests of a worker: it keeps the cookie. */
export async function enterDemoAs(page: Page, name: string): Promise<void> {
  const kept = sessions.get(name);
  if (kept) return page.context().addCookies(kept);
  await signInToDemo(page, name);
  sessions.set(name, await page.context().cookies());
}
