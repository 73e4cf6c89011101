/** From so many lines or addresses on, a text is a list of persons and no longer a brief with contacts. */
const personsMin = 5;

// The parts are as long as RFC 5321 allows, which also keeps the search linear.
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
// Seven digits and more, in groups: a telephone number, an account, a customer number. Years, prices and amounts have fewer.
const number = /(?<![\p{L}\p{N}])\+?\(?\d(?:[ \-/().]?\d){6,20}(?![\p{L}\p{N}])/u;

/**
 * Whether a text holds the details of several persons: e-mail addresses, or lines with a number as
 * telephones and accounts have. Such a list is neither kept nor checked.
 */
export function listsPersons(text: string): boolean {
  const addresses = new Set([...text.matchAll(address)].map(([one]) => one.toLowerCase()));
  if (addresses.size >= personsMin) return true;
  const lines = new Set(text.split(/\r?\n/).filter((line) => number.test(line) && hasName(line)));
  return lines.size >= personsMin;
}

/** Two words with a capital in a row, or fields with a word in them, as exports from a table have. */
function hasName(line: string): boolean {
  return /\p{Lu}\p{L}+[ ,;\t]+\p{Lu}\p{L}+/u.test(line);
}
