import { Panel } from "@/components/ui/panel";
import { QrCode } from "@/components/ui/qr-code";
import type { OwnSecondFactor } from "@/lib/account/second-factor-queries";
import { ConfirmSecondFactor } from "./confirm-second-factor";
import { OfferSecondFactorForm } from "./offer-second-factor-form";
import { TurnOffSecondFactorForm } from "./turn-off-second-factor-form";

/** The second factor of one's own account: off, offered or on. */
export function SecondFactorPanel({ factor }: { factor: OwnSecondFactor }) {
  const { state } = factor;
  return (
    <Panel id="second-factor" title="两步验证" note={stateText[state]} className="max-w-xl">
      <div className="stack">
        <ConfirmSecondFactor key={factor.offer} state={state}>
          {state === "offered" && <Secret text={factor.text} link={factor.link} />}
        </ConfirmSecondFactor>
        {state === "off" && <OfferSecondFactorForm />}
        {state === "on" && (
          <>
            <p>{`${factor.since} 启用。还有 ${factor.recoveryCodesLeft} 个恢复码没用过。`}</p>
            <TurnOffSecondFactorForm />
          </>
        )}
      </div>
    </Panel>
  );
}

const stateText = { off: "未启用", offered: "还差一步", on: "已启用" } as const;

function Secret({ text, link }: { text: string; link: string }) {
  return (
    <>
      <p role="status">用验证器应用扫描二维码，或输入下面的密钥。15 分钟内有效。</p>
      <QrCode text={link} label="两步验证的二维码，内容与下面的密钥相同" />
      <p>
        密钥 <code className="font-mono">{text}</code>
      </p>
    </>
  );
}
