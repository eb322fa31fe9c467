/** The same items, each read while the one before is worked on; what the last one ends with is left out. */
export async function* readAhead<Item>(items: AsyncGenerator<Item, unknown>): AsyncGenerator<Item, void> {
  try {
    let coming = items.next();
    for (;;) {
      const item = await coming;
      if (item.done) return;
      coming = items.next();
      // It is awaited in its turn; until then nobody listens to how it fails.
      coming.catch(() => {});
      yield item.value;
    }
  } finally {
    await items.return(undefined);
  }
}
