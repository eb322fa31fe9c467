import { Icon } from "@/components/ui/icon";
import type { RefusedUpload, Upload } from "./use-uploads";

type Props = { uploads: readonly Upload[]; refused: readonly RefusedUpload[] };

/** What is on its way, and what was not taken. */
export function UploadProgress({ uploads, refused }: Props) {
  return (
    <>
      {uploads.map(({ id, name, share }) => (
        <p key={id} className="small">
          <label>
            {`正在上传 ${name} `}
            <progress max={1} value={share} />
          </label>
        </p>
      ))}
      {refused.length > 0 && (
        <div role="alert">
          {refused.map(({ id, name, message }) => (
            <p key={id} className="err">
              <Icon name="bad" />
              <span>
                <span className="vh">错误：</span>
                {`${name}：${message}`}
              </span>
            </p>
          ))}
        </div>
      )}
    </>
  );
}
