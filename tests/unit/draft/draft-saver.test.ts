import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftSaver, type SaveAnswer, type SaveState, type Sending } from "@/components/draft/draft-saver";
import { untouchedForm } from "@/lib/draft/draft-rules";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const written: SaveAnswer = {
  kind: "written",
  written: { ...untouchedForm({}), errors: {}, isChecked: false, isReady: false },
};
const differs: SaveAnswer = {
  kind: "written",
  written: { ...written.written, differences: [{ field: "percent", mine: "20", stored: "10" }] },
};
const offline: SaveAnswer = { kind: "away", why: "offline" };

/** A saver whose server gives these answers in turn, and then always the last one. */
function saverOf(...answers: [SaveAnswer, ...SaveAnswer[]]) {
  const sent: Sending[] = [];
  const states: SaveState["kind"][] = [];
  const saver = new DraftSaver({
    send: async (sending) => {
      sent.push(sending);
      const [next, ...more] = answers;
      if (more[0]) answers = [more[0], ...more.slice(1)];
      return next;
    },
    show: ({ kind }) => states.push(kind),
  });
  return { saver, sent, states };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

describe("what is typed", () => {
  it("is sent within three seconds, once for many keystrokes", async () => {
    const { saver, sent, states } = saverOf(written);
    for (let stroke = 0; stroke < 5; stroke += 1) saver.touch();
    expect(saver.hasUnsaved).toBe(true);
    await seconds(3);
    expect(sent).toEqual([{ intent: "save", turn: 1 }]);
    expect(states.at(-1)).toBe("rest");
    expect(saver.hasUnsaved).toBe(false);
  });

  it("is sent again and again while somebody types without a pause", async () => {
    const { saver, sent } = saverOf(written);
    for (let stroke = 0; stroke < 100; stroke += 1) {
      saver.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent.length).toBeGreaterThanOrEqual(3);
  });

  it("while a saving is on its way is sent by the next one", async () => {
    let answer: (value: SaveAnswer) => void = () => {};
    const sent: Sending[] = [];
    const send = (sending: Sending) => {
      sent.push(sending);
      return new Promise<SaveAnswer>((resolve) => {
        answer = resolve;
      });
    };
    const saver = new DraftSaver({ send, show: () => {} });
    saver.touch();
    await seconds(3);
    saver.touch();
    await seconds(30);
    expect(sent).toHaveLength(1);
    answer(written);
    await seconds(3);
    expect(sent.map(({ turn }) => turn)).toEqual([1, 2]);
    answer(written);
    await seconds(0);
    expect(saver.hasUnsaved).toBe(false);
  });
});

describe("while nothing can be saved", () => {
  it("it is said, tried again with longer pauses, and over as soon as one arrives", async () => {
    const { saver, sent, states } = saverOf(offline, offline, offline, written);
    saver.touch();
    await seconds(2);
    expect(states.at(-1)).toBe("away");
    await seconds(1);
    expect(sent).toHaveLength(2);
    await seconds(1);
    expect(sent).toHaveLength(2);
    await seconds(10);
    expect(sent).toHaveLength(4);
    expect(states.at(-1)).toBe("rest");
    expect(saver.hasUnsaved).toBe(false);
  });

  it("typing on does not hurry the next attempt, the network's return does", async () => {
    const { saver, sent } = saverOf(offline, offline, offline, offline, offline, written);
    saver.touch();
    await seconds(20);
    const before = sent.length;
    saver.touch();
    await seconds(0.1);
    expect(sent).toHaveLength(before);
    saver.wake();
    await seconds(0);
    expect(sent).toHaveLength(before + 1);
  });

  it("it never gives up", async () => {
    const { saver, sent, states } = saverOf(offline);
    saver.touch();
    await seconds(3600);
    expect(sent.length).toBeGreaterThan(200);
    expect(states.at(-1)).toBe("away");
  });
});

describe("where another window has stored something else", () => {
  it("nothing is sent before the author has chosen", async () => {
    const { saver, sent, states } = saverOf(differs, written);
    saver.touch();
    await seconds(3);
    expect(states.at(-1)).toBe("conflict");
    saver.touch();
    saver.wake();
    await seconds(60);
    expect(sent).toHaveLength(1);
    await saver.resume();
    expect(sent).toHaveLength(2);
    expect(states.at(-1)).toBe("rest");
  });
});

it("what is refused is said and sent again once it was changed", async () => {
  const { saver, sent, states } = saverOf({ kind: "refused", message: "太长" }, written);
  saver.touch();
  await seconds(60);
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe("refused");
  saver.touch();
  await seconds(3);
  expect(states.at(-1)).toBe("rest");
});

it("a check waits for the saving before it and takes its number after it", async () => {
  const { saver, sent } = saverOf(written);
  saver.touch();
  const saving = saver.save();
  const checking = saver.save("check");
  await Promise.all([saving, checking]);
  expect(sent).toEqual([
    { intent: "save", turn: 1 },
    { intent: "check", turn: 2 },
  ]);
});

it("after its end nothing is sent and nothing is unsaved", async () => {
  const { saver, sent } = saverOf(written);
  saver.touch();
  saver.end();
  await seconds(60);
  expect(sent).toEqual([]);
  expect(saver.hasUnsaved).toBe(false);
});
