import { holds } from "../../auth/roles.ts";
import type { NodeContext, Viewer } from "../../context.ts";
import type { Desk } from "../desk.ts";
import { NO_DECISIONS, type OwnDecisions } from "./decisions.ts";

/** What the asking body recorded; a desk that speaks for nobody records nothing. */
export async function ownDecisions(node: NodeContext, desk: Desk, viewer: Viewer): Promise<OwnDecisions> {
  if (viewer.party === "") return NO_DECISIONS;
  const bodies = await node.store.system.bodies.list(desk.id);
  const own = bodies.find(({ party, id }) => party === viewer.party && id === viewer.body);
  return {
    by: own?.name ?? `${viewer.party}/${viewer.body}`,
    decisions: await node.store.as(viewer).decisions.list(),
    mayDecide: holds(viewer.roles, "releaser"),
  };
}
