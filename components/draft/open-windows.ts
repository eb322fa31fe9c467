// Windows of one browser share what it keeps: each says, when asked, which form it holds.
const channelName = "open-forms";
const patienceMs = 500;

type Message = { asks: string } | { holds: string };

/** Answers for this window; returns how to stop. */
export function answerFor(formId: string): () => void {
  const channel = openChannel();
  if (!channel) return () => {};
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ("asks" in data && data.asks === formId) channel.postMessage({ holds: formId } satisfies Message);
  };
  return () => channel.close();
}

/** Those for which no window answers: it was closed, or killed. */
export async function findAbandoned(formIds: readonly string[]): Promise<string[]> {
  const channel = formIds.length > 0 ? openChannel() : null;
  if (!channel) return [...formIds];
  const held = new Set<string>();
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ("holds" in data) held.add(data.holds);
  };
  for (const formId of formIds) channel.postMessage({ asks: formId } satisfies Message);
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  channel.close();
  return formIds.filter((formId) => !held.has(formId));
}

function openChannel(): BroadcastChannel | null {
  return typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(channelName);
}
