// The page: what is played, what the server last said of it, and what is being asked of it.

import { askForChannel, closedBecause, describe, showCast, showChannels, showMembers } from "./channels.js";
import { isMoving, moment, showClock } from "./clock.js";
import { byId, h } from "./dom.js";
import { renderMessage } from "./elements.js";
import { showFieldErrors, showForm } from "./form.js";
import { Log } from "./log.js";
import { know } from "./names.js";
import { askForPerson, colleagues, language, showPlayers, showWelcome } from "./people.js";
import { CAMPAIGN_COMMANDS, COMMANDS, TEAM_COMMANDS, wordPage, words } from "./wording.js";

const API = "/playground/api/people";
const FIRST = ["", "plan", "stuck", "checkin", "why", "help"];
const FIRST_OF_HR = CAMPAIGN_COMMANDS.slice(0, 5);
const MENTION = "@Déclic";
const BEAT = 250;
const BEATS_OF_REST = 8;
const TOAST = 7000;

const state = { people: [], channels: [], person: null, channel: null, revision: 0, seen: new Map(), busy: false, hurry: false, log: null };

const lang = () => state.person?.lang ?? (navigator.language.startsWith("fr") ? "fr" : "en");
const said = () => words(lang());
const chat = (person, channel) => (channel ? `${API}/${person}/channels/${channel}` : `${API}/${person}`);
const here = () => chat(state.person.id, state.channel);
const channelHere = () => state.channels.find((one) => one.id === state.channel);

class Refused extends Error {
  constructor(code, fields) {
    super(code);
    this.code = code;
    this.fields = fields ?? [];
  }
}

async function ask(address, body) {
  const options = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Refused("offline");
  }
  const json = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : {};
  if (!response.ok) throw new Refused(json.error ?? "other", json.fields);
  return json;
}

// Sends once more under the same id after a failure: the server then does nothing twice.
async function act(address, body, done, onFields) {
  if (state.busy) return;
  await attempt(address, { request_id: crypto.randomUUID(), ...body }, done, onFields);
}

async function attempt(address, request, done, onFields) {
  const release = hold();
  let told = null;
  try {
    const since = state.person && address.startsWith(here()) ? state.revision : 0;
    told = await ask(`${address}?since=${since}`, request);
    hideBanner();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (onFields && error.fields.length) onFields(error.fields);
    else showBanner(error.code, () => attempt(address, request, done, onFields));
  } finally {
    release();
  }
  if (told) done(told);
}

// While a request runs its buttons rest; the focus comes back to where it was.
function hold() {
  state.busy = true;
  const focused = document.activeElement;
  const held = [...document.querySelectorAll("button:not(:disabled), .members select")];
  for (const button of held) button.disabled = true;
  document.body.classList.add("busy");
  const writing = setTimeout(() => {
    byId("typing").hidden = isMoving();
  }, 300);
  return () => {
    state.busy = false;
    clearTimeout(writing);
    byId("typing").hidden = true;
    document.body.classList.remove("busy");
    for (const button of held) button.disabled = false;
    if (focused?.isConnected && document.activeElement === document.body) focused.focus();
  };
}

function hideBanner() {
  byId("banner").hidden = true;
}

function showBanner(code, retry) {
  const banner = byId("banner");
  const text = said().errors[code] ?? said().errors.other;
  const again = retry && h("button", { type: "button", onclick: retry }, said().retry);
  const away = h("button", { type: "button", class: "text", onclick: hideBanner }, said().close);
  banner.replaceChildren(h("p", {}, text), again, away);
  (document.querySelector("dialog[open]") ?? document.body).append(banner); // above a modal dialog
  banner.hidden = false;
}

function toast(text) {
  const node = h("p", { class: "toast" }, text);
  for (const known of [...byId("toasts").children]) if (known.textContent === text) known.remove();
  byId("toasts").append(node);
  setTimeout(() => node.remove(), TOAST);
}

