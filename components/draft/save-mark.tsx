import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import { awayText, keptHereText } from "@/lib/text/draft-text";
import type { DraftView } from "./draft-keeper";
import type { SaveState } from "./draft-saver";

type Props = { view: Pick<DraftView, "save" | "savedAt"> };

/** Whether all that was typed is saved, and since when. Not read out: it changes with every few words. */
export function SaveMark({ view: { save, savedAt } }: Props) {
  if (save.kind === "saving") return <span className="save">正在保存 …</span>;
  if (save.kind !== "rest") {
    return (
      <span className="save bad">
        <Icon name="warn" />
        未保存
      </span>
    );
  }
  if (!savedAt) return null;
  return (
    <span className="save">
      <Icon name="ok" />
      {`已保存 ${timeOf(savedAt)}`}
    </span>
  );
}

/** Why nothing is saved, beside the buttons, where it is seen from everywhere in the form; null: all is well. */
export function SaveProblem({ view: { save } }: Props) {
  const problem = problemOf(save);
  if (!problem) return null;
  return (
    <p className="save bad">
      <Icon name="warn" />
      <span>
        {problem} {save.kind === "away" && keptHereText}
        {save.kind === "away" && save.why === "signedOut" && (
          <a href={paths.signIn(paths.staff())} target="_blank" rel="noreferrer">
            在新窗口登录
          </a>
        )}
        {save.kind === "conflict" && <a href="#conflict">去选择</a>}
      </span>
    </p>
  );
}

/** The same for who does not see it: said once when saving stops, and once when it goes on. */
export function SaveAnnouncement({ view: { save } }: Props) {
  return (
    <p className="vh" role="status">
      {problemOf(save)}
    </p>
  );
}

function problemOf(save: SaveState): string | null {
  if (save.kind === "away") return awayText[save.why];
  if (save.kind === "refused") return `未保存：${save.message}`;
  return save.kind === "conflict" ? "未保存：这份草稿在别的窗口改过。" : null;
}

function timeOf(instant: string): string {
  return formatInstant(new Date(instant)).slice(11);
}
