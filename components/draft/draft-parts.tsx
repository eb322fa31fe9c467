import type { FormEvent, RefObject } from "react";
import { EditorialSlip } from "@/components/progress/editorial-slip";
import { Note } from "@/components/ui/note";
import { keptValues } from "@/lib/result";
import { DiscardDraft, type Discarding } from "./discard-draft";
import { DraftOffer, type FieldWords } from "./draft-conflict";
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
    <div className="row empty:hidden">
      <SaveMark view={view} />
      {(isReturned || isStored) && <EditorialSlip state={isReturned ? "returned" : "draft"} />}
      {(isStored || hasMore) && <DiscardDraft {...discarding} keeper={keeper} />}
    </div>
  );
}

/** Above the form: what came back of what was not saved. */
export function DraftNotices({ view, keeper, words }: Props & { words: FieldWords }) {
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
          <DraftOffer differences={view.offers} words={words} />
        </form>
      )}
    </>
  );
}

type InputsProps = Pick<Props, "view"> & {
  page: DraftPage;
  /** What the form is about. */
  address: Record<string, string>;
};

/** What the form sends besides what was typed. */
export function DraftInputs({ view, page, address }: InputsProps) {
  return (
    <>
      {Object.entries(address).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="keeper" value={page.keeper} />
      <input type="hidden" name="draftVersion" value={view.draftVersion ?? ""} />
      <input type="hidden" name="parkedVersion" value={view.parkedVersion ?? ""} />
    </>
  );
}