function accept(told, asked = true) {
  const back = told.channel && told.channel === state.channel ? state.log.reading : null;
  const switched = told.person.id !== state.person?.id || told.channel !== state.channel;
  const late = !switched && told.revision < state.revision; // something newer has come meanwhile
  if (switched) state.log.clear();
  if (!late) Object.assign(state, { person: told.person, people: told.people, channel: told.channel, channels: told.channels, revision: told.revision });
  know(state.people, channelHere(), told.named);
  if (switched) arrive();
  const touched = late ? [] : state.log.merge(told.ids, told.entries, told.person, asked);
  if (switched && back !== null) state.log.reading = back;
  state.seen.set(told.channel ?? told.person.id, (channelHere() ?? told.people.find((one) => one.id === told.person.id)).posted);
  showClock(told.clock, told.person);
  showHome(told.home);
  showPlayers(state.people, state.person, told.channel ?? told.person.id, state.seen, choose);
  showChannel();
  showForm(told.form, { submit, close, press });
  if (told.errors && Object.keys(told.errors).length) showFieldErrors(told.errors);
  if (told.notice) touched.push(...notify(told.notice));
  if (told.show) touched.push(state.log.transient(told.show, told.person));
  return touched;
}

// In a channel one sentence looks like what others read too, so it says that they do not.
function notify(text) {
  if (state.channel) return [state.log.transient({ lang: lang(), elements: [{ type: "text", spans: [{ text, style: "plain" }] }] }, state.person)];
  toast(text);
  return [];
}

function showChannel() {
  const channel = channelHere();
  showChannels(state.channels, state.channel, state.seen, lang(), (id) => choose(state.person.id, id));
  showCast(channel, state.people, state.person, (id) => choose(id, state.channel));
  showMembers(channel, state.people, lang(), change, "changes");
  if (channel) byId("where").textContent = describe(channel, lang());
  const reason = closedBecause(channel, lang());
  if (byId("closed").textContent === reason) return; // said once, not at every look
  byId("closed").textContent = reason;
  byId("text").disabled = Boolean(channel?.archived);
  byId("send").disabled = Boolean(channel?.archived);
  showHints();
}

function arrive() {
  const { person } = state;
  const channel = channelHere();
  localStorage.setItem("person", person.id);
  localStorage.setItem("channel", channel?.id ?? "");
  wordPage(person.lang);
  showTab("chat");
  byId("page").classList.remove("empty", "people-open");
  byId("welcome").hidden = true;
  byId("chat").hidden = false;
  byId("tabs").hidden = Boolean(channel);
  byId("show-members").hidden = !channel;
  byId("who").textContent = channel ? `# ${channel.name}` : person.name;
  byId("where").textContent = [person.zone.replaceAll("_", " "), language(person), person.hr && said().hr, person.mail].filter(Boolean).join(" · ");
  byId("text").placeholder = channel ? said().placeholderChannel : said().placeholder;
  byId("text-label").textContent = channel ? said().writeChannel(person.name) : said().write;
  document.title = `${channel ? `# ${channel.name}` : person.name} · Déclic`;
  showHints();
}

// After a press its button may be gone: the focus then goes to what took its place.
function lead(touched) {
  if (document.activeElement !== document.body || !touched.length) return;
  touched.at(-1).focus({ preventScroll: true });
}

async function press(what, confirm, button) {
  if (state.busy || (confirm && !(await confirmed(confirm)))) return;
  const waiting = button?.closest(".entry, dialog");
  waiting?.setAttribute("aria-busy", "true");
  await act(`${here()}/click`, what, (told) => lead(accept(told)));
  waiting?.removeAttribute("aria-busy");
}

async function submit(token, values) {
  await act(`${here()}/submit`, { token, values }, (told) => lead(accept(told)));
}

async function close() {
  await act(`${here()}/close`, {}, accept);
}

async function forget({ id, message }) {
  if (message && !(await confirmed(said().deleteAsk))) return;
  await act(`${here()}/forget`, { message: id }, accept);
  byId("text").focus();
}

