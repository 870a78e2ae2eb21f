// Who is who on this page; the bot knows only ids.

const known = new Map();
let here = [];
let rooms = [];

// `channel` is the one looked at, or nothing in somebody's own chat; `named` are those to point to.
export function know(people, channel, named) {
  for (const one of people) known.set(one.id, one.name);
  here = people.filter((one) => !channel || channel.members.includes(one.id));
  rooms = named;
}

export function nameOf(id) {
  return known.get(id);
}

// What a form offers where it asks for people anywhere, or for a channel.
export function everybody() {
  return [...known].map(([id, label]) => ({ id, label }));
}

export function channels() {
  return rooms.map(({ id, name }) => ({ id, label: `# ${name}` }));
}

// Whom a form can name: those in the channel where it was opened.
export function peopleHere() {
  return here;
}
