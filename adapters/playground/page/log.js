// The conversation: entries appear once, change in place, and keep the reader where they are.

import { day, hour } from "./clock.js";
import { byId, h } from "./dom.js";
import { renderMessage } from "./elements.js";
import { sourceView } from "./source.js";
import { words } from "./wording.js";

const NEAR_END = 120;

export class Log {
  constructor({ press, forget, source, formats }) {
    this.room = { press, forget, source, formats };
    this.box = byId("log");
    this.clear();
  }

  clear() {
    this.shown = new Map();
    this.box.replaceChildren();
    this.box.setAttribute("aria-live", "off"); // what was there before is not read out
  }

  // Takes the server's word: which ids there are, and those entries that are new or edited.
  // What the person asked for comes into view; what comes by itself only where they read along.
  merge(ids, entries, person, asked) {
    const atEnd = asked || this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_END;
    const first = this.shown.size === 0;
    const touched = entries.map((entry) => this.put(entry, person, !first));
    for (const [id, one] of this.shown) {
      if (ids.includes(id)) continue;
      one.node.remove();
      this.shown.delete(id);
    }
    this.markDays(person);
    const fresh = touched.filter((one) => one.fresh).map((one) => one.node);
    if (fresh.length && (atEnd || first)) this.follow(fresh[0], first);
    setTimeout(() => this.box.setAttribute("aria-live", "polite"));
    return touched.map((one) => one.node);
  }

  put(entry, person, bright) {
    const known = this.shown.get(entry.id);
    const one = known ?? { node: h("div", { class: entry.message ? "entry bot" : "entry own", tabindex: "-1" }), format: "message" };
    one.at = entry.at;
    one.entry = entry;
    this.shown.set(entry.id, one);
    one.node.replaceChildren(...(entry.message ? this.card(one, person) : this.bubble(one, person)));
    if (!known) this.box.append(one.node);
    if (bright) brighten(one.node);
    return { node: one.node, fresh: !known };
  }

  card(one, person) {
    const { entry } = one;
    const said = words(person.lang);
    const body = h("div", { class: "card" });
    const formats = [["message", said.asMessage], ...this.room.formats.map((name) => [name, name]), ["neutral", said.neutral]];
    const select = h(
      "select",
      { class: "format", "aria-label": `${said.seeAs} (${hour(entry.at, person)})`, onchange: () => this.swap(one, body, select.value, said) },
      formats.map(([value, label]) => h("option", { value, selected: value === one.format }, label)),
    );
    this.swap(one, body, one.format, said);
    const edited = entry.edited && h("span", { class: "edited" }, `· ${said.edited}`);
    return [
      h("p", { class: "day", hidden: true }),
      h("div", { class: "by" }, h("img", { src: "/playground/icon.svg", alt: "", width: "28", height: "28" }), h("strong", {}, said.bot), h("time", { datetime: entry.at }, hour(entry.at, person)), edited, select),
      body,
    ];
  }

  async swap(one, body, format, said) {
    one.format = format;
    const { message, id } = one.entry;
    if (format === "message") {
      body.replaceChildren(renderMessage(message, (what, confirm, button) => this.room.press({ ...what, message: id }, confirm, button)));
      return;
    }
    const json = await this.room.source(id, format);
    if (json && one.format === format) body.replaceChildren(sourceView(json, format === "neutral" ? said.neutral : format, said));
  }

  bubble(one, person) {
    const { entry } = one;
    const said = words(person.lang);
    return [
      h("p", { class: "day", hidden: true }),
      h("div", { class: "by" }, h("strong", { class: "hidden" }, said.you), h("button", { type: "button", class: "text forget", "aria-label": said.forgetLabel(entry.text), onclick: (event) => this.room.forget(entry.id, event.currentTarget) }, said.forget), h("time", { datetime: entry.at }, hour(entry.at, person))),
      h("p", { class: "bubble" }, entry.text),
    ];
  }

  // Shown to the person once: neither kept by the page nor by the server.
  transient(message, person) {
    const said = words(person.lang);
    const text = JSON.stringify(message);
    for (const known of this.box.querySelectorAll(".transient")) if (known.dataset.text === text) known.remove();
    const node = h("div", { class: "entry bot transient", tabindex: "-1", "data-text": text });
    const away = h("button", { type: "button", class: "text", onclick: () => node.remove() }, said.dismiss);
    node.append(
      h("div", { class: "by" }, h("img", { src: "/playground/icon.svg", alt: "", width: "28", height: "28" }), h("strong", {}, said.bot), h("span", {}, said.onlyNow), away),
      h("div", { class: "card" }, renderMessage(message, this.room.press)),
    );
    this.box.append(node);
    brighten(node);
    this.follow(node, false);
    return node;
  }

  markDays(person) {
    let last = "";
    for (const { node, at } of this.shown.values()) {
      const label = day(at, person);
      const mark = node.querySelector(".day");
      mark.textContent = label;
      mark.hidden = label === last;
      last = label;
    }
  }

  // To the end, but never past the beginning of what is new.
  follow(node, atOnce) {
    const end = this.box.scrollHeight - this.box.clientHeight;
    const top = node.offsetTop - 12;
    this.box.scrollTo({ top: atOnce ? end : Math.min(end, top), behavior: atOnce ? "instant" : "smooth" });
  }
}

function brighten(node) {
  node.classList.remove("touched");
  requestAnimationFrame(() => node.classList.add("touched"));
}
