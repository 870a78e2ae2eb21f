// The same message in the format of a platform: indented, coloured, copyable.

import { h } from "./dom.js";

const TOKENS = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/g;

export function sourceView(json, label, said) {
  const text = JSON.stringify(json, null, 2);
  const copy = h("button", { type: "button", class: "text copy", onclick: () => copyText(text, copy, said) }, said.copy);
  return h("div", { class: "source" }, copy, h("pre", { tabindex: "0", role: "region", "aria-label": label }, h("code", {}, coloured(text))));
}

function coloured(text) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(TOKENS)) {
    const token = match[1] ?? match[3];
    const kind = match[2] ? "key" : match[1] ? "string" : "value";
    parts.push(text.slice(last, match.index), h("span", { class: kind }, token));
    last = match.index + token.length;
  }
  parts.push(text.slice(last));
  return parts;
}

async function copyText(text, button, said) {
  await navigator.clipboard.writeText(text);
  button.textContent = said.copied;
  setTimeout(() => {
    button.textContent = said.copy;
  }, 2000);
}
