import type { Places } from "@kelisim/api";
import { instrumentNamed } from "../cooperation/names.ts";
import type { Desk } from "../desk.ts";
import { zoneShapes } from "./zone-shape.ts";

/** The zones of a region's places: shape, rules, accuracy, and the agreements that speak of them. */
export async function placesOf(desk: Desk, language: "en" | "ru"): Promise<Places> {
  const { geography, program } = desk;
  if (geography === undefined) return { zones: [] };
  const words = desk.words(language);
  const shapes = await zoneShapes(desk);
  return {
    zones: geography.zones.flatMap((id) => {
      const info = geography.info(id);
      if (info === undefined) return [];
      const shape = shapes.get(id);
      const instruments = program.instruments
        .filter(({ zones }) => Object.values(zones).includes(id))
        .map((instrument) => instrumentNamed(words, instrument.id));
      return [
        {
          id,
          name: zoneName(desk, id, language),
          instruments,
          rules: [...info.rules],
          parties: info.parties.map((party) => ({ id: party, name: words.names.party(party) })),
          accuracyKm: info.accuracyKm,
          unmapped: [...info.unmapped],
          sources: [...info.sources],
          polygons: (shape?.polygons ?? []).map((rings) => rings.map((ring) => [...ring])),
          edge: (shape?.edge ?? []).map((line) => [...line]),
        },
      ];
    }),
  };
}

/** A zone goes by the agreements that use it; one that none uses, by its id. */
export function zoneName(desk: Desk, id: string, language: "en" | "ru"): string {
  const { names, say } = desk.words(language);
  const users = desk.program.instruments.filter(({ zones }) => Object.values(zones).includes(id));
  return users.length === 0 ? id : say.list(users.map((instrument) => names.instrument(instrument.id)));
}
