// The clock panel: the played time in the person's zone, what is planned, and the moves.

import { byId, h } from "./dom.js";
import { words } from "./wording.js";

let told = null;

// `clock` is the server's word; between two words the page counts on by itself.
export function showClock(clock, person) {
  told = { clock, person, ahead: Date.parse(clock.now) - Date.now() };
  tick();
  const said = words(person.lang);
  byId("upcoming").textContent = clock.upcoming ? said.upcoming(moment(clock.upcoming, person)) : "";
  showMove(clock, person, said);
}

export function isMoving() {
  return Boolean(told?.clock.moving);
}

export function played() {
  return new Date(Date.now() + (told?.ahead ?? 0));
}

function tick() {
  if (!told) return;
  const { person } = told;
  const time = byId("time");
  time.textContent = format(played(), person, { hour: "2-digit", minute: "2-digit" });
  time.dateTime = played().toISOString();
  const date = format(played(), person, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  byId("date").textContent = capital(date);
}

setInterval(tick, 1000);

function showMove({ moving, now }, person, said) {
  const box = byId("moving");
  if (!moving) {
    box.replaceChildren();
    return;
  }
  const share = moving.until ? (Date.parse(now) - Date.parse(moving.since)) / (Date.parse(moving.until) - Date.parse(moving.since)) : null;
  const text = moving.until ? said.moving(moment(moving.until, person)) : said.looking;
  const bar = box.querySelector("progress") || h("progress", { max: "1", "aria-label": text });
  if (share === null) bar.removeAttribute("value");
  else bar.value = share;
  if (!bar.isConnected) box.replaceChildren(h("p", {}, text), bar);
}

export function moment(iso, person) {
  return format(new Date(iso), person, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}

export function briefly(iso, person) {
  return format(new Date(iso), person, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

export function hour(iso, person) {
  return format(new Date(iso), person, { hour: "2-digit", minute: "2-digit" });
}

export function day(iso, person) {
  return capital(format(new Date(iso), person, { weekday: "long", day: "numeric", month: "long" }));
}

export function hourNow(person) {
  return format(played(), person, { hour: "2-digit", minute: "2-digit" });
}

function format(date, person, parts) {
  return new Intl.DateTimeFormat(person.locale, { ...parts, timeZone: person.zone, ...("hour" in parts ? { hourCycle: "h23" } : {}) }).format(date);
}

function capital(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
