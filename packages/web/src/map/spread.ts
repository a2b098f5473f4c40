/** A circle on a drawing, in pixels. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Between two circles stays so much air. */
const AIR = 2;
const MOST_ROUNDS = 60;

/**
 * Where circles are drawn so that none lies on another: those that would are pushed apart, each as little as it takes, and
 * the greater move less. The order is kept; the same circles are always spread the same way.
 */
export function spread(circles: readonly Circle[]): readonly Circle[] {
  const moved = circles.map((circle) => ({ ...circle }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let pushed = false;
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(i + 1)) {
        const lacking = a.radius + b.radius + AIR - Math.hypot(b.x - a.x, b.y - a.y);
        if (lacking <= 0.1) continue;
        pushed = true;
        // Two on one spot part in a direction of their own.
        const angle = a.x === b.x && a.y === b.y ? i * 2.4 : Math.atan2(b.y - a.y, b.x - a.x);
        const share = b.radius ** 2 / (a.radius ** 2 + b.radius ** 2);
        a.x -= Math.cos(angle) * lacking * share;
        a.y -= Math.sin(angle) * lacking * share;
        b.x += Math.cos(angle) * lacking * (1 - share);
        b.y += Math.sin(angle) * lacking * (1 - share);
      }
    }
    if (!pushed) break;
  }
  return moved;
}
