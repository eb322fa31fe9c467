import { z } from "zod";
import { agreementKinds } from "@/lib/agreement/agreement-schema";
import { parseDateRange } from "@/lib/format/lenient-date";
import { parseYuan } from "@/lib/format/lenient-number";
import { lenientField, required, textField } from "@/lib/format/lenient-schema";
import { currencies } from "@/lib/format/money";
import { organizationKinds } from "@/lib/organization/organization-schema";

/** An agreement as typed in. */
export const agreementFormSchema = z.object({
  title: textField(100),
  callName: textField(60),
  kind: oneOf(agreementKinds, "请选协议的类别，没有写明就选“来源未载明”。"),
  signed: lenientField(parseDateRange),
  signedPlace: textField(60),
  agreedInvestment: lenientField(parseYuan),
  currency: z.enum(currencies, { error: "请选币种。" }),
  summary: required(textField(1000), "请写协议约定了什么，公众会看到。"),
  party: z.record(
    z.string(),
    z.object({
      name: required(textField(60), "请写这一方在协议标题或正文里的名称。"),
      organization: textField(100),
      kind: oneOf(organizationKinds, "请选单位的类别。"),
    }),
  ),
});
export type TypedAgreement = z.output<typeof agreementFormSchema>;

/** An empty answer means that it is not stated. */
function oneOf<const Value extends string>(values: readonly Value[], message: string) {
  return lenientField<Value>((text) => {
    const value = values.find((known) => known === text);
    return value ? { value } : { refusal: message };
  });
}
