// The conversation: entries appear once, change in place, and keep the reader where they are.

import { briefly, day, hour } from "./clock.js";
import { byId, h } from "./dom.js";
import { renderMessage } from "./elements.js";
import { nameOf } from "./names.js";
import { avatar } from "./people.js";
import { sourceView } from "./source.js";
import { words } from "./wording.js";

const NEAR_END = 120;

export class Log {
  constructor(room) {
    this.room = room;
    this.box = byId("log");
    this.clear();
  }

  clear() {
    this.shown = new Map();
    this.box.replaceChildren();
    this.box.setAttribute("aria-live", "off"); // what was there before is not read out
  }

  // How far it is read, and the way back there after another has come to the same place.
  get reading() {
    return this.box.scrollTop;
  }

  set reading(top) {
    this.box.scrollTop = top;
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
    const one = known ?? { node: blank(entry, person), format: "message" };
    one.at = entry.at;
    one.entry = entry;
    this.shown.set(entry.id, one);
    one.node.replaceChildren(...(entry.message ? this.card(one, person) : this.bubble(one, person)));
    if (!known) this.place(one.node, entry);
    if (bright) brighten(one.node);
    return { node: one.node, fresh: !known };
  }

  // A thread stands under its message, wherever that is by now.
  place(node, { under }) {
    const topic = under ? this.box.querySelectorAll(`[data-topic="${under}"]`) : [];
    if (topic.length) topic[topic.length - 1].after(node);
    else this.box.append(node);
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
      h("div", { class: "by" }, h("img", { src: "/playground/icon.svg", alt: "", width: "28", height: "28" }), h("strong", {}, said.bot), time(entry, person), edited, select, this.room.inChannel() && this.remove(entry, said.deleteMessage(hour(entry.at, person)))),
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
    const name = nameOf(entry.author) ?? said.somebody;
    const by = isOwn(entry, person) ? [h("strong", { class: "hidden" }, said.you), this.forget(entry, said.forgetLabel(entry.text), said)] : [avatar(name), h("strong", {}, name)];
    return [h("p", { class: "day", hidden: true }), h("div", { class: "by" }, by, time(entry, person)), h("p", { class: "bubble" }, entry.text)];
  }

  forget(entry, label, said) {
    return h("button", { type: "button", class: "text forget", "aria-label": label, onclick: () => this.room.forget(entry) }, said.forget);
  }

  remove(entry, label) {
    return h("button", { type: "button", class: "icon forget", "aria-label": label, title: label, onclick: () => this.room.forget(entry) }, h("span", { "aria-hidden": "true" }, "✕"));
  }

  // A command typed in a channel: nobody else sees it, and no platform keeps it there.
  typed(text, person) {
    const node = h("div", { class: "entry own transient", tabindex: "-1" }, h("div", { class: "by" }, h("span", {}, words(person.lang).onlyNow)), h("p", { class: "bubble" }, text));
    this.box.append(node);
    this.follow(node, false);
    return node;
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
    for (const { node, at, entry } of this.shown.values()) {
      if (entry.under) continue;
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

function blank(entry, person) {
  const kind = entry.message ? "bot" : isOwn(entry, person) ? "own" : "other";
  return h("div", { class: entry.under ? `entry ${kind} under` : `entry ${kind}`, tabindex: "-1", "data-topic": entry.under || entry.id });
}

function isOwn(entry, person) {
  return !entry.author || entry.author === person.id;
}

// In a thread the day is said too: it may be another one than that of the message above.
function time(entry, person) {
  if (!entry.under) return h("time", { datetime: entry.at }, hour(entry.at, person));
  return h("span", {}, h("span", { class: "hidden" }, `${words(person.lang).inThread} `), h("time", { datetime: entry.at }, briefly(entry.at, person)));
}

function brighten(node) {
  node.classList.remove("touched");
  requestAnimationFrame(() => node.classList.add("touched"));
}
