import type { ActionState } from "@/lib/auth/action";
import {
  type FieldDifference,
  fieldDifferences,
  type OpenedForm,
  takenOf,
  type WrittenForm,
} from "@/lib/draft/draft-rules";
import type { KeptValues } from "@/lib/result";
import { DraftSaver, type SaveState, type Sending } from "./draft-saver";
import { fillIn, formValues, wasTypedInto } from "./form-values";
import { findAbandoned } from "./open-windows";
import { sendDraft, sendDraftOnLeaving } from "./send-draft";
import * as copies from "./unsaved-copy";

/** What a page tells the browser about its form. */
export type DraftPage = {
  opened: OpenedForm;
  /** Whose form it is, sealed. */
  keeper: string;
  /** Tells the unsaved copies in this browser apart, by account and form. */
  copyKey: string;
};

/** A difference that the author has to settle. `takesStored`: proposed, as this window did not change the field. */
export type OpenDifference = FieldDifference & { takesStored: boolean };

export type DraftView = Pick<OpenedForm, "draftVersion" | "savedAt" | "parkedVersion"> & {
  save: SaveState;
  /** Against what another window has stored: nothing is saved before they are settled. */
  conflicts: OpenDifference[];
  /** Against a copy in this browser that never reached the server. */
  offers: OpenDifference[];
  /** What was left unsaved was found and put back. */
  isRestored: boolean;
  /** What the server said to the last sending; null: nothing yet. */
  written: WrittenForm | null;
};

export function firstView({ opened }: DraftPage): DraftView {
  const { draftVersion, savedAt, parkedVersion, differences } = opened;
  return {
    draftVersion,
    savedAt,
    parkedVersion,
    save: { kind: differences.length > 0 ? "conflict" : "rest" },
    conflicts: differences.map((difference) => ({ ...difference, takesStored: false })),
    offers: [],
    isRestored: parkedVersion !== null && differences.length === 0,
    written: null,
  };
}

type Options = {
  show: (view: DraftView) => void;
  /** Makes inputs for values that the form has none for yet. */
  makeRoom: (values: KeptValues) => void;
};

