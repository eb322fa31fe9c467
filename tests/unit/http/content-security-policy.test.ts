import { createHash } from "node:crypto";
import { getScriptNonceFromHeader } from "next/dist/server/app-render/get-script-nonce-from-header";
import { expect, test } from "vitest";
import { dataPolicy, hashedPagePolicy, noncePagePolicy } from "@/lib/http/content-security-policy.mjs";

test("a stored page allows exactly its inline scripts", () => {
  const policy = hashedPagePolicy(
    `<script src="/a.js" async=""></script><script>one()</script><script id="x">two("中")</script><script>one()</script>`,
    { allowsStyleAttributes: false },
  );
  const hashes = ["one()", 'two("中")'].map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  expect(policy).toContain(`script-src 'self' ${hashes.join(" ")}`);
  expect(policy).not.toContain("unsafe");
});

test("only a page that asks for it may have style attributes, and none inline scripts", () => {
  expect(noncePagePolicy("n1", { allowsStyleAttributes: false })).not.toContain("unsafe");
  const options = { allowsStyleAttributes: true };
  for (const policy of [noncePagePolicy("n1", options), hashedPagePolicy("", options)]) {
    expect(policy).toMatch(/^script-src 'self'( 'nonce-n1')?;/);
    expect(policy).toContain("style-src-attr 'unsafe-inline'");
    expect(policy).toContain("style-src 'self';");
  }
});

test("data runs no script at all", () => {
  expect(dataPolicy).toContain("script-src 'none'");
});

test("Next finds the nonce for its own scripts", () => {
  const policy = noncePagePolicy("n1", { allowsStyleAttributes: true });
  expect(getScriptNonceFromHeader(policy)).toBe("n1");
});
