// Who is who on this page; the bot knows only ids.

const known = new Map();
let here = [];

// `channel` is the one looked at, or nothing in somebody's own chat.
export function know(people, channel) {
  for (const one of people) known.set(one.id, one.name);
  here = people.filter((one) => !channel || channel.members.includes(one.id));
}

export function nameOf(id) {
  return known.get(id);
}

// Whom a form can name: those in the channel where it was opened.
export function peopleHere() {
  return here;
}
