// Who is played: the list, the welcome, and the dialog that adds somebody.

import { byId, h } from "./dom.js";
import { hourNow } from "./clock.js";
import { words } from "./wording.js";

const MANAGERS = [
  { name: "Alex", place: "Dublin", locale: "en-IE", zone: "Europe/Dublin" },
  { name: "Camille", place: "Lyon", locale: "fr-FR", zone: "Europe/Paris" },
];

const ROBIN = { name: "Robin", place: "London", locale: "en-GB", zone: "Europe/London", hr: true };

const READY = [...MANAGERS, ROBIN];

// With the managers enough for a team of eight, then with Robin for twelve, and a few to spare.
const COLLEAGUES = [
  { name: "Noor", locale: "en-GB", zone: "Europe/Amsterdam" },
  { name: "Inès", locale: "fr-FR", zone: "Europe/Paris" },
  { name: "Sam", locale: "en-GB", zone: "Europe/London" },
  { name: "Luc", locale: "fr-BE", zone: "Europe/Brussels" },
  { name: "Maya", locale: "en-US", zone: "America/New_York" },
  { name: "Élise", locale: "fr-CH", zone: "Europe/Zurich" },
  ROBIN,
  { name: "Jonas", locale: "en-GB", zone: "Europe/Berlin" },
  { name: "Yann", locale: "fr-FR", zone: "Europe/Paris" },
  { name: "Aoife", locale: "en-IE", zone: "Europe/Dublin" },
  { name: "Théo", locale: "fr-CA", zone: "America/Montreal" },
  { name: "Priya", locale: "en-GB", zone: "Asia/Kolkata" },
];

const LANGUAGES = [
  ["en-IE", "English (Ireland)"],
  ["en-GB", "English (United Kingdom)"],
  ["en-US", "English (United States)"],
  ["en-CA", "English (Canada)"],
  ["fr-FR", "Français (France)"],
  ["fr-BE", "Français (Belgique)"],
  ["fr-CH", "Français (Suisse)"],
  ["fr-CA", "Français (Canada)"],
];

export function avatar(name, hidden = true) {
  const hue = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return h("span", { class: `avatar hue-${hue}`, "aria-hidden": hidden ? "true" : null }, [...name][0].toLocaleUpperCase());
}

export function language(person) {
  return person.lang === "fr" ? "français" : "English";
}

// Those who are missing for a team of `size`, under names that nobody has yet.
export function colleagues(people, size) {
  const free = [...MANAGERS, ...COLLEAGUES].filter((one) => !isPlayed(one, people));
  return free.slice(0, Math.max(0, size - people.length)).map(asked);
}

// A name is enough to go by; there is one person of HR, whatever the name.
function isPlayed(one, people) {
  return people.some((known) => known.name === one.name || (one.hr && known.hr));
}

function asked({ name, locale, zone, hr = false }) {
  return { name, locale, zone, hr };
}

let listed = "";

// `chat` is the one looked at: a channel's, or that of the person who is played.
export function showPlayers(people, current, chat, seen, choose) {
  const now = JSON.stringify([current?.id, chat, people.map((one) => [one.id, one.posted > (seen.get(one.id) ?? 0), hourNow(one)])]);
  if (now === listed) return;
  listed = now;
  const focused = document.activeElement?.dataset.person;
  const items = people.map((person) => {
    const unread = person.id !== chat && person.posted > (seen.get(person.id) ?? 0);
    const said = words(current?.lang);
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "player", "aria-current": person.id === current?.id ? "true" : null, onclick: () => choose(person.id), "data-person": person.id },
        avatar(person.name),
        h("span", { class: "name" }, person.name, person.hr && badge(said), h("small", {}, `${hourNow(person)} · ${language(person)}`)),
        unread && h("span", { class: "dot" }, h("span", { class: "hidden" }, said.unread)),
      ),
    );
  });
  byId("players").replaceChildren(...items);
  if (focused) byId("players").querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
}

