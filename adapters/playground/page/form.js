// A form of the bot as a modal dialog: labels, hints, errors beside their fields.

import { byId, h, unique } from "./dom.js";
import { checkedIn, limit, render, row } from "./elements.js";
import { channels, everybody, peopleHere } from "./names.js";
import { sourceView } from "./source.js";
import { words } from "./wording.js";

const MOST_RADIOS = 6;
const MANY = ["multi", "people"];
const SELECTS = ["choice", "person", "channel"];
const INPUTS = { short: "text", date: "date", time: "time", number: "number" };

let shown = null;

// Opens, replaces or closes the dialog so that it is what the server says is open.
export function showForm(form, { submit, close, press }) {
  const dialog = byId("form");
  if (!form) {
    shown = null;
    dialog.close();
    return;
  }
  if (shown && shown.token === form.token && dialog.open) return;
  shown = { token: form.token, fields: form.fields.map(build), said: words(form.lang) };
  dialog.replaceChildren(frame(form, submit, close, press));
  dialog.lang = form.lang;
  dialog.oncancel = (event) => {
    event.preventDefault();
    close();
  };
  if (!dialog.open) dialog.showModal();
  (shown.fields[0] ?? dialog.querySelector("footer button")).focus(); // not the choice of format
}

export function showFieldErrors(errors) {
  if (!shown) return;
  for (const field of shown.fields) field.fault(errors[field.id] || "");
  lead(shown.fields.find((field) => errors[field.id]));
}

function frame(form, submit, close, press) {
  const { said, fields } = shown;
  // What has no field can be long, too: then the keyboard scrolls the text itself.
  const body = h("div", { class: "dialog-body", tabindex: fields.length ? null : "0" }, form.elements.map((element) => render(element, { lang: form.lang, said, press })), fields.map((field) => field.node));
  const send = (event) => {
    event.preventDefault();
    if (form.submit && complete(fields, said)) submit(form.token, Object.fromEntries(fields.map((field) => [field.id, field.value()])));
  };
  const format = h("select", { class: "format", "aria-label": said.seeAs, onchange: () => swap() }, h("option", { value: "form" }, said.asForm), h("option", { value: "neutral" }, said.neutral));
  let view = body;
  const swap = () => {
    const next = format.value === "form" ? body : h("div", { class: "dialog-body" }, sourceView(form, said.neutral, said));
    view.replaceWith(next);
    view = next;
  };
  return h(
    "form",
    { novalidate: true, onsubmit: send },
    h("header", {}, h("h2", { id: "form-title" }, form.title), format),
    body,
    h("footer", {}, h("button", { type: "button", onclick: close }, form.close), form.submit && h("button", { type: "submit", class: "primary" }, form.submit)),
  );
}

function complete(fields, said) {
  const missing = fields.filter((field) => field.required && field.value().length === 0);
  for (const field of fields) field.fault(missing.includes(field) ? said.requiredMissing : "");
  lead(missing[0]);
  return missing.length === 0;
}

// To a field, with what is said below it in view.
function lead(field) {
  field?.focus();
  field?.node.scrollIntoView({ block: "nearest" });
}

function build(asked, _index) {
  const id = unique("field");
  const field = { ...asked, options: offered(asked) };
  const many = MANY.includes(field.kind) || (field.kind === "choice" && field.options.length <= MOST_RADIOS);
  return many ? group(field, id) : single(field, id);
}

// The page offers people and channels by itself, as a platform does.
function offered({ kind, options }) {
  if (kind === "person") return peopleHere().map((one) => ({ id: one.id, label: one.name }));
  if (kind === "people") return everybody();
  if (kind === "channel") return channels();
  return options;
}

function single(field, id) {
  const input = control(field, id);
  const parts = around(field, id);
  const node = h("div", { class: "field" }, h("label", { for: id }, field.label, parts.optional), parts.hint, input, parts.fault);
  return finish(field, node, input, parts, () => input.value.trim());
}

function control(field, id) {
  const shared = { id, name: field.id, required: field.required, "aria-describedby": `${id}-hint ${id}-fault` };
  if (SELECTS.includes(field.kind)) {
    const said = words(document.documentElement.lang);
    const options = field.options.map((option) => h("option", { value: option.id, selected: option.id === field.value }, option.label));
    return h("select", shared, h("option", { value: "" }, field.kind === "channel" && !options.length ? said.noChannels : said.choose), options);
  }
  const written = { ...shared, placeholder: field.placeholder || null };
  if (field.kind === "long") return h("textarea", { ...written, rows: "4", maxlength: field.longest }, field.value);
  const length = field.kind === "short" ? { maxlength: field.longest } : field.kind === "number" ? { step: "any" } : {};
  return h("input", { ...written, ...length, type: INPUTS[field.kind], value: field.value || null, autocomplete: "off" });
}

function group(field, id) {
  const kind = MANY.includes(field.kind) ? "checkbox" : "radio";
  const chosen = kind === "checkbox" ? field.value.split(",") : [field.value];
  const most = kind === "checkbox" ? field.most : Infinity;
  const rows = field.options.map((option) => row(kind, id, option, chosen.includes(option.id), () => kind === "checkbox" && limit(rows, most)));
  if (kind === "checkbox") limit(rows, most);
  const parts = around(field, id);
  const node = h(
    "fieldset",
    { class: "field", id, role: kind === "radio" ? "radiogroup" : "group", "aria-describedby": `${id}-hint ${id}-fault` },
    h("legend", {}, field.label, parts.optional),
    parts.hint,
    h("div", { class: "options" }, rows),
    parts.fault,
  );
  const value = () => (kind === "checkbox" ? checkedIn(rows) : checkedIn(rows)[0] || "");
  return finish(field, node, rows[0].querySelector("input"), parts, value);
}

function around(field, id) {
  return {
    optional: field.required ? null : h("small", {}, ` (${words(document.documentElement.lang).optional})`),
    hint: h("p", { id: `${id}-hint`, class: "hint" }, field.hint),
    fault: h("p", { id: `${id}-fault`, class: "fault" }),
  };
}

function finish(field, node, input, parts, value) {
  return {
    id: field.id,
    required: field.required,
    node,
    value,
    focus: () => input.focus(),
    fault: (text) => {
      parts.fault.textContent = text;
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}