/** Keeps what is typed into one form: on the server, and in this browser until it is there. */
export class DraftKeeper {
  readonly saver: DraftSaver;
  private view: DraftView;
  /** What this window last knew to be stored; `version` is that of its own last saving. */
  private base: { values: KeptValues; version: number | null };
  readonly formId = newId();
  /** What is offered. */
  private aside: copies.UnsavedCopy | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly page: DraftPage,
    private readonly options: Options,
  ) {
    this.view = firstView(page);
    this.base = { values: page.opened.values, version: page.opened.draftVersion };
    this.saver = new DraftSaver({
      send: (sending) => this.send(sending),
      show: (save) => this.show({ save }),
    });
    if (this.view.conflicts.length > 0) this.saver.hold();
  }

  /** Takes up what was typed before there was a keeper, and looks for what earlier windows could not save. */
  async begin(now: number): Promise<void> {
    if (wasTypedInto(this.form)) this.typed();
    copies.dropOldCopies(now);
    const { opened, copyKey } = this.page;
    const found = copies.findCopies(copyKey);
    const abandoned = await findAbandoned(found.map(({ formId }) => formId));
    for (const copy of found) if (abandoned.includes(copy.formId)) this.takeUp(copy);
    this.offer();
    // What came after the session had ended is shown, and in no draft yet.
    if (opened.parkedVersion !== null && !this.saver.isHeld) this.typed();
  }

  /** Something was typed. */
  typed(): void {
    const values = formValues(this.form);
    const { version } = this.base;
    copies.keepCopy(this.page.copyKey, { values, version, formId: this.formId, at: Date.now() });
    this.saver.touch();
  }

  /** Takes what the author chose in each conflict, and saves. */
  settleConflicts(choices: KeptValues): void {
    const taken = takenOf(this.view.conflicts, choices);
    this.fillIn(Object.fromEntries(taken.map(({ field, stored }) => [field, stored])));
    this.show({ conflicts: [] });
    void this.saver.resume();
  }

  /** The same for what this browser had kept. */
  settleOffers(choices: KeptValues): void {
    const left = takenOf(this.view.offers, choices);
    const kept = this.view.offers.filter((offer) => !left.includes(offer));
    this.fillIn(Object.fromEntries(kept.map(({ field, mine }) => [field, mine])));
    if (this.aside) copies.dropAside(this.page.copyKey, this.aside);
    this.offer();
  }

  fillIn(values: KeptValues): void {
    if (Object.keys(values).length === 0) return;
    this.options.makeRoom(values);
    fillIn(this.form, values);
    this.typed();
  }

  /** The page is being left. */
  leave(): void {
    const isWorthIt = this.saver.hasUnsaved && this.view.conflicts.length === 0;
    if (isWorthIt) sendDraftOnLeaving(this.data({ intent: "save", turn: this.saver.nextTurn() }));
  }

  /** The draft was thrown away or handed in: nothing is kept any more. */
  end(): void {
    this.saver.end();
    copies.dropCopies(this.page.copyKey);
  }

  /** The form as it stands, to be sent. */
  data({ intent, turn }: Sending): FormData {
    const data = new FormData(this.form);
    data.set("intent", intent);
    data.set("formId", this.formId);
    data.set("turn", String(turn));
    data.set("draftVersion", String(this.view.draftVersion ?? ""));
    data.set("parkedVersion", String(this.view.parkedVersion ?? ""));
    return data;
  }

  private async send(sending: Sending) {
    const values = formValues(this.form);
    const answer = await sendDraft(this.data(sending));
    if (answer.kind === "written") this.heard(answer.written, values);
    return answer;
  }

  private heard(written: WrittenForm, sent: KeptValues): void {
    const { draftVersion, savedAt, parkedVersion, differences, settled = {} } = written;
    if (differences.length > 0) {
      const conflicts = differences.map((difference) => ({
        ...difference,
        takesStored: (this.base.values[difference.field] ?? "") === difference.mine,
      }));
      this.show({ draftVersion, conflicts });
      return;
    }
    const isAllSaved = fieldDifferences(formValues(this.form), sent).length === 0;
    this.base = { values: isAllSaved ? { ...sent, ...settled } : sent, version: draftVersion };
    this.show({ draftVersion, savedAt, parkedVersion, conflicts: [], written });
    if (!isAllSaved) return void this.typed();
    // Only where nothing was typed meanwhile, which is sent again and settled then.
    this.fillIn(settled);
    copies.dropCopy(this.page.copyKey, this);
  }

  /** Goes on from a copy where nobody has changed the draft since; else its author has to look at it. */
  private takeUp(copy: copies.UnsavedCopy): void {
    const { opened, copyKey } = this.page;
    const goesOn = copy.version === opened.draftVersion || copy.formId === opened.values.formId;
    const isSame = fieldDifferences(copy.values, formValues(this.form)).length === 0;
    const isInUse = this.view.isRestored || this.saver.hasUnsaved || this.saver.isHeld;
    if (!isSame && (!goesOn || isInUse)) return void copies.putAside(copyKey, copy);
    copies.dropCopy(copyKey, copy);
    if (isSame) return;
    this.fillIn(copy.values);
    this.show({ isRestored: true });
  }

  /** Shows the newest copy that was put aside, against what stands in the form. */
  private offer(): void {
    this.aside = copies.findAside(this.page.copyKey);
    const differences = this.aside ? fieldDifferences(this.aside.values, formValues(this.form)) : [];
    if (this.aside && differences.length === 0) copies.dropAside(this.page.copyKey, this.aside);
    this.show({ offers: differences.map((difference) => ({ ...difference, takesStored: false })) });
  }

  private show(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    this.options.show(this.view);
  }
}

/** The form as the page opened it, or as it came back without JavaScript. */
export function openedPage(page: DraftPage, { result, values }: ActionState<WrittenForm>): DraftPage {
  if (result) return { ...page, opened: result };
  const wasSent = Object.keys(values).length > 0;
  return wasSent ? { ...page, opened: { ...page.opened, values } } : page;
}

/** `crypto.randomUUID` is only there under https. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
