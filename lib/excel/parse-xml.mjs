import { SaxesParser } from "saxes";
import { WorkbookRefusal } from "./workbook-limits.mjs";

/**
 * @typedef {{
 *   open?: (name: string, attributes: Record<string, string>) => void,
 *   close?: (name: string) => void,
 *   text?: (text: string) => void,
 * }} Handlers names are without their namespace's prefix
 */

/**
 * Parses one part of a workbook as it is read, and yields after each chunk, so that what the handlers have gathered can
 * be passed on. No entity but XML's own five is known, and a document type is refused.
 * @param {AsyncIterable<string>} chunks
 * @param {Handlers} handlers
 */
export async function* parseXml(chunks, { open, close, text }) {
  const parser = new SaxesParser({ position: false });
  parser.on("doctype", () => {
    throw new WorkbookRefusal("damaged", "doctype");
  });
  parser.on("error", (error) => {
    throw new WorkbookRefusal("damaged", error.message);
  });
  if (open) parser.on("opentag", ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on("closetag", ({ name }) => close(localName(name)));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  for await (const chunk of chunks) {
    parser.write(chunk);
    yield;
  }
  parser.close();
}

/** Parses a small part to its end. */
export async function parseWhole(chunks, handlers) {
  for await (const _chunk of parseXml(chunks, handlers));
}

function localName(name) {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