async function say(text) {
  await act(`${here()}/say`, { text }, (told) => {
    byId("text").value = "";
    grow();
    showTab("chat");
    if (state.channel && text.startsWith("/")) state.log.typed(text, state.person);
    accept(told);
    showHints();
    byId("text").focus();
  });
}

async function move(to) {
  state.hurry = true; // a long move posts on its way: follow it closely
  await act(`${here()}/clock`, { to }, (told) => {
    accept(told);
    if (told.nothing_planned) toast(said().nothingPlanned);
    byId("announced").textContent = said().moved(moment(told.clock.now, state.person));
  });
  state.hurry = false;
}

let asking = false;

async function refresh() {
  if (!state.person || asking || document.hidden) return;
  asking = true;
  const where = here();
  try {
    const told = await ask(`${where}?since=${state.revision}`);
    if (where === here() && told.revision >= state.revision) accept(told, state.hurry);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "gone") location.reload();
    else showBanner(error.code, () => refresh().then(hideBanner));
  } finally {
    asking = false;
  }
}

async function choose(id, channel = null) {
  if (state.busy) return;
  drawer(false);
  try {
    accept(await ask(chat(id, channel)));
    hideBanner();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (channel && error.code === "gone") await choose(id);
    else showBanner(error.code, () => choose(id, channel));
  }
}

// Returns the names of fields that cannot be taken, or null.
async function create(person) {
  let wrong = null;
  const done = (told) => {
    accept(told);
    byId("text").focus();
  };
  await act(API, person, done, (fields) => {
    wrong = fields;
  });
  return wrong;
}

// A team of `size` is filled up first, so that one person can play it at once.
async function makeChannel(channel, size) {
  try {
    await bring(colleagues(state.people, size));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    showBanner(error.code, null);
    return false;
  }
  let wrong = false;
  const done = (told) => {
    drawer(false);
    accept(told);
  };
  await act(`${API}/${state.person.id}/channels`, channel, done, () => {
    wrong = true;
  });
  return wrong;
}

async function bring(people) {
  const release = hold();
  try {
    for (const one of people) {
      const told = await ask(API, { request_id: crypto.randomUUID(), ...one });
      state.people = told.people;
    }
  } finally {
    release();
  }
}

async function change(what, body) {
  await act(`${here()}/${what}`, body, accept);
  showMembers(channelHere(), state.people, lang(), change, "always");
}

