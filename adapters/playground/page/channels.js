// The channels: their list, the people one can play in them, and who is in one.

import { byId, h } from "./dom.js";
import { avatar, field } from "./people.js";
import { words } from "./wording.js";

const ROLES = ["member", "guest", "nobody"];
const SIZES = [8, 12]; // a team, and the audience of a campaign

let listed = "";

export function showChannels(channels, current, seen, lang, open) {
  const said = words(lang);
  const now = JSON.stringify([lang, current, channels.map((one) => [one.id, one.archived, one.posted > (seen.get(one.id) ?? 0)])]);
  if (now === listed) return;
  listed = now;
  const items = channels.map((channel) => {
    const unread = channel.id !== current && channel.posted > (seen.get(channel.id) ?? 0);
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "player channel", "aria-current": channel.id === current ? "true" : null, onclick: () => open(channel.id), "data-chat": channel.id },
        h("span", { class: "hash", "aria-hidden": "true" }, "#"),
        h("span", { class: "name" }, channel.name, channel.archived && h("small", {}, said.archived)),
        unread && h("span", { class: "dot" }, h("span", { class: "hidden" }, said.unread)),
      ),
    );
  });
  swapIn(byId("channels"), items);
}

// Who is in the channel, to go on as with one press.
export function showCast(channel, people, person, play) {
  const box = byId("cast");
  box.hidden = !channel;
  const cast = channel ? people.filter((one) => channel.members.includes(one.id)) : [];
  const now = JSON.stringify([channel?.id, person.id, cast.map((one) => one.id)]);
  if (box.dataset.shown === now) return;
  box.dataset.shown = now;
  const chips = cast.map((one) =>
    h("button", { type: "button", class: "chip cast-chip", lang: one.lang, "aria-pressed": String(one.id === person.id), onclick: () => play(one.id), "data-chat": one.id }, avatar(one.name), one.name),
  );
  swapIn(box, chips);
  box.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// The focus stays with the one who had it.
function swapIn(box, nodes) {
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  box.replaceChildren(...nodes);
  if (focused) box.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
}

export function describe(channel, lang) {
  const said = words(lang);
  return [channel.public ? said.publicChannel : said.privateChannel, said.inIt(channel.members.length)].join(" · ");
}

// Why the bot says nothing here, if it cannot.
export function closedBecause(channel, lang) {
  if (channel?.archived) return words(lang).isArchived;
  return channel && !channel.bot ? words(lang).isAlone : "";
}

export function askForChannel(lang, count, create) {
  const said = words(lang);
  const dialog = byId("new");
  const name = h("input", { id: "new-name", required: true, maxlength: "60", autocomplete: "off", "aria-describedby": "new-name-hint new-name-fault" });
  const fault = (text) => {
    byId("new-name-fault").textContent = text;
    name.setAttribute("aria-invalid", "true");
    name.focus();
  };
  const open = h("input", { type: "checkbox" });
  const fills = SIZES.map((size) => ({ size, input: h("input", { type: "checkbox" }) }));
  const send = async (event) => {
    event.preventDefault();
    if (!name.value.trim()) return fault(said.fields.name);
    const wrong = await create({ name: name.value, public: open.checked }, Math.max(0, ...fills.filter(({ input }) => input.checked).map(({ size }) => size)));
    return wrong ? fault(said.fields.name) : dialog.close();
  };
  dialog.replaceChildren(
    h(
      "form",
      { novalidate: true, onsubmit: send },
      h("header", {}, h("h2", { id: "new-title" }, said.addChannel)),
      h(
        "div",
        { class: "dialog-body" },
        h("p", {}, said.channelText),
        field("new-name", said.channelName, name, said.channelHint),
        h("div", { class: "options" }, fills.map(({ size, input }) => count < size && tick(input, said.fill[size], said.fillHint[size])), tick(open, said.public, said.publicHint)),
      ),
      h("footer", {}, h("button", { type: "button", onclick: () => dialog.close() }, said.cancel), h("button", { type: "submit", class: "primary" }, said.makeChannel)),
    ),
  );
  dialog.showModal();
}

function tick(input, label, hint) {
  return h("label", { class: "option" }, input, h("span", {}, label, h("small", {}, hint)));
}

// Opens the dialog of a channel, or with `again` shows in the open one what has changed.
export function showMembers(channel, people, lang, change, again) {
  const dialog = byId("members");
  if (again && !dialog.open) return;
  if (!channel) {
    dialog.close();
    return;
  }
  const now = JSON.stringify([channel, people.length, lang]);
  if (again === "changes" && dialog.dataset.shown === now) return;
  dialog.dataset.shown = now;
  const focused = dialog.contains(document.activeElement) ? document.activeElement.id : null;
  dialog.replaceChildren(...membersDialog(channel, people, words(lang), change, () => dialog.close()));
  if (!dialog.open) dialog.showModal();
  if (focused) byId(focused)?.focus();
}

function membersDialog(channel, people, said, change, close) {
  return [
    h("header", {}, h("h2", { id: "members-title" }, `# ${channel.name}`)),
    h(
      "div",
      { class: "dialog-body" },
      h("ul", { class: "members" }, people.map((one) => member(one, channel, said, change))),
      state(channel.bot, said.botIn, said.botOut, h("button", { id: "members-bot", type: "button", onclick: () => change("bot", { here: !channel.bot }) }, channel.bot ? said.takeOut : said.addAgain)),
      state(!channel.archived, said.isOpen, said.isArchived, h("button", { id: "members-archive", type: "button", onclick: () => change("archive", { archived: !channel.archived }) }, channel.archived ? said.reopen : said.archive)),
    ),
    h("footer", {}, h("button", { type: "button", class: "primary", onclick: close }, said.close)),
  ];
}

function member(person, channel, said, change) {
  const role = channel.guests.includes(person.id) ? "guest" : channel.members.includes(person.id) ? "member" : "nobody";
  const last = channel.members.length === 1 && role !== "nobody";
  const id = `member-${person.id}`;
  const options = ROLES.filter((one) => !last || one !== "nobody").map((one) => h("option", { value: one, selected: one === role }, said.roles[one]));
  const select = h("select", { id, onchange: (event) => change("people", { who: person.id, role: event.target.value }) }, options);
  return h("li", { class: role === "nobody" ? "away" : null }, avatar(person.name), h("label", { for: id, class: "name" }, person.name), select);
}

function state(good, yes, no, button) {
  return h("div", { class: "state" }, h("p", {}, good ? yes : no), button);
}
