import type { FormEvent, RefObject } from "react";
import { EditorialSlip } from "@/components/progress/editorial-slip";
import { DraftOffer } from "@/components/staff/draft-conflict";
import { Note } from "@/components/ui/note";
import { keptValues } from "@/lib/result";
import { DiscardDraft, type Discarding } from "./discard-draft";
import type { DraftKeeper, DraftPage, DraftView } from "./draft-keeper";
import { SaveAnnouncement, SaveMark } from "./save-mark";

type Props = { view: DraftView; keeper: RefObject<DraftKeeper | null> };

type MarkProps = Props & {
  discarding: Discarding;
  /** What it mends was returned. */
  isReturned: boolean;
  /** More than the draft was kept with it. */
  hasMore?: boolean;
};

/** Beside the form's title: whether it is saved, in which state it is, and how to be rid of it. */
export function DraftMarks({ view, keeper, discarding, isReturned, hasMore = false }: MarkProps) {
  const isStored = view.draftVersion !== null;
  return (
    <div className="row">
      <SaveMark view={view} />
      {(isReturned || isStored) && <EditorialSlip state={isReturned ? "returned" : "draft"} />}
      {(isStored || hasMore) && <DiscardDraft {...discarding} keeper={keeper} />}
    </div>
  );
}

/** Above the form: what came back of what was not saved. */
export function DraftNotices({ view, keeper, nameOf }: Props & { nameOf: (field: string) => string }) {
  const settle = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    keeper.current?.settleOffers(keptValues(new FormData(event.currentTarget)));
  };
  return (
    <>
      <SaveAnnouncement view={view} />
      {view.isRestored && (
        <Note tone="ok" role="status">
          上次没有存上的内容已经恢复，请核对。
        </Note>
      )}
      {view.offers.length > 0 && (
        <form onSubmit={settle}>
          <DraftOffer differences={view.offers} nameOf={nameOf} />
        </form>
      )}
    </>
  );
}

/** What the form sends besides what was typed. */
export function DraftInputs({ view, page, code }: Pick<Props, "view"> & { page: DraftPage; code: string }) {
  return (
    <>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="keeper" value={page.keeper} />
      <input type="hidden" name="draftVersion" value={view.draftVersion ?? ""} />
      <input type="hidden" name="parkedVersion" value={view.parkedVersion ?? ""} />
    </>
  );
}