function badge(said) {
  return h("span", { class: "badge" }, said.hr);
}

// People who are ready to be played, at one press.
function personas(people, said, create) {
  return people.map((one) =>
    h(
      "button",
      { type: "button", class: "persona", onclick: () => create(asked(one)) },
      avatar(one.name),
      h("span", { class: "name" }, `${one.name}, ${one.place}`, one.hr && badge(said), h("small", {}, one.hr ? said.ofHr : one.locale.startsWith("fr") ? said.inFrench : said.inEnglish)),
    ),
  );
}

export function showWelcome(lang, create, own) {
  const said = words(lang);
  const other = h("button", { type: "button", class: "persona", onclick: own }, h("span", { class: "avatar plus", "aria-hidden": "true" }, "+"), h("span", { class: "name" }, said.welcomeOwn, h("small", {}, said.welcomeOwnHint)));
  byId("welcome").replaceChildren(
    h(
      "div",
      { class: "welcome-card" },
      h("p", { class: "brand" }, h("img", { src: "/playground/icon.svg", alt: "", width: "36", height: "36" }), "Déclic"),
      h("h1", {}, said.welcomeTitle),
      h("p", { class: "lead" }, said.welcomeText),
      h("h2", {}, said.welcomeChoose),
      h("div", { class: "personas" }, personas(READY, said, create), other),
      h("p", { class: "note" }, said.local),
    ),
  );
}

export function askForPerson(lang, people, create) {
  const said = words(lang);
  const dialog = byId("new");
  const zones = Intl.supportedValuesOf("timeZone");
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const preferred = LANGUAGES.find(([locale]) => locale === navigator.language) ?? LANGUAGES.find(([locale]) => locale.startsWith(lang));
  const name = h("input", { id: "new-name", required: true, maxlength: "60", autocomplete: "off", "aria-describedby": "new-name-hint new-name-fault" });
  const locale = h("select", { id: "new-locale" }, LANGUAGES.map(([value, label]) => h("option", { value, lang: value, selected: value === preferred[0] }, label)));
  const zone = h("input", { id: "new-zone", list: "zones", required: true, value: own, autocomplete: "off", "aria-describedby": "new-zone-fault" });
  const faults = (wrong) => {
    for (const input of [name, zone]) {
      const field = input.id.slice(4);
      const isWrong = wrong.includes(field);
      byId(`${input.id}-fault`).textContent = isWrong ? said.fields[field] : "";
      if (isWrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    if (wrong.length) byId(`new-${wrong[0]}`)?.focus();
  };
  const ready = people.length ? READY.filter((one) => !isPlayed(one, people)) : []; // the welcome shows them itself
  const begin = async (person) => (await create(person)) || dialog.close();
  const send = async (event) => {
    event.preventDefault();
    if (!name.value.trim()) return faults(["name"]);
    const wrong = await create({ name: name.value, locale: locale.value, zone: zone.value });
    if (wrong) return faults(wrong);
    return dialog.close();
  };
  dialog.replaceChildren(
    h(
      "form",
      { novalidate: true, onsubmit: send },
      h("header", {}, h("h2", { id: "new-title" }, said.newTitle)),
      h(
        "div",
        { class: "dialog-body" },
        ready.length > 0 && h("div", { class: "personas" }, personas(ready, said, begin)),
        field("new-name", said.name, name, said.nameHint),
        field("new-locale", said.language, locale),
        field("new-zone", said.zone, zone),
        h("datalist", { id: "zones" }, zones.map((value) => h("option", { value }))),
      ),
      h("footer", {}, h("button", { type: "button", onclick: () => dialog.close() }, said.cancel), h("button", { type: "submit", class: "primary" }, said.create)),
    ),
  );
  dialog.showModal();
}

export function field(id, label, input, hint) {
  return h("div", { class: "field" }, h("label", { for: id }, label), hint && h("p", { id: `${id}-hint`, class: "hint" }, hint), input, h("p", { id: `${id}-fault`, class: "fault" }));
}
