// Builds nodes. Text only ever becomes text: nothing here reads markup.

let counted = 0;

export function unique(stem) {
  counted += 1;
  return `${stem}-${counted}`;
}

export function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function safeAddress(address, kinds) {
  try {
    const url = new URL(address);
    return kinds.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function byId(id) {
  return document.getElementById(id);
}
