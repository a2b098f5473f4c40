/** Letters of Russian in Latin ones, as a passport has them (ICAO Doc 9303, part 3), enough for a short name. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ie ы y ь  э e ю iu я ia"
    .split(/ (?=[а-яё] )/)
    .map((pair) => [pair[0]!, pair.slice(2).trim()]),
);

/** A short name for a body from its full one: "Border Service" gives "border-service". Empty: nothing in it can be used. */
export function bodyIdOf(name: string): string {
  return [...name.toLowerCase().normalize("NFKD")]
    .map((letter) => LATIN[letter] ?? letter)
    .join("")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}
