// One function for each neutral element; all texts become text nodes.

import { h, safeAddress, unique } from "./dom.js";
import { nameOf } from "./names.js";
import { words } from "./wording.js";

const MOST_BUTTONS = 5;

export function renderMessage(message, press) {
  const room = { lang: message.lang, said: words(message.lang), press };
  return h("div", { class: "elements", lang: message.lang }, message.elements.map((element) => render(element, room)));
}

export function render(element, room) {
  return RENDERERS[element.type](element, room);
}

const RENDERERS = {
  heading: ({ text }) => h("h2", {}, text),
  text: ({ spans }) => h("p", {}, spans.map(span)),
  bullets: ({ items }) => h("ul", {}, items.map((item) => h("li", {}, item))),
  divider: () => h("hr"),
  facts: ({ pairs }) => h("dl", { class: "facts" }, pairs.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
  progress,
  chart,
  bars: chart,
  link,
  choices,
  multi,
  scale,
  when,
  receipt,
  footer,
};

function span({ text, style, link: address, person }) {
  const href = address && safeAddress(address, ["https:"]);
  const inner = href ? h("a", outward(href), text) : person ? h("span", { class: "named" }, nameOf(person) ?? text) : text;
  if (style === "bold") return h("strong", {}, inner);
  if (style === "italic") return h("em", {}, inner);
  return inner;
}

function outward(href) {
  return { href, target: "_blank", rel: "noopener noreferrer" };
}

function link({ label, url }, { said }) {
  const href = safeAddress(url, ["https:", "http:"]);
  if (!href) return h("p", {}, label);
  return h("p", { class: "row" }, h("a", { ...outward(href), class: "button", "aria-label": `${label} (${said.opens})` }, label, h("span", { "aria-hidden": "true" }, " ↗")));
}

function progress({ value, target, label, reads }, { lang, said }) {
  const number = new Intl.NumberFormat(lang);
  const id = unique("progress");
  return h(
    "div",
    { class: "progress" },
    h("span", { id }, h("strong", {}, reads || said.of(number.format(value), number.format(target))), ` ${label}`),
    h("progress", { max: Math.max(target, 1e-9), value: Math.min(value, target), "aria-labelledby": id }),
  );
}

function chart({ title, alt, url, lines }) {
  const [heading, ...rest] = lines;
  const written = [h("p", {}, h("strong", {}, heading)), h("ul", { class: "bars" }, rest.map((line) => h("li", {}, line)))];
  const address = ownPath(url);
  const words = h("div", { class: "chart" }, written); // to read until it is drawn, which may take seconds
  const picture = h("img", { alt, onload: () => words.replaceWith(h("figure", { class: "chart" }, h("figcaption", {}, title), picture)) });
  if (address) picture.src = address;
  return words;
}

// The page may be open under another name of this computer than the one in the address.
function ownPath(url) {
  const href = safeAddress(url, ["http:", "https:"]);
  return href && new URL(href).pathname;
}

function choices(element, room) {
  return element.compact || element.options.length > MOST_BUTTONS ? list(element, room) : buttons(element, room);
}

function buttons({ token, options, label }, room) {
  const id = unique("choices");
  return h(
    "div",
    { class: "choices", role: "group", "aria-labelledby": label ? id : null },
    label && h("p", { id, class: "label" }, label),
    h("div", { class: "row" }, options.map((option) => optionButton(token, option, room))),
  );
}

function optionButton(token, option, { press }) {
  const style = option.style === "plain" ? "" : option.style;
  return h(
    "button",
    { type: "button", class: style, "aria-label": option.described || null, onclick: (event) => press({ token, option: option.id, values: {} }, option.confirm, event.currentTarget) },
    option.label,
  );
}

function list({ token, options, label }, { press, said }) {
  const name = unique("list");
  const save = h("button", { type: "button", class: "primary", disabled: true, onclick: (event) => send(event.currentTarget) }, said.save);
  const rows = options.map((option) =>
    row("radio", name, option, false, () => {
      save.disabled = false;
    }),
  );
  const send = (button) => {
    const chosen = options[rows.findIndex((one) => one.querySelector("input").checked)];
    press({ token, option: chosen.id, values: {} }, chosen.confirm, button);
  };
  return h("fieldset", { "aria-label": label ? null : said.choose }, label && h("legend", {}, label), h("div", { class: "options" }, rows), h("p", { class: "row" }, save));
}

export function row(kind, name, option, checked, onchange) {
  return h(
    "label",
    { class: "option" },
    h("input", { type: kind, name, value: option.id, checked, onchange, "aria-label": option.described || null }),
    h("span", {}, option.label, option.hint && h("small", {}, option.hint)),
  );
}

function multi({ token, options, most, label, save, chosen }, { press, said }) {
  const rows = options.map((option) => row("checkbox", token, option, chosen.includes(option.id), () => limit(rows, most)));
  limit(rows, most);
  const send = (event) => press({ token, option: "save", values: { chosen: checkedIn(rows) } }, "", event.currentTarget);
  return h(
    "fieldset",
    {},
    h("legend", {}, label, h("small", {}, ` (${said.atMost(most)})`)),
    h("div", { class: "options" }, rows),
    h("p", { class: "row" }, h("button", { type: "button", class: "primary", onclick: send }, save)),
  );
}

export function checkedIn(rows) {
  return rows.map((one) => one.querySelector("input")).filter((input) => input.checked).map((input) => input.value);
}

export function limit(rows, most) {
  const full = checkedIn(rows).length >= most;
  for (const input of rows.map((one) => one.querySelector("input"))) input.disabled = full && !input.checked;
}

function scale({ token, low, high, low_label, high_label }, { press }) {
  const numbers = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const spoken = (number) => (number === low && low_label ? `${number}, ${low_label}` : number === high && high_label ? `${number}, ${high_label}` : null);
  return h(
    "div",
    { class: "scale", role: "group", "aria-label": [`${low}–${high}`, low_label, high_label].filter(Boolean).join(", ") },
    h(
      "div",
      { class: "numbers" },
      numbers.map((number) =>
        h("button", { type: "button", "aria-label": spoken(number), onclick: (event) => press({ token, option: String(number), values: {} }, "", event.currentTarget) }, String(number)),
      ),
    ),
    (low_label || high_label) && h("div", { class: "ends", "aria-hidden": "true" }, h("span", {}, low_label), h("span", {}, high_label)),
  );
}

function when({ token, quick, label, save, chosen, earliest }, room) {
  const id = unique("day");
  const day = h("input", { id, type: "date", value: chosen || null, min: earliest || null });
  const send = (event) => {
    if (!day.value || !day.checkValidity()) day.focus();
    else room.press({ token, option: "date", values: { date: day.value } }, "", event.currentTarget);
  };
  return h(
    "div",
    { class: "when" },
    h("div", { class: "row" }, quick.map((option) => optionButton(token, option, room))),
    h("div", { class: "row" }, h("label", { for: id }, label), day, h("button", { type: "button", onclick: send }, save)),
  );
}

function receipt({ spans, token, change }, { press }) {
  return h(
    "div",
    { class: "receipt" },
    h("p", {}, spans.map(span)),
    token && change && h("button", { type: "button", class: "text", onclick: (event) => press({ token, option: "change", values: {} }, "", event.currentTarget) }, change),
  );
}

function footer({ visibility, help, menu, menu_label }, room) {
  return h(
    "div",
    { class: "footer" },
    h("p", {}, h("span", { class: "eye", "aria-hidden": "true" }), visibility),
    h("button", { type: "button", class: "text", onclick: (event) => room.press({ token: "menu", option: "help", values: {} }, "", event.currentTarget) }, help),
    menu.length > 0 && overflow(menu, menu_label || room.said.more, room),
  );
}

function overflow(menu, label, room) {
  const id = unique("menu");
  const entries = h("div", { id, class: "menu", hidden: true }, menu.map((option) => optionButton("menu", option, room)));
  const opener = h("button", { type: "button", class: "icon", "aria-label": label, "aria-expanded": "false", "aria-controls": id }, h("span", { "aria-hidden": "true" }, "⋯"));
  const show = (open) => {
    entries.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const box = h("div", { class: "overflow" }, opener, entries);
  opener.addEventListener("click", () => show(entries.hidden));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !entries.hidden) {
      show(false);
      opener.focus();
    }
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) show(false);
  });
  box.addEventListener("putaway", () => show(false));
  return box;
}

// One listener for all menus: messages come and go, the document stays.
document.addEventListener("click", (event) => {
  for (const box of document.querySelectorAll(".overflow")) {
    if (!box.contains(event.target) || event.target.closest(".menu")) box.dispatchEvent(new Event("putaway"));
  }
});
