import type { WrittenForm } from "@/lib/draft/draft-rules";
import type { awayText } from "@/lib/text/draft-text";

/** Why nothing can be saved for the moment. */
export type Away = keyof typeof awayText;

export type SaveAnswer =
  | { kind: "written"; written: WrittenForm }
  | { kind: "away"; why: Away }
  | { kind: "refused"; message: string };

/**  rest ──touch──▶ saving ──written──▶ rest
 *                    │ ▲ └──differs──▶ conflict ──resume──▶ saving
 *                  away retry
 *                    ▼ │
 *                   away                                            */
export type SaveState =
  | { kind: "rest" }
  | { kind: "saving" }
  | { kind: "away"; why: Away }
  | { kind: "refused"; message: string }
  | { kind: "conflict" };

/** One sending of the form; `turn` counts them, so that one that arrives late overtakes none. */
export type Sending = { intent: string; turn: number };

type Options = {
  send: (sending: Sending) => Promise<SaveAnswer>;
  /** Called at each change of state. */
  show: (state: SaveState) => void;
};

/** From the first unsaved keystroke on, so that who types on and on is saved all the same. */
const delayMs = 1_500;
const firstRetryMs = 1_000;
const lastRetryMs = 15_000;

/** Sends a form one at a time: soon after something was typed, and again until it got there. */
export class DraftSaver {
  private typed = 0;
  private stored = 0;
  private turn = 0;
  private failures = 0;
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private state: SaveState = { kind: "rest" };

  constructor(private readonly options: Options) {}

  get hasUnsaved(): boolean {
    return this.typed > this.stored;
  }

  /** The author has to choose first. */
  get isHeld(): boolean {
    return this.state.kind === "conflict";
  }

  /** Something was typed. */
  touch(): void {
    this.typed += 1;
    if (this.isHeld) return;
    if (this.state.kind !== "away") this.enter({ kind: "saving" });
    this.sendIn(delayMs);
  }

  /** Sends the form now, after what is on its way. */
  save(intent = "save"): Promise<SaveAnswer> {
    const answer = this.queue.then(() => this.sendNow(intent));
    this.queue = answer;
    return answer;
  }

  /** The way may be free again. */
  wake(): void {
    if (this.state.kind === "away" && !this.isSending) void this.save();
  }

  /** Nothing is sent before the author has chosen. */
  hold(): void {
    this.cancel();
    this.enter({ kind: "conflict" });
  }

  /** Nothing is sent any more: the page goes on to another. */
  end(): void {
    this.cancel();
    this.stored = this.typed;
    this.enter({ kind: "rest" });
  }

  /** The author has chosen. */
  resume(): Promise<SaveAnswer> {
    this.typed += 1;
    this.enter({ kind: "saving" });
    return this.save();
  }

  /** A number for a sending that goes another way. */
  nextTurn(): number {
    this.turn += 1;
    return this.turn;
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private sendIn(ms: number): void {
    if (this.timer !== undefined || this.isSending) return;
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private async sendNow(intent: string): Promise<SaveAnswer> {
    this.cancel();
    const typed = this.typed;
    this.isSending = true;
    const answer = await this.options.send({ intent, turn: this.nextTurn() });
    this.isSending = false;
    this.settle(answer, typed);
    return answer;
  }

  private settle(answer: SaveAnswer, typed: number): void {
    if (answer.kind === "away") this.retry(answer.why);
    else this.failures = 0;
    if (answer.kind === "refused") this.enter(answer);
    if (answer.kind !== "written") return;
    const differs = answer.written.differences.length > 0;
    if (!differs) this.stored = typed;
    this.enter({ kind: differs ? "conflict" : this.hasUnsaved ? "saving" : "rest" });
    if (!differs && this.hasUnsaved) this.sendIn(delayMs);
  }

  private retry(why: Away): void {
    const waitMs = Math.min(firstRetryMs * 2 ** this.failures, lastRetryMs);
    this.failures += 1;
    this.enter({ kind: "away", why });
    this.sendIn(waitMs);
  }

  private enter(state: SaveState): void {
    this.state = state;
    this.options.show(state);
  }
}
