/** "armouredVehicles" and "armoured_vehicles" read "armoured vehicles". */
export function camelWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([a-z])([0-9])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}
