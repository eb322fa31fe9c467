import { expect, test } from "vitest";
import { readAhead } from "@/lib/excel/read-ahead";

const read: string[] = [];

async function* letters(fails = false) {
  try {
    for (const letter of ["a", "b", "c"]) {
      read.push(letter);
      yield letter;
    }
    if (fails) throw new Error("the file ended");
  } finally {
    read.push("end");
  }
}

async function taken(items: AsyncIterable<string>, most = 9): Promise<string[]> {
  const all: string[] = [];
  for await (const item of items) {
    all.push(item);
    if (all.length === most) break;
  }
  return all;
}

test("the items come in their order, and the next is read while one is worked on", async () => {
  read.length = 0;
  const ahead = readAhead(letters());
  await ahead.next();
  await Promise.resolve();
  expect(read).toEqual(["a", "b"]);
  expect(await taken(ahead)).toEqual(["b", "c"]);
});

test("what fails while it is read ahead fails when it would be given out", async () => {
  await expect(taken(readAhead(letters(true)))).rejects.toThrow("the file ended");
  expect(await taken(readAhead(letters(true)), 3)).toEqual(["a", "b", "c"]);
});

test("who leaves early leaves nothing open", async () => {
  read.length = 0;
  await taken(readAhead(letters()), 1);
  expect(read).toEqual(["a", "b", "end"]);
});
