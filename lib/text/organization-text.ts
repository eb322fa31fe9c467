export const organizationKindText = {
  government: "政府",
  zone: "园区",
  enterprise: "企业",
} as const satisfies Record<"government" | "zone" | "enterprise", string>;