async function source(message, format) {
  try {
    return await ask(`${here()}/messages/${message}/${encodeURIComponent(format)}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    showBanner(error.code, null);
    return null;
  }
}

function confirmed(question) {
  const dialog = byId("ask");
  return new Promise((resolve) => {
    const end = (answer) => {
      resolve(answer);
      dialog.close();
    };
    dialog.oncancel = () => resolve(false);
    dialog.replaceChildren(
      h("div", { class: "dialog-body" }, h("p", { id: "ask-text" }, question)),
      h("footer", {}, h("button", { type: "button", onclick: () => end(false) }, said().cancel), h("button", { type: "button", class: "primary", onclick: () => end(true) }, said().yes)),
    );
    dialog.showModal();
  });
}

let homeShown = "";

function showHome(message) {
  const now = JSON.stringify([state.person.id, message]);
  if (now === homeShown) return;
  homeShown = now;
  byId("home").replaceChildren(message ? h("div", { class: "card" }, renderMessage(message, press)) : h("p", { class: "empty-home" }, said().emptyHome));
}

function showTab(tab) {
  byId("log").hidden = tab !== "chat";
  byId("home").hidden = tab !== "home";
  byId("tab-chat").setAttribute("aria-pressed", String(tab === "chat"));
  byId("tab-home").setAttribute("aria-pressed", String(tab === "home"));
}

// In a narrow window the people stand in a drawer.
function drawer(open) {
  byId("page").classList.toggle("people-open", open);
  byId("show-people").setAttribute("aria-expanded", String(open));
  if (open) byId("players").querySelector("[aria-current]")?.focus();
}

function showHints() {
  if (state.channel) showTeamHints();
  else showOwnHints();
}

function showTeamHints() {
  const wanted = /^\/coach-team (\S*)$/.exec(byId("text").value)?.[1] ?? "";
  const commands = TEAM_COMMANDS.filter((name) => name.startsWith(wanted)).map((name) => hint(`/coach-team ${name}`, said().teamHint[name]));
  const mention = h("button", { type: "button", class: "chip", title: said().mention, onclick: () => begin(`${MENTION} `) }, MENTION);
  byId("hints").replaceChildren(...(channelHere()?.archived ? [] : [...commands, mention]));
}

function begin(text) {
  byId("text").value = text;
  byId("text").focus();
}

function showOwnHints() {
  const typed = byId("text").value;
  const chips = typed.startsWith("/coach-c") ? campaignHints(typed, CAMPAIGN_COMMANDS) : coachHints(typed);
  byId("hints").replaceChildren(...(!typed && state.person.hr ? campaignHints("", FIRST_OF_HR) : []), ...chips);
}

function coachHints(typed) {
  const wanted = /^\/coach (\S*)$/.exec(typed)?.[1] ?? "";
  const matching = typed.startsWith("/") ? COMMANDS.filter((name) => name.startsWith(wanted)) : FIRST;
  return matching.map((name) => hint(name ? `/coach ${name}` : "/coach", said().hint[name]));
}

function campaignHints(typed, names) {
  const wanted = /^\/coach-campaign (\S*)$/.exec(typed)?.[1] ?? "";
  return names.filter((name) => name.startsWith(wanted)).map((name) => hint(`/coach-campaign ${name}`, said().campaignHint[name]));
}

function hint(command, title) {
  return h("button", { type: "button", class: "chip", title, onclick: () => say(command) }, command);
}

function grow() {
  const text = byId("text");
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, 160)}px`;
}

function listen() {
  byId("add").addEventListener("click", () => askForPerson(lang(), state.people, create));
  byId("add-channel").addEventListener("click", () => askForChannel(lang(), state.people.length, makeChannel));
  byId("show-members").addEventListener("click", () => showMembers(channelHere(), state.people, lang(), change, null));
  byId("show-people").addEventListener("click", () => drawer(true));
  byId("chat").addEventListener("pointerdown", () => drawer(false));
  byId("people").addEventListener("keydown", (event) => event.key === "Escape" && drawer(false));
  byId("tab-chat").addEventListener("click", () => showTab("chat"));
  byId("tab-home").addEventListener("click", async () => {
    showTab("home");
    await act(`${API}/${state.person.id}/home`, {}, accept);
  });
  for (const button of document.querySelectorAll("[data-move]")) button.addEventListener("click", () => move(button.dataset.move));
  byId("say").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("text").value.trim();
    if (text) say(text);
  });
  byId("text").addEventListener("input", () => {
    grow();
    showHints();
  });
  byId("text").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId("say").requestSubmit();
  });
  document.addEventListener("visibilitychange", refresh);
}

async function start() {
  wordPage(lang());
  listen();
  let told;
  try {
    told = await ask(API);
  } catch (error) {
    showBanner(error.code, () => location.reload());
    return;
  }
  state.people = told.people;
  state.log = new Log({ press, forget, source, formats: told.formats, inChannel: () => Boolean(state.channel) });
  const remembered = told.people.find((one) => one.id === localStorage.getItem("person")) ?? told.people[0];
  if (remembered) await choose(remembered.id, localStorage.getItem("channel"));
  else welcome();
  listenToServer();
}

function listenToServer() {
  let beats = 0;
  setInterval(() => {
    beats += 1;
    if (!state.hurry && !isMoving() && beats < BEATS_OF_REST) return;
    beats = 0;
    refresh();
  }, BEAT);
}

function welcome() {
  byId("welcome").hidden = false;
  showWelcome(lang(), create, () => askForPerson(lang(), state.people, create));
}

start();
